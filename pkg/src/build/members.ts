/** Finding one's way in a definition, whichever branch of a union a body takes. */
import type { Field, Node } from "../definition.js";

/** The fields that an object of this node may have, those of every branch; none where it is no object. */
export function membersOf(node: Node): readonly Field[] {
  if (node.kind === "object") return node.fields;
  if (node.kind === "either") return node.object.fields;
  return node.kind === "union" ? node.branches.flatMap(({ fields }) => fields) : [];
}

/** The names of the fields below a node that take an object with any keys. */
export function mapsIn(node: Node): readonly string[] {
  return membersOf(node).flatMap((field) => (field.node.kind === "map" ? [field.name] : mapsIn(field.node)));
}
