/** What is measured: pools of valid bodies with ordinary and with unusual URLs, bodies with three errors, and lines. */
import { BODIES, plainUrl, scramble } from "./bodies.mjs";
import { KINDS } from "./kinds.mjs";

/** Bodies in a pool. */
const SIZE = 64;

/** Lines of an NDJSON pool. */
const LINES = 10_000;

/** One line in so many of a pool has three errors. */
const WRONG = 100;

/** Lines that are made at a time. */
const BLOCK = 1000;

/** URLs that a recogniser of plain URLs has reason to leave alone, and that are URIs by RFC 3986 as well. */
const UNUSUAL = [
  (path) => `https://xn--bcher-kva.de${path}`,
  (path) => `https://xn--fiqs8s.xn--55qx5d${path}`,
  (path) => `https://ex%61mple.com${path}`,
  (path) => `http://0x7f.1${path}`,
  (path) => `https://[2001:db8::7]:65535${path}`,
  (path) => `http://[::ffff:192.0.2.1]${path}`,
  (path) => `com.acme.app:/cb${path}`,
  (path) => `https://us%65r:p%40ss@acme.io:00443${path}`,
];

/** URLs with a host, a path or white space that is not ASCII or not in a URI: `new URL` accepts them. */
const INTERNATIONAL = [
  (path) => `https://bücher.de${path}`,
  (path) => `https://例え.テスト${path}`,
  (path) => `https://acme.io/büro${path}`,
  (path) => `  https://acme.io${path}\n`,
  (path) => `https:\\\\acme.io${path}`,
  (path) => `https://acme.io/a b${path}`,
  (path) => `https:acme.io${path}`,
  (path) => `https://acme。io${path}`,
];

/** The fields to spoil of each kind, and how: three of them make a body with three errors. The name stays. */
const FAULTS = {
  feishu: [
    (body, index) => (body.config.appId = ["", null, index][index % 3]),
    (body, index) => (index % 2 === 0 ? delete body.config.appSecret : (body.config.appSecret = "")),
    (body, index) => (body.id = index),
  ],
  oidc: [
    (body) => (body.config.clientId = ""),
    (body, index) => (body.config.authorizationUrl = `sso.acme.io/authorize?tenant=${index}`),
    (body) => delete body.config.issuer,
    (body, index) => (body.config.tokenUrl = index),
    (body) => (body.config.userInfoUrl = "/userinfo"),
  ],
  oauth: [
    (body, index) => (body.homepage = `www.acme.io/${index}`),
    (body) => (body.scopes[3] = "table|raed"),
    (body, index) => (body.redirectUris = index % 2 === 0 ? [] : "https://acme.io/callback"),
    (body) => (body.logo = null),
  ],
  zapier: [
    ({ data }) => (data.title = data.title.repeat(64)),
    ({ data }) => (data.app = data.app.slice(0, 23)),
    ({ data }, index) => (index % 2 === 0 ? delete data.authentication_fields : (data.authentication_fields = null)),
  ],
};

/** The pools of bodies: which kinds each has, how they are made, and whether they are valid. */
export const POOLS = {
  valid: { kinds: KINDS, valid: true, make: (kind, index) => BODIES[kind](index) },
  unusual: { kinds: ["oidc", "oauth"], valid: true, make: (kind, index) => BODIES[kind](index, from(UNUSUAL)) },
  international: {
    kinds: ["oidc", "oauth"],
    valid: true,
    make: (kind, index) => BODIES[kind](index, from(INTERNATIONAL)),
  },
  errors: { kinds: KINDS, valid: false, make: spoiled },
};

/** The bodies of one kind in a pool. They come from JSON, as a server's do: flat strings, one shape for like bodies. */
export function pool(name, kind) {
  return Array.from({ length: SIZE }, (_, index) => JSON.parse(JSON.stringify(POOLS[name].make(kind, index))));
}

/** Bodies as UTF-8 bytes, each in a buffer of its own. */
export function encoded(bodies) {
  const encoder = new TextEncoder();
  return bodies.map((body) => encoder.encode(JSON.stringify(body)));
}

/** NDJSON of one kind: its bytes, and how many of its lines are valid. */
export function lines(kind) {
  const blocks = [...lineBlocks(kind, LINES, WRONG)];
  const bytes = new Uint8Array(blocks.reduce((sum, { length }) => sum + length, 0));
  blocks.reduce((offset, block) => (bytes.set(block, offset), offset + block.length), 0);
  return { bytes, valid: LINES - LINES / WRONG };
}

/**
 * NDJSON in blocks of bytes, so that any number of lines can be written to a file. All lines are valid, but for one in
 * `wrong`.
 */
export function* lineBlocks(kind, count, wrong = Infinity) {
  const encoder = new TextEncoder();
  for (let start = 0; start < count; start += BLOCK) {
    const length = Math.min(BLOCK, count - start);
    const block = Array.from({ length }, (_, place) => {
      const index = start + place;
      return `${JSON.stringify(index % wrong === wrong - 1 ? spoiled(kind, index) : BODIES[kind](index))}\n`;
    });
    yield encoder.encode(block.join(""));
  }
}

function from(urls) {
  return (seed, path) => urls[scramble(seed) % urls.length](new URL(plainUrl(seed, path), "https://x").pathname);
}

function spoiled(kind, index) {
  const body = BODIES[kind](index);
  const faults = FAULTS[kind];
  for (let count = 0; count < 3; count++) faults[(index + count) % faults.length](body, index);
  return body;
}
