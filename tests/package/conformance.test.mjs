// The conformance corpus on the installed package: every case as a value, as text and as bytes, and through ~standard.
import assert from "node:assert/strict";
import { test } from "node:test";

import { load } from "../conformance/adapter.mjs";
import { cases } from "./support/corpus.mjs";
import { esm } from "./support/installed.mjs";

const encode = (text) => new TextEncoder().encode(text);

/** Every form in which a case can be handed over, and what comes of it. */
function* answers(schema, { input, raw, rawBase64 }) {
  if (rawBase64 !== undefined) {
    yield ["bytes", schema.safeParseText(Buffer.from(rawBase64, "base64"))];
  } else if (raw !== undefined) {
    yield ["text", schema.safeParseText(raw)];
    if (raw.isWellFormed()) yield ["bytes", schema.safeParseText(encode(raw))];
  } else {
    const text = JSON.stringify(input);
    yield ["value", schema.safeParse(input)];
    yield ["text", schema.safeParseText(text)];
    yield ["bytes", schema.safeParseText(encode(text))];
    const { issues } = schema["~standard"].validate(input);
    yield ["standard", { success: issues === undefined, issues }];
  }
}

const places = (issues = []) => issues.map(({ pointer, code }) => `${pointer} ${code}`).sort();

/** The pointer that a path stands for. No key of the schemas needs escaping. */
const pointerOf = (path) => path.map((segment) => `/${segment}`).join("");

for (const [name, schema] of Object.entries(esm.schemas)) {
  const all = cases(name);

  test(`${name}: verdict, pointers and codes of ${all.length} cases, in every form`, () => {
    assert.ok(all.length > 0);
    for (const { id, errors, valid, ...given } of all) {
      for (const [form, { success, issues }] of answers(schema, given)) {
        assert.deepEqual([success, ...places(issues)], [valid, ...places(errors)], `${id} as ${form}`);
      }
    }
  });

  test(`${name}: every issue is complete, and alone at its place`, () => {
    for (const { id, ...given } of all) {
      for (const [form, { issues = [] }] of answers(schema, given)) {
        for (const { path, pointer, message } of issues) {
          assert.equal(pointerOf(path), pointer, `${id} as ${form}`);
          assert.match(message, /^[A-Z][^:]*: .*[.?]$/, `${id} as ${form}`);
        }
        assert.equal(new Set(issues.map(({ pointer }) => pointer)).size, issues.length, `${id} as ${form}`);
      }
    }
  });

  test(`${name}: data is valid again, and the same from a value and from its text`, () => {
    for (const { id, valid, input } of all) {
      if (!valid || input === undefined) continue;
      const { data } = schema.safeParse(input);
      assert.deepEqual(schema.safeParse(data).data, data, id);
      assert.deepEqual(schema.safeParseText(JSON.stringify(input)).data, data, id);
    }
  });

  test(`${name}: is agrees, and nothing is changed`, () => {
    for (const { id, valid, input } of all) {
      if (input === undefined) continue;
      const before = JSON.stringify(input);
      assert.equal(schema.is(input), valid, id);
      assert.equal(JSON.stringify(input), before, id);
    }
  });
}

test("the adapter for other runners gives the same verdicts", async () => {
  const { validate, validateText } = await load();
  for (const name of Object.keys(esm.schemas)) {
    for (const { id, errors, valid, input, raw, rawBase64 } of cases(name)) {
      const text = raw ?? (rawBase64 === undefined ? JSON.stringify(input) : Buffer.from(rawBase64, "base64"));
      const found = [validateText(name, text)];
      if (input !== undefined) found.push(validate(name, input));
      for (const answer of found) assert.deepEqual([answer.valid, places(answer.issues)], [valid, places(errors)], id);
    }
  }
});
