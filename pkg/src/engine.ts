/** The wasm engine: instantiated at the first call that needs it, and afresh where an instance is not to be kept. */
import { bytesOf } from "./bytes.js";
import { InternalError } from "./errors.js";
import { __wbg_reset_state, initSync } from "./generated/wasm/prevet.js";
import { forget, isLarge } from "./memory.js";

/** The wasm: its bytes, or compiled. */
export type Code = BufferSource | WebAssembly.Module;

/** `spent`: the instance trapped, so its memory may be in any state, or it grew large, and wasm memory never shrinks. */
type State = "asleep" | "ready" | "spent";

let state: State = "asleep";

/** Whether a call of the engine is under way. */
let running = false;

let inlined: (() => Code) | undefined;

/** Says where the wasm is, for the first call that needs it. */
export function supply(code: () => Code): void {
  inlined = code;
}

/**
 * Instantiates the engine, if that is not done. Never in the middle of a call, which goes on in the instance that it began in.
 * @param given the wasm, where the entry has none
 * @throws {@link InternalError} where there is none, it is another module, or the environment forbids it
 */
export function start(given?: Code): void {
  if (state === "ready" || running) return;
  try {
    if (state === "spent") __wbg_reset_state();
    else if (given) initSync({ module: compiled(given) });
    else if (inlined) initSync({ module: inlined() });
    else throw new InternalError("uninitialised");
  } catch (error) {
    throw error instanceof InternalError ? error : new InternalError(given ? "unloadable" : "unavailable");
  }
  forget();
  state = "ready";
}

/** Calls that would be quicker with the engine, while it was asleep. */
let wishes = 0;

/** What starting the engine costs, in such calls: some 15 ms, where each saves about a microsecond. */
const WORTH = 2 ** 14;

/**
 * Whether the engine runs. It is asked by those who can do without, but slower: where many have, it is started. Where it
 * cannot start they go on without.
 */
export function isAwake(): boolean {
  if (state !== "ready" && (inlined || state === "spent") && wishes++ === WORTH) {
    wishes = 0;
    try {
      start();
    } catch {
      // As long as nothing needs it.
    }
  }
  return state === "ready";
}

/** What a caller gave, compiled, once it is sure to be a module of prevet: any other might start as well. */
function compiled(given: Code): WebAssembly.Module {
  if (typeof WebAssembly !== "object") throw new InternalError("unavailable");
  const module = given instanceof WebAssembly.Module ? given : compile(given);
  const exported = WebAssembly.Module.exports(module);
  if (exported.some(({ name }) => name === "checkTape")) return module;
  throw new InternalError("unloadable");
}

function compile(code: BufferSource): WebAssembly.Module {
  // Node takes no `DataView`.
  const bytes = bytesOf(code) as Uint8Array<ArrayBuffer>;
  try {
    return new WebAssembly.Module(bytes);
  } catch {
    // A policy forbids compiling, but no look at the bytes.
    throw new InternalError(WebAssembly.validate(bytes) ? "unavailable" : "unloadable");
  }
}

/**
 * Runs a call of the engine. An exception out of wasm may leave its memory in any state: that instance is not used
 * again.
 * @throws {@link InternalError} where the engine cannot start, or stops in the middle
 */
export function run<Result>(call: () => Result): Result {
  // The host's parser of URLs is foreign code: it may come back in the middle of a call, which has its memory in hand. That
  // call goes on in the same instance, so no other is started meanwhile.
  const outer = running;
  if (outer) forget();
  else if (state !== "ready") start();
  running = true;
  try {
    if (state !== "ready") throw new InternalError("trap");
    const result = call();
    // Whatever came back may have trapped, and nobody told.
    if ((state as State) === "spent") throw new InternalError("trap");
    if (!outer && isLarge()) state = "spent";
    return result;
  } catch {
    state = "spent";
    throw new InternalError("trap");
  } finally {
    running = outer;
    if (outer) forget();
  }
}
