/** `build`: from what a form holds to the exact body that the API wants. */
import type { Advice, AdviseOptions } from "../advise.js";
import type { SchemaDefinition } from "../definition.js";
import type { Issue, Issues } from "../issue.js";
import type { CheckOptions } from "../options.js";
import type { SafeParseResult } from "../schema.js";
import { assemble } from "./assemble.js";
import { readDraft } from "./draft.js";
import { mapsIn } from "./members.js";
import { snapshot } from "./snapshot.js";

/** A body that is ready to be sent. */
export interface BuildSuccess<T> {
  readonly success: true;
  /** The body: keys in the document's order, without blank fields and rows. The values of a free-form map stay as they are. */
  readonly payload: T;
  /** What the API accepts and will hurt later; places are the draft's, blank rows counted. */
  readonly advice: readonly Advice[];
}

/** A draft that makes no valid body yet. */
export interface BuildFailure {
  readonly success: false;
  /** What to repair; places are the draft's, blank rows counted. */
  readonly issues: Issues;
  /** Advice on the parts that are valid; places as for issues. */
  readonly advice: readonly Advice[];
}

/** What `build` gives, told apart by `success`. */
export type BuildResult<T> = BuildSuccess<T> | BuildFailure;

/** What `build` may be told. */
export interface BuildOptions extends CheckOptions, AdviseOptions {}

/**
 * Makes the `build` of a schema.
 * @param definition what its bodies look like
 * @param safeParse its check
 * @param advise its advice on a body
 * @internal
 */
export function makeBuild<T>(
  definition: () => SchemaDefinition,
  safeParse: (value: unknown, options?: CheckOptions) => SafeParseResult<T>,
  advise: (value: unknown, options: AdviseOptions | undefined, source: unknown, lost: readonly unknown[]) => readonly Advice[],
): (draft: unknown, options?: BuildOptions) => BuildResult<T> {
  return (draft, options) => {
    const { node } = definition();
    const lost: unknown[] = [];
    const source = snapshot(node, readDraft(draft, mapsIn(node), (value) => lost.push(value)));
    const result = safeParse(assemble(node, source, "packed"), options);
    const advice = unblocking(() => advise(assemble(node, source, "advised"), options, source, lost));
    if (result.success) return { success: true, payload: result.data, advice };
    // Once more with every row at its own index, for issues that name the row that a person sees.
    const again = safeParse(assemble(node, source, "placed"), options);
    const [first = result.issues[0], ...others] = again.success ? result.issues : again.issues.filter(isOfUse);
    return { success: false, issues: [first, ...others], advice };
  };
}

/** Advice blocks nothing: where the engine cannot give any, as where a policy forbids it to start, there is none. */
function unblocking(advise: () => readonly Advice[]): readonly Advice[] {
  try {
    return advise();
  } catch {
    return [];
  }
}

/** A missing row is a blank one, which is nobody's problem. */
function isOfUse({ code, path }: Issue): boolean {
  return code !== "required" || typeof path[path.length - 1] !== "number";
}
