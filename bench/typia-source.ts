/** What typia's compiler turns into checks; prepare.mjs runs it. */
import typia, { tags } from "typia";

type Filled = string & tags.MinLength<1>;
type Uri = string & tags.Format<"uri">;

interface Feishu {
  type: "feishu";
  config: { appId: Filled; appSecret: Filled };
  id?: string;
  name: string;
}

interface Oidc {
  type: "oidc";
  config: {
    clientId: Filled;
    clientSecret: Filled;
    authorizationUrl: Uri;
    tokenUrl: Uri;
    userInfoUrl: Uri;
    issuer: Uri;
  };
  id?: string;
  name: string;
}

type Scope =
  | `table|${"create" | "delete" | "export" | "import" | "read" | "update"}`
  | `table|trash_${"read" | "update" | "reset"}`
  | `${"view" | "field"}|${"create" | "delete" | "read" | "update"}`
  | `record|${"comment" | "create" | "delete" | "read" | "update"}`
  | `automation|${"create" | "delete" | "read" | "update"}`
  | "user|email_read"
  | "user|integrations";

interface OAuth {
  name: string;
  description?: string;
  homepage: Uri;
  logo?: string;
  scopes?: Scope[];
  redirectUris: Uri[] & tags.MinItems<1>;
}

interface Zapier {
  data: {
    title: string & tags.MaxLength<255>;
    app: string & tags.Format<"uuid">;
    authentication_fields: Record<string, unknown>;
  };
}

export const authentication = {
  is: typia.createIs<Feishu | Oidc>(),
  validate: typia.createValidate<Feishu | Oidc>(),
};
export const oauth = { is: typia.createIs<OAuth>(), validate: typia.createValidate<OAuth>() };
export const zapier = { is: typia.createIs<Zapier>(), validate: typia.createValidate<Zapier>() };
