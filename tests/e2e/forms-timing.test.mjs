/** `prevet/forms`: when a bound form says what. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertInvalid, assertQuiet, bound, fill, formTests, forms, linesOf, sentBy, submit, summaryOf } from "./support/bound.mjs";

const onForm = formTests();
const field = (form, label) => form.getByLabel(label, { exact: true });
const NO_SCHEME = "Homepage: start the URL with https://.";

test("nothing is said before a control is left; then what was said follows the typing", () =>
  onForm(forms.oauth, bound.oauth, async (form) => {
    const homepage = field(form, "Homepage");
    await homepage.pressSequentially("acme");
    await assertQuiet(homepage);
    await field(form, "Description").focus();
    await assertInvalid(homepage, NO_SCHEME);
    await homepage.fill("");
    await assertInvalid(homepage, "Homepage: enter a value.");
    await homepage.fill("https://acme.io");
    await assertQuiet(homepage);
    await homepage.fill("acm");
    await assertInvalid(homepage, NO_SCHEME);
    await assertQuiet(field(form, "Name"));
    assert.equal(await summaryOf(form), null);
  }));

test("a control that was right when it was left is quiet until it is left again", () =>
  onForm(forms.oauth, bound.oauth, async (form) => {
    const homepage = field(form, "Homepage");
    await homepage.fill("https://acme.io");
    await field(form, "Name").focus();
    await homepage.fill("acme");
    await assertQuiet(homepage);
    await field(form, "Name").focus();
    await assertInvalid(homepage, NO_SCHEME);
  }));

test("a control that is left blank is asked for", () =>
  onForm(forms.oauth, bound.oauth, async (form, page) => {
    await field(form, "Name").focus();
    await page.keyboard.press("Tab");
    await assertInvalid(field(form, "Name"), "Name: enter a value.");
    await assertQuiet(field(form, "Homepage"));
  }));

test("everything is said on submit, and nothing is sent", () =>
  onForm(forms.oauth, bound.oauth, async (form) => {
    await submit(form);
    await assertInvalid(field(form, "Name"), "Name: enter a value.");
    await assertInvalid(field(form, "Homepage"), "Homepage: enter a value.");
    await assertInvalid(field(form, "Redirect URI 1"), "Redirect URIs: add at least 1.");
    await assertQuiet(field(form, "Redirect URI 2"));
    assert.deepEqual(await sentBy(form), []);
  }));

test("a click that also leaves a control is not lost to the message that appears", () =>
  onForm(forms.oauth, bound.oauth, async (form, page) => {
    await form.evaluate(() => document.querySelector("[type=reset]").addEventListener("click", (event) => {
      event.preventDefault();
      globalThis.clicked = true;
    }));
    await field(form, "Redirect URI 2").fill("broken");
    const { x, y } = await form.getByRole("button", { name: "Reset" }).boundingBox();
    await page.mouse.move(x + 5, y + 5);
    await page.mouse.down();
    await assertQuiet(field(form, "Redirect URI 2"));
    await page.mouse.up();
    await form.locator(".prevet-error").waitFor();
    await assertInvalid(field(form, "Redirect URI 2"), "Redirect URI 2: start the URL with https://.");
    assert.equal(await page.evaluate(() => globalThis.clicked), true);
  }));

test("a window that loses the focus has not left the control", () =>
  onForm(forms.oauth, bound.oauth, async (form) => {
    const leave = (hasFocus) =>
      field(form, "Name").evaluate((element, answer) => {
        document.hasFocus = () => answer;
        element.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
      }, hasFocus);
    await leave(false);
    await assertQuiet(field(form, "Name"));
    await leave(true);
    await assertInvalid(field(form, "Name"), "Name: enter a value.");
  }));

test("ticks of one field are left together", () =>
  onForm(forms.oauth, bound.oauth, async (form) => {
    await field(form, "table|none").check();
    await field(form, "table|read").focus();
    await assertQuiet(field(form, "table|none"));
    await field(form, "Name").focus();
    await assertInvalid(field(form, "table|none"), "Scope 1: choose a listed value.");
    await field(form, "table|read").check();
    await assertInvalid(field(form, "table|none"), "Scope 2: choose a listed value.");
    await field(form, "table|none").uncheck();
    await assertQuiet(field(form, "table|none"));
  }));

test("another type leaves what was typed, and only the chosen branch is judged and sent", () =>
  onForm(forms.sso, bound.sso, async (form) => {
    await field(form, "Feishu").check();
    await fill(form, { Name: "Acme", "Client ID": "half-typed" });
    await submit(form);
    assert.deepEqual((await summaryOf(form)).lines, ["App ID: enter a value.", "App secret: enter a value."]);
    await field(form, "OpenID Connect").check();
    assert.equal(await summaryOf(form), null, "the other branch's problems are gone");
    await assertQuiet(field(form, "App ID"));
    await assertQuiet(field(form, "Issuer"));
    assert.equal(await form.evaluate((element) => element.querySelector("[name='config.appId']").validity.valid), true);

    await field(form, "Feishu").check();
    await fill(form, { "App ID": "cli_a5ca35a685b0x26e", "App secret": "Zq8canary55c14f2e9b71aa0c3d5e7f90" });
    await submit(form);
    const config = { appId: "cli_a5ca35a685b0x26e", appSecret: "Zq8canary55c14f2e9b71aa0c3d5e7f90" };
    assert.deepEqual(await sentBy(form), [{ type: "feishu", config, name: "Acme" }]);
    assert.equal(await field(form, "Client ID").inputValue(), "half-typed");
  }));

test("the form may change while it is bound", () =>
  onForm(forms.oauth, bound.oauth, async (form) => {
    await field(form, "Redirect URI 2").fill("broken");
    await field(form, "Name").focus();
    await form.evaluate((element) => {
      const [first, second] = element.querySelectorAll("[name^=redirectUris]");
      first.closest("p").remove();
      second.name = "redirectUris[0]";
      second.closest("p").append(Object.assign(document.createElement("input"), { name: "redirectUris[1]", id: "third" }));
    });
    assert.deepEqual(await linesOf(field(form, "Redirect URI 2")), ["Redirect URI 1: start the URL with https://."]);
    await form.locator("#third").fill("also");
    await field(form, "Name").focus();
    await assertInvalid(form.locator("#third"), "Redirect URI 2: start the URL with https://.");
    await form.evaluate(() => document.getElementById("redirectUris[1]").closest("p").remove());
    assert.equal(await form.locator(".prevet-error").count(), 1, "the messages of a row go with it");
  }));

test("what a script changes is seen by refresh, which says nothing new", () =>
  onForm(forms.oauth, bound.oauth, async (form) => {
    await field(form, "Name").focus();
    await field(form, "Homepage").focus();
    await assertInvalid(field(form, "Name"), "Name: enter a value.");
    await form.evaluate((element) => {
      element.querySelector("[name=name]").value = "Acme";
      element.querySelector("[name=description]").value = "";
      globalThis.bound.refresh();
    });
    await assertQuiet(field(form, "Name"));
    await assertQuiet(field(form, "Redirect URI 1"));
  }));
