/** zod 3.22.4, which runs on the server that the first two bodies go to. */
import { z } from "zod3";
import { byKind, SCOPES } from "../kinds.mjs";

export const name = "zod 3";
export const from = "zod3";

const feishu = z.object({
  type: z.literal("feishu"),
  config: z.object({ appId: z.string().min(1), appSecret: z.string().min(1) }),
  id: z.string().optional(),
  name: z.string(),
});
const oidc = z.object({
  type: z.literal("oidc"),
  config: z.object({
    clientId: z.string().min(1),
    clientSecret: z.string().min(1),
    authorizationUrl: z.string().url(),
    tokenUrl: z.string().url(),
    userInfoUrl: z.string().url(),
    issuer: z.string().url(),
  }),
  id: z.string().optional(),
  name: z.string(),
});
const oauth = z.object({
  name: z.string(),
  description: z.string().optional(),
  homepage: z.string().url(),
  logo: z.string().optional(),
  scopes: z.array(z.enum(SCOPES)).optional(),
  redirectUris: z.array(z.string().url()).min(1),
});
const zapier = z.object({
  data: z.object({
    title: z.string().max(255),
    app: z.string().uuid(),
    authentication_fields: z.record(z.string(), z.unknown()),
  }),
});

const use = (schema) => ({
  is: (value) => schema.safeParse(value).success,
  parse: (value) => schema.safeParse(value).data,
  messages: (value) => schema.safeParse(value).error?.issues.map(({ message }) => message),
});

export const kinds = byKind(use(z.discriminatedUnion("type", [feishu, oidc])), use(oauth), use(zapier));
