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

test("there is an example of checks, sending, advice, languages, form libraries, OpenID Connect and scopes", () => assert.equal(examples.length, 7));

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
  const ask = (draft) => run(printing.replace(/(?<=const draft = ).*(?=;)/, () => JSON.stringify(draft))).split("\n");
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

test("what needs WebAssembly is what the README says", () => {
  const [, told] = readme.match(/and each call of ((?:`\w+`(?:, | and ))+`\w+`)\./) ?? [];
  const needing = [...told.matchAll(/`(\w+)`/g)].map(([, name]) => name);
  const calls = `
    delete globalThis.WebAssembly;
    const prevet = await import("prevet");
    const schema = prevet.teableOAuthClient;
    const good = { name: "Acme", homepage: "https://acme.io", redirectUris: ["https://acme.io/callback"] };
    const discovery = { issuer: "https://acme.io" };
    const calls = {
      is: () => schema.is(good), safeParse: () => schema.safeParse(good), parse: () => schema.parse(good), build: () => schema.build(good),
      safeParseText: () => schema.safeParseText(JSON.stringify(good)), isText: () => schema.isText(JSON.stringify(good)),
      checkLines: () => schema.checkLines(JSON.stringify(good)), validateField: () => schema.validateField("name", "Acme"),
      advise: () => schema.advise(good), fromServerError: () => schema.fromServerError(400, { message: "no" }), fields: () => schema.fields,
      redact: () => schema.redact(good), request: () => schema.request(good, { token: "x" }),
      fromOidcDiscovery: () => prevet.fromOidcDiscovery("https://acme.io", discovery), oidcDiscoveryUrl: () => prevet.oidcDiscoveryUrl("https://acme.io"),
      toggleScopes: () => prevet.toggleScopes([], ["table|read"]), decodeForm: () => prevet.decodeForm([["name", "Acme"]]),
    };
    for (const [name, call] of Object.entries(calls)) try { call(); } catch (error) { console.log(name, error.reason); }
  `;
  assert.deepEqual(run(calls).trim().split("\n").sort(), needing.map((name) => `${name} unavailable`).sort());
});

test("the module for prevet/slim is found in Node as the README says", () => {
  const [, module] = readme.match(/In Node, which fetches no files, give it\n`(readFile\(.*?\))`\./);
  const printed = run(`
    import { readFile } from "node:fs/promises";
    import { createRequire } from "node:module";
    import { init, teableOAuthClient } from "prevet/slim";
    await init({ module: ${module.replace("import.meta.url", "process.cwd() + '/x.js'")} });
    console.log(teableOAuthClient.safeParse({}).issues.length);
  `);
  assert.equal(printed, "3\n");
});

test("JSON Schemas are where the README says, and what it calls gives the same", () => {
  const [, file] = readme.match(/`prevet\/(schemas\/[^`]*\.json)`/);
  const [, target] = readme.match(/`schema\["~standard"\]\.jsonSchema\.input\(\{ target: "([^"]*)" \}\)`/);
  const schema = JSON.parse(readFileSync(path.join(root, file), "utf8"));
  assert.deepEqual(JSON.parse(JSON.stringify(esm.teableOAuthClient["~standard"].jsonSchema.input({ target }))), schema);
});
