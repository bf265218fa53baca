/** What a run of the benchmark may be told. By itself, `node options.mjs ...` only says whether that can be understood. */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { PATHS } from "./paths.mjs";

/** What is run beside the paths, by the names that `--only` knows. */
const PARTS = ["bundles", "scaling", "browser"];

const known = [...PATHS.map(({ id }) => id), ...PARTS];

/** The options of the command line; a mistake there ends the process. */
export function options() {
  try {
    const { values } = parseArgs({ options: { quick: { type: "boolean" }, only: { type: "string" }, out: { type: "string" } } });
    const chosen = values.only?.split(",") ?? known;
    const unknown = chosen.filter((part) => !known.includes(part));
    if (unknown.length > 0) throw new Error(`--only takes some of ${known.join(",")}, not ${unknown.join(",")}`);
    return { ...values, chosen };
  } catch ({ message }) {
    console.error(message);
    return process.exit(1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) options();
