/** Masking secrets in texts: in one pass, however many there are. */

/** Always this long: the length of a secret is nobody's business either. */
export const MASK = "\u2022".repeat(8);

/** A shorter secret may stand in other words by chance, and masking it there would tell it. */
const SHORT = 8;

/** So many lengths of secrets that begin alike are tried at each place. */
const MOST_ALIKE = 16;

/** So often may a text look like a secret that it is not: chance does not do it once. */
const MOST_MISSES = 64;

/** A secret of fewer letters may be written in other words by chance, once white space does not count. */
const LONG = 16;

/**
 * Makes what masks these secrets in a text: as they are, and without white space, which does not count on either side then:
 * inputs of one line drop the line breaks of a key, and JSON writes them as escapes.
 */
export function hider(secrets: readonly string[]): (text: string) => string {
  const isLong = ({ length }: string) => length >= SHORT;
  const hideExact = masker(secrets.filter(isLong), (text) => ({ text }));
  const ways = [
    [letters("\\\\[nrt]|"), /\\[nrt]/] as const,
    [letters(""), new RegExp(`[${UNSEEN}]|\\udb40`)] as const,
  ].map(([read, gap]) => {
    const pairs = secrets.map((secret) => [secret, read(secret).text] as const);
    const known = pairs.filter(([secret, text]) => isLong(text) && (text.length >= LONG || text !== secret));
    const hasGaps = known.some(([secret]) => gap.test(secret));
    const hide = masker(known.map(([, text]) => text), read);
    // Where there are no such gaps on either side, another way has found it.
    return (shown: string) => (hasGaps || gap.test(shown) ? hide(shown) : shown);
  });
  return (text) => ways.reduce((shown, hide) => hide(shown), hideExact(text));
}

/** Masks the user names and the passwords of the URLs in a text. */
export function withoutLogins(text: string, mask = MASK): string {
  return text.replace(/([/\\]{2})[^/\\?#\s]*@/g, `$1${mask}@`);
}

/** What of a text is compared, and where each unit of it stands, unless it is the text itself. */
interface Read {
  readonly text: string;
  readonly places?: Uint32Array;
}

/** Masks secrets in what is read of a text, the longest first where several begin at one place. */
function masker(secrets: readonly string[], read: (shown: string) => Read): (shown: string) => string {
  const known = new Set(secrets);
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
    const { text, places } = read(shown);
    const placeOf = (at: number) => places?.[at] ?? at;
    const all = sumsOf(text);
    const sum = (at: number, length: number, power: number) =>
      ((all[at + length] as number) - Math.imul(all[at] as number, power)) | 0;
    let [hidden, behind, misses] = ["", 0, 0];
    for (let at = 0; at + SHORT <= text.length; at++) {
      const found = lengths.get(sum(at, SHORT, first));
      // Nobody has so many secrets that begin alike. Nothing of what may be one is left.
      if ((found && found.size > MOST_ALIKE) || misses > MOST_MISSES) return hidden + shown.slice(behind, placeOf(at)) + MASK;
      for (const [length, power] of found ?? []) {
        if (at + length > text.length || !sums.has(sum(at, length, power))) continue;
        misses++;
        if (!known.has(text.slice(at, at + length))) continue;
        misses--;
        hidden += shown.slice(behind, placeOf(at)) + MASK;
        at += length - 1;
        behind = placeOf(at) + 1;
        break;
      }
    }
    return hidden + shown.slice(behind);
  };
}

/**
 * Makes what reads letters only: no white space, nothing that nobody sees, no backslashes.
 * @param escapes what else to leave out: the beginning of an expression's alternatives
 */
function letters(escapes: string): (shown: string) => Read {
  const gaps = new RegExp(`(?:${escapes}\\udb40[\\udc00-\\uddef]|[${UNSEEN}])+`, "g");
  return (shown) => {
    const places = new Uint32Array(shown.length);
    let [text, behind, count] = ["", 0, 0];
    const keep = (end: number) => {
      text += shown.slice(behind, end);
      while (behind < end) places[count++] = behind++;
    };
    for (const { 0: gap, index } of shown.matchAll(gaps)) {
      keep(index);
      behind += gap.length;
    }
    keep(shown.length);
    return { text, places };
  };
}

/** For a class of an expression. Advice has the same in Rust; a test compares the two by what they find. */
const UNSEEN =
  "\\\\\\s\\0-\\x1f\\x7f-\\x9f\\xad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u2800" +
  "\\u3164\\ufe00-\\ufe0f\\uffa0\\ufff9-\\ufffb";

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
