/** The default entry for Vercel's Edge Runtime, where wasm can only be imported: nothing may compile it at run time. */
import { supply } from "./engine.js";
import module from "./prevet.wasm?module";

export * from "./api.js";
export { init } from "./init.js";

supply(() => module);
