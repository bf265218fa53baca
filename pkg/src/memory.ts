/**
 * wasm's memory, as both sides use it: what goes in is written in place, what comes out is read in place.
 *
 * A view ends whenever the memory grows: it is then empty, and whoever needs more than it has asks for a new one.
 */
import { lengthOf } from "./bytes.js";
import { bytesAt, instanceMemory, wordsAt } from "./generated/wasm/prevet.js";

/** The room that is asked for first. */
const FIRST = 1024;

/** The bytes of memory above which an instance is not kept: a body needs far less. */
const LARGE = 2 ** 25;

const none = { words: new Uint32Array(0), bytes: new Uint8Array(0) };

/** Input before a check, records after it. */
export let words: Uint32Array = none.words;

/** Text before a check, and after it as long as the memory has not grown. */
export let bytes: Uint8Array = none.bytes;

/** How many words and bytes there is room for: a view that ended comes back as long as it was. */
let room = { words: FIRST, bytes: FIRST };

let memory: { readonly buffer: ArrayBuffer } | undefined;
let large = false;

/** Forgets an instance: the next call belongs to another. */
export function forget(): void {
  ({ words, bytes } = none);
  room = { words: FIRST, bytes: FIRST };
  memory = undefined;
  large = false;
}

/** Whether the memory became large. Asking it takes long, so it is asked only where a view ended or was made. */
export function isLarge(): boolean {
  if (words.length === 0 && memory) buffer();
  return large;
}

/** Makes room for `count` words; those written so far stay. */
export function reserveWords(count: number): void {
  if (words.length >= count) return;
  if (count > room.words) room.words = Math.max(count, room.words * 2);
  const at = wordsAt(room.words);
  words = new Uint32Array(buffer(), at, room.words);
}

function reserveBytes(count: number): void {
  // For `isLarge`: a view of the words that ends when the memory grows.
  reserveWords(1);
  if (bytes.length >= count) return;
  if (count > room.bytes) room.bytes = Math.max(count, room.bytes * 2);
  const at = bytesAt(room.bytes);
  bytes = new Uint8Array(buffer(), at, room.bytes);
}

function buffer(): ArrayBuffer {
  const { buffer } = (memory ??= instanceMemory() as { readonly buffer: ArrayBuffer });
  large ||= buffer.byteLength > LARGE;
  return buffer;
}

const encoder = new TextEncoder();

/** Writes a text as UTF-8 and gives its length in bytes. A lone surrogate becomes U+FFFD. */
export function putText(text: string): number {
  if (text === "") return 0;
  reserveBytes(text.length * 3);
  return encoder.encodeInto(text, bytes).written;
}

/** Writes bytes and gives how many there are. */
export function putBytes(input: Uint8Array): number {
  // Its own property could say that there are more, and what is behind them is another caller's.
  const length = lengthOf(input);
  // Also one whose buffer was given away meanwhile.
  if (length === 0) return 0;
  reserveBytes(length);
  bytes.set(input);
  return length;
}
