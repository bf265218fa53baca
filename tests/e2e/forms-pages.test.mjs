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

test("what the browser fills in again after a page comes back is looked at", () =>
  onForm(forms.oauth, bound.oauth, async (form) => {
    await form.evaluate((element) => {
      for (const [name, value] of [["name", "Acme"], ["homepage", "https://acme.io"], ["redirectUris[0]", "https://acme.io/callback"]]) {
        element.elements.namedItem(name).value = value;
      }
    });
    assert.equal(await form.evaluate((element) => element.checkValidity()), false);
    await form.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: false })));
    assert.equal(await form.evaluate((element) => element.checkValidity()), true);
  }));

test("a line of the summary opens what its control is folded away in", () => {
  const html = forms.oauth.replace('<p><label for="homepage">', '<details id="more"><summary>More</summary><details><summary>Still more</summary><p><label for="homepage">').replace('name="homepage"></p>', 'name="homepage"></p></details></details>');
  return onForm(html, bound.oauth, async (form) => {
    await fill(form, { Name: "Acme", "Redirect URI 1": "https://acme.io/callback" });
    await submit(form);
    await form.getByRole("link", { name: "Homepage: enter a value." }).click();
    assert.ok(await isFocused(form.getByLabel("Homepage")));
    assert.deepEqual(await form.evaluate((element) => [...element.querySelectorAll("details")].map(({ open }) => open)), [true, true]);
  });
});

test("what a server says of a row that has gone meanwhile stands in the summary, and leads nowhere", () => {
  const refusing = (form) => {
    const answer = { message: 'Validation error: Taken at "redirectUris[1]"' };
    const onSubmit = () => new Promise((resolve) => void (globalThis.answer = () => resolve(teableOAuthClient.fromServerError(400, answer))));
    bindForm(form, teableOAuthClient, { onSubmit });
  };
  return onForm(forms.oauth, refusing, async (form) => {
    await fill(form, { ...GOOD, "Redirect URI 2": "https://acme.io/2" });
    await submit(form);
    await form.evaluate((element) => element.elements.namedItem("redirectUris[1]").parentElement.remove());
    await form.evaluate(() => answer());
    await form.getByRole("alert").getByText("Redirect URI 2: Taken").waitFor();
    assert.equal(await form.getByRole("alert").getByRole("link").count(), 0);
  });
});

test("what is typed into no control leaves a refusal where it is", () => {
  const html = forms.oauth.replace("<button>", '<div contenteditable>Notes</div><button>');
  return onForm(html, bound.oauth, async (form) => {
    await fill(form, GOOD);
    await form.evaluate(() => globalThis.bound.showServerError(teableOAuthClient.fromServerError(400, { message: 'Validation error: Taken at "name"' })));
    await form.locator("[contenteditable]").pressSequentially("x");
    await assertInvalid(form.getByLabel("Name"), "Name: Taken");
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

test("the summary is read out when it opens, and not with each key", () =>
  onForm(forms.oauth, bound.oauth, async (form) => {
    await submit(form);
    assert.equal(await form.getByRole("alert").getAttribute("aria-live"), "assertive");
    await form.getByLabel("Name").fill("Acme");
    assert.equal(await form.getByRole("alert").getAttribute("aria-live"), "off");
  }));

test("forms that are gone from the page are not held by it", () =>
  onForm(forms.oauth, bound.oauth, async (form, page) => {
    const held = await form.evaluate((element) => {
      globalThis.gone = Array.from({ length: 5 }, () => {
        const one = element.cloneNode(true);
        element.after(one);
        bindForm(one, teableOAuthClient, { onSubmit() {} }).check();
        one.remove();
        return new WeakRef(one);
      });
      return gone.length;
    });
    assert.equal(held, 5);
    const session = await page.context().newCDPSession(page);
    for (let round = 0; round < 3; round++) {
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
      await session.send("HeapProfiler.collectGarbage");
    }
    assert.equal(await page.evaluate(() => gone.filter((one) => one.deref()).length), 0);
  }));

test("a form that is let go while it sends is as it was found, and may be bound again", () => {
  const sending = (form) => void (globalThis.bound = bindForm(form, teableOAuthClient, { onSubmit: () => new Promise((resolve) => void (globalThis.answer = resolve)) }));
  return onForm(forms.oauth, sending, async (form) => {
    await fill(form, GOOD);
    await submit(form);
    assert.equal(await form.getAttribute("aria-busy"), "true");
    await form.evaluate((element) => {
      globalThis.bound.unbind();
      globalThis.states = [element.ariaBusy, element.querySelector("button").ariaDisabled];
      bindForm(element, teableOAuthClient, { onSubmit: () => new Promise((resolve) => void (globalThis.second = resolve)) });
    });
    assert.deepEqual(await form.evaluate(() => states), [null, null]);
    await form.evaluate((element) => element.requestSubmit());
    await form.evaluate(() => answer());
    assert.equal(await form.getAttribute("aria-busy"), "true");
    await form.evaluate(() => second());
    await form.page().waitForFunction(() => !document.querySelector("form").ariaBusy);
  });
});

test("the button that was pressed is the one whose press counted", () => {
  const html = forms.oauth.replace("<button>Send</button>", '<button value="a">A</button><button value="b">B</button>');
  const bind = (form) => void bindForm(form, teableOAuthClient, {
    onWarnings: () => new Promise((resolve) => void (globalThis.go = () => resolve(true))),
    onSubmit: (payload, result, submitter) => void sent.push(submitter.value),
  });
  return onForm(html, bind, async (form) => {
    await fill(form, { ...GOOD, Homepage: "http://acme.io" });
    await form.evaluate((element) => {
      const [a, b] = element.querySelectorAll("button[value]");
      a.click();
      b.click();
    });
    await form.page().waitForFunction(() => globalThis.go);
    await form.evaluate(() => go());
    assert.deepEqual(await sentBy(form), ["a"]);
  });
});

test("a refusal goes with its row, keeps its place after a check, and keys are told as they are", () =>
  onForm(forms.oauth, bound.oauth, async (form) => {
    await fill(form, { Name: "Acme", Homepage: "https://acme.io", "Redirect URI 2": "https://acme.io/callback" });
    await form.evaluate(() => {
      globalThis.bound.check();
      const message = 'Validation error: Invalid url at "redirectUris[0]"; Odd at "a/b.c~d[0]"';
      globalThis.bound.showServerError(teableOAuthClient.fromServerError(400, { message }));
    });
    assert.deepEqual((await summaryOf(form)).lines, ["a/b.c~d.0: Odd", "Redirect URI 2: Invalid url"]);
    await form.evaluate((element) => element.querySelector('[name="redirectUris[1]"]').parentElement.remove());
    assert.deepEqual((await summaryOf(form)).lines, ["a/b.c~d.0: Odd"]);
    await form.evaluate((element) => {
      element.addEventListener("reset", (event) => event.preventDefault());
      element.reset();
    });
    await form.page().waitForTimeout(50);
    assert.deepEqual((await summaryOf(form)).lines, ["a/b.c~d.0: Odd"], "a reset that does not happen");
  }));

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
