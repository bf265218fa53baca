/** Data that nobody can change. */

/** Freezes plain data, all the way down, and gives it back. */
export function frozen<T>(data: T): T {
  if (typeof data === "object" && data !== null) {
    for (const value of Object.values(data)) frozen(value as unknown);
    Object.freeze(data);
  }
  return data;
}
