// Pages without a bundler, and what a Content-Security-Policy has to allow.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";

import { expected } from "./support/bodies.mjs";
import { STRICT, browserTests, moduleOf, served } from "./support/browser.mjs";
import { here, installed } from "./support/paths.mjs";

const open = browserTests();
const folders = { dist: path.join(installed, "dist"), support: path.join(here, "support") };

const script = `
  import * as prevet from "/dist/index.js";
  import { verdict } from "/support/verdict.mjs";
  globalThis.verdict = verdict(prevet);
`;
const slim = `
  import * as prevet from "/dist/slim.js";
  import { verdict } from "/support/verdict.mjs";
  await prevet.init({ module: fetch("/dist/prevet.wasm") });
  globalThis.verdict = verdict(prevet);
`;
const pages = { "/": moduleOf("/main.mjs"), "/main.mjs": script };

test("a plain module script under the strict policy, without a breach", async () => {
  assert.deepEqual(await served({ pages, folders }, open), { verdict: expected, complaints: [] });
});

test("the slim entry with a fetched module under the strict policy, without a breach", async () => {
  const seen = await served({ pages: { ...pages, "/main.mjs": slim }, folders }, open);
  assert.deepEqual(seen, { verdict: expected, complaints: [] });
});

test("a policy that forbids wasm is told by the error, and importing is still fine", async () => {
  const forbidden = `
    import { InternalError, teableOAuthClient } from "/dist/index.js";
    const fields = teableOAuthClient.fields.length;
    try {
      teableOAuthClient.safeParse({});
    } catch (error) {
      globalThis.verdict = [fields, error instanceof InternalError, error.reason].join(" ");
    }
  `;
  const policy = STRICT.replace(" 'wasm-unsafe-eval'", "");
  const { verdict } = await served({ pages: { ...pages, "/main.mjs": forbidden }, folders, policy }, open);
  assert.equal(verdict, "6 true unavailable");
});

test("the slim entry tells such a policy from a wrong module", async () => {
  const forbidden = `
    import { init } from "/dist/slim.js";
    await init({ module: fetch("/dist/prevet.wasm") }).catch(({ reason }) => (globalThis.verdict = reason));
  `;
  const policy = STRICT.replace(" 'wasm-unsafe-eval'", "");
  const { verdict } = await served({ pages: { ...pages, "/main.mjs": forbidden }, folders, policy }, open);
  assert.equal(verdict, "unavailable");
});
