// The README that npm shows: its examples run as they stand, and print what it says.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { esm, root, run } from "./support/installed.mjs";

const readme = readFileSync(path.join(root, "README.md"), "utf8");

/** The examples, with what they print. */
const examples = [...readme.matchAll(/```js\n([^]*?)```\n\n```text\n([^]*?)```/g)].map(([, code, output]) => ({ code, output }));

test("there is an example of checks, advice, languages, OpenID Connect and scopes", () => assert.equal(examples.length, 5));

for (const { code, output } of examples) {
  const [, imports] = code.match(/import (.*) from "prevet";/);

  test(`the example of ${imports} runs as an ES module and prints what the README says`, () => {
    assert.equal(run(code), output);
  });

  test(`the example of ${imports} runs as CommonJS`, () => {
    const common = code.replace(/import (.*) from ("prevet");/, "const $1 = require($2);");
    assert.match(common, /require/);
    const hosted = `import { createRequire } from "node:module"; const require = createRequire(process.cwd() + "/x.js");`;
    assert.equal(run(hosted + common), output);
  });
}

test("the example of prevet/lazy runs, and says what its comments say", () => {
  const [, code] = readme.match(/```js\n(import [^`]*? from "prevet\/lazy";[^]*?)```/);
  const printing = code.replace(/^(?:await )?((?:isSurely|safeParse)\(.*?\));/gm, "console.log(JSON.stringify(await $1));");
  const ask = (draft) => run(`const draft = ${JSON.stringify(draft)};\n${printing}`).split("\n");
  const good = { name: "Acme", homepage: "https://acme.io", redirectUris: ["https://acme.io/callback"] };
  assert.deepEqual(ask(good), ["true", JSON.stringify({ success: true, data: good }), ""]);
  const [isSurely, verdict] = ask({ ...good, redirectUris: [] });
  assert.equal(isSurely, "false");
  assert.deepEqual(JSON.parse(verdict).issues.map(({ message }) => message), ["Redirect URIs: add at least 1."]);
});

test("the table of members is complete", () => {
  for (const member of Object.keys(esm.teableOAuthClient)) {
    if (member !== "name") assert.match(readme, new RegExp(`^\\| \`[^|]*${member}`, "m"), member);
  }
});
