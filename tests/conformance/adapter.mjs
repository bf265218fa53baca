// The installed package behind an interface for runners of conformance cases that are not in this repository. Such a
// runner sets PREVET_INSTALLED to the absolute path of target/xtask/installed, where `cargo xtask test package` installs
// it, then imports this file and calls `load`. tests/package/conformance.test.mjs does so too, to keep it working.
import { esm } from "../package/support/installed.mjs";

const verdict = ({ success, issues = [] }) => ({ valid: success, issues });

export async function load() {
  return {
    validate: (schema, value) => verdict(esm.schemas[schema].safeParse(value)),
    validateText: (schema, text) => verdict(esm.schemas[schema].safeParseText(text)),
  };
}
