// What servers say of secrets: it may hold them, and must not be shown then.
import assert from "node:assert/strict";
import { test } from "node:test";
import { esm } from "./support/installed.mjs";
import { read, sentence, zapier } from "./support/refusals.mjs";

const { teableAuthentication, teableOAuthClient, toProblemDetails, zapierAuthentication } = esm;

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
    ["GET https://acme.io/v1?api_key=k9F2mQ7vT1xZ8wRb&v=2 returned 401.", "GET https://acme.io/v1?api_key=\u2026&v=2 returned 401."],
    ["Wrong password for https://wade:k9F2mQ7v@acme.io/?p=1@2.", "Wrong password for https://\u2026@acme.io/?p=1@2."],
    ["Bad token: https://u1:p@a.io/?x=https://bob:hunterpass@b.io&sig=a%2Fb#access_token=swordfish", "Bad token: https://\u2026@a.io/?x=https://\u2026@b.io&sig=\u2026#access_token=\u2026"],
    // What it is about stays.
    ...[
      "Invalid client secret",
      'The "oidc" provider needs a client secret; the "feishu" provider does not.',
      '"clientSecret" is required',
      "Missing fields: 'client_secret_basic', 'password'",
      "AADSTS7000215: Invalid client secret provided.",
      "OAuth2.0 client secret is invalid; HMAC-SHA256 is expected",
      "Wrong password. Reset it at https://accounts.acme.io/reset-password?lang=en1",
      "No token for https://a.io/authorize?tenant=72f988bf-86f1-41af-91ab-2d7cd011db47&redirect_uri=https%3A%2F%2Facme1.io%2Fcallback",
      "See https://docs.a.io/help?article=secrets-guide2024#s=intro-section-12",
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

test("a secret's complaint is masked however a list names its place, and a sentence in a list as any other", () => {
  const secret = "Zq8canary55c14f2e9b71";
  const message = `Invalid UUID: Received "${secret}"`;
  for (const path of [["config", "appSecret"], [{ key: "config" }, { key: "appSecret" }]]) {
    const [issue] = teableAuthentication.fromServerError(400, { error: [{ path, message }] }).issues;
    assert.equal(issue.pointer, "/config/appSecret");
    assert.ok(!issue.message.includes(secret), issue.message);
  }
  const [written] = teableAuthentication.fromServerError(400, { errors: [{ path: "config.appSecret", message: `bad value ${secret}` }] }).issues;
  assert.equal(written.pointer, "/config/appSecret");
  assert.ok(!written.message.includes(secret), written.message);
  const error = [`Invalid value ${secret}`, 'Too short at "config.appSecret"'];
  assert.ok(!JSON.stringify(teableAuthentication.fromServerError(400, { error })).includes(secret));
});
