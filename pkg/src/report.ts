/** Issues in the forms that others want: text for people, a record for form libraries, RFC 9457 for HTTP. */
import { pointerOf } from "./place.js";
import type { Issue, IssueCode } from "./issue.js";
import { elementsOf, isArraySafely, member } from "./read.js";

/** What each function here needs of an issue: any has it that follows Standard Schema, whoever it is from. */
interface Told {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

type Segment = string | number;

/** The issues of a list: what a caller without types passes beside them says nothing. */
function toldIn(issues: readonly Told[]): readonly (Pick<Issue, "path" | "message"> & { readonly code: unknown })[] {
  return elementsOf(issues).flatMap((issue) => {
    const message = member(issue, "message");
    const path = segmentsOf(member(issue, "path"));
    return typeof message === "string" && path ? [{ code: member(issue, "code"), message, path }] : [];
  });
}

function segmentsOf(path: unknown): readonly Segment[] | undefined {
  if (path === undefined) return [];
  if (!isArraySafely(path)) return undefined;
  const segments = elementsOf(path).map((segment) => (isSegment(segment) ? segment : member(segment, "key")));
  return segments.every(isSegment) ? segments : undefined;
}

function isSegment(segment: unknown): segment is Segment {
  return typeof segment === "string" || typeof segment === "number";
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

function nameOf(path: readonly Segment[]): string {
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
