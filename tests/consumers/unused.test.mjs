// What a program does not use is not in its bundle.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { expected } from "./support/bodies.mjs";
import { withEsbuild, withRollup, withWebpack } from "./support/bundlers.mjs";
import { fixture, installed, output } from "./support/paths.mjs";
import { node } from "./support/run.mjs";

/** A word of each part that a check of one request does without: an answer's body, the list of names, a provider. */
const UNUSED = ["url_16x16", "zapier.AppsImages", "login.microsoftonline.com"];

for (const [name, build] of Object.entries({ esbuild: withEsbuild, Rollup: withRollup, webpack: withWebpack })) {
  test(`${name} leaves out what a program with one schema does not use`, async () => {
    const found = (file) => UNUSED.filter((word) => readFileSync(file, "utf8").includes(word));
    assert.deepEqual(found(path.join(installed, "dist", "index.js")), UNUSED);
    const folder = output(`unused-${name}`);
    await build(fixture("one", "main.mjs"), folder);
    const bundle = path.join(folder, "main.mjs");
    assert.deepEqual(found(bundle), []);
    const script = `await import("${pathToFileURL(bundle)}"); console.log(verdict)`;
    assert.equal(await node("--input-type=module", "--eval", script), expected);
  });
}
