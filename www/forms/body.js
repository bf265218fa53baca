import { rowSpot } from "../view/controls/spot.js";
import { texts } from "../view/texts.js";

/**
 * From what a form holds to the body that it means: blank fields and blank rows are left out.
 *
 * The rows of a list keep their places while they are judged, so that a message about "Redirect URI 3" means the third row
 * on the page; a blank row is `undefined` there, and what is said about it is nobody's problem.
 *
 * @typedef {import("prevet").FieldInfo} FieldInfo
 * @typedef {import("prevet").Issue} Issue
 * @typedef {import("../view/controls/control.js").Row} Row
 * @typedef {import("../view/controls/control.js").Value} Value
 * @typedef {{ spot: string, message: string }} Problem a spot of `""` is the form itself
 */

/**
 * What the form holds, ready to be judged.
 *
 * @param {FieldInfo[]} fields those that are drawn
 * @param {(field: FieldInfo) => Value} valueOf what a field holds
 * @returns {{ draft: Record<string, unknown>, misfits: Problem[], place: (issues: readonly Issue[]) => Problem[] }}
 *   `misfits` are the rows that do not fit in any body; `place` finds the spots of the issues that count
 */
export function draftOf(fields, valueOf) {
  /** @type {Record<string, unknown>} */
  const draft = {};
  /** @type {Map<string, string | undefined>} */
  const spots = new Map();
  /** @type {Problem[]} */
  const misfits = [];

  for (const field of fields) {
    const { parent, key } = placeIn(draft, field.pointer);
    const value = valueOf(field);
    spots.set(field.pointer, field.pointer);
    if (typeof value === "string") {
      if (!isBlank(value)) parent[key] = value;
    } else if (field.options) {
      if (value.length > 0) parent[key] = value;
    } else if (field.kind === "map") {
      const map = entriesOf(field.pointer, /** @type {Row[]} */ (value));
      parent[key] = Object.fromEntries(map.entries);
      misfits.push(...map.misfits);
    } else {
      const rows = /** @type {Row[]} */ (value);
      const lines = rows.map(({ text }) => (isBlank(text) ? undefined : text));
      parent[key] = lines.some((line) => line !== undefined) ? lines : [];
      rows.forEach(({ id }, index) => spots.set(`${field.pointer}/${index}`, lines[index] && rowSpot(field.pointer, id)));
    }
  }
  const place = (/** @type {readonly Issue[]} */ issues) =>
    issues.flatMap(({ pointer, message }) => {
      const spot = nearest(spots, pointer);
      return spot === undefined ? [] : [{ spot, message }];
    });
  return { draft, misfits, place };
}

/**
 * The body that would be sent: a draft without its blank rows.
 *
 * @template T
 * @param {T} draft
 * @returns {T}
 */
export function bodyOf(draft) {
  if (Array.isArray(draft)) return /** @type {T} */ (draft.filter((row) => row !== undefined));
  if (typeof draft !== "object" || draft === null) return draft;
  return /** @type {T} */ (Object.fromEntries(Object.entries(draft).map(([key, value]) => [key, bodyOf(value)])));
}

/**
 * The object that holds a field, made where it is missing: a body without `config` would have one problem there, in place
 * of one at each of its fields.
 *
 * @param {Record<string, any>} body
 * @param {string} pointer
 */
function placeIn(body, pointer) {
  const segments = pointer.split("/").slice(1);
  const key = /** @type {string} */ (segments.pop());
  const parent = segments.reduce((at, segment) => (at[segment] ??= {}), body);
  return { parent, key };
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
  const seen = new Set();
  rows.forEach(({ id, key = "", text }, index) => {
    const spot = rowSpot(pointer, id);
    if (isBlank(key)) {
      if (text !== "") misfits.push({ spot, message: texts.keyMissing(index + 1) });
    } else if (seen.has(key)) {
      misfits.push({ spot, message: texts.keyRepeated(index + 1) });
    } else {
      seen.add(key);
      entries.push([key, text]);
    }
  });
  return { entries, misfits };
}

/**
 * The spot of the place itself, or of the nearest one around it.
 *
 * @param {Map<string, string | undefined>} spots
 * @param {string} pointer
 * @returns {string | undefined} nothing for a blank row
 */
function nearest(spots, pointer) {
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    if (spots.has(at)) return spots.get(at);
  }
  return "";
}

/** @param {string} text */
const isBlank = (text) => text.trim() === "";
