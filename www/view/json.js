import { h } from "./dom.js";

/**
 * A value as indented JSON with a class for each kind of token.
 *
 * @param {unknown} value anything that came out of JSON
 * @param {string} [indent]
 * @returns {(Node | string)[]}
 */
export function jsonNodes(value, indent = "") {
  if (typeof value !== "object" || value === null) return [h("span", { class: "t-text" }, JSON.stringify(value))];
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const deeper = `${indent}  `;
  const entries = Object.entries(value);
  if (entries.length === 0) return [open + close];
  const lines = entries.flatMap(([key, member], index) => [
    index === 0 ? `\n${deeper}` : `,\n${deeper}`,
    ...(Array.isArray(value) ? [] : [h("span", { class: "t-name" }, JSON.stringify(key)), ": "]),
    ...jsonNodes(member, deeper),
  ]);
  return [open, ...lines, `\n${indent}${close}`];
}
