/**
 * prevet vets a request body before a form submits it: the servers' own rules, every problem at once, and no value of
 * the body in any message.
 *
 * @example
 * import { teableOAuthClient } from "prevet";
 *
 * const result = teableOAuthClient.safeParse(draft);
 * if (!result.success) for (const { pointer, message } of result.issues) show(pointer, message);
 *
 * @module
 */
import { supply } from "./engine.js";
import { module } from "./generated/bytes.js";
import { unpack } from "./unpack.js";

export * from "./api.js";
export { init } from "./init.js";

supply(() => unpack(module()));
