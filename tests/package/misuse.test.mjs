// What callers without types pass: each function has an answer or a clear error of its own, and answers soon.
import assert from "node:assert/strict";
import { test } from "node:test";

import { client, oidc } from "./support/bodies.mjs";
import { esm } from "./support/installed.mjs";
import { soon } from "./support/soon.mjs";

const { curl, decodeForm, fillOidcPreset, fromOidcDiscovery, oidcPresets, prettify, schemas, scopeState, teableAuthentication, teableOAuthClient, toFieldErrors, toProblemDetails, toggleScopes, zapierAuthentication } = esm;

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
  for (const value of [...useless, [{ path: null, message: "x" }], [{ path: [{ toString: throwing }], message: "x" }, { path: [] }, { get message() { return throwing(); } }]]) {
    assert.equal(prettify(value), "");
    assert.deepEqual(toFieldErrors(value), {});
    assert.deepEqual(toProblemDetails(value).errors, []);
  }
});

test("what is no form has no entries", () => {
  for (const value of useless) assert.deepEqual(decodeForm(value), {});
  const ending = (function* () {
    yield ["a", 1];
    throwing();
  })();
  assert.deepEqual(decodeForm(ending), { a: 1 }, "what was read until then");
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
  assert.equal(soon(() => scopeState(many, many)), "all");
  assert.deepEqual(soon(() => toggleScopes(many, many)), []);
});

test("what is no preset fills in nothing", () => {
  for (const value of useless) assert.equal(fillOidcPreset(value, value), null);
});

test("a discovery document that claims four billion scopes is read all the same", () => {
  const document = { issuer: "https://a.io", authorization_endpoint: "https://a.io/a", token_endpoint: "https://a.io/t" };
  const holes = new Array(2 ** 32 - 1);
  holes[2 ** 31] = "email";
  assert.deepEqual(soon(() => fromOidcDiscovery("https://a.io", { ...document, scopes_supported: holes })), fromOidcDiscovery("https://a.io", { ...document, scopes_supported: ["email"] }));
  assert.deepEqual(fromOidcDiscovery("https://a.io", { scopes_supported: revoked([]), ...document }), fromOidcDiscovery("https://a.io", document));
});

test("what is no request is refused in clear words", () => {
  const halves = [{ headers: null }, { headers: {} }, { url: 1, method: 2, headers: { a: 1 } }, { url: "x", method: "POST" }];
  for (const value of [...useless, ...halves]) assert.throws(() => curl(value), { name: "TypeError", message: "curl takes what a schema's request gives." });
  for (const value of [{ inputs: [] }, { ...oidcPresets[0], inputs: [null] }, { ...oidcPresets[0], tokenUrl: 5 }]) assert.equal(fillOidcPreset(value, {}), null);
  const { inputs, ...own } = { ...oidcPresets[0], issuer: "https://a.io" };
  assert.equal(fillOidcPreset(own).issuer, "https://a.io");
});

test("options that cannot be used are as if there were none, or named", () => {
  const text = JSON.stringify(client());
  for (const value of useless) {
    assert.equal(schemas["zapier.Category"].checkLines("{}", value).failures[0].line, 1);
    const { failures, valid, rest } = teableOAuthClient.checkLines(`{}\n${text}`, { firstLine: value, partial: value === true ? 1 : value });
    assert.deepEqual([failures[0].line, valid, rest.length], [1, 1, 0]);
    assert.deepEqual(teableOAuthClient["~standard"].validate(client(), value), { value: client() });
    assert.throws(() => teableOAuthClient["~standard"].jsonSchema.input(value), { message: /^The target of a JSON Schema has to be one of: / });
    assert.throws(() => teableOAuthClient.request(client(), value), { name: "RequestError", option: "token" });
    const [issue] = schemas["teable.authentication.request"].validateField("config.issuer", "acme", value, value);
    assert.equal(issue.message, "Issuer: start the URL with https://.");
  }
  for (const firstLine of [NaN, Infinity, 0, -1, 1.5, 2 ** 32, 1e12]) assert.equal(teableOAuthClient.checkLines("{}", { firstLine }).failures[0].line, 1);
  assert.equal(teableOAuthClient.checkLines("{}", { firstLine: 2 ** 32 - 1 }).failures[0].line, 2 ** 32 - 1);
});

test("what is no text is no valid text, and no lines that are all valid", () => {
  const complaint = "JSON text: complete the text; it ends too early.";
  for (const value of [undefined, null, {}, [], 7, Promise.resolve("{}"), new Blob(["{}"])]) {
    assert.deepEqual(teableOAuthClient.safeParseText(value).issues.map(({ message }) => message), [complaint]);
    for (const partial of [false, true]) {
      const { lines, valid, failures, rest } = teableOAuthClient.checkLines(value, { partial, firstLine: 5 });
      assert.deepEqual([lines, valid, failures.map(({ line, issues }) => [line, issues[0].message]), rest.length], [1, 0, [[5, complaint]], 0]);
    }
  }
  assert.deepEqual(teableOAuthClient.checkLines("").failures, []);
  assert.deepEqual(teableOAuthClient.checkLines(new Uint8Array(0)).failures, []);
});

test("what is read many times over, or has no end, is answered soon", () => {
  const query = Array.from({ length: 20_000 }, (_, index) => `p${index}=1`).join("&");
  const endpoint = oidc();
  endpoint.config.authorizationUrl = `https://id.acme.io/authorize?state=1&${query}`;
  soon(() => {
    const { fix } = teableAuthentication.advise(endpoint).find(({ rule }) => rule === "oidc-authorize-params");
    assert.equal(fix, `https://id.acme.io/authorize?${query}`);
  });
  const wide = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, 1]));
  const fields = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`f${index}`, wide]));
  const connection = (authentication_fields, title = "Acme") => ({ data: { title, app: "4b3920d6-1d5a-4071-b837-9383dc511b80", authentication_fields } });
  assert.deepEqual(soon(() => zapierAuthentication.advise(connection(fields))), []);
  soon(() => {
    const redirectUris = Array.from({ length: 500 }, (_, index) => `https://b${index}.io/cb`);
    const advice = teableOAuthClient.advise({ name: "Acme", homepage: `https://${"a".repeat(400_000)}.io/`, redirectUris });
    assert.deepEqual(advice.map(({ rule }) => rule), ["url-too-long", "scope-none"], "a host that long is nobody's");
  });
  // What the expressions for secrets in sentences and for logins in texts could read once for each of its characters.
  for (const row of [".", "a", "a1", "\\", "/", "\\/", "é", "aA", "token ", '"', "@", ":"]) {
    const text = row.repeat(900_000 / row.length);
    for (const message of [`secret ${text}é1`, `${text} at "config.clientSecret"`]) {
      soon(() => teableAuthentication.fromServerError(400, { message: `Validation error: ${message}`, status: 400, code: "validation_error" }));
    }
    soon(() => teableAuthentication.redact({ type: "oidc", name: text, config: { clientSecret: "s3cr3t-0123456789", issuer: text } }));
    soon(() => teableAuthentication.advise({ type: "oidc", name: ` ${text}`, config: { clientSecret: "s3cr3t-0123456789", issuer: `https://a.io/${text}` } }));
  }
  const alike = Array.from({ length: 2000 }, (_, index) => `${"a".repeat(index + 8)}b`);
  soon(() => {
    const { data } = zapierAuthentication.redact(connection({ alike }, `x${"a".repeat(400_000)}`));
    assert.equal(data.title.length, 9, "what may be one of so many is masked to the end");
  });
  soon(() => {
    for (const preset of oidcPresets) {
      const entered = Object.fromEntries(preset.inputs.map(({ name }) => [name, `a${"/".repeat(200_000)}b`]));
      assert.equal(fillOidcPreset(preset, entered) === null, preset.name === "onelogin", preset.name);
    }
  });
});
