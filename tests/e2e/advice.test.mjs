/** Advice: under its field, apart from what is wrong, with a fix; and the question before a request with warnings is sent. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { pageTests, picture } from "./support/browser.mjs";
import { adviceOn, assertInvalid, assertQuiet, assertSuccess, openForm, payloadOf, sendButton, submit, submitAgain } from "./support/form.mjs";

const onPage = pageTests();
const row = (form, position) => form.getByRole("textbox", { name: `Redirect URI ${position}` });

async function fillValid(form, redirect = "https://acme.io/callback") {
  await form.getByLabel("Name", { exact: true }).fill("Acme");
  await form.getByLabel("Homepage").fill("https://acme.io");
  await row(form, 1).fill(redirect);
}

test("advice comes when a field is left, is no error, and follows the typing", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, "OAuth application");
    const homepage = form.getByLabel("Homepage");
    await homepage.fill("http://acme.io");
    assert.deepEqual(await adviceOn(homepage), []);
    await form.getByLabel("Description").focus();
    assert.deepEqual(await adviceOn(homepage), ["Warning: Homepage: use https."]);
    await assertQuiet(homepage);
    await homepage.fill("https://acme.io");
    assert.deepEqual(await adviceOn(homepage), []);
    await homepage.fill("acme");
    await form.getByLabel("Description").focus();
    await assertInvalid(homepage, "Homepage: start the URL with https://.");
    assert.deepEqual(await adviceOn(homepage), []);
  }));

test("a fix is applied with one click, and the focus goes to its input", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, "OAuth application");
    const name = form.getByLabel("Name", { exact: true });
    await name.fill("Acme ");
    await form.getByLabel("Description").focus();
    assert.deepEqual(await adviceOn(name), ["Note: Name: remove the space around this text."]);
    await form.getByRole("button", { name: "Apply fix: Acme" }).click();
    assert.equal(await name.inputValue(), "Acme");
    assert.ok(await name.evaluate((element) => element === document.activeElement));
    assert.deepEqual(await adviceOn(name), []);
    assert.equal((await payloadOf(form)).name, "Acme");
  }));

test("a fix that was applied can be undone like typing", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, "OAuth application");
    for (const [input, typed, fixed] of [
      [form.getByLabel("Name", { exact: true }), "Acme ", "Acme"],
      [row(form, 1), "https://ACME.io/cb", "https://acme.io/cb"],
      [form.getByLabel("Description"), "Reports ", "Reports"],
    ]) {
      await input.pressSequentially(typed);
      await form.getByLabel("Homepage").focus();
      await form.getByRole("button", { name: `Apply fix: ${fixed}` }).first().click();
      assert.equal(await input.inputValue(), fixed);
      await page.keyboard.press("Control+z");
      assert.equal(await input.inputValue(), typed);
      assert.notDeepEqual(await adviceOn(input), [], "its advice is back");
      await page.keyboard.press("Control+Shift+z");
      assert.equal(await input.inputValue(), fixed);
    }
  }));

test("what was announced to screen readers is gone after a moment, and when the language changes", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, "OAuth application");
    const announcer = page.locator("#panel-oauth [aria-live=polite]");
    const message = "Homepage: start the URL with https://.";
    await form.getByLabel("Homepage").fill("acme");
    await form.getByLabel("Description").focus();
    assert.equal(await announcer.textContent(), message);
    await page.getByRole("button", { name: "中文" }).click();
    assert.equal(await announcer.textContent(), "");
    await page.getByRole("button", { name: "English" }).click();

    await row(form, 1).fill("acme");
    await form.getByLabel("Description").focus();
    assert.match(await announcer.textContent(), /^Redirect URI 1/);
    await form.getByLabel("Description").fill("Reports");
    assert.equal(await announcer.textContent(), "", "what is typed then may change it");

    await form.getByLabel("Name", { exact: true }).fill("Acme ");
    await form.getByLabel("Description").focus();
    assert.match(await announcer.textContent(), /^Name/);
    await page.waitForTimeout(3500);
    assert.equal(await announcer.textContent(), "");
  }));

test("advice on a row stands at that row, and its number is the one that is shown", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, "OAuth application");
    await form.getByRole("button", { name: "Add redirect URI" }).click();
    await row(form, 2).fill("http://acme.io/cb");
    await form.getByLabel("Description").focus();
    assert.deepEqual(await adviceOn(row(form, 2)), ["Warning: Redirect URI 2: use https; over http the authorization code travels unencrypted."]);
    assert.deepEqual(await adviceOn(row(form, 1)), []);
    await form.getByRole("button", { name: "Remove Redirect URI 1" }).click();
    assert.match((await adviceOn(row(form, 1)))[0], /Redirect URI 1:/);
  }));

test("a request with warnings is sent at the second click, and each new set of warnings is asked about", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, "OAuth application");
    let sent = 0;
    page.on("request", () => sent++);
    await fillValid(form, "http://acme.io/callback");
    await form.getByLabel("Homepage").fill("http://acme.io");
    await submit(form);
    assert.equal(await sendButton(form).innerText(), "2 warnings, send anyway");
    const list = form.getByRole("group").filter({ has: page.getByRole("heading", { name: "Worth a look before you send" }) });
    assert.equal(await list.getByRole("listitem").count(), 2);
    await picture(page, "oauth-warnings");
    await list.getByRole("link", { name: /Homepage/ }).click();
    assert.ok(await form.getByLabel("Homepage").evaluate((element) => element === document.activeElement));
    await form.getByLabel("Homepage").fill("https://acme.io");
    assert.equal(await sendButton(form).innerText(), "Send request");
    await submit(form);
    assert.equal(await sendButton(form).innerText(), "1 warning, send anyway");
    assert.equal(sent, 0);
    await submitAgain(form);
    await assertSuccess(form);
    assert.equal(sent, 1);
    assert.equal(await sendButton(form).innerText(), "Send request");
  }));

test("a double click asks about warnings and does not answer", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, "OAuth application");
    let sent = 0;
    page.on("request", () => sent++);
    await fillValid(form, "http://acme.io/callback");
    const button = sendButton(form);
    await button.click();
    await page.waitForTimeout(150);
    await button.click();
    assert.equal(await button.innerText(), "1 warning, send anyway");
    assert.equal(sent, 0);
    await submitAgain(form);
    await assertSuccess(form);
    assert.equal(sent, 1);
  }));

test("Enter in a field brings the question about warnings into view with the focus, and Enter held down does not answer it", () =>
  onPage({ viewport: { width: 1280, height: 500 } }, async (page) => {
    const form = await openForm(page, "OAuth application");
    let sent = 0;
    page.on("request", () => sent++);
    await fillValid(form, "http://acme.io/callback");
    await form.getByLabel("Name", { exact: true }).focus();
    await page.keyboard.press("Enter");
    const question = form.getByRole("group", { name: "Worth a look before you send" });
    assert.ok(await question.evaluate((element) => element === document.activeElement), "the question takes the focus");
    const { y, height } = await question.boundingBox();
    assert.ok(y >= 0 && y + height <= 500, "the question is in view");
    await page.keyboard.press("Enter");
    await sendButton(form).focus();
    await page.keyboard.press("Enter");
    assert.equal(sent, 0);
    // Behind the question comes the button that answers it.
    await page.waitForTimeout(600);
    await page.keyboard.press("Enter");
    await assertSuccess(form);
  }));

test("notes alone ask nothing", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, "OAuth application");
    await fillValid(form, "com.acme.app:/callback");
    await submit(form);
    await assertSuccess(form);
  }));

test("a secret is advised on without a fix, and is nowhere in the document", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, "SSO provider");
    const secret = form.getByLabel("Client secret", { exact: true });
    await secret.fill("Bearer canary-3b7e-secret ");
    await form.getByLabel("Name", { exact: true }).focus();
    assert.equal((await adviceOn(secret)).length, 2);
    assert.equal(await form.getByRole("button", { name: /^Apply fix/ }).count(), 0);
    assert.ok(!(await page.content()).includes("canary-3b7e"));
  }));

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing with advice in ${colorScheme}`, () =>
    onPage({ colorScheme, reducedMotion: "reduce" }, async (page) => {
      const form = await openForm(page, "OAuth application");
      await fillValid(form, "http://acme.io/callback");
      await form.getByLabel("Name", { exact: true }).fill("Acme ");
      await form.getByRole("button", { name: "Everything" }).click();
      await submit(form);
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`), []);
    }));
}
