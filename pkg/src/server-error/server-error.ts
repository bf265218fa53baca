/** The way back: a server's refusal, on the fields of the form that caused it. */
import type { Node } from "../definition.js";
import type { ServerRejectedIssue } from "../issue.js";
import { inLocale, reworded, type CheckOptions } from "../options.js";
import { pointerOf } from "../place.js";
import { complaintsOf } from "./documents.js";
import { kindOf, wordingOf, type ServerErrorKind } from "./kind.js";
import { placeOf } from "./placing.js";
import { message as messageOf, parsed, shortened } from "./reading.js";
import { retryAfterOf } from "./retry-after.js";
import { withoutCredentials, withoutSource, withoutValues } from "./secrets.js";
import { complaintsIn, stepsOf, type Complaint } from "./sentences.js";

/** What a server's refusal means. */
export interface ServerError {
  readonly kind: ServerErrorKind;
  /**
   * What the server says, each on its field; on the body itself (`pointer` is `""`) what no field is named for. There
   * is at least one.
   */
  readonly issues: readonly [ServerRejectedIssue, ...ServerRejectedIssue[]];
  /** The seconds to wait before the next try, where the server wants that. */
  readonly retryAfter?: number;
}

/**
 * Reads a server's refusal. Never throws, whatever is given.
 * @param node what the refused body looks like
 * @param coolDown the seconds to wait where the server only says "too many requests"
 * @param status the HTTP status; 0 where there was no answer at all
 * @param body parsed JSON, text or HTML
 * @param headers a `Headers` object, a record or pairs
 * @param options the language of what is said where the server says nothing, and the caller's own messages
 */
export function readServerError(
  node: Node,
  coolDown: number | undefined,
  status: unknown,
  body: unknown,
  headers: unknown,
  options: CheckOptions | undefined,
): ServerError {
  const content = parsed(body);
  const kind = kindOf(status, content);
  const fallback = inLocale(wordingOf(kind, status), options);
  const listed = complaintsOf(content);
  const [first = { message: fallback, segments: [] }, ...others] = listed ?? complaints(content);
  // What stands beside a secret's complaint in one sentence may be a part of it.
  const isSecret = !listed && [first, ...others].some(({ segments }) => placeOf(node, segments).secret);
  const issueOf = ({ message, segments }: Complaint) =>
    issue(node, message || fallback, segments, isSecret && segments.length === 0);
  const issues = onlyOnce([issueOf(first), ...others.map(issueOf)]);
  const wait = kind === "throttled" || kind === "server" ? retryAfterOf(headers) : undefined;
  const retryAfter = wait ?? (kind === "throttled" ? coolDown : undefined);
  return {
    kind,
    issues: reworded(issues, options),
    ...(retryAfter !== undefined && { retryAfter }),
  };
}

function complaints(body: unknown): readonly Complaint[] {
  const message = typeof body === "string" ? plain(body) : messageOf(body, "message", "detail", "title", "error_description", "error");
  if (message === undefined) return [];
  return complaintsIn(message) ?? [{ message, segments: [] }];
}

/** The branches of a union complain of the same. */
function onlyOnce(issues: readonly [ServerRejectedIssue, ...ServerRejectedIssue[]]): typeof issues {
  const seen = new Set<string>();
  const [first, ...others] = issues;
  const isNew = ({ pointer, params, message }: ServerRejectedIssue) => seen.size < seen.add(`${pointer}\n${params?.named}\n${message}`).size;
  return isNew(first) ? [first, ...others.filter(isNew)] : issues;
}

/** A text that a person can read: no page of a proxy, and not JSON that is broken. */
function plain(body: string): string | undefined {
  const line = body.trim();
  return line === "" || /^[<[{]/.test(line) || line.length > 300 ? undefined : line;
}

function issue(node: Node, said: string, segments: readonly string[], mayHoldSecret: boolean): ServerRejectedIssue {
  const { path, exact, secret } = placeOf(node, segments);
  const message = withoutSource(said);
  return {
    code: "server_rejected",
    path,
    pointer: pointerOf(path),
    message: shortened(secret || mayHoldSecret || namesSecret(node, message) ? withoutValues(message, path) : withoutCredentials(message)),
    ...(!exact && { params: { named: shortened(pointerOf(segments)) } }),
  };
}

/** Whether a sentence that could not be parted tells of a secret on its way; of one with so many places nobody knows. */
function namesSecret(node: Node, message: string): boolean {
  const seen = new Set<string>();
  for (const [, path = ""] of message.matchAll(/ at "([^"]{1,200})"/g)) {
    if (seen.size > MOST_PLACES || (!seen.has(path) && placeOf(node, stepsOf(path)).secret)) return true;
    seen.add(path);
  }
  return false;
}

const MOST_PLACES = 100;
