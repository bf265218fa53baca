import { h } from "../dom.js";
import { described, remarkLines } from "./remarks.js";
import { helpOf, labelContent } from "./shell.js";

/**
 * One of a few options, as radio buttons.
 *
 * @param {import("./control.js").FieldInfo} field
 * @param {import("./control.js").Setting} setting
 * @returns {import("./control.js").Control}
 */
export function choice(field, { id, hints = [] }) {
  const help = helpOf(field, id);
  const lines = remarkLines(id);
  const options = (field.options ?? []).map((value, index) => {
    const inputId = `${id}-${value}`;
    const input = h("input", { type: "radio", name: field.name, id: inputId, value, "aria-describedby": `${inputId}-hint` });
    const hint = h("span", { class: "card-hint", id: `${inputId}-hint` }, hints[index] ?? "");
    return { input, element: h("div", { class: "card" }, input, h("label", { for: inputId }, field.optionLabels?.[index] ?? value), hint) };
  });
  const group = h(
    "fieldset",
    { class: "field", role: "radiogroup", "data-spot": field.pointer, "aria-required": field.required ? "true" : undefined },
    h("legend", { class: "label" }, ...labelContent(field)),
    ...help.map((part) => part.element),
    h("div", { class: "cards" }, ...options.map((option) => option.element)),
    ...lines.elements,
  );
  const describe = described(group, help.map((part) => part.id));

  return {
    element: group,
    read: () => options.find(({ input }) => input.checked)?.input.value ?? "",
    write(value) {
      for (const { input } of options) input.checked = input.value === value;
    },
    show: (remarks) => describe(lines.show(remarks.get(field.pointer))),
    anchor: () => (options.find(({ input }) => input.checked) ?? options[0]).input,
  };
}
