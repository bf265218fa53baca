/** `prevet/forms`: advice that has a better value, and the button that puts it in. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bound, fill, formTests, forms, isFocused, linesOf, sentBy, submit } from "./support/bound.mjs";

const onForm = formTests();
const field = (form, label) => form.getByLabel(label, { exact: true });
const OAUTH = { Name: "Acme", Homepage: "https://acme.io", "Redirect URI 1": "https://ACME.io/callback", "Redirect URI 2": "https://acme.io/b" };

test("a fix is put in by its button, is seen by the form and the page, and takes the button along", () =>
  onForm(forms.oauth, bound.oauth, async (form) => {
    await form.evaluate((element) => {
      globalThis.heard = [];
      for (const name of ["input", "change"]) element.addEventListener(name, ({ target }) => heard.push(`${name} ${target.name} ${target.value}`));
    });
    await fill(form, OAUTH);
    await submit(form);
    const said = await linesOf(field(form, "Redirect URI 1"), "prevet-info");
    assert.deepEqual(said, ["Note: Redirect URI 1: write this as clients usually send it, in its normal form; matching is exact."]);
    const button = form.getByRole("button", { name: "Apply fix: https://acme.io/callback", exact: true });
    assert.equal(await button.getAttribute("title"), "https://acme.io/callback");
    assert.equal(await button.innerText(), "Apply fix");

    await form.evaluate(() => void heard.splice(0));
    await button.click();
    assert.equal(await field(form, "Redirect URI 1").inputValue(), "https://acme.io/callback");
    assert.ok(await isFocused(field(form, "Redirect URI 1")));
    const value = "redirectUris[0] https://acme.io/callback";
    assert.deepEqual(await form.evaluate(() => heard), [`input ${value}`]);
    await field(form, "Name").focus();
    assert.deepEqual(await form.evaluate(() => heard), [`input ${value}`, `change ${value}`], "once, when it is left");
    assert.deepEqual(await linesOf(field(form, "Redirect URI 1"), "prevet-info"), []);
    assert.equal(await button.count(), 0);
    assert.equal((await sentBy(form)).length, 1, "a fix sends nothing");
    await submit(form);
    assert.deepEqual((await sentBy(form))[1].redirectUris, ["https://acme.io/callback", "https://acme.io/b"]);
  }));

test("what frameworks put over `value` does not keep a fix from being heard", () =>
  onForm(forms.oauth, bound.oauth, async (form) => {
    await fill(form, OAUTH);
    await field(form, "Redirect URI 1").evaluate((element) => {
      const { get } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
      Object.defineProperty(element, "value", { get, set() { throw new Error("seen by the framework"); } });
    });
    await submit(form);
    await form.getByRole("button", { name: "Apply fix: https://acme.io/callback" }).click();
    assert.equal(await field(form, "Redirect URI 1").inputValue(), "https://acme.io/callback");
  }));

for (const [what, control] of [
  ["a text of several lines", `<textarea name="redirectUris" aria-label="Redirect URI 1"></textarea>`],
  ["a control that is read-only", `<input name="redirectUris" aria-label="Redirect URI 1" value="https://ACME.io/callback" readonly>`],
]) {
  test(`${what} gets the advice without a button`, () =>
    onForm(`<form><input name="name" value="Acme"><input name="homepage" value="https://acme.io">${control}<button>Send</button></form>`, bound.oauth, async (form) => {
      if (what.includes("lines")) await field(form, "Redirect URI 1").fill("https://ACME.io/a\nhttps://acme.io/b");
      await submit(form);
      assert.equal(await form.locator(".prevet-messages p").count() > 0, true);
      assert.equal(await form.locator(".prevet-fix").count(), 0);
    }));
}

test("a fix is undone like what was typed, and nothing else is", () =>
  onForm(forms.oauth, bound.oauth, async (form, page) => {
    await fill(form, { Name: "Acme", Homepage: "https://acme.io", "Redirect URI 1": "https://ACME.io/callback" });
    await field(form, "Redirect URI 2").pressSequentially("https://acme.io/b");
    await submit(form);
    await form.getByRole("button", { name: "Apply fix: https://acme.io/callback", exact: true }).click();
    assert.equal(await field(form, "Redirect URI 1").inputValue(), "https://acme.io/callback");
    await page.keyboard.press("ControlOrMeta+z");
    assert.equal(await field(form, "Redirect URI 1").inputValue(), "https://ACME.io/callback");
    assert.equal(await field(form, "Redirect URI 2").inputValue(), "https://acme.io/b");
    assert.equal(await form.getByRole("button", { name: "Apply fix: https://acme.io/callback", exact: true }).count(), 1);
  }));

test("a fix goes into its own control, wherever the focus is, and whatever the host can do", () =>
  onForm(`<input id="other" value="keep">${forms.oauth.replace('name="redirectUris[1]"', '$& maxlength="3"')}`, bound.oauth, async (form, page) => {
    await fill(form, { Name: "Acme", Homepage: "https://acme.io", "Redirect URI 1": "https://ACME.io/callback" });
    await submit(form);
    const fix = form.getByRole("button", { name: "Apply fix: https://acme.io/callback", exact: true });
    for (const hindrance of [
      () => document.querySelector('[name="redirectUris[0]"]').addEventListener("focus", () => document.querySelector("#other").focus(), { once: true }),
      () => void (document.execCommand = undefined),
      () => document.querySelector('[name="redirectUris[0]"]').setAttribute("maxlength", "12"),
    ]) {
      await page.evaluate(hindrance);
      await fix.click();
      assert.equal(await field(form, "Redirect URI 1").inputValue(), "https://acme.io/callback");
      assert.equal(await page.locator("#other").inputValue(), "keep");
      await field(form, "Redirect URI 1").evaluate((element) => {
        element.removeAttribute("maxlength");
        element.value = "https://ACME.io/callback";
        element.dispatchEvent(new Event("input", { bubbles: true }));
      });
      await submit(form);
    }
  }));

test("the button speaks Chinese where the form does", () =>
  onForm(forms.oauth, (form) => void bindForm(form, teableOAuthClient, { locale: "zh", onSubmit() {} }), async (form) => {
    await fill(form, OAUTH);
    await submit(form);
    assert.equal(await form.locator(".prevet-fix").innerText(), "采用建议");
  }));
