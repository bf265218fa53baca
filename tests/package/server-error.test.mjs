// The way back: what servers say, on the fields of the form.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { esm } from "./support/installed.mjs";
import { read, sentence, zapier } from "./support/refusals.mjs";

const { teableAuthentication, teableOAuthClient, toProblemDetails, zapierAuthentication } = esm;

const FORMS = {
  "teable.oauthClient": teableOAuthClient,
  "teable.authentication": teableAuthentication,
};

const cases = JSON.parse(readFileSync(new URL("../cases/server_error.json", import.meta.url), "utf8"));

test(`${cases.length} answers of servers, as values and as texts`, () => {
  assert.equal(cases.length, 17);
  for (const { server, form, http_status, response, expect } of cases) {
    const schema = server === "zapier" ? zapierAuthentication : (FORMS[form] ?? teableOAuthClient);
    for (const body of [response, JSON.stringify(response)]) {
      const { kind, issues } = schema.fromServerError(http_status, body);
      assert.deepEqual(issues.map(({ pointer }) => pointer), expect.map(({ pointer }) => pointer));
      for (const [index, wanted] of expect.entries()) {
        assert.equal(issues[index].code, "server_rejected");
        if (wanted.message) assert.equal(issues[index].message, wanted.message);
        if (wanted.kind) assert.equal(kind, wanted.kind);
      }
    }
  }
});

test("the kind follows the status, and the body where the status tells nothing", () => {
  const kinds = {
    400: "validation", 401: "session", 402: "plan", 403: "permission", 404: "not_found", 409: "conflict", 422: "validation",
    429: "throttled", 460: "plan", 500: "server", 502: "server", 503: "server", 599: "server", 0: "unknown", 302: "unknown", 418: "unknown",
  };
  for (const [status, kind] of Object.entries(kinds)) assert.equal(teableOAuthClient.fromServerError(Number(status), null).kind, kind, status);
  assert.equal(teableOAuthClient.fromServerError(0, { message: "x", status: 403 }).kind, "permission");
  assert.equal(zapierAuthentication.fromServerError(undefined, { errors: [{ status: "409" }] }).kind, "conflict");
});

test("texts may hold what parts and ends sentences", () => {
  const texts = {
    'Say "no; Maybe" at "name"': ['/name: Say "no; Maybe"'],
    'Look at "x" or "y"; Then at "homepage"': [': Look at "x" or "y"', "/homepage: Then"],
    "This doesn't do; It has to at \"name\"": [": This doesn't do", "/name: It has to"],
    "Not 'this; That' at \"name\"": ["/name: Not 'this; That'"],
    'Use HTTP or FTP at "homepage"': ["/homepage: Use HTTP or FTP"],
    "Invalid enum value. Expected 'a' | 'b', received 'x; Required at \"name\"; Y' at \"scopes[0]\"; Required at \"name\"": [
      "/scopes/0: Invalid enum value. Expected 'a' | 'b', received 'x; Required at \"name\"; Y'", "/name: Required",
    ],
    "Invalid enum value. Expected 'a', received 'x at \"that\"; Then' at \"scopes[1]\"": ["/scopes/1: Invalid enum value. Expected 'a', received 'x at \"that\"; Then'"],
    'Meet at "noon" or "later"': [': Meet at "noon" or "later"'],
    'Used at "https://a.io"; Try again at "name"; Required at "homepage"': [': Used at "https://a.io"', "/name: Try again", "/homepage: Required"],
    'Invalid url at "homepage"; must be lower case at "name"': ['/name: Invalid url at "homepage"; must be lower case'],
    'Invalid literal value, expected "feishu" at "config.appId", or Required at "config.clientId"; Required at "name"': [
      '/config/appId: Invalid literal value, expected "feishu"', "/config/clientId: Required", "/name: Required",
    ],
    'Invalid input at "config.appId" or Invalid input at "config.issuer"': ["/config/appId: Invalid input", "/config/issuer: Invalid input"],
    "Unrecognized key(s) in object: 'a; B at \"x'": [": Unrecognized key(s) in object: 'a; B at \"x'"],
    '必填 at "name"; 网址无效 at "homepage"': ["/name: 必填", "/homepage: 网址无效"],
  };
  for (const [text, expected] of Object.entries(texts)) {
    const schema = text.includes("config") ? teableAuthentication : teableOAuthClient;
    assert.deepEqual(read(schema, 400, sentence(text)), expected, text);
  }
});

test("what names no place is a complaint of its own, wherever it stands", () => {
  const texts = {
    'Root problem; Taken at "name"': [": Root problem", "/name: Taken"],
    "Required; Invalid url": [": Required", ": Invalid url"],
    "Required at \"name\"; Unrecognized key(s) in object: 'foo'; Invalid url at \"homepage\"": ["/name: Required", ": Unrecognized key(s) in object: 'foo'", "/homepage: Invalid url"],
    'Required at "name"; Root problem': ["/name: Required", ": Root problem"],
    'something lower; Case split at "name"': [": something lower", "/name: Case split"],
    'Expected object, received string, or Required at "name"': [": Expected object, received string", "/name: Required"],
    'Invalid input: expected object, received string or Invalid input: expected string, received undefined at "name"': [
      ": Invalid input: expected object, received string", "/name: Invalid input: expected string, received undefined",
    ],
    'Invalid input at "name"; Unrecognized keys: "foo", "homepage" or Invalid URL at "homepage"; Unrecognized key: "foo"': [
      "/name: Invalid input", ': Unrecognized keys: "foo", "homepage"', "/homepage: Invalid URL", ': Unrecognized key: "foo"',
    ],
  };
  for (const [text, expected] of Object.entries(texts)) assert.deepEqual(read(teableOAuthClient, 400, sentence(text)), expected, text);
  assert.equal(teableOAuthClient.fromServerError(400, sentence('x "; Y "'.repeat(10_000))).issues.length, 1);
});

test("odd keys are keys, and what a body does not have is placed as near as can be", () => {
  const [odd] = zapierAuthentication.fromServerError(400, sentence('Required at "data.authentication_fields["a\\"b.c"]"')).issues;
  assert.deepEqual([odd.path, odd.pointer], [["data", "authentication_fields", 'a"b.c'], '/data/authentication_fields/a"b.c']);
  // A single key is not quoted, nor is one with a letter and no quotation mark.
  for (const key of ["a b", "a/b", 'a"b', "1a", "0", "name ", "x-y", "é", "["]) {
    const issues = teableOAuthClient.fromServerError(400, sentence(`Invalid url at "homepage"; Required at "${key}"; Required at "name"`)).issues;
    assert.deepEqual(issues.map(({ pointer, message }) => `${pointer}: ${message}`), ["/homepage: Invalid url", ": Required", "/name: Required"], key);
    assert.equal(issues[1].params.named, `/${key.replaceAll("/", "~1")}`);
  }
  for (const [path, pointer, named] of [
    ["redirectUris[0].a b", "/redirectUris/0", "/redirectUris/0/a b"], ["redirectUris.1", "/redirectUris/1"], ['["a\\"b"].c', "", '/a"b/c'], ['["a\\\\"b"].c', "", '/a\\"b/c'], ['zz["1"]["2"][3]', "", "/zz/1/2/3"],
  ]) {
    const [issue] = teableOAuthClient.fromServerError(400, sentence(`Required at "${path}"`)).issues;
    assert.deepEqual([issue.pointer, issue.message, issue.params?.named], [pointer, "Required", named], path);
  }
  const [near] = teableAuthentication.fromServerError(400, sentence('Bad at "config.extra.deep"')).issues;
  assert.deepEqual([near.pointer, near.params], ["/config", { named: "/config/extra/deep" }]);
  const [far] = teableAuthentication.fromServerError(400, sentence('Bad at "organizationId"')).issues;
  assert.deepEqual([far.pointer, far.params], ["", { named: "/organizationId" }]);
  const [row] = teableOAuthClient.fromServerError(400, sentence('Bad at "redirectUris[12]"')).issues;
  assert.deepEqual(row.path, ["redirectUris", 12]);
});

test("pointers: exact, below data, the longest known part, the form", () => {
  const pointers = {
    "/data/title": "/data/title", "/title": "/data/title", "data/title": "/data/title",
    "/data/authentication_fields/api~1key": "/data/authentication_fields/api~1key",
    "/authentication_fields/a~0b": "/data/authentication_fields/a~0b",
    "/data/authentication_fields/a/b": "/data/authentication_fields/a", "/authentication_fields/a/b": "/data/authentication_fields/a",
    "/data/attributes/first-name": "/data", "/actions": "", "": "", "/": "",
  };
  for (const [pointer, expected] of Object.entries(pointers)) {
    assert.equal(zapierAuthentication.fromServerError(400, zapier(pointer)).issues[0].pointer, expected, pointer);
  }
});

test("an error that only tells a place is told there, in words of our own", () => {
  const refused = "The server refused the request.";
  const said = (errors) => read(zapierAuthentication, 422, { errors });
  assert.deepEqual(said([{ source: { pointer: "/data/title" } }]), [`/data/title: ${refused}`]);
  assert.deepEqual(said([{ title: "No." }, { title: " ", source: { pointer: "/app" } }, {}]), [": No.", `/data/app: ${refused}`]);
  assert.deepEqual(said([{}, { source: { pointer: "" } }, { source: null }]), [`: ${refused}`]);
});

test("problem details, in both styles of pointers, and our own come back as they were", () => {
  const problem = (pointer) => ({ type: "about:blank", title: "Bad", status: 422, errors: [{ detail: "No.", pointer }] });
  assert.deepEqual(read(teableAuthentication, 422, problem("#/config/appId")), ["/config/appId: No."]);
  assert.deepEqual(read(teableAuthentication, 422, problem("/config/appId")), ["/config/appId: No."]);
  assert.deepEqual(read(zapierAuthentication, 422, problem("#/data/authentication_fields/a%20b")), ["/data/authentication_fields/a b: No."]);
  assert.deepEqual(read(teableAuthentication, 422, problem("#/%E0%A4%A")), [": No."]);
  assert.deepEqual(read(teableAuthentication, 403, { type: "about:blank", title: "Forbidden", detail: "Not you." }), [": Not you."]);
  const { issues } = teableAuthentication.safeParse({ type: "oidc", config: { clientId: "", issuer: "x" } });
  const back = teableAuthentication.fromServerError(400, JSON.stringify(toProblemDetails(issues))).issues;
  assert.deepEqual(back.map(({ pointer, message }) => [pointer, message]), issues.map(({ pointer, message }) => [pointer, message]));
});

test("pages of proxies, empty bodies and failed networks are told in words of our own", () => {
  const fallback = (status, body) => {
    const { issues } = teableOAuthClient.fromServerError(status, body);
    assert.equal(issues.length, 1);
    assert.deepEqual([issues[0].path, issues[0].pointer], [[], ""]);
    return issues[0].message;
  };
  const known = fallback(502, undefined);
  assert.match(known, /server has a problem/);
  for (const body of ["<html><h1>502 Bad Gateway</h1></html>", " <!doctype html>", "", "  ", null, {}, [], "{broken", "[1,", "x".repeat(5000), 7, true, "7", "null", { message: "<!DOCTYPE html><p>502</p>" }, { message: "<h1>502</h1>" }, { errors: [{ detail: " <html><body>502" }] }, { errors: ["<!DOCTYPE html><p>502"] }]) {
    assert.equal(fallback(502, body), known);
  }
  assert.match(fallback(0, new TypeError("Failed to fetch")), /could not be reached/);
  for (const body of ["upstream connect error", '"upstream connect error"', '\ufeff{"message":"upstream connect error"}']) assert.equal(fallback(503, body), "upstream connect error");
  assert.match(teableOAuthClient.fromServerError(502, "", undefined, { locale: "zh-CN" }).issues[0].message, /服务器/);
});

test("a status that nobody knows is a refusal, or no answer", () => {
  for (const status of [405, 413, 418, "451"]) assert.deepEqual(read(teableOAuthClient, status, ""), [": The server refused the request."], status);
  for (const status of [0, 302, "x", undefined]) {
    assert.deepEqual(read(teableOAuthClient, status, ""), [": The server could not be reached, or its answer could not be understood."], status);
  }
});

test("what a parser shows of the body is left out, and its words stay", () => {
  const words = {
    'Unexpected token \'q\', ..."ecret": q7Rk2mV9"... is not valid JSON': "Unexpected token 'q', \u2026 is not valid JSON",
    'Unexpected token \'q\', "{"a":q7"Rk}" is not valid JSON': "Unexpected token 'q', \u2026 is not valid JSON",
    "Unexpected token } in JSON at position 12": "Unexpected token } in JSON at position 12",
    "Expected ',' or '}' after property value in JSON at position 9": "Expected ',' or '}' after property value in JSON at position 9",
  };
  for (const [message, expected] of Object.entries(words)) assert.deepEqual(read(teableAuthentication, 400, { message }), [`: ${expected}`]);
});

test("lists of messages are told, what branches say twice is told once", () => {
  assert.deepEqual(read(teableOAuthClient, 400, { message: ["homepage must be a URL", 5, "name is empty"], error: "Bad Request" }), [": homepage must be a URL; name is empty"]);
  assert.deepEqual(read(teableOAuthClient, 400, { message: [], error: "Bad Request" }), [": Bad Request"]);
  assert.deepEqual(read(teableOAuthClient, 401, { error: "invalid_token", error_description: "The access token expired" }), [": The access token expired"]);
  const twice = 'Expected object, received null at "config", or Expected object, received null at "config"; Required at "config"';
  assert.deepEqual(read(teableAuthentication, 400, sentence(twice)), ["/config: Expected object, received null", "/config: Required"]);
});

test("what stands before a secret's complaint is taken for a part of it", () => {
  const told = read(teableAuthentication, 400, sentence('Bad value Server=db1; Password=Hunter22xyz; Encrypt=True at "config.clientSecret"'));
  assert.deepEqual(told, [": Bad value \u2026", ": \u2026", "/config/clientSecret: Encrypt=True"]);
  assert.deepEqual(read(teableAuthentication, 400, sentence('Wrong secret "hunter2abc9"; Tail at "config.clientSecret"'))[0], ': Wrong secret "\u2026"');
  const source = 'Unexpected token \'q\', ..."tSecret": q7Rk2mV9sL"... is not valid JSON';
  for (const body of [{ errors: [{ detail: source }] }, { errors: [source] }, sentence(source)]) {
    assert.deepEqual(read(teableAuthentication, 400, body), [": Unexpected token 'q', \u2026 is not valid JSON"]);
  }
});

test("errors of a list stand for themselves: a secret's does not mask another", () => {
  const errors = [{ detail: 'No app "CRM" here.' }, { detail: "Wrong.", source: { pointer: "/data/authentication_fields/key" } }];
  assert.deepEqual(read(zapierAuthentication, 400, { errors }), [': No app "CRM" here.', "/data/authentication_fields/key: Wrong."]);
});

test("complaints about places that the form does not have are told each; blank ones are none, and a hundred are enough", () => {
  const places = (issues) => issues.map(({ params }) => params?.named);
  const { issues } = teableOAuthClient.fromServerError(400, sentence('Required at "foo"; Required at "bar"; Required at "foo"'));
  assert.deepEqual(places(issues), ["/foo", "/bar"]);
  const zapier = zapierAuthentication.fromServerError(400, { errors: [{ detail: "No.", source: { pointer: "/data/foo" } }, { detail: "No.", source: { pointer: "/data/bar" } }] });
  assert.deepEqual(places(zapier.issues), ["/data/foo", "/data/bar"]);
  assert.deepEqual(read(teableOAuthClient, 400, { message: ["", " "] }), [": The server refused the request."]);
  assert.deepEqual(read(zapierAuthentication, 400, { errors: [{ detail: ["", ""], title: "T" }] }), [": T"]);
  const listed = zapierAuthentication.fromServerError(400, { errors: [{ detail: "m", source: { pointer: ["data", "title"] } }] });
  assert.deepEqual(places(listed.issues), [undefined], "a pointer is no list");
  const many = teableOAuthClient.fromServerError(400, sentence(Array.from({ length: 300 }, (_, index) => `Odd ${index} at "name"`).join("; ")));
  assert.equal(many.issues.length, 101);
});

test("a server of one's own may answer with issues, as prevet, zod and Standard Schema have them", () => {
  const body = { name: "", homepage: "x", redirectUris: ["y"] };
  const { issues } = teableOAuthClient.safeParse(body);
  const told = issues.map(({ pointer, message }) => `${pointer}: ${message}`);
  assert.deepEqual(read(teableOAuthClient, 422, { issues }), told);
  // As Hono's validator of a Standard Schema answers; what else is called so is a text.
  assert.deepEqual(read(teableOAuthClient, 400, { data: body, error: issues, success: false }), told);
  assert.deepEqual(read(teableOAuthClient, 400, { errors: [], issues: null, error: issues }), told);
  const sentences = ['Validation error: Invalid url at "redirectUris[0]"; Taken at "name"'];
  assert.deepEqual(read(teableOAuthClient, 400, { error: sentences }), ["/redirectUris/0: Invalid url", "/name: Taken"]);
  assert.deepEqual(read(teableOAuthClient, 400, { message: 'Validation error: Taken at "name"', error: ["Bad Request"] }), ["/name: Taken"]);
  assert.deepEqual(read(teableOAuthClient, 422, JSON.stringify({ success: false, issues: issues.map(({ path, message }) => ({ path, message })) })), told);
  assert.deepEqual(read(teableOAuthClient, 422, { issues: [{ path: [], message: "No." }, { path: ["name", null, {}], message: "Taken." }] }), [": No.", "/name: Taken."]);
});

test("the wait comes from the header in any of its forms, else from what is known of the server", () => {
  const wait = (schema, status, headers) => schema.fromServerError(status, {}, headers).retryAfter;
  assert.equal(wait(teableOAuthClient, 429, new Headers({ "Retry-After": "7" })), 7);
  assert.equal(wait(teableOAuthClient, 429, { "RETRY-AFTER": "7" }), 7);
  assert.equal(wait(teableOAuthClient, 429, { "retry-after": ["9"] }), 9);
  assert.equal(wait(teableOAuthClient, 429, [["Date", "x"], ["Retry-After", "8"]]), 8);
  assert.equal(wait(teableOAuthClient, 503, new Map([["retry-after", 0]])), 0);
  const soon = wait(teableOAuthClient, 429, { "retry-after": new Date(Date.now() + 90_000).toUTCString() });
  assert.ok(soon >= 88 && soon <= 91, `${soon}`);
  assert.equal(wait(teableOAuthClient, 429, { "retry-after": "Wed, 21 Oct 2015 07:28:00 GMT" }), 0);
  // No standard has fractions; a server that sends one is not asked again too early.
  for (const [sent, seconds] of [["1.5", 2], [" 0.2 ", 1], ["7.0", 7], [1.5, 2]]) assert.equal(wait(zapierAuthentication, 429, { "retry-after": sent }), seconds, sent);
  for (const odd of ["-1", "1.", ".5", "1.5.2", "1,5", "1.5s", "soon", "in 5 minutes", "month 5", "Satisfied 5", "x 2099-01-01", "", "99999999999999999999", {}, null, NaN, -3]) {
    assert.equal(wait(teableOAuthClient, 429, { "retry-after": odd }), undefined, String(odd));
    assert.equal(wait(zapierAuthentication, 429, { "retry-after": odd }), 60, String(odd));
  }
  assert.equal(wait(zapierAuthentication, 429), 60);
  assert.equal(wait(zapierAuthentication, 429, { "retry-after": "5" }), 5);
  assert.equal("retryAfter" in zapierAuthentication.fromServerError(400, {}, { "retry-after": "5" }), false);
});

test("a prefix without a complaint is told in words of our own", () => {
  for (const message of ["Validation error", "Validation error: "]) {
    const { issues } = teableOAuthClient.fromServerError(400, { message, status: 400, code: "validation_error" });
    assert.equal(issues.length, 1);
    assert.ok(issues[0].message.length > 10, message);
  }
});

test("whatever is given, there is an answer with at least one issue", () => {
  const throwing = () => { throw new Error("no"); };
  const every = Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((name) => [name, throwing]));
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  const cycle = { errors: [] };
  cycle.errors.push(cycle);
  const values = [
    undefined, null, 0, NaN, 1n, Symbol("x"), throwing, "", "x", [], {}, cycle, proxy, new Proxy({}, every), new Proxy([], every), new Proxy(throwing, every),
    { errors: proxy }, { errors: [proxy, new Proxy({}, every), null, 1, "text"] }, { get errors() { return throwing(); }, get message() { return throwing(); } },
    { errors: new Proxy([], { get: (target, key) => (key === "length" ? 2 ** 53 : undefined) }) }, { errors: [{ detail: {}, source: { pointer: 5 } }] },
    { message: 1 }, { toString: throwing, valueOf: throwing, message: { toString: throwing } }, Object.create(null), new Date(NaN), new Map(), new Error("x"),
    { message: `Validation error: ${'A"; '.repeat(50_000)}` }, { message: `Validation error: ${' at "'.repeat(50_000)}` }, `[${"[".repeat(100_000)}`,
    { errors: Array.from({ length: 100_000 }, () => ({ detail: "x", pointer: "/".repeat(50) })) }, { message: `Validation error: x at "${"a.".repeat(20_000)}a"` },
  ];
  for (const schema of [teableAuthentication, teableOAuthClient, zapierAuthentication]) {
    for (const one of values) {
      for (const [status, body, headers, options] of [[400, one], [one, one, one, one], [429, {}, one], [500, "", undefined, { locale: one }]]) {
        const { kind, issues } = schema.fromServerError(status, body, headers, options);
        assert.equal(typeof kind, "string");
        assert.ok(issues.length >= 1 && issues.length <= 20_000);
        for (const { message, pointer } of issues) assert.ok(message.length > 0 && message.length <= 4001 && typeof pointer === "string");
      }
    }
  }
});
