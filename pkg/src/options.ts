/** What a single call may be told. Nothing of it is kept: there are no settings for the whole package. */
import type { Text } from "./definition.js";
import { locales, type Locale } from "./generated/catalogue.js";
import type { OAuthScope } from "./generated/bodies.js";
import type { Issue, IssueCode } from "./issue.js";
import { elementsOf, member } from "./read.js";

/**
 * What any check may be told. `Extra` are the scopes that are named: where a function takes options for others' checks,
 * `CheckOptions<never>`, which name none, leave the types of bodies as they are.
 */
export interface CheckOptions<Extra extends string = string> {
  /**
   * The language of the messages, as a BCP 47 tag, of which the first subtag decides: `zh-Hans-CN` is Chinese. Other
   * languages, or none, get English.
   */
  readonly locale?: string | undefined;
  /** Messages of the caller's own, by issue code; the other codes keep theirs. */
  readonly messages?: Messages | undefined;
  /**
   * Scopes that newer servers know and this version does not: they are accepted, listed and suggested beside the others,
   * which are checked as ever. Where a body has no list of known scopes this means nothing; nor does what is no string, or
   * holds half a surrogate pair or U+FFFD, which such a half becomes on its way.
   */
  readonly extraScopes?: readonly Extra[] | undefined;
}

/** The type of a body in which scopes of the caller's own are allowed too. */
export type WithScopes<T, Extra extends string> = [Extra] extends [never]
  ? T
  : T extends unknown
    ? { [Key in keyof T]: IsScopes<T[Key]> extends true ? Exclude<T[Key], OAuthScope[]> | (OAuthScope | Extra)[] : T[Key] }
    : never;

/** Whether it is a list of scopes, which may be absent; not of any text. */
type IsScopes<Value> = OAuthScope[] extends Value ? ([Exclude<Value, undefined>] extends [OAuthScope[]] ? true : false) : false;

/** For an issue code, what its issues say: one text, or a function of the issue, whose `message` is prevet's own. */
export type Messages = {
  readonly [Code in IssueCode]?: string | ((issue: Extract<Issue, { readonly code: Code }>) => string) | undefined;
};

/** The number by which the engine knows the language of a call. */
export function localeNumber(options: CheckOptions | undefined): number {
  if (options === undefined) return 0;
  const tag = member(options, "locale");
  const [language = ""] = typeof tag === "string" ? tag.toLowerCase().split(/[-_]/, 1) : [];
  return Math.max(0, locales.indexOf(language as Locale));
}

/** The scopes of the caller's own, as the engine takes them: as JSON, which is longer than any of them. */
export function extraScopes(options: CheckOptions | undefined): string | undefined {
  if (options === undefined) return undefined;
  // In UTF-8 another half of a pair would look the same.
  const named = elementsOf(member(options, "extraScopes")).filter(
    (scope) => typeof scope === "string" && !/[\ud800-\udfff\ufffd]/u.test(scope),
  );
  return named.length > 0 ? JSON.stringify([...new Set(named)]) : undefined;
}

/** A text in the language of a call. */
export function inLocale(text: Text, options: CheckOptions | undefined): string {
  return text[locales[localeNumber(options)] ?? "en"];
}

/** The issues with the caller's own messages, if there are any for them. */
export function reworded<I extends readonly Issue[]>(issues: I, options: CheckOptions | undefined): I {
  const messages = member(options, "messages");
  if (typeof messages !== "object") return issues;
  const one = (issue: Issue): Issue => {
    const own = member(messages, issue.code);
    const message = typeof own === "function" ? (own(issue) as unknown) : own;
    return typeof message === "string" ? { ...issue, message } : issue;
  };
  // As many of the same kinds as before.
  return issues.map(one) as readonly Issue[] as I;
}
