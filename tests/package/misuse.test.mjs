// What callers without types pass: each function has an answer or a clear error of its own, and answers soon.
import assert from "node:assert/strict";
import { test } from "node:test";

import { client, oidc } from "./support/bodies.mjs";
import { esm } from "./support/installed.mjs";

const { curl, decodeForm, fillOidcPreset, fromOidcDiscovery, prettify, schemas, scopeState, teableOAuthClient, toFieldErrors, toProblemDetails, toggleScopes } = esm;

const throwing = () => {
  throw new TypeError("secret of the caller");
};
const traps = Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((name) => [name, throwing]));
const revoked = (target) => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};
const sparse = new Array(2 ** 32 - 1);

const some = [null, 5, "x", {}, []];

/** Nothing that any of the functions can use. */
const useless = [
  undefined, null, 0, NaN, 5n, true, Symbol("s"), "text", () => {}, {}, some, sparse, revoked([]), revoked({}), new Proxy({}, traps),
  new Proxy([], traps), Object.create(null), new Date(NaN), new Map(), { [Symbol.iterator]: throwing }, { [Symbol.iterator]: () => 5 },
];

test("what is no list of issues has nothing to report", () => {
  for (const value of [...useless, [{ path: null, message: "x" }], [{ path: [Symbol("x")], message: "x" }, { path: [{ toString: throwing }], message: "x" }]]) {
    assert.equal(prettify(value), "");
    assert.deepEqual(toFieldErrors(value), {});
    assert.deepEqual(toProblemDetails(value).errors, []);
  }
});

test("what is no form has no entries", () => {
  for (const value of useless) assert.deepEqual(decodeForm(value), {});
  assert.deepEqual(decodeForm([["a", 1], [], [null, 2], [Symbol("x"), 3], [{ length: 9 }, 4], revoked([]), 5]), { a: 1 });
});

test("what is no list of scopes has none", () => {
  for (const value of useless.filter((one) => one !== some)) {
    assert.equal(scopeState(value, ["table|read"]), "none");
    assert.equal(scopeState(["table|read"], value), "none");
    assert.deepEqual(toggleScopes(value, ["table|read"], true), ["table|read"]);
    assert.deepEqual(toggleScopes(["table|read"], value, false), ["table|read"]);
  }
  const many = Array.from({ length: 100_000 }, (_, index) => `s${index}`);
  const start = performance.now();
  assert.equal(scopeState(many, many), "all");
  assert.deepEqual(toggleScopes(many, many), []);
  assert.ok(performance.now() - start < 1000);
});

test("what is no preset fills in nothing", () => {
  for (const value of useless) assert.equal(fillOidcPreset(value, value), null);
});

test("a discovery document that claims four billion scopes is read all the same", () => {
  const document = { issuer: "https://a.io", authorization_endpoint: "https://a.io/a", token_endpoint: "https://a.io/t" };
  const holes = new Array(2 ** 32 - 1);
  holes[2 ** 31] = "email";
  const start = performance.now();
  assert.deepEqual(fromOidcDiscovery("https://a.io", { ...document, scopes_supported: holes }), fromOidcDiscovery("https://a.io", { ...document, scopes_supported: ["email"] }));
  assert.deepEqual(fromOidcDiscovery("https://a.io", { scopes_supported: revoked([]), ...document }), fromOidcDiscovery("https://a.io", document));
  assert.ok(performance.now() - start < 1000);
});

test("what is no request is refused in clear words", () => {
  for (const value of useless) assert.throws(() => curl(value), { name: "TypeError", message: "curl takes what a schema's request gives." });
});

test("options that cannot be used are as if there were none, or named", () => {
  const text = JSON.stringify(client());
  for (const value of useless) {
    assert.equal(schemas["zapier.Category"].checkLines("{}", value).failures[0].line, 1);
    assert.equal(teableOAuthClient.checkLines(text, { firstLine: value, partial: value && undefined }).valid, 1);
    assert.deepEqual(teableOAuthClient["~standard"].validate(client(), value), { value: client() });
    assert.throws(() => teableOAuthClient["~standard"].jsonSchema.input(value), { message: /^The target of a JSON Schema has to be one of: / });
    assert.throws(() => teableOAuthClient.request(client(), value), { name: "RequestError", option: "token" });
    assert.deepEqual(schemas["teable.authentication.request"].validateField("config.issuer", oidc().config.issuer, value, value), []);
  }
});
