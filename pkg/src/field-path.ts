/** Names of fields, as forms and JSON Pointers write them. */
import { INDEX, segmentsIn } from "./build/names.js";
import type { Field, Node, UnionNode } from "./definition.js";
import { segmentsOfPointer } from "./place.js";

/**
 * The keys and indexes of a field's name, as a form's inputs have them, or of a JSON Pointer; nothing where it is refused.
 * The next row of `redirectUris[]` may be the first one.
 * @param maps as for {@link segmentsIn}
 */
export function segmentsOf(name: string, maps: readonly string[]): readonly string[] | undefined {
  if (name === "" || name.startsWith("/")) return segmentsOfPointer(name);
  return segmentsIn(name, maps)?.map((segment) => (segment === "" ? "0" : String(segment)));
}

/** A body made for one of its values. */
interface Draft {
  readonly body: unknown;
}

/**
 * A body that holds nothing but `value` at the place that the segments name, or `undefined` where the definition has
 * no such place. `tag` says which branch a union takes; where it names none, the only one that has the place.
 */
export function draftWith(node: Node, segments: readonly string[], value: unknown, tag: unknown): Draft | undefined {
  const [key, ...rest] = segments;
  if (key === undefined) return { body: value };
  if (node.kind === "object") return recordWith(node.fields, key, rest, value);
  if (node.kind === "either") return recordWith(node.object.fields, key, rest, value);
  if (node.kind === "list") return rowWith(node.item, key, rest, value);
  if (node.kind === "union") return branchWith(node, key, rest, value, tag);
  return undefined;
}

function recordWith(fields: readonly Field[], key: string, rest: readonly string[], value: unknown): Draft | undefined {
  const field = fields.find(({ name }) => name === key);
  const inner = field && draftWith(field.node, rest, value, undefined);
  return inner && { body: { [key]: inner.body } };
}

/** Rows before this one are holes: what they lack is reported at their own places. */
function rowWith(item: Node, index: string, rest: readonly string[], value: unknown): Draft | undefined {
  const inner = INDEX.test(index) ? draftWith(item, rest, value, undefined) : undefined;
  if (!inner) return undefined;
  const rows: unknown[] = [];
  rows[Number(index)] = inner.body;
  return { body: rows };
}

/** Without a tag, wasm reports what every branch has alike, which is right for a place that several of them have. */
function branchWith(
  node: UnionNode,
  key: string,
  rest: readonly string[],
  value: unknown,
  tag: unknown,
): Draft | undefined {
  if (key === node.tag) return rest.length === 0 ? { body: { [key]: value } } : undefined;
  const named = node.branches.filter((branch) => branch.value === tag);
  const [only, ...others] = (named.length > 0 ? named : node.branches).flatMap((branch) => {
    const inner = recordWith(branch.fields, key, rest, value);
    return inner ? [{ branch, inner }] : [];
  });
  return (
    only && { body: { ...(only.inner.body as object), ...(others.length === 0 && { [node.tag]: only.branch.value }) } }
  );
}
