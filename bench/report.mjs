/** The results as Markdown. */
import { KINDS } from "./kinds.mjs";
import { PATHS } from "./paths.mjs";
import { mean, noise } from "./results.mjs";
import { SERIES } from "./scaling.mjs";
import { kilobytes, megabytes, targets, times } from "./targets.mjs";
import { TWIN } from "./timing.mjs";

/** The whole report. Parts that were not measured are left out. */
export function report(run) {
  const parts = [
    "# Benchmark",
    about(run),
    ...section("## Targets", targetTable(run)),
    ...pathTables("In Node", run.paths),
    ...(run.browser ? pathTables(`In Chromium ${run.browser.version}`, run.browser.paths) : []),
    ...section("## Where prevet is slower", losses(run)),
    ...section("## Size and cold start", bundleTable(run)),
    ...section("## Growth", growth(run)),
    ...section("## Verdicts", verdicts(run)),
    ...section("## Method", METHOD),
  ];
  return `${parts.join("\n\n")}\n`;
}

const METHOD = `\`cargo xtask bench\` runs all of this; the code is in \`bench/\`. Each library has its schemas in \
\`bench/peers\`, written as its documentation does: unknown keys are allowed, URLs are judged by the library's own \
rule. ajv is its standalone code, typia is compiled ahead of time, typebox compiles at start.

All libraries run in one process, in interleaved rounds with rotated order. Absolute times drift on a shared machine, \
so libraries are compared within each round, and the median of these ratios counts; means over the kinds are geometric. \
The noise is how far prevet is from itself, measured twice. A pool has 64 distinct bodies of each kind, one in four \
with a name that is not ASCII; \`feishu\` has no URL, \`oidc\` four, \`oauth\` three and ten scopes, \`zapier\` a \
UUID and a free-form map. To bytes, other libraries come through \`TextDecoder\` and \`JSON.parse\`.

Cold start is the time from \`import\` of a bundle to the first verdict in a fresh process, less that of an empty \
module, the median of several. Bundles are made by esbuild, minified, with the four bodies only. Memory is what the \
first call adds to the peak of a process that holds the input; some megabytes are chance.`;

function about({ date, machine, versions, rounds }) {
  const libraries = Object.entries(versions).map(([name, version]) => `${name} (${version})`);
  return `Measured on ${date}: Node ${machine.node}, ${machine.cores} × ${machine.cpu}, ${machine.system}; \
${rounds} rounds; ${libraries.join(", ")}. A ratio of 2.00x means that the other library takes twice as long as prevet.`;
}

function section(title, text) {
  return text ? [title, text] : [];
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, place) => (place === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

/** The table of targets. */
export function targetTable(run) {
  const goal = (one) => (one ? [one.text, one.reached ? "yes" : "**no**"] : ["", ""]);
  const rows = targets(run).map(({ what, value, must, aim }) => [what, value, ...goal(must), ...goal(aim)]);
  return rows.length > 0 && table(["path", "measured", "must", "reached", "aim", "reached"], rows);
}

function pathTables(where, paths) {
  const known = PATHS.filter(({ id }) => paths[id]);
  return known.flatMap(({ id, title }) => [`### ${where}: ${title}`, pathTable(paths[id])]);
}

/** A table of a path: prevet's own times, then how many times as long each library takes. */
function pathTable(path) {
  const kinds = KINDS.filter((kind) => path[kind]);
  const names = [...new Set(kinds.flatMap((kind) => Object.keys(path[kind].ratios)))].filter((name) => name !== TWIN);
  const shown = (ratio) => (ratio === undefined ? "–" : times(ratio));
  const rows = names.map((name) => [
    name,
    ...kinds.map((kind) => shown(path[kind].ratios[name])),
    shown(mean(path, name)),
  ]);
  const own = ["prevet", ...kinds.map((kind) => ownTime(path[kind])), `noise ${(100 * noise(path)).toFixed(0)} %`];
  return table(["", ...kinds, "mean"], [own, ...rows]);
}

function ownTime({ time, bytes }) {
  if (bytes) return `${((bytes / time) * 1000).toFixed(0)} MB/s`;
  return time < 1000 ? `${time.toFixed(0)} ns` : `${(time / 1000).toFixed(2)} µs`;
}

/** Every library that is faster than prevet somewhere, beyond the noise. */
function losses({ paths, browser }) {
  const lines = [...lossesOf(paths, "Node"), ...(browser ? lossesOf(browser.paths, "Chromium") : [])];
  return lines.length > 0 ? lines.join("\n") : "Nowhere, beyond the noise.";
}

function lossesOf(paths, where) {
  return PATHS.filter(({ id }) => paths[id]).flatMap(({ id, title }) => {
    const least = 1 - noise(paths[id]);
    const kinds = Object.entries(paths[id]).flatMap(([kind, { ratios }]) => {
      const faster = Object.entries(ratios).filter(([name, ratio]) => name !== TWIN && ratio < least);
      const shown = faster.map(([name, ratio]) => `${name} ${times(ratio)}`);
      return shown.length > 0 ? [`${kind} (${shown.join(", ")})`] : [];
    });
    return kinds.length > 0 ? [`- ${where}, ${title}: ${kinds.join("; ")}`] : [];
  });
}

function bundleTable({ bundles, starts, entries }) {
  if (!bundles) return undefined;
  const rows = bundles.map(({ name, size }) => {
    const { first, report: later } = starts.find((start) => start.name === name);
    const sizes = [size.minified, size.gzip, size.brotli].map(kilobytes);
    return [name, ...sizes, `${first.toFixed(1)} ms`, `${later.toFixed(1)} ms`];
  });
  const all = Object.entries(entries).map(
    ([entry, { gzip, brotli }]) => `\`${entry}\` ${kilobytes(gzip)} gzip, ${kilobytes(brotli)} brotli`,
  );
  const head = ["bundle", "minified", "gzip", "brotli", "first verdict", "then the first report of errors"];
  return `${table(head, rows)}\n\nThe entries of prevet's package, everything included: ${all.join("; ")}.`;
}

function growth({ scaling }) {
  if (!scaling) return undefined;
  return SERIES.filter(({ id }) => scaling[id])
    .map(({ id, title }) => `### ${title[0].toUpperCase()}${title.slice(1)}\n\n${growthTable(scaling[id])}`)
    .join("\n\n");
}

function growthTable(rows) {
  const peers = Object.keys(rows[0].results);
  const cells = ({ size, results }) =>
    peers.flatMap((peer) => [`${(results[peer].time / size).toFixed(0)} ns`, megabytes(results[peer].memory)]);
  const head = ["size", ...peers.flatMap((peer) => [`${peer}, time for each`, "memory"])];
  return table(
    head,
    rows.map((row) => [row.size.toLocaleString("en"), ...cells(row)]),
  );
}

function verdicts({ verdicts: { differences, bodies, reported } }) {
  const all = `All libraries judged ${bodies.toLocaleString("en")} bodies before anything was timed.`;
  const counts = Object.entries(reported).map(([name, kinds]) => [name, ...KINDS.map((kind) => kinds[kind].toFixed(1))]);
  const errors = `Of three errors in a body they report, on average:\n\n${table(["", ...KINDS], counts)}`;
  if (differences.length === 0) return `${all} All verdicts were alike.\n\n${errors}`;
  const rows = differences.map(({ key, peer, count, of, whole }) => [
    key,
    peer,
    `${count} of ${of}`,
    whole ? "the library is left out there" : "these bodies are left out",
  ]);
  return `${all} prevet judged all as the servers do, which ask \`new URL\`. Where others differ:

${table(["pool", "library", "differs on", "so"], rows)}

RFC 3986, which ajv's and typia's \`uri\` follow, has no characters beyond ASCII. \`URL.canParse\`, which the others \
ask, refuses valid URLs with letters such as \`ü\` in some versions of Node, once it is optimised.

${errors}`;
}
