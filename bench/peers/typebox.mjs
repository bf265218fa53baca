/** typebox, compiled at start by its TypeCompiler. It leaves formats to its user: URLs are the host's own. */
import { FormatRegistry, Type } from "@sinclair/typebox";
import { TypeCompiler } from "@sinclair/typebox/compiler";
import { byKind, SCOPES } from "../kinds.mjs";

export const name = "typebox";
export const from = "@sinclair/typebox";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
FormatRegistry.Set("uri", (text) => URL.canParse(text));
FormatRegistry.Set("uuid", (text) => UUID.test(text));

const filled = Type.String({ minLength: 1 });
const uri = Type.String({ format: "uri" });

const feishu = Type.Object({
  type: Type.Literal("feishu"),
  config: Type.Object({ appId: filled, appSecret: filled }),
  id: Type.Optional(Type.String()),
  name: Type.String(),
});
const oidc = Type.Object({
  type: Type.Literal("oidc"),
  config: Type.Object({
    clientId: filled,
    clientSecret: filled,
    authorizationUrl: uri,
    tokenUrl: uri,
    userInfoUrl: uri,
    issuer: uri,
  }),
  id: Type.Optional(Type.String()),
  name: Type.String(),
});
const oauth = Type.Object({
  name: Type.String(),
  description: Type.Optional(Type.String()),
  homepage: uri,
  logo: Type.Optional(Type.String()),
  scopes: Type.Optional(Type.Array(Type.Union(SCOPES.map((scope) => Type.Literal(scope))))),
  redirectUris: Type.Array(uri, { minItems: 1 }),
});
const zapier = Type.Object({
  data: Type.Object({
    title: Type.String({ maxLength: 255 }),
    app: Type.String({ format: "uuid" }),
    authentication_fields: Type.Record(Type.String(), Type.Unknown()),
  }),
});

const use = (schema) => {
  const compiled = TypeCompiler.Compile(schema);
  return {
    is: (value) => compiled.Check(value),
    parse: (value) => (compiled.Check(value) ? value : undefined),
    messages: (value) => {
      const messages = [...compiled.Errors(value)].map(({ message }) => message);
      return messages.length > 0 ? messages : undefined;
    },
  };
};

export const kinds = byKind(use(Type.Union([feishu, oidc])), use(oauth), use(zapier));
