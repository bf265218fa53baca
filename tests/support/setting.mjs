import assert from "node:assert/strict";

/** What the runner has to say: which browser, and where things are. */
export function setting(name) {
  const value = process.env[name];
  assert.ok(value, `${name} is not set: run these tests with \`cargo xtask test\``);
  return value;
}
