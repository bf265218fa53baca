// Standard JSON Schema, and the files in `schemas/`. That these say what the documents say is tested in the crate.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

import addFormats from "ajv-formats";
import Ajv from "ajv/dist/2020.js";
import { corpus } from "./support/corpus.mjs";
import { esm, root } from "./support/installed.mjs";

const { schemas, teableAuthentication, teableOAuthClient, zapierAuthentication } = esm;
const TARGETS = ["draft-2020-12", "draft-07", "openapi-3.0"];

const compiled = {};

const isUrl = (text) => {
  try {
    return Boolean(new URL(text));
  } catch {
    return false;
  }
};

const convert = (schema, target) => schema["~standard"].jsonSchema.input({ target });

test("the package makes what the crate wrote to its files", () => {
  for (const target of TARGETS) {
    for (const schema of Object.values(schemas)) {
      const file = readFileSync(path.join(root, "schemas", target, `${schema.name}.json`), "utf8");
      assert.deepEqual(convert(schema, target), JSON.parse(file), `${target} ${schema.name}`);
    }
  }
});

test("what goes in and what comes out have the same schema", () => {
  for (const target of TARGETS) {
    const { input, output } = teableOAuthClient["~standard"].jsonSchema;
    assert.deepEqual(output({ target }), input({ target }));
  }
});

test("a JSON Schema judges as the schema does, once the validator knows what a URL is", () => {
  const ajv = addFormats(new Ajv({ strict: false }));
  ajv.addFormat("uri", isUrl);
  let judged = 0;
  for (const { schema: name, input, raw, rawBase64 } of corpus()) {
    if (raw !== undefined || rawBase64 !== undefined) continue;
    const validate = (compiled[name] ??= ajv.compile(convert(schemas[name], "draft-2020-12")));
    // With `urn:uuid:` in front it is a UUID to ajv-formats.
    if (!/"urn:uuid:/i.test(JSON.stringify(input))) assert.equal(validate(input), schemas[name].is(input), `${name} ${JSON.stringify(input)}`);
    judged++;
  }
  assert.ok(judged > 3000, `${judged}`);
});

test("any other target is refused, whatever it is", () => {
  for (const target of ["draft-04", "openapi-3.1", "", "__proto__", "toString", undefined, null, 7]) {
    for (const way of ["input", "output"]) {
      assert.throws(
        () => teableOAuthClient["~standard"].jsonSchema[way]({ target }),
        /^TypeError: The target of a JSON Schema has to be one of: draft-2020-12, draft-07, openapi-3\.0\.$/,
      );
    }
  }
});

test("each target spells null and single values its own way", () => {
  const limit = (target) => convert(schemas["zapier.BaseMeta"], target).properties.limit;
  assert.deepEqual(limit("draft-2020-12").type, ["integer", "null"]);
  assert.deepEqual(limit("draft-07").type, ["integer", "null"]);
  assert.deepEqual([limit("openapi-3.0").type, limit("openapi-3.0").nullable], ["integer", true]);

  const tags = (target) => convert(teableAuthentication, target).oneOf.map(({ properties }) => properties.type);
  assert.deepEqual(tags("draft-07").map((tag) => tag.const), ["feishu", "oidc"]);
  assert.deepEqual(tags("openapi-3.0").map((tag) => tag.enum), [["feishu"], ["oidc"]]);
  assert.equal(convert(zapierAuthentication, "draft-07").$schema, "http://json-schema.org/draft-07/schema#");
  assert.ok(!("$schema" in convert(zapierAuthentication, "openapi-3.0")));
});

test("what a caller does to a JSON Schema stays with the caller", () => {
  const scopes = () => convert(teableOAuthClient, "draft-07").properties.scopes.items.enum;
  scopes().length = 0;
  assert.equal(scopes().length, 28);
});
