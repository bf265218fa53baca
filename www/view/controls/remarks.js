import { button, h, retype, setAttribute } from "../dom.js";
import { texts } from "../texts.js";

/**
 * What is said about a spot.
 *
 * @typedef {{ severity: "warning" | "info", message: string, fix?: string }} Advised
 * @typedef {{ problem?: string, advice?: Advised[] }} Remark the problem may have several lines
 * @typedef {{ errors: string[], advice: string[] }} Shown ids of the lines that are shown
 */

/** Nothing is shown. @type {Shown} */
export const silent = { errors: [], advice: [] };

/**
 * The lines for a problem and for advice, hidden while there is none.
 *
 * @param {string} id
 * @param {HTMLInputElement | HTMLTextAreaElement} [input] where a fix goes; without one none is offered
 */
export function remarkLines(id, input) {
  const text = h("span", { class: "error-text" });
  const error = h("p", { class: "error", id: `${id}-error`, hidden: true }, h("span", { class: "unseen" }, texts.problem, " "), text);
  const list = h("ul", { class: "advice", id: `${id}-advice`, hidden: true });
  let drawn = "[]";
  return {
    elements: [error, list],
    /** @param {Remark} [remark] @returns {Shown} */
    show({ problem, advice = [] } = {}) {
      error.hidden = problem === undefined;
      text.textContent = problem ?? "";
      list.hidden = advice.length === 0;
      // Redrawing what has not changed would take the focus off its button.
      const now = JSON.stringify(advice);
      if (now !== drawn) list.replaceChildren(...advice.map((one) => line(one, input)));
      drawn = now;
      return { errors: error.hidden ? [] : [error.id], advice: list.hidden ? [] : [list.id] };
    },
  };
}

/** @param {Advised} advice @param {HTMLInputElement | HTMLTextAreaElement} [input] */
function line({ severity, message, fix }, input) {
  const words = h("span", { class: "advice-text" }, h("span", { class: "unseen" }, texts.severity[severity], " "), message);
  const item = h("li", { class: `advice-line ${severity}` }, words);
  if (!input || fix === undefined) return item;
  // The focus moves to the input: the button goes with its advice.
  const apply = button(texts.applyFix, "apply", () => retype(input, fix));
  setAttribute(apply, "aria-label", texts.fixLabel(fix));
  setAttribute(apply, "title", fix);
  item.append(apply);
  return item;
}

/**
 * Keeps an input's `aria-invalid` and `aria-describedby` in step with the lines that speak about it.
 *
 * @param {HTMLElement} input
 * @param {string[]} standing ids of what always describes it
 * @returns {(...shown: Shown[]) => void}
 */
export function described(input, standing) {
  const update = (/** @type {Shown[]} */ ...shown) => {
    const errors = shown.flatMap((lines) => lines.errors);
    const advice = shown.flatMap((lines) => lines.advice);
    setAttribute(input, "aria-invalid", errors.length > 0 ? "true" : undefined);
    setAttribute(input, "aria-describedby", [...standing, ...errors, ...advice].join(" ") || undefined);
  };
  update(silent);
  return update;
}
