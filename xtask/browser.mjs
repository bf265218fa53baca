// Opens wasm-bindgen's test page in a headless browser and prints what it says.
// Called by xtask: `node browser.mjs ADDRESS`, with the browser in PREVET_CHROMIUM.

import { chromium } from "playwright-core";

// Between two lines of the page, in milliseconds: a page that is silent for longer hangs.
const PATIENCE = 120_000;

const browser = await chromium.launch({ executablePath: process.env.PREVET_CHROMIUM });
const trouble = [];
try {
  const page = await browser.newPage();
  page.on("pageerror", (error) => trouble.push(String(error)));
  page.on("crash", () => trouble.push("the page crashed"));
  page.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
  await page.goto(process.argv[2], { waitUntil: "commit" });
  if (!(await follow(page))) process.exitCode = 1;
} catch (error) {
  console.log(["", `The test page did not finish: ${error.message}`, ...trouble].join("\n"));
  process.exitCode = 1;
} finally {
  await browser.close();
}

/** Prints the page's report as it grows, and gives whether all tests passed. */
async function follow(page) {
  let shown = "";
  for (;;) {
    const text = await grown(page, shown);
    process.stdout.write(text.startsWith(shown) ? text.slice(shown.length) : `\n${text}`);
    shown = text;
    const result = /^test result: (\w+)/m.exec(text);
    if (result) return result[1] === "ok";
  }
}

/** The report of the page, once it is another one than `shown`. */
async function grown(page, shown) {
  const report = await page.waitForFunction(
    (known) => {
      const text = document.getElementById("output")?.textContent ?? "";
      return text !== known && text;
    },
    shown,
    { timeout: PATIENCE, polling: 100 },
  );
  return report.jsonValue();
}
