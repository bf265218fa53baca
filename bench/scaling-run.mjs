/** One size of a scaling series in one library: prints the time of a call and the memory that it took. */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { plainUrl } from "./bodies.mjs";
import { SCOPES } from "./kinds.mjs";
import { pool } from "./pools.mjs";
import { throughJson } from "./text.mjs";

/** Calls are repeated this long for a time that means something, in milliseconds. */
const ENOUGH = 300;

const [id, count, peer, path] = process.argv.slice(2);
const size = Number(count);
const { kinds } = await import(`./peers/${peer}.mjs`);

const call = id === "lines" ? linesCall() : listCall();
gc();
const before = process.resourceUsage().maxRSS;
call();
const memory = (process.resourceUsage().maxRSS - before) * 1024;
console.log(JSON.stringify({ time: best(), memory }));

function listCall() {
  const [body] = pool("valid", "oauth");
  const item = id === "scopes" ? (index) => SCOPES[index % SCOPES.length] : (index) => plainUrl(index, "/callback");
  body[id] = JSON.parse(JSON.stringify(Array.from({ length: size }, (_, index) => item(index))));
  return () => {
    if (kinds.oauth.parse(body) === undefined) throw new Error(`${peer} refused ${size} ${id}`);
  };
}

function linesCall() {
  const bytes = readWhole(path);
  const { lines } = { ...throughJson(kinds.feishu), ...kinds.feishu.bytes };
  return () => {
    const { valid, failures } = lines(bytes);
    const counted = valid + failures.length;
    if (counted !== size) throw new Error(`${peer} counted ${counted} of ${size} lines`);
  };
}

/** Reads a file into memory once, without a second copy that would hide what the call needs. */
function readWhole(name) {
  const input = openSync(name, "r");
  const bytes = new Uint8Array(fstatSync(input).size);
  for (let offset = 0; offset < bytes.length; ) offset += readSync(input, bytes, offset, bytes.length - offset);
  closeSync(input);
  return bytes;
}

/** The nanoseconds of a call, at its fastest. */
function best() {
  const calls = Math.ceil(1 / once(1));
  let fastest = Infinity;
  for (const end = performance.now() + ENOUGH; performance.now() < end; ) fastest = Math.min(fastest, once(calls));
  return fastest * 1e6;
}

/** The milliseconds of a call, as the mean of some. */
function once(calls) {
  const start = performance.now();
  for (let count = 0; count < calls; count++) call();
  return (performance.now() - start) / calls;
}
