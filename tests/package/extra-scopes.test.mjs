// Scopes that newer servers know: a caller names them, and the others are checked as ever.
import assert from "node:assert/strict";
import { test } from "node:test";

import { client, feishu, found } from "./support/bodies.mjs";
import { esm } from "./support/installed.mjs";
import { soon } from "./support/soon.mjs";

const { OAUTH_SCOPES, teableAuthentication, teableOAuthClient: schema } = esm;

const options = { extraScopes: ["base|read", "space|invite"] };
const newer = { ...client(), scopes: ["base|read", "table|read", "base|read", "space|invite"] };
const data = { ...newer, scopes: ["base|read", "table|read", "space|invite"] };
const wrong = { ...newer, scopes: ["base|read", "base|raed", "table|raed"] };
const text = (body) => JSON.stringify(body);

test("advice counts them as scopes", () => {
  const rules = (scopes) => {
    const { advice } = schema.build({ ...client(), scopes }, { extraScopes: ["base|delete"] });
    return advice.filter(({ pointer }) => pointer === "/scopes").map(({ rule }) => rule);
  };
  assert.deepEqual(rules([]), ["scope-none"]);
  assert.deepEqual(rules(["base|delete"]), ["scope-destructive"]);
});

test("without the option they are issues, as ever", () => {
  assert.deepEqual(found(schema.safeParse(newer)), ["/scopes/0 invalid_option", "/scopes/2 invalid_option", "/scopes/3 invalid_option"]);
});

test("every check takes them, as values and as text, and drops repeated ones", () => {
  assert.deepEqual(schema.safeParse(newer, options), { success: true, data });
  assert.deepEqual(schema.parse(newer, options), data);
  assert.equal(schema.is(newer, options), true);
  assert.deepEqual(schema.safeParseText(text(newer), options), { success: true, data });
  assert.equal(schema.isText(text(newer), options), true);
  assert.equal(schema.checkLines(`${text(newer)}\n${text(wrong)}`, options).valid, 1);
  assert.deepEqual(schema.validateField("scopes[0]", "base|read", undefined, options), []);
  assert.deepEqual(schema["~standard"].validate(newer, { libraryOptions: options }), { value: data });
  assert.deepEqual(schema.build({ ...newer, scopes: newer.scopes.join("\n") }, options).payload, data);
});

test("what is neither known nor named is refused; those named are listed behind the known ones, and suggested", () => {
  const allowed = [...OAUTH_SCOPES, ...options.extraScopes];
  for (const result of [schema.safeParse(wrong, options), schema.safeParseText(text(wrong), options), schema.checkLines(text(wrong), options).failures[0]]) {
    assert.deepEqual(result.issues.map(({ pointer, params }) => [pointer, params]), [
      ["/scopes/1", { allowed, suggestion: "base|read" }],
      ["/scopes/2", { allowed, suggestion: "table|read" }],
    ]);
    assert.equal(result.issues[0].message, "Scope 2: choose a listed value. Did you mean base|read?");
  }
  assert.equal(schema.safeParse(wrong, { ...options, locale: "zh" }).issues[0].message, "权限 2：请选择列表中的值。是否想填 base|read？");
  assert.deepEqual(found(schema.safeParse(newer)).length, 3, "one call's scopes are not the next one's");
  assert.deepEqual(schema.safeParse(wrong).issues[0].params, { allowed: [...OAUTH_SCOPES] });
});

test("a near miss of a scope of the caller's own suggests it, whatever the calls before were told", () => {
  const suggested = (scope, ...extraScopes) =>
    schema.validateField("scopes[0]", scope, undefined, { extraScopes }).map(({ params, message }) => [params.suggestion, params.allowed.slice(28), message.split(". ")[1]]);
  for (let round = 0; round < 2; round++) {
    assert.deepEqual(suggested("user|email_writ", "user|email_write"), [["user|email_write", ["user|email_write"], "Did you mean user|email_write?"]]);
    assert.deepEqual(suggested("user|email_writ", "base|read"), [[undefined, ["base|read"], undefined]]);
    assert.deepEqual(suggested("base|raed", "table|read", "base|read", "base|read"), [["base|read", ["base|read"], "Did you mean base|read?"]]);
    assert.deepEqual(suggested("user|email_writ"), [[undefined, [], undefined]]);
  }
});

/** Whether each way to check a body takes a scope. */
const verdicts = (scope, extraScopes) => {
  const body = { ...client(), scopes: [scope] };
  const classed = { ...client(), scopes: Object.setPrototypeOf([scope], class Scopes extends Array {}.prototype) };
  const bytes = new TextEncoder().encode(text(body));
  return [
    schema.is(body, { extraScopes }), schema.is(classed, { extraScopes }), schema.safeParse(body, { extraScopes }).success,
    schema.isText(text(body), { extraScopes }), schema.isText(bytes, { extraScopes }), schema.safeParseText(bytes, { extraScopes }).success,
    schema.checkLines(text(body), { extraScopes }).valid === 1, schema[scope.trim() ? "build" : "safeParse"](body, { extraScopes }).success,
    schema.validateField("scopes[0]", scope, undefined, { extraScopes }).length === 0,
  ];
};
const all = (verdict) => (one) => one === verdict;

test("a scope is a scope from its first character to its last, as a value, as text and as bytes", () => {
  const long = "x".repeat(300);
  const scopes = ["", "a\nb", "\n", "a\rb", "a\0b", "\u0001", "\"\\", "b\u00e4se|read", "\u{1f600}", "x".repeat(255), "x".repeat(256), long, "y".repeat(5000)];
  for (const scope of scopes) {
    assert.ok(verdicts(scope, [scope]).every(all(true)), JSON.stringify(scope));
    assert.ok(verdicts(scope, ["base|read", scope, long]).every(all(true)), JSON.stringify(scope));
    for (const other of [`${scope}z`, `z${scope}`, `${scope}\n`, `${scope}${"x".repeat(10_000)}`]) {
      assert.ok(verdicts(other, [scope]).every(all(false)), JSON.stringify(other.slice(0, 400)));
    }
  }
  assert.ok(verdicts(`${long.slice(0, 299)}y`, [long]).every(all(false)));
  assert.ok(verdicts("base|read", ["table|read\nbase|read"]).every(all(false)));
});

test("a scope with a control character is suggested as it is", () => {
  const { issues } = schema.safeParse({ ...client(), scopes: ["table|rea\u0002"] }, { extraScopes: ["table|rea\u0001"] });
  assert.equal(issues[0].message, "Scope 1: choose a listed value. Did you mean table|rea\u0001?");
});

test("half a surrogate pair is in no scope, nor is what it becomes on its way", () => {
  for (const scope of ["\ud800", "a\udc00", "\ufffd", "a\ufffd|read"]) {
    for (const other of ["\ud800", "a\udfff", "\ufffd", "a\ufffd|read", "a\ud801|read"]) {
      assert.ok(verdicts(other, [scope]).every(all(false)), JSON.stringify([scope, other]));
    }
  }
  assert.ok(verdicts("base|read", ["\ud800", "base|read"]).every(all(true)));
});

test("what names no scopes means nothing", () => {
  const revoked = Proxy.revocable([], {});
  revoked.revoke();
  const throwing = Object.defineProperty(["", ""], 0, { get() { throw new Error("no"); } });
  for (const extraScopes of [undefined, null, "base|read", [], [1, {}], { 0: "base|read", length: 1 }, revoked.proxy, throwing, "base|read".match(/read/)]) {
    assert.equal(schema.is(newer, { extraScopes }), false);
  }
  for (const argument of [undefined, null, 0, "base|read", ["base|read"]]) assert.equal(schema.is(newer, argument), false);
});

test("a list of scopes that claims four billion has those that are there", () => {
  const extraScopes = new Array(2 ** 32 - 1);
  assert.equal(soon(() => schema.is(newer, { extraScopes })), false);
  [extraScopes[7], extraScopes[2 ** 31]] = options.extraScopes;
  assert.equal(soon(() => schema.is(newer, { extraScopes })), true);
  assert.deepEqual(soon(() => schema.advise(client(), { off: new Array(2 ** 32 - 1) })), schema.advise(client()));
});

test("other lists of options stay closed", () => {
  const result = teableAuthentication.safeParse({ ...feishu(), type: "base|read" }, options);
  assert.deepEqual(found(result), ["/type unknown_type"]);
});
