/** Finding one's way in a definition, whichever branch of a union a body takes. */
import type { Field, Node } from "../definition.js";

/** The fields that an object of this node may have; none where it is no object. */
export function membersOf(node: Node): readonly Field[] {
  if (node.kind === "object") return node.fields;
  if (node.kind === "either") return node.object.fields;
  return node.kind === "union" ? merged(node.branches.flatMap(({ fields }) => fields)) : [];
}

/** Fields of one name are one field, which has the fields of each. */
function merged(fields: readonly Field[]): readonly Field[] {
  const byName = new Map<string, Field>();
  for (const field of fields) {
    const first = byName.get(field.name);
    const both = first ? [...membersOf(first.node), ...membersOf(field.node)] : [];
    byName.set(field.name, both.length > 0 ? { ...field, node: { kind: "object", fields: both } } : field);
  }
  return [...byName.values()];
}

/** The names of the fields below a node that take an object with any keys. */
export function mapsIn(node: Node): readonly string[] {
  return membersOf(node).flatMap((field) => (field.node.kind === "map" ? [field.name] : mapsIn(field.node)));
}

/** Whether a field is a secret, or has one somewhere below. */
export function holdsSecrets({ secret, node }: Field): boolean {
  return secret === true || membersOf(node.kind === "list" ? node.item : node).some(holdsSecrets);
}
