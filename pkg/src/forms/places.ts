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
export function placesOf(controls: readonly Control[], maps: readonly string[]): ControlAt {
  const draft = (values: (control: Control) => readonly string[]) =>
    decodeEntries(
      controls.flatMap((control) => values(control).map((value) => [control.name, new Entry(control, value)] as const)),
      maps,
    );
  const sent = draft(valuesOf);
  // What is not ticked or not enabled is not in the form's data, but may well be what is missing.
  const drawn = draft(() => [""]);
  const at = (path: Path, payload?: unknown) => firstIn(walk(sent, path, payload)) ?? firstIn(walk(drawn, path));
  return (path, payload) => {
    if (path.length === 0) return undefined;
    const isRow = typeof path[path.length - 1] === "number";
    return at(path, payload) ?? (isRow ? at(path.slice(0, -1)) : undefined);
  };
}

function walk(draft: unknown, path: Path, payload?: unknown): unknown {
  let [at, body] = [draft, payload];
  for (const segment of path) {
    // A list may be one control with a row on each line.
    if (at instanceof Entry) return at;
    if (!isContainer(at)) return undefined;
    at = readOwn(Array.isArray(at) && Array.isArray(body) ? sentRows(at, body) : at, segment);
    body = isContainer(body) ? readOwn(body, segment) : undefined;
  }
  return at;
}

/** The drafted rows in the order in which a payload has them. */
function sentRows(rows: readonly unknown[], values: readonly unknown[]): readonly unknown[] {
  let next = 0;
  return values.map((value) => {
    while (next < rows.length && textOf(rows[next]) !== value) next++;
    return rows[next++];
  });
}

function textOf(row: unknown): string | undefined {
  return row instanceof Entry ? String(row.value).trim() : undefined;
}

function firstIn(at: unknown): Control | undefined {
  if (at instanceof Entry) return at.control;
  return isContainer(at) ? Object.values(at).map(firstIn).find(Boolean) : undefined;
}

/** Of a draft, no key is `constructor`: `decodeEntries` refuses it. */
function isContainer(at: unknown): at is object {
  return Array.isArray(at) || (at as object | undefined)?.constructor === Object;
}
