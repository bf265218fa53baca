/** How time and memory grow with the input: one process per size, so that each peak of memory is its own. */
import { execFileSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { lineBlocks } from "./pools.mjs";

const file = (name) => fileURLToPath(new URL(name, import.meta.url));

/** What grows, and up to how many of it. */
export const SERIES = [
  { id: "scopes", title: "scopes of an OAuth application", largest: 10_000 },
  { id: "redirectUris", title: "redirect URIs of an OAuth application", largest: 10_000 },
  // All valid: failures are the result, which grows with them.
  { id: "lines", title: "valid lines of NDJSON", largest: 1_000_000 },
];

/**
 * Runs a series for some libraries, in powers of ten.
 * @param peers the names of their modules
 * @returns per size `{ size, results: { [peer]: { time, memory } } }`: nanoseconds of a call, and the bytes by which
 *   the first call raised the process's peak of memory
 */
export function scale({ id, largest }, peers) {
  const rows = [];
  for (let size = 1; size <= largest; size *= 10) {
    const input = id === "lines" ? writeLines(size) : undefined;
    const results = Object.fromEntries(peers.map((peer) => [peer, run(id, size, peer, input)]));
    rows.push({ size, results });
    if (input) rmSync(input);
  }
  return rows;
}

function run(id, size, peer, input) {
  const words = [file("scaling-run.mjs"), id, String(size), peer, ...(input ? [input] : [])];
  return JSON.parse(execFileSync(process.execPath, ["--expose-gc", ...words], { encoding: "utf8" }));
}

function writeLines(count) {
  mkdirSync(file("generated"), { recursive: true });
  const path = file("generated/lines.ndjson");
  const out = openSync(path, "w");
  for (const block of lineBlocks("feishu", count)) writeSync(out, block);
  closeSync(out);
  return path;
}
