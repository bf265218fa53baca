/** Presets of providers: a few inputs, then the issuer and the three endpoints. */
import type { OidcHint, OidcPreset } from "../catalogue.js";
import { frozen } from "../freeze.js";
import { oidcHints as hints, oidcPresets as presets } from "../generated/catalogue.js";
import { isArraySafely, member } from "../read.js";
import type { OidcUrls } from "./discovery.js";

/** Providers that admins often use, in the order in which they are offered. */
export const oidcPresets: readonly OidcPreset[] = /* @__PURE__ */ frozen(presets);

/** Providers for which another type than `oidc` is right, and why: Feishu, which gives no ID token. */
export const oidcHints: readonly OidcHint[] = /* @__PURE__ */ frozen(hints);

/**
 * The four URLs of a provider.
 * @param preset one of {@link oidcPresets}
 * @param inputs what was entered, by the name of the input. Spaces around it, a final slash, and an `https://` that the
 *   template has already are left out, one that it needs is put in; what is missing or blank is the input's default
 * @returns the URLs, or `null` where an input without a default has nothing in it
 */
export function fillOidcPreset(preset: OidcPreset, inputs: Readonly<Record<string, string>> = {}): OidcUrls | null {
  const values = new Map<string, string>();
  if (!isArraySafely(member(preset, "inputs"))) return null;
  for (const { name, default: fallback = "" } of preset.inputs) {
    const entered = member(inputs, name);
    const value = (typeof entered === "string" && bare(entered, preset.issuer, `{${name}}`)) || fallback;
    if (value === "") return null;
    values.set(name, value);
  }
  const fill = (template: string) => template.replace(/\{(\w+)\}/g, (hole, name: string) => values.get(name) ?? hole);
  const { issuer, authorizationUrl, tokenUrl, userInfoUrl } = preset;
  return {
    issuer: fill(issuer),
    authorizationUrl: fill(authorizationUrl),
    tokenUrl: fill(tokenUrl),
    userInfoUrl: fill(userInfoUrl),
  };
}

/** What was entered, as the template takes it: a whole base has its scheme, a host has none, and a slug no slashes. */
function bare(entered: string, template: string, hole: string): string {
  const value = entered.trim().replace(/^\/+/, "");
  const host = value.replace(/^https?:\/\//i, "").replace(/\/+$/, "");
  if (template.includes(`//${hole}`)) return host;
  if (template.startsWith(hole) && host !== "" && !/^https?:/i.test(value)) return `https://${host}`;
  return host === "" ? "" : value.replace(/\/+$/, "");
}
