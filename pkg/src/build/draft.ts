/** From what a caller holds (an object, a `FormData`, a `URLSearchParams`) to one kind of draft. */
import { readOwn } from "../read.js";
import { decodeEntries, type Lose } from "./names.js";

const FORMS = ["FormData", "URLSearchParams"] as const;

/**
 * A draft to assemble from. An object's own keys may be names too, as in `{ "config.appId": "..." }`. What is neither
 * is given back as it is: the checks have words for it.
 * @param lose is told each value that is left out
 */
export function readDraft(source: unknown, maps: readonly string[], lose?: Lose): unknown {
  if (typeof source !== "object" || source === null) return source;
  try {
    if (isForm(source)) {
      return decodeEntries(source as Iterable<readonly [string, unknown]>, maps, lose);
    }
    const keys = Array.isArray(source) ? [] : Object.keys(source);
    if (!keys.some((key) => /[.[]/.test(key))) return source;
    return decodeEntries(keys.map((key) => [key, readOwn(source, key)] as const), maps, lose);
  } catch {
    // A getter or a trap of the caller's: whatever cannot be read is told at its place.
    return source;
  }
}

/** A form of another window has another class, but the same tag; in some pages that tests make up it has only the name. */
function isForm(source: object): boolean {
  const { constructor } = (Object.getPrototypeOf(source) ?? {}) as { constructor?: { name?: unknown } };
  const isNamed = typeof (source as Partial<Iterable<unknown>>)[Symbol.iterator] === "function";
  return FORMS.some(
    (name) => Object.prototype.toString.call(source) === `[object ${name}]` || (isNamed && constructor?.name === name),
  );
}
