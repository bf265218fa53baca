/** Issues in the forms that others want: text for people, a record for form libraries, RFC 9457 for HTTP. */
import { pointerOf, segmentOf } from "./place.js";
import type { Issue, IssueCode } from "./issue.js";
import { elementsOf, isArraySafely, member } from "./read.js";

/** What each function here needs of an issue: any has it that follows Standard Schema, whoever it is from. */
interface Told {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** The issues of a list: what a caller without types passes beside them says nothing. */
function toldIn(issues: readonly Told[]): readonly (Pick<Issue, "path" | "message"> & { readonly code: unknown })[] {
  return elementsOf(issues).flatMap((issue) => {
    const [message, place] = [partOf(issue, "message"), partOf(issue, "path")];
    const path = elementsOf(place).map(segmentOf);
    const isTold = typeof message === "string" && (place === undefined || isArraySafely(place)) && path.every((key) => key !== undefined);
    return isTold ? [{ code: member(issue, "code"), message, path: path as Issue["path"] }] : [];
  });
}

/** Other libraries' issues inherit some. */
function partOf(issue: unknown, name: keyof Told): unknown {
  try {
    return (issue as Told)[name];
  } catch {
    return undefined;
  }
}

/**
 * The issues as a text to print, two lines each: the message and the place.
 * @param issues from any check, from a server, or from another library's Standard Schema
 */
export function prettify(issues: readonly Told[]): string {
  return toldIn(issues)
    .map(({ path, message }) => `\u2716 ${message}${path.length > 0 ? `\n  \u2192 ${nameOf(path)}` : ""}`)
    .join("\n");
}

/**
 * The messages by the full name of their field, such as `config.issuer` or `redirectUris[1]`; those about the body
 * itself are under `""`.
 * @param issues from any check, from a server, or from another library's Standard Schema
 */
export function toFieldErrors(issues: readonly Told[]): Record<string, string[]> {
  const errors = new Map<string, string[]>();
  for (const { path, message } of toldIn(issues)) {
    const name = nameOf(path);
    const messages = errors.get(name);
    if (messages) messages.push(message);
    else errors.set(name, [message]);
  }
  // Not by assignment: a name may be `__proto__`.
  return Object.fromEntries(errors);
}

function nameOf(path: readonly (string | number)[]): string {
  return path.reduce<string>((name, segment) => {
    if (typeof segment === "number") return `${name}[${segment}]`;
    return name === "" ? segment : `${name}.${segment}`;
  }, "");
}

/** A problem document (RFC 9457), to be sent as `application/problem+json`. */
export interface ProblemDetails {
  readonly type: "about:blank";
  readonly title: "Bad Request";
  readonly status: 400;
  readonly errors: readonly ProblemError[];
}

/** One issue in a problem document. */
export interface ProblemError {
  /** The message. */
  readonly detail: string;
  /** The place: a JSON Pointer as a URI fragment, such as `#/config/appId`. */
  readonly pointer: string;
  readonly code: IssueCode;
}

/**
 * The answer of a server that refuses a body.
 * @param issues from any check
 */
export function toProblemDetails(issues: readonly (Told & Pick<Issue, "code">)[]): ProblemDetails {
  const errors = toldIn(issues).map(({ code, path, message }) => ({ detail: message, pointer: `#${pointerOf(path, encoded)}`, code: code as IssueCode }));
  return { type: "about:blank", title: "Bad Request", status: 400, errors };
}

/** Percent-encoded; a half of a surrogate pair has no UTF-8 and becomes U+FFFD. */
function encoded(segment: string): string {
  return encodeURIComponent(segment.replace(/[\ud800-\udfff]/gu, "\ufffd"));
}
