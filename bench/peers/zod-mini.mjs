/** zod/mini, the tree-shakable edition of zod 4. Every message is "Invalid input" unless a locale is loaded too. */
import * as z from "zod/mini";
import { byKind, SCOPES } from "../kinds.mjs";

export const name = "zod/mini";
export const from = "zod";

const filled = () => z.string().check(z.minLength(1));

const feishu = z.object({
  type: z.literal("feishu"),
  config: z.object({ appId: filled(), appSecret: filled() }),
  id: z.optional(z.string()),
  name: z.string(),
});
const oidc = z.object({
  type: z.literal("oidc"),
  config: z.object({
    clientId: filled(),
    clientSecret: filled(),
    authorizationUrl: z.url(),
    tokenUrl: z.url(),
    userInfoUrl: z.url(),
    issuer: z.url(),
  }),
  id: z.optional(z.string()),
  name: z.string(),
});
const oauth = z.object({
  name: z.string(),
  description: z.optional(z.string()),
  homepage: z.url(),
  logo: z.optional(z.string()),
  scopes: z.optional(z.array(z.enum(SCOPES))),
  redirectUris: z.array(z.url()).check(z.minLength(1)),
});
const zapier = z.object({
  data: z.object({
    title: z.string().check(z.maxLength(255)),
    app: z.uuid(),
    authentication_fields: z.record(z.string(), z.unknown()),
  }),
});

const use = (schema) => ({
  is: (value) => z.safeParse(schema, value).success,
  parse: (value) => z.safeParse(schema, value).data,
  messages: (value) => z.safeParse(schema, value).error?.issues.map(({ message }) => message),
});

export const kinds = byKind(use(z.discriminatedUnion("type", [feishu, oidc])), use(oauth), use(zapier));
