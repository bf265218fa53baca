// The default entry carries the wasm as packed text, and a small module that unpacks it. What that gives is `prevet/module.wasm`, byte by byte.
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
    const [unpacker, unpacked, ...more] = JSON.parse(run(source(imported)));
    assert.ok(WebAssembly.Module.exports(new WebAssembly.Module(Buffer.from(unpacker, "base64"))).some(({ name }) => name === "unpack"));
    assert.equal(unpacked, beside.toString("base64"));
    assert.deepEqual(more, []);
  });
}
