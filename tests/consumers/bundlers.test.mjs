// Bundlers, with no plugin and no setting for wasm. What each makes runs in Chromium, under a strict policy where it is
// what would be published.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import * as esbuild from "esbuild";
import { rollup } from "rollup";
import * as vite from "vite";
import webpack from "webpack";

import { expected } from "./support/bodies.mjs";
import { browserTests, moduleOf, scriptOf, served } from "./support/browser.mjs";
import { fixture, here, output } from "./support/paths.mjs";
import { node } from "./support/run.mjs";

const open = browserTests();
const main = fixture("app", "main.mjs");

/** The verdict of a page, which nothing may complain about. */
async function assertPage(pages, folder) {
  const seen = await served({ pages, folders: { built: folder } }, open);
  assert.deepEqual(seen, { verdict: expected, complaints: [] });
}

const inNode = (file) =>
  node("--input-type=module", "--eval", `await import("${pathToFileURL(file)}"); console.log(verdict)`);

for (const format of ["esm", "iife"]) {
  test(`esbuild, ${format}, in Node and Chromium`, async () => {
    const folder = output(`esbuild-${format}`);
    const outfile = path.join(folder, "main.mjs");
    await esbuild.build({ entryPoints: [main], bundle: true, minify: true, format, outfile, logLevel: "error" });
    assert.equal(await inNode(outfile), expected);
    await assertPage({ "/": format === "esm" ? moduleOf("/built/main.mjs") : scriptOf("/built/main.mjs") }, folder);
  });
}

test("Rollup, in Node and Chromium", async () => {
  const folder = output("rollup");
  const bundle = await rollup({ input: main, plugins: [nodeResolve()], onwarn: ({ message }) => assert.fail(message) });
  await bundle.write({ file: path.join(folder, "main.mjs"), format: "es" });
  await bundle.close();
  assert.equal(await inNode(path.join(folder, "main.mjs")), expected);
  await assertPage({ "/": moduleOf("/built/main.mjs") }, folder);
});

test("esbuild with a chunk for what is loaded later, in Chromium", async () => {
  const folder = output("esbuild-lazy");
  const entryPoints = [fixture("lazy", "main.mjs")];
  await esbuild.build({ entryPoints, bundle: true, minify: true, splitting: true, format: "esm", outdir: folder, outExtension: { ".js": ".mjs" }, logLevel: "error" });
  await assertPage({ "/": moduleOf("/built/main.mjs") }, folder);
});

/** Builds an entry with webpack, which may say nothing. Gives the folder. */
async function packed(name, entry) {
  const folder = output(name);
  const compiler = webpack({
    mode: "production",
    entry,
    context: here,
    output: { path: folder, filename: "main.js", publicPath: "/built/" },
    // Its advice on the size of a page.
    performance: false,
  });
  const { promise, resolve, reject } = withResolvers();
  compiler.run((error, stats) => (error ? reject(error) : resolve(stats)));
  const { errors, warnings } = (await promise).toJson({ errors: true, warnings: true });
  await new Promise((done) => compiler.close(done));
  assert.deepEqual([...errors, ...warnings], []);
  return folder;
}

test("webpack, in Chromium", async () => {
  await assertPage({ "/": scriptOf("/built/main.js") }, await packed("webpack", main));
});

test("webpack, lazy, in Chromium", async () => {
  await assertPage({ "/": scriptOf("/built/main.js") }, await packed("webpack-lazy", fixture("lazy", "main.mjs")));
});

test("webpack, slim with the module as a file, in Chromium", async () => {
  const folder = await packed("webpack-slim", fixture("slim", "main.mjs"));
  assert.ok(readdirSync(folder).some((file) => file.endsWith(".wasm")));
  await assertPage({ "/": scriptOf("/built/main.js") }, folder);
});

const viteSettings = (name) => ({
  configFile: false,
  root: fixture(name),
  logLevel: "error",
  resolve: { alias: { "./address.mjs": "./address.vite.mjs" } },
});

const built = { built: "app", "built, slim with the module as a file": "slim", "built, lazy": "lazy" };
for (const [what, name] of Object.entries(built)) {
  test(`Vite, ${what}, in Chromium`, async () => {
    const folder = output(`vite-${name}`);
    await vite.build({ ...viteSettings(name), base: "/built/", build: { outDir: folder, emptyOutDir: true } });
    const seen = await served({ pages: {}, folders: { built: folder } }, (address) =>
      open(`${address}/built/index.html`),
    );
    assert.deepEqual(seen, { verdict: expected, complaints: [] });
  });
}

for (const [what, name] of Object.entries({ "development server": "app", "development server, slim": "slim" })) {
  test(`Vite, ${what}, in Chromium`, async () => {
    const server = await vite.createServer({
      ...viteSettings(name),
      cacheDir: output(`vite-cache-${name}`),
      server: { host: "127.0.0.1", port: 0, fs: { allow: [here] } },
    });
    try {
      await server.listen();
      assert.deepEqual(await open(server.resolvedUrls.local[0]), { verdict: expected, complaints: [] });
    } finally {
      await server.close();
    }
  });
}

/** Node 20 has no `Promise.withResolvers`. */
function withResolvers() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}
