// What the package exports, and that importing it does nothing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { bundle, cjs, esm, manifest, run } from "./support/installed.mjs";
import { client, connection, feishu } from "./support/bodies.mjs";

const MEMBERS = [
  "checkLines",
  "fields",
  "is",
  "isText",
  "name",
  "parse",
  "redact",
  "safeParse",
  "safeParseText",
  "validateField",
  "~standard",
];

/** What a request has beyond that. */
const REQUEST_MEMBERS = [...MEMBERS, "advise", "build", "draft", "fromServerError", "request"].sort();

test("the crates and the package tell the same of themselves", () => {
  const read = (file) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
  const told = (name, text) => new RegExp(`^${name} = "(.*)"$`, "m").exec(text)?.[1];
  const cargo = read("Cargo.toml");
  assert.equal(manifest.version, told("version", cargo));
  assert.equal(manifest.description, told("description", cargo));
  assert.equal(manifest.license, told("license", cargo));
  const [node] = /\d+/.exec(manifest.engines.node);
  assert.match(read("xtask/src/npm.rs"), new RegExp(`const NODE: u32 = ${node};`));
  for (const license of ["LICENSE-MIT", "LICENSE-APACHE"]) {
    for (const folder of ["advice", "derive", "pkg"]) assert.equal(read(`${folder}/${license}`), read(license), `${folder}/${license}`);
  }
});

test("the exports are these and no others, as ES modules and as CommonJS", () => {
  const names = [
    "InternalError",
    "OAUTH_SCOPES",
    "RequestError",
    "ValidationError",
    "curl",
    "decodeForm",
    "fillOidcPreset",
    "fromOidcDiscovery",
    "init",
    "locales",
    "oidcDiscoveryUrl",
    "oidcHints",
    "oidcPresets",
    "prettify",
    "schemas",
    "scopeCatalogue",
    "scopeMatrix",
    "scopePresets",
    "scopeState",
    "teableAuthentication",
    "teableOAuthClient",
    "toFieldErrors",
    "toProblemDetails",
    "toggleScopes",
    "zapierAuthentication",
  ];
  assert.deepEqual(Object.keys(esm).sort(), names);
  assert.deepEqual(Object.keys(cjs).sort(), names);
});

test("the named schemas are those of the record", () => {
  for (const { schemas, teableAuthentication, teableOAuthClient, zapierAuthentication } of [esm, cjs]) {
    assert.equal(schemas["teable.authentication.request"], teableAuthentication);
    assert.equal(schemas["teable.oauth-client.request"], teableOAuthClient);
    assert.equal(schemas["zapier.authentication.request"], zapierAuthentication);
  }
});

test("a schema is a frozen plain object with its name and its members", () => {
  assert.ok(Object.isFrozen(esm.schemas));
  for (const [name, schema] of Object.entries(esm.schemas)) {
    assert.equal(schema.name, name);
    assert.equal(Object.getPrototypeOf(schema), Object.prototype);
    assert.ok(Object.isFrozen(schema));
    assert.ok(Object.isFrozen(schema["~standard"]));
    const isRequest = name.endsWith(".request");
    assert.deepEqual(Object.keys(schema).sort(), isRequest ? REQUEST_MEMBERS : MEMBERS, name);
  }
});

test("the functions of a schema need no this", () => {
  const { safeParse, parse, is, safeParseText, validateField } = esm.teableAuthentication;
  const { validate } = esm.teableAuthentication["~standard"];
  assert.equal(safeParse(feishu()).success, true);
  assert.deepEqual(parse(feishu()), feishu());
  assert.equal(is(feishu()), true);
  assert.equal(safeParseText(JSON.stringify(feishu())).success, true);
  assert.deepEqual(validateField("name", "Feishu"), []);
  assert.deepEqual(validate(feishu()), { value: feishu() });
});

test("both formats answer alike", () => {
  for (const body of [client(), { ...client(), redirectUris: [] }, null]) {
    assert.deepEqual(cjs.teableOAuthClient.safeParse(body), esm.teableOAuthClient.safeParse(body));
  }
});

test("the scopes are the 28 of the document, frozen", () => {
  assert.equal(esm.OAUTH_SCOPES.length, 28);
  assert.equal(esm.OAUTH_SCOPES[0], "table|create");
  assert.ok(Object.isFrozen(esm.OAUTH_SCOPES));
  assert.ok(esm.teableOAuthClient.is({ ...client(), scopes: [...esm.OAUTH_SCOPES] }));
});

test("init may be called at any time and any number of times", async () => {
  await Promise.all([esm.init(), esm.init()]);
  assert.ok(esm.zapierAuthentication.is(connection()));
  await esm.init();
});

test("a bare import works in a fresh process, as does require", () => {
  const printed = run(`
    import { teableAuthentication } from "prevet";
    import { createRequire } from "node:module";
    const common = createRequire(process.cwd() + "/index.js")("prevet");
    const body = ${JSON.stringify(feishu())};
    console.log(teableAuthentication.is(body), common.teableAuthentication.is(body), common.teableAuthentication.is({}));
  `);
  assert.equal(printed, "true true false\n");
});

test("importing instantiates nothing and needs no WebAssembly", () => {
  const printed = run(`
    delete globalThis.WebAssembly;
    const { teableOAuthClient } = await import("prevet");
    console.log(teableOAuthClient.name, teableOAuthClient.fields.length);
  `);
  assert.equal(printed, "teable.oauth-client.request 6\n");
});

test("the entry holds nothing that a bundler, a policy or an old engine refuses", () => {
  const refused = [
    /import\.meta/,
    /["']node:/,
    /\bfetch\(/,
    /new Function\b/,
    /\beval\(/,
    /\brequire\(/,
    /\bawait\b(?!.{0,3}=>)/,
  ];
  for (const pattern of refused) assert.doesNotMatch(bundle, pattern);
});

test("nothing is printed, whatever the verdict", () => {
  const printed = run(`
    import { schemas } from "prevet";
    for (const name of ["log", "info", "debug", "warn", "error", "trace"]) console[name] = () => process.exit(3);
    for (const schema of Object.values(schemas)) for (const value of [null, {}, [], "x", { data: {} }]) schema.safeParse(value);
  `);
  assert.equal(printed, "");
});

test("package.json says what it has to", () => {
  const { name, type, sideEffects, engines, exports, license, dependencies } = manifest;
  assert.deepEqual(
    { name, type, sideEffects, engines, license, dependencies },
    {
      name: "prevet",
      type: "module",
      sideEffects: false,
      engines: { node: ">=20" },
      license: "MIT OR Apache-2.0",
      dependencies: undefined,
    },
  );
  for (const branch of [exports["."].import, exports["."].require]) assert.equal(Object.keys(branch)[0], "types");
  assert.equal(exports["./package.json"], "./package.json");
});
