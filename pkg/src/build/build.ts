/** `build`: from what a form holds to the exact body that the API wants. */
import type { Node } from "../definition.js";
import type { Issue, Issues } from "../issue.js";
import type { SafeParseResult } from "../schema.js";
import { assemble, type Assembly } from "./assemble.js";
import { readDraft } from "./draft.js";
import { mapsIn } from "./members.js";

/** A body that is ready to be sent. `A` is a piece of advice. */
export interface BuildSuccess<T, A> {
  readonly success: true;
  /** The body: keys in the document's order, nothing blank in it. */
  readonly payload: T;
  /** What the API accepts and will hurt later; places are the draft's. */
  readonly advice: readonly A[];
}

/** A draft that makes no valid body yet. */
export interface BuildFailure<A> {
  readonly success: false;
  /** What to repair; places are the draft's, blank rows counted. */
  readonly issues: Issues;
  /** Advice on the parts that are valid; places are the draft's. */
  readonly advice: readonly A[];
}

/** What `build` gives, told apart by `success`. */
export type BuildResult<T, A> = BuildSuccess<T, A> | BuildFailure<A>;

/** Something that is said about a place. */
interface Placed {
  readonly path: readonly (string | number)[];
  readonly pointer: string;
}

/**
 * Makes the `build` of a schema.
 * @param node what its bodies look like
 * @param safeParse its check
 * @param advise its advice on a body
 */
export function makeBuild<T, Options, A extends Placed>(
  node: Node,
  safeParse: (value: unknown, options?: Options) => SafeParseResult<T>,
  advise: (value: unknown, options?: Options) => readonly A[],
): (draft: unknown, options?: Options) => BuildResult<T, A> {
  const maps = mapsIn(node);
  return (draft, options) => {
    const source = readDraft(draft, maps);
    const packed: Assembly = { inPlace: false, rows: new Map() };
    const result = safeParse(assemble(node, source, packed), options);
    if (result.success) {
      const advice = advise(result.data, options).map((piece) => inDraft(piece, packed.rows));
      return { success: true, payload: result.data, advice };
    }
    // Once more with every row at its own index, for issues that name the row that a person sees.
    const body = assemble(node, source, { inPlace: true, rows: new Map() });
    const again = safeParse(body, options);
    const [first = result.issues[0], ...others] = again.success ? result.issues : again.issues.filter(isOfUse);
    return { success: false, issues: [first, ...others], advice: advise(body, options) };
  };
}

/** A missing row is a blank one, which is nobody's problem. */
function isOfUse({ code, path }: Issue): boolean {
  return code !== "required" || typeof path[path.length - 1] !== "number";
}

function inDraft<A extends Placed>(piece: A, rows: ReadonlyMap<string, readonly number[]>): A {
  let list = "";
  const path = piece.path.map((segment) => {
    const index = typeof segment === "number" ? (rows.get(list)?.[segment] ?? segment) : segment;
    list += `/${segment}`;
    return index;
  });
  const moved = path.some((segment, depth) => segment !== piece.path[depth]);
  return moved ? { ...piece, path, pointer: path.map((segment) => `/${segment}`).join("") } : piece;
}
