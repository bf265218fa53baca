/** What is timed: each path, on which pool, and how a library goes it. */
import { encoded, lines, pool, POOLS } from "./pools.mjs";
import { throughJson } from "./text.mjs";

/**
 * `run(functions)` is the function that is timed, whose result is truthy where it did its work. `functions` are those
 * of a library for one kind, `bytes` among them.
 */
export const PATHS = [
  { id: "is", title: "object to verdict (`is`)", pool: "valid", run: ({ is }) => is },
  { id: "parse", title: "object to body (`safeParse`)", pool: "valid", run: ({ parse }) => parse },
  { id: "unusual", title: "object with unusual URLs to verdict", pool: "unusual", run: ({ is }) => is },
  {
    id: "international",
    title: "object with international URLs to verdict",
    pool: "international",
    run: ({ is }) => is,
  },
  { id: "errors", title: "object with 3 errors to all messages", pool: "errors", run: ({ messages }) => messages },
  { id: "bytes", title: "bytes to verdict", pool: "valid", encode: encoded, run: ({ bytes }) => bytes.is },
  { id: "bodies", title: "bytes to body", pool: "valid", encode: encoded, run: ({ bytes }) => bytes.parse },
  {
    id: "lines",
    title: "NDJSON, 10,000 lines, to verdicts and errors",
    pool: "lines",
    run: ({ bytes }) => bytes.lines,
  },
];

/** The libraries' functions for a kind, with byte functions for all. */
function functionsOf(peer, kind) {
  const functions = peer.kinds[kind];
  return { bytes: throughJson(functions), ...functions };
}

/**
 * The groups to time: per path and kind the inputs, and each library with its function. What the comparison of verdicts
 * took out is missing: bodies, and libraries that differ on most of a pool.
 */
export function groups(peers, ids, { excluded, leftOut }) {
  return PATHS.filter(({ id }) => ids.includes(id)).flatMap((path) => {
    const { kinds } = POOLS[path.pool] ?? POOLS.valid;
    return kinds.map((kind) => {
      const key = `${path.pool}/${kind}`;
      const taking = peers.filter(({ name }) => !leftOut[key]?.includes(name));
      const entries = taking.map((peer) => ({ name: peer.name, run: path.run(functionsOf(peer, kind)) }));
      return { path: path.id, kind, ...inputsOf(path, kind, excluded[key] ?? [], entries) };
    });
  });
}

function inputsOf(path, kind, excluded, entries) {
  if (path.pool !== "lines") {
    const bodies = pool(path.pool, kind).filter((_, index) => !excluded.includes(index));
    return { inputs: path.encode ? path.encode(bodies) : bodies, entries };
  }
  const { bytes, valid } = lines(kind);
  const checked = entries.map(({ name, run }) => ({ name, run: (text) => run(text).valid === valid }));
  return { inputs: [bytes], bytes: bytes.length, entries: checked };
}
