// The README that npm shows: its example runs as it stands, and prints what it says.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

import { esm, root, run } from "./support/installed.mjs";

const readme = readFileSync(path.join(root, "README.md"), "utf8");
const block = (language) => readme.match(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``))[1];

test("the example runs as an ES module and prints what the README says", () => {
  assert.equal(run(block("js")), block("text"));
});

test("the example runs as CommonJS", () => {
  const common = block("js").replace(/import (.*) from ("prevet");/, "const $1 = require($2);");
  assert.match(common, /require/);
  const hosted = `import { createRequire } from "node:module"; const require = createRequire(process.cwd() + "/x.js");`;
  assert.equal(run(hosted + common), block("text"));
});

test("the table of members is complete", () => {
  for (const member of Object.keys(esm.teableOAuthClient)) {
    if (member !== "name") assert.match(readme, new RegExp(`^\\| \`[^|]*${member}`, "m"), member);
  }
});
