// Figures in prose are copies: each is held against what it was copied from.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

import { esm, root, run } from "./support/installed.mjs";

const read = (file) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
const [front, npm, benchmark] = ["README.md", "pkg/README.md", "docs/BENCHMARK.md"].map(read);
const cells = (row) => row.slice(1, -1).split("|").map((cell) => cell.trim());
const only = (text, pattern) => {
  const found = pattern.exec(text.replace(/\s+/g, " "));
  assert.ok(found, `${pattern} is nowhere`);
  return found.slice(1).map(Number);
};

/** The rows of a table of the benchmark, by their first cell. */
function table(heading) {
  const section = benchmark.split(`\n### ${heading}\n`)[1].split("\n#", 1)[0];
  return new Map(section.split("\n").filter((line) => line.startsWith("|")).map(cells).map(([name, ...rest]) => [name, rest]));
}

const SECTIONS = {
  "a valid object to a verdict": "object to verdict (`is`)",
  "an object with 3 errors to all messages": "object with 3 errors to all messages",
  "bytes to a verdict": "bytes to verdict",
  "bytes to a body": "bytes to body",
  "10,000 JSON lines to verdicts and errors": "NDJSON, 10,000 lines, to verdicts and errors",
  "international URLs (`https://bücher.de`) to a verdict": "object with international URLs to verdict",
  "odd URLs (`http://0x7f.1`) to a verdict": "object with unusual URLs to verdict",
};

test("the table of speeds is the benchmark's", () => {
  const rows = front.split("\n").filter((line) => /^\| .*\dx/.test(line)).map(cells);
  assert.deepEqual(rows.map(([path]) => path), Object.keys(SECTIONS));
  for (const [path, ...told] of rows) {
    const measured = table(`In Node: ${SECTIONS[path]}`);
    const means = ["zod 4", "valibot", "ajv", "typia"].map((peer) => measured.get(peer)?.at(-1));
    assert.deepEqual(told.map((cell) => cell.replaceAll("*", "")), means.map((mean) => (mean ? `${parseFloat(mean).toFixed(1)}x` : "refuses them")), path);
  }
});

test("what is said not to win does not, and as far as is said", () => {
  const between = (heading, column, peers, least, most) => {
    const measured = table(heading);
    for (const peer of peers) {
      const ratio = parseFloat(measured.get(peer).at(column));
      assert.ok(ratio >= least && ratio <= most, `${heading}: ${peer} ${ratio}`);
    }
  };
  const ajvAndKin = ["ajv, host's URL", "typebox", "arktype"];
  between("In Node: object with 3 errors to all messages", -1, ["ajv", "typia"], 0, 1);
  between("In Node: object to verdict (`is`)", 0, ["typebox", "typia", "arktype"], 0.24, 0.55);
  for (const path of ["unusual", "international"]) {
    between(`In Node: object with ${path} URLs to verdict`, -1, ["zod 4", "valibot"], 0.85, 1.15);
    between(`In Node: object with ${path} URLs to verdict`, -1, ajvAndKin, 0.4, 0.65);
  }
  const chromium = /^### (In Chromium .*: bytes to body)$/m.exec(benchmark)[1];
  between(chromium, 3, ["ajv", "typia"], 0.88, 1);
});

test("so are the date, the sizes and the cold start", () => {
  const [date] = /Measured on ([\d-]+)/.exec(benchmark).slice(1);
  assert.ok(front.includes(`on ${date},`), date);
  const bundles = new Map(benchmark.split("\n").filter((line) => /^\| .* KB \|.* ms \|/.test(line)).map(cells).map(([name, ...rest]) => [name, rest.map(parseFloat)]));
  const [, bundle, , first, report] = bundles.get("prevet");
  const [whole, wholeBrotli, slim, lazy] = only(benchmark, /`\.` ([\d.]+) KB gzip, ([\d.]+) KB brotli; `\.\/slim` ([\d.]+) KB gzip.*`\.\/lazy` [\d.]+ KB gzip, ([\d.]+) KB brotli/);
  assert.deepEqual(only(front, /three requests is (\d+) KB after gzip, and (\d+) KB with everything in \(zod 4: (\d+), valibot: (\d+)\)/), [bundle, whole, bundles.get("zod 4")[1], bundles.get("valibot")[1]].map(Math.round));
  assert.deepEqual(only(front, /takes ([\d.]+) ms to its first verdict in a new process \(zod 3: ([\d.]+), valibot: ([\d.]+)\)/), [first, bundles.get("zod 3")[3], bundles.get("valibot")[3]]);
  const [more] = only(front, /some (\d+) ms more to the first problem/);
  assert.ok(Math.abs(more - report) < 5, `${report} ms`);
  assert.deepEqual(only(front, /`prevet\/lazy` is ([\d.]+) KB with brotli/), [lazy]);
  assert.deepEqual(only(npm, /`prevet\/lazy` \(([\d.]+) KB with brotli\)/), [lazy]);
  assert.deepEqual(only(npm, /in some (\d+) milliseconds/), [more]);
  const [forms] = only(benchmark, /`\.\/forms` ([\d.]+) KB gzip/);
  assert.deepEqual(only(npm, /`prevet\/forms` \(([\d.]+) KB\)/), [forms]);
  const module = gzipSync(readFileSync(path.join(root, "dist/prevet.wasm")), { level: 9 }).length / 1024;
  assert.deepEqual(only(npm, /about (\d+) KB gzipped \((\d+) KB with brotli\)/), [whole, wholeBrotli].map(Math.round));
  assert.deepEqual(only(npm, /then it is (\d+) KB. `prevet\/slim` is (\d+) KB and its module (\d+)/), [bundle, slim, module].map(Math.round));
});

test("what is counted is so many", () => {
  const rules = /type AdviceRule = ([^;]*);/.exec(readFileSync(path.join(root, "dist/generated/catalogue.d.ts"), "utf8"))[1].split("|").length;
  for (const text of [npm, read("CHANGELOG.md")]) assert.deepEqual(only(text, /(\d+) rules/), [rules]);
  assert.deepEqual(only(front, /scopes are the (\d+) of/), [esm.OAUTH_SCOPES.length]);
  assert.deepEqual(only(npm, /Of each of the (\d+) scopes/), [esm.OAUTH_SCOPES.length]);
  assert.ok(npm.includes("`oidcPresets` are nine providers") && read("CHANGELOG.md").includes("Seventeen schemas"));
  assert.deepEqual([esm.oidcPresets.length, Object.keys(esm.schemas).length], [9, 17]);
});

test("the example on the front page prints what it says", () => {
  const [, code, output] = /```js\n([^]*?)```\n\n```text\n([^]*?)```/.exec(front);
  assert.equal(run(code), output);
});
