// The default entry carries the wasm in parts, as text. What it makes of them is `prevet/module.wasm`, byte by byte.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { manifest, root, run } from "./support/installed.mjs";

const source = (imported) => `
  ${imported}
  const { Module } = WebAssembly;
  const seen = [];
  WebAssembly.Module = function (bytes) { seen.push(Buffer.from(bytes).toString("base64")); return new Module(bytes); };
  await prevet.init();
  console.log(JSON.stringify(seen));
`;

const formats = {
  "an ES module": 'import * as prevet from "prevet";',
  CommonJS: 'import { createRequire } from "node:module"; const prevet = createRequire(process.cwd() + "/x.js")("prevet");',
};
for (const [format, imported] of Object.entries(formats)) {
  test(`the module inside is the module beside it, as ${format}`, () => {
    const beside = readFileSync(path.join(root, manifest.exports["./module.wasm"].default.default));
    assert.deepEqual(JSON.parse(run(source(imported))), [beside.toString("base64")]);
  });
}
