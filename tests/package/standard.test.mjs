// Standard Schema v1, as libraries that know nothing of this package use it.
import assert from "node:assert/strict";
import { test } from "node:test";

import { client, connection, feishu, oidc } from "./support/bodies.mjs";
import { esm } from "./support/installed.mjs";

const { schemas, teableAuthentication, teableOAuthClient, zapierAuthentication } = esm;

test("each schema has version, vendor and validate", () => {
  for (const schema of Object.values(schemas)) {
    const { version, vendor, validate } = schema["~standard"];
    assert.deepEqual([version, vendor, typeof validate], [1, "prevet", "function"]);
  }
});

test("a valid body comes back as value, synchronously and without issues", () => {
  for (const [schema, body] of [
    [teableAuthentication, feishu()],
    [teableAuthentication, oidc()],
    [teableOAuthClient, client()],
    [zapierAuthentication, connection()],
  ]) {
    assert.deepEqual(schema["~standard"].validate(body), { value: body });
  }
});

test("a bad body comes back as issues, those of safeParse, and without value", () => {
  const body = { ...client(), redirectUris: ["https://a.io", "x"], scopes: ["view|raed"] };
  const result = teableOAuthClient["~standard"].validate(body);
  assert.deepEqual(result, { issues: teableOAuthClient.safeParse(body).issues });
});

test("paths are strings and numbers, containers before what they hold", () => {
  const { issues } = teableOAuthClient["~standard"].validate({ redirectUris: [1, "x"] });
  assert.deepEqual(
    issues.map(({ path }) => path),
    [["name"], ["homepage"], ["redirectUris", 0], ["redirectUris", 1]],
  );
});

test("issues are plain JSON", () => {
  const { issues } = teableAuthentication["~standard"].validate({ type: "odic", name: 1n });
  assert.deepEqual(JSON.parse(JSON.stringify(issues)), issues);
});

test("what a library passes along is accepted", () => {
  assert.deepEqual(teableAuthentication["~standard"].validate(feishu(), { libraryOptions: { locale: "zh" } }), {
    value: feishu(),
  });
});

test("a schema offers none of the names by which tRPC would take it for another library's", () => {
  for (const schema of Object.values(schemas)) {
    assert.equal(typeof schema, "object");
    for (const name of ["parseAsync", "validateSync", "create", "assert"]) assert.ok(!(name in schema));
  }
});
