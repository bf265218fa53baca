/**
 * wasm's memory, as both sides use it: what goes in is written in place, what comes out is read in place.
 *
 * A view ends whenever the memory grows: it is then empty, and whoever needs more than it has asks for a new one.
 */
import { bytesAt, instanceMemory, wordsAt } from "./generated/wasm/prevet.js";

const FIRST = 1024;

const none = { words: new Uint32Array(0), bytes: new Uint8Array(0) };

/** Input before a check, records after it. */
export let words: Uint32Array = none.words;

/** Text before a check. */
export let bytes: Uint8Array = none.bytes;

let memory: { readonly buffer: ArrayBuffer } | undefined;

/** Forgets an instance: the next call belongs to another. */
export function forget(): void {
  ({ words, bytes } = none);
  memory = undefined;
}

/** Makes room for `count` words; those written so far stay. */
export function reserveWords(count: number): void {
  if (words.length >= count) return;
  const room = Math.max(FIRST, count, words.length * 2);
  const at = wordsAt(room);
  words = new Uint32Array(buffer(), at, room);
}

/** Makes room for `count` bytes; those written so far stay. */
export function reserveBytes(count: number): void {
  if (bytes.length >= count) return;
  const room = Math.max(FIRST, count, bytes.length * 2);
  const at = bytesAt(room);
  bytes = new Uint8Array(buffer(), at, room);
}

function buffer(): ArrayBuffer {
  return (memory ??= instanceMemory() as { readonly buffer: ArrayBuffer }).buffer;
}

const encoder = new TextEncoder();

/** Writes a text as UTF-8 and gives its length in bytes. A lone surrogate becomes U+FFFD. */
export function putText(text: string): number {
  if (text === "") return 0;
  reserveBytes(text.length * 3);
  return encoder.encodeInto(text, bytes).written;
}

/** Writes bytes. */
export function putBytes(input: Uint8Array): number {
  reserveBytes(input.length);
  bytes.set(input);
  return input.length;
}
