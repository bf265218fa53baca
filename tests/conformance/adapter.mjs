// The installed package behind the interface of the shared conformance runner:
//   PREVET_INSTALLED=target/xtask/installed node run.mjs tests/conformance/adapter.mjs cases.jsonl --text --bytes
import { esm } from "../package/support/installed.mjs";

const verdict = ({ success, issues = [] }) => ({ valid: success, issues });

export async function load() {
  return {
    validate: (schema, value) => verdict(esm.schemas[schema].safeParse(value)),
    validateText: (schema, text) => verdict(esm.schemas[schema].safeParseText(text)),
  };
}
