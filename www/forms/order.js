/** @typedef {import("prevet").FieldInfo} FieldInfo */

/**
 * The fields in the order in which a person fills them in, which is not always the document's: the choice that decides on
 * the others, what is required (the body's own fields before its parts', single values before lists), then what is not.
 *
 * @param {readonly FieldInfo[]} fields
 * @returns {FieldInfo[]}
 */
export function inDrawingOrder(fields) {
  return [...fields].sort((a, b) => rank(a) - rank(b));
}

/** @param {FieldInfo} field */
function rank({ kind, required, pointer }) {
  if (kind === "enum") return 0;
  const many = kind === "list" || kind === "map";
  const depth = pointer.split("/").length;
  return (required ? 10 : 100) + (many ? 20 : 0) + depth;
}

/**
 * The field whose value decides which others there are, if the body has one.
 *
 * @param {readonly FieldInfo[]} fields
 * @returns {FieldInfo | undefined}
 */
export function tagOf(fields) {
  return fields.find(({ kind, options }) => kind === "enum" && fields.some(({ when }) => when && options?.includes(when)));
}
