import { h } from "./dom.js";
import { jsonNodes } from "./json.js";
import { texts } from "./texts.js";

/** The panel with what the server created. */
export function drawSuccess() {
  const code = h("code");
  const element = h(
    "div",
    { class: "success", role: "status", tabindex: "-1", hidden: true },
    h("h3", {}, texts.created),
    h("p", {}, texts.createdNote),
    h("pre", { tabindex: "0", role: "group", "aria-label": texts.answer }, code),
  );
  return {
    element,
    /** @param {unknown} answer without its secrets */
    show(answer) {
      code.replaceChildren(...jsonNodes(answer));
      element.hidden = false;
      element.focus();
    },
    hide() {
      element.hidden = true;
    },
  };
}
