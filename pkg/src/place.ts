/** JSON Pointers (RFC 6901). */

/** The pointer to a path. `encode` has the last word on each of its segments. */
export function pointerOf(path: readonly (string | number)[], encode = (segment: string) => segment): string {
  return path.map((segment) => `/${encode(String(segment).replace(/~/g, "~0").replace(/\//g, "~1"))}`).join("");
}

/** The segments of a pointer, which may lack its first slash. */
export function segmentsOfPointer(pointer: string): readonly string[] {
  const segments = pointer.replace(/^\//, "").split("/");
  return pointer === "" ? [] : segments.map((segment) => segment.replace(/~1/g, "/").replace(/~0/g, "~"));
}
