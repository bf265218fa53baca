/** JSON Pointers (RFC 6901), and paths. */
import { member } from "./read.js";

/** The pointer to a path. `encode` has the last word on each of its segments. */
export function pointerOf(path: readonly (string | number)[], encode = (segment: string) => segment): string {
  return path.map((segment) => `/${encode(String(segment).replace(/~/g, "~0").replace(/\//g, "~1"))}`).join("");
}

/** The segments of a pointer, which may lack its first slash. */
export function segmentsOfPointer(pointer: string): readonly string[] {
  const segments = pointer.replace(/^\//, "").split("/");
  return pointer === "" ? [] : segments.map((segment) => segment.replace(/~1/g, "/").replace(/~0/g, "~"));
}

/**
 * What a segment of a path says, as Standard Schema has them: a key, or an object with one; nothing where it is neither. A
 * symbol, which nothing in JSON has for a key, is told as it is written.
 */
export function segmentOf(segment: unknown): string | number | undefined {
  const key = typeof segment === "object" ? member(segment, "key") : segment;
  if (typeof key === "symbol") return String(key);
  return typeof key === "string" || typeof key === "number" ? key : undefined;
}
