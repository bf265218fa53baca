/** Runs the page of the benchmark in headless Chromium. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { QUIET } from "../tests/support/chromium.mjs";

/** Runs `bench(options)` of page.mjs in a browser. Gives what it gives, and the browser's version. */
export async function inBrowser(executablePath, options) {
  const entryPoints = [fileURLToPath(new URL("page.mjs", import.meta.url))];
  const { outputFiles } = await build({ entryPoints, bundle: true, write: false, format: "iife", logLevel: "error" });
  const browser = await chromium.launch({ executablePath, args: QUIET });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: outputFiles[0].text });
    const answer = await page.evaluate((given) => globalThis.bench(given), options);
    return { ...answer, version: browser.version() };
  } finally {
    await browser.close();
  }
}
