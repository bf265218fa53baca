// Zapier's route: a JSON Schema validator on the schema of the OpenAPI document, and errors after JSON:API.
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { TAKEN } from "./taken.mjs";

const ajv = new Ajv({ allErrors: true });
addFormats.default(ajv, ["uuid"]);

/** `AuthenticationCreateRequest` of the document. */
export const isConnection = ajv.compile({
  type: "object",
  properties: {
    data: {
      type: "object",
      properties: {
        title: { type: "string", maxLength: 255 },
        app: { type: "string", format: "uuid" },
        authentication_fields: { type: "object", additionalProperties: true },
      },
      required: ["app", "authentication_fields", "title"],
    },
  },
  required: ["data"],
});

const TITLES = {
  400: ["parse_error", "ParseError", "Malformed request."],
  401: ["not_authenticated", "NotAuthenticated", "Authentication credentials were not provided."],
  402: ["payment_required", "PaymentRequired", "Upgrade your plan to do this."],
  403: ["permission_denied", "PermissionDenied", "The token lacks the scope authentication:write."],
  404: ["not_found", "NotFound", "Not found."],
  409: ["conflict", "Conflict", "Authentication already exists."],
  429: ["throttled", "Throttled", "Request was throttled."],
  500: ["error", "APIException", "A server error occurred."],
};

/** The body of a refusal as a whole. */
export function refusal(status) {
  const [code, title, detail] = TITLES[status] ?? TITLES[500];
  return { errors: [{ status, code, title, detail, source: null, meta: { source: "ZAPIER" } }] };
}

const at = (pointer, code, detail) => ({
  status: 400,
  code,
  title: "ValidationError",
  detail,
  source: { pointer },
  meta: { source: "ZAPIER" },
});

const DETAILS = {
  required: () => "This field is required.",
  maxLength: ({ params }) => `Ensure this field has no more than ${params.limit} characters.`,
  format: () => "Must be a valid UUID.",
  type: ({ params }) => `Not a valid ${params.type}.`,
};

function explained(error) {
  const pointer = error.instancePath + (error.keyword === "required" ? `/${error.params.missingProperty}` : "");
  return at(pointer, error.keyword === "required" ? "required" : "invalid", DETAILS[error.keyword](error));
}

/** `POST /v2/authentications`. */
export function createConnection(body) {
  if (!isConnection(body)) return { status: 400, body: { errors: isConnection.errors.map(explained) } };
  const { title, app } = body.data;
  if (title === TAKEN) {
    return { status: 409, body: { errors: [{ ...at("/data/title", "unique", "This title is taken already."), status: 409 }] } };
  }
  return {
    status: 201,
    body: {
      links: { next: null, prev: null },
      meta: { count: 1, limit: 1, offset: 0 },
      data: [{ type: "authentication", id: "sandbox_0001", app, is_expired: false, title }],
    },
  };
}
