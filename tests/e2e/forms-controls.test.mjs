/** `prevet/forms`: the controls of a form, however they are named and drawn, and the browser's own validation. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { assertInvalid, assertQuiet, bound, fill, formTests, forms, isFocused, linesOf, sentBy, submit, summaryOf } from "./support/bound.mjs";

const onForm = formTests();
const field = (form, label) => form.getByLabel(label, { exact: true });
const named = (form, name) => form.locator(`[name="${name}"]`);
const form = (...controls) => `<form>${controls.join(" ")} <button>Send</button></form>`;
const input = (name, value, more = "") => `<input name="${name}" aria-label="${name}" value="${value}" ${more}>`;
const NAME = input("name", "Acme");
const HOMEPAGE = input("homepage", "https://acme.io");
const BROKEN = (row) => `Redirect URI ${row}: start the URL with https://.`;

for (const [notation, names] of Object.entries({
  "an index in brackets": ["redirectUris[0]", "redirectUris[1]", "redirectUris[2]"],
  "an index behind a dot": ["redirectUris.0", "redirectUris.1", "redirectUris.2"],
  "empty brackets": ["redirectUris[]", "redirectUris[]", "redirectUris[]"],
  "a name that repeats": ["redirectUris", "redirectUris", "redirectUris"],
})) {
  test(`rows that are named by ${notation}`, () => {
    const rows = names.map((name, row) => input(name, ["", "https://acme.io/b", "broken"][row]));
    return onForm(form(NAME, HOMEPAGE, ...rows), bound.oauth, async (found) => {
      await submit(found);
      assert.deepEqual(await summaryOf(found), { title: "There is 1 problem", lines: [BROKEN(3)] });
      const drawn = found.locator('[name^="redirectUris"]');
      await assertInvalid(drawn.nth(2), BROKEN(3));
      for (const row of [0, 1]) await assertQuiet(drawn.nth(row));
      await drawn.nth(2).fill("");
      await submit(found);
      assert.deepEqual((await sentBy(found))[0].redirectUris, ["https://acme.io/b"]);
    });
  });
}

test("rows that are lines: all that is said of them stands at their one control", () =>
  onForm(form(NAME, HOMEPAGE, `<textarea name="redirectUris" aria-label="Rows">one\n\nhttps://acme.io/b\ntwo</textarea>`), bound.oauth, async (found) => {
    await submit(found);
    assert.deepEqual((await summaryOf(found)).lines, [BROKEN(1), BROKEN(4)]);
    await assertInvalid(named(found, "redirectUris"), BROKEN(1), BROKEN(4));
    await found.getByRole("link", { name: BROKEN(4) }).click();
    assert.ok(await isFocused(named(found, "redirectUris")));
  }));

for (const [notation, name] of Object.entries({ dots: "config.appId", brackets: "config[appId]" })) {
  test(`parts that are named by ${notation}`, () =>
    onForm(form(input("type", "feishu", "type=hidden"), NAME, input(name, ""), input("config.appSecret", "x".repeat(32))), bound.sso, async (found) => {
      await submit(found);
      await assertInvalid(named(found, name), "App ID: enter a value.");
    }));
}

test("a choice of several in one control", () => {
  const options = ["table|read", "table|none"].map((scope) => `<option selected>${scope}</option>`).join("");
  const scopes = `<select name="scopes" multiple aria-label="Scopes">${options}</select>`;
  return onForm(form(NAME, HOMEPAGE, input("redirectUris", "https://acme.io/a"), scopes), bound.oauth, async (found) => {
    await submit(found);
    await assertInvalid(named(found, "scopes"), "Scope 2: choose a listed value.");
  });
});

test("controls that are disabled are not in the form, wherever the attribute is", () => {
  const choice = `<select name="redirectUris[]" aria-label="Choice"><option>broken</option></select>`;
  const rows = [`<fieldset disabled>${input("redirectUris[]", "broken")} ${choice}</fieldset>`, input("redirectUris[]", "broken too")];
  return onForm(form(NAME, HOMEPAGE, ...rows), bound.oauth, async (found) => {
    const row = (index) => named(found, "redirectUris[]").nth(index);
    await submit(found);
    assert.deepEqual((await summaryOf(found)).lines, [BROKEN(1)]);
    await assertInvalid(row(2), BROKEN(1));
    await found.evaluate((element) => (element.querySelector("fieldset").disabled = false));
    assert.equal(await row(0).evaluate((element) => element.validationMessage), BROKEN(1), "seen at once");
    await submit(found);
    for (const index of [0, 1, 2]) await assertInvalid(row(index), BROKEN(index + 1));
  });
});

test("what the form has no control for is told in the summary, without a link", () =>
  onForm(form(NAME, input("redirectUris", "https://acme.io/a")), bound.oauth, async (found) => {
    await submit(found);
    assert.deepEqual((await summaryOf(found)).lines, ["Homepage: enter a value."]);
    assert.equal(await found.getByRole("alert").getByRole("link").count(), 0);
  }));

test("controls outside of the form, and without a label around them", () =>
  onForm(`<form id="f">${HOMEPAGE} ${input("redirectUris", "https://acme.io/a")} <button>Send</button></form><input name="name" form="f" aria-label="Name">`, bound.oauth, async (found, page) => {
    await submit(found);
    await assertInvalid(page.getByLabel("Name"), "Name: enter a value.");
  }));

test("a label keeps its words: the message stands behind it", () =>
  onForm(form(`<label>Name <input name="name"></label>`, HOMEPAGE, input("redirectUris", "https://acme.io/a")), bound.oauth, async (found) => {
    await submit(found);
    await assertInvalid(found.getByRole("textbox", { name: "Name", exact: true }), "Name: enter a value.");
  }));

test("a control that the page drew itself: messages stand in its box, and the link leads to them", () => {
  const drawn = `<div data-prevet-field id="box"><input type="hidden" name="type" value=""><button type="button" id="face">Choose</button></div>`;
  return onForm(form(drawn, NAME), bound.sso, async (found) => {
    await found.locator("#face").focus();
    await named(found, "name").focus();
    assert.deepEqual(await linesOf(named(found, "type")), ["Provider type: choose a value."], "leaving any part of the box leaves the field");
    assert.equal(await found.locator("#box > .prevet-messages:last-child").count(), 1);
    await submit(found);
    await found.getByRole("link", { name: "Provider type: choose a value." }).click();
    assert.ok(await isFocused(found.locator("#box > .prevet-messages")));
    await named(found, "type").evaluate((element) => {
      element.value = "oidc";
      element.dispatchEvent(new Event("change", { bubbles: true }));
    });
    assert.deepEqual(await linesOf(named(found, "type")), []);
  });
});

test("what describes a control goes on describing it", () =>
  onForm(form(`<input name="name" aria-label="Name" aria-describedby="help"><p id="help">As users see it.</p>`, HOMEPAGE, input("redirectUris", "https://a.io")), bound.oauth, async (found) => {
    const name = named(found, "name");
    await submit(found);
    assert.match(await name.getAttribute("aria-describedby"), /^help \S+$/);
    await assertInvalid(name, "Name: enter a value.");
    await name.fill("Acme");
    assert.equal(await name.getAttribute("aria-describedby"), "help");
  }));

test("the browser's own validation agrees from the start, and shows no bubbles", () =>
  onForm(forms.oauth, bound.oauth, async (found) => {
    const state = () =>
      found.evaluate((element) => ({
        noValidate: element.noValidate,
        valid: element.checkValidity(),
        invalid: [...element.querySelectorAll("input:invalid")].map(({ name }) => name),
      }));
    assert.deepEqual(await state(), { noValidate: true, valid: false, invalid: ["name", "homepage", "redirectUris[0]"] });
    await assertQuiet(field(found, "Name"));
    // A bubble comes with the focus.
    const report = () => found.evaluate((element) => [element.reportValidity(), document.activeElement.name ?? document.activeElement.role]);
    assert.deepEqual(await report(), [false, "name"], "what nobody has said yet may be asked of the browser");
    await submit(found);
    assert.deepEqual(await report(), [false, "alert"], "what was said is not said again");
    await fill(found, { Name: "Acme", Homepage: "https://acme.io", "Redirect URI 1": "https://acme.io/a" });
    assert.deepEqual(await state(), { noValidate: true, valid: true, invalid: [] });
    assert.equal((await report())[0], true);
  }));

test("the page's own constraints count too, in the browser's words", () => {
  const agree = `<label><input type="checkbox" id="agree" required> I agree</label>`;
  const name = input("name", "acme", 'pattern="[A-Z].*"');
  return onForm(form(name, HOMEPAGE, input("redirectUris", "https://acme.io/a"), agree), bound.oauth, async (found) => {
    await submit(found);
    const words = await found.locator("#agree").evaluate((element) => element.validationMessage);
    assert.ok(words.length > 0);
    assert.equal((await summaryOf(found)).lines.length, 2);
    await assertInvalid(found.locator("#agree"), words);
    assert.deepEqual(await sentBy(found), []);
    await named(found, "name").fill("");
    await assertInvalid(named(found, "name"), "Name: enter a value.");
    await named(found, "name").fill("Acme");
    await found.locator("#agree").check();
    await submit(found);
    assert.equal((await sentBy(found)).length, 1);
  });
});

test("a reset takes back all that was said", () =>
  onForm(forms.oauth, bound.oauth, async (found, page) => {
    await field(found, "Homepage").fill("acme");
    await submit(found);
    await found.getByRole("button", { name: "Reset" }).click();
    await page.locator(".prevet-error").first().waitFor({ state: "detached" });
    assert.equal(await summaryOf(found), null);
    await field(found, "Homepage").pressSequentially("a");
    await assertQuiet(field(found, "Homepage"));
  }));

test("check shows what a submit would, and sends nothing", () =>
  onForm(forms.oauth, bound.oauth, async (found) => {
    const issues = await found.evaluate(() => globalThis.bound.check().issues.map(({ code, pointer }) => `${code} ${pointer}`));
    assert.deepEqual(issues, ["required /name", "required /homepage", "required /redirectUris"]);
    assert.equal((await summaryOf(found)).title, "There are 3 problems");
    await fill(found, { Name: "Acme", Homepage: "https://acme.io", "Redirect URI 1": "https://acme.io/a" });
    assert.equal(await found.evaluate(() => globalThis.bound.check().success), true);
    assert.deepEqual(await sentBy(found), []);
  }));

test("a form that is let go is as it was found, and nothing comes after", () =>
  onForm(
    `<div id="top" class="mine"></div>${forms.oauth}`,
    (element) => {
      globalThis.before = document.querySelector("main").innerHTML;
      const options = { summary: document.getElementById("top"), onSubmit: (payload) => (sent.push(payload), new Promise((resolve) => (globalThis.answer = resolve))) };
      globalThis.bound = bindForm(element, teableOAuthClient, options);
    },
    async (found, page) => {
      await submit(found);
      assert.ok(await page.locator("#top.mine[role=alert]").isVisible(), "the page's own element is the summary");
      await fill(found, { Name: "Acme", Homepage: "https://acme.io", "Redirect URI 1": "https://acme.io/a" });
      await submit(found);
      await fill(found, { Name: "" });
      await field(found, "Homepage").focus();
      await assertInvalid(field(found, "Name"), "Name: enter a value.");
      const after = await found.evaluate(async (element) => {
        globalThis.bound.unbind();
        globalThis.bound.unbind();
        globalThis.answer(teableOAuthClient.fromServerError(500, null));
        await new Promise((resolve) => setTimeout(resolve, 20));
        globalThis.bound.showServerError(teableOAuthClient.fromServerError(500, null));
        globalThis.bound.refresh();
        globalThis.bound.clear();
        return { noValidate: element.noValidate, valid: element.checkValidity(), html: document.querySelector("main").innerHTML };
      });
      assert.deepEqual(after, { noValidate: false, valid: true, html: await page.evaluate(() => globalThis.before) });
    },
  ));

test("a locale's tag means the same to the form's own words as to its messages", () =>
  onForm(forms.oauth, undefined, async (found) => {
    const tags = JSON.parse(await readFile(new URL("../cases/locales.json", import.meta.url), "utf8"));
    const told = await found.evaluate(
      (element, cases) =>
        cases.map(({ tag }) => {
          const bound = bindForm(element, teableOAuthClient, { locale: tag, onSubmit() {} });
          const [{ message }] = bound.check().issues;
          const title = document.querySelector(".prevet-summary h2").textContent;
          bound.unbind();
          return { tag, isChinese: [message, title].map((text) => /\p{Script=Han}/u.test(text)) };
        }),
      tags,
    );
    assert.deepEqual(told, tags.map(({ tag, locale }) => ({ tag, isChinese: [locale === "zh", locale === "zh"] })));
  }));

test("axe finds nothing: fresh, with problems, with a refusal", () =>
  onForm(forms.sso, bound.sso, async (found, page) => {
    const assertAccessible = async (what) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`), [], what);
    };
    await assertAccessible("fresh");
    await submit(found);
    await assertAccessible("with problems");
    await found.evaluate(() => globalThis.bound.showServerError(teableAuthentication.fromServerError(402, null)));
    assert.deepEqual((await summaryOf(found)).lines[0], "The current plan does not include this.");
    await assertAccessible("with a refusal");
  }));

const SLIM = `
  import { init, teableOAuthClient } from "/dist/slim.js";
  import { bindForm } from "/dist/forms.js";
  await init({ module: fetch("/dist/prevet.wasm") });
  Object.assign(globalThis, { bindForm, teableOAuthClient, sent: [], ready: true });
`;

test("prevet/slim serves as well", () =>
  onForm(forms.oauth, bound.oauth, async (found) => {
    await submit(found);
    assert.equal((await summaryOf(found)).title, "There are 3 problems");
  }, SLIM));

test("the words about a tick stand behind its label", () => {
  const tick = (value) => `<input type="radio" name="type" value="${value}" id="${value}"><label for="${value}">${value}</label>`;
  return onForm(`<form>${tick("feishu")} ${tick("oidc")}<button>Send</button></form>`, bound.sso, async (form) => {
    await submit(form);
    const order = await form.evaluate((element) => [...element.children].slice(1, 4).map(({ localName, className }) => className || localName));
    assert.deepEqual(order, ["input", "label", "prevet-messages"]);
  });
});
