/** Reading a draft once. */
import type { Node } from "../definition.js";
import { entriesOf, isArraySafely, readOwn, TAG, UNREADABLE } from "../read.js";
import { membersOf } from "./members.js";

/**
 * A copy of a draft's known fields, each read exactly once: what is made of it, and its issues and advice, then tell of
 * the same draft, whatever a getter may answer next. What is free-form stays the caller's own.
 */
export function snapshot(node: Node, draft: unknown): unknown {
  if (typeof draft !== "object" || draft === null) return draft;
  const array = isArraySafely(draft);
  if (array === undefined) return UNREADABLE;
  if (array) {
    const rows: unknown[] = [];
    if (node.kind === "list") for (const [index, row] of entriesOf(draft)) rows[index] = snapshot(node.item, row);
    return rows;
  }
  const fields: readonly { readonly name: string; readonly node: Node }[] = membersOf(node);
  if (fields.length === 0) return draft;
  const copy: Record<string, unknown> = {};
  const tag = node.kind === "union" ? [{ name: node.tag, node: TAG }] : [];
  for (const { name, node: below } of [...tag, ...fields]) {
    const value = readOwn(draft, name);
    if (value !== undefined) copy[name] = snapshot(below, value);
  }
  return copy;
}
