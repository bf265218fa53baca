// Scopes that newer servers know: a caller names them, and the others are checked as ever.
import assert from "node:assert/strict";
import { test } from "node:test";

import { client, feishu, found } from "./support/bodies.mjs";
import { esm } from "./support/installed.mjs";

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

test("what is neither known nor named is refused, and only known ones are listed and suggested", () => {
  const result = schema.safeParse(wrong, options);
  assert.deepEqual(found(result), ["/scopes/1 invalid_option", "/scopes/2 invalid_option"]);
  assert.deepEqual(result.issues[0].params, { allowed: [...OAUTH_SCOPES] });
  assert.deepEqual(result.issues[1].params, { allowed: [...OAUTH_SCOPES], suggestion: "table|read" });
  assert.deepEqual(found(schema.safeParse(newer)).length, 3, "one call's scopes are not the next one's");
});

test("what names no scopes means nothing", () => {
  for (const extraScopes of [undefined, null, "base|read", [], [1, {}], ["table|read\nbase|read"]]) {
    assert.equal(schema.is(newer, { extraScopes }), false);
  }
  for (const extraScopes of [[], [""], ["", "base|read"]]) {
    assert.deepEqual(found(schema.safeParse({ ...client(), scopes: [""] }, { extraScopes })), ["/scopes/0 invalid_option"]);
  }
  for (const argument of [undefined, null, 0, "base|read", ["base|read"]]) assert.equal(schema.is(newer, argument), false);
});

test("other lists of options stay closed", () => {
  const result = teableAuthentication.safeParse({ ...feishu(), type: "base|read" }, options);
  assert.deepEqual(found(result), ["/type unknown_type"]);
});
