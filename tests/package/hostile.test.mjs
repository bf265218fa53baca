// Values that fight back: they throw, lie, loop, or do something else while they are read. Each gets an answer.
import assert from "node:assert/strict";
import { test } from "node:test";

import { client, connection, feishu, found, oidc } from "./support/bodies.mjs";
import { esm } from "./support/installed.mjs";

const { schemas, teableAuthentication, teableOAuthClient, zapierAuthentication } = esm;

const throwing = () => {
  throw new Error("secret of the getter");
};

test("a getter that throws gives an issue at that place", () => {
  const body = {
    ...oidc(),
    get name() {
      return throwing();
    },
  };
  Object.defineProperty(body.config, "issuer", { get: throwing });
  const { issues } = teableAuthentication.safeParse(body);
  assert.deepEqual(found({ issues }), ["/config/issuer invalid_type", "/name invalid_type"]);
  assert.deepEqual(issues[0].params, { expected: "string", received: "unreadable" });
  assert.ok(!JSON.stringify(issues).includes("secret"));
});

test("a tag that cannot be read gives an issue there, and what every branch has alike", () => {
  const body = {
    get type() {
      return throwing();
    },
    config: 1,
  };
  assert.deepEqual(found(teableAuthentication.safeParse(body)), [
    "/type invalid_type",
    "/config invalid_type",
    "/name required",
  ]);
});

test("a proxy that throws in any trap gives an issue for what it hides", () => {
  const every = Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((name) => [name, throwing]));
  assert.deepEqual(found(teableOAuthClient.safeParse(new Proxy({}, every))), [
    "/name invalid_type",
    "/description invalid_type",
    "/homepage invalid_type",
    "/logo invalid_type",
    "/scopes invalid_type",
    "/redirectUris invalid_type",
  ]);
  assert.deepEqual(found(teableOAuthClient.safeParse({ ...client(), redirectUris: new Proxy([], every) })), [
    "/redirectUris invalid_type",
  ]);
});

test("a revoked proxy gives an issue wherever it stands", () => {
  const revoked = (target) => {
    const { proxy, revoke } = Proxy.revocable(target, {});
    revoke();
    return proxy;
  };
  for (const target of [{}, [], () => {}]) {
    for (const schema of Object.values(schemas))
      assert.deepEqual(found(schema.safeParse(revoked(target))), [" invalid_type"]);
    assert.deepEqual(found(teableOAuthClient.safeParse({ ...client(), redirectUris: revoked(target) })), [
      "/redirectUris invalid_type",
    ]);
    const body = connection();
    body.data.authentication_fields = revoked(target);
    assert.deepEqual(found(zapierAuthentication.safeParse(body)), ["/data/authentication_fields invalid_type"]);
  }
});

test("a length that no array has is unreadable, and nothing converts it", () => {
  for (const length of [-1, 1.5, NaN, Infinity, 2 ** 32, "1", null, undefined, { valueOf: throwing }, 1n]) {
    const redirectUris = new Proxy([], { get: (target, key) => (key === "length" ? length : target[key]) });
    assert.deepEqual(found(teableOAuthClient.safeParse({ ...client(), redirectUris })), ["/redirectUris invalid_type"]);
  }
});

test("a getter may check something else in the middle, or the same value again", () => {
  const inner = { ...client(), redirectUris: ["x"] };
  const body = {
    ...client(),
    get name() {
      return found(teableOAuthClient.safeParse(inner)).join() + teableAuthentication.is(feishu());
    },
  };
  assert.equal(teableOAuthClient.safeParse(body).data.name, "/redirectUris/0 invalid_urltrue");
  const loop = {
    ...client(),
    get name() {
      return String(teableOAuthClient.safeParse(loop).success);
    },
  };
  assert.equal(typeof teableOAuthClient.safeParse(loop).success, "boolean");
  assert.ok(teableOAuthClient.is(client()));
});

test("a getter that empties the list or the object it stands in changes no more than itself", () => {
  const redirectUris = ["https://a.io", "https://b.io"];
  Object.defineProperty(redirectUris, 0, {
    get() {
      redirectUris.length = 1;
      return "https://a.io";
    },
  });
  assert.deepEqual(found(teableOAuthClient.safeParse({ ...client(), redirectUris })), ["/redirectUris/1 required"]);
});

test("a getter that replaces what the reader works with gets nowhere", () => {
  const { isArray } = Array;
  const { hasOwn } = Object;
  const body = {
    ...client(),
    get name() {
      Array.isArray = throwing;
      Object.hasOwn = throwing;
      return "n";
    },
  };
  try {
    assert.ok(teableOAuthClient.is(body));
  } finally {
    Array.isArray = isArray;
    Object.hasOwn = hasOwn;
  }
});

test("cycles do not matter", () => {
  const body = client();
  body.self = body;
  body.description = body;
  assert.deepEqual(found(teableOAuthClient.safeParse(body)), ["/description invalid_type"]);
  const uris = [];
  uris.push(uris, uris);
  assert.deepEqual(found(teableOAuthClient.safeParse({ ...client(), redirectUris: uris })), [
    "/redirectUris/0 invalid_type",
    "/redirectUris/1 invalid_type",
  ]);
  const loop = connection();
  loop.data.authentication_fields = loop;
  assert.ok(zapierAuthentication.is(loop));
});

test("no issue holds anything of a value", () => {
  const canary = "canary-7f3a";
  const bodies = [
    { type: canary, config: canary, id: [canary], name: { canary } },
    {
      type: "oidc",
      config: Object.fromEntries(Object.keys(oidc().config).map((key) => [key, `${canary} ${key}`])),
      name: canary,
    },
    {
      name: [canary],
      homepage: canary,
      scopes: [canary, `table|${canary}`],
      redirectUris: [`https://${canary}:x/`, canary],
    },
    { data: { title: canary.repeat(40), app: canary, authentication_fields: canary } },
    canary,
    [canary],
  ];
  for (const schema of Object.values(schemas)) {
    for (const body of bodies) {
      const texts = [
        schema.safeParse(body),
        schema.safeParseText(JSON.stringify(body)),
        schema.safeParseText(`[${canary}`),
      ];
      assert.ok(!JSON.stringify(texts.map(({ issues }) => issues)).includes(canary));
    }
    for (const { name } of schema.fields) {
      const issues = [canary, [canary], { canary }, `https://${canary}:x`].map((value) =>
        schema.validateField(name, value),
      );
      assert.ok(!JSON.stringify(issues).includes(canary), name);
    }
  }
});
