// What a single call may be told: its language, and messages of the caller's own.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { client, feishu } from "./support/bodies.mjs";
import { esm } from "./support/installed.mjs";

const { RequestError, ValidationError, locales, schemas, teableAuthentication, teableOAuthClient, zapierAuthentication } = esm;
const tags = JSON.parse(readFileSync(new URL("../cases/locales.json", import.meta.url), "utf8"));

const BAD = { ...client(), name: 5, redirectUris: ["https://a.io", "x", "x"] };
const EN = ["Name: use text, not a number.", "Redirect URI 2: start the URL with https://.", "Redirect URI 3: start the URL with https://."];
const ZH = ["名称：应为文本，而不是数字。", "回调地址 2：网址请以 https:// 开头。", "回调地址 3：网址请以 https:// 开头。"];
const messages = ({ issues }) => issues.map(({ message }) => message);

test("the languages are these, frozen", () => {
  assert.deepEqual(locales, ["en", "zh"]);
  assert.ok(Object.isFrozen(locales));
});

test("a tag names a language by its first subtag, English where it is not spoken", () => {
  for (const { tag, locale } of tags) assert.deepEqual(messages(teableOAuthClient.safeParse(BAD, { locale: tag })), locale === "zh" ? ZH : EN, tag);
});

test("every check speaks the language of its call, and the next one its own again", () => {
  const text = JSON.stringify(BAD);
  const ways = {
    safeParse: (options) => messages(teableOAuthClient.safeParse(BAD, options)),
    safeParseText: (options) => messages(teableOAuthClient.safeParseText(text, options)),
    checkLines: (options) => messages(teableOAuthClient.checkLines(`${text}\n`, options).failures[0]),
    validate: (options) => messages(teableOAuthClient["~standard"].validate(BAD, { libraryOptions: options })),
    validateField: (options) => ["name", "redirectUris"].flatMap((name) => messages({ issues: teableOAuthClient.validateField(name, BAD[name], undefined, options) })),
    build: (options) => messages(teableOAuthClient.build(BAD, options)),
    parse: (options) => {
      try {
        return teableOAuthClient.parse(BAD, options);
      } catch (error) {
        assert.ok(error instanceof ValidationError);
        assert.equal(error.message, messages(error).join("\n"));
        return messages(error);
      }
    },
  };
  for (const [name, call] of Object.entries(ways)) {
    for (const [options, expected] of [[undefined, EN], [{ locale: "zh" }, ZH], [{ locale: "en" }, EN], [{ locale: "zh-Hans" }, ZH], [{}, EN]]) {
      assert.deepEqual(call(options), expected, name);
    }
  }
});

test("only the words differ: codes, places and parameters are the same", () => {
  const bodies = [null, {}, { type: "odic" }, { ...feishu(), config: { appId: 1 } }, BAD, { data: { title: "x".repeat(300), app: "x" } }, { meta: { count: -1 } }];
  const bare = ({ issues = [] }) => issues.map(({ message, ...rest }) => rest);
  for (const schema of Object.values(schemas)) {
    for (const body of bodies) {
      const en = schema.safeParse(body);
      const zh = schema.safeParse(body, { locale: "zh" });
      assert.deepEqual(bare(zh), bare(en));
      for (const [at, { message }] of (zh.issues ?? []).entries()) {
        assert.notEqual(message, en.issues[at].message);
        assert.match(message, /[\u4e00-\u9fff].*[。？]$/u);
      }
    }
  }
});

test("what a caller without types passes as options is no option", () => {
  for (const options of [null, 0, 7, "zh", [], () => {}, { locale: 5 }, { locale: null }, { locale: {} }, { locale: "zh".repeat(1000) }, { messages: null }, { messages: 5 }, { messages: { invalid_url: 5, invalid_type: {} } }]) {
    assert.deepEqual(messages(teableOAuthClient.safeParse(BAD, options)), EN);
  }
  assert.deepEqual([BAD, BAD].map(teableOAuthClient.safeParse).map(messages), [EN, EN]);
});

test("a caller's own messages take the place of prevet's, by code", () => {
  const own = { invalid_url: "No URL.", invalid_type: ({ pointer, params, message }) => `${pointer}: ${params.expected}, ${params.received}; ${message}` };
  const expected = [`/name: string, number; ${EN[0]}`, "No URL.", "No URL."];
  const result = teableOAuthClient.safeParse(BAD, { messages: own });
  assert.deepEqual(messages(result), expected);
  const bare = ({ issues }) => issues.map(({ message, ...rest }) => rest);
  assert.deepEqual(bare(result), bare(teableOAuthClient.safeParse(BAD)));
  assert.deepEqual(messages(teableOAuthClient.safeParse(BAD, { locale: "zh", messages: { invalid_url: "x" } })), [ZH[0], "x", "x"]);
  assert.deepEqual(messages(teableOAuthClient.build(BAD, { messages: own })), expected);
  assert.deepEqual(messages(teableOAuthClient.checkLines(JSON.stringify(BAD), { messages: own }).failures[0]), expected);
  assert.deepEqual(messages(teableOAuthClient["~standard"].validate(BAD, { libraryOptions: { messages: own } })), expected);
  assert.deepEqual(messages(teableOAuthClient.safeParse(BAD)), EN);
});

test("a message of the caller's own that throws is the caller's error, and harms no later check", () => {
  const messages = { invalid_url: () => { throw new RangeError("mine"); } };
  assert.throws(() => teableOAuthClient.safeParse(BAD, { messages }), { name: "RangeError", message: "mine" });
  assert.throws(() => teableOAuthClient.checkLines(JSON.stringify(BAD), { messages }), { name: "RangeError" });
  assert.equal(teableOAuthClient.safeParse(BAD).issues.length, 3);
});

test("what prevet says for a silent server is in the language of the call", () => {
  for (const [status, en, zh] of [[401, "Sign in again, then send the request once more.", "请重新登录后再提交。"], [0, "The server could not be reached, or its answer could not be understood.", "无法连接服务器，或无法理解其响应。"]]) {
    assert.deepEqual(messages(zapierAuthentication.fromServerError(status, "")), [en]);
    assert.deepEqual(messages(zapierAuthentication.fromServerError(status, "", undefined, { locale: "zh-CN" })), [zh]);
    assert.deepEqual(messages(zapierAuthentication.fromServerError(status, "", undefined, { messages: { server_rejected: "Mine." } })), ["Mine."]);
  }
});

test("errors about the options of a request, and the count of what an error leaves out, are in the language of the call", () => {
  const error = (options) => {
    try {
      teableAuthentication.request(feishu(), options);
    } catch (error) {
      assert.ok(error instanceof RequestError);
      return error.message;
    }
  };
  assert.equal(error({ token: "t" }), "organizationId is missing");
  assert.equal(error({ token: "t", locale: "zh" }), "organizationId 缺失");
  const many = { ...client(), redirectUris: Array(25).fill("x") };
  assert.throws(() => teableOAuthClient.parse(many), /\n\.\.\. and 5 more$/);
  assert.throws(() => teableOAuthClient.parse(many, { locale: "zh" }), /\n……另有 5 项$/);
});
