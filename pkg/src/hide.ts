/** Masking secrets in texts: in one pass, however many there are. */

/** Always this long: the length of a secret is nobody's business either. */
export const MASK = "\u2022".repeat(8);

/** A shorter secret may stand in other words by chance, and masking it there would tell it. */
export const SHORT = 8;

/** So many lengths of secrets that begin alike are tried at each place. */
const MOST_ALIKE = 64;

/**
 * Makes what masks these secrets in a text, the longest first where several begin at one place. White space counts on
 * neither side: inputs of one line drop the line breaks of a key, and JSON writes them as escapes.
 */
export function hider(secrets: readonly string[]): (text: string) => string {
  const known = new Set(secrets.map((secret) => compact(secret).text).filter(({ length }) => length >= SHORT));
  const sums = new Set<number>();
  // By the sum of the first units: the lengths of the secrets, from the longest down, with their powers.
  const lengths = new Map<number, Map<number, number>>();
  for (const secret of [...known].sort((a, b) => b.length - a.length)) {
    const { length } = secret;
    const [whole, start] = [sumsOf(secret), sumsOf(secret.slice(0, SHORT))[SHORT] as number];
    sums.add(whole[length] as number);
    const found = lengths.get(start) ?? new Map<number, number>();
    lengths.set(start, found.set(length, power(length)));
  }
  const first = power(SHORT);
  return (shown) => {
    if (known.size === 0) return shown;
    const { text, places } = compact(shown);
    const all = sumsOf(text);
    const sum = (at: number, length: number, power: number) =>
      ((all[at + length] as number) - Math.imul(all[at] as number, power)) | 0;
    let [hidden, behind] = ["", 0];
    for (let at = 0; at + SHORT <= text.length; at++) {
      const found = lengths.get(sum(at, SHORT, first));
      // Nobody has so many secrets that begin alike. Nothing of what may be one is left.
      if (found && found.size > MOST_ALIKE) return hidden + shown.slice(behind, places[at]) + MASK;
      for (const [length, power] of found ?? []) {
        if (!sums.has(sum(at, length, power)) || !known.has(text.slice(at, at + length))) continue;
        hidden += shown.slice(behind, places[at]) + MASK;
        at += length - 1;
        behind = (places[at] as number) + 1;
        break;
      }
    }
    return hidden + shown.slice(behind);
  };
}

/** What does not count: white space, what nobody sees, and the escapes and backslashes of JSON. */
const GAPS = /(?:\\[nrt]|\udb40[\udc00-\udc7f]|[\\\s\0-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\uffa0\ufff9-\ufffb])+/g;

/** What of a text counts, and where each unit of it stands. */
function compact(shown: string): { readonly text: string; readonly places: Uint32Array } {
  const places = new Uint32Array(shown.length);
  let [text, behind, count] = ["", 0, 0];
  const keep = (end: number) => {
    text += shown.slice(behind, end);
    while (behind < end) places[count++] = behind++;
  };
  for (const { 0: gap, index } of shown.matchAll(GAPS)) {
    keep(index);
    behind += gap.length;
  }
  keep(shown.length);
  return { text, places };
}

const BASE = 0x01000193;

function power(exponent: number): number {
  let power = 1;
  for (let count = 0; count < exponent; count++) power = Math.imul(power, BASE);
  return power;
}

/** A sum for each beginning of a text: two of them tell the sum of what is between, so no stretch is read twice. */
function sumsOf(text: string): Int32Array {
  const sums = new Int32Array(text.length + 1);
  for (let at = 0; at < text.length; at++) {
    sums[at + 1] = Math.imul(sums[at] as number, BASE) + text.charCodeAt(at);
  }
  return sums;
}
