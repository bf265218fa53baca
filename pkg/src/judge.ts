/** The full validator: what it is asked, and its answers as issues. A schema is known by its position in the definition. */
import { LONGEST, cut } from "./cut.js";
import { run } from "./engine.js";
import { writeEvidence, type Evidence } from "./evidence.js";
import { checkLines, checkTape, checkText, describeIssue, isSurelyValid } from "./generated/wasm/prevet.js";
import type { Issues, TextIssue } from "./issue.js";
import { putBytes, putText, reserveWords, words } from "./memory.js";
import type { Plan } from "./plan.js";
import type { Reading } from "./read.js";
import { extraScopes, localeNumber, reworded, type CheckOptions } from "./options.js";
import { IssueMaker, type Described } from "./records.js";

const maker = new IssueMaker();

/** Longer lists of scopes are not kept beyond a check. */
const LONGEST_KEPT = 4096;

/** What issues have in common where the caller named scopes, and which. */
let own = { scopes: "", maker };

function makerFor(extra: string | undefined): IssueMaker {
  if (extra === undefined) return maker;
  if (extra === own.scopes) return own.maker;
  const known = { scopes: extra, maker: new IssueMaker() };
  // Each kind of issue lists them all.
  if (extra.length <= LONGEST_KEPT) own = known;
  return known.maker;
}

/**
 * The issues of a snapshot; nothing where it is valid.
 * @param reading of it by the general reader, where something in it is still the caller's own
 * @param extra what {@link extraScopes} made of the options
 */
export function judge(
  { index: schema, write }: Plan,
  snapshot: unknown,
  reading: Reading | undefined,
  options: CheckOptions | undefined,
  extra: string | undefined,
): Issues | undefined {
  const locale = localeNumber(options);
  const issues = run(() => {
    const evidence = reading ? writeReading(reading) : writeEvidence(write, snapshot, extra);
    const records = checkTape(schema, evidence.words, evidence.bytes, extra);
    return records === 0 ? undefined : issuesOf(schema, locale, records, false, extra);
  });
  // Outside of `run`: a text of the caller's own may throw.
  return issues && reworded(issues, options);
}

/** Hands a reading over. */
export function writeReading(reading: Reading): Evidence {
  const { length } = reading.words;
  reserveWords(length);
  words.set(reading.words);
  return { words: length, bytes: putText(reading.text) };
}

/** The issues of a JSON text, with their positions; nothing where it is valid. */
export function judgeText(
  schema: number,
  bytes: Uint8Array,
  options: CheckOptions | undefined,
): Issues<TextIssue> | undefined {
  const locale = localeNumber(options);
  const extra = extraScopes(options);
  const issues = run(() => {
    const records = checkText(schema, putBytes(bytes), extra);
    return records === 0 ? undefined : (issuesOf(schema, locale, records, true, extra) as Issues<TextIssue>);
  });
  return issues && reworded(issues, options);
}

/** The body of a JSON text that is surely valid, cut out of it; `undefined` where it is not, or too long for that. */
export function cutText(plan: Plan, bytes: Uint8Array): unknown {
  return bytes.length <= LONGEST ? run(() => cut(plan.index, plan.cut, bytes)) : undefined;
}

/** Whether a JSON text is valid. */
export function isJudgedValid(schema: number, bytes: Uint8Array, options: CheckOptions | undefined): boolean {
  const extra = extraScopes(options);
  return run(() => {
    const length = putBytes(bytes);
    return isSurelyValid(schema, length) || checkText(schema, length, extra) === 0;
  });
}

/** What the lines of a part of an input came to. */
export interface JudgedLines {
  readonly lines: number;
  readonly valid: number;
  /** The number of the line that comes next. */
  readonly next: number;
  readonly failures: readonly JudgedLine[];
}

/** A line that is not valid. */
export interface JudgedLine {
  readonly line: number;
  readonly issues: Issues<TextIssue>;
}

/**
 * Judges JSON lines, of which the first has the number `line` and stands `offset` bytes into the input.
 * @param locale what {@link localeNumber} made of the options
 * @param extra what {@link extraScopes} made of them
 */
export function judgeLines(
  schema: number,
  bytes: Uint8Array,
  line: number,
  offset: number,
  locale: number,
  extra: string | undefined,
): JudgedLines {
  return run(() => {
    const end = checkLines(schema, putBytes(bytes), line, offset, extra);
    reserveWords(end);
    const [lines = 0, valid = 0, next = 0] = words;
    const failures: { line: number; issues: Issues<TextIssue> }[] = [];
    let before = 0;
    for (let at = 3; at < end;) {
      const [number = 0, count = 0, length = 0] = words.subarray(at, at + 3);
      at += 3;
      const issues = makerFor(extra).make(schema, locale, at, at + length, true, describer(schema, locale, before));
      failures.push({ line: number, issues: issues as Issues<TextIssue> });
      before += count;
      at += length;
    }
    return { lines, valid, next, failures };
  });
}

function issuesOf(schema: number, locale: number, records: number, positioned: boolean, extra: string | undefined): Issues {
  reserveWords(records);
  return makerFor(extra).make(schema, locale, 0, records, positioned, describer(schema, locale, 0));
}

/** Gives issues of the last check in full, counted from the one at `first`. */
function describer(schema: number, locale: number, first: number): (index: number) => Described {
  return (index) => JSON.parse(describeIssue(schema, first + index, locale)) as Described;
}
