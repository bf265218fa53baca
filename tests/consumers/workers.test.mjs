// Worker runtimes, in which nothing may compile wasm at run time: the package's own conditions import it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import * as esbuild from "esbuild";
import { Miniflare } from "miniflare";

import { expected } from "./support/bodies.mjs";
import { fixture, installed } from "./support/paths.mjs";

// Cloudflare's own runtime runs both: Vercel's cannot be had without its service, and differs in the name of the import.
const conditions = { workerd: "./prevet.wasm", "edge-light": "./prevet.wasm?module" };

for (const [condition, name] of Object.entries(conditions)) {
  test(`workerd, by the condition ${condition}`, async () => {
    const { outputFiles } = await esbuild.build({
      entryPoints: [fixture("worker", "main.mjs")],
      bundle: true,
      write: false,
      format: "esm",
      conditions: [condition, "worker", "browser"],
      external: ["*.wasm", "*.wasm?module"],
      logLevel: "error",
    });
    const [{ text }] = outputFiles;
    assert.ok(text.includes(`"${name}"`), "the bundle imports the module");
    const runtime = new Miniflare({
      compatibilityDate: "2026-01-01",
      modulesRoot: "/",
      modules: [
        { type: "ESModule", path: "/main.mjs", contents: text },
        { type: "CompiledWasm", path: path.posix.join("/", name), contents: readFileSync(path.join(installed, "dist/prevet.wasm")) },
      ],
    });
    try {
      assert.equal(await (await runtime.dispatchFetch("http://worker/")).text(), expected);
    } finally {
      await runtime.dispose();
    }
  });
}
