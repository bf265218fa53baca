/**
 * Bodies cut out of a text at the places that wasm found, which takes half the time of parsing it.
 *
 * `src/accept/places.rs` is the other end.
 */
import { lengthOf } from "./bytes.js";
import { findPlaces } from "./generated/wasm/prevet.js";
import { bytes, putBytes, reserveWords, words } from "./memory.js";

/** Marks the end of a string with escapes; and of a string or value that is not all ASCII. */
const ESCAPED = 0x8000_0000;
const FOREIGN = 0x4000_0000;

/**
 * The most bytes of a text that a body is cut from: engines cut strings without copying them, so each long string of the
 * body keeps the whole text in memory, with the secrets in it, for as long as itself.
 */
export const LONGEST = 2 ** 13;

const { parse } = JSON;

type HostDecoder = Pick<globalThis.TextDecoder, "decode" | "encoding">;

const host = globalThis as {
  readonly Buffer?: { readonly prototype: { readonly latin1Slice?: Slice; readonly utf8Slice?: Slice } };
  readonly TextDecoder?: new (label: string) => HostDecoder;
};

type Slice = (this: Uint8Array, start: number, end: number) => string;

/** Make a string of some of the bytes in memory: a character for each, as is right for ASCII, and as UTF-8. */
let latin1: Slice | undefined;
let utf8: Slice;

let source = "";
let at = 0;

/**
 * Cuts a body out of a text; `undefined` where the text is not surely valid, or too long.
 * @param cutter the function that was generated for the schema
 */
export function cut(schema: number, cutter: () => unknown, text: Uint8Array): unknown {
  // Places take two words a byte at most. There has to be room for them: wasm may not move what this side has a view of.
  const room = 2 * lengthOf(text);
  reserveWords(room);
  const length = putBytes(text);
  // Room for the bytes may have grown the memory, which ends the view of the words. Nothing grows for asking again.
  reserveWords(room);
  if (findPlaces(schema, length) === 0) return undefined;
  try {
    // Memory holds what was judged; another thread may have written to the caller's bytes meanwhile.
    source = (latin1 ??= findSlices()).call(bytes, 0, length);
    at = 0;
    return cutter();
  } finally {
    // Nothing of the caller's is kept.
    source = "";
  }
}

/** Node's own take a third of the time. */
function findSlices(): Slice {
  const { latin1Slice, utf8Slice } = host.Buffer?.prototype ?? {};
  if (latin1Slice && utf8Slice && areSound(latin1Slice, utf8Slice)) {
    utf8 = utf8Slice;
    return latin1Slice;
  }
  utf8 = decodingBy(new TextDecoder("utf-8", { ignoreBOM: true }));
  const decoder = hostDecoder();
  return decoder ? decodingBy(decoder) : fromCharacters;
}

/** Imitations of Node's read a `Buffer` only, or drop a byte order mark. */
function areSound(latin1: Slice, utf8: Slice): boolean {
  const mark = Uint8Array.of(0xef, 0xbb, 0xbf);
  try {
    return latin1.call(mark, 0, 3) === "\xef\xbb\xbf" && utf8.call(mark, 0, 3) === "\ufeff";
  } catch {
    return false;
  }
}

function decodingBy(decoder: Pick<TextDecoder, "decode">): Slice {
  return function (start, end) {
    return decoder.decode(this.subarray(start, end));
  };
}

function fromCharacters(this: Uint8Array, start: number, end: number): string {
  return String.fromCharCode.apply(null, this.subarray(start, end) as never);
}

/** Some hosts' decoders know UTF-8 alone, and some of these say so by decoding that. */
function hostDecoder(): HostDecoder | undefined {
  try {
    const decoder = host.TextDecoder && new host.TextDecoder("latin1");
    return decoder?.encoding === "windows-1252" ? decoder : undefined;
  } catch {
    return undefined;
  }
}

/** The next word. */
export function next(): number {
  return words[at++] ?? 0;
}

/** The next string. */
export function text(): string {
  const start = next();
  const end = next();
  return end < FOREIGN ? source.slice(start, end) : foreign(start, end);
}

/** With its quotes, which stand around it, a string with escapes is a JSON text. */
function foreign(start: number, end: number): string {
  return end < ESCAPED ? slice(start, end) : (parse(slice(start - 1, end - ESCAPED + 1)) as string);
}

/** The text from one byte to another that may be marked. */
function slice(start: number, end: number): string {
  return end < FOREIGN ? source.slice(start, end) : utf8.call(bytes, start, end - FOREIGN);
}

/** The next value that is not looked into. */
export function json(): unknown {
  const start = next();
  return parse(slice(start, next())) as unknown;
}

/** Options by their position. */
export function options(known: ReadonlyMap<unknown, unknown>): readonly unknown[] {
  return [...known.keys()];
}
