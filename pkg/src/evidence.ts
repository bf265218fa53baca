/**
 * What the full validator has to see of a snapshot, written into wasm's memory in one pass.
 *
 * What is surely right where it stands stays behind, be it a field or all that a record holds: only that is told. Nothing
 * of a caller's runs meanwhile, for a snapshot has no getters; so one place in memory is enough.
 */
import { isInteger, isKnownUrl, isUuid, type Snapshot } from "./accept.js";
import { putText, reserveWords, words } from "./memory.js";
import { UNREADABLE, beginning, isArraySafely } from "./read.js";
import { CALLERS, numberHalves, Word } from "./tape.js";

/** `Object.prototype.hasOwnProperty`, which engines call faster than `Object.hasOwn`. */
export const own = Object.prototype.hasOwnProperty;

let count = 0;
/** Behind the last words that say how many values in a row are sound; -1 where something else was written since. */
let run = -1;
let text = "";
let extra: string | undefined;
let isFirst = true;
let elementsLeft = 0;
let textLeft = 0;

/** How much was written. */
export interface Evidence {
  readonly words: number;
  readonly bytes: number;
}

/**
 * Writes down a snapshot that a generated reader took, with the writer that was generated beside it.
 * @param scopes those of the caller's own
 */
export function writeEvidence(
  writer: (snapshot: unknown) => void,
  snapshot: unknown,
  scopes: string | undefined,
): Evidence {
  count = 0;
  run = -1;
  text = "";
  extra = scopes;
  isFirst = true;
  elementsLeft = CALLERS.elements;
  textLeft = CALLERS.text;
  try {
    writer(snapshot);
    return { words: count, bytes: putText(text) };
  } finally {
    text = "";
  }
}

function word(word: number): void {
  if (count >= words.length) reserveWords(count + 1);
  words[count++] = word;
}

/** Writes that a value is right where it stands. */
export function sound(): void {
  if (run === count) {
    words[run - 1] = at(run - 1) + 1;
    return;
  }
  word(Word.sound);
  word(1);
  run = count;
}

/** Writes what kind of value stands where another kind belongs. */
export function wrong(value: unknown): void {
  switch (typeof value) {
    case "string":
      word(Word.counted);
      return word(0);
    case "undefined":
      return word(Word.absent);
    case "boolean":
      return word(value ? Word.true : Word.false);
    case "number":
      word(Word.number);
      return numberHalves(value).forEach(word);
    case "bigint":
      return word(Word.bigint);
    case "symbol":
      return word(value === UNREADABLE ? Word.unreadable : Word.symbol);
    case "object":
      return word(value === null ? Word.null : arrayOrObject(isArraySafely(value)));
    default:
      return word(Word.function);
  }
}

function arrayOrObject(isArray: boolean | undefined): number {
  return isArray === undefined ? Word.unreadable : isArray ? Word.array : Word.object;
}

/** Writes a text of which only the length matters: from `least` to `most` code points, each one UTF-16 unit or two. */
export function plain(value: unknown, least: number, most: number): void {
  if (typeof value !== "string") return wrong(value);
  const { length } = value;
  if (length <= most && (length >= 2 * least || (least === 1 && length > 0))) return sound();
  word(Word.counted);
  word(codePoints(value));
}

const PAIRS = /[\ud800-\udbff][\udc00-\udfff]/g;

/** A lone surrogate counts as one. */
function codePoints(value: string): number {
  return value.length - (value.match(PAIRS)?.length ?? 0);
}

/** Writes what has to be a URL. The host's own parser, which is foreign code and may come back, is asked by wasm. */
export function uri(value: unknown): void {
  if (typeof value !== "string") wrong(value);
  else if (isKnownUrl(value)) sound();
  else writeText(value);
}

/** Writes what has to be a UUID. */
export function uuid(value: unknown): void {
  if (typeof value !== "string") wrong(value);
  else if (isUuid(value)) sound();
  else writeText(beginning(value));
}

/** Writes what has to be one of some options. */
export function option(value: unknown, options: ReadonlyMap<unknown, unknown>): void {
  if (typeof value !== "string") wrong(value);
  else if (options.has(value)) sound();
  else writeText(beginning(value, extra));
}

/** Writes the tag of a union that names none of its branches. */
export function named(tag: unknown): void {
  if (typeof tag === "string") writeText(beginning(tag));
  else wrong(tag);
}

function writeText(value: string): void {
  textLeft -= value.length;
  if (textLeft < 0) return word(Word.unreadable);
  text = isFirst ? value : text + "\0" + value;
  isFirst = false;
  word(Word.string);
  word(value.length);
}

/** Writes what may be anything that can be read. */
export function any(value: unknown): void {
  if (value === undefined || value === UNREADABLE) wrong(value);
  else sound();
}

/** Writes what has to be `true` or `false`. */
export function boolean(value: unknown): void {
  if (typeof value === "boolean") sound();
  else wrong(value);
}

/** Writes what has to be an integer, and not below `least`. */
export function integer(value: unknown, least: number): void {
  if (isInteger(value) && (value as number) >= least) sound();
  else wrong(value);
}

/** Writes what has to be a free-form map. */
export function map(value: unknown): void {
  if (isObject(value)) sound();
  else wrong(value);
}

/** Whether a part of a snapshot is an object. */
export function isObject(value: unknown): value is Snapshot {
  return typeof value === "object" && value !== null && isArraySafely(value) === false;
}

/**
 * Begins an object of which `fields` values follow. Gives, for {@link close}, twice the place of its values, and one more
 * where it follows a row of sound values.
 */
export function open(fields: number): number {
  return begin(Word.record, fields);
}

function begin(kind: number, values: number): number {
  const follows = run === count ? 1 : 0;
  word(kind);
  word(values);
  return count * 2 + follows;
}

/** Begins an object whose tag names a branch of a union; of `fields` values the tag is the first. */
export function chosen(fields: number, branch: number): number {
  const follows = open(fields) & 1;
  word(Word.chosen);
  word(branch);
  return count * 2 + follows;
}

/** Ends an object or list. One that holds `values` sound ones and nothing else is sound itself. */
export function close(opened: number, values: number): void {
  const start = opened >> 1;
  run = -1;
  if (count !== start + 2 || at(start) !== Word.sound || at(start + 1) !== values) return;
  count = start - (at(start - 2) === Word.chosen ? 4 : 2);
  if (opened & 1) run = count;
  sound();
}

function at(index: number): number {
  return words[index] ?? 0;
}

/** Writes what has to be a list of at least `least` elements. Those beyond the limit are one that cannot be read. */
export function list(value: unknown, writeItem: (item: unknown) => void, least: number): void {
  if (isArraySafely(value) !== true) return wrong(value);
  const { length } = value as readonly unknown[];
  const fitting = Math.min(length, elementsLeft);
  elementsLeft -= fitting;
  if (length === 0 && least === 0) return sound();
  const opened = begin(Word.list, fitting < length ? fitting + 1 : fitting);
  for (let index = 0; index < fitting; index++) writeItem((value as readonly unknown[])[index]);
  if (fitting < length) wrong(UNREADABLE);
  close(opened, length < least ? -1 : length);
}
