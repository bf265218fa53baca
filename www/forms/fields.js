import { drawControl } from "../view/controls/control.js";
import { announceChange } from "../view/dom.js";
import { both } from "../view/language.js";
import { named } from "./naming.js";
import { inDrawingOrder, tagOf } from "./order.js";

/**
 * @typedef {import("prevet").FieldInfo} FieldInfo
 * @typedef {import("../view/controls/control.js").Control} Control
 * @typedef {import("../view/controls/control.js").Value} Value
 * @typedef {import("./draft.js").Problem} Problem
 */

/**
 * Draws all fields of a form from its schema. The fields of every branch are there from the start and keep what was
 * typed; only the chosen branch's are to be seen, and count.
 *
 * @param {import("./catalogue.js").Entry} entry
 * @param {(message: string) => void} announce
 */
export function drawFields(entry, announce) {
  const fields = inDrawingOrder(entry.schema.fields);
  const tag = tagOf(fields);
  const controls = new Map(fields.map((field) => [field, drawControl(field, {
    id: `${entry.id}${field.pointer.replaceAll("/", "-")}`,
    marksFirst: entry.defaultsToFirst?.includes(field.pointer),
    hints: field === tag ? branchHints(field, fields) : undefined,
    announce,
  })]));
  const controlOf = (/** @type {FieldInfo} */ field) => /** @type {Control} */ (controls.get(field));
  const chosen = () => (tag ? controlOf(tag).read() : undefined);
  const drawn = () => fields.filter(({ when }) => when === undefined || when === chosen());
  const fieldAt = (/** @type {string} */ spot) => drawn().find(({ pointer }) => pointer === fieldPart(spot));
  const contents = () => fields.map((field) => controlOf(field).read());

  /** @param {Value[]} [values] as from `contents`; without them, what the form starts with */
  const fill = (values) => fields.forEach((field, index) => controlOf(field).write(values ? values[index] : entry.initial[field.pointer]));
  fill();
  /** What stands among the fields without being one. @type {{ element: HTMLElement, when: string }[]} */
  const guests = [];
  let settled = JSON.stringify(contents());

  return {
    elements: fields.map((field) => controlOf(field).element),
    drawn,
    valueOf: (/** @type {FieldInfo} */ field) => controlOf(field).read(),
    contents,
    fill,
    isDirty: () => JSON.stringify(contents()) !== settled,

    /** What is in the fields now was sent: leaving the page loses nothing. */
    settle() {
      settled = JSON.stringify(contents());
    },

    /** Shows the fields of the chosen branch only. */
    drawBranch() {
      const visible = new Set(drawn());
      for (const [field, control] of controls) control.element.hidden = !visible.has(field);
      for (const { element, when } of guests) element.hidden = when !== chosen();
    },

    /** @param {Map<string, import("../view/controls/remarks.js").Remark>} remarks by spot */
    show(remarks) {
      for (const control of controls.values()) control.show(remarks);
    },

    /** The text of a field that is drawn. @param {string} pointer */
    textAt(pointer) {
      const field = drawn().find((one) => one.pointer === pointer);
      return field ? String(controlOf(field).read()) : "";
    },

    /**
     * Puts something behind a field, to be seen with a branch only.
     *
     * @param {string} pointer
     * @param {HTMLElement} element
     * @param {string} when the branch
     */
    addBehind(pointer, element, when) {
      const field = fields.find((one) => one.pointer === pointer);
      if (field) controlOf(field).element.after(element);
      guests.push({ element, when });
    },

    /** Puts a text into a field, as if it were typed. @param {string} pointer @param {string} text */
    put(pointer, text) {
      const field = drawn().find((one) => one.pointer === pointer);
      if (!field) return;
      controlOf(field).write(text);
      announceChange(controlOf(field).element);
    },

    /** @param {string} spot @returns {HTMLElement | undefined} what to focus for it; nothing for the form itself */
    anchor(spot) {
      const field = fieldAt(spot);
      return field && controlOf(field).anchor(spot);
    },

    /** A server's words, with what their places are called now. @param {import("./naming.js").Refusal[]} refusals @returns {Problem[]} */
    named: (refusals) =>
      refusals.map((refusal) => {
        const field = fieldAt(refusal.spot);
        return named(refusal, field, field && controlOf(field).read());
      }),

    /**
     * Problems, or pieces of advice, as they follow on the page.
     *
     * @template {Problem} T
     * @param {T[]} problems
     * @returns {T[]}
     */
    inOrder(problems) {
      const order = drawn().map(({ pointer }) => pointer);
      const rank = (/** @type {Problem} */ { spot }) => order.indexOf(fieldPart(spot));
      return [...problems].sort((a, b) => rank(a) - rank(b));
    },
  };
}

/** @param {string} spot */
const fieldPart = (spot) => spot.split("#")[0];

/**
 * A line about each option of a tag: what it asks for.
 *
 * @param {FieldInfo} tag
 * @param {FieldInfo[]} fields
 */
function branchHints(tag, fields) {
  const asked = (/** @type {string} */ value) => fields.filter(({ when }) => when === value);
  return (tag.options ?? []).map((value) =>
    both((say, locale) => new Intl.ListFormat(locale, { type: "conjunction" }).format(asked(value).map(({ label }) => say(label)))),
  );
}
