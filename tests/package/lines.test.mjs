// JSON lines, whole and in chunks.
import assert from "node:assert/strict";
import { test } from "node:test";

import { client } from "./support/bodies.mjs";
import { esm } from "./support/installed.mjs";

const { teableOAuthClient } = esm;

const good = JSON.stringify({ ...client(), name: "名称 é 🎉" });
const TEXT = [good, '{"name":"é"}', "", good, "nope", `  ${good}\r`, '{"name":1', " \t", good].join("\n");
const BYTES = new TextEncoder().encode(TEXT);

const told = ({ line, issues }) => `${line}: ${issues.map(({ code, pointer, column }) => `${code} ${pointer} ${column}`).join(", ")}`;

const EXPECTED = [
  "2: required /homepage 1, required /redirectUris 1",
  "5: invalid_json  2",
  "7: invalid_json  10",
];

/** As a program does that reads all chunks into one buffer. */
function inChunks(size) {
  const buffer = new Uint8Array(size);
  const found = { lines: 0, valid: 0, failures: [] };
  let [rest, firstLine] = [new Uint8Array(), 1];
  for (let at = 0; at < BYTES.length; at += size) {
    const read = BYTES.subarray(at, at + size);
    buffer.fill(0).set(read);
    const chunk = buffer.subarray(0, read.length);
    const partial = at + size < BYTES.length;
    const input = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const result = teableOAuthClient.checkLines(input, { partial, firstLine });
    found.lines += result.lines;
    found.valid += result.valid;
    found.failures.push(...result.failures.map(told));
    ({ rest, nextLine: firstLine } = result);
  }
  return { ...found, rest: rest.length, nextLine: firstLine };
}

test("every line is checked, blank ones apart, and each that fails has its number and places in it", () => {
  // The last line has no end, so it may go on.
  for (const input of [TEXT, BYTES, BYTES.buffer, Buffer.from(TEXT)]) {
    const { lines, valid, failures, rest, nextLine } = teableOAuthClient.checkLines(input);
    assert.deepEqual([lines, valid, failures.map(told), rest.length, nextLine], [7, 4, EXPECTED, 0, 9]);
  }
});

test("chunks of any size, ending within a line or a character, give the same", () => {
  for (const size of [1, 2, 3, 7, 16, 100, 101, 102, 103, BYTES.length - 1, BYTES.length]) {
    assert.deepEqual(inChunks(size), { lines: 7, valid: 4, failures: EXPECTED, rest: 0, nextLine: 9 }, `${size}`);
  }
});

test("what is left of a chunk is the caller's, and no view of the chunk", () => {
  const chunk = Buffer.from('{}\n{"na');
  const { rest, nextLine } = teableOAuthClient.checkLines(chunk, { partial: true });
  chunk.fill(0);
  assert.deepEqual([Buffer.from(rest).toString(), nextLine, rest.buffer === chunk.buffer], ['{"na', 2, false]);
});
