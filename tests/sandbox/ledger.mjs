// What prevet and the servers' own schemas are known to judge differently, and why. Anything else that differs is a bug.
import { published } from "./oauth-schema.mjs";

/**
 * Scopes of the OpenAPI document that `@teable/openapi` 1.10.0 does not know yet: the package was published from an older
 * state of the source than the document. prevet follows the document.
 */
export const SCOPES_OF_THE_DOCUMENT_ONLY = [
  "table|trash_read",
  "table|trash_update",
  "table|trash_reset",
  "user|integrations",
];

/** The scopes that the published package knows. */
export const PUBLISHED_SCOPES = Object.values(published.shape.scopes.unwrap().innerType().element.enum);

/** The same OAuth body without what its scopes are judged differently for; nothing where it has no such scope. */
export function withoutNewScopes(body) {
  if (!Array.isArray(body?.scopes) || !body.scopes.some(isNew)) return undefined;
  return { ...body, scopes: body.scopes.filter((scope) => !isNew(scope)) };
}

const isNew = (scope) => SCOPES_OF_THE_DOCUMENT_ONLY.includes(scope);

/**
 * The same Zapier body without `urn:uuid:` in front of its app, which ajv-formats takes, as RFC 9562 writes a UUID in a URN;
 * nothing where it is not there. The document says "a canonical App ID", and its samples are bare, so prevet refuses it.
 */
export function withoutUrn(body) {
  const app = body?.data?.app;
  if (typeof app !== "string" || !/^urn:uuid:/i.test(app)) return undefined;
  return { ...body, data: { ...body.data, app: app.slice("urn:uuid:".length) } };
}
