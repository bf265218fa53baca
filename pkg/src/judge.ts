/** The full validator: what it is asked, and its answers as issues. A schema is known by its position in the definition. */
import { run } from "./engine.js";
import { checkLines, checkTape, checkText, describeIssue, isValidText } from "./generated/wasm/prevet.js";
import type { Issues, TextIssue } from "./issue.js";
import type { Reading } from "./read.js";
import { localeNumber, reworded, type CheckOptions } from "./options.js";
import { IssueMaker, type Described } from "./records.js";

const maker = new IssueMaker();

/** The issues of a value that was read; nothing where it is valid. */
export function judge(schema: number, { words, text }: Reading, options?: CheckOptions): Issues | undefined {
  const issues = run(words.byteLength + text.length, () => {
    const records = checkTape(schema, words, text);
    return records && issuesOf(schema, records, false, 0, options);
  });
  // Outside of `run`: a text of the caller's own may throw.
  return issues && reworded(issues, options);
}

/** The issues of a JSON text, with their positions; nothing where it is valid. */
export function judgeText(schema: number, bytes: Uint8Array, options?: CheckOptions): Issues<TextIssue> | undefined {
  const issues = run(bytes.byteLength, () => {
    const records = checkText(schema, bytes);
    return records && (issuesOf(schema, records, true, 0, options) as Issues<TextIssue>);
  });
  return issues && reworded(issues, options);
}

/** Whether a JSON text is valid. */
export function isJudgedValid(schema: number, bytes: Uint8Array): boolean {
  return run(bytes.byteLength, () => isValidText(schema, bytes));
}

/** What the lines of a part of an input came to. */
export interface JudgedLines {
  readonly lines: number;
  readonly valid: number;
  readonly failures: readonly JudgedLine[];
}

/** A line that is not valid. */
export interface JudgedLine {
  readonly line: number;
  readonly issues: Issues<TextIssue>;
}

/** Judges JSON lines, of which the first has the number `line` and stands `offset` bytes into the input. */
export function judgeLines(
  schema: number,
  bytes: Uint8Array,
  line: number,
  offset: number,
  options: CheckOptions,
): JudgedLines {
  const judged = run(bytes.byteLength, () => {
    const words = checkLines(schema, bytes, line, offset);
    const failures: { line: number; issues: Issues<TextIssue> }[] = [];
    let before = 0;
    for (let at = 2; at < words.length;) {
      const [number = 0, count = 0, length = 0] = words.subarray(at, at + 3);
      const records = words.subarray(at + 3, at + 3 + length);
      failures.push({ line: number, issues: issuesOf(schema, records, true, before, options) as Issues<TextIssue> });
      before += count;
      at += 3 + length;
    }
    return { lines: words[0] ?? 0, valid: words[1] ?? 0, failures };
  });
  for (const failure of judged.failures) failure.issues = reworded(failure.issues, options);
  return judged;
}

/** Issues from their records; `first` is the position of the first one among all of the engine's last check. */
function issuesOf(
  schema: number,
  records: Uint32Array,
  positioned: boolean,
  first: number,
  options: CheckOptions | undefined,
): Issues {
  const locale = localeNumber(options);
  const describe = (index: number) => describeIssue(schema, first + index, locale) as Described;
  return maker.make(schema, locale, records, positioned, describe);
}
