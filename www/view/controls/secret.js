import { button, h, write } from "../dom.js";
import { texts } from "../texts.js";
import { singleField } from "./shell.js";

/**
 * A credential: masked, with a button to look at it.
 *
 * @param {import("./control.js").FieldInfo} field
 * @param {import("./control.js").Setting} setting
 * @returns {import("./control.js").Control}
 */
export function secret(field, { id }) {
  const { input, box, conceal } = secretInput(field.label, {
    id,
    name: field.name,
    autocomplete: field.autocomplete,
    "aria-required": field.required ? "true" : undefined,
  });
  const single = singleField(field, id, input, box);
  return {
    ...single,
    write(value) {
      single.write(value);
      // Whoever types the next one has not asked to see it.
      conceal();
    },
  };
}

/**
 * An input that masks what it holds, and the box with its show/hide button.
 *
 * @param {import("../language.js").Text} label what the button says it shows
 * @param {Record<string, string | undefined>} attributes the input's own
 */
export function secretInput(label, attributes) {
  const input = h("input", {
    class: "input exact",
    autocomplete: "new-password",
    autocapitalize: "none",
    spellcheck: "false",
    ...Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined)),
    type: "password",
  });
  const word = h("span", {}, texts.show);
  const toggle = button("", "reveal", () => reveal(input.type === "password"));
  toggle.append(word, h("span", { class: "unseen" }, " ", label));

  /** @param {boolean} seen */
  const reveal = (seen) => {
    input.type = seen ? "text" : "password";
    write(word, seen ? texts.hide : texts.show);
  };
  return { input, box: h("div", { class: "secret" }, input, toggle), conceal: () => reveal(false) };
}
