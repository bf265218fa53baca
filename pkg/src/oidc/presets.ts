/** Presets of providers: a few inputs, then the issuer and the three endpoints. */
import type { OidcHint, OidcPreset } from "../catalogue.js";
import { frozen } from "../freeze.js";
import { oidcHints as hints, oidcPresets as presets } from "../generated/catalogue.js";
import { elementsOf, member } from "../read.js";
import { withoutFinalSlashes } from "../slashes.js";
import type { OidcUrls } from "./discovery.js";

/** Providers that admins often use, in the order in which they are offered. */
export const oidcPresets: readonly OidcPreset[] = /* @__PURE__ */ frozen(presets);

/** Providers for which another type than `oidc` is right, and why: Feishu, which gives no ID token. */
export const oidcHints: readonly OidcHint[] = /* @__PURE__ */ frozen(hints);

/**
 * The four URLs of a provider.
 * @param preset one of {@link oidcPresets}
 * @param inputs what was entered, by the name of the input. Spaces around it, a final slash, and what the template has
 *   already, such as `https://` or `.onelogin.com`, are left out; a scheme that it needs is put in, and what a path cannot
 *   have is percent-encoded. What is missing or blank is the input's default
 * @returns the URLs, or `null` where an input without a default has nothing in it, or one has what cannot be a part of them
 */
export function fillOidcPreset(preset: OidcPreset, inputs: Readonly<Record<string, string | undefined>> = {}): OidcUrls | null {
  const values = new Map<string, string>();
  if (!isPreset(preset)) return null;
  for (const { name, default: fallback = "" } of elementsOf(preset.inputs) as OidcPreset["inputs"]) {
    const entered = member(inputs, name);
    const text = typeof entered === "string" ? entered.trim() : "";
    const value = text === "" ? fallback : bare(text, preset, `{${name}}`);
    if (value === "") return null;
    values.set(name, value);
  }
  const fill = (template: string) => template.replace(/\{(\w+)\}/g, (hole, name: string) => values.get(name) ?? hole);
  const { issuer, authorizationUrl, tokenUrl, userInfoUrl } = preset;
  const urls = {
    issuer: fill(issuer),
    authorizationUrl: fill(authorizationUrl),
    tokenUrl: fill(tokenUrl),
    userInfoUrl: fill(userInfoUrl),
  };
  return URLS.every((name) => isAddress(urls[name], preset[name])) ? urls : null;
}

const URLS = ["issuer", "authorizationUrl", "tokenUrl", "userInfoUrl"] as const;

/** What an address does not hold as it is written: nothing odd or unseen, no login or escape in its host, no climbing path. */
const ODD =
  /[\s<>{}\\^`|"\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f]|^https?:\/\/[^/?#]*[@%]|\/(?:\.|%2e){1,2}(?:[/?#]|$)/i;

/** Whether it is an address, of the host that the template names. */
function isAddress(url: string, template: string): boolean {
  const { protocol, host } = parsed(url) ?? {};
  const parts = parsed(template.replace(/\{\w+\}/g, HOLE))?.host.split(HOLE) ?? ["", ""];
  const [start = "", end = ""] = [parts[0], parts[parts.length - 1]];
  const isHost = parts.length === 1 ? host === start : host?.startsWith(start) && host.endsWith(end);
  return /^https?:$/.test(protocol ?? "") && isHost === true && !ODD.test(url);
}

const HOLE = "prevet-hole";

function parsed(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}

/** Callers without types may pass anything. */
function isPreset(preset: unknown): preset is OidcPreset {
  const isText = URLS.every((url) => typeof member(preset, url) === "string");
  return isText && elementsOf(member(preset, "inputs")).every((input) => typeof member(input, "name") === "string");
}

/** What was entered, as the template takes it: a whole base with its scheme, a host without one, or one part of a path. */
function bare(entered: string, { issuer, tokenUrl }: OidcPreset, hole: string): string {
  const value = entered.replace(/^\/+/, "");
  const isHost = issuer.includes(`//${hole}`);
  const isPart = !isHost && !issuer.startsWith(hole);
  const scheme = /^([a-z][\w+.-]*):\/\//i.exec(value)?.[1];
  if (scheme !== undefined && (isPart || !/^https?$/i.test(scheme))) return "";
  if (isPart) return segment(withoutFinalSlashes(value));
  const whole = value.replace(/^https?:\/\//i, "").replace(/(?:[?#]|\/\.well-known\/).*$/s, "");
  // What the template has behind the hole itself, as a whole issuer or its host has it too, would be there twice.
  const own = /^(?:\/?[^/{]+)?/.exec(issuer.split(hole)[1] || (tokenUrl.split(hole)[1] ?? ""))?.[0] ?? "";
  const at = `${whole}/`.toLowerCase().indexOf(`${own}/`);
  const host = withoutFinalSlashes(at < 0 ? whole : whole.slice(0, at));
  if (isHost || host === "") return host;
  return (/^https?:\/\//i.exec(value)?.[0] ?? "https://") + host;
}

/**
 * Percent-encoded as far as a part of a path needs it; what is encoded already stays. Nothing for `.` and `..`, which climb,
 * and for a half of a surrogate pair, which has no UTF-8.
 */
function segment(value: string): string {
  if (/^(?:\.|%2e){1,2}$|[\ud800-\udfff]/iu.test(value)) return "";
  return value.replace(/%(?![\da-f]{2})|[^\w.~!$&'()*+,;=:@%-]+/gi, encodeURIComponent);
}
