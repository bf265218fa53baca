/** The check of one field of a draft. */
import { readDraft } from "./build/draft.js";
import { mapsIn } from "./build/members.js";
import { draftWith, segmentsOf } from "./field-path.js";
import type { Issue } from "./issue.js";
import type { CheckOptions } from "./options.js";
import type { Plan } from "./plan.js";
import { member } from "./read.js";
import type { ValueChecks } from "./value-checks.js";

/** Makes `validateField` of a schema, of its check of whole bodies. */
export function fieldCheck({ definition }: Plan, safeParse: ValueChecks<unknown>["safeParse"]) {
  return (field: string, value: unknown, context?: unknown, options?: CheckOptions): readonly Issue[] => {
    if (typeof field !== "string") return [];
    const { node } = definition();
    const maps = mapsIn(node);
    const segments = segmentsOf(field, maps);
    if (!segments) return [];
    const tag = node.kind === "union" ? member(readDraft(context, maps), node.tag) : undefined;
    const found = draftWith(node, segments, value, tag);
    const result = found && safeParse(found.body, options);
    if (!result || result.success) return [];
    return result.issues.filter(({ path }) => segments.every((segment, depth) => String(path[depth]) === segment));
  };
}
