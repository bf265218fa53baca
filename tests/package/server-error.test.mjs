// The way back: what servers say, on the fields of the form.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { esm } from "./support/installed.mjs";

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

/** The pointers and messages of what a schema reads. */
const read = (schema, status, body, headers) =>
  schema.fromServerError(status, body, headers).issues.map(({ pointer, message }) => `${pointer}: ${message}`);
const sentence = (message) => ({ message: `Validation error: ${message}`, status: 400, code: "validation_error" });

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

const zapier = (pointer, more = {}) => ({ errors: [{ detail: "No.", source: { pointer }, ...more }] });

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
  for (const odd of ["-1", "1.", ".5", "1.5.2", "1,5", "1.5s", "soon", "", "99999999999999999999", {}, null, NaN, -3]) {
    assert.equal(wait(teableOAuthClient, 429, { "retry-after": odd }), undefined, String(odd));
    assert.equal(wait(zapierAuthentication, 429, { "retry-after": odd }), 60, String(odd));
  }
  assert.equal(wait(zapierAuthentication, 429), 60);
  assert.equal(wait(zapierAuthentication, 429, { "retry-after": "5" }), 5);
  assert.equal("retryAfter" in zapierAuthentication.fromServerError(400, {}, { "retry-after": "5" }), false);
});

test("what a server quotes at a secret is not repeated", () => {
  const quoted = (message, at) => teableAuthentication.fromServerError(400, sentence(`${message} at "config.${at}"`)).issues[0].message;
  assert.equal(quoted('"hunter2" is not a valid secret.', "clientSecret"), '"…" is not a valid secret.');
  assert.equal(quoted("Invalid enum value, received 'hunter2'", "appSecret"), "Invalid enum value, received '…'");
  assert.equal(quoted("It can't be blank and mustn't", "appSecret"), "It can't be blank and mustn't");
  assert.equal(quoted('"x" is taken', "clientId"), '"x" is taken');
  const [field] = zapierAuthentication.fromServerError(400, zapier("/data/authentication_fields/key", { detail: '"hunter2" is wrong.' })).issues;
  assert.equal(field.message, '"…" is wrong.');
});

/** What is said at secrets: App Secret, the client's, and a field of an app connection. */
const atSecrets = (message) => [
  ...["appSecret", "clientSecret"].map((at) => teableAuthentication.fromServerError(400, sentence(`${message} at "config.${at}"`)).issues[0].message),
  zapierAuthentication.fromServerError(400, zapier("/data/authentication_fields/key", { detail: message })).issues[0].message,
];

test("nor is what it repeats without quotes and looks like a credential", () => {
  const told = {
    "hunter2hunter2 is not a valid secret.": "\u2026 is not a valid secret.",
    "Invalid value: q7Rk2mV9sLx4": "Invalid value: \u2026",
    "Expected another secret, received s3cr3t-of-day (q7Rk2mV9).": "Expected another secret, received \u2026 (\u2026).",
    "Wrong password \u201cq7Rk2mV9\u201d, \u00abq7Rk2mV9\u00bb.": "Wrong password \u201c\u2026\u201d, \u00ab\u2026\u00bb.",
    "value=q7Rk2mV9 is expired": "\u2026 is expired",
    "Unknown secret QwbRtYuJoPasDfGhJklZ": "Unknown secret \u2026",
    "The secret 847261950382 is wrong": "The secret \u2026 is wrong",
    "The secret ключ-доступа-7к2м is wrong": "The secret \u2026 is wrong",
    "GOCSPX-a1b:def/ghi== was revoked": "\u2026 was revoked",
    "密钥 q7Rk2mV9 无效": "密钥 \u2026 无效",
    "密钥q7Rk2mV9无效。": "密钥\u2026无效。",
    [`${"abcde".repeat(8)}!`]: "\u2026!",
    q7Rk2mV9: "\u2026",
    "Invalid value: hunter2.": "Invalid value: \u2026.",
    "Expected another secret, received swordfish": "Expected another secret, received \u2026",
    'Expected "str" but got "swordfish".': 'Expected "str" but got "\u2026".',
  };
  for (const [message, expected] of Object.entries(told)) {
    for (const said of atSecrets(message)) assert.equal(said, expected, message);
  }
  for (const field of ["name", "config.appId"]) {
    assert.equal(teableAuthentication.fromServerError(400, sentence(`q7Rk2mV9 is taken at "${field}"`)).issues[0].message, "q7Rk2mV9 is taken");
  }
});

test("nor is a secret that a sentence about no field repeats", () => {
  const said = (schema, body) => schema.fromServerError(400, body).issues.map(({ pointer, message }) => [pointer, message]);
  for (const [message, expected] of [
    ['Invalid client secret "q7Rk2mV9sLx4TzW8bNf3"', 'Invalid client secret "\u2026"'],
    ["client_secret=q7Rk2mV9sLx4TzW8bNf3 is wrong", "\u2026 is wrong"],
    ["密钥 q7Rk2mV9sLx4TzW8bNf3 无效", "密钥 \u2026 无效"],
    ["Invalid accessToken: k9F2mQ7vT1xZ8wRb.", "Invalid accessToken: \u2026."],
    ["令牌“k9F2mQ7vT1xZ8wRb”无效", "令牌“\u2026”无效"],
    // What it is about stays.
    ...[
      "Invalid client secret",
      'The "oidc" provider needs a client secret; the "feishu" provider does not.',
      '"clientSecret" is required',
      "Missing fields: 'client_secret_basic', 'password'",
      "AADSTS7000215: Invalid client secret provided.",
      "OAuth2.0 client secret is invalid; HMAC-SHA256 is expected",
      "Wrong password. Reset it at https://accounts.acme.io/reset-password?lang=en1",
      "缺少字段“客户端密钥”",
    ].map((message) => [message, message]),
  ]) {
    assert.deepEqual(said(teableOAuthClient, { message, status: 400, code: "validation_error" }), [["", expected]]);
  }
  assert.deepEqual(said(zapierAuthentication, { errors: [{ detail: "Invalid API key: k9F2mQ7vT1xZ8wRb" }] }), [["", "Invalid API key: \u2026"]]);
});

test("a secret's complaint is not told at another field", () => {
  const messages = [
    `We received 'open sesame' instead at "config.clientSecret"; Required at "name"`,
    `Received 'open sesame'. at "config.clientSecret"; Required at "name"`,
    `"open sesame" is bad at "config.clientSecret"; must be set at "name"`,
    `Bad 'open sesame' at "config.appSecret"; and so on`,
  ];
  for (const message of messages) {
    const { issues } = teableAuthentication.fromServerError(400, sentence(message));
    assert.ok(!JSON.stringify(issues).includes("sesame"), JSON.stringify(issues));
  }
  assert.deepEqual(read(teableAuthentication, 400, sentence(messages[0])), ["/config/clientSecret: We received '…' instead", "/name: Required"]);
});

test("names beside a value in quotes do not give it away", () => {
  const at = (detail) => zapierAuthentication.fromServerError(400, zapier("/data/authentication_fields/password", { detail })).issues[0].message;
  for (const detail of [
    `Invalid pair ["password","swordfish"]`, `('password','swordfish')`, `"string","swordfish"`, `"password";"open swordfish"`, `{"password":"swordfish"}`,
    "received: swordfish", "Received: swordfish.", "Invalid value:swordfish", "Invalid value: swordfish (too short)", "got \u201cswordfish\u201d", "'swordfish'!", "Not \u2018swordfish\u2019",
    "Invalid value: $swordfish", "got !swordfish", "Expected text, got /sword/fish/swordfish", "The password swordfish-12 is wrong", '"string"!"swordfish"', '"password"?"swordfish"', '"password"."swordfish"',
    "Not \u201cmy\u2019swordfish word\u201d", "\u2018it\u2019s swordfish\u2019", "\u201eswordfish\u201c", "\u2039swordfish\u203a", "\u300eswordfish\u300f",
  ]) {
    assert.ok(!at(detail).includes("swordfish"), at(detail));
  }
});

test("names as long as may be are names", () => {
  const name = "a".repeat(100_000);
  const errors = [{ detail: `The field "x" or "${name}" is wrong`, source: { pointer: `/data/authentication_fields/${name}` } }];
  const [field] = zapierAuthentication.fromServerError(400, { errors }).issues;
  assert.deepEqual([field.path.at(-1), field.message], [name, "The field \u2026"]);
  const [said] = zapierAuthentication.fromServerError(400, sentence(`Not "x" at "data.authentication_fields.${name}"`)).issues;
  assert.deepEqual([said.path.at(-1), said.message], [name, 'Not "\u2026"']);
});

test("what servers say of a secret without repeating it stays as it is", () => {
  const harmless = [
    "Required", "Invalid input", "String must contain at least 1 character(s)", "String must contain at most 255 character(s)", "Expected string, received null",
    "Invalid input: expected string, received undefined", "Too small: expected string to have >=1 characters", "Too big: expected string to have <=64 characters",
    "This field is required.", "This field may not be blank.", "Ensure this field has no more than 255 characters.", "can't be blank", "It can\u2019t be empty!",
    "is too short (minimum is 8 characters)", "must NOT have fewer than 1 characters", "should not be empty", "must be longer than or equal to 8 characters",
    "Field required", "Input should be a valid string", "Invalid API key", "Invalid credentials.", "Authentication failed: the token has expired or was revoked.",
    "The client secret doesn't match the client ID.", "Not a valid token; check the key and try again.", "The subdomain does not exist at Stripe.", "Must be base64, sha256 or OAuth2 over HTTP/2.", "12345678", "invalid_authentication_key_format", "不能为空", "App Secret：请填写。", "No.",
    'Expected a dictionary of items but got type "str".', "Must match ^[A-Za-z0-9_-]{32}$", "Expected string, received object",
    "Use at least 8 characters, got 3", "Minimum value: 16.", "Invalid value: required", "Expected string, received bigint", "Use sha-256 for field_1",
    "Your API key got revoked (see Settings)", "The password got rejected (401)", "Your key got revoked.", "We received it (late)", "Expected str, got NoneType", "The \u201cstring\u201d is empty",
  ];
  for (const message of harmless) for (const said of atSecrets(message)) assert.equal(said, message);
  for (const detail of ['"api/key" is required.', "Unknown field 'api/key': see the app's fields"]) {
    assert.equal(zapierAuthentication.fromServerError(400, zapier("/data/authentication_fields/api~1key", { detail })).issues[0].message, detail);
  }
  const key = zapierAuthentication.fromServerError(400, zapier("/data/authentication_fields/api_key_2", { detail: "api_key_2 is required; x_api_key_2 is wrong" }));
  assert.equal(key.issues[0].message, "api_key_2 is required; \u2026 is wrong");
  for (const locale of ["en", "zh"]) {
    const { issues } = teableAuthentication.safeParse({ type: "oidc", config: { clientSecret: "" } }, { locale });
    const { issues: again } = teableAuthentication.safeParse({ type: "feishu", config: { appSecret: 5 } }, { locale });
    for (const list of [issues, again]) {
      const back = teableAuthentication.fromServerError(400, toProblemDetails(list)).issues;
      assert.deepEqual(back.map(({ message }) => message), list.map(({ message }) => message));
    }
  }
});

test("a long message at a secret ends before a word that may be one, and words without spaces stay", () => {
  for (const length of [1985, 1990, 1998]) {
    const message = `${"word ".repeat(400).slice(0, length - 1)} sk-live-abcdefgh12345678 is wrong`;
    for (const said of atSecrets(message)) assert.doesNotMatch(said, /sk-|abc/);
  }
  const thai = "ต้องมีความยาวอย่างน้อยแปดตัวอักษรและต้องไม่เว้นว่าง";
  for (const said of atSecrets(thai)) assert.equal(said, thai);
});

test("a quotation is not looked for in a text without end", () => {
  const message = ' "s3cr3t,'.repeat(16_000);
  const { issues } = zapierAuthentication.fromServerError(400, { errors: [{ detail: message, source: { pointer: "/data/authentication_fields/k" } }] });
  assert.deepEqual(issues.map(({ message }) => message), ["\u2026"]);
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
