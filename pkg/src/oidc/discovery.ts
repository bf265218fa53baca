/** OpenID Connect Discovery: from an issuer to its document, and from the document to the form. Nothing is fetched. */
import { run } from "../engine.js";
import type { DiscoveryProblemCode } from "../generated/catalogue.js";
import { discoveryUrl, fromDiscovery } from "../generated/wasm/prevet.js";
import { localeNumber, type CheckOptions } from "../options.js";
import { elementsOf, isArraySafely, readOwn } from "../read.js";

/** The URLs that the form asks for, by the names of its fields. */
export interface OidcUrls {
  /** Exactly what `iss` will be in ID tokens. */
  readonly issuer: string;
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly userInfoUrl: string;
}

/** What a discovery document is good for. */
export interface OidcDiscovery {
  /**
   * What to fill in, as the document has it; `null` where the document must not be used. Without `userInfoUrl` where the
   * document names none.
   */
  readonly prefill: (Omit<OidcUrls, "userInfoUrl"> & Partial<OidcUrls>) | null;
  /** What to know before using it. */
  readonly problems: readonly DiscoveryProblem[];
}

/** A problem of a discovery document. */
export interface DiscoveryProblem {
  readonly code: DiscoveryProblemCode;
  /** A sentence to show. It holds nothing of the document. */
  readonly message: string;
}

/**
 * Where an issuer's discovery document is (OpenID Connect Discovery 1.0, section 4): behind the issuer's whole path. A host
 * alone gets `https://` in front, and the URL of a document stays what it is.
 * @param issuer what was typed
 * @returns the URL, or `null` for what is no issuer: not https (but on the own machine), or with `?`, `#`, credentials or a
 *   placeholder
 * @throws {@link InternalError} where the engine cannot run; because of the issuer only where it has hundreds of megabytes
 */
export function oidcDiscoveryUrl(issuer: string): string | null {
  const typed = textOf(issuer);
  return run(() => discoveryUrl(typed)) ?? null;
}

/**
 * What a discovery document fills in. Its issuer has to be the one that was typed, letter for letter but for a final slash
 * (Discovery 4.3 and 7.2).
 * @param issuer what was typed; a blank one is not compared
 * @param document the document, as an object or as its text; anything else is the problem `not-json`
 * @param options the language of the messages
 * @throws {@link InternalError} where the engine cannot run; because of the document only where it has hundreds of megabytes
 */
export function fromOidcDiscovery(
  issuer: string,
  document: unknown,
  options?: Pick<CheckOptions, "locale">,
): OidcDiscovery {
  const [typed, text] = [textOf(issuer), typeof document === "string" ? document : jsonOf(document)];
  const found = run(() => fromDiscovery(typed, text, localeNumber(options)));
  return JSON.parse(found) as OidcDiscovery;
}

/** What a caller without types passes is no text. */
function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The strings and the lists of strings in an object, which are all that a document needs; nothing of it is called. */
function jsonOf(document: unknown): string {
  const members: Record<string, unknown> = {};
  try {
    if (typeof document !== "object" || document === null || Array.isArray(document)) return "";
    for (const key of Object.keys(document)) {
      const value = readOwn(document, key);
      if (typeof value === "string") members[key] = value;
      else if (isArraySafely(value)) members[key] = elementsOf(value).filter((one) => typeof one === "string");
    }
  } catch {
    // A trap of the caller's own: what was read until then.
  }
  return JSON.stringify(members);
}
