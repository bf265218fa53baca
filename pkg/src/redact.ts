/** Copies that are safe to log. */
import { readDraft } from "./build/draft.js";
import { holdsSecrets, mapsIn, membersOf } from "./build/members.js";
import type { Node } from "./definition.js";
import { hider, MASK, withoutLogins } from "./hide.js";
import { isArraySafely, keysOf, readOwn, TAG } from "./read.js";

/**
 * A copy that is safe to log: the known fields only, of every branch, with each secret masked, also where another field
 * repeats it or a URL carries a password. A value of the wrong kind is masked as a whole.
 */
export function redact(node: Node, source: unknown): unknown {
  try {
    const { copy, secrets } = copyOf(node, source);
    const hide = hiding(secrets);
    // A short one may stand in other words by chance, but not for all of a value.
    const whole = new Set([...secrets.whole, ...secrets.bare].filter((secret) => secret !== ""));
    return without(copy, (text) => (whole.has(text.trim()) ? MASK : hide(text)));
  } catch {
    // A trap of the caller's own, or a revoked proxy.
    return MASK;
  }
}

/** Makes what tells whether a text repeats a secret of a body or a draft, in any letter case: a host is in lower case. */
export function secretsIn(node: Node, source: unknown, lost: readonly unknown[]): (text: string) => boolean {
  const { secrets } = copyOf(node, source);
  for (const value of lost) collect(value, secrets);
  const { whole, bare } = secrets;
  const hide = hiding({ whole: whole.map(lower), bare: bare.map(lower) });
  return (text) => hide(lower(text)) !== withoutLogins(lower(text));
}

function lower(text: string): string {
  return text.toLowerCase();
}

function copyOf(node: Node, source: unknown): { copy: unknown; secrets: Secrets } {
  const secrets: Secrets = { whole: [], bare: [], found: new Set() };
  const parts = membersOf(node).filter(holdsSecrets).map(({ name }) => name);
  const draft = readDraft(source, mapsIn(node), (lost, name) => {
    // What is left out below a part with secrets may have been meant for any of its fields.
    if (parts.includes(/[^.[\]]+/.exec(String(name))?.[0] ?? "")) collect(lost, secrets);
  });
  return { copy: copied(node, draft, secrets), secrets };
}

/** The secrets as they are, and of each what may have been meant: a part of the one must not be hidden before the whole. */
interface Secrets {
  readonly whole: string[];
  readonly bare: string[];
  /** The objects that they were looked for in. */
  readonly found: Set<object>;
}

/** Makes what hides secrets in a text. */
function hiding({ whole, bare }: Pick<Secrets, "whole" | "bare">): (text: string) => string {
  const known = new Set(whole);
  const others = bare.filter((secret) => !known.has(secret));
  const [first, second] = [hider(whole), hider(others)];
  return (text) => {
    const hidden = withoutThem(text, first);
    return others.length > 0 ? withoutThem(hidden, second) : hidden;
  };
}

type Hide = (text: string) => string;

function copied(node: Node, value: unknown, secrets: Secrets): unknown {
  if (typeof value !== "object" || value === null) return isPlain(node, value) ? withoutLogin(node, value) : masked(node, value, secrets);
  if (Array.isArray(value)) {
    return node.kind === "list" ? Object.values(value).map((row: unknown) => copied(node.item, row, secrets)) : masked(node, value, secrets);
  }
  if (node.kind === "map") return maskedMap(value, secrets);
  const fields = membersOf(node);
  // A list or a text that is an object here.
  if (fields.length === 0) return MASK;
  const copy: Record<string, unknown> = {};
  if (node.kind === "union") keep(copy, node.tag, TAG, value, secrets);
  for (const { name, secret, node: below } of fields) {
    if (secret) hide(copy, name, below, value, secrets);
    else keep(copy, name, below, value, secrets);
  }
  return copy;
}

/** Of what stands in the place of a part with secrets, any text may be one. */
function masked(node: Node, value: unknown, secrets: Secrets): string {
  if (membersOf(node).some(({ secret }) => secret)) collect(value, secrets);
  return MASK;
}

/** Whether a value that is no object can be what a person typed for a field. */
function isPlain(node: Node, value: unknown): boolean {
  const { kind } = node;
  if (value === null || value === undefined || kind === "any") return true;
  // A list of texts may come as one text, a row on each line.
  if (kind === "list") return isPlain(node.item, value);
  if (kind === "boolean") return typeof value === "boolean";
  if (kind === "integer") return typeof value === "number";
  return typeof value === "string" && (kind === "text" || kind === "enum" || kind === "either");
}

function keep(copy: Record<string, unknown>, name: string, node: Node, from: object, secrets: Secrets): void {
  const value = readOwn(from, name);
  if (value !== undefined && !Object.hasOwn(copy, name)) copy[name] = copied(node, value, secrets);
}

/** Masks the user name and the password of a URL, however their place in it is written: parsers forgive much. */
function withoutLogin(node: Node, value: unknown): unknown {
  if (typeof value !== "string") return value;
  if (node.kind === "list") return value.replace(/[^\r\n]+/g, (row) => String(withoutLogin(node.item, row)));
  const isUrl = node.kind === "text" && node.format === "uri";
  return isUrl ? value.replace(/^([^:]*:[\s/\\]*)(?![\s/\\])[^/?#]*@/, `$1${MASK}@`) : value;
}

/** Masks what is there; of a map, each value. */
function hide(copy: Record<string, unknown>, name: string, node: Node, from: object, secrets: Secrets): void {
  const value = readOwn(from, name);
  if (value === undefined) return;
  collect(value, secrets);
  const isMap = node.kind === "map" && typeof value === "object" && value !== null && isArraySafely(value) === false;
  copy[name] = isMap ? maskedMap(value, secrets) : MASK;
}

/** Of what nobody knows the keys of, each value masked. */
function maskedMap(value: object, secrets: Secrets): unknown {
  const keys = keysOf(value);
  const hideIn = hiding(secrets);
  return keys ? Object.fromEntries(keys.map((key) => [hideIn(key), MASK])) : MASK;
}

/** In so many values is a secret looked for: a proxy may have new ones without end. */
const MOST = 2 ** 20;

/** Collects every text and number in a value, as it is copied along: without space around it. */
function collect(value: unknown, secrets: Secrets): void {
  const { whole, bare, found } = secrets;
  // What is pushed is reached as well, and what leads back to itself was found before.
  const values = [value];
  for (const one of values) {
    if (typeof one === "string" || typeof one === "number") {
      const secret = String(one).trim();
      // Also as a form writes it.
      whole.push(secret, secret.replace(/ /g, "+"));
      bare.push(...bared(secret));
    } else if (typeof one === "object" && one !== null && !found.has(one) && values.length < MOST) {
      found.add(one);
      for (const key of keysOf(one) ?? []) values.push(readOwn(one, key));
    }
  }
}

const SCHEME = /^(?:authorization:\s*)?(?:(?:bearer|basic|token|api-?key)\s+)?/i;
const KEY = /^(?:export\s+)?["'`]?[\w.-]{1,99}["'`]?\s*[:=]/;

/** The secret without what it may have been copied with: `Bearer ..`, `CLIENT_SECRET="..",`. It may have a `=` itself. */
function bared(secret: string): readonly string[] {
  const value = secret.replace(SCHEME, "");
  return [withoutQuotes(value), withoutQuotes(value.replace(KEY, ""))];
}

function withoutQuotes(text: string): string {
  const isAround = (at: number) => /["'`,;\s]/.test(text.charAt(at));
  let [start, end] = [0, text.length];
  while (start < end && isAround(start)) start++;
  while (start < end && isAround(end - 1)) end--;
  return text.slice(start, end);
}

/** The text without secrets and logins, also where it has these as a URL or a form would write them. */
function withoutThem(text: string, hide: Hide): string {
  // A secret may have what looks like a login in it; and what escapes stand for may end one.
  const hidden = withoutLogins(hide(text));
  const decodings = [hidden.replace(/(?:%[\da-f]{2})+/gi, decoded)];
  // What is in percent may have been escaped before, or look so.
  decodings.push(...decodings.map((plain) => plain.replace(/\\u([\da-f]{4})/gi, unescaped)));
  return decodings.map((plain) => [plain, withoutLogins(hide(plain))]).find(([plain, without]) => without !== plain)?.[1] ?? hidden;
}

const decoder = /* @__PURE__ */ new TextDecoder("utf-8", { ignoreBOM: true });

/** Bytes that are no UTF-8 become U+FFFD. */
function decoded(escapes: string): string {
  return decoder.decode(Uint8Array.from(escapes.slice(1).split("%"), (digits) => parseInt(digits, 16)));
}

/** JSON's own escapes. */
function unescaped(_: string, digits: string): string {
  return String.fromCharCode(parseInt(digits, 16));
}

/** The copy without the secrets in its texts, in whatever field they are repeated. */
function without(copy: unknown, hide: Hide): unknown {
  if (typeof copy === "string") return hide(copy);
  if (Array.isArray(copy)) return copy.map((row: unknown) => without(row, hide));
  if (typeof copy !== "object" || copy === null) return copy;
  return Object.fromEntries(Object.entries(copy).map(([key, value]) => [key, without(value, hide)]));
}
