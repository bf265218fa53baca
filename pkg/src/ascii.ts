/** Bytes out of the text that carries them in a JavaScript file; `xtask/src/ascii.rs` is the other end and says why. */

/** Bytes as text. */
export interface Ascii {
  /** The bytes that are one character each, in the alphabet's order, as two hexadecimal digits each; the others follow in their own order. */
  readonly frequent: string;
  /** Characters of the alphabet only. */
  readonly text: string;
}

/** So many characters of the alphabet, at its end, begin a pair. */
const PREFIXES = 2;

/** A value of the first table from here on is a place in the second one: the beginning of what follows a prefix. */
const PAIRS = 256;

/** Decodes text that is known to be well-formed. */
export function decodeAscii({ frequent, text }: Ascii): Uint8Array<ArrayBuffer> {
  const { first, second } = tables(frequent);
  // The loop runs once, so mostly uncompiled, where an element of an array is far cheaper to get than a character.
  const bytes = new TextEncoder().encode(text);
  let to = 0;
  for (let at = 0; at < bytes.length; at++) {
    const value = first[bytes[at] as number] as number;
    bytes[to++] = value < PAIRS ? value : (second[value - PAIRS + (bytes[++at] as number)] as number);
  }
  return bytes.subarray(0, to);
}

/** `first`: what a character stands for. `second`: for each prefix, what the character behind it stands for. */
function tables(digits: string): { first: Uint16Array; second: Uint8Array } {
  const frequent: number[] = [];
  for (let at = 0; at < digits.length; at += 2) frequent.push(parseInt(digits.slice(at, at + 2), 16));
  const letters: number[] = [];
  for (let letter = 32; letter < 127; letter++) {
    if (!'"\\`$<'.includes(String.fromCharCode(letter))) letters.push(letter);
  }
  const first = new Uint16Array(128);
  const second = new Uint8Array(PREFIXES * 128);
  const single = letters.length - PREFIXES;
  letters.forEach((letter, rank) => {
    first[letter] = rank < single ? (frequent[rank] as number) : PAIRS + (rank - single) * 128;
  });
  let rank = 0;
  for (let byte = 0; byte < 256; byte++) {
    if (frequent.includes(byte)) continue;
    const prefix = Math.floor(rank / letters.length);
    second[prefix * 128 + (letters[rank % letters.length] as number)] = byte;
    rank++;
  }
  return { first, second };
}
