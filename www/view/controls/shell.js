import { h, setAttribute } from "../dom.js";
import { say } from "../language.js";
import { texts } from "../texts.js";

/** @typedef {import("./control.js").FieldInfo} FieldInfo */

/**
 * The label's content: the field's name, and a word where it may be left blank. Most fields are required, so it is the
 * exception that is marked.
 *
 * @param {FieldInfo} field
 * @returns {(Node | string)[]}
 */
export function labelContent(field) {
  const label = say(field.label);
  return field.required ? [label] : [label, " ", h("span", { class: "optional" }, texts.optional)];
}

/**
 * The field's help, if it has one.
 *
 * @param {FieldInfo} field
 * @param {string} id the field's; the help's own is made from it
 * @returns {{ id: string, element: HTMLElement }[]} none or one
 */
export function helpOf(field, id) {
  const help = say(field.help);
  return help === "" ? [] : [{ id: `${id}-help`, element: h("p", { class: "help", id: `${id}-help` }, help) }];
}

/**
 * A line for a message, hidden while there is none.
 *
 * @param {string} id
 */
export function errorLine(id) {
  const text = h("span", { class: "error-text" });
  const element = h("p", { class: "error", id, hidden: true }, h("span", { class: "unseen" }, `${texts.problem} `), text);
  return {
    id,
    element,
    /** @param {string | undefined} message */
    show(message) {
      element.hidden = message === undefined;
      text.textContent = message ?? "";
    },
  };
}

/**
 * Keeps an input's `aria-invalid` and `aria-describedby` in step with the error lines that speak about it.
 *
 * @param {HTMLElement} input
 * @param {string[]} standing ids of what always describes it
 * @returns {(errors: string[]) => void} takes the ids of the error lines that are shown
 */
export function described(input, standing) {
  const update = (/** @type {string[]} */ errors) => {
    setAttribute(input, "aria-invalid", errors.length > 0 ? "true" : undefined);
    setAttribute(input, "aria-describedby", [...standing, ...errors].join(" ") || undefined);
  };
  update([]);
  return update;
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
  const error = errorLine(`${id}-error`);
  const describe = described(input, help.map((part) => part.id));
  const label = h("label", { for: id, class: "label" }, ...labelContent(field));
  return {
    element: h("div", { class: "field", "data-spot": field.pointer }, label, ...help.map((part) => part.element), box, error.element),
    read: () => input.value,
    write(value) {
      input.value = typeof value === "string" ? value : "";
    },
    show(messages) {
      const message = messages.get(field.pointer);
      error.show(message);
      describe(message === undefined ? [] : [error.id]);
    },
    anchor: () => input,
  };
}
