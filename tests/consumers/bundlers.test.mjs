// Bundlers, with no plugin and no setting for wasm. What each makes runs in Chromium, under a strict policy where it is
// what would be published.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import * as vite from "vite";

import { expected } from "./support/bodies.mjs";
import { browserTests, moduleOf, scriptOf, served } from "./support/browser.mjs";
import { withEsbuild, withRollup, withWebpack } from "./support/bundlers.mjs";
import { fixture, here, output } from "./support/paths.mjs";
import { node } from "./support/run.mjs";

const open = browserTests();
const main = fixture("app", "main.mjs");

/** The verdict of a page, which nothing may complain about. */
async function assertPage(pages, folder) {
  const seen = await served({ pages, folders: { built: folder } }, open);
  assert.deepEqual(seen, { verdict: expected, complaints: [] });
}

const inNode = (folder) => {
  const file = pathToFileURL(path.join(folder, "main.mjs"));
  return node("--input-type=module", "--eval", `await import("${file}"); console.log(verdict)`);
};

for (const format of ["esm", "iife"]) {
  test(`esbuild, ${format}, in Node and Chromium`, async () => {
    const folder = output(`esbuild-${format}`);
    await withEsbuild(main, folder, { format });
    assert.equal(await inNode(folder), expected);
    await assertPage({ "/": format === "esm" ? moduleOf("/built/main.mjs") : scriptOf("/built/main.mjs") }, folder);
  });
}

test("Rollup, in Node and Chromium", async () => {
  const folder = output("rollup");
  await withRollup(main, folder);
  assert.equal(await inNode(folder), expected);
  await assertPage({ "/": moduleOf("/built/main.mjs") }, folder);
});

test("esbuild with a chunk for what is loaded later, in Chromium", async () => {
  const folder = output("esbuild-lazy");
  await withEsbuild(fixture("lazy", "main.mjs"), folder, { format: "esm", splitting: true });
  await assertPage({ "/": moduleOf("/built/main.mjs") }, folder);
});

/** The folder of what webpack makes of an entry. */
async function packed(name, entry) {
  const folder = output(name);
  await withWebpack(entry, folder);
  return folder;
}

test("webpack, in Chromium", async () => {
  await assertPage({ "/": scriptOf("/built/main.mjs") }, await packed("webpack", main));
});

test("webpack, lazy, in Chromium", async () => {
  await assertPage({ "/": scriptOf("/built/main.mjs") }, await packed("webpack-lazy", fixture("lazy", "main.mjs")));
});

test("webpack, slim with the module as a file, in Chromium", async () => {
  const folder = await packed("webpack-slim", fixture("slim", "main.mjs"));
  assert.ok(readdirSync(folder).some((file) => file.endsWith(".wasm")));
  await assertPage({ "/": scriptOf("/built/main.mjs") }, folder);
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
