/** arktype. Its messages are made when they are read, so reading them belongs to reporting an error. */
import { type } from "arktype";
import { byKind, SCOPES } from "../kinds.mjs";

export const name = "arktype";
export const from = "arktype";

const feishu = type({
  type: "'feishu'",
  config: { appId: "string > 0", appSecret: "string > 0" },
  "id?": "string",
  name: "string",
});
const oidc = type({
  type: "'oidc'",
  config: {
    clientId: "string > 0",
    clientSecret: "string > 0",
    authorizationUrl: "string.url",
    tokenUrl: "string.url",
    userInfoUrl: "string.url",
    issuer: "string.url",
  },
  "id?": "string",
  name: "string",
});
const oauth = type({
  name: "string",
  "description?": "string",
  homepage: "string.url",
  "logo?": "string",
  "scopes?": type.enumerated(...SCOPES).array(),
  redirectUris: "string.url[] >= 1",
});
const zapier = type({
  data: { title: "string <= 255", app: "string.uuid", authentication_fields: "Record<string, unknown>" },
});

const use = (schema) => ({
  is: (value) => schema.allows(value),
  parse: (value) => {
    const result = schema(value);
    return result instanceof type.errors ? undefined : result;
  },
  messages: (value) => {
    const result = schema(value);
    return result instanceof type.errors ? result.map(({ message }) => message) : undefined;
  },
});

export const kinds = byKind(use(feishu.or(oidc)), use(oauth), use(zapier));
