/**
 * Bodies cut out of a text at the places that wasm found, which takes half the time of parsing it.
 *
 * `src/accept/places.rs` is the other end.
 */
import { findPlaces } from "./generated/wasm/prevet.js";
import { putBytes, reserveWords, words } from "./memory.js";

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
  readonly Buffer?: { readonly prototype: { readonly latin1Slice?: Latin1Slice } };
  readonly TextDecoder?: new (label: string) => HostDecoder;
};

type Latin1Slice = (this: Uint8Array, start: number, end: number) => string;

/** Makes a string of a byte for each character: only what is ASCII is cut from it. */
let latin1: ((bytes: Uint8Array) => string) | undefined;

let decoder: TextDecoder | undefined;
const none: Uint8Array = new Uint8Array(0);
let bytes = none;
let source = "";
let at = 0;

/**
 * Cuts a body out of a text; `undefined` where the text is not surely valid, or too long.
 * @param cutter the function that was generated for the schema
 */
export function cut(schema: number, cutter: () => unknown, text: Uint8Array): unknown {
  // Places take two words a byte at most. There has to be room for them: wasm may not move what this side has a view of.
  reserveWords(2 * text.length);
  if (findPlaces(schema, putBytes(text)) === 0) return undefined;
  latin1 ??= latin1Decoder();
  try {
    bytes = text;
    source = latin1(text);
    at = 0;
    return cutter();
  } finally {
    // Nothing of the caller's is kept.
    bytes = none;
    source = "";
  }
}

/** Node's own takes a third of the time. */
function latin1Decoder(): (bytes: Uint8Array) => string {
  const slice = host.Buffer?.prototype.latin1Slice;
  if (typeof slice === "function") return (bytes) => slice.call(bytes, 0, bytes.length);
  const decoder = hostDecoder();
  return decoder ? (bytes) => decoder.decode(bytes) : (bytes) => String.fromCharCode.apply(null, bytes as never);
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
  if (end < FOREIGN) return source.slice(start, end);
  decoder ??= new TextDecoder("utf-8", { ignoreBOM: true });
  return decoder.decode(bytes.subarray(start, end - FOREIGN));
}

/** The next value that is not looked into. */
export function json(): unknown {
  const start = next();
  const end = next();
  return parse(slice(start, end)) as unknown;
}

/** Options by their position. */
export function options(known: ReadonlyMap<unknown, unknown>): readonly unknown[] {
  return [...known.keys()];
}
