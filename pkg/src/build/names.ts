/** The names of a form's inputs: from `config.appId` or `redirectUris[0]` to a place in a draft. */
import { elementsOf, entriesOf, isArraySafely, keysOf, member, readOwn } from "../read.js";

/** What a name may not lead through: an object could take it for its prototype. */
const REFUSED = ["__proto__", "constructor", "prototype"];

/** The index of a row. Nobody types the 10,000th: a number of more digits is none. */
export const INDEX = /^(?:0|[1-9]\d{0,3})$/;

/** A key, an index, or `""`, which `redirectUris[]` means: the next row. */
type Segment = string | number;

type Container = Record<string, unknown> | unknown[];

/** Is told of a value that is left out, and the name that it has. */
export type Lose = (value: unknown, name: unknown) => void;

/** What is known of a draft while it is made. */
interface Drawing {
  /** The containers that names made: no one else's, so they may be written to. */
  readonly made: WeakSet<object>;
  /** Objects whose fields are in the draft, and the containers that have them. */
  readonly merged: WeakMap<object, WeakSet<object>>;
  readonly lose: (value: unknown) => void;
}

/**
 * The draft that the entries of a form make up. A name that appears more than once makes a list. Names that are refused
 * or malformed, and indexes of 10,000 and above, are left out.
 * @param entries names and values, such as a `FormData` gives
 * @param maps the names of fields that take any key: what follows their first separator is one key, as it stands
 * @param lose is told each value that is left out
 */
export function decodeEntries(
  entries: Iterable<readonly [string, unknown]>,
  maps: readonly string[],
  lose: Lose = () => {},
): Record<string, unknown> {
  const draft: Record<string, unknown> = {};
  let called: unknown;
  const drawing: Drawing = { made: new WeakSet(), merged: new WeakMap(), lose: (value) => lose(value, called) };
  try {
    for (const entry of isArraySafely(entries) ? elementsOf(entries) : entries) {
      const [name, value] = [member(entry, "0"), member(entry, "1")];
      called = name;
      const segments = typeof name === "string" && segmentsIn(name, maps);
      if (!segments) {
        drawing.lose(value);
        continue;
      }
      // An object may have all rows under `redirectUris[]`, as parsers of queries give them.
      const rows = segments[segments.length - 1] === "" ? rowsOf(value) : [value];
      for (const row of rows) place(draft, segments, isEmptyFile(row) ? "" : row, drawing);
    }
  } catch {
    // Nothing that has entries, or no more of them: what was read until then.
  }
  return draft;
}

/** A file input that nothing was chosen in. */
function isEmptyFile(value: unknown): boolean {
  return Object.prototype.toString.call(value) === "[object File]" && (value as { readonly size: number }).size === 0;
}

/** The way that a name describes; nothing where it is refused. */
export function segmentsIn(name: string, maps: readonly string[]): readonly Segment[] | undefined {
  const segments: Segment[] = [];
  const next = /(?:^|\.)([^.[\]]+)|\[([^.[\]]*)\]/y;
  while (next.lastIndex < name.length) {
    const at = next.lastIndex;
    const last = segments[segments.length - 1];
    const found = typeof last === "string" && maps.includes(last) ? undefined : next.exec(name);
    if (found === null) return undefined;
    // Behind a map's first separator, which is one character, all is one key; only a bracket also ends.
    const key = found ? (found[1] ?? found[2] ?? "") : name.slice(at + 1, name[at] === "[" && name.endsWith("]") ? -1 : undefined);
    if (REFUSED.includes(key)) return undefined;
    const number = found !== undefined && /^\d+$/.test(key);
    if (number && !INDEX.test(key)) return undefined;
    segments.push(number ? Number(key) : key);
    if (!found) break;
  }
  return segments.length > 0 ? segments : undefined;
}

/** Puts a value where the segments lead, unless something else is in the way. */
function place(draft: Container, segments: readonly Segment[], value: unknown, drawing: Drawing): void {
  let container: Container | undefined = draft;
  for (const [depth, segment] of segments.entries()) {
    const key = keyIn(container, segment);
    const next = segments[depth + 1];
    if (key !== undefined && next === undefined) return put(container, key, value, drawing);
    container = key !== undefined && next !== undefined ? descend(container, key, next, drawing) : undefined;
    if (!container) return drawing.lose(value);
  }
}

function keyIn(container: Container, segment: Segment): PropertyKey | undefined {
  if (Array.isArray(container)) return segment === "" ? container.length : typeof segment === "number" ? segment : undefined;
  return typeof segment === "string" ? segment : undefined;
}

/** The container at a key, made where there is none. One that is the caller's own is copied, not written to. */
function descend(container: Container, key: PropertyKey, next: Segment, { made }: Drawing): Container | undefined {
  const found = readOwn(container, key);
  if (typeof found === "object" && found !== null && made.has(found)) return found as Container;
  const list = next === "" || typeof next === "number";
  const fresh = copyOf(found, list);
  if (!fresh) return undefined;
  made.add(fresh);
  (container as Record<PropertyKey, unknown>)[key] = fresh;
  return fresh;
}

function copyOf(found: unknown, list: boolean): Container | undefined {
  if (found === undefined || found === null) return list ? [] : {};
  // A blank input beside those of a map's keys says nothing.
  if (!list && typeof found === "string" && found.trim() === "") return {};
  if (typeof found === "object") {
    // Not by spreading it: what cannot be read is told at its place.
    if (isArraySafely(found) === false) return Object.fromEntries((keysOf(found) ?? []).map((key) => [key, readOwn(found, key)]));
    const rows: unknown[] = [];
    for (const [index, row] of entriesOf(found)) rows[index] = row;
    return rows;
  }
  return list ? [found] : undefined;
}

function put(container: Container, key: PropertyKey, value: unknown, drawing: Drawing): void {
  const found = readOwn(container, key);
  const target = container as Record<PropertyKey, unknown>;
  if (found === undefined) target[key] = value;
  else if (Array.isArray(container)) container.push(value);
  else if (drawing.made.has(found as object)) merge(found as Container, value, drawing);
  else {
    const list = [...rowsOf(found), ...rowsOf(value)];
    drawing.made.add(list);
    target[key] = list;
  }
}

/** Adds a list's rows or an object's fields to what names made; a text is in the way of names that lead further. */
function merge(found: Container, value: unknown, drawing: Drawing): void {
  if (Array.isArray(found)) {
    for (const row of rowsOf(value)) found.push(row);
  } else if (typeof value === "object" && value !== null && isArraySafely(value) === false) {
    // Once is enough: an object may be given again and again.
    const targets = drawing.merged.get(value) ?? new WeakSet();
    if (targets.has(found)) return;
    drawing.merged.set(value, targets.add(found));
    for (const key of keysOf(value) ?? []) {
      const member = readOwn(value, key);
      if (REFUSED.includes(key)) drawing.lose(member);
      else put(found, key, member, drawing);
    }
  } else drawing.lose(value);
}

/** A list's rows, or what is a row by itself. */
function rowsOf(value: unknown): readonly unknown[] {
  return isArraySafely(value) ? elementsOf(value) : [value];
}
