import { say } from "../view/language.js";
import { texts } from "../view/texts.js";

/**
 * @typedef {import("prevet").FieldInfo} FieldInfo
 * @typedef {import("../view/controls/control.js").Row} Row
 * @typedef {import("../view/controls/control.js").Value} Value
 * @typedef {import("./draft.js").Problem} Problem
 * @typedef {Problem & { place: string }} Refusal what a server says, and the JSON pointer that it names
 */

/**
 * What a server says is wrong, with what a person calls its place in front: a summary stands away from the fields.
 *
 * @param {Refusal} refusal
 * @param {FieldInfo} [field] the field that it is about; absent for what the form does not have
 * @param {Value} [value] what the field holds now: rows may have come and gone
 * @returns {Problem}
 */
export function named({ spot, message, place }, field, value) {
  const name = field ? called(field, spot, value) : pathOf(place);
  return { spot, message: name === "" ? message : say(texts.about(name, message)) };
}

/** @param {FieldInfo} field @param {string} spot @param {Value} [value] */
function called({ label, item }, spot, value) {
  if (!spot.includes("#") || !Array.isArray(value)) return say(label);
  const rows = /** @type {Row[]} */ (value);
  const index = rows.findIndex(({ id }) => id === parseInt(spot.split("#")[1]));
  const key = rows[index]?.key ?? "";
  if (key !== "") return say(texts.within(label, key));
  return item?.label && index >= 0 ? `${say(item.label)} ${index + 1}` : say(label);
}

/**
 * A place as the servers write it, `config.issuer`.
 *
 * @param {string} pointer
 */
const pathOf = (pointer) => pointer.split("/").slice(1).map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~")).join(".");
