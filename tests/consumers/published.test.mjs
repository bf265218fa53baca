// What is published: the tarball, as the tools that judge packages see it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { formatMessage } from "publint/utils";
import { publint } from "publint";

import { setting } from "../support/setting.mjs";
import { here, program } from "./support/paths.mjs";
import { node } from "./support/run.mjs";

const tarball = setting("PREVET_TARBALL");

test("publint has nothing to say, strictly", async () => {
  const { buffer, byteOffset, length } = readFileSync(tarball);
  const pack = { tarball: buffer.slice(byteOffset, byteOffset + length) };
  const { messages, pkg } = await publint({ strict: true, pack });
  assert.deepEqual(messages.map((message) => formatMessage(message, pkg)), []);
});

test("attw finds no problem, whichever way the types are looked up", async () => {
  const printed = await node(program("@arethetypeswrong/cli", "dist/index.js"), tarball, "--format", "json");
  const { analysis, problems } = JSON.parse(printed);
  assert.deepEqual(analysis.problems, []);
  assert.deepEqual(problems, {});
  assert.deepEqual(Object.keys(analysis.entrypoints).slice(0, 5), [".", "./slim", "./forms", "./lazy", "./module.wasm"]);
});

test("the files are these and no others", () => {
  const names = filesOf(gunzipSync(readFileSync(tarball))).sort();
  const listed = readFileSync(path.join(here, "files.txt"), "utf8").trim().split("\n");
  assert.deepEqual(names, listed);
});

/** The names of the files in an archive: of each, a header of 512 bytes with its name and, in octal, its size. */
function filesOf(archive) {
  const names = [];
  const word = (from, length) => archive.toString("latin1", from, from + length).replace(/\0.*/s, "");
  for (let at = 0; word(at, 100); at += 512 + Math.ceil(parseInt(word(at + 124, 12), 8) / 512) * 512) {
    names.push(word(at, 100).replace(/^package\//, ""));
  }
  return names;
}
