/** `Retry-After`: how long a server wants to be left alone. */

/** The seconds from now on, from a header in seconds or as a date; nothing where there is none that makes sense. */
export function retryAfterOf(headers: unknown): number | undefined {
  const value = header(headers, "retry-after");
  if (typeof value === "number") return value >= 0 && value < Infinity ? Math.ceil(value) : undefined;
  if (typeof value !== "string") return undefined;
  // The standard has whole seconds; of what servers send instead, the next whole one is not too early.
  if (/^\s*\d{1,9}(?:\.\d+)?\s*$/.test(value)) return Math.ceil(Number(value));
  // `Date.parse` finds a date in almost anything: only of what begins like one (RFC 9110, section 5.6.7; ISO 8601) is it asked.
  const date = /^\s*(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s|\d{4}-\d\d-\d\d[T ])/i.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - Date.now()) / 1000));
}

/** A header of a `Headers` object, a record or pairs, whatever the case of its name. Never throws. */
function header(headers: unknown, name: string): unknown {
  if (typeof headers !== "object" || headers === null) return undefined;
  try {
    const { get } = headers as { readonly get?: unknown };
    if (typeof get === "function") return get.call(headers, name) as unknown;
    const entries = Array.isArray(headers) ? (headers as readonly [string, unknown][]) : Object.entries(headers);
    const found = entries.find(([key]) => key.toLowerCase() === name);
    const value: unknown = found?.[1];
    // Node's own headers may list several values.
    return Array.isArray(value) ? value[0] : value;
  } catch {
    return undefined;
  }
}
