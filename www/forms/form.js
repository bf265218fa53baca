import { button, h } from "../view/dom.js";
import { drawPayload } from "../view/payload.js";
import { afterPointer } from "../view/pointer.js";
import { drawSuccess } from "../view/success.js";
import { drawSummary } from "../view/summary.js";
import { texts } from "../view/texts.js";
import { bodyOf, draftOf } from "./body.js";
import { clearing } from "./clearing.js";
import { drawFields } from "./fields.js";
import { masked } from "./mask.js";

/**
 * Draws one form of the page and brings it to life.
 *
 * A spot says nothing until it is left for the first time or the form is submitted. From its first message on it is
 * watched: its message follows every change, and goes as soon as the problem is gone.
 *
 * @param {import("./catalogue.js").Entry} entry
 * @returns {{ element: HTMLElement, isDirty: () => boolean }}
 */
export function drawForm(entry) {
  const announcer = h("p", { class: "unseen", "aria-live": "polite" });
  const announce = (/** @type {string} */ message) => { announcer.textContent = message; };
  const fields = drawFields(entry, announce);
  const summary = drawSummary(fields.anchor);
  const success = drawSuccess(entry.endpoint);
  const payload = drawPayload(entry.endpoint);
  /** @type {Set<string>} */
  const watched = new Set();
  let submitted = false;

  const examine = () => {
    const { draft, misfits, place } = draftOf(fields.drawn(), fields.valueOf);
    const verdict = entry.schema.safeParse(draft);
    const found = verdict.success ? [] : place(verdict.issues);
    return { body: bodyOf(draft), problems: fields.inOrder([...misfits, ...found]) };
  };

  const refresh = () => {
    const { body, problems } = examine();
    const shown = problems.filter(({ spot }) => watched.has(spot));
    fields.show(new Map(shown.map(({ spot, message }) => [spot, message])));
    summary.update(shown);
    const state = { shown: shown.length, hidden: problems.length - shown.length };
    payload.update(masked(body, entry.schema.fields), submitted ? state : undefined);
    return shown;
  };

  /** @param {string[]} spots those that a person just left */
  const leave = (spots) => {
    const fresh = examine().problems.filter(({ spot }) => spots.includes(spot) && !watched.has(spot));
    for (const { spot } of fresh) watched.add(spot);
    if (fresh.length > 0) announce(fresh.map(({ message }) => message).join(" "));
    refresh();
  };

  const submit = () => {
    submitted = true;
    for (const { spot } of examine().problems) watched.add(spot);
    const shown = refresh();
    success.hide();
    if (shown.length > 0) summary.show(shown);
    else success.show();
  };

  const typed = () => {
    success.hide();
    fields.drawBranch();
    refresh();
  };

  const reset = clearing(fields, () => {
    watched.clear();
    submitted = false;
    summary.update([]);
    typed();
  });

  const form = h(
    "form",
    // The checks are prevet's: the browser's own would stop at the first one and word it differently.
    { class: "form", novalidate: true, autocomplete: "off", "aria-labelledby": `tab-${entry.id}` },
    h("p", { class: "intro" }, entry.intro),
    summary.element,
    success.element,
    ...fields.elements,
    h(
      "div",
      { class: "actions" },
      h("button", { type: "submit", class: "primary" }, texts.check),
      button(texts.clear, "quiet", reset.clear),
    ),
    reset.element,
    announcer,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  form.addEventListener("input", () => {
    reset.forget();
    typed();
  });
  form.addEventListener("focusout", (event) => {
    // A window that loses the focus has not left the field.
    if (document.hasFocus()) afterPointer(() => leave(spotsLeft(event)));
  });

  typed();
  return { element: h("div", { class: "bench" }, form, payload.element), isDirty: fields.isDirty };
}

/**
 * The spots around the element that lost the focus which do not also hold the one that got it.
 *
 * @param {FocusEvent} event
 * @returns {string[]}
 */
function spotsLeft({ target, relatedTarget }) {
  const spots = [];
  for (let at = /** @type {Element} */ (target).closest("[data-spot]"); at; at = at.parentElement?.closest("[data-spot]") ?? null) {
    if (!at.contains(/** @type {Node | null} */ (relatedTarget))) spots.push(/** @type {HTMLElement} */ (at).dataset.spot ?? "");
  }
  return spots;
}
