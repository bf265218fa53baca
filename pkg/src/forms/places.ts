/** Finding the control that an issue is about: what `build` makes of names and values, made of names and controls. */
import { decodeEntries } from "../build/names.js";
import { readOwn } from "../read.js";
import { valuesOf, type Control } from "./controls.js";

type Path = readonly (string | number)[];

/**
 * The control at a path, or the first one below it. For a row of a list that has none, the list's first one.
 * @param payload for a path into the payload, where blank and repeated rows are left out; else it is one into the draft
 */
export type ControlAt = (path: Path, payload?: unknown) => Control | undefined;

/** Where controls are, and what rows of a payload were in the draft. */
export interface Places {
  readonly controlAt: ControlAt;
  /** All controls at a path into the draft and below it, ticked and enabled or not. */
  readonly controlsBelow: (path: Path) => readonly Control[];
  /** A path into a payload as one into the draft that it was made of. */
  readonly draftedAt: (path: Path, payload: unknown) => Path;
}

/** A leaf of a draft of controls. */
class Entry {
  constructor(
    readonly control: Control,
    readonly value: string,
  ) {}
}

/**
 * The places that the controls have by now.
 * @param maps the names of the fields that take any key
 */
export function placesOf(controls: readonly Control[], maps: readonly string[]): Places {
  const draft = (values: (control: Control) => readonly string[]) =>
    decodeEntries(
      controls.flatMap((control) => values(control).map((value) => [control.name, new Entry(control, value)] as const)),
      maps,
    );
  const sent = draft(valuesOf);
  // What is not ticked or not enabled is not in the form's data, but may well be what is missing.
  const drawn = draft(() => [""]);
  const at = (path: Path, payload?: unknown) => controlsIn(walk(sent, path, payload))[0] ?? controlsIn(walk(drawn, path))[0];
  return {
    controlAt(path, payload) {
      if (path.length === 0) return undefined;
      return at(path, payload) ?? (isRow(path) ? at(path.slice(0, -1)) : undefined);
    },
    controlsBelow: (path) => controlsIn(walk(drawn, path)),
    draftedAt(path, payload) {
      const list = path.slice(0, -1);
      const values = list.reduce((body: unknown, segment) => (isContainer(body) ? readOwn(body, segment) : undefined), payload);
      if (!isRow(path) || !Array.isArray(values)) return path;
      const row = path[list.length] as number;
      return [...list, sentRows(textsOf(walk(sent, list)), values)[row] ?? row];
    },
  };
}

function isRow(path: Path): boolean {
  return typeof path[path.length - 1] === "number";
}

function walk(draft: unknown, path: Path, payload?: unknown): unknown {
  let [at, body] = [draft, payload];
  for (const segment of path) {
    // A list may be one control with a row on each line.
    if (at instanceof Entry) return at;
    if (!isContainer(at)) return undefined;
    const row = Array.isArray(at) && Array.isArray(body) ? sentRows(textsOf(at), body)[Number(segment)] : segment;
    at = row === undefined ? undefined : readOwn(at, row);
    body = isContainer(body) ? readOwn(body, segment) : undefined;
  }
  return at;
}

/** The indexes of the drafted rows in the order in which a payload has them. */
function sentRows(rows: readonly (string | undefined)[], values: readonly unknown[]): readonly (number | undefined)[] {
  let next = 0;
  return values.map((value) => {
    while (next < rows.length && rows[next] !== value) next++;
    return next < rows.length ? next++ : undefined;
  });
}

/** What stands in the rows of a list, which may be the lines of one control. */
function textsOf(list: unknown): readonly (string | undefined)[] {
  if (list instanceof Entry) return list.value.split(/\r\n|\r|\n/).map((line) => line.trim());
  return Array.isArray(list) ? list.map((row) => (row instanceof Entry ? String(row.value).trim() : undefined)) : [];
}

function controlsIn(at: unknown): readonly Control[] {
  if (at instanceof Entry) return [at.control];
  return isContainer(at) ? Object.values(at).flatMap(controlsIn) : [];
}

/** Of a draft, no key is `constructor`: `decodeEntries` refuses it. */
function isContainer(at: unknown): at is object {
  return Array.isArray(at) || (at as object | undefined)?.constructor === Object;
}
