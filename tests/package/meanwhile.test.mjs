// What happens in the middle of a check, and what a check leaves for the next: what was judged is what is given.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import vm from "node:vm";

import { client, found } from "./support/bodies.mjs";
import { esm, manifest, root, run } from "./support/installed.mjs";

const { schemas, teableOAuthClient } = esm;
const bytesOf = (value) => new TextEncoder().encode(JSON.stringify(value));

test("a text of many places that is refused at its end leaves nothing behind", () => {
  const printed = run(`
    import { schemas, teableOAuthClient } from "prevet";
    const bytes = (value) => new TextEncoder().encode(JSON.stringify(value));
    const verdicts = [teableOAuthClient.is({})];
    const body = (count) => ({ name: "a", redirectUris: new Array(count).fill("http://a"), homepage: "x" });
    for (const count of [300, 515, 560, 620]) {
      const { issues } = teableOAuthClient.safeParseText(bytes(body(count)));
      verdicts.push(issues.map(({ pointer, code, line }) => [pointer, code, line].join(" ")).join());
      verdicts.push(teableOAuthClient.is({}), teableOAuthClient.safeParse(42).success);
      verdicts.push(schemas["zapier.Category"].checkLines('{"slug":"a"}\\n'.repeat(15)).valid);
    }
    console.log(JSON.stringify(verdicts));
  `);
  const each = ["/homepage invalid_url 1", false, false, 15];
  assert.deepEqual(JSON.parse(printed), [false, ...each, ...each, ...each, ...each]);
});

test("a host's parser of URLs that comes back in the middle changes no verdict", () => {
  const printed = run(`
    const Real = URL;
    let depth = 0;
    globalThis.URL = class extends Real {
      constructor(...args) {
        super(...args);
        if (depth++ === 0) prevet.schemas["zapier.Category"].checkLines('{"slug":1}\\n{}');
        depth--;
      }
    };
    const prevet = await import("prevet");
    const response = prevet.schemas["teable.oauth-client.response"];
    const body = { clientId: 1, name: 2, homepage: "https://é.fr/", redirectUris: [5] };
    console.log(response.safeParse(body).issues.map(({ pointer }) => pointer).join());
  `);
  assert.equal(printed, "/clientId,/name,/redirectUris/0\n");
});

test("an engine that stops in the middle of a call is not replaced under it", () => {
  const printed = run(`
    const Real = URL;
    let armed = true;
    globalThis.URL = class extends Real {
      get hostname() {
        const name = super.hostname;
        if (name.includes("nested")) throw new Error("from outside");
        if (armed) {
          armed = false;
          try {
            prevet.teableOAuthClient.isText('{"name":"n","homepage":"https://nestedé.io/","redirectUris":["https://a.io"]}');
          } catch ({ reason }) {
            console.log(reason);
          }
          prevet.init();
          try {
            prevet.schemas["zapier.Category"].safeParse({ slug: 1 });
          } catch ({ reason }) {
            console.log(reason);
          }
        }
        return name;
      }
    };
    const prevet = await import("prevet");
    const body = { clientId: 1, name: 2, homepage: "https://é.fr/", redirectUris: [5] };
    const check = () => prevet.schemas["teable.oauth-client.response"].safeParse(body).issues.map(({ pointer }) => pointer).join();
    try {
      console.log(check());
    } catch ({ reason }) {
      console.log(reason);
    }
    console.log(check());
  `);
  assert.equal(printed, "trap\ntrap\ntrap\n/clientId,/name,/redirectUris/0\n");
});

test("a list whose length is told but once is read but once", () => {
  let asked = 0;
  const list = new Proxy(["https://a.io"], {
    get(target, key) {
      if (key !== "length") return key === "0" && asked > 2 ? 666 : target[key];
      if (asked++ === 0) throw new Error("not yet");
      return target.length;
    },
  });
  const result = teableOAuthClient.safeParse({ ...client(), redirectUris: list });
  assert.deepEqual(result.data?.redirectUris, ["https://a.io"]);
});

test("bytes that an option rewrites are judged as they are given", () => {
  const printed = run(`
    import { schemas } from "prevet";
    const schema = schemas["zapier.Category"];
    for (const wake of [false, true]) {
      if (wake) schema.is({});
      const bytes = new TextEncoder().encode('{"slug":12}');
      const options = { get locale() { bytes.set(new TextEncoder().encode('{"slug":""}')); return "en"; } };
      console.log(schema.safeParseText(bytes, options).success);
    }
  `);
  assert.equal(printed, "false\nfalse\n");
});

test("a view of bytes is what it is, whatever it says", () => {
  const schema = schemas["zapier.Category"];
  const lying = bytesOf({ slug: "a" });
  Object.defineProperty(lying, "length", { value: 100 });
  assert.deepEqual(schema.safeParseText(lying), { success: true, data: { slug: "a" } });
  const given = bytesOf({ slug: "a" });
  structuredClone(given.buffer, { transfer: [given.buffer] });
  assert.deepEqual(found(schema.safeParseText(given)), [" invalid_json"]);
  assert.equal(schema.isText(given), false);
  assert.ok(schema.is({ slug: "a" }));
});

test("what may be anything still has to be readable", () => {
  const list = [1];
  Object.defineProperty(list, 1, { get: () => assert.fail(), enumerable: true });
  const app = { id: "a", image: "i", links: {}, action_types: list, title: "t", images: {}, hex_color: "c", categories: [], description: "d" };
  app.images = { url_16x16: "", url_32x32: "", url_64x64: "", url_128x128: "" };
  const { issues } = schemas["zapier.Apps"].safeParse(app);
  assert.deepEqual(issues.map(({ pointer, code, params }) => [pointer, code, params]), [
    ["/action_types/1", "invalid_type", { expected: "value", received: "unreadable" }],
  ]);
});

test("many references to one long list are one long value", () => {
  const source = `
    import { schemas } from "prevet";
    const action_types = [];
    action_types.length = 2 ** 22;
    const app = { id: "", image: "", links: {}, action_types, title: "", images: {}, hex_color: "", categories: [], description: "" };
    const item = { type: "authentication", id: "", is_expired: true, title: "", app };
    const body = { links: {}, meta: {}, data: new Array(60).fill(item) };
    console.log(schemas["zapier.authentication.response"].safeParse(body).success);
  `;
  assert.equal(run(source, "--max-old-space-size=1500"), "false\n");
});

test("the first text of an engine gives its body, however long: room for it may move what wasm wrote", async () => {
  const wakes = [({ "zapier.ErrorSource": source }) => source.is(1), ({ "zapier.ErrorSource": source }) => source.isText("1")];
  for (const [way, wake] of wakes.entries()) {
    for (let length = 0; length <= 2 ** 13; length += 128) {
      const { schemas } = await import(`${pathToFileURL(root)}/${manifest.exports["."].import.default}?${way}=${length}`);
      assert.equal(wake(schemas), false);
      for (const body of [{ pointer: "p", parameter: "x".repeat(length) }, { pointer: "q".repeat(2 * length) }]) {
        assert.deepEqual(schemas["zapier.ErrorSource"].safeParseText(bytesOf(body)), { success: true, data: body });
      }
    }
  }
});

test("bytes that say that they are more than they are show nothing of an earlier text", () => {
  const schema = schemas["zapier.ErrorSource"];
  const earlier = bytesOf({ pointer: "p", parameter: "q", header: "of somebody else" });
  for (let truths = 0; truths < 8; truths++) {
    assert.equal(schema.is(1), false);
    assert.ok(schema.safeParseText(earlier).success);
    const bytes = new TextEncoder().encode('{"pointer":"p",');
    let asked = 0;
    Object.defineProperty(bytes, "length", { get: () => (asked++ < truths ? bytes.byteLength : earlier.length) });
    const { issues } = schema.safeParseText(bytes);
    assert.deepEqual(issues?.map(({ code, offset }) => [code, offset]), [["invalid_json", 15]], `after ${truths}`);
  }
});

/** Hosts without decoders, and with imitations of Node's. */
const HOSTS = {
  nothing: "",
  "a decoder that drops a byte order mark": `
    globalThis.TextDecoder = decoder;
    globalThis.Buffer = class {
      latin1Slice(start, end) { return String.fromCharCode(...this.subarray(start, end)); }
      utf8Slice(start, end) { return new TextDecoder().decode(this.subarray(start, end)); }
    };`,
  "slices that need a Buffer": `
    globalThis.Buffer = class {
      latin1Slice(start, end) { return this.toString("latin1", start, end); }
      utf8Slice(start, end) { return this.toString("utf8", start, end); }
    };`,
  "slices that throw": `
    globalThis.Buffer = class {
      latin1Slice() { throw new TypeError("not a Buffer"); }
      utf8Slice() { throw new TypeError("not a Buffer"); }
    };`,
};

for (const [name, script] of Object.entries(HOSTS)) {
  test(`bytes give the same body on a host with ${name}`, () => {
    const context = vm.createContext({ module: { exports: {} }, decoder: TextDecoder });
    vm.runInContext(script, context);
    vm.runInContext(readFileSync(`${root}/${manifest.exports["."].require.default}`, "utf8"), context);
    const schema = context.module.exports.schemas["zapier.ErrorSource"];
    const body = { pointer: "\ufeffééé", parameter: "abcdef", header: "a long header, behind what is not ASCII" };
    const asleep = schema.safeParseText(bytesOf(body));
    assert.equal(schema.is(1), false);
    const awake = schema.safeParseText(bytesOf(body));
    assert.deepEqual({ ...asleep.data }, body);
    assert.deepEqual({ ...awake.data }, body);
  });
}

test("one text in bytes wakes no wasm, thousands do", () => {
  const printed = run(`
    import { schemas } from "prevet";
    let instances = 0;
    const { Instance } = WebAssembly;
    WebAssembly.Instance = function (...args) { instances++; return new Instance(...args); };
    const bytes = new TextEncoder().encode('{"slug":"a"}');
    const counts = [1, 16_000, 1000].map((calls) => {
      for (let call = 0; call < calls; call++) schemas["zapier.Category"].safeParseText(bytes);
      return instances;
    });
    console.log(counts.join(" "));
  `);
  // The unpacker, and the module that it unpacks.
  assert.equal(printed, "0 0 2\n");
});

test("what the host's parser of URLs asks in the middle of a check changes no verdict, however large it is", () => {
  const printed = run(`
    const Host = globalThis.URL;
    let ask;
    globalThis.URL = class extends Host { constructor(...given) { ask?.(); super(...given); } };
    const { teableOAuthClient: schema } = await import("prevet");
    const text = (bad) => JSON.stringify({ name: "n", homepage: "https://ex\u00e4mple.com/", redirectUris: [1, 2, bad].map((path) => "https://ex\u00e4" + (path || " ") + ".com/") });
    const large = [() => schema.isText("[" + " ".repeat(34e6)), () => schema.checkLines("{}\\n".repeat(60000))];
    const calls = [(text) => schema.isText(text), (text) => schema.safeParseText(text).success, (text) => schema.safeParse(JSON.parse(text)).success,
      (text) => schema.checkLines(text).valid === 1, (text) => schema.build(JSON.parse(text)).success];
    const answers = [];
    for (const first of large) for (const call of calls) for (const bad of [3, 0]) {
      let count = 0;
      ask = () => { const own = ask; ask = undefined; if (++count === 1) first(); else schema.isText("{}"); ask = own; };
      answers.push(call(text(bad)) === (bad > 0));
      ask = undefined;
      answers.push(schema.isText(text(3)), !schema.isText(text(0)));
    }
    console.log(answers.length, answers.every(Boolean));
  `);
  assert.equal(printed, "60 true\n");
});

test("lines are all judged before any of the caller's code runs", () => {
  const line = (name) => JSON.stringify({ slug: 1, x: name.repeat(900_000) });
  const lines = ["a", "b", "c"].map(line).join("\n");
  for (const spoil of [(bytes) => bytes.fill(32), (bytes) => structuredClone(bytes.buffer, { transfer: [bytes.buffer] })]) {
    const bytes = new TextEncoder().encode(lines);
    const own = { get invalid_type() { spoil(bytes); return "a text, please"; } };
    const { failures, valid, rest } = schemas["zapier.Category"].checkLines(bytes, { messages: own, partial: false });
    assert.deepEqual(failures.map(({ line, issues }) => [line, issues[0].message]), [1, 2, 3].map((line) => [line, "a text, please"]));
    assert.deepEqual([valid, rest.length], [0, 0]);
  }
});
