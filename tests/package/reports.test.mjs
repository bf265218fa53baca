// Issues as text, as field errors and as problem details; and copies that are safe to log.
import assert from "node:assert/strict";
import { test } from "node:test";
import { client, connection, feishu, oidc } from "./support/bodies.mjs";
import { corpus } from "./support/corpus.mjs";
import { esm } from "./support/installed.mjs";
import { soon } from "./support/soon.mjs";

const { prettify, schemas, teableAuthentication, teableOAuthClient, toFieldErrors, toProblemDetails, zapierAuthentication } = esm;
const MASK = "••••••••";
const { issues } = teableOAuthClient.safeParse({ ...client(), homepage: "x", redirectUris: ["https://a.io", "y"] });
const issue = (path, message) => ({ code: "server_rejected", path, message });

test("a text lists every issue and its place", () => {
  assert.equal(prettify(issues), [
    "✖ Homepage: start the URL with https://.", "  → homepage", "✖ Redirect URI 2: start the URL with https://.", "  → redirectUris[1]",
  ].join("\n"));
  assert.equal(prettify(teableOAuthClient.safeParse(null).issues), "✖ Body: use an object, not null.");
  assert.equal(prettify([]), "");
});

test("field errors are by full name, whatever the name", () => {
  assert.deepEqual(toFieldErrors(issues), {
    homepage: ["Homepage: start the URL with https://."], "redirectUris[1]": ["Redirect URI 2: start the URL with https://."],
  });
  const { issues: nested } = teableAuthentication.safeParse({ ...feishu(), config: {} });
  assert.deepEqual(Object.keys(toFieldErrors(nested)), ["config.appId", "config.appSecret"]);
  assert.deepEqual(toFieldErrors([{ message: "a" }, { message: "b", path: [{ key: "config" }, { key: "appId" }] }]), { "": ["a"], "config.appId": ["b"] });
  class Inherited {
    path = ["a", Symbol("b")];
    get message() {
      return "c";
    }
  }
  assert.deepEqual(toFieldErrors([new Inherited()]), { "a.Symbol(b)": ["c"] });
  const errors = toFieldErrors([issue([], "a"), issue([], "b"), issue(["__proto__"], "c"), issue(["constructor"], "d")]);
  assert.deepEqual(Object.entries(errors), [["", ["a", "b"]], ["__proto__", ["c"]], ["constructor", ["d"]]]);
  assert.equal(Object.getPrototypeOf(errors), Object.prototype);
});

test("problem details are those of RFC 9457, with pointers as fragments", () => {
  assert.deepEqual(toProblemDetails(issues), {
    type: "about:blank", title: "Bad Request", status: 400,
    errors: [
      { detail: issues[0].message, pointer: "#/homepage", code: "invalid_url" },
      { detail: issues[1].message, pointer: "#/redirectUris/1", code: "invalid_url" },
    ],
  });
  const [odd] = toProblemDetails([issue(["a b", "c/d~e", "ü#?%", "\ud800"], "x")]).errors;
  assert.equal(odd.pointer, "#/a%20b/c~1d~0e/%C3%BC%23%3F%25/%EF%BF%BD");
  assert.equal(toProblemDetails([issue([], "x")]).errors[0].pointer, "#");
});

test("a copy for the log has each secret masked and the known fields only", () => {
  assert.deepEqual(teableAuthentication.redact(oidc()), { ...oidc(), config: { ...oidc().config, clientSecret: MASK } });
  assert.deepEqual(teableAuthentication.redact({ ...feishu(), token: "s3cr3t", config: { ...feishu().config, clientSecret: "x", more: "y" } }), {
    ...feishu(), config: { ...feishu().config, appSecret: MASK, clientSecret: MASK },
  });
  const { data } = connection();
  assert.deepEqual(zapierAuthentication.redact({ data: { ...data, authentication_fields: { a: "s", b: 1, c: null, d: { e: "s" } } } }).data.authentication_fields, {
    a: MASK, b: MASK, c: MASK, d: MASK,
  });
  const response = { secrets: [{ id: "1", secret: "s3cr3t" }, { id: "2", secret: "s3cr3t" }] };
  assert.deepEqual(schemas["teable.oauth-client.response"].redact(response).secrets.map(({ secret }) => secret), [MASK, MASK]);
});

test("a secret is masked where another field repeats it, and a password in a URL", () => {
  const body = { ...oidc(), name: `Acme ${oidc().config.clientSecret}!` };
  assert.equal(teableAuthentication.redact(body).name, `Acme ${MASK}!`);
  body.config.issuer = "https://user:hunter2@id.acme.io/a?next=//b@c";
  assert.equal(teableAuthentication.redact(body).config.issuer, `https://${MASK}@id.acme.io/a?next=//${MASK}@c`);
  assert.equal(teableAuthentication.redact({ ...feishu(), name: "abc", config: { appId: "a", appSecret: "b" } }).name, "abc");
});

test("a password is masked in whatever way a URL is written that parsers forgive", () => {
  const spellings = ["https:\\\\u:s3cr3t@h/", "https:/u:s3cr3t@h", "https:u:s3cr3t@h", "https:\\/u:s3cr3t@h", "https://u:s3cr3t x@h", "https://u:s3cr3t\n@h", "https:/\t/u:s3cr3t@h"];
  for (const homepage of spellings) {
    assert.equal(new URL(homepage).password.slice(0, 6), "s3cr3t");
    const text = JSON.stringify(teableOAuthClient.redact({ homepage, redirectUris: [homepage] }));
    assert.ok(!text.includes("s3cr3t") && text.includes(MASK), text);
  }
});

test("a password with a backslash is masked, and one on any line of a text", () => {
  for (const url of ["redis://:p\\s3cr3t@h:6379", "postgres://app:a\\s3cr3t@db/x"]) {
    assert.ok(new URL(url).password.endsWith("s3cr3t"));
    const copy = JSON.stringify(teableOAuthClient.redact({ homepage: url, redirectUris: [url] }));
    assert.ok(!copy.includes("s3cr3t"), copy);
  }
  for (const line of ["\n", "\r\n", "\r"]) {
    const { redirectUris } = teableOAuthClient.redact({ redirectUris: `https://a.io/${line}https:u:s3cr3t@b.io` });
    assert.equal(redirectUris, `https://a.io/${line}https:${MASK}@b.io`);
  }
});

test("a secret that looks like an escape is masked where it is in percent", () => {
  const appSecret = "CORP\\ucafe1234";
  for (const name of [encodeURIComponent(appSecret), encodeURI(appSecret), JSON.stringify(appSecret).slice(1, -1)]) {
    assert.equal(teableAuthentication.redact({ type: "feishu", config: { appId: "a", appSecret }, name }).name, MASK, name);
  }
});

test("a login and a repeated secret beside each other are masked both, however they are escaped", () => {
  const secret = 'ab+cd "ef12';
  for (const repeat of [secret, encodeURIComponent(secret), encodeURI(secret), new URLSearchParams({ secret }).toString(), new URL(`https://h/?${secret}`).search, `%ff${encodeURIComponent(secret)}`]) {
    for (const password of ["hidden", "pa+hidden", "p%2Fhidden", "p%23hidden", "%20hidden"]) {
      const name = `see https://user:${password}@host/?q=${repeat} and ${repeat}`;
      const copy = teableAuthentication.redact({ type: "oidc", name, config: { clientSecret: secret } });
      assert.ok(!/hidden|ef12/.test(copy.name), `${name}: ${copy.name}`);
    }
  }
});

test("a secret with what looks like a login in it is masked as a whole", () => {
  for (const secret of ["https://u:p@hooks.acme.io/T00/B00/swordfish", "postgres://app:hunter2pw@db.acme.io:5432/prod?k=swordfish", "ab//cd@swordfish", "sword\ufefffish12", "ab+cd ef12swordfish"]) {
    for (const repeat of [secret, encodeURIComponent(secret), `${encodeURIComponent(secret)} and ${new URLSearchParams({ secret })}`]) {
      const { name } = teableAuthentication.redact({ type: "oidc", name: `see ${repeat} please`, config: { clientSecret: secret } });
      assert.ok(!/acme|swordfish|fish12/.test(name), `${repeat}: ${name}`);
    }
  }
});

test("numbers are masked as texts are", () => {
  const pin = 12345678;
  const body = { type: "feishu", name: `pin ${pin}`, id: pin, config: { appId: pin, appSecret: pin } };
  assert.deepEqual(teableAuthentication.redact(body), { type: "feishu", name: `pin ${MASK}`, id: MASK, config: { appId: MASK, appSecret: MASK } });
  const data = { title: `pin ${pin}`, app: null, authentication_fields: { pin } };
  assert.deepEqual(zapierAuthentication.redact({ data }), { data: { title: `pin ${MASK}`, app: null, authentication_fields: { pin: MASK } } });
  assert.deepEqual(teableOAuthClient.redact({ name: 5, homepage: true, scopes: 5, logo: "a+b%20c" }), { name: MASK, homepage: MASK, scopes: MASK, logo: "a+b%20c" });
  assert.deepEqual(schemas["zapier.Authentication"].redact({ is_expired: true, title: false }), { is_expired: true, title: MASK });
});

test("a secret is masked where it is repeated, however it was written, and in a value of the wrong kind", () => {
  const secret = "s3cr3t p4ss";
  const { redact } = teableAuthentication;
  const bodies = [
    { config: { appSecret: ` ${secret}\n` }, name: secret },
    { config: { clientSecret: [secret] }, name: secret },
    { config: { clientSecret: secret, issuer: `https://h/?${encodeURIComponent(secret)}` } },
    { config: { appSecret: { [secret]: 1 } } },
    ...["https://h/?s3cr3t%20p4ss", "https://h/?s3cr3t+p4ss", "https://h/?%733cr3t%20p4ss", new URL(`https://h/?${secret}`).href, `https://h/?${new URLSearchParams({ secret })}`].map((issuer) => ({
      config: { clientSecret: secret, issuer, tokenUrl: `${issuer}%zz` },
    })),
  ];
  for (const body of bodies) assert.ok(!/s3cr3t/.test(JSON.stringify(redact({ type: "oidc", ...body }))), JSON.stringify(body));
  const nested = { data: { title: secret, authentication_fields: { a: { b: secret } } } };
  const secretly = "q7Rk2mV9sLx4TzW8bNf3";
  for (const copied of [`Bearer ${secretly}`, `client_secret=${secretly}`, `"${secretly}"`, `key: '${secretly}'`, `"secret": "${secretly}"`]) {
    const { name } = redact({ type: "oidc", name: `SSO ${secretly}`, config: { clientSecret: copied } });
    assert.equal(name, `SSO ${MASK}`, copied);
  }
  const keys = { [secretly]: secretly, [`Bearer ${secretly}`]: "x", other: "y" };
  assert.deepEqual(Object.keys(zapierAuthentication.redact({ data: { authentication_fields: keys } }).data.authentication_fields), [MASK, `Bearer ${MASK}`, "other"]);
  assert.deepEqual(zapierAuthentication.redact(nested), { data: { title: MASK, authentication_fields: { a: MASK } } });
  assert.deepEqual(schemas["teable.oauth-client.response"].redact({ secrets: secret }), { secrets: MASK });
});

test("twenty thousand secrets are masked at once, each wherever it is repeated", () => {
  const { redact } = schemas["teable.oauth-client.response"];
  const named = (index) => `secret-number-${index}`;
  const secrets = Array.from({ length: 20_000 }, (_, index) => ({ id: `id of ${named((index * 7) % 20_000)}.`, secret: named(index) }));
  const copy = soon(() => redact({ name: `${named(19_999)}${named(1)} and secret-numbe`, secrets, redirectUris: [`https://a.io/${named(12)}`] }));
  assert.deepEqual([copy.name, copy.redirectUris], [`${MASK}${MASK} and secret-numbe`, [`https://a.io/${MASK}`]]);
  assert.ok(copy.secrets.every(({ id, secret }) => id === `id of ${MASK}.` && secret === MASK));
  const fields = Object.fromEntries(secrets.map(({ secret }, index) => [`k${index}`, secret]));
  const { data } = soon(() => zapierAuthentication.redact({ data: { title: named(777), authentication_fields: fields } }));
  assert.ok(data.title === MASK && Object.values(data.authentication_fields).every((value) => value === MASK));
});

test("of secrets that begin at one place the longest is masked, and none is looked for in a mask", () => {
  const { redact } = zapierAuthentication;
  const title = (text, ...secrets) => redact({ data: { title: text, authentication_fields: { ...secrets } } }).data.title;
  const all = ["abcdefgh", "abcdefghijkl", "abcdefghijklmnop", "bcdefghi", "\u2022".repeat(8)];
  for (const secrets of [all, all.toReversed()]) {
    assert.equal(title("abcdefghijklm abcdefgh abcdefg xabcdefghijklmnopq bcdefghijkl", ...secrets), `${MASK}m ${MASK} abcdefg x${MASK}q ${MASK}jkl`);
  }
  assert.equal(title("x".repeat(30), "x".repeat(9)), `${MASK.repeat(3)}xxx`);
  assert.equal(title("12345678", "12345678"), MASK);
  assert.equal(title("\ud83d\ude00".repeat(4), "\ud83d\ude00".repeat(4)), MASK);
  // Nothing of a value is left that is a short secret as a whole; in other words it may be there by chance.
  assert.equal(title("1234567", "1234567"), MASK);
  assert.equal(title(" 1234567\n", "1234567"), MASK);
  assert.equal(title("12345678", "1234567"), "12345678");
});

test("a secret that has lost its line breaks, or had them written out, is masked", () => {
  const key = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\nhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----\n";
  const copies = [key, key.replace(/\n/g, ""), key.replace(/\n/g, " "), key.replace(/\n/g, "\r\n"), JSON.stringify({ key }), JSON.stringify(JSON.stringify(key)), key.replace(/M/g, "M\u200b\u{e0041}"), encodeURIComponent(key)];
  for (const copy of copies) {
    const { title } = zapierAuthentication.redact({ data: { title: `a\n${copy}b c`, authentication_fields: { key } } }).data;
    assert.ok(!/MII|hki/.test(title) && title.startsWith(`a\n`) && title.endsWith("b c") && title.includes(MASK), `${copy}: ${title}`);
  }
  const quoted = 'abc"def\\ghi';
  const { config } = teableAuthentication.redact({ type: "oidc", config: { clientId: JSON.stringify({ quoted }), clientSecret: quoted } });
  assert.equal(config.clientId, `{"quoted":"${MASK}"}`);
});

test("a secret is masked as it is before it is looked for in other spellings, and what only resembles it stays", () => {
  const shown = (clientSecret, name) => teableAuthentication.redact({ type: "oidc", name, config: { clientSecret } }).name;
  assert.equal(shown("r4nd0mSecretValue", "CORP\\r4nd0mSecretValue"), `CORP\\${MASK}`);
  assert.equal(shown("ab cd efg", "uses ab cd efg here"), `uses ${MASK} here`);
  assert.equal(shown("my\\new\\pw1", "my\\new\\pw1!"), `${MASK}!`);
  assert.equal(shown("helpdesk", "Our help desk login"), "Our help desk login");
  assert.equal(shown("my old password", "Please change your password soon"), "Please change your password soon");
  for (const [secret, copy] of [
    ["Bearer longsecretvalue=abc", "longsecretvalue=abc"], ["Bearer AbC+d/e=fghIJK12XY", "AbC+d/e=fghIJK12XY"], ["Bearer 7123456789:AAHk3", "7123456789:AAHk3"],
    ["Bearer k9F2mQ7v T1xZ8", "k9F2mQ7v T1xZ8"], ['"client_secret": "k9F2mQ7v",', "k9F2mQ7v"], ["export APP_SECRET=k9F2mQ7v", "k9F2mQ7v"],
    ["s\u00e9cr\u00e8t\ud83d\ude42p\u00e4ss", "s\\u00e9cr\\u00E8t\\ud83d\\ude42p\\u00e4ss"], ["q7Rk2mV9sLx4TzW8", "q7Rk2mV9sL\ufe0fx4T\u2800zW8"],
  ]) assert.equal(shown(secret, `x ${copy}`), `x ${MASK}`, copy);
  assert.equal(shown("Bearer abc1234", "abc1234"), MASK);
  assert.equal(shown("x", "see https://a.io/?next=https%3A%2F%2Fuser%3Ahunter22%40host"), `see https://a.io/?next=https://${MASK}@host`);
  assert.equal(teableOAuthClient.redact({ logo: "https:\\\\u:pw12@h/x.png" }).logo, `https:\\\\${MASK}@h/x.png`);
});

test("what nobody sees is the same to redact and to advice", () => {
  const [start, end] = ["q7Rk2mV9s", "Lx4TzW8bNf3"];
  const { config } = oidc();
  const different = [];
  // Everything but most of the letters of Asia and the private areas; a slash is left out by advice alone.
  for (const [first, last] of [[0, 0x2e], [0x30, 0x33ff], [0xa000, 0xabff], [0xf900, 0xffff], [0xe0000, 0xe007f], [0xe0100, 0xe01ef]]) {
    for (let point = first; point <= last; point++) {
      const body = { ...oidc(), name: `${start}${String.fromCodePoint(point)}${end}`, config: { ...config, clientSecret: start + end } };
      const isMasked = teableAuthentication.redact(body).name === MASK;
      const isLeaked = teableAuthentication.advise(body).some(({ rule }) => rule === "cred-leaked");
      if (isMasked !== isLeaked) different.push(point.toString(16));
    }
  }
  assert.deepEqual(different, []);
});

test("texts that only add up to the same as a secret take no time, and nothing of what may be one is left", () => {
  // The last units are chosen so that the sums are equal.
  const alike = (length) => [`${"\u5000".repeat(length)}\u0002\ufcb4\u3bd2`, "\u5000".repeat(length + 3)];
  const [secret, run] = alike(16_000);
  const { name } = soon(() => teableAuthentication.redact({ type: "oidc", name: run.repeat(3), config: { clientSecret: secret } }));
  assert.equal(typeof name, "string");
});

test("texts and secrets of a million letters take no time, nor do values that lead to themselves", () => {
  const long = "x".repeat(1_000_000);
  const { redact } = teableAuthentication;
  for (const secret of [long, `${long}y`, `y${long}`, `${"x".repeat(10_000)}y`, `y${"x".repeat(10_000)}`, "x".repeat(10_000)]) {
    const { name } = soon(() => redact({ type: "feishu", name: long, config: { appId: `${"x".repeat(7)}y`, appSecret: secret } }));
    assert.equal(name, /y/.test(secret) ? long : MASK.repeat(1_000_000 / secret.length));
  }
  for (const issuer of [`https:${" ".repeat(100_000)}`, `https:${" ".repeat(100_000)}/@`, `https:${"/ ".repeat(50_000)}x`]) soon(() => redact({ type: "oidc", config: { issuer } }));
  const loop = {};
  for (let index = 0; index < 100; index++) loop[`k${index}`] = loop;
  loop.secret = "s3cr3t-of-the-loop";
  const endless = () => new Proxy({}, { ownKeys: () => ["a", "b"], getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }), get: endless });
  for (const value of [loop, endless()]) {
    const { data } = soon(() => zapierAuthentication.redact({ data: { title: "s3cr3t-of-the-loop", authentication_fields: { value } } }));
    assert.equal(data.authentication_fields.value, MASK);
    if (value === loop) assert.equal(data.title, MASK);
  }
});

test("drafts and forms are redacted like bodies", () => {
  const form = new URLSearchParams({ type: "feishu", "config[appSecret]": "s3cr3t", "config.appId": "a", name: "n" });
  assert.deepEqual(teableAuthentication.redact(form), { type: "feishu", config: { appId: "a", appSecret: MASK }, name: "n" });
  assert.deepEqual(teableAuthentication.redact({ "config.appSecret": "s3cr3t" }), { config: { appSecret: MASK } });
});

test("a secret counts wherever it stands, also below names that lead to the same part", () => {
  const secret = "S3cretS3cret";
  const parts = [["config.appId", "i"], ["config", { appSecret: secret }], ["name", `SSO ${secret}`], ["type", "feishu"]];
  for (const order of [parts, [...parts].reverse()]) {
    const { name, config } = teableAuthentication.redact(Object.fromEntries(order));
    assert.deepEqual([name, config], [`SSO ${MASK}`, { appId: "i", appSecret: MASK }]);
  }
});

test("a secret counts also where it is left out of a draft, or its part is of the wrong kind", () => {
  const secret = "S3cretS3cret";
  const config = { appSecret: secret };
  const drafts = [
    { "config.appSecret.x": "1", config },
    { config: null, "config.appSecret": secret },
    { config: "x", "config.appSecret": secret },
    { "config.appId": "i", config: [config] },
    { config: [config] },
    { config: secret },
    { config: { appId: "i" }, "[config]": config },
    { "config.appId": "i", config: JSON.parse(`{ "constructor": "${secret}" }`) },
    { "config.appSecret[": secret },
    new URLSearchParams([["config.appSecret.x", "1"], ["config.appSecret", secret]]),
  ];
  for (const draft of drafts) {
    const isForm = draft instanceof URLSearchParams;
    for (const [name, value] of [["name", `SSO ${secret}`], ["type", "feishu"]]) isForm ? draft.append(name, value) : (draft[name] = value);
    const copy = JSON.stringify(teableAuthentication.redact(draft));
    assert.ok(!copy.includes(secret) && copy.includes("SSO "), `${isForm ? draft : JSON.stringify(draft)} ${copy}`);
  }
  const shared = { appSecret: secret };
  const throwing = { get boom() { throw new Error("boom"); } };
  for (const draft of [{ "zz.q": 1, zz: shared, "config.appId": "i", config: shared }, { config: throwing, "config.appId": "i", "config.appSecret": secret }]) {
    assert.equal(teableAuthentication.redact({ ...draft, type: "feishu", name: `x ${secret}` }).name, `x ${MASK}`);
  }
  const entries = new URLSearchParams([["data.authentication_fields.x", "1"], ["data.authentication_fields", secret], ["data.title", `my ${secret}`]]);
  assert.equal(zapierAuthentication.redact(entries).data.title, `my ${MASK}`);
});

test("what a draft loses elsewhere is no secret, and is looked through once", () => {
  for (const name of ["user[0]name", "x.", "return[0]to"]) {
    const draft = new URLSearchParams([["type", "oidc"], ["name", "Contoso SSO"], ["user", "1"], ["user.name", "Contoso SSO"], [name, "Contoso SSO"]]);
    assert.deepEqual(teableAuthentication.redact(draft), { type: "oidc", name: "Contoso SSO" });
  }
  const wide = Object.fromEntries(Array.from({ length: 16_000 }, (_, key) => [`k${key}`, `${key}`]));
  const draft = { "config.appId": 1, ...Object.fromEntries(Array.from({ length: 1000 }, (_, row) => [`config..${row}`, wide])) };
  soon(() => teableAuthentication.redact(draft));
});

test("the copy of a body is a body of the same schema", () => {
  let copies = 0;
  for (const { schema: name, input } of corpus()) {
    const schema = schemas[name];
    if (!schema.is(input)) continue;
    const copy = schema.redact(input);
    assert.deepEqual(schema.safeParse(copy).issues ?? [], [], `${name} ${JSON.stringify(copy)}`);
    copies++;
  }
  assert.ok(copies > 1000, `${copies}`);
  assert.deepEqual(schemas["zapier.Error"].redact({ meta: { source: "ZAPIER", more: [1] } }), { meta: { source: MASK, more: MASK } });
});

test("what is of the wrong kind is masked as a whole, and nothing throws or is changed", () => {
  assert.deepEqual(teableAuthentication.redact({ type: ["s"], config: "s3cr3t", name: { s: "s3cr3t" } }), { type: MASK, config: MASK, name: MASK });
  assert.deepEqual(zapierAuthentication.redact({ data: { authentication_fields: ["s3cr3t"] } }), { data: { authentication_fields: MASK } });
  const throwing = () => { throw new Error("no"); };
  const every = Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((name) => [name, throwing]));
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  for (const value of [undefined, null, 1, 1n, "s3cr3t", Symbol("s3cr3t"), throwing, [], ["s3cr3t"], proxy, new Proxy({}, every), { data: proxy }, { redirectUris: [proxy], scopes: proxy }]) {
    for (const schema of [teableAuthentication, teableOAuthClient, zapierAuthentication]) assert.ok(!String(JSON.stringify(schema.redact(value))).includes("s3cr3t"));
  }
  const frozen = Object.freeze({ ...feishu(), config: Object.freeze(feishu().config) });
  assert.equal(teableAuthentication.redact(frozen).config.appSecret, MASK);
});
