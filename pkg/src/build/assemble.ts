/**
 * From a draft to a body, along the definition: what is blank is left out, and what servers compare letter by letter is
 * only trimmed, never rewritten.
 */
import type { Field, ListNode, Node, UnionNode } from "../definition.js";
import { entriesOf, isArraySafely, readOwn } from "../read.js";

/**
 * What becomes of the rows of a list. `packed`: those that say something stay, and of equal ones the first where the server
 * does so. `placed`: all keep the draft's indexes, and a blank one is a hole. `advised`: placed, but packed where equal rows
 * are dropped, for there the advice is on the list as a whole.
 */
export type Rows = "packed" | "placed" | "advised";

/** The body that a draft means. A draft that is no object is its own body. */
export function assemble(node: Node, draft: unknown, rows: Rows): unknown {
  if (node.kind === "object") return record(node.fields, draft, rows, {});
  if (node.kind === "union") return variant(node, draft, rows);
  if (node.kind === "list") return list(node, draft, rows);
  if (node.kind === "text") return isBlank(draft) ? undefined : node.format ? trim(draft) : draft;
  return isBlank(draft) ? undefined : draft;
}

/** Whether nothing was filled in. White space alone says nothing, in a secret either. */
function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

function trim(value: unknown): unknown {
  return typeof value === "string" ? value.trim() : value;
}

function record(
  fields: readonly Field[],
  draft: unknown,
  rows: Rows,
  body: Record<string, unknown>,
): unknown {
  if (!isRecord(draft)) return draft;
  for (const { name, required, node, trimmed } of fields) {
    // Each field of a part that is missing is reported: a person fills in fields, not parts.
    const drafted = readOwn(draft, name);
    const missing = required && (node.kind === "object" || node.kind === "union") ? {} : undefined;
    const value = assemble(node, isBlank(drafted) ? missing : drafted, rows);
    if (value !== undefined) body[name] = trimmed ? trim(value) : value;
  }
  return body;
}

/** The fields of the chosen branch. Where none is chosen, the first branch's: whatever they have alike is judged. */
function variant({ tag, branches }: UnionNode, draft: unknown, rows: Rows): unknown {
  if (!isRecord(draft)) return draft;
  const chosen = readOwn(draft, tag);
  const branch = branches.find(({ value }) => value === chosen) ?? branches[0];
  return record(branch?.fields ?? [], draft, rows, isBlank(chosen) ? {} : { [tag]: chosen });
}

function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !isList(value);
}

function list({ item, unique }: ListNode, draft: unknown, rows: Rows): unknown {
  const drafted = rowsOf(draft);
  if (!drafted) return draft;
  const isPlaced = rows === "placed" || (rows === "advised" && !unique);
  const indexes: number[] = [];
  const values: unknown[] = [];
  const seen = new Set<unknown>();
  for (const [index, row] of drafted) {
    const value = row === false ? undefined : assemble(item, row, rows);
    if (value === undefined || (unique && !isPlaced && seen.has(value))) continue;
    seen.add(value);
    indexes.push(index);
    values.push(value);
  }
  if (values.length === 0) return undefined;
  return isPlaced ? placed(values, indexes) : values;
}

/**
 * The rows of a draft with their indexes, lines of a text among them; nothing where it is no list. Form libraries hold
 * `false` where no box of a list is checked, or one is not.
 */
function rowsOf(draft: unknown): readonly (readonly [index: number, row: unknown])[] | undefined {
  if (isBlank(draft) || draft === false) return [];
  if (typeof draft === "string") return [...draft.split(/\r\n|\r|\n/).entries()];
  // By the keys that are there: of a list whose length is a lie, or which is all holes, there are few.
  return isList(draft) ? entriesOf(draft) : undefined;
}

/** Rows at their indexes, unless the list is all but empty: then they follow one another. */
function placed(values: readonly unknown[], indexes: readonly number[]): readonly unknown[] {
  const last = indexes[indexes.length - 1] ?? 0;
  if (last > 2 * values.length + 10_000) return values;
  const rows: unknown[] = [];
  for (const [position, index] of indexes.entries()) rows[index] = values[position];
  return rows;
}

/** What a proxy hides or denies counts as no list. */
function isList(value: unknown): boolean {
  return isArraySafely(value) ?? false;
}
