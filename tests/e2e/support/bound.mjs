/** Pages with a form that the installed package binds, under a strict policy; and what the tests ask of such a form. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setting } from "../../support/setting.mjs";
import { pageTests } from "./browser.mjs";

const ORIGIN = "http://forms.test";

/** The strictest policy under which WebAssembly runs: no inline style, no inline script, nothing evaluated. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'";

/** Gives the tests of a page what the package exports. */
const MAIN = `
  import * as prevet from "/dist/index.js";
  import { bindForm } from "/dist/forms.js";
  Object.assign(globalThis, prevet, { bindForm, sent: [] });
  globalThis.ready = true;
`;

/**
 * Opens pages in one browser for the tests of a file.
 *
 * @returns {(html: string, bind: string | Function, use: (form: import("playwright-core").Locator, page: import("playwright-core").Page) => Promise<void>, main?: string) => Promise<void>}
 *   serves the HTML with the module `main`, runs `bind` in the page with the form, and then the test
 */
export function formTests() {
  const onPage = pageTests(() => Promise.resolve());
  return (html, bind, use, main = MAIN) =>
    onPage({}, async (page) => {
      const shell = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Form</title>
        <script type="module" src="/main.mjs"></script><main><h1>Form</h1>${html}</main>`;
      await page.route(`${ORIGIN}/**`, async (route) => {
        const { pathname } = new URL(route.request().url());
        // Chromium asks for it by itself.
        if (pathname === "/favicon.ico") return route.fulfill({ status: 204 });
        if (!pathname.includes(".")) return answer(route, "text/html", shell);
        if (pathname === "/main.mjs") return answer(route, "text/javascript", main);
        const kind = pathname.endsWith(".wasm") ? "application/wasm" : "text/javascript";
        return answer(route, kind, await readFile(installed(pathname)));
      });
      await page.goto(ORIGIN);
      await page.waitForFunction(() => globalThis.ready);
      const form = page.locator("form");
      if (bind) await form.evaluate(bind);
      await use(form, page);
    });
}

const installed = (file) => path.join(setting("PREVET_INSTALLED"), "node_modules", "prevet", file);

const answer = (route, contentType, body) =>
  route.fulfill({ contentType: `${contentType}; charset=utf-8`, headers: { "content-security-policy": POLICY }, body });

/** Binds the form to a request; what it would send goes to `sent`. */
export const bound = {
  oauth: (form) => void (globalThis.bound = bindForm(form, teableOAuthClient, { onSubmit: (payload) => void sent.push(payload) })),
  sso: (form) => void (globalThis.bound = bindForm(form, teableAuthentication, { onSubmit: (payload) => void sent.push(payload) })),
  zapier: (form) => void (globalThis.bound = bindForm(form, zapierAuthentication, { onSubmit: (payload) => void sent.push(payload) })),
};

const text = (name, label) => `<p><label for="${name}">${label}</label> <input id="${name}" name="${name}"></p>`;
const withoutId = (name, label) => `<p><label>${label} <input name="${name}"></label></p>`;
const END = `<button>Send</button> <button type="reset">Reset</button>`;

/** A form of each request. */
export const forms = {
  oauth: `<form>
    ${withoutId("name", "Name")} ${text("homepage", "Homepage")} ${text("description", "Description")}
    ${text("redirectUris[0]", "Redirect URI 1")} ${text("redirectUris[1]", "Redirect URI 2")}
    <fieldset data-prevet-field><legend>Scopes</legend>
      ${["table|read", "record|read", "table|none"].map((scope) => `<label><input type="checkbox" name="scopes" value="${scope}"> ${scope}</label>`).join(" ")}
    </fieldset>${END}</form>`,
  sso: `<form>
    <fieldset data-prevet-field><legend>Type</legend>
      <label><input type="radio" name="type" value="feishu"> Feishu</label>
      <label><input type="radio" name="type" value="oidc"> OpenID Connect</label></fieldset>
    ${text("name", "Name")}
    ${text("config.appId", "App ID")} ${text("config.appSecret", "App secret")}
    ${text("config[clientId]", "Client ID")} ${text("config[clientSecret]", "Client secret")}
    ${text("config[authorizationUrl]", "Authorization URL")} ${text("config[tokenUrl]", "Token URL")}
    ${text("config[userInfoUrl]", "User info URL")} ${text("config[issuer]", "Issuer")}
    ${END}</form>`,
  zapier: `<form>${text("data.title", "Title")} ${text("data.app", "App ID")}
    ${text("data.authentication_fields.api_key", "API key")} ${text("data.authentication_fields[sub.domain]", "Sub-domain")}${END}</form>`,
};

/** Fills in controls by their labels. */
export async function fill(form, values) {
  for (const [label, value] of Object.entries(values)) await form.getByLabel(label, { exact: true }).fill(value);
}

/** Sends the form. */
export const submit = (form) => form.getByRole("button", { name: "Send", exact: true }).click();

/** What was sent. */
export const sentBy = (form) => form.evaluate(() => sent);

/** The lines of a class that a control's `aria-describedby` leads to. */
export function linesOf(control, kind = "prevet-error") {
  return control.evaluate((element, name) => {
    const ids = (element.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
    const lines = ids.map((id) => document.getElementById(id)).filter((line) => line?.checkVisibility());
    // Without the words of a button behind it.
    return lines.flatMap((line) => [...line.querySelectorAll(`.${name}`)].map((part) => part.firstChild.textContent));
  }, kind);
}

/** The control is in error, says so to everyone, and this is why. */
export async function assertInvalid(control, ...messages) {
  assert.deepEqual(await linesOf(control), messages);
  assert.equal(await control.getAttribute("aria-invalid"), "true");
  assert.deepEqual(await control.evaluate(({ validationMessage }) => validationMessage.split("\n")), messages);
}

/** Nothing is said against the control, to anyone. */
export async function assertQuiet(control) {
  assert.deepEqual(await linesOf(control), []);
  assert.equal(await control.getAttribute("aria-invalid"), null);
}

/** The summary is open with this title and these lines; `null` where it is closed. */
export async function summaryOf(form) {
  const summary = form.getByRole("alert");
  if (!(await summary.isVisible())) return null;
  return { title: await summary.getByRole("heading").innerText(), lines: await summary.getByRole("listitem").allInnerTexts() };
}

/** Whether an element has the focus. */
export const isFocused = (locator) => locator.evaluate((element) => element === document.activeElement);
