import { h } from "../dom.js";
import { texts } from "../texts.js";
import { described, remarkLines } from "./remarks.js";

/** @typedef {import("./control.js").FieldInfo} FieldInfo */

/**
 * The label's content: the field's name, and a word where it may be left blank. Most fields are required, so it is the
 * exception that is marked.
 *
 * @param {FieldInfo} field
 * @returns {(Node | string | import("../language.js").Text)[]}
 */
export function labelContent({ label, required }) {
  return required ? [label] : [label, " ", h("span", { class: "optional" }, texts.optional)];
}

/**
 * The field's help, if it has one.
 *
 * @param {FieldInfo} field
 * @param {string} id the field's; the help's own is made from it
 * @returns {{ id: string, element: HTMLElement }[]} none or one
 */
export function helpOf({ help }, id) {
  return help.en === "" ? [] : [{ id: `${id}-help`, element: h("p", { class: "help", id: `${id}-help` }, help) }];
}

/**
 * The attributes of every input that takes text. Always `type=text`, also for URLs: with `type=url` a browser removes
 * spaces from what was typed, and the checks have to see what would be sent.
 *
 * @param {FieldInfo} field
 * @param {"uri" | "uuid" | undefined} format
 */
export function textAttributes(field, format) {
  return {
    type: "text",
    class: format ? "input exact" : "input",
    name: field.name,
    inputmode: format === "uri" ? "url" : undefined,
    autocomplete: field.autocomplete ?? "off",
    autocapitalize: format ? "none" : undefined,
    spellcheck: format ? "false" : undefined,
    "aria-required": field.required ? "true" : undefined,
  };
}

/**
 * A field with one input: label, input, help and message, in the order they are read.
 *
 * @param {FieldInfo} field
 * @param {string} id the input's
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @param {HTMLElement} [box] what the input stands in, if it has company
 * @returns {import("./control.js").Control}
 */
export function singleField(field, id, input, box = input) {
  const help = helpOf(field, id);
  const lines = remarkLines(id, input);
  const describe = described(input, help.map((part) => part.id));
  const label = h("label", { for: id, class: "label" }, ...labelContent(field));
  return {
    element: h("div", { class: "field", "data-spot": field.pointer }, label, ...help.map((part) => part.element), box, ...lines.elements),
    read: () => input.value,
    write(value) {
      input.value = typeof value === "string" ? value : "";
    },
    show: (remarks) => describe(lines.show(remarks.get(field.pointer))),
    anchor: () => input,
  };
}
