/** What was promised of each path, and whether it was reached. */
import { KINDS } from "./kinds.mjs";
import { mean, worst } from "./results.mjs";

/** Bytes by which the memory for the longest NDJSON may exceed that for ten thousand lines and count as flat. */
const FLAT = 32 * 2 ** 20;

/**
 * The rows of the table of targets: `{ what, value, must, aim }`, where `must` and `aim` are `{ text, reached }` or
 * absent. Rows of what was not measured are left out.
 */
export function targets({ paths, starts, entries, scaling }) {
  return [
    ...objects("`is` on a valid object", paths.is),
    ...objects("`safeParse` of a valid object", paths.parse),
    ...against("3 errors collected, with messages", paths.errors, "zod 4", { must: 3 }),
    ...against("3 errors collected, with messages", paths.errors, "ajv", { aim: 1 }),
    ...against("bytes to verdict", paths.bytes, "ajv", { must: 4, aim: 6 }),
    ...against("NDJSON to verdicts and errors", paths.lines, "ajv", { must: 5, aim: 8 }),
    ...memory(scaling?.lines),
    ...against("bytes to body", paths.bodies, "ajv", { must: 1.5, aim: 2.4 }),
    ...coldStart(starts),
    ...sizes(entries),
  ];
}

function objects(what, path) {
  if (!path) return [];
  const every = worst(path, KINDS, ["zod 4", "valibot", "ajv"]);
  const best = worst(path, ["oidc", "oauth"]);
  return [
    row(`${what}, the nearest of zod 4, valibot and ajv (${every.name}, ${every.kind})`, every.ratio, { must: 1 }),
    row(`${what}, mean against ajv`, mean(path, "ajv"), { aim: 3 }),
    row(`${what}, the best peer on oidc and oauth (${best.name}, ${best.kind})`, best.ratio, { aim: 1 }),
    row(`${what}, typia on feishu`, path.feishu.ratios.typia, { aim: 0.7 }),
  ];
}

function against(what, path, library, limits) {
  return path ? [row(`${what}, mean against ${library}`, mean(path, library), limits)] : [];
}

function row(what, ratio, limits) {
  const goal = (limit) => limit && { text: `≥ ${limit}x`, reached: ratio >= limit };
  return { what, value: times(ratio), must: goal(limits.must), aim: goal(limits.aim) };
}

function memory(series) {
  if (!series) return [];
  const last = series.at(-1);
  const middle = series.find(({ size }) => size === 10_000);
  const reached = last.results.prevet.memory - middle.results.prevet.memory <= FLAT;
  const what = `NDJSON, memory for ${last.size.toLocaleString("en")} valid lines beyond the input`;
  return [{ what, value: megabytes(last.results.prevet.memory), must: { text: "flat", reached } }];
}

function coldStart(starts) {
  if (!starts) return [];
  const first = (wanted) => starts.find(({ name }) => name === wanted).first;
  const goal = (name) => ({
    text: `≤ ${name} (${first(name).toFixed(1)} ms)`,
    reached: first("prevet") <= first(name),
  });
  return [
    {
      what: "cold start to the first verdict on a valid object",
      value: `${first("prevet").toFixed(1)} ms`,
      must: goal("zod 3"),
      aim: goal("valibot"),
    },
  ];
}

function sizes(entries) {
  if (!entries) return [];
  const goal = (bytes, limit) => ({ text: `≤ ${limit} KB`, reached: bytes <= limit * 1024 });
  const { ".": all, "./lazy": small } = entries;
  return [
    { what: "default entry, gzip", value: kilobytes(all.gzip), must: goal(all.gzip, 60), aim: goal(all.gzip, 35) },
    {
      what: "entry for the accept path alone (`./lazy`), brotli",
      value: small ? kilobytes(small.brotli) : "there is none",
      aim: goal(small?.brotli ?? Infinity, 5),
    },
  ];
}

/** A ratio as it is shown. */
export function times(ratio) {
  return `${ratio.toFixed(ratio < 0.1 ? 3 : 2)}x`;
}

/** Bytes in thousands of 1024. */
export function kilobytes(bytes) {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

/** Bytes in millions of 1024². */
export function megabytes(bytes) {
  return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}
