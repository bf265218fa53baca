// Advice: the shared cases against the package, and what holds for any value.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { connection, feishu, oidc } from "./support/bodies.mjs";
import { esm, run } from "./support/installed.mjs";
import { soon } from "./support/soon.mjs";

const { schemas, teableAuthentication, teableOAuthClient, zapierAuthentication } = esm;
const json = (name) => JSON.parse(readFileSync(new URL(`../cases/advice/${name}.json`, import.meta.url), "utf8"));
const cases = json("advice");
const bases = json("base_bodies");
const client = bases["teable.oauthClient"];

const schemaOf = (form) => (form === "teable.oauthClient" ? teableOAuthClient : form === "zapier.authentication" ? zapierAuthentication : teableAuthentication);

/** The base body of a case with the case's value put in. */
function bodyOf({ form, at, value }) {
  const segments = at.split("/").slice(1);
  if (segments.length === 0) return value;
  const body = structuredClone(bases[form]);
  segments.slice(0, -1).reduce((holder, key) => holder[key], body)[segments.at(-1)] = value;
  return body;
}

const rules = (advice) => advice.map(({ rule }) => rule);
const unique = (list) => [...new Set(list)].sort();

for (const one of cases) {
  test(`${one.id}: ${one.form} ${one.at}`, () => {
    const schema = schemaOf(one.form);
    const body = bodyOf(one);
    assert.ok(schema.is(body));
    const found = rules(schema.advise(body));
    for (const rule of one.must) assert.ok(found.includes(rule), rule);
    for (const rule of one.must_not) assert.ok(rule === "*" ? found.every((id) => one.must.includes(id)) : !found.includes(rule), rule);
    assert.deepEqual(unique(found), unique(one.fires));
    // A form's draft gets the same, but for what building repairs.
    const built = schema.build(body);
    assert.deepEqual(rules(built.advice).filter((rule) => !found.includes(rule)), []);
  });
}

test("there are cases, and the base bodies have no advice", () => {
  assert.ok(cases.length > 0);
  for (const [form, body] of Object.entries(bases)) assert.deepEqual(schemaOf(form).advise(body), [], form);
});

test("an advice tells rule, severity, place, message, parameters and a fix", () => {
  const body = { ...client, name: " Reports", redirectUris: ["https://a.io/cb", "http://a.io/cb", "https://a.io/cb"], homepage: "https://a.io", scopes: ["table|read"] };
  assert.deepEqual(teableOAuthClient.advise(body), [
    { rule: "text-whitespace", severity: "info", path: ["name"], pointer: "/name", message: "Name: remove the space around this text.", params: {}, fix: "Reports" },
    { rule: "redirect-http", severity: "warning", path: ["redirectUris", 1], pointer: "/redirectUris/1", message: "Redirect URI 2: use https; over http the authorization code travels unencrypted.", params: {} },
    { rule: "redirect-duplicate", severity: "warning", path: ["redirectUris", 2], pointer: "/redirectUris/2", message: "Redirect URI 3: remove this row; it repeats Redirect URI 1.", params: { other: "/redirectUris/0" } },
  ]);
  const [first] = teableOAuthClient.advise(body, { locale: "zh" });
  assert.deepEqual([first.rule, first.message], ["text-whitespace", "名称：请删除首尾的空格。"]);
});

test("white space is taken out of an address where that mends it", () => {
  const fixOf = (uri) => teableOAuthClient.advise({ ...client, redirectUris: [uri] }).find(({ rule }) => rule === "url-whitespace").fix;
  assert.equal(fixOf(" https://reports.acme.io/?u=https://b.io"), "https://reports.acme.io/?u=https://b.io");
  assert.equal(fixOf("https://reports.acme.io/\tcb?u=https://b.io"), "https://reports.acme.io/cb?u=https://b.io");
  // Two addresses, and one that has no business there.
  assert.equal(fixOf("https://reports.acme.io/a\nhttps://reports.acme.io/b"), undefined);
  assert.equal(fixOf("com.acme.app:/cb\r\ncom.acme.app:/cb2"), undefined);
  assert.equal(fixOf("https://reports.acme.io/a https://reports.acme.io/b"), undefined);
  assert.equal(fixOf(" https://reports.acme.io/a, https://reports.acme.io/b"), undefined);
  assert.equal(fixOf(" javascript:alert(1)"), undefined);
});

test("a key of no letters is not shown", () => {
  const [said] = zapierAuthentication.advise({ data: { ...connection().data, authentication_fields: { "": "a" } } });
  assert.deepEqual([said.pointer, said.message], ["/data/authentication_fields/", "Authentication fields: use each field's key exactly as the app defines it, without spaces and only once."]);
});

test("rules that are off stay silent, unknown ids are passed over", () => {
  const body = { ...client, homepage: "http://a.io", redirectUris: ["http://a.io/cb"] };
  assert.deepEqual(rules(teableOAuthClient.advise(body, { off: ["homepage-http"] })), rules(teableOAuthClient.advise(body)).filter((rule) => rule !== "homepage-http"));
  assert.deepEqual(teableOAuthClient.advise(body, { off: ["homepage-http", "none", 5, null] }), teableOAuthClient.advise(body, { off: ["homepage-http"] }));
  for (const off of [null, 5, "homepage-http", {}]) assert.deepEqual(teableOAuthClient.advise(body, { off }), teableOAuthClient.advise(body));
  assert.ok(!rules(teableOAuthClient.build(body, { off: ["homepage-http"] }).advice).includes("homepage-http"));
});

test("only what passed validation gets advice", () => {
  const body = { ...client, homepage: "http://a.io", redirectUris: ["x", "http://a.io/cb"], name: 5 };
  assert.equal(teableOAuthClient.is(body), false);
  assert.deepEqual(teableOAuthClient.advise(body).map(({ pointer }) => pointer), ["/homepage", "/redirectUris/1"]);
  for (const value of [undefined, null, 5, "x", [], {}, () => {}]) {
    assert.deepEqual(teableAuthentication.advise(value), []);
    assert.deepEqual(zapierAuthentication.advise(value), []);
  }
});

test("building gives advice on the payload, at the places of the draft", () => {
  const draft = { ...client, redirectUris: ["", "https://a.io/cb", " ", "http://a.io/cb", "https://a.io/cb"], homepage: " https://a.io ", scopes: ["", "table|read", "table|read"] };
  const { success, payload, advice } = teableOAuthClient.build(draft);
  assert.equal(success, true);
  assert.deepEqual(payload.redirectUris, ["https://a.io/cb", "http://a.io/cb", "https://a.io/cb"]);
  assert.deepEqual(
    advice.map(({ rule, pointer, message, params }) => [rule, pointer, message.slice(0, 15), params.other]),
    [
      ["redirect-http", "/redirectUris/3", "Redirect URI 4:", undefined],
      ["redirect-duplicate", "/redirectUris/4", "Redirect URI 5:", "/redirectUris/1"],
    ],
  );
  assert.match(advice[1].message, /repeats Redirect URI 2\.$/);
  assert.match(teableOAuthClient.build(draft, { locale: "zh" }).advice[0].message, /^回调地址 4：/);
});

test("building a draft that is not valid yet gives advice on its good fields", () => {
  const draft = { ...client, homepage: "https://a.io", name: "", redirectUris: ["", "x", "http://a.io/cb"] };
  const { success, issues, advice } = teableOAuthClient.build(draft);
  assert.equal(success, false);
  assert.deepEqual(issues.map(({ pointer }) => pointer), ["/name", "/redirectUris/1"]);
  assert.deepEqual(advice.map(({ rule, pointer }) => [rule, pointer]), [["redirect-http", "/redirectUris/2"]]);
});

test("a field of a connection is advised on by its key", () => {
  const body = connection();
  body.data.authentication_fields = { "api/key~": "", " b": "Bearer k9F2mQ7vT1xZ8wRb", nested: { a: 1 }, absent: undefined, number: 5 };
  assert.deepEqual(
    zapierAuthentication.advise(body).map(({ rule, path, pointer }) => [rule, path.at(-1), pointer]),
    [
      ["zapier-field-empty", "api/key~", "/data/authentication_fields/api~1key~0"],
      ["cred-auth-prefix", " b", "/data/authentication_fields/ b"],
      ["zapier-field-key", " b", "/data/authentication_fields/ b"],
      ["zapier-field-nested", "nested", "/data/authentication_fields/nested"],
    ],
  );
  body.data.authentication_fields = {};
  assert.deepEqual(rules(zapierAuthentication.advise(body)), ["zapier-fields-empty"]);
});

test("every suggestion is valid at its place, and satisfies its rule", () => {
  let fixes = 0;
  for (const one of cases) {
    const schema = schemaOf(one.form);
    const body = bodyOf(one);
    for (const { rule, path, pointer, fix } of schema.advise(body)) {
      if (fix === undefined) continue;
      fixes++;
      const fixed = structuredClone(body);
      path.slice(0, -1).reduce((holder, key) => holder[key], fixed)[path.at(-1)] = fix;
      assert.ok(schema.is(fixed), `${one.id} ${rule}`);
      assert.ok(!schema.advise(fixed).some((left) => left.rule === rule && left.pointer === pointer), `${one.id} ${rule}`);
    }
  }
  assert.equal(fixes, 23);
});

test("no suggestion replaces a half of a surrogate pair", () => {
  assert.deepEqual(teableOAuthClient.advise({ ...client, name: " a\ud800" }).map(({ rule, fix }) => [rule, fix]), [["text-whitespace", undefined]]);
});

test("whatever the value is, there is a list and nothing is thrown", () => {
  const throwing = () => { throw new Error("mine"); };
  const cyclic = {};
  cyclic.self = cyclic;
  const hostile = [
    cyclic, new Proxy({}, { ownKeys: throwing }), new Proxy({}, { get: throwing }), new Proxy({}, { getOwnPropertyDescriptor: throwing }), { get a() { throw new Error("mine"); } },
    Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`k${at}`, "v"])), { ["k".repeat(2 ** 21)]: "v" }, { a: "v".repeat(2 ** 21) }, { a: 1n, b: Symbol("x"), c: () => {}, [Symbol("d")]: 1, __proto__: { e: "" } },
    "\ud800", [1, [2]], new Map([["a", 1]]), Object.create(null),
  ];
  for (const value of hostile) {
    const body = connection();
    body.data.authentication_fields = value;
    assert.ok(Array.isArray(zapierAuthentication.advise(body)));
    for (const schema of Object.values(schemas)) if (schema.advise) assert.ok(Array.isArray(schema.advise(value)));
  }
  assert.deepEqual(zapierAuthentication.advise(bases["zapier.authentication"]), []);
});

test("a parameter that belongs to a request goes with it, and one of the endpoint's own stays", () => {
  const fixOf = (query) => {
    const config = { ...oidc().config, authorizationUrl: `https://id.acme.io/authorize?${query}` };
    return teableAuthentication.advise({ ...oidc(), config }).find(({ rule }) => rule === "oidc-authorize-params")?.fix;
  };
  assert.equal(fixOf("client_id=x&client_secret=y&response_mode=z&code_challenge_method=S256&tenant=7"), "https://id.acme.io/authorize?tenant=7");
  assert.equal(fixOf("client_secret=y&response_mode=z&code_challenge_method=S256&tenant=7"), undefined);
});

test("a list of scopes is looked at as a whole, however long it is", () => {
  const rulesOf = (...scopes) => teableOAuthClient.advise({ ...client, scopes }).map(({ rule, params }) => [rule, params.names]);
  const many = (scope) => Array(600).fill(scope);
  assert.deepEqual(rulesOf(...many("table|update"), "table|read"), [["scope-duplicate", ["table|update"]]]);
  assert.deepEqual(rulesOf(...many("table|read"), "user|integrations"), [["scope-token-admin", ["user|integrations"]], ["scope-duplicate", ["table|read"]]]);
  const own = Array.from({ length: 8000 }, (_, index) => `app|update${index}`);
  const body = { ...client, scopes: [...own, ...own] };
  soon(() => assert.equal(teableOAuthClient.advise(body, { extraScopes: own }).length, 1));
});

test("a body is advised on in a time that does not grow with its square", () => {
  const body = { ...client, redirectUris: Array.from({ length: 10_000 }, (_, at) => `http://a.io/cb${at}`) };
  assert.ok(soon(() => teableOAuthClient.advise(body)).length >= 500);
});

test("a secret is in no advice", () => {
  for (const secret of ["q7Rk2mV9sLx4TzW8bNf3 ", "Bearer q7Rk2mV9sLx4TzW8bNf3", "\"q7Rk2mV9sLx4TzW8bNf3\"", "q7Rk2mV9"]) {
    const bare = secret.replace(/["\s]|Bearer/g, "");
    for (const [schema, body] of [
      [teableAuthentication, { ...feishu(), name: ` ${secret}`, config: { appId: "cli_1", appSecret: secret } }],
      [teableAuthentication, { ...oidc(), name: ` ${secret}`, config: { ...oidc().config, clientId: ` ${bare}`, clientSecret: secret } }],
      [zapierAuthentication, { data: { ...connection().data, title: ` ${secret}`, authentication_fields: { api_key: secret } } }],
    ]) {
      for (const advice of [schema.advise(body), schema.build(body).advice]) {
        assert.ok(advice.length > 0);
        assert.ok(!JSON.stringify(advice).includes(bare), JSON.stringify(advice));
      }
    }
  }
});

test("a secret is in no advice in another letter case, nor percent-encoded", () => {
  const clientSecret = "q7Rk2mV9sLx4TzW8bNf3";
  const config = { ...oidc().config, clientSecret };
  const url = `https://${clientSecret.toUpperCase()}.acme.dev:443/token`;
  const advice = teableAuthentication.advise({ ...oidc(), config: { ...config, tokenUrl: url, userInfoUrl: `${url}\\x` } });
  const { message, params } = advice.find(({ rule }) => rule === "oidc-host-mismatch");
  assert.deepEqual([message, params.host], [`Token URL: check the host; … is another domain than the issuer's, ${params.otherHost}.`, "…"]);
  assert.ok(!JSON.stringify(advice).toLowerCase().includes(clientSecret.toLowerCase()), JSON.stringify(advice));
  const odd = 'q7"Rk2mV9 sLx4';
  const encoded = teableAuthentication.advise({ ...oidc(), config: { ...config, clientSecret: odd, tokenUrl: `https://2130706433/?x=${odd}` } });
  assert.equal(encoded.find(({ rule }) => rule === "url-obfuscated-ip").fix, undefined);
});

test("a secret that only the draft tells is in no host, name or message either", () => {
  const appSecret = "q7Rk2mV9sLx4TzW8";
  const config = { ...oidc().config, appSecret, tokenUrl: `https://${appSecret}.acme.dev/token` };
  const mismatch = (advice) => advice.find(({ rule }) => rule === "oidc-host-mismatch");
  for (const advice of [teableAuthentication.advise({ ...oidc(), config }), teableAuthentication.build({ ...oidc(), config }).advice]) {
    const { message, params } = mismatch(advice);
    assert.deepEqual([message, params.host], [`Token URL: check the host; \u2026 is another domain than the issuer's, ${params.otherHost}.`, "\u2026"]);
    assert.ok(!JSON.stringify(advice).toLowerCase().includes(appSecret.toLowerCase()), JSON.stringify(advice));
  }
  assert.equal(mismatch(teableAuthentication.advise({ ...oidc(), config: { ...config, appSecret: "another one" } })).params.host, `${appSecret.toLowerCase()}.acme.dev`);
});

test("a secret that is nested in a connection's field is in no advice either; names of keys are none", () => {
  const secret = "q7Rk2mV9sLx4TzW8";
  const fixOf = (authentication_fields, title) =>
    zapierAuthentication.advise({ data: { title, app: "4b3920d6-1d5a-4071-b837-9383dc511b80", authentication_fields } }).find(({ rule }) => rule === "text-whitespace").fix;
  for (const nested of [{ value: secret }, [[secret]], { tokens: [{}, { value: secret }] }]) {
    assert.equal(fixOf({ oauth: nested }, ` Acme ${secret} `), undefined);
    assert.equal(fixOf({ oauth: nested }, " Acme "), "Acme");
  }
  assert.equal(fixOf({ oauth: { token: "x" } }, " token "), "token");
});

test("a body whose secrets are too deep or too many to know them all gets no advice", () => {
  const secret = "q7Rk2mV9sLx4TzW8";
  const nested = (depth) => (depth === 0 ? secret : { value: nested(depth - 1) });
  const wide = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`key${index}`, secret]));
  const cyclic = { value: secret };
  for (let index = 0; index < 20; index++) cyclic[`again${index}`] = cyclic;
  let endless = {};
  for (let level = 0; level < 100_000; level++) endless = { endless };
  const advise = (authentication_fields) =>
    zapierAuthentication.advise({ data: { title: ` Acme ${secret} `, app: "4b3920d6-1d5a-4071-b837-9383dc511b80", authentication_fields } });
  for (const fields of [nested(17), { list: [nested(16)] }, { endless }, cyclic, wide, { wide }, { wide: Array(4294967295) }, { value: "x".repeat(2 ** 21) }]) {
    assert.deepEqual(advise(fields), []);
  }
  for (const fields of [nested(15), { list: [nested(13)] }]) {
    const advice = advise(fields);
    assert.ok(advice.length > 0 && !JSON.stringify(advice).includes(secret));
  }
});

test("a long secret is looked for in a long text in a time that does not grow with its square", () => {
  const clientSecret = `${"a".repeat(200_000)}b`;
  const body = { ...oidc(), name: "a".repeat(400_000), config: { ...oidc().config, clientSecret, tokenUrl: `https://0x7f.1/${"a".repeat(400_000)}` } };
  assert.ok(soon(() => teableAuthentication.advise(body)).length > 0);
});

test("where WebAssembly is forbidden a valid draft is still built, without advice", () => {
  const printed = run(`
    delete globalThis.WebAssembly;
    const { InternalError, teableOAuthClient } = await import("prevet");
    const { success, advice } = teableOAuthClient.build(${JSON.stringify(client)});
    try { teableOAuthClient.advise({}) } catch (error) { console.log(success, advice, error instanceof InternalError, error.reason) }
  `);
  assert.equal(printed, "true [] true unavailable\n");
});

test("a secret that a draft loses is in no suggestion", () => {
  const secret = "zq8canary55c1";
  const issuer = `https://${secret}.acme.io/.well-known/openid-configuration`;
  const draft = [["type", "oidc"], ["name", "Acme"], ["config.issuer", issuer], ["config.clientSecret.x", "1"], ["config.clientSecret", secret]];
  const { advice } = teableAuthentication.build(new URLSearchParams(draft));
  assert.ok(advice.some(({ pointer }) => pointer === "/config/issuer"));
  assert.ok(!JSON.stringify(advice).includes(secret), JSON.stringify(advice));
});
