/** The whole request for a body, ready for `fetch`. */
import type { Endpoint } from "./endpoints.js";

/** Where a request goes, and who sends it. */
export interface RequestOptions {
  /** The access token. It goes into the `Authorization` header and nowhere else. */
  readonly token: string;
  /**
   * The address of the server, with or without its `/api` (Teable) or `/v2` (Zapier) at the end; the vendor's own
   * cloud unless it is given.
   */
  readonly baseUrl?: string | undefined;
}

/** For a request about one organization. */
export interface OrganizationRequestOptions extends RequestOptions {
  /** The organization, as its id is: it is percent-encoded here. */
  readonly organizationId: string;
}

/** A request as `fetch(url, { method, headers, body })` takes it. */
export interface PreparedRequest {
  readonly url: string;
  readonly method: "POST";
  readonly headers: Readonly<Record<"Accept" | "Authorization" | "Content-Type", string>>;
  /** The body as JSON, with its secrets. */
  readonly body: string;
}

/** The options that a {@link RequestError} may be about. */
export type RequestOptionName = "token" | "baseUrl" | "organizationId";

/** Thrown where no request can be made of the options. It names the option and holds none of its value. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  /** The option that is missing or wrong. */
  readonly option: RequestOptionName;

  /**
   * @param option the option's name
   * @param what is wrong with it
   */
  constructor(option: RequestOptionName, what: string) {
    super(`${option} ${what}`);
    this.option = option;
  }
}

/**
 * The request that sends a payload.
 * @throws {@link RequestError} for an option that is missing, blank or of no use
 */
export function prepare(
  endpoint: Endpoint,
  payload: unknown,
  options: RequestOptions | OrganizationRequestOptions,
): PreparedRequest {
  const given: Partial<Record<RequestOptionName, unknown>> = options ?? {};
  const token = filled("token", given.token);
  // What a header can carry. A line break would end it and begin another one.
  if (!/^[\x21-\x7e]+$/.test(token)) throw new RequestError("token", "has a space, a line break or a letter that no header carries");
  const path = endpoint.path.replace("{organizationId}", () => segment(given.organizationId));
  return {
    url: origin(given.baseUrl ?? endpoint.cloud, endpoint.prefix) + path,
    method: "POST",
    headers: { Accept: "application/json", Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify(payload),
  };
}

function filled(option: RequestOptionName, value: unknown): string {
  if (value === undefined || value === null) throw new RequestError(option, "is missing");
  if (typeof value !== "string") throw new RequestError(option, "has to be text");
  if (value.trim() === "") throw new RequestError(option, "is blank");
  return value;
}

/** One segment of a path. `.` and `..` cannot be one, in any encoding: they would climb. */
function segment(id: unknown): string {
  const text = filled("organizationId", id);
  try {
    if (text !== "." && text !== "..") return encodeURIComponent(text);
  } catch {
    // A half of a surrogate pair, which has no UTF-8.
  }
  throw new RequestError("organizationId", "is no id");
}

/** The address in front of the path. */
function origin(base: unknown, prefix: string): string {
  const { protocol, host, pathname, username, password, search, hash } = parsed(filled("baseUrl", base));
  if (!/^https?:$/.test(protocol)) throw new RequestError("baseUrl", "has to start with https:// or http://");
  if (username || password) throw new RequestError("baseUrl", "must not hold a user name or a password");
  if (search || hash) throw new RequestError("baseUrl", "must end with its path");
  const path = pathname.replace(/\/+$/, "");
  return `${protocol}//${host}${path.endsWith(prefix) ? path : path + prefix}`;
}

function parsed(base: string): URL {
  try {
    return new URL(base);
  } catch {
    throw new RequestError("baseUrl", "is no URL");
  }
}
