import { curl } from "prevet";
import { language, say } from "../view/language.js";
import { texts } from "../view/texts.js";

/**
 * Sending a payload and reading the answer.
 *
 * @typedef {import("prevet").ServerError} ServerError
 * @typedef {{ created: unknown } | { refused: () => ServerError, unreachable?: true }} Reply a refusal is read in the language that the
 *   page then has
 */

/** The sandbox takes any token; a real one never belongs in a page's source. */
const TOKEN = "sandbox";

/** The organization of the demo. */
const ORGANIZATION = "orgSandbox";

/** No answer within these milliseconds counts as none. */
const PATIENCE = 15_000;

/**
 * Where a form's request would go, with the organization left open.
 *
 * @param {import("./catalogue.js").Entry} entry
 */
export function destination(entry) {
  const { url } = entry.schema.request(/** @type {any} */ ({}), { token: TOKEN, organizationId: "{organizationId}" });
  return decodeURI(url);
}

/**
 * The request as a command line, to where it would really go.
 *
 * @param {import("./catalogue.js").Entry} entry
 * @param {unknown} body without its secrets: a command ends up in a shell's history, and in messages to others
 */
export function commandOf(entry, body) {
  return curl(entry.schema.request(/** @type {any} */ (body), { token: TOKEN, organizationId: "ORGANIZATION_ID" }));
}

/**
 * Sends a payload to the server that the page came from.
 *
 * @param {import("./catalogue.js").Entry} entry
 * @param {any} payload as built by the entry's schema
 * @param {number} [wanted] the status that the sandbox is asked to refuse with
 * @returns {Promise<Reply>} never rejects: a network that fails is a refusal too
 */
export async function send(entry, payload, wanted) {
  const { url, method, headers, body } = entry.schema.request(payload, {
    baseUrl: location.origin,
    token: TOKEN,
    organizationId: ORGANIZATION,
  });
  try {
    const response = await fetch(url, {
      method,
      headers: wanted ? { ...headers, Prefer: `code=${wanted}` } : headers,
      body,
      signal: AbortSignal.timeout(PATIENCE),
    });
    const text = await response.text();
    if (!response.ok) return refusal(entry, response.status, text, response.headers);
    return readCreated(entry, text);
  } catch {
    return silence(entry);
  }
}

/**
 * @param {import("./catalogue.js").Entry} entry
 * @param {number} status
 * @param {unknown} body
 * @param {Headers} [headers]
 * @returns {Reply}
 */
function refusal(entry, status, body, headers) {
  return { refused: () => entry.schema.fromServerError(status, body, headers, { locale: language() }) };
}

/**
 * No answer came, so the words are the page's own.
 *
 * @param {import("./catalogue.js").Entry} entry
 * @returns {Reply}
 */
function silence(entry) {
  const options = () => ({ locale: language(), messages: { server_rejected: () => say(texts.unreachableAdvice) } });
  return { refused: () => entry.schema.fromServerError(0, undefined, undefined, options()), unreachable: true };
}

/**
 * What was created, where the answer has the documented shape. What a server says is not believed unchecked either.
 *
 * @param {import("./catalogue.js").Entry} entry
 * @param {string} text
 * @returns {Reply}
 */
function readCreated(entry, text) {
  const answer = entry.answer.safeParseText(text);
  return answer.success ? { created: entry.answer.redact(answer.data) } : refusal(entry, 0, undefined);
}
