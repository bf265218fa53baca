// What was asked before changes no answer: new engines, each with a history of its own, against one that has seen it all.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { esm, manifest, root } from "./support/installed.mjs";
import { random } from "./support/random.mjs";

const ENGINES = 200;
const CALLS = 8;
const SEED = 20_261_122;

const below = random(SEED);
const pick = (list) => list[below(list.length)];
const entry = pathToFileURL(path.join(root, manifest.exports["."].import.default)).href;
const encoder = new TextEncoder();

/** How long a text may be; a history goes from short ones to long ones, since room is made at each that is longer. */
let longest = 0;

const text = () => pick(["a", "a", "é", "字", "🚀", "\ud800", '"', "\n"]).repeat(pick([3, 20, 20, 20, below(longest)]));
const url = () => pick(["https://a.io/cb", "http://bücher.de", "nowhere", 7, `https://a.io/${"p".repeat(below(300))}`]);

const BODIES = {
  teableOAuthClient: () => ({
    name: text(),
    homepage: url(),
    ...(below(2) && { scopes: [pick(["table|read", "table|raed"]), "table|create", "table|read"] }),
    redirectUris: Array.from({ length: 1 + below(40) }, () => pick(["https://a.io", url()])),
    unknown: text(),
  }),
  teableAuthentication: () => ({
    type: pick(["feishu", "feishu", "oidc"]),
    name: text(),
    config: { appId: text(), appSecret: text(), issuer: url() },
  }),
  zapierAuthentication: () => ({
    data: { title: text(), app: pick(["0af9be5c-1d2f-3a4b-9c8e-0123456789ab", "x"]), authentication_fields: { a: text(), b: [1, text()] } },
  }),
};

/** A call of some schema with some body, to be made of any engine. */
function anyCall() {
  const name = pick(Object.keys(BODIES));
  const body = BODIES[name]();
  const json = JSON.stringify(body);
  const bytes = encoder.encode(pick([json, json, json, JSON.stringify(body, null, 1), json.slice(0, below(json.length))]));
  const lines = encoder.encode([json, "{}", "", json, "x"].join("\n"));
  const options = pick([undefined, { locale: "zh" }, { extraScopes: ["table|raed"] }]);
  return pick([
    (engine) => engine[name].safeParseText(bytes, options),
    (engine) => engine[name].safeParseText(bytes, options),
    (engine) => engine[name].isText(bytes, options),
    (engine) => engine[name].checkLines(lines, options),
    (engine) => engine[name].safeParse(body, options),
    (engine) => engine[name].is(body, options),
    (engine) => engine[name].build(body, options),
    (engine) => engine[name].advise(body, options),
    (engine) => engine[name].is(1),
  ]);
}

test(`${ENGINES} engines with ${CALLS} calls each answer as an old one does`, async () => {
  esm.teableOAuthClient.checkLines('{"name":1}\n'.repeat(20_000));
  for (let number = 0; number < ENGINES; number++) {
    const engine = await import(`${entry}?history=${number}`);
    for (let count = 0; count < CALLS; count++) {
      longest = 8192 * ((count + 1) / CALLS);
      const call = anyCall();
      assert.deepEqual(call(engine), call(esm), `${call} of engine ${number}, call ${count}`);
    }
  }
});
