/** The four kinds of body that are measured, and what several libraries' schemas share. */

/** `feishu` and `oidc` are the two branches of one schema. */
export const KINDS = ["feishu", "oidc", "oauth", "zapier"];

/** The scopes of the OAuth application's document, in its order. */
export const SCOPES = [
  ...["table|create", "table|delete", "table|export", "table|import", "table|read", "table|update"],
  ...["table|trash_read", "table|trash_update", "table|trash_reset"],
  ...["view|create", "view|delete", "view|read", "view|update"],
  ...["field|create", "field|delete", "field|read", "field|update"],
  ...["record|comment", "record|create", "record|delete", "record|read", "record|update"],
  ...["automation|create", "automation|delete", "automation|read", "automation|update"],
  ...["user|email_read", "user|integrations"],
];

/** An object with a member per kind, from the members of the three schemas. */
export function byKind(authentication, oauth, zapier) {
  return { feishu: authentication, oidc: authentication, oauth, zapier };
}
