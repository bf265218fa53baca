// Form metadata, and the check of one field.
import assert from "node:assert/strict";
import { test } from "node:test";

import { client, connection, feishu, found, oidc } from "./support/bodies.mjs";
import { esm } from "./support/installed.mjs";

const { OAUTH_SCOPES, schemas, teableAuthentication, teableOAuthClient, zapierAuthentication } = esm;

const field = (schema, name) => schema.fields.find((info) => info.name === name);
const check = (schema, ...args) => found({ issues: schema.validateField(...args) });

test("what is no name is no field's, and no options are none", () => {
  for (const name of [undefined, null, 5, {}]) assert.deepEqual(teableOAuthClient.validateField(name, 1), []);
  assert.deepEqual(teableOAuthClient.checkLines("", null), teableOAuthClient.checkLines(""));
});

test("the fields come in document order, an object replaced by its own", () => {
  const names = (schema) => schema.fields.map(({ name, when }) => (when ? `${name} (${when})` : name));
  assert.deepEqual(names(teableAuthentication), [
    "type",
    "config.appId (feishu)",
    "config.appSecret (feishu)",
    "config.clientId (oidc)",
    "config.clientSecret (oidc)",
    "config.authorizationUrl (oidc)",
    "config.tokenUrl (oidc)",
    "config.userInfoUrl (oidc)",
    "config.issuer (oidc)",
    "id",
    "name",
  ]);
  assert.deepEqual(names(teableOAuthClient), ["name", "description", "homepage", "logo", "scopes", "redirectUris"]);
  assert.deepEqual(names(zapierAuthentication), ["data.title", "data.app", "data.authentication_fields"]);
});

test("a field says what it is", () => {
  const rest = (info) => ({ ...info, label: info.label.en, help: undefined, example: undefined });
  assert.deepEqual(rest(field(teableAuthentication, "config.issuer")), {
    name: "config.issuer",
    pointer: "/config/issuer",
    label: "Issuer",
    help: undefined,
    example: undefined,
    kind: "text",
    required: true,
    secret: false,
    multiline: false,
    autocomplete: "off",
    constraints: { format: "uri" },
    when: "oidc",
  });
  assert.deepEqual(field(zapierAuthentication, "data.title").constraints, { maxLength: 255 });
  assert.deepEqual(field(zapierAuthentication, "data.app").constraints, { format: "uuid" });
  assert.equal(field(zapierAuthentication, "data.authentication_fields").kind, "map");
  assert.deepEqual(field(teableAuthentication, "type").options, ["feishu", "oidc"]);
  assert.equal(field(teableOAuthClient, "description").multiline, true);
});

test("a list tells about its rows", () => {
  const uris = field(teableOAuthClient, "redirectUris");
  assert.deepEqual([uris.kind, uris.required, uris.constraints], ["list", true, { minItems: 1 }]);
  assert.deepEqual(
    [uris.item.kind, uris.item.constraints, uris.item.label.en],
    ["text", { format: "uri" }, "Redirect URI"],
  );
  const scopes = field(teableOAuthClient, "scopes");
  assert.deepEqual(scopes.options, OAUTH_SCOPES);
  assert.equal(scopes.item.kind, "enum");
});

test("every secret is marked, and nothing else", () => {
  const secrets = Object.values(schemas).flatMap(({ fields }) =>
    fields.filter(({ secret }) => secret).map(({ name }) => name),
  );
  assert.deepEqual([...new Set(secrets)].sort(), [
    "authentication_fields",
    "config.appSecret",
    "config.clientSecret",
    "data.authentication_fields",
  ]);
});

test("every field has a label and a help in both languages", () => {
  for (const { fields } of Object.values(schemas)) {
    for (const { label, help } of fields) {
      assert.ok(label.en && label.zh && help.en, JSON.stringify(label));
      assert.match(help.zh, /[\u4e00-\u9fff]/);
    }
  }
});

test("the metadata is frozen to the bottom, and the same every time", () => {
  const frozen = (value) => typeof value !== "object" || (Object.isFrozen(value) && Object.values(value).every(frozen));
  for (const schema of Object.values(schemas)) {
    assert.ok(frozen(schema.fields));
    assert.equal(schema.fields, schema.fields);
  }
});

test("a valid body has no issue in any of its fields, an empty one in each required field", () => {
  const at = (body, pointer) =>
    pointer
      .split("/")
      .slice(1)
      .reduce((value, key) => value?.[key], body);
  for (const [schema, body] of [
    [teableAuthentication, oidc()],
    [teableOAuthClient, client()],
    [zapierAuthentication, connection()],
  ]) {
    for (const { name, pointer, required, when } of schema.fields) {
      if (when !== undefined && when !== body.type) continue;
      assert.deepEqual(schema.validateField(name, at(body, pointer), body), [], name);
      assert.deepEqual(check(schema, name, undefined, body), required ? [`${pointer} required`] : [], name);
    }
  }
});

test("the issue of a field is the one of the whole body", () => {
  const body = { ...oidc(), config: { ...oidc().config, issuer: "id.acme.io" } };
  assert.deepEqual(
    teableAuthentication.validateField("config.issuer", "id.acme.io", body),
    teableAuthentication.safeParse(body).issues,
  );
});

test("a field is called by its name, its row or its pointer", () => {
  for (const name of ["redirectUris[1]", "redirectUris.1", "/redirectUris/1"]) {
    assert.deepEqual(check(teableOAuthClient, name, "x"), ["/redirectUris/1 invalid_url"]);
    assert.deepEqual(check(teableOAuthClient, name, "https://a.io"), []);
    assert.match(teableOAuthClient.validateField(name, "x")[0].message, /Redirect URI 2/);
  }
  assert.deepEqual(check(zapierAuthentication, "/data/app", "x"), ["/data/app invalid_uuid"]);
});

test("a field's name may be written in every notation that forms use", () => {
  for (const name of ["config.appId", "config[appId]", "[config][appId]", "[config].appId", "/config/appId"]) {
    assert.deepEqual(check(teableAuthentication, name, ""), ["/config/appId too_short"], name);
    assert.deepEqual(check(teableAuthentication, name, undefined, feishu()), ["/config/appId required"], name);
    assert.deepEqual(check(teableAuthentication, name, "a", feishu()), [], name);
    assert.deepEqual(check(teableAuthentication, name, "", oidc()), [], name);
  }
  for (const name of ["data[authentication_fields]", "data.authentication_fields"]) {
    assert.deepEqual(check(zapierAuthentication, name, 1), ["/data/authentication_fields invalid_type"]);
  }
  assert.deepEqual(check(teableOAuthClient, "redirectUris[]", "x"), ["/redirectUris/0 invalid_url"]);
  for (const name of ["config[appId", "config]appId[", "config[__proto__]", "config..appId", "redirectUris[10000]", "redirectUris[01]"]) {
    assert.deepEqual(check(teableAuthentication, name, ""), [], name);
    assert.deepEqual(check(teableOAuthClient, name, ""), [], name);
  }
});

test("a form's data is a context like any other draft", () => {
  for (const [type, expected] of [["oidc", ["/config/issuer invalid_url"]], ["feishu", []]]) {
    const form = new FormData();
    form.append("type", type);
    for (const context of [form, new URLSearchParams({ type }), { "[type]": type }, { type, "config[appId]": "" }]) {
      assert.deepEqual(check(teableAuthentication, "config.issuer", "x", context), expected);
      assert.deepEqual(check(teableAuthentication, "config[issuer]", "x", context), expected);
    }
  }
});

test("a list is checked with its rows", () => {
  assert.deepEqual(check(teableOAuthClient, "redirectUris", []), ["/redirectUris too_few_items"]);
  assert.deepEqual(check(teableOAuthClient, "redirectUris", ["x", "https://a.io", 1]), [
    "/redirectUris/0 invalid_url",
    "/redirectUris/2 invalid_type",
  ]);
  assert.deepEqual(check(teableOAuthClient, "scopes[0]", "view|raed"), ["/scopes/0 invalid_option"]);
});

test("an object is checked with its fields", () => {
  assert.deepEqual(check(zapierAuthentication, "data", {}).length, 3);
  assert.deepEqual(check(zapierAuthentication, "data", 1), ["/data invalid_type"]);
  assert.deepEqual(check(zapierAuthentication, "", null), [" invalid_type"]);
});

test("the draft's type says which branch a field belongs to", () => {
  assert.deepEqual(check(teableAuthentication, "config", {}, { type: "feishu" }), [
    "/config/appId required",
    "/config/appSecret required",
  ]);
  assert.deepEqual(check(teableAuthentication, "config.issuer", "x", { type: "oidc" }), ["/config/issuer invalid_url"]);
  assert.deepEqual(check(teableAuthentication, "config.issuer", "x", { type: "feishu" }), []);
});

test("without a type, the only branch that has the field counts, else what all have alike", () => {
  for (const context of [
    undefined,
    null,
    "oidc",
    {},
    { type: "saml" },
    {
      get type() {
        throw new Error("no");
      },
    },
  ]) {
    assert.deepEqual(check(teableAuthentication, "config.issuer", "x", context), ["/config/issuer invalid_url"]);
    assert.deepEqual(check(teableAuthentication, "config", {}, context), []);
    assert.deepEqual(check(teableAuthentication, "config", 1, context), ["/config invalid_type"]);
    assert.deepEqual(check(teableAuthentication, "name", 1, context), ["/name invalid_type"]);
  }
});

test("the type itself is a field", () => {
  assert.deepEqual(check(teableAuthentication, "type", "oidc"), []);
  assert.deepEqual(check(teableAuthentication, "type", "odic"), ["/type unknown_type"]);
  assert.deepEqual(check(teableAuthentication, "type", undefined), ["/type required"]);
});

test("a field that the body does not have has no issue", () => {
  const names = [
    "csrf",
    "config.nope",
    "name.x",
    "type.x",
    "redirectUris[-1]",
    "redirectUris.x",
    "redirectUris[1e3]",
    "__proto__",
    "/",
    ".",
  ];
  for (const schema of Object.values(schemas)) {
    for (const name of names) assert.deepEqual(schema.validateField(name, 1), [], name);
  }
  assert.deepEqual(check(zapierAuthentication, "data.authentication_fields.api_key", 1), []);
});

test("neither the value nor the context is changed", () => {
  const freeze = (value) => Object.freeze(value);
  const rows = freeze(["x"]);
  assert.deepEqual(check(teableOAuthClient, "redirectUris", rows, freeze({})), ["/redirectUris/0 invalid_url"]);
  assert.deepEqual(rows, ["x"]);
});

test("options have labels, in the same order", () => {
  assert.deepEqual(field(teableAuthentication, "type").optionLabels, [
    { en: "Feishu", zh: "飞书" },
    { en: "OpenID Connect", zh: "OpenID Connect" },
  ]);
  for (const { fields } of Object.values(schemas)) {
    for (const { options, optionLabels } of fields) {
      if (optionLabels) assert.equal(optionLabels.length, options.length);
    }
  }
});

test("help is plain text", () => {
  for (const { fields } of Object.values(schemas)) {
    for (const { label, help, name } of fields) assert.doesNotMatch(JSON.stringify([label, help]), /`/, name);
  }
});
