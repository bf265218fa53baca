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
export * from "./api.js";
export { init } from "./init.js";
import { supply } from "./engine.js";
import { unpack } from "./unpack.js";
// The last in the bundle: compressors look back 32 KB, and it is longer.
import { module } from "./generated/bytes.js";

supply(() => unpack(module()));
