/** What kind of refusal an answer is, and the words for it where the server has none. */
import type { Text } from "../definition.js";
import { member } from "../read.js";
import { elements } from "./reading.js";

/**
 * What a person can do about a refusal. `validation`: repair the fields. `session`: sign in again. `plan`: upgrade.
 * `permission`: ask for the right. `not_found`, `conflict`: change what is meant. `throttled`: wait. `server`: try again.
 */
export type ServerErrorKind =
  "validation" | "session" | "plan" | "permission" | "not_found" | "conflict" | "throttled" | "server" | "unknown";

const KINDS: Readonly<Record<number, ServerErrorKind>> = {
  400: "validation",
  401: "session",
  402: "plan",
  403: "permission",
  404: "not_found",
  409: "conflict",
  422: "validation",
  429: "throttled",
  // Teable: more users than the plan has seats.
  460: "plan",
};

/** The kind of an answer, by its HTTP status, or by the one in its body where that one tells nothing. */
export function kindOf(status: unknown, body: unknown): ServerErrorKind {
  const [error] = elements(member(body, "errors"), 1) ?? [];
  return byStatus(status) ?? byStatus(member(body, "status")) ?? byStatus(member(error, "status")) ?? "unknown";
}

function byStatus(status: unknown): ServerErrorKind | undefined {
  const number = numberOf(status);
  return KINDS[number] ?? (number >= 500 && number < 600 ? "server" : undefined);
}

function numberOf(status: unknown): number {
  return typeof status === "string" || typeof status === "number" ? Number(status) : NaN;
}

/** What to say to a person where the server says nothing. Any status from 400 to 499 is a refusal. */
export function wordingOf(kind: ServerErrorKind, status: unknown): Text {
  const number = numberOf(status);
  const isRefusal = number >= 400 && number < 500;
  return wording[kind === "unknown" && isRefusal ? "validation" : kind];
}

const wording: Readonly<Record<ServerErrorKind, Text>> = {
  validation: { en: "The server refused the request.", zh: "服务器拒绝了该请求。" },
  session: { en: "Sign in again, then send the request once more.", zh: "请重新登录后再提交。" },
  plan: { en: "The current plan does not include this.", zh: "当前套餐不包含此功能。" },
  permission: { en: "This account is not allowed to do this.", zh: "当前账号没有此操作的权限。" },
  not_found: { en: "The server does not know this address.", zh: "服务器上没有该地址。" },
  conflict: { en: "This already exists.", zh: "该内容已存在。" },
  throttled: { en: "Too many requests: wait a moment, then try again.", zh: "请求过于频繁，请稍后再试。" },
  server: { en: "The server has a problem: try again later.", zh: "服务器出现问题，请稍后再试。" },
  unknown: { en: "The server could not be reached, or its answer could not be understood.", zh: "无法连接服务器，或无法理解其响应。" },
};
