// The fast path for values accepts nothing that the full validator refuses, and gives the same data. `isText` asks wasm about
// every text, and what is not surely valid takes another way as a text than as a value; so the ways check each other: on
// mutations of the corpus, and on made-up URLs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { esm } from "./support/installed.mjs";
import { corpus } from "./support/corpus.mjs";
import { mutate } from "./support/mutations.mjs";
import { random } from "./support/random.mjs";

const encoder = new TextEncoder();

const MUTATIONS = 1_000_000;
const URLS = 300_000;

/** What both ways have to agree on: `JSON.stringify` writes holes as null and leaves out undefined. */
function compare(schema, value) {
  const byValue = schema.safeParse(value);
  const text = JSON.stringify(value);
  const byText = schema.safeParseText(text);
  const byBytes = schema.safeParseText(encoder.encode(text));
  if (JSON.stringify(byBytes) !== JSON.stringify(byText)) assert.fail(`${schema.name}: another result as bytes: ${text}`);
  const verdicts = [byValue.success, byText.success, schema.is(value), schema.isText(text)];
  if (verdicts.some((verdict) => verdict !== byValue.success)) {
    assert.fail(`${schema.name}: as value, text, by is and isText ${verdicts.join()}: ${text}`);
  }
  if (byValue.success) {
    assert.equal(JSON.stringify(byValue.data), JSON.stringify(byText.data));
  } else {
    const bare = byText.issues.map(({ offset, line, column, ...issue }) => issue);
    assert.equal(JSON.stringify(byValue.issues), JSON.stringify(bare));
  }
  return byValue.success;
}

test(`${MUTATIONS} mutations of the corpus: by value and by text the same verdict, data and issues`, () => {
  const next = random(20261121);
  const cases = corpus().filter((one) => "input" in one && JSON.stringify(one.input)?.length < 1500);
  let valid = 0;
  for (let count = 0; count < MUTATIONS; count++) {
    const { schema, input } = cases[next(cases.length)];
    let value = structuredClone(input);
    for (let times = next(3); times >= 0; times--) value = mutate(value, next);
    valid += compare(esm.schemas[schema], value);
  }
  assert.ok(valid > MUTATIONS / 20, `only ${valid} mutations were valid: they say little`);
});

test(`${URLS} made-up URLs: the same verdict as new URL`, () => {
  const next = random(7);
  const parts = [
    "http", "https", "HTTP", "ws", "ftp", "file", "com.a", "a+b", "1a", ":", ":/", "://", ":///", "//", "a", "a.b", "A-b", "a--b", "xn--a", "xn--bcher-kva",
    "ab--c", "_a", "a_b.io", "-a", "a-", ".", "..", "1", "1.2.3.4", "01.2.3.4", "1.2.3.256", "256", "0x7f.1", "1.2.3", "a.1", "1a", "0x", "[::1]", "[1::]",
    "[1:2:3:4:5:6:7:8]", "[1:2:3:4:5:6:7:8:9]", "[::g]", "[::ffff:1.2.3.4]", "[1::2::3]", ":80", ":65535", ":65536", ":00080", ":a", ":", "@", "u@", "u:p@", "%41@",
    "/", "/a b", "?", "?q=é", "#", "#x", "\\", " ", "\t", "\n", "%", "%20", "%00", "é", "例え", "ß", "\u00ad", "\u200d", "\ud800", "<", ">", "^", "|", "`", "{", "\"",
  ];
  const { teableOAuthClient } = esm;
  let valid = 0;
  for (let count = 0; count < URLS; count++) {
    let homepage = next(4) === 0 ? "" : "https://";
    for (let times = next(7); times >= 0; times--) homepage += parts[next(parts.length)];
    let expected = true;
    try {
      new URL(homepage);
    } catch {
      expected = false;
    }
    if (teableOAuthClient.is({ name: "", homepage, redirectUris: ["a:b"] }) !== expected) {
      assert.fail(`new URL ${expected ? "accepts" : "refuses"} ${JSON.stringify(homepage)}`);
    }
    valid += expected;
  }
  assert.ok(valid > URLS / 20 && valid < URLS * 0.95, `${valid} were valid: they say little`);
});

test("after 60,000 calls a URL with characters beyond ASCII still gets the same answer", () => {
  const body = { name: "a", homepage: "http://bücher.de", redirectUris: ["https://例え.jp/é"] };
  const text = JSON.stringify(body);
  for (let count = 0; count < 60_000; count++) {
    if (!esm.teableOAuthClient.is(body)) assert.fail(`refused by value at call ${count}`);
    if (!esm.teableOAuthClient.is({ ...body, homepage: "http://xn--bcher-kva.de" })) assert.fail(`refused in ASCII at call ${count}`);
    if (count % 10 === 0 && esm.teableOAuthClient.is({ ...body, homepage: "http://xn--a" })) assert.fail(`accepted at call ${count}`);
    if (count % 10 === 0 && !esm.teableOAuthClient.isText(text)) assert.fail(`refused by text at call ${count}`);
  }
});
