// prevet/forms outside of a page: what the entry is. What it does is tested in a browser, in tests/e2e.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { manifest, root, run } from "./support/installed.mjs";

const bundle = readFileSync(path.join(root, manifest.exports["./forms"].import.default), "utf8");

test("importing it needs no page: a server may render the form", () => {
  const printed = run(`
    import { createRequire } from "node:module";
    import * as forms from "prevet/forms";
    const common = createRequire(process.cwd() + "/x.js")("prevet/forms");
    console.log(Object.keys(forms).join(), Object.keys(common).join(), typeof common.bindForm);
  `);
  assert.equal(printed, "bindForm bindForm function\n");
});

test("it brings nothing of the engine and nothing that a policy refuses", () => {
  for (const refused of [/WebAssembly/, /innerHTML/, /\.style\b/, /new Function\b/, /\beval\(/, /\bimport\b/, /\brequire\(/]) {
    assert.doesNotMatch(bundle, refused);
  }
});
