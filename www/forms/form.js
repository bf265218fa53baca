import { drawAnnouncer } from "../view/announcer.js";
import { drawCallback } from "../view/callback.js";
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
import { pressing } from "./pressing.js";
import { remarksBySpot } from "./remarks.js";
import { commandOf, destination } from "./sending.js";
import { submission } from "./submission.js";
import { telling } from "./telling.js";

/** @typedef {import("./draft.js").Problem} Problem */
/** @typedef {import("./catalogue.js").Entry} Entry */

/**
 * Draws one form of the page and brings it to life. What it says when is in `telling.js`; advice blocks nothing: the button
 * asks once before it sends a request with warnings.
 *
 * @param {Entry} entry
 * @returns {{ element: HTMLElement, isDirty: () => boolean }}
 */
export function drawForm(entry) {
  const parts = partsOf(entry);
  const { fields, summary, success, caution, payload, said } = parts;

  const examine = () => {
    const { draft, misfits, place, placeSent } = draftOf(fields.drawn(), fields.valueOf);
    const built = entry.schema.build(draft, { locale: language() });
    const found = built.success ? [] : place(built.issues);
    const body = entry.schema.redact(built.success ? built.payload : withoutBlanks(draft));
    return { built, body, problems: fields.inOrder([...misfits, ...found]), advice: fields.inOrder(place(built.advice)), placeSent };
  };

  const refresh = () => {
    const { body, problems, advice } = examine();
    const shown = said.problems(problems);
    const all = fields.inOrder([...shown, ...fields.named(said.refused())]);
    const told = said.advice(advice);
    fields.show(remarksBySpot(all, told));
    summary.update(all);
    caution.update(told);
    assistant?.refresh();
    const state = { shown: all.length, hidden: problems.length - shown.length };
    payload.update(body, said.isSubmitted() ? state : undefined);
    return shown;
  };

  /** @param {string[]} spots those that a person just left */
  const leave = (spots) => {
    const { problems, advice } = examine();
    const news = said.leave(spots, problems, advice);
    if (news.length > 0) parts.announcer.announce(news.join(" "));
    refresh();
  };

  const typed = () => {
    parts.announcer.forget();
    success.hide();
    caution.takeBack();
    fields.drawBranch();
    refresh();
  };

  const assistant = drawAssistant(entry, fields, leave);
  const reset = clearing(fields, () => {
    said.clear();
    parts.callback?.clear();
    summary.update([]);
    typed();
  });
  const form = layout(entry, parts, reset);
  if (entry.assistant && assistant) fields.addBehind(entry.assistant.behind, assistant.element, entry.assistant.when);
  const press = pressing();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!press.isRepeated()) submit(parts, examine, refresh);
  });
  form.addEventListener("input", ({ target }) => {
    reset.forget();
    const changed = spotsAround(target);
    // The assistant's own inputs are not sent.
    if (changed.length === 0) return;
    said.change(changed);
    typed();
  });
  form.addEventListener("focusout", (event) => {
    // A window that loses the focus has not left the field.
    if (document.hasFocus()) afterPointer(() => leave(spotsAround(event.target, event.relatedTarget)));
  });
  onLanguage(() => {
    said.reword();
    refresh();
  });

  typed();
  const element = h("div", { class: "bench" }, form, payload.element);
  element.addEventListener("input", press.forget);
  return { element, isDirty: fields.isDirty };
}

/** @typedef {ReturnType<typeof partsOf>} Parts */

/**
 * What a form is put together from.
 *
 * @param {Entry} entry
 */
function partsOf(entry) {
  const announcer = drawAnnouncer();
  const { announce } = announcer;
  const fields = drawFields(entry, announce);
  const simulator = drawSimulator(`${entry.id}-simulator`);
  const sendButton = h("button", { type: "submit", class: "primary" });
  const sending = submission(entry, sendButton, simulator.wanted, announce);
  return {
    announcer,
    fields,
    sendButton,
    sending,
    said: telling(),
    summary: drawSummary(fields.anchor),
    success: drawSuccess(),
    callback: entry.callback === undefined ? undefined : drawCallback(new URL(destination(entry)).origin + entry.callback),
    payload: drawPayload(destination(entry), simulator.element, (body) => commandOf(entry, body)),
    caution: cautioning(fields.anchor, sending.caution, announce),
  };
}

/**
 * Sends a form, if nothing is against it, and shows the answer.
 *
 * @param {Parts} parts
 * @param {() => { built: ReturnType<Entry["schema"]["build"]>, problems: Problem[], advice: import("./remarks.js").Told[], placeSent: ReturnType<typeof draftOf>["placeSent"] }} examine
 * @param {() => Problem[]} refresh shows what there is to say, and gives the problems
 */
async function submit({ fields, summary, success, callback, caution, sending, said }, examine, refresh) {
  if (!sending.isOpen()) return;
  /** @param {Problem[]} problems @param {import("prevet").Text} title */
  const tell = (problems, title) => {
    summary.show(problems, title);
    summary.focus();
  };
  const { built, problems, advice, placeSent } = examine();
  said.submit(problems);
  const shown = refresh();
  success.hide();
  if (!built.success || shown.length > 0) return tell(shown, texts.summary);
  if (caution.asks(advice)) return;
  caution.takeBack();
  const sent = JSON.stringify(fields.contents());
  const reply = await sending.send(built.payload);
  if ("refused" in reply) {
    said.refuse(() => fields.inOrder(placeSent(reply.refused().issues)));
    tell(fields.named(said.refused()), reply.unreachable ? texts.unreachable : texts.refused[reply.refused().kind]);
    refresh();
  } else {
    // What was typed while the request was under way was not sent.
    if (JSON.stringify(fields.contents()) === sent) fields.settle();
    callback?.show(/** @type {{ id?: string, name?: string }} */ (reply.created));
    success.show(reply.created);
  }
}

/**
 * The assistant of a form that has one.
 *
 * @param {Entry} entry
 * @param {Parts["fields"]} fields
 * @param {(spots: string[]) => void} leave
 */
function drawAssistant(entry, fields, leave) {
  return entry.assistant?.draw(`${entry.id}-assistant`, {
    put(values) {
      const filled = Object.entries(values).map(([name, value]) => /** @type {const} */ ([`/config/${name}`, value]));
      for (const [pointer, value] of filled) fields.put(pointer, value);
      leave(filled.map(([pointer]) => pointer));
    },
    switchTo(type) {
      fields.put("/type", type);
      fields.anchor("/type")?.focus();
    },
    issuer: () => fields.textAt("/config/issuer"),
  });
}

/**
 * @param {Entry} entry
 * @param {Parts} parts
 * @param {ReturnType<typeof clearing>} reset
 */
function layout(entry, { fields, summary, success, callback, caution, sendButton, announcer }, reset) {
  return h(
    "form",
    // The checks are prevet's: the browser's own would stop at the first one and word it differently.
    { class: "form", novalidate: true, autocomplete: "off", "aria-labelledby": `tab-${entry.id}` },
    h("p", { class: "intro" }, entry.intro),
    summary.element,
    success.element,
    ...(callback ? [callback.element] : []),
    ...fields.elements,
    caution.element,
    h("div", { class: "actions" }, sendButton, button(texts.clear, "quiet", reset.clear)),
    reset.element,
    announcer.element,
  );
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
