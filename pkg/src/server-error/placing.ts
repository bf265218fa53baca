/** Finding the form's own field for what a server complains about. */
import { membersOf } from "../build/members.js";
import type { Field, Node } from "../definition.js";

/** A place in a body, as far as the definition knows it. */
export interface Place {
  readonly path: readonly (string | number)[];
  /** Whether it is all of what the server named. */
  readonly exact: boolean;
  readonly secret: boolean;
}

/**
 * The place that the segments name: exactly, or below the body's `data`, which servers may leave out, or else the
 * longest part that is known.
 */
export function placeOf(node: Node, segments: readonly string[]): Place {
  const place = walk(node, segments);
  if (place.exact) return place;
  const enveloped = walk(node, ["data", ...segments]);
  return enveloped.exact || (place.path.length === 0 && enveloped.path.length > 1) ? enveloped : place;
}

function walk(root: Node, segments: readonly string[]): Place {
  const path: (string | number)[] = [];
  let node: Node | undefined = root;
  let secret = false;
  for (const segment of segments) {
    if (node?.kind === "list") {
      if (!/^\d{1,9}$/.test(segment)) break;
      path.push(Number(segment));
      node = node.item;
    } else if (node?.kind === "map") {
      path.push(segment);
      node = undefined;
    } else {
      const field: Field | undefined = node && membersOf(node).find(({ name }) => name === segment);
      if (!field && !(node?.kind === "union" && node.tag === segment)) break;
      path.push(segment);
      node = field?.node;
      secret ||= field?.secret ?? false;
    }
  }
  return { path, exact: path.length === segments.length, secret };
}
