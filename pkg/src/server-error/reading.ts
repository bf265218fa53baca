/** Reading what a server sent, which may be anything: nothing here throws. */
import { member } from "../read.js";

/** More of a text is not read: enough for a sentence about a hundred fields that lists all options for each. */
const LONGEST_READ = 2 ** 17;

/** What nobody can read as a message. */
const PAGE = /^\s*<(?:!doctype|!--|\?xml|(?:html|head|body|h[1-6])[\s>])/i;

/** More of a list is not read. */
const MOST_TEXTS = 100;

/** A longer message is cut: nobody reads as much. */
const LONGEST_SHOWN = 4000;

/** The value of a body: JSON text is parsed, and what else there is stays what it is. */
export function parsed(body: unknown): unknown {
  try {
    // What `fetch` throws has words for a developer only.
    if (body instanceof Error) return undefined;
    return typeof body === "string" ? JSON.parse(body.trim()) : body;
  } catch {
    return body;
  }
}

/** The first of these properties that is a text with something in it, or a list of such texts, and no page. */
export function message(value: unknown, ...keys: readonly string[]): string | undefined {
  return first(keys, (key) => {
    const told = member(value, key);
    return elements(told, MOST_TEXTS)?.filter((one) => typeof one === "string" && one.trim() !== "").join("; ") ?? told;
  });
}

/** The same, but no list. */
export function text(value: unknown, key: string): string | undefined {
  return first([key], () => member(value, key));
}

function first(keys: readonly string[], read: (key: string) => unknown): string | undefined {
  for (const key of keys) {
    const found = read(key);
    if (typeof found === "string" && found.trim() !== "" && !PAGE.test(found)) return found.trim().slice(0, LONGEST_READ);
  }
  return undefined;
}

/** A message cut to a bearable length. */
export function shortened(long: string): string {
  return long.length > LONGEST_SHOWN ? `${long.slice(0, LONGEST_SHOWN)}\u2026` : long;
}

/** The first elements of an array; nothing where it is none. */
export function elements(value: unknown, most: number): readonly unknown[] | undefined {
  try {
    // Not by a method of its own, which may give anything.
    return Array.isArray(value) ? Array.from({ length: Math.min(value.length, most) }, (_, index) => value[index] as unknown) : undefined;
  } catch {
    return undefined;
  }
}
