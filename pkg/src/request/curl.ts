/** A request as a command line. */
import { member } from "../read.js";
import type { PreparedRequest } from "./request.js";

/**
 * A command for a POSIX shell that sends a request, to be copied. `$TOKEN` stands for the token. The body is the
 * request's own, secrets and all: for a command that is shown, make the request of a redacted payload.
 * @param request from a schema's `request`
 */
export function curl(request: PreparedRequest): string {
  const isText = ["url", "method", "body"].every((name) => typeof member(request, name) === "string");
  if (!isText) throw new TypeError("curl takes what a schema's request gives.");
  const { url, method, headers, body } = request;
  const lines = Object.entries(headers ?? {}).map(([name, value]) =>
    // In double quotes the shell puts the token in.
    name.toLowerCase() === "authorization" ? `--header "${name}: Bearer $TOKEN"` : `--header ${quoted(`${name}: ${value}`)}`,
  );
  return [`curl --request ${method} ${quoted(url)}`, ...lines, `--data-raw ${quoted(body)}`].join(" \\\n  ");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
