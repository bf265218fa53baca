/** `prevet/forms`: what pages do around a form. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertInvalid, assertQuiet, bound, fill, formTests, forms, isFocused, linesOf, sentBy, submit, summaryOf } from "./support/bound.mjs";

const onForm = formTests();
const GOOD = { Name: "Acme", Homepage: "https://acme.io", "Redirect URI 1": "https://acme.io/callback" };

/** Binds to a server that is asked when the test says so, and says then that the name is taken. */
const refused = (form) => {
  const answer = { message: 'Validation error: Taken at "name"' };
  const onSubmit = () => new Promise((resolve) => void (globalThis.answer = () => resolve(teableOAuthClient.fromServerError(400, answer))));
  globalThis.bound = bindForm(form, teableOAuthClient, { onSubmit });
};

test("a refusal stays though the summary takes the focus from what was just typed", () =>
  onForm(forms.oauth, refused, async (form, page) => {
    await fill(form, { ...GOOD, Name: "" });
    await form.getByLabel("Name").pressSequentially("Acme");
    await form.evaluate((element) => element.requestSubmit());
    await form.evaluate(() => answer());
    await form.getByRole("link", { name: "Name: Taken" }).waitFor();
    await assertInvalid(form.getByLabel("Name"), "Name: Taken");
    assert.ok(await isFocused(form.getByRole("alert")));

    // Typed while the request is under way.
    await form.getByLabel("Name").press("End");
    await form.evaluate((element) => element.requestSubmit());
    await form.getByLabel("Name").pressSequentially(" 2");
    await form.evaluate(() => answer());
    await form.getByRole("link", { name: "Name: Taken" }).waitFor();
    await assertInvalid(form.getByLabel("Name"), "Name: Taken");
    await form.getByLabel("Name").pressSequentially("3");
    await assertQuiet(form.getByLabel("Name"));
    assert.equal(await summaryOf(form), null);
    await page.keyboard.press("Tab");
    assert.equal(await summaryOf(form), null);
  }));

test("a form whose page is left sends nothing more, unless the page comes back as it was", () => {
  const leaving = (form) => void bindForm(form, teableOAuthClient, { onSubmit: (payload) => (sent.push(payload), new Promise(() => {})) });
  return onForm(forms.oauth, leaving, async (form) => {
    await fill(form, GOOD);
    const send = () => form.evaluate((element) => element.requestSubmit());
    for (let click = 0; click < 3; click++) await send();
    assert.equal((await sentBy(form)).length, 1);
    assert.equal(await form.getAttribute("aria-busy"), "true");
    await form.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: false })));
    await send();
    assert.equal((await sentBy(form)).length, 1);
    await form.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
    assert.equal(await form.getAttribute("aria-busy"), null);
    await submit(form);
    assert.equal((await sentBy(form)).length, 2);
  });
});

test("controls outside of the form are followed like others", () =>
  onForm(`<label>Homepage <input form="app" name="homepage"></label><input id="other">${forms.oauth.replace("<form>", '<form id="app">').replace('name="homepage"', "")}`, bound.oauth, async (form, page) => {
    const homepage = page.locator('[name="homepage"]');
    await homepage.fill("acme.io");
    await page.locator("#other").focus();
    await assertInvalid(homepage, "Homepage: start the URL with https://.");
    await homepage.fill("https://acme.io");
    await assertQuiet(homepage);
    await form.evaluate(() => globalThis.bound.unbind());
    await homepage.fill("x");
    await page.locator("#other").focus();
    await assertQuiet(homepage);
  }));

test("a button that only closes a dialog does so; any other is bound, and known to the page", () => {
  const html = `<dialog>${forms.oauth.replace("<form>", '<form method="dialog">').replace("<button>Send", '<button value="cancel" formnovalidate>Cancel</button><button name="how" value="now">Send')}</dialog>`;
  const bind = (form) => {
    form.closest("dialog").showModal();
    bindForm(form, teableOAuthClient, { onSubmit: (payload, result, submitter) => void sent.push([payload.name, result.payload.name, submitter?.value]) });
  };
  return onForm(html, bind, async (form, page) => {
    await submit(form);
    assert.equal((await summaryOf(form)).title, "There are 3 problems");
    assert.ok(await page.locator("dialog").evaluate(({ open }) => open));
    await fill(form, GOOD);
    await submit(form);
    assert.deepEqual(await sentBy(form), [["Acme", "Acme", "now"]]);
    await form.getByRole("button", { name: "Cancel" }).click();
    assert.deepEqual(await page.locator("dialog").evaluate(({ open, returnValue }) => [open, returnValue]), [false, "cancel"]);
    assert.equal((await sentBy(form)).length, 1);
  });
});

test("what is said of a choice stands behind all of it, where a group holds nothing else", () => {
  const radios = `<label><input type="radio" name="type" value="feishu"> Feishu</label><label><input type="radio" name="type" value="oidc"> OpenID Connect</label>`;
  const html = (group) => `<form>${group}<label>Name <input name="name"></label><button>Send</button></form>`;
  const groups = [[`<fieldset>${radios}</fieldset>`, "FIELDSET"], [`<div role="radiogroup">${radios}</div>`, "DIV"], [`<fieldset>${radios}<input name="id"></fieldset>`, "FIELDSET"]];
  return Promise.all(
    groups.map(([group, name], index) =>
      onForm(html(group), bound.sso, async (form) => {
        await submit(form);
        assert.deepEqual(await linesOf(form.getByLabel("Feishu")), ["Provider type: choose a value."]);
        const place = await form.evaluate((element) => {
          const { parentElement, nextElementSibling } = element.querySelector(".prevet-messages");
          return [parentElement.tagName, nextElementSibling === null];
        });
        assert.deepEqual(place, [name, index < 2]);
      }),
    ),
  );
});

test("what is generated says its language, and is read out once", () => {
  const bind = (form) => void (globalThis.bound = bindForm(form, teableOAuthClient, { locale: "zh-CN", onSubmit() {} }));
  return onForm(forms.oauth, bind, async (form) => {
    await submit(form);
    const summary = form.getByRole("alert");
    assert.equal(await summary.getAttribute("lang"), "zh");
    assert.equal(await form.locator(".prevet-messages").first().getAttribute("lang"), "zh");
    assert.equal(await summary.getAttribute("aria-live"), "assertive");
    await form.getByLabel("Name").fill("Acme");
    assert.equal(await summary.getAttribute("aria-live"), "off");
  });
});

test("what build takes, bindForm hands on", () => {
  const bind = (form) => {
    const options = { messages: { required: "Missing!" }, off: ["homepage-http"], extraScopes: ["table|none"], onSubmit: (payload) => void sent.push(payload.scopes) };
    globalThis.bound = bindForm(form, teableOAuthClient, options);
  };
  return onForm(forms.oauth, bind, async (form) => {
    await submit(form);
    assert.deepEqual((await summaryOf(form)).lines, ["Missing!", "Missing!", "Missing!"]);
    await fill(form, { ...GOOD, Homepage: "http://acme.io" });
    await form.getByLabel("table|none").check();
    await submit(form);
    assert.deepEqual(await sentBy(form), [["table|none"]]);
  });
});

test("misuse is told at once", () =>
  onForm(forms.oauth, undefined, async (form) => {
    const told = await form.evaluate((element) => {
      const calls = [[null, teableOAuthClient, { onSubmit() {} }], [document.body, teableOAuthClient, { onSubmit() {} }], [element, teableOAuthClient], [element, teableOAuthClient, {}]];
      return calls.map((call) => {
        try {
          bindForm(...call);
        } catch (error) {
          return `${error.name}: ${error.message}`;
        }
      });
    });
    const [form1, options] = ["TypeError: bindForm takes a <form> first.", "TypeError: bindForm's options need an onSubmit function."];
    assert.deepEqual(told, [form1, form1, options, options]);
  }));
