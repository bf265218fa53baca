// The declarations, as a strict consumer's compiler sees them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { test } from "node:test";

import { folder, root } from "./support/installed.mjs";

const require = createRequire(import.meta.url);
const tsc = path.join(path.dirname(require.resolve("typescript/package.json")), "bin", "tsc");
const source = (name) => readFileSync(new URL(`types/${name}.ts`, import.meta.url), "utf8");
const consumer = source("consumer");

/** Compiles a text in a folder beside the installed package. Gives the compiler's complaints. */
function compile(file, options, text = consumer) {
  const project = mkdtempSync(path.join(folder, "types-"));
  try {
    writeFileSync(path.join(project, file), text);
    const compilerOptions = {
      strict: true,
      skipLibCheck: false,
      noEmit: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      types: [],
      ...options,
    };
    writeFileSync(path.join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [file] }));
    execFileSync(process.execPath, [tsc, "--project", project], { encoding: "utf8", stdio: "pipe" });
    return "";
  } catch (error) {
    return error.stdout || String(error);
  } finally {
    rmSync(project, { recursive: true });
  }
}

const settings = [
  ["an ES module in Node", "consumer.mts", { module: "nodenext", target: "es2022", lib: ["es2022"] }],
  ["a CommonJS module in Node", "consumer.cts", { module: "nodenext", target: "es2022", lib: ["es2022"] }],
  [
    "a page built by a bundler",
    "consumer.ts",
    { module: "esnext", moduleResolution: "bundler", target: "es2022", lib: ["es2022", "dom"] },
  ],
];
for (const [what, file, options] of settings) {
  test(`the types hold in ${what}`, () => assert.equal(compile(file, options), ""));
}

for (const [what, file, options] of settings) {
  const dom = { ...options, lib: ["es2022", "dom", "dom.iterable"] };
  test(`the types of prevet/forms hold in ${what}`, () => assert.equal(compile(file, dom, source("form")), ""));
}

test("a wrong use is a complaint, so the above can fail", () => {
  const [[, file, options]] = settings;
  assert.match(compile(file, options, `${consumer}\nteableOAuthClient.safeParse().success;\n`), /error TS2554/);
});

test("no declaration says any", () => {
  const files = readdirSync(path.join(root, "dist"), { recursive: true }).filter((file) => /\.d\.c?ts$/.test(file));
  assert.ok(files.length > 2);
  for (const file of files) {
    const code = readFileSync(path.join(root, "dist", file), "utf8")
      .replace(/\/\*[^]*?\*\//g, "")
      .replace(/"[^"]*"/g, '""');
    assert.doesNotMatch(code, /\bany\b/, file);
  }
});

test("every declaration for CommonJS has its twin for ES modules", () => {
  const files = readdirSync(path.join(root, "dist"), { recursive: true });
  const names = (ending) =>
    files
      .filter((file) => file.endsWith(ending))
      .map((file) => file.slice(0, -ending.length))
      .sort();
  assert.deepEqual(names(".d.cts"), names(".d.ts"));
});
