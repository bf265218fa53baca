// Node itself: both module formats, and the slim entry with each kind of module.
import assert from "node:assert/strict";
import { test } from "node:test";

import { expected } from "./support/bodies.mjs";
import { node } from "./support/run.mjs";

const evaluate = (source) => node("--input-type=module", "--eval", source);

/** Prints the verdict of `prevet/slim` after some way of starting it. */
const slim = (start) => `
  import { readFileSync } from "node:fs";
  import { fileURLToPath } from "node:url";
  import * as prevet from "prevet/slim";
  import { verdict } from "./support/verdict.mjs";
  const { init, initSync } = prevet;
  const file = fileURLToPath(import.meta.resolve("prevet/module.wasm"));
  const bytes = readFileSync(file);
  ${start}
  console.log(verdict(prevet));
`;

test("Node, import", async () => {
  assert.equal(await evaluate(`await import("./fixtures/app/main.mjs"); console.log(verdict)`), expected);
});

test("Node, require", async () => {
  assert.equal(await node("--eval", `require("./fixtures/app/main.cjs").then(console.log)`), expected);
});

const ways = {
  "bytes, at once": "initSync({ module: bytes });",
  "a DataView": "await init({ module: new DataView(new Uint8Array(bytes).buffer) });",
  "an ArrayBuffer": "await init({ module: new Uint8Array(bytes).buffer });",
  "a compiled module": "await init({ module: new WebAssembly.Module(bytes) });",
  "a promise of a compiled module": "await init({ module: WebAssembly.compile(bytes) });",
  "a Response": "await init({ module: new Response(bytes) });",
  "a promise of a Response of no type": `await init({ module: fetch("data:text/plain;base64," + bytes.toString("base64")) });`,
  "an address": `await init({ module: "data:application/wasm;base64," + bytes.toString("base64") });`,
  "a URL": `await init({ module: new URL("data:application/wasm;base64," + bytes.toString("base64")) });`,
  "several starts side by side": "await Promise.all([1, 2, 3].map(() => init({ module: bytes }))); initSync({ module: bytes });",
  "a start after one that failed": `await init({ module: bytes.subarray(9) }).then(() => process.exit(1), () => {}); await init({ module: bytes });`,
};
for (const [name, start] of Object.entries(ways)) {
  test(`Node, slim, ${name}`, async () => assert.equal(await evaluate(slim(start)), expected));
}

test("Node, slim, require", async () => {
  const source = `
    const prevet = require("prevet/slim");
    prevet.initSync({ module: require("node:fs").readFileSync(require.resolve("prevet/module.wasm")) });
    import("./support/verdict.mjs").then(({ verdict }) => console.log(verdict(prevet)));
  `;
  assert.equal(await node("--eval", source), expected);
});

const failures = {
  uninitialised: "prevet.teableOAuthClient.safeParse({});",
  unloadable: "initSync({ module: bytes.subarray(0, 99) });",
};
const refused = {
  "no Response that is an answer": "await init({ module: new Response(bytes, { status: 404 }) });",
  "the module of another build": 'await init({ module: Buffer.from(bytes.toString("latin1").replace(/prevet:.{7}/g, "prevet:another"), "latin1") });',
  "another module": "await init({ module: new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])) });",
};
const told = (call) =>
  evaluate(slim(`try { ${call} } catch (error) { console.log(error instanceof prevet.InternalError, error.reason); process.exit(); }`));

for (const [reason, call] of Object.entries(failures)) {
  test(`Node, slim, says ${reason}`, async () => assert.equal(await told(call), `true ${reason}`));
}
for (const call of ["init()", "init(null)", "init({})", "init({ module: Promise.resolve(null) })", "initSync()", "initSync(null)", "initSync({})"]) {
  test(`Node, slim, ${call} says what to give`, async () => {
    assert.equal(await told(`const starting = ${call}; await starting;`), "true uninitialised");
    const says = `try { await (${call}); } catch ({ message }) { console.log(message); process.exit(); }`;
    assert.match(await evaluate(slim(says)), /: call initSync\(\{ module \}\), or init\(\{ module \}\) and wait for it; module is prevet\/module\.wasm$/);
  });
}
for (const value of ["5", "true", "Symbol()", "() => {}", "{}", "[]", "Promise.resolve(5)"]) {
  test(`Node, slim, a module that is ${value} is unloadable`, async () => {
    for (const start of value.startsWith("P") ? ["init"] : ["init", "initSync"]) {
      assert.equal(await told(`await ${start}({ module: ${value} });`), "true unloadable");
    }
  });
}
for (const [name, call] of Object.entries(refused)) {
  test(`Node, slim, ${name} is unloadable`, async () => assert.equal(await told(call), "true unloadable"));
}
