/** The errors that checks throw. */
import type { Issue, Issues } from "./issue.js";
import { inLocale, type CheckOptions } from "./options.js";

/** A message lists this many issues; the rest is only counted. */
const LISTED = 20;

/**
 * What `parse` throws for a body that is not valid. The message lists the issues' messages, one a line, and like them
 * holds no value of the body.
 */
export class ValidationError extends Error {
  override readonly name = "ValidationError";
  /** What is wrong, as in the result of `safeParse`. */
  readonly issues: Issues;

  /**
   * @param issues what is wrong
   * @param options the language of what the message says beyond those of the issues
   */
  constructor(issues: Issues, options?: CheckOptions) {
    super(summary(issues, options));
    this.issues = issues;
  }
}

function summary(issues: readonly Issue[], options: CheckOptions | undefined): string {
  const lines = issues.slice(0, LISTED).map((issue) => issue.message);
  const more = issues.length - LISTED;
  if (more > 0) lines.push(inLocale({ en: `... and ${more} more`, zh: `……另有 ${more} 项` }, options));
  return lines.join("\n");
}

/** Why the engine could not answer. */
export type InternalErrorReason = "unavailable" | "trap" | "uninitialised" | "unloadable";

const REASONS: Readonly<Record<InternalErrorReason, string>> = {
  unavailable: "prevet needs WebAssembly, which this environment does not allow; see the README on Content-Security-Policy",
  trap: "prevet could not finish this check; the next one starts afresh",
  uninitialised: "prevet/slim is not initialised: call initSync({ module }), or init({ module }) and wait for it; module is prevet/module.wasm",
  unloadable: "prevet/slim was given no module of this version of prevet; see the README on its set-up",
};

/**
 * Thrown where no verdict could be had, whatever the body is. It holds nothing of the body.
 *
 * - `unavailable`: WebAssembly is switched off, or a Content-Security-Policy without `'wasm-unsafe-eval'` forbids it.
 * - `trap`: the engine stopped in the middle, which it should for no body that fits in its memory; the next call works on a
 *   fresh instance.
 * - `uninitialised`: `prevet/slim` was asked for a verdict before its `init` or `initSync` had ended, or these were given no
 *   module.
 * - `unloadable`: what `init` or `initSync` of `prevet/slim` was given is not this version's `prevet/module.wasm`.
 */
export class InternalError extends Error {
  override readonly name = "InternalError";
  readonly reason: InternalErrorReason;

  /** @param reason why there is no verdict */
  constructor(reason: InternalErrorReason) {
    super(REASONS[reason]);
    this.reason = reason;
  }
}
