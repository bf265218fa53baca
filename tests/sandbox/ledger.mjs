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

/** Whether an OAuth body is judged differently because of its scopes alone. */
export function hasNewScope({ scopes } = {}) {
  return Array.isArray(scopes) && scopes.some((scope) => SCOPES_OF_THE_DOCUMENT_ONLY.includes(scope));
}

/**
 * ajv-formats takes `urn:uuid:` in front of a UUID, as RFC 9562 writes it in a URN. The document says "a canonical App ID",
 * whose samples are bare, so prevet refuses it.
 */
export function isUrnOfUuid({ data } = {}) {
  return typeof data?.app === "string" && /^urn:uuid:/i.test(data.app);
}
