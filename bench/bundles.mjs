/** Each library in a bundle as a user's bundler makes it: what it weighs, and how soon it gives its first verdict. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { median } from "./timing.mjs";

const here = new URL("./", import.meta.url);
const folder = new URL("./generated/bundles/", here);

/** A module that does nothing: what starting it takes is taken off. */
const EMPTY = "export const kinds = { oauth: { is: () => true, messages: () => [] } };";

const OPTIONS = { bundle: true, minify: true, format: "esm", target: "es2022", logLevel: "error" };

/** The bytes of a text as it is, and compressed as well as servers compress files ahead of time. */
export function weigh(text) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return {
    minified: text.length,
    gzip: gzipSync(text, { level: 9 }).length,
    brotli: brotliCompressSync(text, { params }).length,
  };
}

/** Bundles the peers, each with the four bodies only. Gives `{ name, file, size }` of each. */
export async function bundles(peers) {
  mkdirSync(folder, { recursive: true });
  const made = [];
  for (const { name, file } of peers) {
    const outfile = fileURLToPath(new URL(`${file}.mjs`, folder));
    const entryPoints = [fileURLToPath(new URL(`peers/${file}.mjs`, here))];
    await build({ entryPoints, outfile, ...OPTIONS });
    made.push({ name, file: outfile, size: weigh(readFileSync(outfile)) });
  }
  return made;
}

/**
 * Milliseconds from importing a bundle to its first verdict on a valid body, and from there to the first report of an
 * invalid one; each start in a process of its own, the median of several, an empty module's taken off.
 */
export function starts(made, count) {
  const empty = fileURLToPath(new URL("empty.mjs", folder));
  writeFileSync(empty, EMPTY);
  const all = [{ name: "empty", file: empty }, ...made].map((entry) => ({ ...entry, first: [], report: [] }));
  for (let round = 0; round < count; round++) {
    for (const { file, first, report } of all) {
      const output = execFileSync(process.execPath, [fileURLToPath(new URL("start.mjs", here)), file]);
      const times = JSON.parse(output);
      first.push(times.first);
      report.push(times.report);
    }
  }
  const [base, ...others] = all.map(({ name, first, report }) => ({
    name,
    first: median(first),
    report: median(report),
  }));
  return others.map(({ name, first, report }) => ({ name, first: first - base.first, report: report - base.report }));
}
