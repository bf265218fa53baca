/** valibot, with the named imports that its documentation recommends for small bundles. */
import {
  array,
  is,
  literal,
  maxLength,
  minLength,
  object,
  optional,
  picklist,
  pipe,
  record,
  safeParse,
  string,
  unknown,
  url,
  uuid,
  variant,
} from "valibot";
import { byKind, SCOPES } from "../kinds.mjs";

export const name = "valibot";
export const from = "valibot";

const filled = pipe(string(), minLength(1));
const uri = pipe(string(), url());

const feishu = object({
  type: literal("feishu"),
  config: object({ appId: filled, appSecret: filled }),
  id: optional(string()),
  name: string(),
});
const oidc = object({
  type: literal("oidc"),
  config: object({
    clientId: filled,
    clientSecret: filled,
    authorizationUrl: uri,
    tokenUrl: uri,
    userInfoUrl: uri,
    issuer: uri,
  }),
  id: optional(string()),
  name: string(),
});
const oauth = object({
  name: string(),
  description: optional(string()),
  homepage: uri,
  logo: optional(string()),
  scopes: optional(array(picklist(SCOPES))),
  redirectUris: pipe(array(uri), minLength(1)),
});
const zapier = object({
  data: object({
    title: pipe(string(), maxLength(255)),
    app: pipe(string(), uuid()),
    authentication_fields: record(string(), unknown()),
  }),
});

const use = (schema) => ({
  is: (value) => is(schema, value),
  parse: (value) => {
    const result = safeParse(schema, value);
    return result.success ? result.output : undefined;
  },
  messages: (value) => safeParse(schema, value).issues?.map(({ message }) => message),
});

export const kinds = byKind(use(variant("type", [feishu, oidc])), use(oauth), use(zapier));
