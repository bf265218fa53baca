// The two errors that the package throws, and that a call after a trap works.
import assert from "node:assert/strict";
import { test } from "node:test";

import { client, feishu } from "./support/bodies.mjs";
import { cjs, esm, run } from "./support/installed.mjs";

const { InternalError, ValidationError, teableOAuthClient } = esm;

function thrownBy(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  return assert.fail("nothing was thrown");
}

test("parse gives the body, or throws a ValidationError with the issues", () => {
  assert.deepEqual(teableOAuthClient.parse(client()), client());
  const bad = { ...client(), homepage: "reports", redirectUris: [] };
  const error = thrownBy(() => teableOAuthClient.parse(bad));
  assert.ok(error instanceof ValidationError);
  assert.ok(error instanceof Error);
  assert.equal(error.name, "ValidationError");
  assert.deepEqual(error.issues, teableOAuthClient.safeParse(bad).issues);
});

test("its message is the issues' messages, one a line", () => {
  const error = thrownBy(() => teableOAuthClient.parse({ ...client(), homepage: "reports", redirectUris: [] }));
  assert.equal(error.message, error.issues.map(({ message }) => message).join("\n"));
  assert.ok(String(error).startsWith("ValidationError: "));
});

test("its message stays short, however many issues there are", () => {
  const error = thrownBy(() => teableOAuthClient.parse({ ...client(), redirectUris: new Array(1000).fill(1) }));
  assert.equal(error.issues.length, 1000);
  assert.equal(error.message.split("\n").length, 21);
  assert.ok(error.message.endsWith("\n... and 980 more"));
});

test("its message and its issues hold nothing of the body", () => {
  const error = thrownBy(() => teableOAuthClient.parse({ ...client(), homepage: "canary", scopes: ["canary"] }));
  assert.ok(!JSON.stringify({ ...error, text: String(error), stack: error.stack }).includes("canary"));
});

test("both formats have their own classes of the same names", () => {
  // Consoles show the name of the class.
  const classes = Object.entries(esm).filter(([, exported]) => exported.prototype instanceof Error);
  assert.deepEqual(classes.map(([, { name }]) => name), ["InternalError", "RequestError", "ValidationError"]);
  for (const [name, { name: own }] of classes) assert.equal(own, name);
  for (const name of ["ValidationError", "InternalError"]) {
    assert.ok(Object.create(cjs[name].prototype) instanceof Error);
  }
  assert.ok(thrownBy(() => cjs.teableOAuthClient.parse(null)) instanceof cjs.ValidationError);
});

/**
 * Runs `breaking` in a fresh process, with three checks twice: one that the fast path answers, one that only the
 * engine can answer, and one for which it asks about a number. Gives what each of them came to.
 */
function after(breaking) {
  const printed = run(`
    import { InternalError, schemas, teableAuthentication, teableOAuthClient } from "prevet";
    const outcome = (call) => {
      try {
        return call();
      } catch (error) {
        if (!(error instanceof InternalError)) throw error;
        return { name: error.name, reason: error.reason, cause: "cause" in error, keys: Object.keys(error), message: error.message };
      }
    };
    const good = ${JSON.stringify(feishu())};
    const host = { ...${JSON.stringify(client())}, homepage: "app://a%20b/" };
    const outcomes = [];
    const check = () => outcomes.push(
      outcome(() => teableAuthentication.is(good)),
      outcome(() => teableOAuthClient.is(host)),
      outcome(() => schemas["zapier.BaseMeta"].isText('{"count":12345678901,"limit":-12345678901}')),
    );
    ${breaking}
    console.log(JSON.stringify(outcomes));
  `);
  return JSON.parse(printed);
}

const trap = {
  name: "InternalError",
  reason: "trap",
  cause: false,
  keys: ["name", "reason"],
  message: "prevet could not finish this check; the next one starts afresh",
};

test("a trap in the engine throws an InternalError, and the next call works", () => {
  // The exception leaves through the wasm in the middle of a check.
  const outcomes = after(`
    const { parseFloat } = globalThis;
    check();
    globalThis.parseFloat = () => { throw new Error("canary"); };
    check();
    globalThis.parseFloat = parseFloat;
    check();
    check();
  `);
  assert.deepEqual(outcomes, [true, true, false, true, true, trap, true, true, false, true, true, false]);
});

test("a trap while bytes cross throws an InternalError, and the next call works", () => {
  const outcomes = after(`
    const { set } = Uint32Array.prototype.__proto__;
    check();
    Uint32Array.prototype.__proto__.set = () => { throw new Error("canary"); };
    check();
    Uint32Array.prototype.__proto__.set = set;
    check();
  `);
  assert.deepEqual(outcomes, [true, true, false, true, true, trap, true, true, false]);
});

test("where WebAssembly is forbidden every check that needs it throws an InternalError, until it is allowed", () => {
  const outcomes = after(`
    const { Module } = WebAssembly;
    WebAssembly.Module = function () { throw new WebAssembly.CompileError("canary"); };
    check();
    WebAssembly.Module = Module;
    check();
  `);
  const unavailable = {
    ...trap,
    reason: "unavailable",
    message:
      "prevet needs WebAssembly, which this environment does not allow; see the README on Content-Security-Policy",
  };
  assert.deepEqual(outcomes, [true, unavailable, unavailable, true, true, false]);
});

test("init rejects where WebAssembly is missing", () => {
  const printed = run(`
    delete globalThis.WebAssembly;
    const { init, InternalError } = await import("prevet");
    await init().catch((error) => console.log(error instanceof InternalError, error.reason));
  `);
  assert.equal(printed, "true unavailable\n");
});

test("a stack that is full is survived", () => {
  const printed = run(`
    import { InternalError, teableOAuthClient } from "prevet";
    const body = ${JSON.stringify(client())};
    let answers = 0;
    const fall = () => {
      try {
        fall();
      } catch {}
      try {
        answers += teableOAuthClient.is(body);
      } catch (error) {
        if (!(error instanceof InternalError || error instanceof RangeError)) throw error;
      }
    };
    fall();
    console.log(answers > 100, teableOAuthClient.is(body), teableOAuthClient.is({}));
  `);
  assert.equal(printed, "true true false\n");
});

test("InternalError says why, and keeps nothing else", () => {
  for (const reason of ["trap", "unavailable"])
    assert.deepEqual(Object.keys(new InternalError(reason)), ["name", "reason"]);
});
