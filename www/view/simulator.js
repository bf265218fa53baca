import { h } from "./dom.js";
import { texts } from "./texts.js";

/**
 * What the sandbox is asked to answer: by the request alone, or with a refusal that only a server decides on.
 *
 * @param {string} id
 */
export function drawSimulator(id) {
  const options = texts.simulations.map(([value, label]) => h("option", { value }, label));
  const choice = h("select", { class: "input", id, autocomplete: "off" }, ...options);
  return {
    element: h(
      "div",
      { class: "simulator" },
      h("label", { for: id, class: "label" }, texts.simulate),
      choice,
      h("p", { class: "help" }, texts.simulateHelp),
    ),
    /** @returns {number | undefined} a status, or nothing for an honest answer */
    wanted: () => Number(choice.value) || undefined,
  };
}
