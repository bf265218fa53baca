/** JSON lines (NDJSON), however many there are: they go to wasm in parts, so memory stays flat. */
import { bytesOf, type JsonText } from "./bytes.js";
import type { Issues, TextIssue } from "./issue.js";
import { judgeLines } from "./judge.js";
import { extraScopes, localeNumber, reworded, type CheckOptions } from "./options.js";
import { member } from "./read.js";

/** What `checkLines` may be told. */
export interface LinesOptions extends CheckOptions {
  /** The number of the first line, from 1; of a later chunk of a stream, {@link LinesResult.nextLine} of the one before. */
  readonly firstLine?: number | undefined;
  /** Whether more is to come: then a last line without its end is left alone, and is in `rest`. */
  readonly partial?: boolean | undefined;
}

/** What a check of lines found. */
export interface LinesResult {
  /** How many lines were checked; blank ones are not counted. */
  readonly lines: number;
  /** How many of them are valid. */
  readonly valid: number;
  /** The others, in order. Positions of their issues are those in these bytes; `line` is the line's number. */
  readonly failures: readonly LineFailure[];
  /** With `partial`, the bytes of the unfinished last line: put them in front of the next chunk. */
  readonly rest: ReturnType<Uint8Array["slice"]>;
  /** The number of the line that comes next; the last one's own where it has no end, for it may go on. */
  readonly nextLine: number;
}

/** A line that is not valid. */
export interface LineFailure {
  /** Its number; blank lines are counted too. */
  readonly line: number;
  readonly issues: Issues<TextIssue>;
}

const NEWLINE = 10;

/** A line that is no JSON, for what is no text: no lines at all would read as if all were valid. */
const NO_TEXT = [0x5b, NEWLINE];

/** The bytes that go to wasm at once, but for a longer line. */
const PART = 2 ** 20;

/** Checks every line of a text, or of a chunk of one. */
export function checkLines(schema: number, text: JsonText, given?: LinesOptions): LinesResult {
  // A caller's code runs before the text is looked at, and behind all of it: it may change the bytes.
  const options = given ?? {};
  const locale = localeNumber(options);
  const extra = extraScopes(options);
  const isPartial = member(options, "partial") === true;
  const first = member(options, "firstLine");
  const bytes = bytesOf(text, NO_TEXT);
  const end = isPartial ? bytes.lastIndexOf(NEWLINE) + 1 : bytes.length;
  const failures: LineFailure[] = [];
  let [lines, valid] = [0, 0];
  let line = typeof first === "number" && first >= 1 && first >>> 0 === first ? first : 1;
  for (let start = 0; start < end;) {
    const behind = partEnd(bytes, start, end);
    const judged = judgeLines(schema, bytes.subarray(start, behind), line, start, locale, extra);
    lines += judged.lines;
    valid += judged.valid;
    for (const failure of judged.failures) failures.push(failure);
    line = judged.next;
    start = behind;
  }
  // The caller's bytes may be read into again; a Buffer's own `slice` would be a view of them.
  const rest = new Uint8Array(bytes.subarray(end));
  const worded = failures.map(({ line, issues }) => ({ line, issues: reworded(issues, options) }));
  return { lines, valid, failures: worded, rest, nextLine: line };
}

/** Behind the last line that fits into a part, or behind the first one where none fits. */
function partEnd(bytes: Uint8Array, start: number, end: number): number {
  if (end - start <= PART) return end;
  const last = bytes.lastIndexOf(NEWLINE, start + PART - 1);
  if (last >= start) return last + 1;
  const next = bytes.indexOf(NEWLINE, start + PART);
  return next < 0 || next >= end ? end : next + 1;
}
