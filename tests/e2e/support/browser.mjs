/** Opens the demo page in Chromium and watches it: anything it complains about fails the test that made it complain. */
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { QUIET } from "../../support/chromium.mjs";
import { setting } from "../../support/setting.mjs";

const OUTPUT = fileURLToPath(new URL("../../output/", import.meta.url));

/**
 * One browser for the tests of a file.
 *
 * @param {(page: import("playwright-core").Page) => Promise<unknown>} [arrive] brings a fresh page to where the tests begin
 * @returns {(options: import("playwright-core").BrowserContextOptions, use: (page: import("playwright-core").Page) => Promise<void>) => Promise<void>}
 *   opens the page in a fresh context, runs the test on it, and checks that the page did not complain
 */
export function pageTests(arrive = (page) => page.goto(setting("PREVET_URL"))) {
  /** @type {import("playwright-core").Browser} */
  let browser;
  before(async () => {
    browser = await chromium.launch({ executablePath: setting("PREVET_CHROMIUM"), args: QUIET });
  });
  after(() => browser?.close());

  return async (options, use) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    context.setDefaultTimeout(10_000);
    try {
      const page = await context.newPage();
      const complaints = complaintsOf(page);
      await arrive(page);
      await use(page);
      assert.deepEqual(complaints, []);
    } finally {
      await context.close();
    }
  };
}

/** Errors and warnings of the console, uncaught errors, and requests that failed; breaches of the CSP are among them. */
function complaintsOf(page) {
  const complaints = [];
  page.on("console", (message) => {
    if (isAnswer(message.location().url)) return;
    if (["error", "warning"].includes(message.type())) complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("response", (response) => {
    if (!response.ok() && !isAnswer(response.url())) complaints.push(`${response.status()} ${response.url()}`);
  });
  page.on("requestfailed", (request) => {
    // A reload ends what was still loading.
    const { errorText = "" } = request.failure() ?? {};
    const expected = errorText === "net::ERR_ABORTED" || isAnswer(request.url());
    if (!expected) complaints.push(`failed: ${request.url()} ${errorText}`);
  });
  return complaints;
}

/** Whether an address is one of the APIs': a refusal by these is what the page is there to show. */
const isAnswer = (address) => /^\/(?:api|v2)\//.test(new URL(address, "http://x").pathname);

/** Keeps a picture for people to look at. */
export async function picture(page, name) {
  await mkdir(OUTPUT, { recursive: true });
  await page.screenshot({ path: `${OUTPUT}${name}.png`, fullPage: true });
}
