/** `prevet/forms`: a server that wants to be left alone for a while. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fill, formTests, forms, isFocused, sentBy, submit, summaryOf } from "./support/bound.mjs";

const onForm = formTests();
const OAUTH = { Name: "Acme", Homepage: "https://acme.io", "Redirect URI 1": "https://acme.io/callback" };

/** Binds the form to a server that has too much to do, the first time. */
const throttled = (seconds, locale) =>
  new Function(
    "form",
    `globalThis.bound = bindForm(form, teableOAuthClient, {
      locale: "${locale}",
      onSubmit(payload) {
        if (sent.push(payload) > 1) return;
        const body = { message: "Slow down.", status: 429, code: "too_many_requests" };
        return teableOAuthClient.fromServerError(429, body, { "retry-after": "${seconds}" });
      },
    })`,
  );
const note = (form) => form.locator(".prevet-wait");
const button = (form) => form.getByRole("button", { name: "Send", exact: true });

const onThrottled = (seconds, use, locale = "en") =>
  onForm(forms.oauth, throttled(seconds, locale), async (form, page) => {
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1_000);
    await fill(form, OAUTH);
    await submit(form);
    await note(form).waitFor();
    await use(form, page);
  });

test("the summary counts down, submits wait, and then the next one goes", () =>
  onThrottled(3, async (form, page) => {
    assert.deepEqual(await summaryOf(form), { title: "This did not go through", lines: ["Slow down."] });
    assert.equal(await note(form).innerText(), "Try again in 3 seconds.");
    assert.equal(await note(form).getAttribute("aria-live"), "off", "not every second is read out");
    assert.equal(await button(form).getAttribute("aria-disabled"), "true");
    assert.equal(await form.getAttribute("aria-busy"), null);

    await form.getByLabel("Name").press("Enter");
    assert.equal((await sentBy(form)).length, 1);
    assert.ok(await isFocused(form.getByRole("alert")), "a submit that has to wait is answered");

    await page.clock.runFor(2_000);
    assert.equal(await note(form).innerText(), "Try again in 1 second.");
    await page.clock.runFor(1_000);
    assert.equal(await note(form).innerText(), "You can try again now.");
    assert.equal(await note(form).getAttribute("aria-live"), "polite");
    assert.equal(await button(form).getAttribute("aria-disabled"), null);
    await submit(form);
    assert.equal((await sentBy(form)).length, 2);
    assert.equal(await summaryOf(form), null);
  }));

test("long waits are in minutes", () =>
  onThrottled(301, async (form) => assert.equal(await note(form).innerText(), "Try again in 6 minutes.")));

test("an hour at most, whatever the server wants", () =>
  onThrottled(999_999_999, async (form) => assert.equal(await note(form).innerText(), "Try again in 60 minutes.")));

test("in Chinese", () =>
  onThrottled(
    60,
    async (form, page) => {
      assert.equal(await note(form).innerText(), "请在 60 秒后重试。");
      await page.clock.runFor(60_000);
      assert.equal(await note(form).innerText(), "现在可以重试了。");
    },
    "zh",
  ));

for (const what of ["clear", "unbind"]) {
  test(`${what} ends the wait, and its clock`, () =>
    onThrottled(60, async (form, page) => {
      await form.evaluate((_, name) => bound[name](), what);
      assert.equal(await note(form).count(), 0);
      assert.equal(await button(form).getAttribute("aria-disabled"), null);
      await page.clock.runFor(120_000);
      assert.equal(await note(form).count(), 0);
      if (what === "clear") {
        await submit(form);
        assert.equal((await sentBy(form)).length, 2);
      }
    }));
}

const REFUSAL = { kind: "throttled", issues: [{ code: "server_rejected", path: ["name"], pointer: "/name", message: "Taken." }] };
const refuse = (form, extra = {}) => form.evaluate((_, error) => bound.showServerError(error), { ...REFUSAL, ...extra });

test("what is repaired meanwhile does not come back; the wait is said to its end", () =>
  onThrottled(60, async (form, page) => {
    await refuse(form, { retryAfter: 30 });
    assert.deepEqual((await summaryOf(form)).lines, ["Name: Taken."]);
    await form.getByLabel("Name").fill("Acme 2");
    assert.deepEqual(await summaryOf(form), { title: "This did not go through", lines: [] });
    await form.getByLabel("Name").press("Enter");
    assert.deepEqual((await summaryOf(form)).lines, []);
    assert.equal(await note(form).innerText(), "Try again in 30 seconds.");

    await refuse(form);
    assert.deepEqual((await summaryOf(form)).lines, ["Name: Taken."], "another refusal");
    assert.equal(await note(form).innerText(), "Try again in 30 seconds.");
    await form.evaluate(() => void bound.check());
    assert.equal(await note(form).innerText(), "Try again in 30 seconds.", "a check shows the wait too");
    await page.clock.runFor(30_000);
    assert.equal(await button(form).getAttribute("aria-disabled"), null);
    await form.getByLabel("Name").press("Enter");
    assert.equal((await sentBy(form)).length, 2);
    assert.equal(await summaryOf(form), null);
  }));

test("a refusal without a word is a wait", () =>
  onThrottled(60, async (form) => {
    await refuse(form, { issues: [], retryAfter: 5 });
    assert.deepEqual(await summaryOf(form), { title: "This did not go through", lines: [] });
    assert.equal(await note(form).innerText(), "Try again in 5 seconds.");
  }));

test("a form that is let go waits for nothing any more", () =>
  onThrottled(60, async (form) => {
    await form.evaluate(() => bound.unbind());
    await refuse(form, { retryAfter: 60 });
    assert.equal(await button(form).getAttribute("aria-disabled"), null);
    assert.equal(await note(form).count(), 0);
  }));
