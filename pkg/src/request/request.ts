/** The whole request for a body, ready for `fetch`. */
import type { Text } from "../definition.js";
import { inLocale, type CheckOptions } from "../options.js";
import { UNREADABLE } from "../read.js";
import { withoutFinalSlashes } from "../slashes.js";
import type { Endpoint } from "./endpoints.js";

/** Where a request goes, and who sends it; and the language of an error about that. */
export interface RequestOptions extends Pick<CheckOptions, "locale"> {
  /** The access token. It goes into the `Authorization` header and nowhere else. */
  readonly token: string;
  /**
   * The address of the server, with or without its `/api` (Teable) or `/v2` (Zapier) at the end; the vendor's own
   * cloud unless it is given.
   */
  readonly baseUrl?: string | undefined;
}

/** For a request about one organization. */
export type OrganizationRequestOptions = RequestOptions & OrganizationOption;

/** The organization by either of the names that the document has for it; `organizationId` counts where both are given. */
export type OrganizationOption =
  | {
      /** The organization, as its id is: it is percent-encoded here. */
      readonly organizationId: string;
      /** The same, by the name that the document declares the path's parameter under. */
      readonly resourceId?: string | undefined;
    }
  | { readonly organizationId?: undefined; readonly resourceId: string };

/** A request as `fetch(url, { method, headers, body })` takes it. */
export interface PreparedRequest {
  readonly url: string;
  readonly method: "POST";
  readonly headers: Readonly<Record<"Accept" | "Authorization" | "Content-Type", string>>;
  /** The body as JSON, with its secrets. */
  readonly body: string;
}

/** The options that a {@link RequestError} may be about, and the payload. */
export type RequestOptionName = "token" | "baseUrl" | "organizationId" | "resourceId" | "payload";

/** What can be wrong with an option, behind its name. */
const FAULTS = {
  missing: { en: "is missing", zh: "缺失" },
  noText: { en: "has to be text", zh: "必须是文本" },
  blank: { en: "is blank", zh: "为空" },
  noHeader: {
    en: "has to be the token alone, without a prefix, spaces or characters that no header carries",
    zh: "必须只含令牌本身，不带前缀、空格、换行或请求头无法携带的字符",
  },
  noId: { en: "is not a valid ID", zh: "不是有效的 ID" },
  noUrl: { en: "is not an absolute URL", zh: "不是完整的网址" },
  scheme: { en: "has to start with https:// or http://", zh: "必须以 https:// 或 http:// 开头" },
  credentials: { en: "must not hold a user name or a password", zh: "不能包含用户名或密码" },
  noJson: { en: "can't be written as JSON", zh: "无法转换为 JSON" },
  query: { en: "must end with its path", zh: "路径之后不能有其他内容" },
} satisfies Record<string, Text>;

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
 * @throws {@link RequestError} for an option that is missing, blank or of no use, and for a payload that has no JSON
 * @internal
 */
export function prepare(
  endpoint: Endpoint,
  payload: unknown,
  options: RequestOptions | OrganizationRequestOptions,
): PreparedRequest {
  const given = readOptions(options);
  const token = filled("token", given);
  // What a header can carry. A line break would end it and begin another one.
  if (!/^[\x21-\x7e]+$/.test(token)) throw refusal("token", "noHeader", given);
  const path = endpoint.path.replace("{organizationId}", () => segment(given));
  const base = isNothing(given.baseUrl) ? { ...given, baseUrl: endpoint.cloud } : given;
  return {
    url: origin(base, endpoint.prefix) + path,
    method: "POST",
    headers: { Accept: "application/json", Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: jsonOf(payload, given),
  };
}

/** Options of a caller who may have no types. */
type Given = { readonly [Option in RequestOptionName]?: unknown } & Pick<CheckOptions, "locale">;

/** Each is read once; one whose getter throws is no text. */
function readOptions(options: unknown): Given {
  const given: Record<string, unknown> = {};
  for (const name of ["token", "baseUrl", "organizationId", "resourceId", "locale"]) {
    try {
      given[name] = (Object(options) as Given)[name as RequestOptionName];
    } catch {
      given[name] = UNREADABLE;
    }
  }
  return given;
}

function refusal(option: RequestOptionName, fault: keyof typeof FAULTS, given: Given): RequestError {
  return new RequestError(option, inLocale(FAULTS[fault], given));
}

function isNothing(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

/** What has no JSON would be sent as nothing at all, or stop everything with an error that may tell of it. */
function jsonOf(payload: unknown, given: Given): string {
  let json: string | undefined;
  try {
    json = JSON.stringify(payload) as string | undefined;
  } catch {
    // A cycle, a bigint, or an error of the caller's own.
  }
  if (json === undefined) throw refusal("payload", "noJson", given);
  return json;
}

function filled(option: RequestOptionName, given: Given): string {
  const value = given[option];
  if (isNothing(value)) throw refusal(option, "missing", given);
  if (typeof value !== "string") throw refusal(option, "noText", given);
  if (value.trim() === "") throw refusal(option, "blank", given);
  return value;
}

/** One segment of a path. `.` and `..` cannot be one, in any encoding: they would climb. */
function segment(given: Given): string {
  const name = isNothing(given.organizationId) && !isNothing(given.resourceId) ? "resourceId" : "organizationId";
  const text = filled(name, given);
  try {
    if (text !== "." && text !== "..") return encodeURIComponent(text);
  } catch {
    // A half of a surrogate pair, which has no UTF-8.
  }
  throw refusal(name, "noId", given);
}

/** The address in front of the path. */
function origin(given: Given, prefix: string): string {
  const { protocol, host, pathname, username, password, search, hash } = parsed(given);
  if (!/^https?:$/.test(protocol)) throw refusal("baseUrl", "scheme", given);
  if (username || password) throw refusal("baseUrl", "credentials", given);
  if (search || hash) throw refusal("baseUrl", "query", given);
  const path = withoutFinalSlashes(pathname);
  return `${protocol}//${host}${path.endsWith(prefix) ? path : path + prefix}`;
}

function parsed(given: Given): URL {
  const base = filled("baseUrl", given);
  try {
    return new URL(base);
  } catch {
    throw refusal("baseUrl", "noUrl", given);
  }
}
