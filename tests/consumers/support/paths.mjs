// Where things are.
import { createRequire } from "node:module";
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { setting } from "../../support/setting.mjs";

/** The folder of these tests, whose `node_modules` holds the package as it was installed from its tarball. */
export const here = fileURLToPath(new URL("..", import.meta.url));

/** The package. */
export const installed = path.join(here, "node_modules", "prevet");

/** A file of the fixtures. */
export const fixture = (...names) => path.join(here, "fixtures", ...names);

/** An empty folder for what a consumer makes. */
export function output(name) {
  const folder = path.join(setting("PREVET_OUTPUT"), name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The file that starts the program of an installed package. */
export function program(name, file) {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  return path.join(path.dirname(manifest), file);
}
