import { h } from "./dom.js";
import { endpointLine } from "./endpoint.js";
import { texts } from "./texts.js";

/** The panel that says that nothing is wrong. @param {string} endpoint */
export function drawSuccess(endpoint) {
  const element = h(
    "div",
    { class: "success", role: "status", tabindex: "-1", hidden: true },
    h("h3", {}, texts.valid),
    h("p", {}, texts.validNote),
    endpointLine(endpoint),
  );
  return {
    element,
    show() {
      element.hidden = false;
      element.focus();
    },
    hide() {
      element.hidden = true;
    },
  };
}
