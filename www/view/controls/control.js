import { choice } from "./choice.js";
import { pairs } from "./pairs.js";
import { rows } from "./rows.js";
import { scopes } from "./scopes.js";
import { secret } from "./secret.js";
import { text } from "./text.js";

/** @typedef {import("prevet").FieldInfo} FieldInfo */

/**
 * @typedef {string | string[] | Row[]} Value what a control holds: a text, the chosen options, or the rows of a list or map
 * @typedef {{ id: number, text: string, key?: string }} Row one row as typed; `key` in a map only
 */

/**
 * @typedef {object} Control one field as drawn. Controls own what was typed; the form reads it from them.
 * @property {HTMLElement} element
 * @property {() => Value} read
 * @property {(value?: Value) => void} write without a value: blank
 * @property {(remarks: Map<string, import("./remarks.js").Remark>) => void} show what is said by spot; a spot is the field's pointer, or
 *   `rowSpot` or `valueSpot` of one of its rows
 * @property {(spot: string) => HTMLElement} anchor what to focus for a message at that spot
 */

/**
 * @typedef {object} Setting what a control needs to know besides its field
 * @property {string} id the prefix of its element ids
 * @property {boolean} [marksFirst] whether the first row that is sent gets a badge
 * @property {import("../language.js").Text[]} [hints] for a choice: a line about each option
 * @property {(message: string) => void} announce speaks to screen readers
 */

/**
 * Draws the control that suits a field.
 *
 * @param {FieldInfo} field
 * @param {Setting} setting
 * @returns {Control}
 */
export function drawControl(field, setting) {
  if (field.kind === "enum") return choice(field, setting);
  if (field.kind === "list") return field.options ? scopes(field, setting) : rows(field, setting);
  if (field.kind === "map") return pairs(field, setting);
  return field.secret ? secret(field, setting) : text(field, setting);
}
