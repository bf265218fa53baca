/** Starting early, for the entries that have the wasm. */
import { start } from "./engine.js";

/**
 * Prepares the engine now, where the first check would do it: some milliseconds that are better spent before a person
 * waits. Calling it is optional, and calling it again does nothing.
 * @throws {@link InternalError} where the environment forbids WebAssembly; as a rejection
 */
export async function init(): Promise<void> {
  start();
}
