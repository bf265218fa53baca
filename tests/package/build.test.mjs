// From what forms hold to the bodies that the APIs want.
import assert from "node:assert/strict";
import { test } from "node:test";
import { client, connection, feishu, found, oidc } from "./support/bodies.mjs";
import { cases } from "./support/corpus.mjs";
import { esm } from "./support/installed.mjs";
import { soon } from "./support/soon.mjs";
import { mutate } from "./support/mutations.mjs";
import { random } from "./support/random.mjs";

const { schemas, teableAuthentication, teableOAuthClient, zapierAuthentication } = esm;
const REQUESTS = [teableAuthentication, teableOAuthClient, zapierAuthentication];
const MUTATIONS = 30_000;

/** The payload of a draft that has to be good. */
function payload(schema, draft) {
  const result = schema.build(draft);
  assert.deepEqual(found(result), []);
  return result.payload;
}

test("what a list has beside its rows is no row", () => {
  const redirectUris = Object.assign(["https://a.io/"], { "01": "https://b.io/", 99999999999: "https://c.io/", x: 1 });
  assert.deepEqual(teableOAuthClient.build({ name: "a", homepage: "https://a.io", redirectUris }).payload.redirectUris, ["https://a.io/"]);
});

test("optional blanks are left out: undefined, null, empty, white space, lists without a row", () => {
  const { name, homepage, redirectUris } = client();
  for (const blank of [undefined, null, "", "  ", "\u00a0\t\n"]) {
    const draft = { ...client(), description: blank, logo: blank, scopes: [blank] };
    assert.deepEqual(payload(teableOAuthClient, draft), { name, homepage, redirectUris });
  }
  assert.deepEqual(payload(teableOAuthClient, { name, homepage, redirectUris, scopes: [] }), { name, homepage, redirectUris });
});

test("a blank required field is required, in the words of a missing one", () => {
  const missing = (field) => {
    const body = client();
    delete body[field];
    return teableOAuthClient.safeParse(body).issues;
  };
  for (const field of ["name", "homepage", "redirectUris"]) {
    const blanks = field === "redirectUris" ? [undefined, null, "", " \n ", [], [""], ["", " ", null]] : [undefined, null, "", " "];
    for (const blank of blanks) assert.deepEqual(teableOAuthClient.build({ ...client(), [field]: blank }).issues, missing(field));
  }
  assert.deepEqual(found(teableAuthentication.build({ ...oidc(), config: { ...oidc().config, clientSecret: "  " } })), ["/config/clientSecret required"]);
});

test("a part that was left blank is a missing one", () => {
  const data = { title: "A", app: connection().data.app, authentication_fields: "" };
  assert.deepEqual(found(zapierAuthentication.build({ data })), ["/data/authentication_fields required"]);
  const blank = found(teableAuthentication.build({ type: "feishu", name: "A", config: "" }));
  assert.deepEqual(blank, ["/config/appId required", "/config/appSecret required"]);
});

test("a form of a page that a test made up is a form, tag or no tag", () => {
  class FormData {
    *[Symbol.iterator]() {
      yield* [["name", "Acme"], ["homepage", "https://acme.io"], ["redirectUris[]", "https://acme.io/callback"]];
    }
  }
  const named = new (class FormData {
    name = "Acme";
  })();
  assert.deepEqual(teableOAuthClient.redact(named), { name: "Acme" }, "a class that only has the name is an object");
  const { payload } = teableOAuthClient.build(new FormData());
  assert.deepEqual(payload, { name: "Acme", homepage: "https://acme.io", redirectUris: ["https://acme.io/callback"] });
});

test("many entries of one name make one list", () => {
  const entries = Array.from({ length: 20_000 }, (_, row) => ["redirectUris", `com.acme:/${row}`]);
  const { homepage, name } = client();
  const form = new URLSearchParams([["homepage", homepage], ["name", name], ...entries]);
  assert.deepEqual(payload(teableOAuthClient, form).redirectUris, entries.map(([, uri]) => uri));
});

test("what is not there is told field by field", () => {
  const fields = ["clientId", "clientSecret", "authorizationUrl", "tokenUrl", "userInfoUrl", "issuer"].map((field) => `/config/${field} required`);
  assert.deepEqual(found(teableAuthentication.build({ type: "oidc" })), [...fields, "/name required"]);
  assert.deepEqual(found(teableAuthentication.build({})), ["/type required", "/name required"]);
  assert.deepEqual(found(zapierAuthentication.build({})), ["/data/title required", "/data/app required", "/data/authentication_fields required"]);
});

test("URLs, UUIDs and titles are trimmed; secrets, names and ids are not, and no URL is rewritten", () => {
  const built = payload(teableOAuthClient, { ...client(), name: " N ", homepage: "\t HTTPS://A.io:443 \n", redirectUris: [" https://b.io/../c "], logo: " l " });
  assert.deepEqual(built, { ...client(), name: " N ", homepage: "HTTPS://A.io:443", redirectUris: ["https://b.io/../c"], logo: " l " });
  const config = { ...oidc().config, clientId: " c ", clientSecret: " s ", issuer: " https://id.acme.io\n" };
  assert.deepEqual(payload(teableAuthentication, { ...oidc(), config }).config, { ...config, issuer: "https://id.acme.io" });
  const { data } = connection();
  const draft = { data: { title: " T ", app: ` ${data.app}\n`, authentication_fields: { " k ": " v " } } };
  assert.deepEqual(payload(zapierAuthentication, draft).data, { title: "T", app: data.app, authentication_fields: { " k ": " v " } });
  assert.equal(payload(zapierAuthentication, { data: { ...data, title: `${" ".repeat(9)}${"x".repeat(255)}` } }).data.title.length, 255);
});

test("blank rows are dropped, scopes repeat once, and issues count the rows of the draft", () => {
  const built = payload(teableOAuthClient, { ...client(), redirectUris: ["", "https://a.io", " ", "https://a.io"], scopes: ["table|read", "", "record|read", "table|read"] });
  assert.deepEqual([built.redirectUris, built.scopes], [["https://a.io", "https://a.io"], ["table|read", "record|read"]]);
  const { issues } = teableOAuthClient.build({ ...client(), redirectUris: ["", "https://a.io", null, "nope"], scopes: ["", "table|raed"] });
  assert.deepEqual(issues.map(({ path, pointer, message }) => [path, pointer, message.split(":")[0]]), [
    [["scopes", 1], "/scopes/1", "Scope 2"],
    [["redirectUris", 3], "/redirectUris/3", "Redirect URI 4"],
  ]);
});

test("a list may be a text, a row on each line", () => {
  const lines = "\r\nhttps://a.io\r\n  \n https://b.io \rhttps://c.io\n";
  assert.deepEqual(payload(teableOAuthClient, { ...client(), redirectUris: lines }).redirectUris, ["https://a.io", "https://b.io", "https://c.io"]);
  assert.deepEqual(found(teableOAuthClient.build({ ...client(), redirectUris: "https://a.io\n\nnope" })), ["/redirectUris/2 invalid_url"]);
});

test("an unchecked box, as form libraries hold it, is no row", () => {
  const { name, homepage, redirectUris } = client();
  assert.deepEqual(payload(teableOAuthClient, { name, homepage, redirectUris, scopes: false }), { name, homepage, redirectUris });
  assert.deepEqual(payload(teableOAuthClient, { ...client(), scopes: [false, "view|read", false] }).scopes, ["view|read"]);
  assert.deepEqual(found(teableOAuthClient.build({ ...client(), redirectUris: [false, "x"], scopes: true, logo: false })), [
    "/logo invalid_type", "/scopes invalid_type", "/redirectUris/1 invalid_url",
  ]);
});

test("an object beside names that lead into it says the same, in whatever order they come", () => {
  const { data } = connection();
  const { title, app, authentication_fields } = data;
  const parts = [["data.title", title], ["data[app]", app], ["data", { authentication_fields }]];
  for (const order of [parts, [...parts].reverse()]) assert.deepEqual(payload(zapierAuthentication, Object.fromEntries(order)), { data });
  const [first, ...others] = [1, 2, 3].map((row) => `https://a.io/${row}`);
  const named = { ...client(), "redirectUris[0]": first };
  delete named.redirectUris;
  assert.deepEqual(payload(teableOAuthClient, { ...named, redirectUris: others }).redirectUris, [first, ...others]);
  const many = { "a[0]": 0, a: Array.from({ length: 200_000 }, (_, row) => row), b: 1 };
  assert.equal(esm.decodeForm(Object.entries(many)).b, 1);
});

test("null says nothing beside names that lead further, whichever comes first", () => {
  const { config, ...rest } = feishu();
  const named = Object.entries(config).map(([name, value]) => [`config.${name}`, value]);
  for (const entries of [[["config", null], ...named], [...named, ["config", null]]]) {
    assert.deepEqual(payload(teableAuthentication, { ...rest, ...Object.fromEntries(entries) }), feishu());
  }
});

test("a name that repeats makes one list of all its rows, and an object that is given again and again costs nothing", () => {
  assert.deepEqual(esm.decodeForm([["a", 1], ["a", [2, 3]]]), { a: [1, 2, 3] });
  assert.deepEqual(esm.decodeForm([["a", 1], ["a", 2], ["a", [3, 4]]]), { a: [1, 2, 3, 4] });
  const { scopes } = payload(teableOAuthClient, { ...client(), scopes: ["view|read"], "[scopes]": ["table|read"] });
  assert.deepEqual(scopes, ["view|read", "table|read"]);
  const own = { logo: "x" };
  assert.deepEqual(esm.decodeForm([["a.x", 1], ["b.x", 1], ["a", own], ["b", own]]), { a: { x: 1, logo: "x" }, b: { x: 1, logo: "x" } });
  const large = Object.fromEntries(Array.from({ length: 20_000 }, (_, key) => [`k${key}`, key]));
  soon(() => esm.decodeForm([["a.x", 1], ...Array.from({ length: 2000 }, () => ["a", large])]));
});

test("what cannot be read beside names takes nothing else along", () => {
  const config = { get boom() { throw new Error("boom"); }, appId: "a" };
  const { success } = teableAuthentication.build({ type: "feishu", config, "config.appSecret": "bbbbbbbb", "[name]": "n" });
  assert.ok(success);
});

test("a text in the way of names that lead further is left out, and no object gets another prototype", () => {
  assert.deepEqual(esm.decodeForm([["config.appId", "a"], ["config", "text"]]), { config: { appId: "a" } });
  const odd = JSON.parse('{ "__proto__": { "polluted": 1 }, "constructor": 2, "appSecret": "s" }');
  const { config } = esm.decodeForm([["config.appId", "a"], ["config", odd]]);
  assert.deepEqual(Object.entries(config), [["appId", "a"], ["appSecret", "s"]]);
  assert.equal(Object.getPrototypeOf(config), Object.prototype);
});

test("only the chosen branch counts, whatever was typed in the other", () => {
  const config = { ...oidc().config, issuer: "not a URL", appId: "a", appSecret: "b" };
  assert.deepEqual(payload(teableAuthentication, { type: "feishu", name: "n", config }), { type: "feishu", config: { appId: "a", appSecret: "b" }, name: "n" });
  assert.deepEqual(found(teableAuthentication.build({ type: "feihsu", config })), ["/type unknown_type", "/name required"]);
});

test("what a person has emptied can be sent as empty, which a change of what is there needs", () => {
  const body = { description: "", logo: "", ...payload(teableOAuthClient, { ...client(), description: " ", logo: "" }) };
  assert.deepEqual([body.description, body.logo], ["", ""]);
  assert.deepEqual(teableOAuthClient.safeParse(body).issues ?? [], []);
});

test("keys come in the document's order, and nothing of the draft is changed", () => {
  const draft = { name: "n", id: "i", config: { issuer: "https://i.io", userInfoUrl: "https://u.io", tokenUrl: "https://t.io", authorizationUrl: "https://a.io", clientSecret: "s", clientId: "c" }, type: "oidc", more: 1 };
  const before = structuredClone(draft);
  const built = payload(teableAuthentication, draft);
  assert.deepEqual(Object.keys(built), ["type", "config", "id", "name"]);
  assert.deepEqual(Object.keys(built.config), ["clientId", "clientSecret", "authorizationUrl", "tokenUrl", "userInfoUrl", "issuer"]);
  assert.deepEqual(draft, before);
});

test("what a person cannot have typed is judged as it is", () => {
  assert.deepEqual(found(teableOAuthClient.build({ ...client(), name: 5, redirectUris: { a: 1 }, scopes: [["x"]] })), [
    "/name invalid_type", "/scopes/0 invalid_type", "/redirectUris invalid_type",
  ]);
  for (const draft of [undefined, null, 1, "x", [], Symbol("x"), () => {}]) {
    for (const schema of REQUESTS) assert.deepEqual(found(schema.build(draft)), [draft === undefined ? " required" : " invalid_type"]);
  }
});

test("drafts that fight back get an answer as well", () => {
  const throwing = () => { throw new Error("secret of the getter"); };
  const every = Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((name) => [name, throwing]));
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  assert.deepEqual(found(teableOAuthClient.build({ ...client(), get name() { return throwing(); } })), ["/name invalid_type"]);
  assert.deepEqual(found(teableOAuthClient.build({ ...client(), redirectUris: proxy })), ["/redirectUris invalid_type"]);
  assert.deepEqual(found(teableOAuthClient.build({ ...client(), redirectUris: new Proxy([], every) })), ["/redirectUris required"]);
  for (const schema of REQUESTS) assert.deepEqual(found(schema.build(proxy)), [" invalid_type"]);
  for (const draft of [proxy, new Proxy({}, every), { [Symbol.toStringTag]: "FormData" }, { get [Symbol.toStringTag]() { return throwing(); } }, { "a.b": 1, get c() { return throwing(); } }]) {
    for (const schema of REQUESTS) assert.ok(!schema.build(draft).success);
  }
});

test("each field is read once, and all that is told is of what it gave then", () => {
  for (const [schema, body] of [[teableAuthentication, oidc()], [teableAuthentication, feishu()], [teableOAuthClient, client()], [zapierAuthentication, connection()]]) {
    for (const spoilt of [body, { ...body, name: 5, data: 5 }, {}]) {
      const reads = {};
      const counted = (value, at) => {
        if (typeof value !== "object" || value === null) return value;
        const copy = Array.isArray(value) ? [] : {};
        for (const key of Object.keys(value)) {
          const inner = counted(value[key], `${at}/${key}`);
          const get = () => ((reads[`${at}/${key}`] ??= 0), reads[`${at}/${key}`]++ === 0 ? inner : "another");
          Object.defineProperty(copy, key, { get, enumerable: true });
        }
        return copy;
      };
      const draft = counted(spoilt, "");
      const { success, payload, issues } = schema.build(draft);
      const expected = schema.build(spoilt);
      assert.deepEqual({ success, issues }, { success: expected.success, issues: expected.issues });
      // What is free-form is handed on as it is.
      if (success && schema !== zapierAuthentication) assert.deepEqual(payload, expected.payload);
      const often = Object.entries(reads).filter(([at, count]) => count > 1 && !at.startsWith("/data/authentication_fields/"));
      assert.deepEqual(often, []);
    }
  }
});

test("also where keys are names, and one of them cannot be read", () => {
  let reads = 0;
  const draft = { type: "feishu", get name() { return `name ${++reads}`; }, "config.appId": "a", "config.appSecret": "b", get id() { throw 1; } };
  const { success, issues } = teableAuthentication.build(draft);
  assert.deepEqual([success, found({ issues }), reads], [false, ["/id invalid_type"], 1]);
});

test("a list that claims billions of rows costs nothing", () => {
  const sparse = [];
  sparse[4_294_967_293] = "nope";
  sparse[1] = "https://a.io";
  const { issues } = soon(() => teableOAuthClient.build({ ...client(), redirectUris: sparse }));
  assert.equal(issues.length, 1);
  assert.ok(soon(() => teableOAuthClient.build({ ...client(), redirectUris: Object.assign(sparse, { 4294967293: "a:b" }) })).success);
});

test("what was built passes, builds to itself, and the same from the same draft", () => {
  const next = random(5);
  const inputs = REQUESTS.map((schema) => [schema, cases(schema.name).filter(({ input }) => input !== undefined)]);
  let built = 0;
  for (let count = 0; count < MUTATIONS; count++) {
    const [schema, list] = inputs[next(3)];
    let draft = structuredClone(list[next(list.length)].input);
    for (let times = next(3); times > 0; times--) draft = mutate(draft, next);
    const first = schema.build(draft);
    assert.deepEqual(schema.build(draft), first);
    if (!first.success) {
      assert.ok(first.issues.length > 0);
      continue;
    }
    built++;
    assert.ok(schema.is(first.payload), JSON.stringify(draft));
    assert.deepEqual(schema.build(first.payload).payload, first.payload);
  }
  assert.ok(built > MUTATIONS / 20, `only ${built} were built`);
});

test("what is valid and has no blank builds to what it is, up to the listed rules", () => {
  let counted = 0;
  for (const schema of REQUESTS) {
    for (const { id, input, valid } of cases(schema.name)) {
      if (!valid || input === undefined || hasBlank(input)) continue;
      const { data } = schema.safeParse(input);
      assert.deepEqual(payload(schema, input), ruled(data), id);
      counted++;
    }
  }
  assert.ok(counted > 300, `${counted}`);
});

/** Whether a text of a request's own fields is blank, or a list without rows. */
function hasBlank(value) {
  if (typeof value === "string") return value.trim() === "";
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value) && value.length === 0) return true;
  return Object.entries(value).some(([key, member]) => key !== "authentication_fields" && hasBlank(member));
}

/** Trims what is listed, and nothing else. */
function ruled(value, key = "") {
  if (typeof value === "string") return /url$|^homepage$|^issuer$|^redirectUris$|^title$|^app$/i.test(key) ? value.trim() : value;
  if (typeof value !== "object" || value === null || key === "authentication_fields") return value;
  if (Array.isArray(value)) return value.map((row) => ruled(row, key));
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, ruled(member, name)]));
}

test("strings keep their code units, and secrets too", () => {
  const odd = "a\ud800\u0000\udfffb";
  assert.equal(payload(teableAuthentication, { ...feishu(), name: odd, config: { appId: odd, appSecret: odd } }).config.appSecret, odd);
  assert.ok(schemas["teable.authentication.request"].build === teableAuthentication.build);
});
