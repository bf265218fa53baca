// `prevet/lazy`: the same verdicts, and nothing is loaded until something has to be said.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { client } from "./support/bodies.mjs";
import { corpus } from "./support/corpus.mjs";
import { esm, manifest, root, run } from "./support/installed.mjs";

const entry = pathToFileURL(path.join(root, manifest.exports["./lazy"].import.default));
const { isSurely, load, safeParse } = await import(entry.href);

const NAME = "teable.oauth-client.request";
const wrong = { ...client(), homepage: "reports.io" };

const source = (imported) => `
  ${imported}
  let modules = 0;
  const { Module } = WebAssembly;
  WebAssembly.Module = function (bytes) { modules++; return new Module(bytes); };
  const [good, wrong] = ${JSON.stringify([client(), wrong])};
  const results = [lazy.isSurely("${NAME}", good), lazy.isSurely("${NAME}", wrong)];
  results.push((await lazy.safeParse("${NAME}", good)).success, modules);
  const { issues } = await lazy.safeParse("${NAME}", wrong, { locale: "zh" });
  console.log(JSON.stringify([...results, issues.map(({ message }) => message), modules]));
`;

const formats = {
  "an ES module": 'import * as lazy from "prevet/lazy";',
  CommonJS: 'import { createRequire } from "node:module"; const lazy = createRequire(process.cwd() + "/x.js")("prevet/lazy");',
};
for (const [format, imported] of Object.entries(formats)) {
  test(`valid bodies load nothing, others load prevet, as ${format}`, () => {
    // The module, and the one that unpacks it.
    const expected = [true, false, true, 0, ["主页：网址请以 https:// 开头。"], 2];
    assert.deepEqual(JSON.parse(run(source(imported))), expected);
  });
}

test("the verdicts are those of the schemas, for every case", async () => {
  let [sure, all] = [0, 0];
  for (const { schema, input } of corpus().filter((one) => "input" in one)) {
    const expected = esm.schemas[schema].safeParse(input);
    assert.deepEqual(await safeParse(schema, input), expected);
    if (isSurely(schema, input)) {
      assert.ok(expected.success);
      sure++;
    }
    all++;
  }
  assert.ok(all > 1500 && sure > 300, `${sure} of ${all}`);
});

test("what cannot be read is said to be so, and read once", async () => {
  let reads = 0;
  const body = { ...client(), get homepage() { reads++; throw new Error("canary"); } };
  const { issues } = await safeParse(NAME, body);
  assert.deepEqual([issues[0].pointer, issues[0].params.received, reads], ["/homepage", "unreadable", 1]);
});

test("a name that no schema has is a mistake of the program", async () => {
  const message = "There is no schema of this name; the type SchemaName lists them.";
  assert.throws(() => isSurely("teable", {}), { name: "TypeError", message });
  await assert.rejects(safeParse("teable", {}), { name: "TypeError", message });
  assert.equal((await load()).teableOAuthClient.name, NAME);
});
