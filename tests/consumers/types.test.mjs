// The declarations under the oldest compiler that can read them and the newest, with nothing skipped.
import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { fixture, program } from "./support/paths.mjs";
import { node } from "./support/run.mjs";

const compilers = { oldest: program("typescript-oldest", "lib/tsc.js"), newest: program("typescript", "bin/tsc") };

const settings = {
  "Node, ES modules": ["types.mts", { module: "node16", moduleResolution: "node16", lib: ["es2020"] }],
  "Node, CommonJS": ["types.cts", { module: "node16", moduleResolution: "node16", lib: ["es2020"] }],
  "a bundler's page": ["types.ts", { module: "esnext", moduleResolution: "bundler", lib: ["es2020", "dom"] }],
  "a bundler's page with a form": ["form.ts", { module: "esnext", moduleResolution: "bundler", lib: ["es2020", "dom"] }],
};

for (const [age, compiler] of Object.entries(compilers)) {
  for (const [where, [name, options]] of Object.entries(settings)) {
    test(`TypeScript, ${age}, in ${where}`, async () => {
      const folder = mkdtempSync(fixture("types-"));
      try {
        copyFileSync(fixture(name.replace(/[mc]ts$/, "ts")), path.join(folder, name));
        const compilerOptions = { strict: true, noEmit: true, skipLibCheck: false, target: "es2020", types: [], ...options };
        writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [name] }));
        assert.equal(await node(compiler, "--project", folder), "");
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }
}
