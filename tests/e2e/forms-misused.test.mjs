/** `prevet/forms` where the page gets something wrong: nothing leaves it that should not, and somebody is told. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertInvalid, bound, fill, formTests, forms, sentBy, submit, summaryOf } from "./support/bound.mjs";

const onForm = formTests();
const OAUTH = { Name: "Acme", Homepage: "https://acme.io", "Redirect URI 1": "https://acme.io/callback" };
const UNCHECKED = { title: "There is 1 problem", lines: ["This page cannot check the form, so it was not sent."] };

/** Nobody calls `init`. */
const SLIM = `
  import * as prevet from "/dist/slim.js";
  import { bindForm } from "/dist/forms.js";
  Object.assign(globalThis, prevet, { bindForm, sent: [], failed: [] });
  addEventListener("unhandledrejection", (event) => (event.preventDefault(), failed.push(event.reason.reason)));
  globalThis.ready = true;
`;

test("where the engine cannot run, a form is not sent by the browser either, and says so", () =>
  onForm(
    forms.sso,
    bound.sso,
    async (form, page) => {
      await form.getByLabel("Feishu").check();
      await fill(form, { "App secret": "Zq8-canary-55c1-4f2e-9b71" });
      await submit(form);
      assert.deepEqual(await summaryOf(form), UNCHECKED);
      assert.equal(page.url(), "http://forms.test/");
      assert.deepEqual(await page.evaluate(() => failed), ["uninitialised"]);
      assert.equal(await form.evaluate(() => { try { globalThis.bound.check(); } catch ({ reason }) { return reason; } }), "uninitialised");
      assert.deepEqual(await sentBy(form), []);
      // With the next look all is well.
      await page.evaluate(() => init({ module: fetch("/dist/prevet.wasm") }));
      await submit(form);
      assert.deepEqual((await summaryOf(form)).lines, ["Name: enter a value.", "App ID: enter a value."]);
    },
    SLIM,
  ));

test("in Chinese too", () =>
  onForm(
    forms.oauth,
    (form) => void bindForm(form, teableOAuthClient, { locale: "zh", onSubmit() {} }),
    async (form) => {
      await submit(form);
      assert.deepEqual((await summaryOf(form)).lines, ["此页面无法检查表单，因此未提交。"]);
    },
    SLIM,
  ));

const required = forms.sso.replaceAll(/<input id="config/g, '<input required id="config').replace("<input required id=\"config.appId", '<input required pattern="cli_.*" id="config.appId');

test("what the page wants of the controls of another type does not count", () =>
  onForm(required, bound.sso, async (form) => {
    await submit(form);
    assert.deepEqual((await summaryOf(form)).lines, ["Provider type: choose a value.", "Name: enter a value."]);
    await form.getByLabel("Feishu").check();
    await fill(form, { Name: "Acme", "App ID": "acme", "App secret": "Zq8canary55c14f2e9b71aaaabbbbcccc" });
    await submit(form);
    await assertInvalid(form.getByLabel("App ID"), "App ID: Please match the requested format.");
    await fill(form, { "App ID": "cli_a5ca35a685b0x26e" });
    await submit(form);
    assert.equal((await sentBy(form)).length, 1);
    await fill(form, { "App ID": "acme" });
    await form.getByLabel("OpenID Connect").check();
    assert.deepEqual(await form.getByLabel("App ID").evaluate(({ validity }) => [validity.patternMismatch, validity.customError]), [true, false]);
    assert.equal(await form.getByLabel("App ID").getAttribute("aria-invalid"), null);
  }));

test("the chosen type is that of the draft, however its control is named", () =>
  onForm(required.replace(/<fieldset data[^]*?<\/fieldset>/, '<input type="hidden" name="[type]" value="feishu">'), bound.sso, async (form) => {
    await fill(form, { Name: "Acme", "App ID": "acme", "App secret": "Zq8canary55c14f2e9b71aaaabbbbcccc" });
    await submit(form);
    assert.deepEqual((await summaryOf(form)).lines, ["App ID: Please match the requested format."]);
    assert.deepEqual(await sentBy(form), []);
  }));

test("an `onSubmit` that gives an answer as it came, or a text, is told; the form says that it is not understood", () =>
  onForm(
    forms.oauth,
    (form) => {
      globalThis.failed = [];
      addEventListener("unhandledrejection", (event) => (event.preventDefault(), failed.push(event.reason.message)));
      const answers = [
        ...[new Response("{}"), "Taken", { message: "Taken" }, [], true, { issues: ["Taken"] }, { issues: [null] }],
        ...[{ issues: [{ message: "Taken" }] }, { issues: [{ path: ["name"], message: "Taken" }] }],
      ];
      bindForm(form, teableOAuthClient, { onSubmit: (payload) => (sent.push(payload), answers[sent.length - 1]) });
    },
    async (form, page) => {
      await fill(form, OAUTH);
      for (let count = 1; count <= 9; count++) {
        await submit(form);
        await page.waitForFunction((count) => failed.length === count, count);
        const { title, lines } = await summaryOf(form);
        assert.equal(title, "This did not go through");
        assert.match(lines.join(), /its answer could not be understood/);
      }
      assert.deepEqual(new Set(await page.evaluate(() => failed)), new Set(["onSubmit gives what fromServerError read, or nothing."]));
    },
  ));

test("a form that is bound twice is sent once, by the latest", () =>
  onForm(forms.oauth, bound.oauth, async (form) => {
    await form.evaluate((form) => void bindForm(form, teableOAuthClient, { onSubmit: () => void sent.push("second") }));
    await submit(form);
    assert.equal((await summaryOf(form)).lines.length, 3);
    assert.equal(await form.locator(".prevet-summary").count(), 1);
    await fill(form, OAUTH);
    await submit(form);
    assert.deepEqual(await sentBy(form), ["second"]);
    // The first one's `unbind` leaves the second one alone.
    await form.evaluate(() => globalThis.bound.unbind());
    await fill(form, { Name: "Acme 2" });
    await submit(form);
    assert.deepEqual(await sentBy(form), ["second", "second"]);
  }));

test("what is no form, no request or no options is said at once", () =>
  onForm(forms.oauth, undefined, async (form) => {
    const messages = await form.evaluate((form) =>
      [
        () => bindForm(null, teableOAuthClient, { onSubmit() {} }),
        () => bindForm(form, undefined, { onSubmit() {} }),
        () => bindForm(form, schemas["teable.oauth-client.response"], { onSubmit() {} }),
        () => bindForm(form, teableOAuthClient),
        () => bindForm(form, teableOAuthClient, { onSubmit() {}, summary: "#summary" }),
      ].map((call) => { try { call(); } catch (error) { return `${error.name}: ${error.message}`; } }),
    );
    const request = "TypeError: bindForm takes the schema of a request second.";
    assert.deepEqual(messages, ["TypeError: bindForm takes a <form> first.", request, request, "TypeError: bindForm's options need an onSubmit function.", "TypeError: bindForm's summary is an element."]);
  }));
