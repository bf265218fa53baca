import { rowSpot, valueSpot } from "../view/controls/spot.js";
import { say } from "../view/language.js";
import { texts } from "../view/texts.js";

/** The advice on an entry of a map that is about its key; any other is about its value. */
const ABOUT_KEY = "zapier-field-key";

/**
 * From what the form's controls hold to a draft that prevet builds a body from, and from the places of issues back to the
 * spots of the form.
 *
 * @typedef {import("prevet").FieldInfo} FieldInfo
 * @typedef {{ pointer: string, message: string, rule?: string }} Told an issue, of prevet's or of a server's, or a piece of advice
 * @typedef {import("../view/controls/control.js").Row} Row
 * @typedef {import("../view/controls/control.js").Value} Value
 * @typedef {{ spot: string, message: string }} Problem a spot of `""` is the form itself
 * @typedef {import("./naming.js").Refusal} Refusal
 */

/**
 * What the form holds, ready to be built.
 *
 * @param {FieldInfo[]} fields those that are drawn
 * @param {(field: FieldInfo) => Value} valueOf what a field holds
 * @returns {{
 *   draft: Record<string, unknown>, misfits: Problem[],
 *   place: <T extends Told>(told: readonly T[]) => (T & Problem)[], placeSent: (issues: readonly import("prevet").ServerRejectedIssue[]) => Refusal[],
 * }} `misfits` are the rows that fit in no body; `place` finds the spots of issues of the draft and of advice on it, `placeSent` those of issues
 *   of the body that was built from it
 */
export function draftOf(fields, valueOf) {
  /** @type {Record<string, unknown>} */
  const draft = {};
  /** @type {Map<string, string>} */
  const spots = new Map();
  /** @type {Map<string, string>} */
  const keys = new Map();
  /** @type {Map<string, string>} */
  const sent = new Map();
  /** @type {Problem[]} */
  const misfits = [];

  for (const field of fields) {
    const { name, pointer } = field;
    const value = valueOf(field);
    spots.set(pointer, pointer);
    if (typeof value === "string" || field.options) {
      draft[name] = value;
    } else if (field.kind === "map") {
      const map = entriesOf(pointer, /** @type {Row[]} */ (value));
      draft[name] = Object.fromEntries(map.entries);
      misfits.push(...map.misfits);
      for (const [key, row] of map.rows) {
        const entry = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
        keys.set(entry, rowSpot(pointer, row));
        spots.set(entry, valueSpot(pointer, row));
      }
    } else {
      const rows = /** @type {Row[]} */ (value);
      draft[name] = rows.map(({ text }) => text);
      rows.forEach(({ id }, index) => spots.set(`${pointer}/${index}`, rowSpot(pointer, id)));
      // Blank rows are not sent, so the rows behind them move up.
      rows.filter(({ text }) => isFilled(text)).forEach(({ id }, index) => sent.set(`${pointer}/${index}`, rowSpot(pointer, id)));
    }
  }
  return {
    draft,
    misfits,
    place: (told) => told.map((one) => ({ ...one, spot: nearest(one.rule === ABOUT_KEY ? keys : spots, one.pointer) })),
    placeSent: (issues) =>
      issues.map(({ pointer, message, params }) => ({ spot: sent.get(pointer) ?? nearest(spots, pointer), message, place: params?.named ?? pointer })),
  };
}

/**
 * The entries of a map, and the rows that cannot be one.
 *
 * @param {string} pointer
 * @param {Row[]} rows
 */
function entriesOf(pointer, rows) {
  /** @type {[string, string][]} */
  const entries = [];
  /** @type {Problem[]} */
  const misfits = [];
  /** @type {Map<string, number>} */
  const taken = new Map();
  rows.forEach(({ id, key = "", text }, index) => {
    const spot = rowSpot(pointer, id);
    if (key.trim() === "") {
      if (text !== "") misfits.push({ spot, message: say(texts.keyMissing(index + 1)) });
    } else if (taken.has(key)) {
      misfits.push({ spot, message: say(texts.keyRepeated(index + 1)) });
    } else {
      taken.set(key, id);
      entries.push([key, text]);
    }
  });
  return { entries, misfits, rows: taken };
}

/**
 * The spot of the place itself, or of the nearest one around it.
 *
 * @param {Map<string, string>} spots
 * @param {string} pointer
 */
function nearest(spots, pointer) {
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    const spot = spots.get(at);
    if (spot !== undefined) return spot;
  }
  return "";
}

/**
 * A draft on display while nothing can be built of it yet: blank texts and rows are left out, as they will be.
 *
 * @param {Record<string, unknown>} draft
 * @returns {Record<string, unknown>}
 */
export function withoutBlanks(draft) {
  const entries = Object.entries(draft).map(([name, value]) => [name, Array.isArray(value) ? value.filter(isFilled) : value]);
  return Object.fromEntries(entries.filter(([, value]) => isFilled(value)));
}

/** @param {unknown} value */
const isFilled = (value) => (typeof value === "string" ? value.trim() !== "" : !Array.isArray(value) || value.length > 0);
