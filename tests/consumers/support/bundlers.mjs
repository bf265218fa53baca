// The bundlers, with no plugin and no setting for wasm. Each makes `main.mjs` of an entry, about which it may say nothing.
import assert from "node:assert/strict";
import path from "node:path";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import * as esbuild from "esbuild";
import { rollup } from "rollup";
import webpack from "webpack";

import { here } from "./paths.mjs";

/** Builds with esbuild. @param options settings of its own, such as the format */
export async function withEsbuild(entry, folder, options = { format: "esm" }) {
  const output = options.splitting ? { outdir: folder, outExtension: { ".js": ".mjs" } } : { outfile: path.join(folder, "main.mjs") };
  await esbuild.build({ entryPoints: [entry], bundle: true, minify: true, logLevel: "error", ...output, ...options });
}

/** Builds with Rollup. */
export async function withRollup(entry, folder) {
  const bundle = await rollup({ input: entry, plugins: [nodeResolve()], onwarn: ({ message }) => assert.fail(message) });
  await bundle.write({ file: path.join(folder, "main.mjs"), format: "es" });
  await bundle.close();
}

/** Builds with webpack, for pages in which the folder is at `/built/`. */
export async function withWebpack(entry, folder) {
  const compiler = webpack({
    mode: "production",
    entry,
    context: here,
    output: { path: folder, filename: "main.mjs", publicPath: "/built/" },
    // Its advice on the size of a page.
    performance: false,
  });
  const stats = await new Promise((resolve, reject) => {
    compiler.run((error, stats) => (error ? reject(error) : resolve(stats)));
  });
  const { errors, warnings } = stats.toJson({ errors: true, warnings: true });
  await new Promise((done) => compiler.close(done));
  assert.deepEqual([...errors, ...warnings], []);
}
