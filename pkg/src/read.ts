/**
 * Reads a JavaScript value along the definition: a fresh snapshot for `data`, and the tape that wasm judges.
 *
 * Whatever the value is, reading it answers in bounded time: only own properties count, each known field is read
 * exactly once, `typeof` and `Array.isArray` decide, and nothing of the value's is called or changed. What nobody
 * asked for (unknown keys, and but for advice free-form maps) is not looked into, so the definition bounds the depth, in
 * free-form maps a number does, and a cycle never matters.
 */
import type { Field, ListNode, Node, UnionNode } from "./definition.js";
import { Tape, Word, type Limits } from "./tape.js";

// A getter may replace these on the globals while it is being read.
const { hasOwn, keys } = Object;
const { isArray } = Array;

/** Stands for a property whose getter or proxy threw; the same in every entry, for a snapshot may go from one to another. */
export const UNREADABLE = Symbol.for("prevet: unreadable");

/** No UUID and no known option comes near this many UTF-16 units: a longer string is wrong by its beginning. */
const LONGEST_WORD = 256;

/** How the tag of a union is read. */
export const TAG: Node = { kind: "enum", options: [] };

/** How the values of a free-form map are read. */
const ANY: Node = { kind: "any" };

/** What a reading gives. */
export interface Reading {
  /** The snapshot; complete where the value is valid. */
  readonly data: unknown;
  /** The words of the tape. */
  readonly words: Uint32Array;
  /** The strings of the tape. */
  readonly text: string;
  /** Whether nothing of a secret was left out because something is too large, or too deep. */
  readonly areSecretsWhole: boolean;
}

/**
 * Reads a value of any kind at all. Never throws.
 * @param extra the scopes of the caller's own, if the reading shall be judged
 */
export function read(node: Node, value: unknown, limits: Limits, extra?: string): Reading {
  const tape = new Tape(limits, extra);
  const data = readValue(tape, node, value, true);
  return { data, words: tape.words, text: tape.text, areSecretsWhole: tape.areSecretsWhole };
}

/** An own property, read once: `undefined` where there is none. Never throws. */
export function readOwn(object: object, key: PropertyKey): unknown {
  try {
    return hasOwn(object, key) ? (object as Record<PropertyKey, unknown>)[key] : undefined;
  } catch {
    return UNREADABLE;
  }
}

/** So deep are free-form maps looked into. */
const DEPTH = 16;

/** An own property of whatever it is, so also of options, for which a caller without types may pass anything. Never throws. */
export function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? readOwn(value, key) : undefined;
}

/** Writes a value and gives its snapshot. Objects are walked only where `deep`. */
function readValue(tape: Tape, node: Node, value: unknown, deep: boolean): unknown {
  switch (typeof value) {
    case "string":
      tape.string(tape.whole ? value : evidence(node, value, tape.extra));
      return value;
    case "undefined":
      tape.word(Word.absent);
      return value;
    case "boolean":
      tape.word(value ? Word.true : Word.false);
      return value;
    case "number":
      tape.number(value);
      return value;
    case "bigint":
      tape.word(Word.bigint);
      return value;
    case "symbol":
      tape.word(value === UNREADABLE ? Word.unreadable : Word.symbol);
      return value;
    case "object":
      if (value !== null) return readObject(tape, node, value, deep);
      tape.word(Word.null);
      return value;
    default:
      tape.word(Word.function);
      return value;
  }
}

/** What the rules have to see of a string. Where only its length matters, as with a credential, its text stays here. */
function evidence(node: Node, text: string, extra: string | undefined): string {
  if (node.kind === "enum") return beginning(text, extra);
  if (node.kind !== "text") return "";
  if (node.format === "uuid") return beginning(text);
  if (node.format === "uri" || node.maxLength !== undefined) return text;
  const { minLength = 0 } = node;
  return text.length < 2 * minLength ? text : "-".repeat(minLength);
}

/**
 * What matters of a string that has to be a UUID or an option.
 * @param extra options of the caller's own, as a text that is longer than each of them
 */
export function beginning(text: string, extra = ""): string {
  const longest = Math.max(LONGEST_WORD, extra.length);
  return text.length > longest ? text.slice(0, longest) : text;
}

/** An object or array: walked where the definition expects one like it, else only named. */
function readObject(tape: Tape, node: Node, value: object, deep: boolean): unknown {
  const { kind } = node;
  if (kind === "any") return mark(tape, Word.object, value);
  const array = isArraySafely(value);
  if (array === undefined) return mark(tape, Word.unreadable, value);
  if (array) {
    return kind === "list" && deep ? readList(tape, node, value as readonly unknown[]) : mark(tape, Word.array, value);
  }
  if (!deep) return mark(tape, Word.object, value);
  if (kind === "object") return readRecord(tape, node.fields, value);
  if (kind === "either") return readRecord(tape, node.object.fields, value);
  if (kind === "union") return readUnion(tape, node, value);
  if (kind === "map" && tape.whole) return readMap(tape, value);
  return mark(tape, Word.object, value);
}

function mark(tape: Tape, word: number, value: object): object {
  tape.word(word);
  return value;
}

/** Whether it is an array; `undefined` for a revoked proxy, of which nobody can tell. */
export function isArraySafely(value: unknown): boolean | undefined {
  try {
    return isArray(value);
  } catch {
    return undefined;
  }
}

function readRecord(tape: Tape, fields: readonly Field[], value: object): object {
  const data = {};
  tape.word(Word.record);
  tape.word(fields.length);
  readFields(tape, fields, value, data, true);
  return data;
}

/** The fields of the branch that the tag names. Where it names none, what every branch has alike is all that counts. */
function readUnion(tape: Tape, node: UnionNode, value: object): object {
  const data: Record<string, unknown> = {};
  const tag = readOwn(value, node.tag);
  const known = node.branches.find((branch) => branch.value === tag);
  const fields = (known ?? node.branches[0])?.fields ?? [];
  tape.word(Word.record);
  tape.word(fields.length + 1);
  data[node.tag] = readValue(tape, TAG, tag, false);
  readFields(tape, fields, value, data, known !== undefined);
  return data;
}

/** The own elements of a list that are there, however long it claims to be; none of what is no list. Never throws. */
export function elementsOf(list: unknown): readonly unknown[] {
  return entriesOf(list).map(([, element]) => element);
}

/** The same with their indexes. */
export function entriesOf(list: unknown): readonly (readonly [index: number, element: unknown])[] {
  if (!isArraySafely(list)) return [];
  const indexes = (keysOf(list as object) ?? []).filter((key) => Number(key) >>> 0 === Number(key) && key === String(Number(key)));
  return indexes.map((index) => [Number(index), readOwn(list as object, index)]);
}

/** Reads each field once, in the definition's order, into `data`; an absent one is left out. */
function readFields(
  tape: Tape,
  fields: readonly Field[],
  value: object,
  data: Record<string, unknown>,
  deep: boolean,
): void {
  for (const { name, node, secret } of fields) {
    const read = readValue(tape, node, readOwn(value, name), deep);
    if (secret && tape.isCut) tape.areSecretsWhole = false;
    if (read !== undefined) data[name] = read;
  }
}

/** Reads the elements; a hole is a missing one. Of equal ones only the first goes to `data` where the server does so. */
function readList(tape: Tape, node: ListNode, value: readonly unknown[]): unknown {
  const length = readLength(value);
  if (length === undefined) return mark(tape, Word.unreadable, value);
  const data: unknown[] = [];
  const seen = node.unique ? new Set<unknown>() : undefined;
  const count = tape.list(length);
  for (let index = 0; index < count; index++) {
    const element = readValue(tape, node.item, readOwn(value, index), true);
    if (seen?.has(element)) continue;
    seen?.add(element);
    data[data.length] = element;
  }
  if (count < length) tape.word(Word.unreadable);
  return data;
}

/** Writes a free-form map and what is below it. */
function readMap(tape: Tape, value: object): object {
  readBelow(tape, value, DEPTH);
  return value;
}

/** Writes what stands in a free-form map; what is too large or too deep, or throws, is only named. */
function readBelow(tape: Tape, value: unknown, depth: number): void {
  if (typeof value !== "object" || value === null) return void readValue(tape, ANY, value, false);
  tape.isCut ||= depth === 0;
  const isList = isArraySafely(value);
  if (isList && !tape.isCut) return readRows(tape, value as readonly unknown[], depth);
  // Names take their time too: once something is left out, no more of them are asked for.
  const keys = isList !== false || tape.isCut ? undefined : keysOf(value);
  if (!keys || !tape.map(keys)) return void readValue(tape, ANY, value, false);
  for (const key of keys) {
    tape.key(key);
    readBelow(tape, readOwn(value, key), depth - 1);
  }
}

function readRows(tape: Tape, value: readonly unknown[], depth: number): void {
  const length = readLength(value);
  if (length === undefined) return void mark(tape, Word.unreadable, value);
  const count = tape.list(length);
  for (let index = 0; index < count; index++) readBelow(tape, readOwn(value, index), depth - 1);
  if (count < length) tape.word(Word.unreadable);
}

/** The names of an object's own enumerable properties; nothing where it does not tell. */
export function keysOf(value: object): readonly string[] | undefined {
  try {
    return keys(value);
  } catch {
    return undefined;
  }
}

/** A proxy may claim any length at all. */
function readLength(value: readonly unknown[]): number | undefined {
  try {
    const { length } = value as { readonly length: unknown };
    return typeof length === "number" && length >>> 0 === length ? length : undefined;
  } catch {
    return undefined;
  }
}
