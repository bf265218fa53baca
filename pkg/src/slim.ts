/**
 * prevet without the wasm inside: the same exports as `prevet`, and a caller who gives the module, such as the file
 * `prevet/module.wasm`, fetched, read or imported as its platform does it best.
 *
 * @example
 * import { init, teableOAuthClient } from "prevet/slim";
 *
 * await init({ module: fetch("/assets/prevet.wasm") });
 * const result = teableOAuthClient.safeParse(draft);
 *
 * @module
 */
import { start, type Code } from "./engine.js";
import { InternalError } from "./errors.js";

export * from "./api.js";

/** A compiled module, where the compiler of these types knows `WebAssembly`; else any object. */
export type WasmModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Module } } }
  ? Module
  : object;

/** The wasm at hand: its bytes, or compiled. */
export type WasmCode = ArrayBuffer | ArrayBufferView | WasmModule;

/** What of a `Response` matters. It may have any content type. */
export interface WasmResponse {
  readonly ok: boolean;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
}

/** What of a `URL` matters. */
export interface WasmAddress {
  readonly href: string;
}

/** Where the wasm is: at hand, in a response, or at an address that `fetch` understands. */
export type WasmSource = WasmCode | WasmResponse | WasmAddress | string;

let loading: Promise<void> | undefined;

/**
 * Loads and starts the engine. Calling it again, also while it is at work, waits for the same start and ignores the
 * module; after a failure it tries anew.
 * @param options `module`: the wasm of this very version, or a promise of it
 * @throws {@link InternalError} as a rejection: `uninitialised` where there is none, `unloadable` or `unavailable`; and what
 *   `fetch` or the promise throws
 */
export function init(options: { readonly module: WasmSource | PromiseLike<WasmSource> }): Promise<void> {
  return (loading ??= load(options).catch((error: unknown) => {
    loading = undefined;
    throw error;
  }));
}

/**
 * Starts the engine at once. Calling it again does nothing. Browsers compile large modules only in workers this way,
 * but this one is small enough for all that are in use.
 * @param options `module`: the wasm of this very version
 * @throws {@link InternalError} `uninitialised` where there is none, `unloadable` or `unavailable`
 */
export function initSync(options: { readonly module: WasmCode }): void {
  start(moduleOf(options) as Code);
}

/** A caller without types may give nothing at all. */
function moduleOf<Module>(options: { readonly module: Module } | undefined): Module | undefined {
  return options?.module;
}

async function load(options: { readonly module: WasmSource | PromiseLike<WasmSource> }): Promise<void> {
  let given = await moduleOf(options);
  if (typeof given === "string") given = await fetch(given);
  else if (has(given, "href")) given = await fetch(given.href);
  if (has(given, "arrayBuffer")) {
    if (!given.ok) throw new InternalError("unloadable");
    given = await given.arrayBuffer();
  }
  start(given as Code);
}

/** Whether it is an object with a member of this name. */
function has<Name extends string>(given: WasmSource | undefined, name: Name): given is Extract<WasmSource, Readonly<Record<Name, unknown>>> {
  return typeof given === "object" && (given as object | null) !== null && name in given;
}
