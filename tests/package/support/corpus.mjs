// The conformance cases of every schema.
import { readFileSync, readdirSync } from "node:fs";

const folder = new URL("../../cases/", import.meta.url);

/** All cases, each `{ id, schema, input | raw | rawBase64, valid, errors }`. */
export function corpus() {
  const schemas = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name.includes("."));
  return schemas.flatMap(({ name }) => cases(name));
}

/** The cases of one schema. Lines hold lone surrogate escapes: they are split on line feeds only. */
export function cases(schema) {
  const text = readFileSync(new URL(`${schema}/conformance.jsonl`, folder), "utf8");
  return text.split("\n").filter(Boolean).map((line) => JSON.parse(line));
}
