// The sandbox itself: real requests over a port, answers of the documented shapes, refusals on request, files of one folder.
import assert from "node:assert/strict";
import { connect } from "node:net";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { startSandbox } from "../sandbox/server.mjs";
import { client, connection, feishu, oidc } from "./support/bodies.mjs";
import { esm } from "./support/installed.mjs";

const { OAUTH_SCOPES, schemas, teableAuthentication, teableOAuthClient, zapierAuthentication } = esm;
let sandbox;
before(async () => {
  sandbox = await startSandbox({ root: fileURLToPath(new URL("../sandbox", import.meta.url)) });
});
after(() => sandbox.close());

/** Sends a payload as an application would. */
async function send(schema, payload, more = {}) {
  const { url, ...init } = schema.request(payload, { token: "t", organizationId: "org/1", baseUrl: sandbox.address });
  const response = await fetch(url, { ...init, headers: { ...init.headers, ...more } });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

test("what prevet lets through is accepted, and the answer has the documented shape", async () => {
  for (const [schema, body, answer] of [
    [teableOAuthClient, { ...client(), logo: "https://a.io/l.png", scopes: [...OAUTH_SCOPES] }, "teable.oauth-client.response"],
    [teableAuthentication, feishu(), "teable.authentication.response"],
    [teableAuthentication, oidc(), "teable.authentication.response"],
    [zapierAuthentication, connection(), "zapier.authentication.response"],
  ]) {
    const { status, text } = await send(schema, schema.build(body).payload);
    assert.equal(status, 201, text);
    assert.deepEqual(schemas[answer].safeParseText(text).issues, undefined);
  }
});

test("a refusal that only the server knows comes back to its field", async () => {
  for (const [schema, body, pointer] of [
    [teableOAuthClient, { ...client(), name: "Contoso" }, "/name"],
    [teableAuthentication, { ...feishu(), name: "Contoso" }, "/name"],
    [zapierAuthentication, { data: { ...connection().data, title: "Contoso" } }, "/data/title"],
  ]) {
    const { status, text, headers } = await send(schema, body);
    const { issues } = schema.fromServerError(status, text, headers);
    assert.deepEqual(issues.map((issue) => issue.pointer), [pointer]);
  }
});

test("every refusal can be asked for, in the vendor's own shape", async () => {
  const kinds = { 400: "validation", 401: "session", 402: "plan", 403: "permission", 404: "not_found", 409: "conflict", 429: "throttled", 500: "server", 502: "server", 503: "server" };
  for (const [schema, body] of [[teableOAuthClient, client()], [zapierAuthentication, connection()]]) {
    for (const [code, kind] of Object.entries(kinds)) {
      const { status, text, headers } = await send(schema, body, { prefer: `code=${code}` });
      assert.equal(status, Number(code));
      const read = schema.fromServerError(status, text, headers);
      assert.deepEqual([read.kind, read.issues.length, read.retryAfter], [kind, 1, code === "429" ? 3 : undefined]);
      if (schema === zapierAuthentication && code !== "502") assert.ok(schemas["zapier.error.response"].safeParseText(text).success, text);
    }
  }
});

test("a request without a token, with broken JSON or too large a body is refused", async () => {
  assert.equal((await send(teableOAuthClient, client(), { Authorization: "" })).status, 401);
  const post = (path, body) => fetch(new URL(path, sandbox.address), { method: "POST", headers: { authorization: "Bearer t" }, body });
  assert.equal((await post("api/oauth/client", "{")).status, 400);
  assert.equal((await post("v2/authentications", "")).status, 400);
  assert.equal((await post("v2/authentications", "x".repeat(2 ** 20 + 1))).status, 413);
  assert.equal((await post("api/other", "{}")).status, 404);
  assert.equal((await fetch(new URL("api/oauth/client", sandbox.address))).status, 404);
});

test("files below the folder are served, and nothing else", async () => {
  const raw = (target) =>
    new Promise((resolve, reject) => {
      const socket = connect(Number(new URL(sandbox.address).port), "127.0.0.1", () => {
        socket.write(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      });
      let answer = "";
      socket.setEncoding("utf8").on("data", (part) => { answer += part; }).on("end", () => resolve(answer)).on("error", reject);
    });
  const found = await raw("/ledger.mjs?query#part");
  assert.match(found, /^HTTP\/1\.1 200 OK\r\n[^]*text\/javascript[^]*nosniff/);
  for (const target of ["/../surface.test.mjs", "/%2e%2e/package/surface.test.mjs", "/..%2fpackage/surface.test.mjs", "/..%5cpackage", "/C:/x", "/%", "/%ff", "/ledger.mjs%00", "/", "/nothing", "//"]) {
    assert.match(await raw(target), /^HTTP\/1\.1 404/, target);
  }
});
