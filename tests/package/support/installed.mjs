// The package as a stranger has it: installed from the tarball into the folder that PREVET_INSTALLED names.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** The folder whose node_modules holds the package. */
export const folder = process.env.PREVET_INSTALLED;
if (!folder) throw new Error("PREVET_INSTALLED names no folder; `cargo xtask test package` sets it");

/** The package's own folder. */
export const root = path.join(folder, "node_modules", "prevet");

/** Its package.json. */
export const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));

const entry = manifest.exports["."];

/** What `import` gives. */
export const esm = await import(pathToFileURL(path.join(root, entry.import.default)).href);

/** What `require` gives. */
export const cjs = createRequire(path.join(folder, "index.js"))("prevet");

/** The text of the bundle for `import`. */
export const bundle = readFileSync(path.join(root, entry.import.default), "utf8");

/**
 * Runs a module in a fresh process in the folder, as `import ... from "prevet"` finds the package there. Gives what it
 * prints; throws with what it complains of.
 */
export function run(source, ...flags) {
  const node = ["--input-type=module", ...flags, "--eval", source];
  return execFileSync(process.execPath, node, { cwd: folder, encoding: "utf8", stdio: "pipe" });
}
