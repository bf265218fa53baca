/**
 * The whole benchmark: `node main.mjs [--quick] [--only PARTS] [--out FILE]`; `cargo xtask bench` prepares it and calls
 * it. PARTS are separated by commas: paths, and what is run beside them.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, type } from "node:os";
import { dirname } from "node:path";
import { inBrowser } from "./browser.mjs";
import { bundles, starts, weigh } from "./bundles.mjs";
import { options } from "./options.mjs";
import { groups, PATHS } from "./paths.mjs";
import { PEERS } from "./peers.mjs";
import { report, targetTable } from "./report.mjs";
import { evaluate } from "./results.mjs";
import { scale, SERIES } from "./scaling.mjs";
import { measure } from "./timing.mjs";
import { compare } from "./verdicts.mjs";

/** The paths that a page runs too. */
const IN_BROWSER = ["is", "parse", "errors", "bytes", "bodies", "lines"];

const { chosen, quick, only, out } = options();
const timing = quick ? { rounds: 5, batch: 8 } : { rounds: 25, batch: 10 };

const log = (text) => console.error(`[bench] ${text}`);
const ids = PATHS.map(({ id }) => id).filter((id) => chosen.includes(id));

log("comparing all verdicts");
const verdicts = compare(PEERS);
log(`timing ${ids.join(", ") || "nothing"} in Node`);
const measured = measure(groups(PEERS, ids, verdicts), timing);
const run = {
  date: new Date().toISOString().slice(0, 10),
  machine: { node: process.versions.node, cores: cpus().length, cpu: cpus()[0].model, system: type() },
  versions: Object.fromEntries(PEERS.map(({ name, from }) => [name, versionOf(from)])),
  rounds: timing.rounds,
  verdicts,
  paths: evaluate(measured),
  ...(chosen.includes("browser") && { browser: await browser() }),
  ...(chosen.includes("bundles") && (await weights())),
  ...(chosen.includes("scaling") && { scaling: growth() }),
};

const text = report(run);
console.log(text);
if (out) {
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, text);
}
console.log(`Targets:\n\n${targetTable(run) || "none of them was measured"}`);

async function browser() {
  const path = process.env.PREVET_CHROMIUM;
  if (!path) throw new Error("PREVET_CHROMIUM has to name the browser's executable");
  const paths = IN_BROWSER.filter((id) => only === undefined || ids.length === 0 || ids.includes(id));
  log(`timing ${paths.join(", ")} in Chromium`);
  const { results, version } = await inBrowser(path, { paths, ...timing });
  return { version, paths: evaluate(results) };
}

async function weights() {
  log("bundling and starting each library");
  const made = await bundles(PEERS);
  return { bundles: made, starts: starts(made, quick ? 5 : 15), entries: entries() };
}

/** The weight of each entry of prevet's package. */
function entries() {
  const folder = new URL("node_modules/prevet/", import.meta.url);
  const { exports } = JSON.parse(readFileSync(new URL("package.json", folder), "utf8"));
  const modules = Object.entries(exports).filter(([, conditions]) => conditions.import);
  return Object.fromEntries(
    modules.map(([entry, { import: { default: file } }]) => [entry, weigh(readFileSync(new URL(file, folder)))]),
  );
}

function growth() {
  return Object.fromEntries(
    SERIES.map((series) => {
      log(`growing the ${series.title}`);
      const largest = quick ? Math.min(series.largest, 100_000) : series.largest;
      return [series.id, scale({ ...series, largest }, ["prevet", "ajv"])];
    }),
  );
}

function versionOf(name) {
  return JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), "utf8")).version;
}
