/** The checks of JSON texts and lines. */
import { readAndJudge } from "./accept.js";
import { bytesOf, copyOf, notJson, settled, tryParse, type JsonText } from "./bytes.js";
import { isAwake } from "./engine.js";
import type { TextIssue } from "./issue.js";
import { cutText, isJudgedValid, judgeText } from "./judge.js";
import { checkLines, type LinesOptions, type LinesResult } from "./lines.js";
import type { CheckOptions } from "./options.js";
import type { Plan } from "./plan.js";
import { read } from "./read.js";
import type { SafeParseResult } from "./schema.js";
import { PARSED } from "./tape.js";
import { success } from "./value-checks.js";

/** What a schema does with texts, where scopes of the caller's own are in no type. */
export interface TextChecks<T> {
  readonly safeParseText: (text: JsonText, options?: CheckOptions) => SafeParseResult<T, TextIssue>;
  readonly isText: (text: JsonText, options?: CheckOptions) => boolean;
  readonly checkLines: (text: JsonText, options?: LinesOptions) => LinesResult;
}

/** Makes the checks of a schema. `T` has to be the type of its bodies. */
export function textChecks<T>(plan: Plan): TextChecks<T> {
  const { index, read: reader, definition } = plan;

  // What is judged is what is given: neither a getter of the options nor the host's parser of URLs can reach these bytes.
  const judgedText = (
    bytes: Uint8Array,
    text: string | undefined,
    options: CheckOptions | undefined,
  ): SafeParseResult<T, TextIssue> => {
    const issues = judgeText(index, bytes, options);
    return issues
      ? { success: false, issues }
      : success(read(definition().node, tryParse(text ?? bytes, bytes), PARSED).data);
  };

  return {
    // Bodies are cut out of bytes once wasm is awake; until then the host parses what is surely valid, which wakes nothing.
    safeParseText(text, options) {
      const bytes = typeof text === "string" ? undefined : bytesOf(text);
      if (bytes && isAwake()) {
        const data = cutText(plan, bytes);
        return data === undefined ? judgedText(copyOf(bytes), undefined, options) : success(data);
      }
      const parsed = tryParse(text, bytes && settled(bytes));
      if (parsed !== notJson) {
        const { data, accepted } = readAndJudge(reader, parsed);
        if (accepted) return success(data);
      }
      return judgedText(bytes ? copyOf(bytes) : bytesOf(text), typeof text === "string" ? text : undefined, options);
    },
    isText: (text, options) => isJudgedValid(index, bytesOf(text), options),
    checkLines: (text, options) => checkLines(index, text, options),
  };
}
