/** Runs the compilers of the libraries that have one: ajv's standalone code and typia's checks, in generated/. */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Ajv, { _ } from "ajv";
import addFormats from "ajv-formats";
import standalone from "ajv/dist/standalone/index.js";
import typescript from "typescript";
import typia from "typia/lib/transform";
import hostFormats from "./ajv-host-formats.cjs";
import { schemas } from "./ajv-schemas.mjs";

const folder = new URL("./generated/", import.meta.url);

mkdirSync(folder, { recursive: true });
const usual = ajvCode({}, (ajv) => addFormats(ajv, ["uri", "uuid"]));
writeFileSync(new URL("ajv.cjs", folder), usual);
const host = ajvCode({ formats: _`require("../ajv-host-formats.cjs")` }, (ajv) => {
  for (const [name, format] of Object.entries(hostFormats)) ajv.addFormat(name, format);
});
writeFileSync(new URL("ajv-host.cjs", folder), host);
writeFileSync(new URL("typia.mjs", folder), typiaCode(new URL("./typia-source.ts", import.meta.url)));

function ajvCode(code, add) {
  const ajv = new Ajv.default({ allErrors: true, discriminator: true, code: { source: true, ...code } });
  add(ajv);
  for (const [name, schema] of Object.entries(schemas)) ajv.addSchema(schema, name);
  return standalone.default(ajv, Object.fromEntries(Object.keys(schemas).map((name) => [name, name])));
}

/**
 * Compiles as the typia plugin of a bundler does: TypeScript's emitter with typia's transformer before it. typia 12 is
 * the last generation that works this way; later ones need a compiler of their own.
 */
function typiaCode(source) {
  const file = fileURLToPath(source);
  const { ESNext, Bundler } = { ...typescript.ModuleKind, ...typescript.ModuleResolutionKind };
  const options = { strict: true, module: ESNext, moduleResolution: Bundler, target: typescript.ScriptTarget.ES2022 };
  const program = typescript.createProgram([file], { ...options, skipLibCheck: true, types: [] });
  const problems = [...typescript.getPreEmitDiagnostics(program)];
  const transform = typia.default ?? typia;
  const before = [transform(program, {}, { addDiagnostic: (problem) => problems.push(problem) })];
  let code;
  program.emit(program.getSourceFile(file), (_name, text) => (code = text), undefined, false, { before });
  if (problems.length > 0 || code === undefined) {
    const text = problems.map(({ messageText }) => typescript.flattenDiagnosticMessageText(messageText, "\n"));
    throw new Error(`typia's compiler refused ${file}:\n${text.join("\n")}`);
  }
  return code;
}
