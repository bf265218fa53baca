// What the sandbox answers to a request: judged by the real rules, or refused as the request asks for.
import * as teable from "./teable.mjs";
import * as zapier from "./zapier.mjs";

const ROUTES = [
  { path: /^\/api\/oauth\/client$/, create: teable.createClient, refusal: teable.refusal },
  { path: /^\/api\/enterprise\/[^/]+\/authentication$/, create: teable.createProvider, refusal: teable.refusal },
  { path: /^\/v2\/authentications$/, create: zapier.createConnection, refusal: zapier.refusal },
];

/** What a proxy in front of a server says when that is down. */
const PROXY_PAGE = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";

/** The seconds to wait after a 429: few, for people who try it out. */
const RETRY_AFTER = 3;

/** @typedef {{ status: number, body: unknown, headers?: Record<string, string> }} Answer a text `body` is HTML */

/**
 * The answer to a request, or nothing where the path is none of the APIs'.
 *
 * @param {string} path
 * @param {string | undefined} method
 * @param {import("node:http").IncomingHttpHeaders} headers `Prefer: code=429` asks for that refusal, as mock servers take it
 * @param {() => Promise<string | undefined>} read the body; nothing where it is too large
 * @returns {Promise<Answer | undefined>}
 */
export async function answer(path, method, headers, read) {
  const route = ROUTES.find((one) => one.path.test(path));
  if (!route) return undefined;
  const refuse = (/** @type {number} */ status) => ({ status, body: route.refusal(status) });
  if (method !== "POST") return refuse(404);
  const text = await read();
  if (text === undefined) return refuse(413);
  const wanted = Number(/^code=(\d{3})$/.exec(String(headers.prefer))?.[1]);
  if (wanted === 502) return { status: 502, body: PROXY_PAGE };
  if (wanted === 429) return { ...refuse(429), headers: { "retry-after": String(RETRY_AFTER) } };
  if (wanted >= 400) return refuse(wanted);
  if (!/^Bearer \S+$/.test(headers.authorization ?? "")) return refuse(401);
  try {
    return route.create(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return refuse(400);
    throw error;
  }
}
