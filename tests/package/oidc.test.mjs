// OpenID Connect: discovery URLs and documents by the shared cases, and presets of providers.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { esm } from "./support/installed.mjs";

const { fillOidcPreset, fromOidcDiscovery, oidcDiscoveryUrl, oidcHints, oidcPresets, teableAuthentication } = esm;
const cases = JSON.parse(readFileSync(new URL("../cases/advice/discovery.json", import.meta.url), "utf8"));
const DOCUMENT = cases.find(({ kind }) => kind === "document").document;
const codes = ({ problems }) => problems.map(({ code }) => code);

test("there are 11 cases", () => assert.equal(cases.length, 11));

for (const one of cases) {
  if (one.kind === "url") {
    test(`the discovery URL of ${one.input}`, () => assert.equal(oidcDiscoveryUrl(one.input), one.discovery_url));
    continue;
  }
  test(`a document for ${one.typed_issuer}: ${one.expect.problems.join() || "fine"}`, () => {
    const ways = typeof one.document === "string" ? [one.document] : [one.document, JSON.stringify(one.document), `\ufeff${JSON.stringify(one.document)}`];
    for (const document of ways) {
      const found = fromOidcDiscovery(one.typed_issuer, document);
      assert.deepEqual([found.prefill, codes(found)], [one.expect.prefill, one.expect.problems]);
      for (const { message } of found.problems) assert.match(message, /^[A-Z][\w ]+: .*\.$/);
    }
  });
}

test("problems are told in the language of the call", () => {
  const [problem] = fromOidcDiscovery("", "<html>", { locale: "zh-CN" }).problems;
  assert.deepEqual(problem, { code: "not-json", message: "发现文档：请使用提供方给出的 JSON 文本。" });
});

test("what is no issuer has no discovery URL, and what is no document fills nothing in; nothing throws", () => {
  const throwing = () => { throw new Error("mine"); };
  const hostile = [undefined, null, 5, 1n, Symbol("x"), () => {}, [], [DOCUMENT], "", "[]", "{", "null", "\ud800", new Proxy({}, { ownKeys: throwing }), new Proxy({}, { get: throwing })];
  for (const value of hostile) {
    if (typeof value !== "string") assert.equal(oidcDiscoveryUrl(value), null);
    const found = fromOidcDiscovery("https://a.io", value);
    assert.equal(found.prefill, null);
    assert.ok(["not-json", "issuer-missing"].includes(codes(found)[0]), codes(found).join());
    assert.ok(fromOidcDiscovery(value, DOCUMENT).problems);
  }
});

test("of a document's object nothing is called, and own members count only", () => {
  const document = Object.assign(Object.create({ issuer: "https://evil.io" }), DOCUMENT, { toJSON: () => assert.fail("called"), jwks_uri: { toJSON: () => assert.fail("called") } });
  Object.defineProperty(document, "extra", { enumerable: true, get: () => { throw new Error("mine"); } });
  assert.deepEqual(fromOidcDiscovery(DOCUMENT.issuer, document), fromOidcDiscovery(DOCUMENT.issuer, DOCUMENT));
});

test("each preset asks for its inputs and gives four URLs that make a valid body, free of advice on them", () => {
  assert.equal(oidcPresets.length, 9);
  for (const preset of oidcPresets) {
    const inputs = Object.fromEntries(preset.inputs.map(({ name, placeholder }) => [name, ` ${placeholder} `]));
    const urls = fillOidcPreset(preset, inputs);
    assert.deepEqual(Object.keys(urls), ["issuer", "authorizationUrl", "tokenUrl", "userInfoUrl"]);
    for (const url of Object.values(urls)) assert.doesNotMatch(url, /[{}\s]/);
    const body = { type: "oidc", name: "SSO", config: { clientId: "a", clientSecret: "q7Rk2mV9sLx4TzW8bNf3", ...urls } };
    assert.deepEqual(teableAuthentication.advise(body).filter(({ path }) => /issuer|Url/.test(path.at(-1))), [], preset.name);
    for (const { label, help } of preset.inputs) assert.ok(label.en && label.zh && help.en && help.zh);
    assert.ok(preset.label.zh && preset.note.zh && Object.isFrozen(preset) && Object.isFrozen(preset.inputs));
  }
});

test("a preset is filled by name, with defaults, and not with something missing", () => {
  const [google, entra] = oidcPresets;
  assert.equal(fillOidcPreset(google).issuer, "https://accounts.google.com");
  assert.equal(fillOidcPreset(entra), null);
  assert.equal(fillOidcPreset(entra, { tenant: " " }), null);
  assert.equal(fillOidcPreset(entra, { tenant: "$&" }).issuer, "https://login.microsoftonline.com/$&/v2.0");
  const gitlab = oidcPresets.find(({ name }) => name === "gitlab");
  assert.equal(fillOidcPreset(gitlab).tokenUrl, "https://gitlab.com/oauth/token");
  assert.equal(fillOidcPreset(gitlab, { domain: "git.acme.io" }).tokenUrl, "https://git.acme.io/oauth/token");
  assert.equal(fillOidcPreset(gitlab, Object.create({ domain: "evil.io" })).issuer, "https://gitlab.com");
});

test("what would make no address, or that of another host, gives null", () => {
  const preset = (wanted) => oidcPresets.find(({ name }) => name === wanted);
  for (const [name, inputs] of [
    ["onelogin", { subdomain: "evil.io/x" }], ["onelogin", { subdomain: "a@b" }], ["onelogin", { subdomain: "a b" }], ["onelogin", { subdomain: "evil.io\\" }],
    ["okta", { domain: "a b" }], ["okta", { domain: "<domain>" }], ["okta", { domain: "{domain}" }], ["okta", { domain: "u:p@a.io" }],
    ["okta", { domain: "@okta.com" }], ["okta", { domain: "acme%2eokta.com" }], ["okta", { domain: "ac\u200bme.okta.com" }], ["okta", { domain: "acme.okta.com/../.." }], ["gitlab", { domain: "acme.io/%2e%2e/x" }], ["gitlab", { domain: "acme.io/\u202e" }],
    ["keycloak", { base: "https://k.io/a/../../b", realm: "r" }],
    ["auth0", { domain: "acme.auth0.com:x" }], ["keycloak", { base: "ftp://x", realm: "r" }], ["keycloak", { base: "javascript:alert(1)", realm: "r" }],
    // A whole address where a part of one belongs.
    ["entra", { tenant: "https://login.microsoftonline.com/8f3a1c52-9b7e-4d06-a1f4-2c5e7d9b0a36/v2.0" }], ["keycloak", { base: "https://k.io", realm: "https://k.io/realms/r" }],
    ["keycloak", { base: "https://k.io/a b", realm: "r" }], ["keycloak", { base: "https://u:p@k.io", realm: "r" }],
  ]) {
    assert.ok(preset(name).inputs.some((input) => input.name in inputs), name);
    assert.equal(fillOidcPreset(preset(name), inputs), null, JSON.stringify(inputs));
  }
  // A preset of one's own may be written in any way.
  for (const [name, inputs] of [
    ["keycloak", { base: "https://k.io/a//b%20c", realm: "r" }], ["okta", { domain: "نامه\u200cای.com" }], ["gitlab", { domain: "acme.io:8443/git lab".replace(" ", "") }],
    ["keycloak", { base: "http://[::1]:8080/auth/", realm: "a b@c" }],
  ]) {
    assert.ok(fillOidcPreset(preset(name), inputs), JSON.stringify(inputs));
  }
  for (const host of ["{d}.Acme.io", "{d}.auth.{d}.acme.io", "{d}.bücher.de", "{d}.acme.io:443", "login.{d}.acme.io"]) {
    const own = Object.fromEntries(["issuer", "authorizationUrl", "tokenUrl", "userInfoUrl"].map((name) => [name, `https://${host}/x`]));
    assert.equal(fillOidcPreset({ ...own, inputs: [{ name: "d" }] }, { d: "a" }).issuer, `https://${host.replaceAll("{d}", "a")}/x`);
    assert.equal(fillOidcPreset({ ...own, inputs: [{ name: "d" }] }, { d: "evil.io/" + "x" }), null);
  }
  assert.equal(fillOidcPreset(preset("okta"), { domain: "Bücher.de:8443" }).issuer, "https://Bücher.de:8443");
});

test("what people copy along with an address does not get into the URLs", () => {
  const [okta, keycloak] = ["okta", "keycloak"].map((wanted) => oidcPresets.find(({ name }) => name === wanted));
  assert.equal(fillOidcPreset(okta, { domain: " https://acme.okta.com/ " }).issuer, "https://acme.okta.com");
  assert.equal(fillOidcPreset(keycloak, { base: "https://id.acme.io/", realm: "main" }).issuer, "https://id.acme.io/realms/main");
  assert.equal(fillOidcPreset(okta, { domain: "https://" }), null);
  const custom = oidcPresets.find(({ name }) => name === "okta-custom");
  assert.equal(fillOidcPreset(custom, { domain: "acme.okta.com", server: " " }).issuer, "https://acme.okta.com/oauth2/default");
  for (const server of ["..", ".", "%2e.", "\ud800"]) assert.equal(fillOidcPreset(custom, { domain: "acme.okta.com", server }), null, server);
  assert.equal(fillOidcPreset(keycloak, { base: "id.acme.io", realm: "/main/" }).issuer, "https://id.acme.io/realms/main");
  assert.equal(fillOidcPreset(keycloak, { base: "http://localhost:8080", realm: "main" }).issuer, "http://localhost:8080/realms/main");
  assert.equal(fillOidcPreset(keycloak, { base: " / ", realm: "main" }), null);
});

test("what the template has already is not there twice, be it a host, an issuer or an endpoint", () => {
  const fill = (wanted, inputs) => fillOidcPreset(oidcPresets.find(({ name }) => name === wanted), inputs);
  for (const subdomain of ["acme", "acme.onelogin.com", "https://Acme.OneLogin.com/", "https://acme.onelogin.com/oidc/2", "acme.onelogin.com/portal?x#y"]) {
    assert.equal(fill("onelogin", { subdomain }).tokenUrl.toLowerCase(), "https://acme.onelogin.com/oidc/2/token", subdomain);
  }
  assert.equal(fill("onelogin", { subdomain: "https://acme.us.onelogin.com" }).issuer, "https://acme.us.onelogin.com/oidc/2");
  assert.equal(fill("onelogin", { subdomain: ".onelogin.com" }), null);
  for (const domain of ["acme.okta.com", "https://acme.okta.com/oauth2/default", "https://acme.okta.com/oauth2/v1/authorize", "https://acme.okta.com?x", "https://acme.okta.com/.well-known/openid-configuration"]) {
    assert.equal(fill("okta", { domain }).issuer, "https://acme.okta.com", domain);
    assert.equal(fill("okta-custom", { domain }).issuer, "https://acme.okta.com/oauth2/default", domain);
  }
  assert.equal(fill("auth0", { domain: "https://acme.eu.auth0.com/authorize" }).issuer, "https://acme.eu.auth0.com/");
  assert.equal(fill("authentik", { domain: "https://id.acme.io/application/o/teable/", slug: "teable" }).issuer, "https://id.acme.io/application/o/teable/");
  assert.equal(fill("gitlab", { domain: "https://acme.io/gitlab/oauth/token" }).issuer, "https://acme.io/gitlab");
  assert.equal(fill("keycloak", { base: "http://localhost:8080/auth/realms/main/", realm: "main" }).issuer, "http://localhost:8080/auth/realms/main");
  assert.equal(fill("keycloak", { base: "https://realms.acme.io", realm: "main" }).issuer, "https://realms.acme.io/realms/main");
  assert.equal(fill("keycloak", { base: "https:///realms/main", realm: "main" }), null);
});

test("an input that is a part of a path is percent-encoded as such", () => {
  const [entra, keycloak, authentik] = ["entra", "keycloak", "authentik"].map((wanted) => oidcPresets.find(({ name }) => name === wanted));
  const realm = (entered) => fillOidcPreset(keycloak, { base: "https://id.acme.io", realm: entered })?.issuer.slice("https://id.acme.io/realms/".length);
  const parts = { "a b": "a%20b", "a/b": "a%2Fb", "a?b#c": "a%3Fb%23c", "中文": "%E4%B8%AD%E6%96%87", "my%20realm": "my%20realm", "100%": "100%25", "$&+,;=:@!'()*~-._": "$&+,;=:@!'()*~-._", "..": undefined, "%2E.": undefined, "\ud800": undefined, "a\\b": "a%5Cb", "{realm}": "%7Brealm%7D" };
  for (const [entered, expected] of Object.entries(parts)) assert.equal(realm(entered), expected, entered);
  assert.equal(fillOidcPreset(entra, { tenant: "a/b" }).tokenUrl, "https://login.microsoftonline.com/a%2Fb/oauth2/v2.0/token");
  assert.equal(fillOidcPreset(authentik, { domain: "id.acme.io", slug: "x y" }).issuer, "https://id.acme.io/application/o/x%20y/");
});

test("Feishu is a hint to the other type, which the form has", () => {
  const types = teableAuthentication.fields.find(({ name }) => name === "type").options;
  for (const { useType, label, note } of oidcHints) assert.ok(types.includes(useType) && label.zh && note.zh);
  assert.deepEqual(oidcHints.map(({ name }) => name), ["feishu"]);
});
