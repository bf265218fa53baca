// JSON text as a string and as bytes of every make; the places of issues in it.
import assert from "node:assert/strict";
import { test } from "node:test";

import { client, connection, feishu, found, oidc } from "./support/bodies.mjs";
import { esm, run } from "./support/installed.mjs";

const { schemas, teableAuthentication, teableOAuthClient, zapierAuthentication } = esm;
const bytesOf = (text) => new TextEncoder().encode(text);

/** The same bytes in every container that may hold them, some with other bytes around. */
function containers(text) {
  const bytes = bytesOf(text);
  const padded = new Uint8Array(bytes.length + 16).fill(0x7b);
  padded.set(bytes, 8);
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return {
    string: text,
    Uint8Array: bytes,
    ArrayBuffer: bytes.buffer.slice(0),
    "Uint8Array with an offset": padded.subarray(8, 8 + bytes.length),
    "DataView with an offset": new DataView(padded.buffer, 8, bytes.length),
    Int8Array: new Int8Array(padded.buffer, 8, bytes.length),
    Buffer: Buffer.from(text),
    "shared Uint8Array": shared,
    SharedArrayBuffer: shared.buffer,
  };
}

test("a text is read from a string and from bytes of every make", () => {
  const body = { ...feishu(), name: "\u00fc\u5b57\ud83d\ude00" };
  for (const [make, text] of Object.entries(containers(JSON.stringify(body)))) {
    assert.deepEqual(teableAuthentication.safeParseText(text), { success: true, data: body }, make);
  }
});

test("two-byte elements count by their bytes", () => {
  const text = JSON.stringify(feishu());
  const even = text.length % 2 ? `${text} ` : text;
  const words = new Uint16Array(bytesOf(even).buffer);
  assert.ok(teableAuthentication.safeParseText(words).success);
});

test("the bytes are left alone", () => {
  const bytes = bytesOf(JSON.stringify({ ...client(), redirectUris: [] }));
  const before = bytes.slice();
  teableOAuthClient.safeParseText(bytes);
  assert.deepEqual(bytes, before);
});

test("issues tell offset in bytes, line and column in code points", () => {
  const text = '{\n  "name": "\u00fc\ud83d\ude00", "homepage": 7,\n  "redirectUris": ["https://a.io", "nowhere"]\n}';
  const at = (needle) => {
    const before = text.slice(0, text.indexOf(needle));
    const lines = before.split("\n");
    return { offset: bytesOf(before).length, line: lines.length, column: [...lines.at(-1)].length + 1 };
  };
  for (const [make, input] of Object.entries(containers(text))) {
    const { issues } = teableOAuthClient.safeParseText(input);
    assert.deepEqual(found({ issues }), ["/homepage invalid_type", "/redirectUris/1 invalid_url"], make);
    const places = issues.map(({ offset, line, column }) => ({ offset, line, column }));
    assert.deepEqual(places, [at("7"), at('"nowhere"')], make);
  }
});

test("a missing field stands where its object begins", () => {
  const { issues } = zapierAuthentication.safeParseText('{\n "data": {\n}}');
  assert.deepEqual(found({ issues }), [
    "/data/title required",
    "/data/app required",
    "/data/authentication_fields required",
  ]);
  for (const { offset, line, column } of issues)
    assert.deepEqual({ offset, line, column }, { offset: 11, line: 2, column: 10 });
});

test("text and value give the same issues but for the place in the text", () => {
  for (const value of [
    {},
    null,
    { ...oidc(), type: "saml" },
    { ...client(), scopes: ["table|raed", 1], homepage: "x" },
    connection(),
  ]) {
    for (const schema of Object.values(schemas)) {
      const fromText = schema.safeParseText(JSON.stringify(value));
      const plain = fromText.issues?.map(({ offset, line, column, ...issue }) => issue);
      assert.deepEqual(plain, schema.safeParse(value).issues);
    }
  }
});

test("a text that is not JSON has one issue, at its place", () => {
  const cases = [
    ["", "unexpected_end", 0, 1, 1],
    ["  ", "unexpected_end", 2, 1, 3],
    ['{"name":', "unexpected_end", 8, 1, 9],
    ["{\n'a':1}", "unexpected_character", 2, 2, 1],
    ['{"a":1,}', "unexpected_character", 7, 1, 8],
    ["{} x", "trailing_text", 3, 1, 4],
    ["[01]", "invalid_number", 2, 1, 3],
    ["[1.]", "invalid_number", 3, 1, 4],
    ['["\\x"]', "invalid_escape", 3, 1, 4],
    ['["\u0001"]', "control_character", 2, 1, 3],
    ["\ufeff{}", "byte_order_mark", 0, 1, 1],
    ["NaN", "unexpected_character", 0, 1, 1],
  ];
  for (const [text, reason, offset, line, column] of cases) {
    for (const input of [text, bytesOf(text)]) {
      const { success, issues } = teableOAuthClient.safeParseText(input);
      assert.equal(success, false);
      const [{ message, ...issue }] = issues;
      assert.deepEqual(
        [issue, issues.length],
        [{ code: "invalid_json", path: [], pointer: "", params: { reason }, offset, line, column }, 1],
        JSON.stringify(text),
      );
      assert.match(message, /^JSON text: .*\.$/);
    }
  }
});

test("bytes that are not UTF-8 are one issue", () => {
  for (const tail of [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0xaf], [0xf4, 0x90, 0x80, 0x80]]) {
    const bytes = Uint8Array.from([...bytesOf('{"name":"'), ...tail, ...bytesOf('"}')]);
    const { issues } = teableOAuthClient.safeParseText(bytes);
    assert.equal(issues.length, 1);
    assert.deepEqual(issues[0].params, { reason: "invalid_utf8" });
    assert.equal(issues[0].offset, 9);
  }
});

test("what is no text counts as an empty one", () => {
  const buffer = new ArrayBuffer(8);
  const view = new DataView(buffer);
  structuredClone(buffer, { transfer: [buffer] });
  for (const text of [undefined, null, 42, {}, [123], Promise.resolve("{}"), Symbol("x"), () => "{}", buffer, view]) {
    const { issues } = teableOAuthClient.safeParseText(text);
    assert.deepEqual(
      issues.map(({ code, params }) => ({ code, params })),
      [{ code: "invalid_json", params: { reason: "unexpected_end" } }],
    );
  }
});

test("of equal keys the last one counts, as with JSON.parse", () => {
  const text = '{"name":1,"homepage":"https://a.io","redirectUris":["https://a.io"],"name":"last"}';
  assert.equal(teableOAuthClient.safeParseText(text).data.name, "last");
  assert.deepEqual(found(teableOAuthClient.safeParseText(text.replace('"last"', "null"))), ["/name invalid_type"]);
});

test("data from a text is what JSON.parse makes of it: known keys only, surrogates as they are", () => {
  const text =
    '{"extra":1,"type":"feishu","config":{"appId":"\\ud800","appSecret":"\ud800\\u0000","x":1},"name":"\\ude00\\ud83d"}';
  assert.deepEqual(teableAuthentication.safeParseText(text).data, {
    type: "feishu",
    config: { appId: "\ud800", appSecret: "\ud800\0" },
    name: "\ude00\ud83d",
  });
});

test("scopes are de-duplicated from a text too", () => {
  const text = JSON.stringify({ ...client(), scopes: ["view|read", "table|read", "view|read"] });
  assert.deepEqual(teableOAuthClient.safeParseText(text).data.scopes, ["view|read", "table|read"]);
});

test("a text 100,000 levels deep in a free-form map is valid, one that never closes is not", () => {
  const deep = "[".repeat(100_000) + "]".repeat(100_000);
  const text = JSON.stringify(connection()).replace('"s3cr3t-zapier"', deep);
  assert.ok(zapierAuthentication.safeParseText(text).success);
  assert.deepEqual(found(zapierAuthentication.safeParseText("[".repeat(1_000_000))), [" invalid_json"]);
});

test("a text of a million elements gets an answer, with all of them in data", () => {
  const uri = '"https://a.io/callback"';
  const text = `{"name":"n","homepage":"https://a.io","redirectUris":[${new Array(1_000_000).fill(uri)}]}`;
  assert.equal(teableOAuthClient.safeParseText(text).data.redirectUris.length, 1_000_000);
});

test("bytes give the same body before wasm is awake and after, however they are written", () => {
  const texts = [
    JSON.stringify(oidc()),
    JSON.stringify({ ...feishu(), name: "名前 \u{1f600}", id: "é" }),
    '{"type":"feishu","name":"\\ud800 \\"a\\" \\u00e9é","config":{"appSecret":"s\\n","appId":"i","more":[{"a":[]}]},"id":""}',
    ' {"config":{"appId":"i","appSecret":"s"}, "type" : "feishu", "name":"the tag comes last"}\n',
    '{"type":"feishu","name":"first","name":"last","config":{"appId":"i","appSecret":"s"}}',
    JSON.stringify({ ...feishu(), name: "long ".repeat(4000) }),
    '{"type":"feishu","name":1e3,"config":{"appId":"i","appSecret":"s"}}',
    '{"type":"feishu"',
  ];
  const printed = run(`
    import { teableAuthentication as schema } from "prevet";
    const check = (text) => schema.safeParseText(new TextEncoder().encode(text));
    const texts = ${JSON.stringify(texts)};
    // What is surely valid leaves it asleep, so each text has its turn first.
    const first = texts.map(check);
    const again = texts.map(check);
    console.log(JSON.stringify([first, again, texts.map((text) => schema.safeParseText(text))]));
  `);
  const [first, again, asStrings] = JSON.parse(printed);
  assert.deepEqual(again, first);
  assert.deepEqual(asStrings, first);
  assert.deepEqual(first.map(({ success }) => success), [true, true, true, true, true, true, false, false]);
  assert.equal(first[2].data.name, '\ud800 "a" éé');
  assert.equal(first[4].data.name, "last");
});

test("where free-form maps and numbers stand in bytes, they are as JSON.parse gives them", () => {
  const fields = JSON.parse('{"":1,"é":[null,true,{"\ud83d\ude00":"\\\\"}],"n":-0.5e-3,"__proto__":"x"}');
  const text = `{"data":{"authentication_fields":${JSON.stringify(fields)},"app":"${connection().data.app}","title":"t"}}`;
  zapierAuthentication.isText(text);
  const { data } = zapierAuthentication.safeParseText(new TextEncoder().encode(text));
  assert.deepEqual(data, { data: { title: "t", app: connection().data.app, authentication_fields: fields } });
});
