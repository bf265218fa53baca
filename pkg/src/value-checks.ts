/** The checks of JavaScript values. */
import { readAndJudge, type Judged } from "./accept.js";
import { ValidationError } from "./errors.js";
import { judge } from "./judge.js";
import { extraScopes, type CheckOptions } from "./options.js";
import type { Plan } from "./plan.js";
import { read, type Reading } from "./read.js";
import type { SafeParseResult, SafeParseSuccess } from "./schema.js";
import { CALLERS } from "./tape.js";

/** What a schema does with values, where scopes of the caller's own are in no type. */
export interface ValueChecks<T> {
  readonly safeParse: (value: unknown, options?: CheckOptions) => SafeParseResult<T>;
  readonly parse: (value: unknown, options?: CheckOptions) => T;
  readonly is: (value: unknown, options?: CheckOptions) => value is T;
}

/** What wasm has judged valid is a `T`: the tests compare the two for every conformance case. */
export function success<T>(data: unknown): SafeParseSuccess<T> {
  return { success: true, data: data as T };
}

/** Makes the checks of a schema. `T` has to be the type of its bodies. */
export function valueChecks<T>(plan: Plan): ValueChecks<T> {
  const { read: reader, definition } = plan;

  // What the fast path does not accept was read once all the same: the full validator sees the snapshot.
  const judgedAgain = (quick: Judged, options: CheckOptions | undefined): SafeParseResult<T> => {
    const extra = extraScopes(options);
    const reading = readingOf(quick, extra);
    const issues = judge(plan, quick.data, reading, options, extra);
    return issues ? { success: false, issues } : success((reading ?? read(definition().node, quick.data, CALLERS)).data);
  };

  // What is judged is what is given: a value that has to be read again is read once more, and no more.
  const readingOf = ({ data, whole }: Judged, extra: string | undefined): Reading | undefined =>
    whole ? undefined : read(definition().node, data, CALLERS, extra);

  const safeParse = (value: unknown, options?: CheckOptions): SafeParseResult<T> => {
    const quick = readAndJudge(reader, value);
    return quick.accepted ? success(quick.data) : judgedAgain(quick, options);
  };

  return {
    safeParse,
    parse(value, options) {
      const result = safeParse(value, options);
      if (result.success) return result.data;
      throw new ValidationError(result.issues, options);
    },
    is(value, options): value is T {
      const quick = readAndJudge(reader, value);
      if (quick.accepted) return true;
      const extra = extraScopes(options);
      return judge(plan, quick.data, readingOf(quick, extra), options, extra) === undefined;
    },
  };
}
