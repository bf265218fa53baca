import { button, h } from "../view/dom.js";
import { language, onLanguage } from "../view/language.js";
import { drawPayload } from "../view/payload.js";
import { afterPointer } from "../view/pointer.js";
import { drawSimulator } from "../view/simulator.js";
import { drawSuccess } from "../view/success.js";
import { drawSummary } from "../view/summary.js";
import { texts } from "../view/texts.js";
import { cautioning } from "./cautioning.js";
import { clearing } from "./clearing.js";
import { draftOf, withoutBlanks } from "./draft.js";
import { drawFields } from "./fields.js";
import { remarksBySpot } from "./remarks.js";
import { destination } from "./sending.js";
import { submission } from "./submission.js";

/** @typedef {import("./draft.js").Problem} Problem */

/**
 * Draws one form of the page and brings it to life.
 *
 * A spot says nothing until it is left for the first time or the form is submitted. From its first message on it is
 * watched: its message follows every change, and goes as soon as the problem is gone. Advice on a spot follows every change
 * from when it was left, and blocks nothing: the button asks once before it sends a request with warnings. What the server
 * said about a spot goes as soon as the spot is changed, for nobody here knows whether it is right then.
 *
 * @param {import("./catalogue.js").Entry} entry
 * @returns {{ element: HTMLElement, isDirty: () => boolean }}
 */
export function drawForm(entry) {
  const announcer = h("p", { class: "unseen", "aria-live": "polite" });
  const announce = (/** @type {string} */ message) => { announcer.textContent = message; };
  const fields = drawFields(entry, announce);
  const summary = drawSummary(fields.anchor);
  const success = drawSuccess();
  const simulator = drawSimulator(`${entry.id}-simulator`);
  const payload = drawPayload(destination(entry), simulator.element);
  const sendButton = h("button", { type: "submit", class: "primary" });
  const sending = submission(entry, sendButton, simulator.wanted, announce);
  const caution = cautioning(fields.anchor, sending.caution, announce);
  /** @type {Set<string>} the spots that were left once: advice on them is told */
  const left = new Set();
  /** @type {Set<string>} */
  const watched = new Set();
  /** @type {Problem[]} what the server said, as far as it still stands */
  let refused = [];
  /** Reads the server's words again. */
  let readRefusal = () => refused;
  let submitted = false;

  const examine = () => {
    const { draft, misfits, place, placeSent } = draftOf(fields.drawn(), fields.valueOf);
    const built = entry.schema.build(draft, { locale: language() });
    const found = built.success ? [] : place(built.issues);
    const body = entry.schema.redact(built.success ? built.payload : withoutBlanks(draft));
    return { built, body, problems: fields.inOrder([...misfits, ...found]), advice: fields.inOrder(place(built.advice)), placeSent };
  };

  const refresh = () => {
    const { body, problems, advice } = examine();
    const shown = problems.filter(({ spot }) => watched.has(spot));
    const all = fields.inOrder([...shown, ...refused]);
    const told = advice.filter(({ spot }) => submitted || left.has(spot));
    fields.show(remarksBySpot(all, told));
    summary.update(all);
    caution.update(told);
    assistant?.refresh();
    const state = { shown: all.length, hidden: problems.length - shown.length };
    payload.update(body, submitted ? state : undefined);
    return shown;
  };

  /** @param {string[]} spots those that a person just left */
  const leave = (spots) => {
    const { problems, advice } = examine();
    const fresh = problems.filter(({ spot }) => spots.includes(spot) && !watched.has(spot));
    const news = submitted ? [] : advice.filter(({ spot }) => spots.includes(spot) && !left.has(spot));
    for (const { spot } of fresh) watched.add(spot);
    for (const spot of spots) left.add(spot);
    if (fresh.length + news.length > 0) announce([...fresh, ...news].map(({ message }) => message).join(" "));
    refresh();
  };

  const submit = async () => {
    if (!sending.isOpen()) return;
    submitted = true;
    refused = [];
    const { built, problems, advice, placeSent } = examine();
    for (const { spot } of problems) watched.add(spot);
    const shown = refresh();
    success.hide();
    if (!built.success || shown.length > 0) return tell(shown, texts.summary);
    if (caution.asks(advice)) return;
    caution.takeBack();
    const sent = JSON.stringify(fields.contents());
    const reply = await sending.send(built.payload);
    if ("refused" in reply) {
      readRefusal = () => fields.inOrder(placeSent(reply.refused().issues));
      refused = readRefusal();
      tell(refused, texts.refused[reply.refused().kind]);
      refresh();
    } else {
      // What was typed while the request was under way was not sent.
      if (JSON.stringify(fields.contents()) === sent) fields.settle();
      success.show(reply.created);
    }
  };
  /** @param {Problem[]} problems @param {import("prevet").Text} title */
  const tell = (problems, title) => {
    summary.show(problems, title);
    summary.focus();
  };

  const typed = () => {
    success.hide();
    caution.takeBack();
    fields.drawBranch();
    refresh();
  };

  const assistant = entry.assistant?.draw(`${entry.id}-assistant`, {
    put(values) {
      const filled = Object.entries(values).map(([name, value]) => /** @type {const} */ ([`/config/${name}`, value]));
      for (const [pointer, value] of filled) fields.put(pointer, value);
      leave(filled.map(([pointer]) => pointer));
    },
    switchTo: (type) => fields.put("/type", type),
    issuer: () => fields.textAt("/config/issuer"),
  });

  const reset = clearing(fields, () => {
    watched.clear();
    left.clear();
    refused = [];
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
    caution.element,
    h("div", { class: "actions" }, sendButton, button(texts.clear, "quiet", reset.clear)),
    reset.element,
    announcer,
  );
  if (entry.assistant && assistant) fields.addBehind(entry.assistant.behind, assistant.element, entry.assistant.when);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  form.addEventListener("input", ({ target }) => {
    reset.forget();
    const changed = spotsAround(target);
    // The assistant's own inputs are not sent.
    if (changed.length === 0) return;
    refused = refused.filter(({ spot }) => spot !== "" && !changed.includes(spot));
    typed();
  });
  form.addEventListener("focusout", (event) => {
    // A window that loses the focus has not left the field.
    if (document.hasFocus()) afterPointer(() => leave(spotsAround(event.target, event.relatedTarget)));
  });
  onLanguage(() => {
    const standing = new Set(refused.map(({ spot }) => spot));
    refused = readRefusal().filter(({ spot }) => standing.has(spot));
    refresh();
  });

  typed();
  return { element: h("div", { class: "bench" }, form, payload.element), isDirty: fields.isDirty };
}

/**
 * The spots around an element which do not also hold another one.
 *
 * @param {EventTarget | null} target
 * @param {EventTarget | null} [other]
 * @returns {string[]}
 */
function spotsAround(target, other = null) {
  const spots = [];
  for (let at = /** @type {Element} */ (target).closest("[data-spot]"); at; at = at.parentElement?.closest("[data-spot]") ?? null) {
    if (!at.contains(/** @type {Node | null} */ (other))) spots.push(/** @type {HTMLElement} */ (at).dataset.spot ?? "");
  }
  return spots;
}
