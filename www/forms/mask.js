/** @typedef {import("prevet").FieldInfo} FieldInfo */

/** Always this long: the length of a secret is nobody's business either. */
const MASK = "••••••••";

/**
 * A copy of a body that can be shown: every secret that is there is masked, in a secret map every value.
 *
 * @param {Record<string, unknown>} body
 * @param {readonly FieldInfo[]} fields
 * @returns {Record<string, unknown>}
 */
export function masked(body, fields) {
  const copy = structuredClone(body);
  for (const { pointer } of fields.filter(({ secret }) => secret)) {
    const segments = pointer.split("/").slice(1);
    const key = /** @type {string} */ (segments.pop());
    const parent = segments.reduce((at, segment) => /** @type {any} */ (at)?.[segment], copy);
    if (parent && Object.hasOwn(parent, key)) parent[key] = hidden(parent[key]);
  }
  return copy;
}

/** @param {unknown} value */
function hidden(value) {
  if (typeof value !== "object" || value === null) return MASK;
  return Object.fromEntries(Object.keys(value).map((key) => [key, MASK]));
}
