/** Whether the libraries agree: only what they judge alike is timed. */
import { KINDS } from "./kinds.mjs";
import { pool, POOLS } from "./pools.mjs";

/** Calls per body: some engines answer otherwise once a function is optimised. */
const REPEATS = 100;

/**
 * Compares all libraries' verdicts on all pools with what each pool is made to be.
 * @returns per pool and kind (`international/oidc`) the positions of the bodies to exclude and the names of the
 *   libraries to leave out, the `differences`, the number of `bodies`, and per library and kind how many errors are
 *   `reported` of a body with three
 * @throws where prevet itself differs
 */
export function compare(peers) {
  const reported = Object.fromEntries(peers.map(({ name, kinds }) => [name, errorCounts(kinds)]));
  const result = { excluded: {}, leftOut: {}, differences: [], bodies: 0, reported };
  for (const [name, { kinds, valid }] of Object.entries(POOLS)) {
    for (const kind of kinds) comparePool(result, peers, { name, kind, valid });
  }
  return result;
}

function comparePool(result, peers, { name, kind, valid }) {
  const key = `${name}/${kind}`;
  const bodies = pool(name, kind);
  const excluded = new Set();
  result.bodies += bodies.length;
  for (const peer of peers) {
    const wrong = bodies.flatMap((body, index) => (agrees(peer.kinds[kind], body, valid) ? [] : [index]));
    if (wrong.length === 0) continue;
    if (peer.name === "prevet") throw new Error(`prevet differs on ${key}: ${wrong.join(", ")}`);
    const whole = wrong.length > bodies.length / 2;
    result.differences.push({ key, peer: peer.name, count: wrong.length, of: bodies.length, whole });
    if (whole) (result.leftOut[key] ??= []).push(peer.name);
    else wrong.forEach((index) => excluded.add(index));
  }
  if (excluded.size > 0) result.excluded[key] = [...excluded];
}

function agrees({ is, parse, messages }, body, valid) {
  for (let repeat = 0; repeat < REPEATS; repeat++) if (is(body) !== valid) return false;
  return (parse(body) !== undefined) === valid && (messages(body) === undefined) === valid;
}

function errorCounts(kinds) {
  const count = (kind) => {
    const counts = pool("errors", kind).map((body) => kinds[kind].messages(body)?.length ?? 0);
    return counts.reduce((sum, one) => sum + one, 0) / counts.length;
  };
  return Object.fromEntries(KINDS.map((kind) => [kind, count(kind)]));
}
