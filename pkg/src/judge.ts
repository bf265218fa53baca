/** The full validator: what it is asked, and its answers as issues. A schema is known by its position in the definition. */
import { run } from "./engine.js";
import { checkLines, checkTape, checkText, describeIssue, isValidText } from "./generated/wasm/prevet.js";
import type { Issues, TextIssue } from "./issue.js";
import type { Reading } from "./read.js";
import { IssueMaker, type Described } from "./records.js";

const maker = new IssueMaker();

/** The engine's number for English; `localeOf` knows the others. */
const ENGLISH = 0;

/** The issues of a value that was read; nothing where it is valid. */
export function judge(schema: number, { words, text }: Reading): Issues | undefined {
  return run(words.byteLength + text.length, () => {
    const records = checkTape(schema, words, text);
    return records && maker.make(schema, records, false, (index) => described(schema, index));
  });
}

/** The issues of a JSON text, with their positions; nothing where it is valid. */
export function judgeText(schema: number, bytes: Uint8Array): Issues<TextIssue> | undefined {
  return run(bytes.byteLength, () => {
    const records = checkText(schema, bytes);
    return records && (maker.make(schema, records, true, (index) => described(schema, index)) as Issues<TextIssue>);
  });
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
export function judgeLines(schema: number, bytes: Uint8Array, line: number, offset: number): JudgedLines {
  return run(bytes.byteLength, () => {
    const words = checkLines(schema, bytes, line, offset);
    const failures: JudgedLine[] = [];
    let before = 0;
    for (let at = 2; at < words.length;) {
      const [number = 0, count = 0, length = 0] = words.subarray(at, at + 3);
      const records = words.subarray(at + 3, at + 3 + length);
      const first = before;
      const issues = maker.make(schema, records, true, (index) => described(schema, first + index));
      failures.push({ line: number, issues: issues as Issues<TextIssue> });
      before += count;
      at += 3 + length;
    }
    return { lines: words[0] ?? 0, valid: words[1] ?? 0, failures };
  });
}

function described(schema: number, index: number): Described {
  return describeIssue(schema, index, ENGLISH) as Described;
}
