import { h } from "../dom.js";
import { singleField, textAttributes } from "./shell.js";

/**
 * A text, of one line or several.
 *
 * @param {import("./control.js").FieldInfo} field
 * @param {import("./control.js").Setting} setting
 * @returns {import("./control.js").Control}
 */
export function text(field, { id }) {
  const { type, ...rest } = textAttributes(field, field.constraints.format);
  const attributes = { ...rest, id, placeholder: field.example };
  const input = field.multiline ? h("textarea", { ...attributes, rows: 3 }) : h("input", { ...attributes, type });
  return singleField(field, id, input);
}
