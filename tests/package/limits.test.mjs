// Values of any size: an answer in bounded time and memory, never a trap, and the next call works.
import assert from "node:assert/strict";
import { test } from "node:test";

import { client, connection, feishu, found } from "./support/bodies.mjs";
import { esm, run } from "./support/installed.mjs";
import { soon } from "./support/soon.mjs";

const { teableAuthentication, teableOAuthClient, zapierAuthentication } = esm;

test("depth does not matter", () => {
  let deep = {};
  for (let level = 0; level < 10_000; level++) deep = level % 2 ? { deep } : [deep];
  const body = connection();
  body.data.authentication_fields = { deep };
  assert.ok(zapierAuthentication.is(body));
  assert.deepEqual(
    found(zapierAuthentication.safeParse({ data: deep })),
    found(zapierAuthentication.safeParse({ data: {} })),
  );
  assert.deepEqual(found(teableOAuthClient.safeParse({ ...client(), redirectUris: [deep] })), [
    "/redirectUris/0 invalid_type",
  ]);
});

test("a million elements get an answer", () => {
  const redirectUris = new Array(1_000_000).fill("https://a.io/callback");
  assert.equal(teableOAuthClient.safeParse({ ...client(), redirectUris }).data.redirectUris.length, 1_000_000);
  const scopes = new Array(1_000_000).fill("view|read");
  assert.deepEqual(teableOAuthClient.safeParse({ ...client(), scopes }).data.scopes, ["view|read"]);
});

test("a hundred thousand wrong elements are a hundred thousand issues", () => {
  const { issues } = teableOAuthClient.safeParse({ ...client(), redirectUris: new Array(100_000).fill(7) });
  assert.equal(issues.length, 100_000);
  assert.equal(issues.at(-1).pointer, "/redirectUris/99999");
});

test("issues end where the README says", () => {
  const { issues } = teableOAuthClient.safeParse({ ...client(), redirectUris: new Array(2 ** 20 + 5).fill(7) });
  assert.equal(issues.length, 2 ** 20);
  assert.equal(issues.at(-1).pointer, `/redirectUris/${2 ** 20 - 1}`);
});

test("so do suggestions: after a thousand issues, and behind a thousand scopes", () => {
  const { issues } = teableOAuthClient.safeParse({ ...client(), scopes: new Array(1500).fill("table|raed") });
  assert.deepEqual([issues.length, issues.findIndex(({ params }) => params.suggestion === undefined)], [1500, 1000]);
  const extraScopes = Array.from({ length: 1200 }, (_, index) => `${"abcdefghij"[index % 10].repeat(20)}|${index}`);
  const suggested = (scope) => teableOAuthClient.safeParse({ ...client(), scopes: [scope] }, { extraScopes }).issues[0].params.suggestion;
  const last = 1000 - esm.OAUTH_SCOPES.length - 1;
  assert.equal(suggested(`${extraScopes[last]}x`), extraScopes[last]);
  assert.notEqual(suggested(`${extraScopes[last + 1]}x`), extraScopes[last + 1]);
});

test("and advice: after 500 URLs, keys and different scopes", () => {
  const counted = (schema, body, rule, options) => schema.advise(body, options).filter((advice) => advice.rule === rule);
  const uris = Array.from({ length: 501 }, (_, index) => `http://acme.io/${index}`);
  assert.equal(counted(teableOAuthClient, { ...client(), redirectUris: uris }, "redirect-http").length, 500);
  const body = connection();
  body.data.authentication_fields = Object.fromEntries(uris.map((uri, index) => [`key${index}`, ` v${index}`]));
  assert.equal(counted(zapierAuthentication, body, "cred-whitespace").length, 500);
  const extraScopes = uris.map((_, index) => `app${index}|delete`);
  const [{ params }] = counted(teableOAuthClient, { ...client(), scopes: extraScopes }, "scope-destructive", { extraScopes });
  assert.equal(params.names.length, 500);
});

test("an object with a million unknown keys costs nothing", () => {
  const body = client();
  for (let index = 0; index < 1_000_000; index++) body[`k${index}`] = index;
  assert.deepEqual(teableOAuthClient.safeParse(body), { success: true, data: client() });
});

test("a list that claims four billion elements gets an answer", () => {
  const redirectUris = new Array(2 ** 32 - 1);
  const { success, issues } = teableOAuthClient.safeParse({ ...client(), redirectUris });
  assert.equal(success, false);
  assert.equal(issues[0].pointer, "/redirectUris/0");
  assert.ok(teableOAuthClient.is(client()));
});

test("strings of any length get an answer", () => {
  const long = "x".repeat(2 ** 29 - 24);
  assert.equal(
    teableAuthentication.safeParse({ ...feishu(), name: long, config: { appId: long, appSecret: long } }).success,
    true,
  );
  assert.deepEqual(found(teableAuthentication.safeParse({ ...feishu(), type: long })), ["/type unknown_type"]);
  assert.equal(teableOAuthClient.is({ ...client(), homepage: long }), false);
  const redirectUris = new Array(1000).fill("y".repeat(2 ** 24));
  assert.equal(teableOAuthClient.is({ ...client(), redirectUris }), false);
  assert.ok(teableOAuthClient.is(client()));
});

test("the memory that a large value took is not kept: the next call has a fresh instance", () => {
  const printed = run(`
    import { teableOAuthClient } from "prevet";
    let instances = 0;
    const { Instance } = WebAssembly;
    WebAssembly.Instance = function (...args) { instances++; return new Instance(...args); };
    // Only the engine answers for this host.
    const body = { ...${JSON.stringify(client())}, homepage: "app://a%20b/" };
    const large = { ...body, redirectUris: new Array(200_000).fill(body.homepage + "x".repeat(100)) };
    const counts = [body, body, large, body, body, { ...large, homepage: "a.io" }, body, body].map((value) => {
      if (teableOAuthClient.is(value) !== (value.homepage === body.homepage)) throw new Error("another verdict");
      return instances;
    });
    console.log(counts.join(" "));
  `);
  // The first of all unpacked the module, once.
  assert.equal(printed, "2 2 2 3 3 3 4 4\n");
});

test("however many lines are wrong, each has its number and its issues, from the first call on", () => {
  const printed = run(`
    import { schemas } from "prevet";
    const wrong = ['{}', '{"slug":1}', '{"slug":null}', 'nope', '[]', '{"slug":[]}'];
    const text = Array.from({ length: 60_000 }, (_, index) => wrong[index % wrong.length]).join("\\n");
    const { lines, valid, failures } = schemas["zapier.Category"].checkLines(text);
    const isRight = ({ line, issues }, index) => line === index + 1 && issues.length === 1 && issues[0].line === line;
    console.log(lines, valid, failures.length, failures.every(isRight));
  `);
  assert.equal(printed, "60000 0 60000 true\n");
});

test("where a text's issues stand is found in linear time, in whatever order its keys are", () => {
  for (const row of ['{"status":"x","code":1}', '{"é":1,"status":"x",\n"code":1}']) {
    const text = `{"errors":[${new Array(30_000).fill(row)}]}`;
    const { issues } = soon(() => esm.schemas["zapier.error.response"].safeParseText(text));
    assert.equal(issues.length, 60_000);
    // Status and code are integer and text; the document has the status first.
    const last = issues.at(-1);
    const before = text.slice(0, text.lastIndexOf('1}'));
    assert.deepEqual([last.path.at(-1), last.offset], ["code", Buffer.byteLength(before)]);
    assert.deepEqual([last.line, last.column], [before.split("\n").length, before.length - before.lastIndexOf("\n")]);
  }
});
