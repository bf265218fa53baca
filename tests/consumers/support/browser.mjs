// Pages in headless Chromium, served with a policy, and everything that they complain about.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before } from "node:test";
import { chromium } from "playwright-core";

import { QUIET } from "../../support/chromium.mjs";
import { setting } from "../../support/setting.mjs";

/** The policy of the README's section on CSP. */
export const STRICT = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
};

const PAGE = (script) =>
  `<!doctype html><meta charset="utf-8"><title>prevet</title>${script}`;

/** The page that loads this module. */
export const moduleOf = (address) => PAGE(`<script type="module" src="${address}"></script>`);

/** The page that loads this script. */
export const scriptOf = (address) => PAGE(`<script defer src="${address}"></script>`);

/** One browser for the tests of a file. Gives what opens an address in it. */
export function browserTests() {
  let browser;
  before(async () => {
    browser = await chromium.launch({ executablePath: setting("PREVET_CHROMIUM"), args: QUIET });
  });
  after(() => browser?.close());

  /** Opens a page and waits for its `verdict`. Gives that and the complaints: errors, and breaches of the policy. */
  return async (address) => {
    const page = await browser.newPage();
    const complaints = [];
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    try {
      await page.goto(address);
      const verdict = await page.waitForFunction(() => globalThis.verdict, undefined, { timeout: 30_000 });
      return { verdict: await verdict.jsonValue(), complaints };
    } catch (error) {
      throw new Error([error.message, ...complaints].join("\n"));
    } finally {
      await page.close();
    }
  };
}

/**
 * Serves pages and folders while `use` works with their address.
 * @param pages texts by path, `/` for the page itself
 * @param folders folders by the first part of a path
 * @param policy the Content-Security-Policy of every answer
 */
export async function served({ pages, folders = {}, policy = STRICT }, use) {
  const server = createServer(async ({ url }, response) => {
    const [, first, ...rest] = new URL(url, "http://x").pathname.split("/");
    const type = TYPES[path.extname(url)] ?? TYPES[".html"];
    try {
      // Chromium asks for it by itself.
      if (first === "favicon.ico") return response.writeHead(204).end();
      const body = pages[url] ?? (await readFile(path.join(folders[first], ...rest)));
      response.writeHead(200, { "content-type": type, "content-security-policy": policy }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  try {
    return await use(`http://127.0.0.1:${server.address().port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
