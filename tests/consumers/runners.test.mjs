// Test runners that load modules in their own ways.
import assert from "node:assert/strict";
import { test } from "node:test";

import { bad, good, messages } from "./support/bodies.mjs";
import { fixture, program } from "./support/paths.mjs";
import { node } from "./support/run.mjs";

for (const environment of ["node", "jsdom"]) {
  test(`Jest, ${environment}`, async () => {
    const settings = {
      rootDir: fixture("jest"),
      testEnvironment: environment,
      testMatch: ["**/*.test.cjs"],
      transform: {},
      globals: { bad, good, messages },
      haste: { forceModuleMap: false },
    };
    const printed = await node(program("jest", "bin/jest.js"), "--no-cache", "--config", JSON.stringify(settings));
    assert.match(printed, /Tests:\s+2 passed, 2 total/);
  });
}

for (const environment of ["node", "jsdom"]) {
  test(`Vitest, ${environment}`, async () => {
    const flags = ["run", "--root", fixture("vitest"), "--environment", environment, "--no-color"];
    assert.match(await node(program("vitest", "vitest.mjs"), ...flags), /Tests\s+1 passed \(1\)/);
  });
}
