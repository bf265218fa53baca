/**
 * What the generated fast path stands on: reading that agrees with the general reader, and checks that only say yes
 * where the full validator surely does.
 */
import { UNREADABLE, readOwn } from "./read.js";
import { CALLERS } from "./tape.js";

export { readOwn };

/** Stands for what could not be read. */
export const unreadable: unknown = UNREADABLE;

/** Stands for a field that was not read yet. No caller can get hold of it. */
export const pending: unknown = Symbol("pending");

/** What an object of no class inherits from. */
export const base: object = Object.prototype;

/** What a list inherits from. */
export const lists: object = Array.prototype;

// A getter may replace these on the globals while it is being read.
export const prototypeOf: (value: object) => unknown = Object.getPrototypeOf;
const { isArray } = Array;
const { has } = Reflect;
export const { isInteger } = Number;

/** How many doubts there were; and how many values have to be read again, by the general reader. */
let doubts = 0;
let parts = 0;

/** How many elements the value that is being read has so far. */
let elements = 0;

function part(): void {
  parts = (parts + 1) | 0;
}

/** Says that the value being read is not surely valid. */
export function doubt(): void {
  doubts = (doubts + 1) | 0;
}

/** What a generated reader found. */
export interface Judged {
  /** A snapshot of the value. */
  readonly data: unknown;
  /** Whether it is surely valid. */
  readonly accepted: boolean;
  /** Whether nothing in the snapshot is the caller's own that still has to be read. */
  readonly whole: boolean;
}

/**
 * Reads a value with a generated reader. A getter may read another value in the middle of this one, and doubt it: then
 * this one is doubted too, which costs time and changes no verdict.
 */
export function readAndJudge(reader: (value: unknown) => unknown, value: unknown): Judged {
  const doubtsBefore = doubts;
  const partsBefore = parts;
  const elementsBefore = elements;
  elements = 0;
  const data = reader(value);
  elements = elementsBefore;
  return { data, accepted: doubts === doubtsBefore, whole: parts === partsBefore };
}

/** Whether it is an array, or a revoked proxy, of which nobody can tell; the full validator looks again. */
export function isList(value: unknown): boolean {
  try {
    return isArray(value);
  } catch {
    return true;
  }
}

/** How many elements to read; -1 for what is no array, or has no length that one can have. Doubts what it cannot read. */
export function listLength(value: unknown): number {
  try {
    if (isArray(value)) {
      const { length } = value as { readonly length: unknown };
      if (typeof length === "number" && length >>> 0 === length && (elements += length) <= CALLERS.elements) {
        return length;
      }
      part();
    }
  } catch {
    part();
  }
  doubt();
  return -1;
}

/** Whether a list is of no class of its own. */
export function isPlainList(value: unknown): boolean {
  try {
    return prototypeOf(value as object) === lists;
  } catch {
    return false;
  }
}

/** The element whose reading threw: nothing can be told of it, unless it was only asked whether it is there. */
export function again(list: object, index: number): unknown {
  try {
    has(list, index);
  } catch {
    return readOwn(list, index);
  }
  return unreadable;
}

/**
 * Reads the fields that are still pending, one by one.
 * @param threw whether the first of them was read, and threw
 */
export function resume(value: object, names: readonly string[], values: unknown[], threw: boolean): unknown[] {
  const first = values.indexOf(pending);
  return values.map((read, index) =>
    index < first ? read : index === first && threw ? unreadable : readOwn(value, names[index] ?? ""),
  );
}

/** The snapshot of an object whose tag is unknown: its fields as they are. */
export function below(value: object, tag: string, read: unknown, names: readonly string[]): Snapshot {
  const data: Snapshot = { [tag]: read };
  for (const name of names) data[name] = readOwn(value, name);
  return data;
}

/**
 * Of equal elements the first, where all are options; a list with others keeps them all, for their indexes.
 * @param seen the bits of the options: as many as there are different ones
 * @param known how many elements are options
 */
export function unique(list: unknown[], seen: number, known: number): unknown[] {
  return known === list.length && count(seen) < known ? [...new Set(list)] : list;
}

function count(bits: number): number {
  let ones = 0;
  for (let left = bits; left !== 0; left &= left - 1) ones++;
  return ones;
}

/** An object as it was read. */
export type Snapshot = Record<string, unknown>;

// Labels of letters, digits and underscores with single hyphens inside, so none is punycode. The last one holds a letter
// that no digits precede alone, so the host is no number.
const NAME = "(?:[a-z0-9_]+[.-])*[a-z][a-z0-9_]*\\.?";
const BYTE = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const PIECE = "[0-9a-f]{1,4}";
const IPV6 = `\\[(?:(?:${PIECE}:){7}${PIECE}|::(?:${PIECE})?|(?:${PIECE}:){1,6}:(?:${PIECE})?)\\]`;
const ADDRESS = `(?:${BYTE}\\.){3}${BYTE}|${IPV6}`;
const PORT = "(?::(?:\\d{0,4}|[1-5]\\d{4}|6[0-4]\\d{3}))?";
const END = "(?:[/?#\\\\]|$)";

/** Most URLs: http or https with a name as host. Behind an authority nothing can make a URL invalid. */
const USUAL = new RegExp(`^https?://${NAME}${PORT}${END}`, "i");

/** Those with an address as host or with credentials, and schemes that are not special, without an authority. */
const UNUSUAL = new RegExp(
  `^(?:https?://(?:[\\w.~%!$&'()*+,;=:-]*@(?:${NAME}|${ADDRESS})|${ADDRESS})${PORT}${END}|` +
    "(?!(?:https?|wss?|ftp|file):)[a-z][a-z0-9+.-]*:/?(?:[^/\\t\\n\\r]|$))",
  "i",
);

/** Written out when it is made: engines count the rounds of `{8}`, which takes them three times as long. */
const UUID = new RegExp(`^${[8, 4, 4, 4, 12].map((digits) => "[0-9a-f]".repeat(digits)).join("-")}$`, "i");

/** The characters of URIs (RFC 3986, section 2), but for escapes. */
const PLAIN = /^[\w!#$&-;=?@[\]~]+$/;

/**
 * Whether it is a URL by the WHATWG URL Standard: the host's own parser decides, where the recognisers do not. A host with
 * an escape is doubted: Chromium lets a space in a host pass as `%20`.
 */
export function isUrl(text: string): boolean {
  if (isKnownUrl(text)) return true;
  // Half the time of `new URL`. Never of others: Node 20 optimises it to answer false for Latin-1 beyond ASCII.
  if (PLAIN.test(text) && URL.canParse?.(text)) return true;
  // The parser's refusals take microseconds.
  if (!text.includes(":")) return false;
  try {
    return !new URL(text).hostname.includes("%");
  } catch {
    return false;
  }
}

/** Whether the recognisers know it for a URL. */
export function isKnownUrl(text: string): boolean {
  return USUAL.test(text) || (text.includes(":") && UNUSUAL.test(text));
}

/** Whether it is 8-4-4-4-12 hexadecimal digits. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
