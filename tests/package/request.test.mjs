// Whole requests, and the command lines for them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { client, connection, feishu } from "./support/bodies.mjs";
import { esm } from "./support/installed.mjs";

const { RequestError, curl, teableAuthentication, teableOAuthClient, zapierAuthentication } = esm;
const TOKEN = "canary-token-1";
const at = (baseUrl, organizationId = "org1") => teableAuthentication.request(feishu(), { token: TOKEN, organizationId, baseUrl }).url;

test("a request is what fetch takes, with the token in its header only", () => {
  const { url, ...init } = zapierAuthentication.request(connection(), { token: TOKEN });
  const request = new Request(url, init);
  assert.deepEqual([request.url, request.method], ["https://api.zapier.com/v2/authentications", "POST"]);
  assert.equal(request.headers.get("authorization"), `Bearer ${TOKEN}`);
  assert.equal(request.headers.get("content-type"), "application/json");
  assert.deepEqual(JSON.parse(init.body), connection());
  assert.ok(!(url + init.body).includes(TOKEN));
  assert.equal(teableOAuthClient.request(client(), { token: TOKEN }).url, "https://app.teable.ai/api/oauth/client");
});

test("requests go where the documents say", () => {
  const documents = {
    "teable-enterprise-authentication": teableAuthentication.request(feishu(), { token: TOKEN, organizationId: "ORG" }),
    "teable-oauth-client": teableOAuthClient.request(client(), { token: TOKEN }),
    "zapier-create-authentication": zapierAuthentication.request(connection(), { token: TOKEN }),
  };
  for (const [name, { url, method }] of Object.entries(documents)) {
    const document = readFileSync(new URL(`../openapi/${name}.txt`, import.meta.url), "utf8");
    const [, server] = /^ *- url: (\S+)$/m.exec(document);
    const [, path, verb] = /^paths:\n +(?:path: )?(\/\S+?):?\n +(?:method: )?(\w+):?$/m.exec(document);
    assert.deepEqual([method, url], [verb.toUpperCase(), server + path.replace("{organizationId}", "ORG")]);
  }
});

test("a base URL may end in a slash, in the API's prefix, or stand below a path", () => {
  const path = "/api/enterprise/org1/authentication";
  for (const end of ["", "/", "/api", "/api/", "//", "/api//"]) {
    for (const base of ["https://app.teable.ai", "http://localhost:3000", "https://intra.acme.io/teable", "http://[::1]:8080"]) {
      assert.equal(at(base + end), base + path);
    }
  }
  assert.equal(at("https://acme.io/myapi"), `https://acme.io/myapi${path}`);
  for (const base of ["https://api.zapier.com", "https://api.zapier.com/", "https://api.zapier.com/v2/"]) {
    assert.equal(zapierAuthentication.request(connection(), { token: TOKEN, baseUrl: base }).url, "https://api.zapier.com/v2/authentications");
  }
});

test("no organization id changes the path", () => {
  for (const id of ["a/b", "../x", "..\\x", "a?b", "a#b", "a b", "%2e%2e", "%2F", "ü", "..;", "...", "a\nb", ";", "@evil.io", "//evil.io", " org "]) {
    const { origin, pathname, search, hash } = new URL(at(undefined, id));
    const segments = pathname.split("/");
    assert.deepEqual([origin, segments.length, search, hash], ["https://app.teable.ai", 5, "", ""], id);
    assert.equal(decodeURIComponent(segments[3]), id);
  }
});

test("the organization may be called resourceId, as the document declares it", () => {
  const url = (options) => teableAuthentication.request(feishu(), { token: TOKEN, ...options }).url;
  for (const none of [undefined, null]) {
    assert.equal(url({ resourceId: "a/b", organizationId: none }), "https://app.teable.ai/api/enterprise/a%2Fb/authentication");
    assert.equal(url({ resourceId: none, organizationId: "org1" }), "https://app.teable.ai/api/enterprise/org1/authentication");
    assert.throws(() => url({ resourceId: none, organizationId: none }), { name: "RequestError", option: "organizationId", message: "organizationId is missing" });
  }
  assert.equal(url({ resourceId: "b", organizationId: "a" }), "https://app.teable.ai/api/enterprise/a/authentication");
  assert.throws(() => url({ resourceId: " " }), { name: "RequestError", option: "resourceId", message: "resourceId is blank" });
  assert.throws(() => url({ resourceId: ".." }), { name: "RequestError", option: "resourceId", message: "resourceId is not a valid ID" });
});

test("a payload that has no JSON is told as such, and nothing of it", () => {
  const cycle = {};
  cycle.canary = cycle;
  const throwing = { toJSON() { throw new Error("canary"); } };
  for (const payload of [undefined, () => "canary", Symbol("canary"), 5n, cycle, throwing, { canary: 1n }]) {
    assert.throws(() => zapierAuthentication.request(payload, { token: TOKEN }), { name: "RequestError", option: "payload", message: "payload can't be written as JSON" });
  }
  assert.throws(() => zapierAuthentication.request(cycle, { token: TOKEN, locale: "zh" }), { message: "payload 无法转换为 JSON" });
});

test("an option that is missing or of no use is named, and its value is not told", () => {
  const options = { token: TOKEN, organizationId: "org1", baseUrl: "https://a.io" };
  const wrong = {
    token: [undefined, null, "", " ", 5, {}, "a b", "canary\r\nX-Evil: 1", "canary\n", "canary\0", "känary", "\u2028", " canary"],
    organizationId: [undefined, null, "", "  ", 5, ".", "..", "canary\ud800"],
    baseUrl: ["", " ", 5, "canary", "//a.io", "ftp://canary.io", "javascript:canary", "file:///x", "https://u:canary@a.io", "https://canary@a.io", "https://a.io?canary", "https://a.io/#canary", "https://"],
  };
  for (const [option, values] of Object.entries(wrong)) {
    for (const value of values) {
      assert.throws(() => teableAuthentication.request(feishu(), { ...options, [option]: value }), (error) => {
        assert.ok(error instanceof RequestError && error instanceof Error);
        assert.equal(error.option, option);
        assert.ok(error.message.startsWith(`${option} `));
        assert.doesNotMatch(`${error.message}${error.stack}${String(error.cause)}`.replaceAll(import.meta.url, ""), /canary/);
        return true;
      });
    }
  }
  for (const none of [undefined, null]) assert.throws(() => zapierAuthentication.request(connection(), none), { option: "token" });
});

test("a command line is quoted for the shell, with $TOKEN for the token", () => {
  const name = `it's "a" $HOME \`id\` \\ \n !x %s 'é'`;
  const request = teableOAuthClient.request({ ...client(), name }, { token: TOKEN });
  const command = curl(request);
  assert.ok(!command.includes(TOKEN));
  const shell = `curl() { printf '%s\\0' "$@"; }\nTOKEN=abc\n${command}`;
  const words = execFileSync("sh", ["-c", shell], { encoding: "utf8" }).split("\0").slice(0, -1);
  assert.deepEqual(words, [
    "--request", "POST", request.url, "--header", "Accept: application/json", "--header", "Authorization: Bearer abc",
    "--header", "Content-Type: application/json", "--data-raw", request.body,
  ]);
  assert.equal(JSON.parse(words.at(-1)).name, name);
  // As `Headers` writes their names.
  const lower = curl({ ...request, headers: Object.fromEntries(new Headers(request.headers)) });
  assert.ok(!lower.includes(TOKEN) && lower.includes('--header "authorization: Bearer $TOKEN"'));
});
