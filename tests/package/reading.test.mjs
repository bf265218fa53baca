// "Reading JavaScript values": a test for each sentence. Whatever a value is, it gets an answer and is left alone.
import assert from "node:assert/strict";
import { test } from "node:test";

import { client, connection, feishu, found, oidc } from "./support/bodies.mjs";
import { esm } from "./support/installed.mjs";

const { schemas, teableAuthentication, teableOAuthClient, zapierAuthentication } = esm;

/** A proxy that passes everything on and writes down each access, as `trap key`. */
function watched(target, log) {
  const trap =
    (name) =>
    (inner, key, ...rest) => {
      log.push(typeof key === "string" ? `${name} ${key}` : name);
      return Reflect[name](inner, key, ...rest);
    };
  const traps = Object.getOwnPropertyNames(Reflect).filter((name) => typeof Reflect[name] === "function");
  return new Proxy(target, Object.fromEntries(traps.map((name) => [name, trap(name)])));
}

const throwing = () => {
  throw new Error("secret of the getter");
};

test("own keys only: what is inherited is not there", () => {
  assert.deepEqual(found(teableOAuthClient.safeParse(Object.create(client()))), [
    "/name required",
    "/homepage required",
    "/redirectUris required",
  ]);
  class Body {
    get name() {
      return "inherited";
    }
  }
  const body = Object.assign(new Body(), { homepage: "https://a.io", redirectUris: ["https://a.io"] });
  assert.deepEqual(found(teableOAuthClient.safeParse(body)), ["/name required"]);
});

test("own keys count on an object without a prototype, at every level", () => {
  const bare = (value) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.assign(Object.create(null), Object.fromEntries(Object.entries(value).map(([k, v]) => [k, bare(v)])))
      : value;
  for (const [schema, body] of [
    [teableAuthentication, oidc()],
    [teableOAuthClient, client()],
    [zapierAuthentication, connection()],
  ]) {
    const result = schema.safeParse(bare(body));
    assert.equal(result.success, true);
    assert.equal(Object.getPrototypeOf(result.data), Object.prototype);
  }
});

test("own keys that are not enumerable count", () => {
  const body = feishu();
  Object.defineProperty(body, "name", { value: "hidden", enumerable: false });
  assert.deepEqual(teableAuthentication.safeParse(body).data, { ...feishu(), name: "hidden" });
});

test("each known field is read exactly once, and only those", () => {
  const log = [];
  const body = { ...oidc(), extra: 1, [Symbol("extra")]: 2 };
  const result = teableAuthentication.safeParse(watched({ ...body, config: watched(body.config, log) }, log));
  assert.equal(result.success, true);
  const reads = log.filter((line) => line.startsWith("get "));
  const known = ["type", "config", "name", "id", ...Object.keys(body.config)].map((key) => `get ${key}`);
  assert.deepEqual([...reads].sort(), known.sort());
  assert.deepEqual([...new Set(log.map((line) => line.split(" ")[0]))].sort(), ["get", "getPrototypeOf", "has"]);
});

test("a proxy that gives what is not there gives nothing", () => {
  const answers = { ...feishu(), config: feishu().config };
  const liar = new Proxy({}, { get: (_, key) => answers[key] });
  assert.deepEqual(found(teableAuthentication.safeParse(liar)), ["/type required", "/config required", "/name required"]);
  const { homepage, ...rest } = client();
  const defaults = new Proxy(rest, { get: (target, key) => target[key] ?? homepage });
  assert.deepEqual(found(teableOAuthClient.safeParse(defaults)), ["/homepage required"]);
  const list = new Proxy([], { get: (target, key) => (key === "length" ? 1 : "https://a.io") });
  assert.equal(teableOAuthClient.is({ ...client(), redirectUris: list }), false);
});

test("a proxy whose other traps throw is read all the same", () => {
  const body = feishu();
  for (const trap of ["has", "getPrototypeOf"]) {
    const reads = [];
    const get = (target, key) => (reads.push(key), target[key]);
    const result = teableAuthentication.safeParse(new Proxy(body, { [trap]: throwing, get }));
    assert.deepEqual(result, { success: true, data: body });
    assert.deepEqual(reads.sort(), Object.keys(body).sort());
  }
});

test("so is a proxied list, whose getters throw at their own rows only", () => {
  for (const trap of ["has", "getPrototypeOf"]) {
    const reads = [];
    const get = (target, key) => (reads.push(key), target[key]);
    const proxied = (list) => new Proxy(list, { [trap]: throwing, get });
    const body = { ...client(), scopes: ["table|read", "view|read"], redirectUris: ["https://a.io", "https://b.io"] };
    const { scopes, redirectUris } = body;
    assert.deepEqual(teableOAuthClient.safeParse({ ...body, scopes: proxied(scopes), redirectUris: proxied(redirectUris) }), { success: true, data: body });
    assert.deepEqual(reads, ["length", "0", "1", "length", "0", "1"]);
    const rows = Object.defineProperty(["https://a.io", "", "x"], 1, { get: throwing });
    assert.deepEqual(found(teableOAuthClient.safeParse({ ...body, redirectUris: proxied(rows) })), ["/redirectUris/1 invalid_type", "/redirectUris/2 invalid_url"]);
  }
});

test("what a library puts into a prototype is nobody's own", () => {
  const polluted = [
    [Object.prototype, "homepage", "https://a.io"],
    [Object.prototype, "1", "https://a.io"],
    [Array.prototype, "1", "https://a.io"],
  ];
  const { homepage, ...rest } = client();
  for (const [prototype, key, value] of polluted) {
    Object.defineProperty(prototype, key, { value, configurable: true, writable: true, enumerable: false });
    try {
      const body = { ...rest, redirectUris: ["https://a.io", ,] };
      assert.deepEqual(found(teableOAuthClient.safeParse(body)), ["/homepage required", "/redirectUris/1 required"]);
      assert.ok(teableOAuthClient.is({ ...client(), homepage }));
    } finally {
      delete prototype[key];
    }
  }
});

test("each element is read exactly once, and the length too", () => {
  const log = [];
  const uris = ["https://a.io", "https://b.io"];
  assert.ok(teableOAuthClient.is({ ...client(), redirectUris: watched(uris, log) }));
  assert.deepEqual(
    log.filter((line) => line.startsWith("get ")),
    ["get length", "get 0", "get 1"],
  );
});

test("a getter runs once, and what it gave is what data holds", () => {
  let reads = 0;
  const body = {
    ...feishu(),
    get name() {
      return `read ${++reads}`;
    },
  };
  assert.equal(teableAuthentication.safeParse(body).data.name, "read 1");
  assert.equal(reads, 1);
});

test("a field that is missing is not read", () => {
  const log = [];
  teableOAuthClient.safeParse(watched({}, log));
  assert.deepEqual(
    log.filter((line) => line.startsWith("get ")),
    [],
  );
});

test("typeof and Array.isArray decide", () => {
  const boxed = { ...feishu(), name: new String("boxed") };
  assert.deepEqual(found(teableAuthentication.safeParse(boxed)), ["/name invalid_type"]);
  const like = { ...client(), redirectUris: { 0: "https://a.io", length: 1 } };
  assert.deepEqual(found(teableOAuthClient.safeParse(like)), ["/redirectUris invalid_type"]);
  const tagged = { ...client(), redirectUris: { [Symbol.toStringTag]: "Array" } };
  assert.deepEqual(found(teableOAuthClient.safeParse(tagged)), ["/redirectUris invalid_type"]);
  assert.deepEqual(found(teableAuthentication.safeParse(Object.assign([], feishu()))), [" invalid_type"]);
  assert.deepEqual(found(teableAuthentication.safeParse({ ...feishu(), config: [] })), ["/config invalid_type"]);
  assert.ok(teableOAuthClient.is({ ...client(), redirectUris: new Proxy(["https://a.io"], {}) }));
});

test("every kind of value is named, and never a value", () => {
  const kinds = [
    [null, "null"],
    [true, "boolean"],
    [1.5, "number"],
    [NaN, "number"],
    [[], "array"],
    [{}, "object"],
    [10n, "bigint"],
    [Symbol("secret"), "symbol"],
    [() => "secret", "function"],
    [class Secret {}, "function"],
    [new Date(0), "object"],
    [new Map(), "object"],
    [/secret/, "object"],
    [new Uint8Array(2), "object"],
  ];
  for (const [name, received] of kinds) {
    const { issues } = teableAuthentication.safeParse({ ...feishu(), name });
    assert.equal(issues.length, 1);
    assert.equal(issues[0].pointer, "/name");
    assert.deepEqual(issues[0].params, { expected: "string", received });
  }
});

test("a root of any kind is one issue", () => {
  for (const schema of Object.values(schemas)) {
    for (const value of [null, undefined, true, 0, -0, NaN, "", "x", 10n, Symbol("x"), () => {}, [], [feishu()]]) {
      const { issues } = schema.safeParse(value);
      assert.deepEqual(
        issues.map(({ path, pointer }) => ({ path, pointer })),
        [{ path: [], pointer: "" }],
      );
    }
  }
});

test("nothing is called: no toJSON, toString, valueOf, toPrimitive or iterator", () => {
  const traps = {
    toJSON: throwing,
    toString: throwing,
    valueOf: throwing,
    then: throwing,
    [Symbol.toPrimitive]: throwing,
    [Symbol.iterator]: throwing,
  };
  const body = Object.assign(client(), traps);
  Object.assign(body.redirectUris, traps);
  assert.ok(teableOAuthClient.is(body));
  assert.deepEqual(
    found(teableOAuthClient.safeParse({ ...client(), name: traps, homepage: traps, redirectUris: [traps] })),
    ["/name invalid_type", "/homepage invalid_type", "/redirectUris/0 invalid_type"],
  );
});

test("unknown keys are not looked into, whatever they are called", () => {
  const trap = { get: throwing, enumerable: true };
  const keys = ["extra", "constructor", "__proto__", "", "toString", "hasOwnProperty"];
  const body = Object.defineProperties(client(), Object.fromEntries(keys.map((key) => [key, trap])));
  Object.defineProperty(body, "__proto__", trap);
  assert.deepEqual(teableOAuthClient.safeParse(body), { success: true, data: client() });
});

test("a free-form map is passed through and not looked into", () => {
  const log = [];
  const map = watched(
    {
      get api_key() {
        throwing();
      },
    },
    log,
  );
  const body = connection();
  body.data.authentication_fields = map;
  const result = zapierAuthentication.safeParse(body);
  assert.equal(result.data.data.authentication_fields, map);
  assert.deepEqual(log, []);
});

test("an own __proto__ key is one like any other", () => {
  const body = JSON.parse('{"__proto__":{"type":"feishu"},"config":{"__proto__":{"appId":"x"}},"name":"n"}');
  assert.deepEqual(found(teableAuthentication.safeParse(body)), ["/type required"]);
  const map = JSON.parse(
    '{"data":{"title":"t","app":"a1b2c3d4-e5f6-4789-8abc-def012345678","authentication_fields":{"__proto__":1}}}',
  );
  const { data } = zapierAuthentication.safeParse(map).data;
  assert.deepEqual(Object.keys(data.authentication_fields), ["__proto__"]);
  assert.equal({}.type, undefined);
});

test("undefined is absent: required where it has to be there, left out of data where not", () => {
  assert.deepEqual(found(teableOAuthClient.safeParse({ ...client(), name: undefined })), ["/name required"]);
  const { data } = teableOAuthClient.safeParse({ ...client(), logo: undefined, scopes: undefined });
  assert.deepEqual(Object.keys(data).sort(), ["description", "homepage", "name", "redirectUris"]);
});

test("null is not absent", () => {
  assert.deepEqual(found(teableOAuthClient.safeParse({ ...client(), logo: null })), ["/logo invalid_type"]);
});

test("a hole is a missing element", () => {
  const body = { ...client(), redirectUris: ["https://a.io", , "https://b.io", undefined] };
  assert.deepEqual(found(teableOAuthClient.safeParse(body)), ["/redirectUris/1 required", "/redirectUris/3 required"]);
});

test("a hole is one even where the prototype has something to put there", () => {
  const uris = Object.setPrototypeOf(["https://a.io", ,], { 1: "https://b.io", __proto__: Array.prototype });
  assert.deepEqual(found(teableOAuthClient.safeParse({ ...client(), redirectUris: uris })), [
    "/redirectUris/1 required",
  ]);
});

test("lone surrogates survive in data, to the code unit", () => {
  const name = "a\ud800b\udc00c\ud83d\ude00";
  const { data } = teableAuthentication.safeParse({
    ...feishu(),
    name,
    config: { appId: "\ud83d", appSecret: "\ude00" },
  });
  assert.equal(data.name, name);
  assert.equal(data.config.appId, "\ud83d");
  assert.equal(data.config.appSecret, "\ude00");
});

test("halves of a surrogate pair in neighbouring strings count one code point each", () => {
  const title = "\ud83d".repeat(255);
  const body = connection();
  body.data.title = title;
  assert.ok(zapierAuthentication.is(body));
  body.data.title = `${title}\ud83d`;
  assert.deepEqual(found(zapierAuthentication.safeParse(body)), ["/data/title too_long"]);
  assert.deepEqual(zapierAuthentication.safeParse(body).issues[0].params, {
    unit: "characters",
    maximum: 255,
    actual: 256,
  });
});

test("a string with NUL characters is one string", () => {
  const body = { ...client(), homepage: "https://a.io/\0\0", redirectUris: ["https://a.io/\0", "no\0url"] };
  assert.deepEqual(found(teableOAuthClient.safeParse(body)), ["/redirectUris/1 invalid_url"]);
});

test("nothing is mutated, not even what is frozen", () => {
  const freeze = (value) =>
    typeof value === "object" && value ? Object.freeze(Object.values(value).forEach(freeze) ?? value) : value;
  for (const [schema, body] of [
    [teableAuthentication, oidc],
    [teableOAuthClient, client],
    [zapierAuthentication, connection],
  ]) {
    const value = freeze(body());
    const { data } = schema.safeParse(value);
    assert.deepEqual(value, body());
    assert.notEqual(data, value);
    assert.ok(!Object.isFrozen(data));
  }
});

test("data is fresh at every level, with known keys only", () => {
  const body = { ...oidc(), extra: 1, config: { ...oidc().config, appId: "left over" } };
  const { data } = teableAuthentication.safeParse(body);
  assert.deepEqual(data, oidc());
  assert.notEqual(data.config, body.config);
});

test("repeated scopes are dropped in order, repeated URIs are kept", () => {
  const scopes = ["view|read", "table|read", "view|read", "table|read", "user|integrations"];
  const uris = ["https://a.io", "https://a.io"];
  const { data } = teableOAuthClient.safeParse({ ...client(), scopes, redirectUris: uris });
  assert.deepEqual(data.scopes, ["view|read", "table|read", "user|integrations"]);
  assert.deepEqual(data.redirectUris, uris);
  assert.equal(scopes.length, 5);
});
