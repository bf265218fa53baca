// Teable's two routes: the server's own zod, the words of its errors, and answers of the documented shapes.
import { PUBLISHED_SCOPES, SCOPES_OF_THE_DOCUMENT_ONLY } from "./ledger.mjs";
import { fromZodError, published, z } from "./oauth-schema.mjs";
import { TAKEN } from "./taken.mjs";

const scope = z.enum([...PUBLISHED_SCOPES, ...SCOPES_OF_THE_DOCUMENT_ONLY]);

/** The published schema with the scopes of the document: the sandbox takes what the document allows. */
const oauth = published.extend({ scopes: z.array(scope).transform((all) => [...new Set(all)]).optional() });

const name = z.string();
const id = z.string().optional();
const filled = z.string().min(1);
const url = z.string().url();

/** The document's `oneOf`, transcribed as the server's generator makes one: from a union told apart by `type`. */
export const authentication = z.discriminatedUnion("type", [
  z.object({ type: z.literal("feishu"), config: z.object({ appId: filled, appSecret: filled }), id, name }),
  z.object({
    type: z.literal("oidc"),
    config: z.object({
      clientId: filled,
      clientSecret: filled,
      authorizationUrl: url,
      tokenUrl: url,
      userInfoUrl: url,
      issuer: url,
    }),
    id,
    name,
  }),
]);

const CODES = {
  400: ["validation_error", "Unexpected token } in JSON at position 12"],
  401: ["unauthorized", "Unauthorized"],
  402: ["payment_required", "This feature needs the Business plan or above"],
  403: ["restricted_resource", "Forbidden resource"],
  404: ["not_found", "Not Found"],
  409: ["conflict", "Domain already used"],
  429: ["too_many_requests", "Too Many Requests"],
  500: ["internal_server_error", "Internal Server Error"],
  503: ["database_connection_unavailable", "Database connection unavailable"],
};

/** The body of a refusal; a status that Teable has no code for is an error of unknown kind. */
export function refusal(status, message) {
  const [code, usual] = CODES[status] ?? ["unknown_error_code", "Unknown error"];
  return { message: message ?? usual, status, code };
}

function judge(schema, body, created) {
  const result = schema.safeParse(body);
  if (!result.success) return { status: 400, body: refusal(400, fromZodError(result.error).message) };
  if (result.data.name === TAKEN) {
    return { status: 400, body: refusal(400, 'Validation error: This name is taken already at "name"') };
  }
  return { status: 201, body: created(result.data) };
}

/** `POST /api/oauth/client`. */
export const createClient = (body) =>
  judge(oauth, body, (data) => ({ id: "oauSandbox0001", ...data, clientId: "cltsandbox0000000001" }));

/** `POST /api/enterprise/{organizationId}/authentication`. */
export const createProvider = (body) => judge(authentication, body, (data) => ({ ...data, id: "autSandbox0001" }));
