// The README that npm shows: its examples run as they stand, and print what it says.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";

import { esm, root, run } from "./support/installed.mjs";

const readme = readFileSync(path.join(root, "README.md"), "utf8");

/** The examples, with what they print. */
const examples = [...readme.matchAll(/```js\n((?:(?!```)[^])*)```\n\n```text\n([^]*?)```/g)].map(([, code, output]) => ({ code, output }));

test("there is an example of checks, sending, advice, languages, OpenID Connect and scopes", () => assert.equal(examples.length, 6));

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

test("the example of JSON lines runs, and numbers the lines of a stream", () => {
  const [, code] = readme.match(/```js\n(import { createReadStream }[^]*?)```/);
  const folder = mkdtempSync(path.join(tmpdir(), "prevet-"));
  try {
    const file = path.join(folder, "clients.ndjson");
    const good = JSON.stringify({ name: "Acme", homepage: "https://acme.io", redirectUris: ["https://acme.io/callback"] });
    // More than one chunk.
    writeFileSync(file, `${`${good}\n`.repeat(2000)}{}\n${good}\n[]`);
    const printed = run(code.replace('"clients.ndjson"', JSON.stringify(file)));
    assert.equal(printed, "2001 Name: enter a value.\n2003 Body: use an object, not a list.\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

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

/** The first cells of a table's rows, by its head. */
function firstCells(head) {
  const [, rows] = readme.split(`\n| ${head} |`)[1].split(/\n\|[-|]+\n/, 2);
  return rows.split("\n\n", 1)[0].split("\n").map((row) => row.slice(1).split(" | ", 1)[0].trim());
}

test("the table of members is complete, and has no others", () => {
  const told = firstCells("member | does").map((cell) => /^`(?:\["(.+)"\]|(\w+)(?:\(.*\))?)`$/.exec(cell)).map(([, quoted, name]) => quoted ?? name);
  assert.deepEqual(told.sort(), Object.keys(esm.teableOAuthClient).filter((member) => member !== "name").sort());
});

test("the table of codes is complete, and has no others", () => {
  const declared = readFileSync(path.join(root, "dist/issue.d.ts"), "utf8");
  const codes = [...declared.matchAll(/IssueBase<"(\w+)">/g)].map(([, code]) => code);
  const told = firstCells("code | when | params").flatMap((cell) => cell.split(", ").map((code) => code.slice(1, -1)));
  assert.ok(codes.length > 9);
  assert.deepEqual(told.sort(), codes.sort());
});
