import { h } from "../dom.js";
import { texts } from "../texts.js";
import { errorLine, described, helpOf, labelContent } from "./shell.js";

/**
 * Any number of many options, as boxes grouped by what stands before the `|`.
 *
 * @param {import("./control.js").FieldInfo} field
 * @param {import("./control.js").Setting} setting
 * @returns {import("./control.js").Control}
 */
export function checks(field, { id }) {
  const options = field.options ?? [];
  const boxes = options.map((value) => box(field.name, id, value));
  const help = helpOf(field, id);
  const error = errorLine(`${id}-error`);
  const count = h("p", { class: "count", id: `${id}-count` });
  const groups = [...new Set(boxes.map(({ group }) => group))].map((name) => {
    const members = boxes.filter(({ group }) => group === name);
    return h("fieldset", { class: "group" }, h("legend", {}, name), ...members.map(({ element }) => element));
  });
  const element = h(
    "fieldset",
    { class: "field", "data-spot": field.pointer },
    h("legend", { class: "label" }, ...labelContent(field)),
    ...help.map((part) => part.element),
    count,
    h("div", { class: "groups" }, ...groups),
    error.element,
  );
  const describe = described(element, help.map((part) => part.id));
  const read = () => boxes.filter(({ input }) => input.checked).map(({ input }) => input.value);
  const recount = () => {
    count.textContent = texts.selected(read().length, options.length);
  };
  element.addEventListener("input", recount);
  recount();

  return {
    element,
    read,
    write(value) {
      const chosen = new Set(/** @type {string[]} */ (value ?? []));
      for (const { input } of boxes) input.checked = chosen.has(input.value);
      recount();
    },
    show(messages) {
      const message = messages.get(field.pointer);
      error.show(message);
      describe(message === undefined ? [] : [error.id]);
    },
    anchor: () => boxes[0].input,
  };
}

/**
 * @param {string} name
 * @param {string} id
 * @param {string} value such as `table|trash_read`
 */
function box(name, id, value) {
  const [group, action = group] = value.split("|");
  const inputId = `${id}-${value.replace(/\W/g, "-")}`;
  const input = h("input", { type: "checkbox", name, id: inputId, value });
  return { group, input, element: h("div", { class: "check" }, input, h("label", { for: inputId }, action.replaceAll("_", " "))) };
}
