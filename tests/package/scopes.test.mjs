// The catalogue of scopes, by the shared cases, and the matrix that a form makes of it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { esm } from "./support/installed.mjs";

const { OAUTH_SCOPES, scopeCatalogue, scopeMatrix, scopePresets, scopeState, toggleScopes } = esm;
const cases = JSON.parse(readFileSync(new URL("../cases/scopes.json", import.meta.url), "utf8"));

test("the catalogue is that of the cases, in the document's order", () => {
  assert.equal(cases.length, 28);
  assert.deepEqual(scopeCatalogue.map(({ scope }) => scope), OAUTH_SCOPES);
  const told = scopeCatalogue.map(({ scope, group, label, risk, flags, needs }) => ({ scope, group, ...label, risk, flags, needs }));
  assert.deepEqual(told, cases.map((one) => ({ flags: [], needs: [], ...one })));
  for (const { scope, group, action, description } of scopeCatalogue) assert.ok(`${group}|${action}` === scope && description.en && description.zh);
});

test("presets grow from signing in to everything, in the document's order", () => {
  assert.deepEqual(scopePresets.map(({ name, scopes }) => [name, scopes.length]), [["sign-in", 1], ["read", 5], ["read-write", 6], ["all", 28]]);
  for (const { scopes } of scopePresets) assert.deepEqual(scopes, OAUTH_SCOPES.filter((scope) => scopes.includes(scope)));
});

test("each scope stands in one cell of the matrix, in its row and its column", () => {
  const { rows, columns } = scopeMatrix;
  assert.deepEqual([rows.length, columns.length], [6, 12]);
  const cells = rows.flatMap(({ name, cells }) => cells.map((cell, at) => cell && [cell.scope, name, columns[at].name]).filter(Boolean));
  assert.deepEqual(cells.map(([scope]) => scope).sort(), [...OAUTH_SCOPES].sort());
  for (const [scope, row, column] of cells) assert.equal(scope, `${row}|${column}`);
  for (const lines of [rows, columns]) assert.deepEqual(lines.flatMap(({ scopes }) => scopes).sort(), [...OAUTH_SCOPES].sort());
  assert.ok(Object.isFrozen(scopeMatrix) && Object.isFrozen(rows[0].cells) && Object.isFrozen(scopeCatalogue[0].label));
});

test("a row, a column and the whole have one of three states", () => {
  const [{ scopes }] = scopeMatrix.rows;
  assert.equal(scopeState([], scopes), "none");
  assert.equal(scopeState(["view|read", "unknown|scope"], scopes), "none");
  assert.equal(scopeState(["table|read"], scopes), "some");
  assert.equal(scopeState(scopes, scopes), "all");
  assert.equal(scopeState(OAUTH_SCOPES, scopes), "all");
  assert.equal(scopeState(scopes, OAUTH_SCOPES), "some");
});

test("a click chooses all or none of a line, and keeps the document's order", () => {
  const read = scopeMatrix.columns.find(({ name }) => name === "read").scopes;
  assert.deepEqual(toggleScopes([], read), ["table|read", "view|read", "field|read", "record|read", "automation|read"]);
  assert.deepEqual(toggleScopes(["record|read", "user|email_read", "table|create"], ["table|read"]), ["table|create", "table|read", "record|read", "user|email_read"]);
  assert.deepEqual(toggleScopes(["table|read"], read), read);
  assert.deepEqual(toggleScopes([...read, "user|email_read"], read), ["user|email_read"]);
  assert.deepEqual(toggleScopes(toggleScopes([], OAUTH_SCOPES), OAUTH_SCOPES), []);
  assert.deepEqual(toggleScopes([], OAUTH_SCOPES), OAUTH_SCOPES);
});

test("a choice can be forced, has no duplicates, and keeps what this version does not know", () => {
  assert.deepEqual(toggleScopes(["table|read"], ["table|read"], true), ["table|read"]);
  assert.deepEqual(toggleScopes([], ["table|read"], false), []);
  assert.deepEqual(toggleScopes(["new|scope", "view|read", "view|read"], ["table|read"]), ["table|read", "view|read", "new|scope"]);
  const chosen = Object.freeze(["view|read"]);
  toggleScopes(chosen, ["table|read"]);
});
