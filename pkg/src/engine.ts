/** The wasm engine: instantiated at the first call that needs it, and afresh where an instance is not to be kept. */
import { decodeBase64 } from "./base64.js";
import { InternalError } from "./errors.js";
import { base64 } from "./generated/bytes.js";
import { __wbg_reset_state, checkTape, checkText, initSync } from "./generated/wasm/prevet.js";
import type { Issue, Issues, TextIssue } from "./issue.js";
import type { Reading } from "./read.js";

/** `spent`: the instance trapped, so its memory may be in any state, or it grew large, and wasm memory never shrinks. */
type State = "asleep" | "ready" | "spent";

/** The bytes of input above which an instance is not kept: it needed some ten times as many. */
const LARGE = 2 ** 23;

let state: State = "asleep";

/** Instantiates the engine, if that is not done. Throws {@link InternalError} where the environment forbids it. */
export function start(): void {
  if (state === "ready") return;
  try {
    if (state === "spent") __wbg_reset_state();
    else initSync({ module: decodeBase64(base64) });
  } catch {
    throw new InternalError("unavailable");
  }
  state = "ready";
}

/** The issues of a value that was read; nothing where it is valid. `schema` is its position in the definition. */
export function judge(schema: number, { words, text }: Reading): Issues | undefined {
  const size = words.byteLength + text.length;
  return run(size, () => checkTape(schema, words, text) as Issues | undefined);
}

/** The issues of a JSON text; nothing where it is valid. */
export function judgeText(schema: number, bytes: Uint8Array): Issues<TextIssue> | undefined {
  return run(bytes.byteLength, () => checkText(schema, bytes) as Issues<TextIssue> | undefined);
}

function run<I extends Issue>(size: number, check: () => Issues<I> | undefined): Issues<I> | undefined {
  start();
  try {
    const issues = check();
    if (size > LARGE) state = "spent";
    return issues;
  } catch {
    state = "spent";
    throw new InternalError("trap");
  }
}
