import { copying } from "./copying.js";
import { h, write } from "./dom.js";
import { wrapping } from "./endpoint.js";
import { texts } from "./texts.js";

/**
 * The address that an identity provider sends people back to. It has to be registered there, and only the server's answer
 * tells it: until then its form is shown.
 *
 * @param {string} template with `{id}`
 */
export function drawCallback(template) {
  const address = h("code", { class: "callback-address" });
  const state = h("span", { class: "badge" });
  const copy = copying(texts.callback.copy, address);
  const element = h(
    "div",
    { class: "callback", role: "group", "aria-label": texts.callback.label },
    h("p", { class: "label" }, texts.callback.label, " ", state),
    h("p", { class: "help" }, texts.callback.help(new URL(template).origin)),
    h("p", { class: "callback-line" }, address, copy.button, copy.said),
  );
  const clear = () => {
    address.replaceChildren(...wrapping(template));
    write(state, texts.callback.later);
    element.classList.add("pending");
    copy.button.disabled = true;
  };
  clear();

  return {
    element,
    clear,
    /** @param {{ id?: string, name?: string }} created */
    show({ id, name = "" }) {
      if (id === undefined) return;
      address.replaceChildren(...wrapping(template.replace("{id}", () => encodeURIComponent(id))));
      // What is typed from then on may be about another one.
      write(state, texts.callback.of(name));
      element.classList.remove("pending");
      copy.button.disabled = false;
    },
  };
}
