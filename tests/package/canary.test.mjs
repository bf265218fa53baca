// Canaries: a marked value at every place of every body, valid and not, through every entry point. Nothing that a person, a
// log or another program gets to see apart from the body itself may hold the mark.
import assert from "node:assert/strict";
import { test } from "node:test";
import { client, connection, feishu, oidc } from "./support/bodies.mjs";
import { esm } from "./support/installed.mjs";

const { prettify, schemas, toFieldErrors, toProblemDetails, teableAuthentication, zapierAuthentication } = esm;
const MARK = "canary-5ecf1d";

/** How many probes there have to be: fewer would mean that something is not looked at any more. */
const PROBES = 56_000;

/** Valid and invalid values that hold the mark. */
const MARKED = [
  MARK, `https://${MARK}.io/?k=${MARK}`, `https://${MARK}:x/`, `//${MARK}`, `${MARK}|read`, `${MARK}\ud800`, ` ${MARK} `, `${MARK}\n${MARK}`, MARK.repeat(30),
  [MARK], [[MARK]], { [MARK]: MARK }, { toString: () => MARK, toJSON: () => MARK }, Symbol(MARK), () => MARK,
  new Error(MARK), Object.assign(() => {}, { [MARK]: MARK }),
];

const BODIES = {
  "teable.authentication.request": [feishu(), oidc()],
  "teable.authentication.response": [{ ...feishu(), id: "a" }, { ...oidc(), id: "a" }],
  "teable.oauth-client.request": [client()],
  "teable.oauth-client.response": [{ ...client(), logo: "https://a.io/l.png", clientId: "c", secrets: [{ id: "1", secret: "s" }] }],
  "zapier.authentication.request": [connection()],
  "zapier.authentication.response": [{ links: { next: "n", prev: null }, meta: { count: 1, limit: 1, offset: 0 }, data: [{ type: "authentication", id: "i", app: "a", is_expired: false, title: "t" }] }],
  "zapier.error.response": [{ errors: [{ status: 1, code: "c", title: "t", detail: "d", source: { pointer: "p", parameter: "q", header: "h" }, meta: { a: 1 } }] }],
};

/** Copies of a body, each with a marked value at one of its places, and one with it at all of them. */
function* marked(body, value) {
  yield value;
  const places = [];
  const collect = (holder, path) => {
    for (const key of Object.keys(holder)) {
      places.push([...path, key]);
      if (typeof holder[key] === "object" && holder[key] !== null) collect(holder[key], [...path, key]);
    }
  };
  collect(body, []);
  for (const path of places) yield withAt(structuredClone(body), path, value);
  const leaves = places.filter((path) => !places.some((other) => other.length > path.length && path.every((key, depth) => other[depth] === key)));
  yield leaves.reduce((all, path) => withAt(all, path, value), structuredClone(body));
}

function withAt(body, path, value) {
  const holder = path.slice(0, -1).reduce((at, key) => at[key], body);
  holder[path.at(-1)] = value;
  return body;
}

/** Another language is another set of words. */
const CHINESE = { locale: "zh" };

let probes = 0;

/** Looks into a thing, all of it: own properties, hidden ones too, causes, texts. */
function probe(thing, where) {
  probes++;
  const seen = new Set();
  const look = (value) => {
    if (typeof value === "symbol" || typeof value === "string" || typeof value === "function") {
      if (String(value.description ?? value).includes(MARK)) assert.fail(`the mark got out: ${where}`);
    } else if (typeof value === "object" && value !== null && !seen.has(value)) {
      seen.add(value);
      for (const key of Reflect.ownKeys(value)) {
        look(key);
        look(value[key]);
      }
    }
  };
  look(thing);
}

/** What a call leaves behind: its error, with message, stack and cause, or its issues in every form. */
function probeCall(where, call) {
  let result;
  try {
    result = call();
  } catch (error) {
    probe(error, `${where}, thrown`);
    probe(`${error}${error.stack}${JSON.stringify(error)}`, `${where}, thrown, as text`);
    return;
  }
  const issues = result?.issues ?? (Array.isArray(result) ? result : []);
  probe(issues, where);
  if (issues.length > 0) probe([prettify(issues), toFieldErrors(issues), toProblemDetails(issues)], `${where}, reported`);
}

/** The JSON of a value, or a text that is none. */
function jsonOf(value) {
  try {
    return JSON.stringify(value) ?? MARK;
  } catch {
    return MARK;
  }
}

function probeBody(schema, value) {
  const json = jsonOf(value);
  probeCall("safeParse", () => schema.safeParse(value));
  probeCall("parse", () => schema.parse(value) && undefined);
  probeCall("is", () => schema.is(value) && undefined);
  probeCall("validate", () => schema["~standard"].validate(value));
  for (const text of [json, `${json}${MARK}`, json.slice(0, -1), json.replace(":", `:${MARK}`), new TextEncoder().encode(json)]) {
    probeCall("safeParseText", () => schema.safeParseText(text));
  }
  for (const { issues } of schema.checkLines(`${json}\n${MARK}`).failures) probe(issues, "checkLines");
  probeCall("safeParse in Chinese", () => schema.safeParse(value, CHINESE));
  probeCall("safeParseText in Chinese", () => schema.safeParseText(json, CHINESE));
  if (!schema.build) return;
  probeCall("build", () => schema.build(value));
  if (typeof value === "object" && value !== null) probeCall("build of names", () => schema.build({ ...value, "config.clientSecret": MARK, [`x.${MARK}`]: MARK }));
}

test("the probe finds the mark wherever it hides", () => {
  const hidden = Object.defineProperty({}, "x", { value: [MARK] });
  for (const thing of [MARK, [MARK], { [MARK]: 1 }, { a: { b: `x${MARK}` } }, new Error("x", { cause: new Error(MARK) }), hidden, { s: Symbol(MARK) }]) {
    assert.throws(() => probe(thing, "here"), /the mark got out: here/);
  }
});

test("a mark at any place of any body stays there", () => {
  const printed = [];
  const real = { ...console };
  for (const name of Object.keys(real)) if (typeof real[name] === "function") console[name] = (...words) => printed.push(words);
  try {
    for (const [name, bodies] of Object.entries(BODIES)) {
      for (const body of bodies) {
        assert.deepEqual(schemas[name].safeParse(body).issues, undefined, `${name} starts from a valid body`);
        for (const value of MARKED) for (const copy of marked(body, value)) probeBody(schemas[name], copy);
      }
    }
    for (const schema of Object.values(schemas)) {
      for (const value of MARKED) {
        probeBody(schema, value);
        for (const { name } of schema.fields) for (const one of [value, [value]]) probeCall("validateField", () => schema.validateField(name, one, { type: value }));
      }
    }
  } finally {
    Object.assign(console, real);
  }
  probe(printed, "the console");
  assert.deepEqual(printed, []);
});

test("a mark in the entries of a form stays there, in names as in values", () => {
  for (const [name, schema] of Object.entries(schemas)) {
    if (!schema.build) continue;
    const names = [...schema.fields.map((field) => field.name), `config[${MARK}]`, `redirectUris[${MARK}]`, "redirectUris[3]", `data.authentication_fields.${MARK}x`];
    for (const one of names) {
      for (const value of MARKED.filter((marked) => typeof marked === "string")) {
        const form = new FormData();
        form.append("type", "oidc");
        form.append(one, value);
        probeCall(`${name}, FormData`, () => withoutKeys(schema.build(form)));
        probeCall(`${name}, URLSearchParams`, () => withoutKeys(schema.build(new URLSearchParams([[one, value]]))));
      }
    }
  }
});

/** A key of a free-form map is a name, and may be told. */
const withoutKeys = ({ issues }) => ({ issues });

test("a mark in the options of a request stays there", () => {
  const options = { token: "t", organizationId: "o", baseUrl: "https://a.io" };
  for (const option of Object.keys(options)) {
    for (const value of [...MARKED, `ftp://${MARK}`, `https://u:${MARK}@a.io`, `https://a.io?${MARK}`, `${MARK}\r\nx: y`]) {
      for (const schema of Object.values(schemas)) {
        if (schema.request) probeCall("request", () => schema.request({}, { ...options, [option]: value }) && undefined);
      }
    }
  }
});

test("a mark that is a secret is in no copy for the log", () => {
  for (const [name, body, at] of [
    ["teable.authentication.request", feishu(), ["config", "appSecret"]],
    ["teable.authentication.request", oidc(), ["config", "clientSecret"]],
    ["teable.oauth-client.response", { ...client(), secrets: [{ secret: "" }] }, ["secrets", 0, "secret"]],
    ["zapier.authentication.request", connection(), ["data", "authentication_fields", "api_key"]],
    ["zapier.authentication.request", connection(), ["data", "authentication_fields"]],
  ]) {
    for (const value of MARKED.filter((one) => typeof one !== "object" || !(MARK in one))) {
      const copy = withAt({ ...structuredClone(body), unknown: value }, at, value);
      probe(schemas[name].redact(copy), `${name}, redacted`);
    }
    const repeated = { ...withAt(structuredClone(body), at.length > 1 ? at : ["x"], MARK), name: `x${MARK}y`, id: `${MARK}`, homepage: `https://a.io/${MARK}` };
    if (typeof body.data === "undefined") probe(schemas[name].redact(repeated), `${name}, redacted where it is repeated`);
  }
});

test("a trap in the middle of a check says nothing of the body, nor of what trapped it", () => {
  const { parseFloat } = globalThis;
  globalThis.parseFloat = (text) => {
    throw new Error(`${MARK} ${text}`, { cause: MARK });
  };
  try {
    const text = `{"count":12345678901,"limit":"${MARK}","${MARK}":"${MARK}"}`;
    const { isText, safeParseText, checkLines } = schemas["zapier.BaseMeta"];
    for (const check of [isText, safeParseText, checkLines]) {
      assert.throws(() => check(text), { name: "InternalError", reason: "trap" });
      probeCall("a trap", () => check(text));
    }
  } finally {
    globalThis.parseFloat = parseFloat;
  }
  assert.equal(schemas["zapier.BaseMeta"].isText('{"count":12345678901,"limit":1,"offset":0}'), true);
});

/** Bodies with the mark at a secret, and repeated wherever else a text goes. */
function* withMarkedSecret() {
  for (const value of [MARK, ` ${MARK}\n`, `Bearer ${MARK}`, `"${MARK}"`, `xx${MARK}xx`, `https://${MARK}.io`, `key=${MARK}`, `${MARK}****`, `GOCSPX-${MARK}`, `${MARK}.apps.googleusercontent.com`, `-----BEGIN KEY-----\n${MARK}\n-----END KEY-----`, `q7Rk2mV9\t${MARK}\u200bx`]) {
    for (const text of ["Acme", value, ` ${value} `, `Acme ${value}\u200b`, `${value.replace(/\s/g, "")}\u200b`, ` ${JSON.stringify(value)}`]) {
      yield [schemas["teable.authentication.request"], { ...feishu(), name: text, config: { appId: text, appSecret: value } }];
      for (const url of [oidc().config.issuer, `http://accounts.google.com/${value} `, `https://${value}@a.io/authorize?x=${value}#${value}`]) {
        const urls = { issuer: url, authorizationUrl: url, tokenUrl: `${url}/token`, userInfoUrl: url };
        yield [schemas["teable.authentication.request"], { ...oidc(), name: text, config: { clientId: text, clientSecret: value, ...urls } }];
      }
      for (const held of [value, { below: value }, [value]]) {
        yield [schemas["zapier.authentication.request"], { data: { ...connection().data, title: text, authentication_fields: { api_key: held, empty: "", " b": `${value} ` } } }];
      }
    }
  }
}

test("a mark that is a secret is in no advice, whatever else repeats it", () => {
  let advised = 0;
  for (const [schema, body] of withMarkedSecret()) {
    for (const options of [undefined, CHINESE]) {
      for (const advice of [schema.advise(body, options), schema.build(body, options).advice]) {
        advised += advice.length;
        probe(advice, `${schema.name}, advice on ${JSON.stringify(body)}`);
      }
    }
  }
  assert.ok(advised > 2000, `${advised}`);
});

test("nor is one of a body that is none yet, or of a branch that does not count", () => {
  const name = `Acme\u200b ${MARK} `;
  const form = new FormData();
  for (const [key, value] of Object.entries({ type: "oidc", name, "config.appSecret": MARK })) form.set(key, value);
  const advised = [
    teableAuthentication.advise({ type: "odic", name, config: { clientSecret: MARK } }),
    teableAuthentication.advise({ name, config: { clientSecret: MARK } }),
    teableAuthentication.advise({ type: "oidc", name, config: { clientSecret: [MARK] } }),
    teableAuthentication.build(form).advice,
    zapierAuthentication.advise({ data: { title: name, authentication_fields: MARK } }),
    zapierAuthentication.advise({ data: { title: "Acme\u200b 123456789012", authentication_fields: { pin: 123456789012 } } }),
  ];
  for (const advice of advised) {
    assert.ok(advice.length > 0);
    probe(advice, "advice on what is no body yet");
    assert.ok(!JSON.stringify(advice).includes("123456789012"));
  }
});

test("a mark in a discovery document is in nothing but what is filled in", () => {
  for (const value of MARKED) {
    for (const key of ["issuer", "authorization_endpoint", "token_endpoint", "userinfo_endpoint", "scopes_supported", MARK]) {
      for (const document of [{ issuer: "https://a.io", authorization_endpoint: "https://a.io/a", token_endpoint: "https://a.io/t", [key]: value }, value, jsonOf(value)]) {
        for (const options of [undefined, CHINESE]) {
          probeCall("fromOidcDiscovery", () => ({ issues: esm.fromOidcDiscovery(value, document, options).problems.map(told) }));
          probeCall("fromOidcDiscovery", () => ({ issues: esm.fromOidcDiscovery("https://a.io", document, options).problems.map(told) }));
        }
      }
    }
  }
});

/** A problem as the reports of issues take it. */
const told = (problem) => ({ ...problem, path: [] });

test("a mark that a server repeats at a secret, in quotes or without, is not passed on", () => {
  const quotes = [`"${MARK}"`, `'${MARK}'`, `\`${MARK}\``, MARK, `\u201c${MARK}\u201d`, `<${MARK}>`, `(${MARK}),`, `secret=${MARK}`, `${MARK}s`];
  for (const quote of quotes) {
    const told = `Invalid value ${quote}, received ${quote}.`;
    for (const at of ["config.appSecret", "config.clientSecret"]) {
      probeCall("fromServerError", () => schemas["teable.authentication.request"].fromServerError(400, { message: `Validation error: ${told} at "${at}"` }));
    }
    probeCall("fromServerError", () =>
      schemas["zapier.authentication.request"].fromServerError(400, { errors: [{ detail: told, source: { pointer: "/data/authentication_fields/key" } }] }),
    );
  }
  probeCall("fromServerError", () => schemas["teable.oauth-client.request"].fromServerError(0, new Error(MARK)));
});

test("there were enough probes", (context) => {
  context.diagnostic(`${probes} probes`);
  assert.ok(probes >= PROBES, `only ${probes} probes`);
});
