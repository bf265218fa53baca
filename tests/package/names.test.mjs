// The names of inputs, in every notation that forms use.
import assert from "node:assert/strict";
import { test } from "node:test";
import { client, found } from "./support/bodies.mjs";
import { esm } from "./support/installed.mjs";
import { soon } from "./support/soon.mjs";

const { decodeForm, teableAuthentication, teableOAuthClient, zapierAuthentication } = esm;
const APP = "a1b2c3d4-e5f6-4789-8abc-def012345678";

/** A form of these entries, as both kinds that a browser makes. */
function* forms(entries) {
  yield new URLSearchParams(entries);
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  yield form;
}

test("dots, brackets, indexes, empty brackets and repeated names are one thing", () => {
  const notations = [
    [["redirectUris", "https://a.io"], ["redirectUris", "https://b.io"]],
    [["redirectUris[]", "https://a.io"], ["redirectUris[]", "https://b.io"]],
    [["redirectUris[1]", "https://b.io"], ["redirectUris[0]", "https://a.io"]],
    [["redirectUris.0", "https://a.io"], ["redirectUris.7", "https://b.io"]],
    [["redirectUris[0]", "https://a.io"], ["redirectUris", "https://b.io"]],
    [["redirectUris", "https://a.io"], ["redirectUris[]", "https://b.io"]],
    [["redirectUris", "https://a.io\r\nhttps://b.io\r\n"]],
  ];
  for (const rows of notations) {
    for (const form of forms([["name", "n"], ["homepage", "https://h.io"], ["scopes", ""], ["scopes", "table|read"], ...rows])) {
      assert.deepEqual(teableOAuthClient.build(form).payload, {
        name: "n", homepage: "https://h.io", scopes: ["table|read"], redirectUris: ["https://a.io", "https://b.io"],
      });
    }
  }
  for (const name of ["config.appId", "config[appId]", "[config][appId]", "[config].appId"]) {
    for (const form of forms([["type", "feishu"], ["name", "n"], [name, "a"], ["config.appSecret", "s"]])) {
      assert.deepEqual(teableAuthentication.build(form).payload, { type: "feishu", config: { appId: "a", appSecret: "s" }, name: "n" });
    }
  }
});

test("issues count the indexes that the names have", () => {
  for (const form of forms([["name", "n"], ["homepage", "https://h.io"], ["redirectUris[2]", "nope"], ["redirectUris[5]", "https://a.io"]])) {
    assert.deepEqual(found(teableOAuthClient.build(form)), ["/redirectUris/2 invalid_url"]);
  }
});

test("behind authentication_fields and its separator all is one key, as it stands", () => {
  const keys = {
    "data.authentication_fields.api_key": "api_key",
    "data[authentication_fields][api_key]": "api_key",
    "data.authentication_fields.a.b[c].0": "a.b[c].0",
    "data[authentication_fields][a[b]]": "a[b]",
    "data[authentication_fields].a]": "a]",
    "data.authentication_fields[ k ]": " k ",
    "data.authentication_fields.0": "0",
    "data.authentication_fields.99999999999": "99999999999",
    "data.authentication_fields.__proto__.x": "__proto__.x",
  };
  for (const [name, key] of Object.entries(keys)) {
    for (const form of forms([["data.title", "t"], ["data.app", APP], [name, " v "]])) {
      assert.deepEqual(zapierAuthentication.build(form).payload.data.authentication_fields, { [key]: " v " }, name);
    }
  }
});

test("a blank entry of a map's own name, before or behind those of its keys, takes none of them away", () => {
  const fields = [["data.authentication_fields.k", "v"], ["data[authentication_fields][l]", "w"]];
  for (const blank of ["", "  ", "\n"]) {
    for (const at of [0, 1, 2]) {
      const entries = [["data.title", "t"], ["data.app", APP], ...fields.toSpliced(at, 0, ["data.authentication_fields", blank])];
      for (const form of forms(entries)) {
        assert.deepEqual(zapierAuthentication.build(form).payload.data.authentication_fields, { k: "v", l: "w" });
      }
      assert.deepEqual(zapierAuthentication.build(Object.fromEntries(entries)).payload.data.authentication_fields, { k: "v", l: "w" });
    }
  }
  for (const form of forms([["config", ""], ["config.appId", "a"]])) assert.deepEqual(decodeForm(form), { config: { appId: "a" } });
});

test("an object's own keys may be names, beside parts that are objects already", () => {
  const config = Object.freeze({ appId: "a" });
  const draft = { type: "feishu", config, "config.appSecret": "s", "config[extra]": 1, name: "n" };
  assert.deepEqual(teableAuthentication.build(draft).payload.config, { appId: "a", appSecret: "s" });
  assert.deepEqual(config, { appId: "a" });
  const rows = Object.freeze(["https://a.io"]);
  // As `querystring.parse` gives it.
  const { redirectUris: _, ...without } = client();
  assert.deepEqual(teableOAuthClient.build({ ...without, "redirectUris[]": ["https://a.io", "", "https://b.io"] }).payload.redirectUris, ["https://a.io", "https://b.io"]);
  assert.deepEqual(teableOAuthClient.build({ ...client(), redirectUris: rows, "redirectUris[]": "https://b.io" }).payload.redirectUris, ["https://a.io", "https://b.io"]);
});

test("names through a prototype lead nowhere", () => {
  const names = ["__proto__.polluted", "__proto__[polluted]", "constructor.prototype.polluted", "config.__proto__.polluted", "config[constructor][prototype][polluted]",
    "redirectUris[__proto__]", "data.authentication_fields.__proto__", "data[authentication_fields][constructor]", "data.authentication_fields[prototype]"];
  for (const form of forms(names.map((name) => [name, "yes"]))) assert.deepEqual(decodeForm(form), {});
  for (const schema of [teableAuthentication, teableOAuthClient, zapierAuthentication]) schema.build(Object.fromEntries(names.map((name) => [name, "yes"])));
  assert.equal({}.polluted, undefined);
  assert.equal([].polluted, undefined);
});

test("an index of billions costs nothing, and is left out", () => {
  for (const form of forms([["redirectUris[4294967294]", "https://a.io"], ["redirectUris.10000", "x"], ["redirectUris[00]", "x"], ["redirectUris[1e3]", "x"]])) {
    assert.deepEqual(soon(() => decodeForm(form)), { redirectUris: { "1e3": "x" } });
  }
  const { redirectUris } = soon(() => decodeForm(new URLSearchParams("redirectUris[9999]=https://a.io")));
  assert.equal(redirectUris.length, 10_000);
});

test("malformed names and names in each other's way are left out", () => {
  const draft = decodeForm([["a[b", "1"], ["a..b", "1"], ["a]", "1"], ["a[b]c", "1"], ["", "1"], [".", "1"], ["b", "1"], ["b.c", "2"], ["c[0]", "1"], ["c.d", "2"], ["0", "x"], ["d.e", "1"], ["d", "2"]]);
  assert.deepEqual(draft, { b: "1", c: ["1"], d: { e: "1" } });
});

test("a file input that holds nothing is blank; a file is no text", () => {
  const form = new FormData();
  for (const [name, value] of Object.entries(client())) for (const one of [value].flat()) form.append(name, one);
  form.set("logo", new File([], ""));
  assert.equal("logo" in teableOAuthClient.build(form).payload, false);
  form.set("logo", new File(["x"], "logo.png"));
  assert.deepEqual(found(teableOAuthClient.build(form)), ["/logo invalid_type"]);
});
