/** The wasm engine: instantiated at the first call that needs it, and afresh where an instance is not to be kept. */
import { decodeAscii } from "./ascii.js";
import { InternalError } from "./errors.js";
import { module } from "./generated/bytes.js";
import { __wbg_reset_state, initSync } from "./generated/wasm/prevet.js";

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
    else initSync({ module: decodeAscii(module) });
  } catch {
    throw new InternalError("unavailable");
  }
  state = "ready";
}

/**
 * Runs a call of the engine. An exception out of wasm may leave its memory in any state: that instance is not used
 * again.
 * @param size the bytes of its input
 * @throws {@link InternalError} where the engine cannot start, or stops in the middle
 */
export function run<Result>(size: number, call: () => Result): Result {
  start();
  try {
    const result = call();
    if (size > LARGE) state = "spent";
    return result;
  } catch {
    state = "spent";
    throw new InternalError("trap");
  }
}
