/** The form of a Zapier connection: the key/value editor. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { pageTests, picture } from "./support/browser.mjs";
import { adviceOn, assertInvalid, assertQuiet, assertSuccess, assertSummary, openForm, payloadOf, refuse, submit } from "./support/form.mjs";

const onPage = pageTests();
const TITLE = "Zapier connection";
const SECRET = "canary-91bd-secret";
const MASK = "••••••••";
const key = (form, row) => form.getByLabel(`Key ${row}`, { exact: true });
const value = (form, row) => form.getByLabel(`Value ${row}`, { exact: true });

test("broken, told at each field, repaired, accepted", () =>
  onPage({ colorScheme: "dark" }, async (page) => {
    const form = await openForm(page, TITLE);
    const [title, app] = [form.getByLabel("Title"), form.getByLabel("App ID")];
    await title.fill("😀".repeat(256));
    await app.fill("8cdbc496");
    await value(form, 1).fill(SECRET);
    await submit(form);
    const alerts = await form.getByRole("alert").getByRole("listitem").allInnerTexts();
    assert.equal(alerts.length, 3);
    await assertSummary(form, alerts);
    await assertInvalid(title, alerts[0]);
    await assertInvalid(app, alerts[1]);
    await assertInvalid(key(form, 1), "Field 1: give the value a key, or remove the row.");
    assert.ok(alerts[0].startsWith("Title: "));
    assert.ok(alerts[1].startsWith("App ID: "));
    await picture(page, "zapier-errors-dark");

    await title.fill("😀".repeat(255));
    await assertQuiet(title);
    await app.fill("4b3920d6-1d5a-4071-b837-9383dc511b80");
    await key(form, 1).fill("api_key");
    await submit(form);
    await assertSuccess(form);
    await picture(page, "zapier-success-dark");
    assert.deepEqual((await payloadOf(form)).data.authentication_fields, { api_key: MASK });
    assert.ok(!(await page.content()).includes(SECRET), "no copy of the secret in the document");
  }));

test("keys keep their values, repeated keys are told, blank rows are not sent", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, TITLE);
    const add = form.getByRole("button", { name: "Add field" });
    await key(form, 1).fill("username");
    await value(form, 1).fill(SECRET);
    await add.click();
    await key(form, 2).fill("username");
    await value(form, 2).fill("second");
    await add.click();
    await submit(form);
    await assertInvalid(key(form, 2), "Field 2: change the key, which a row above already has.");
    await assertQuiet(key(form, 3));
    await key(form, 2).fill("__proto__");
    await assertQuiet(key(form, 2));
    const shown = (await payloadOf(form)).data.authentication_fields;
    assert.deepEqual(Object.entries(shown), [["username", MASK], ["__proto__", MASK]]);

    await form.getByRole("button", { name: "Remove Field 1" }).click();
    assert.equal(await key(form, 1).inputValue(), "__proto__");
    assert.equal(await value(form, 1).inputValue(), "second");
  }));

test("values are masked, one by one", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, TITLE);
    await form.getByRole("button", { name: "Add field" }).click();
    await value(form, 1).fill(SECRET);
    await value(form, 2).fill(SECRET);
    await form.getByRole("button", { name: "Show value 2" }).click();
    assert.equal(await value(form, 1).getAttribute("type"), "password");
    assert.equal(await value(form, 2).getAttribute("type"), "text");
  }));

test("what is about a value stands at the value, what is about a key at the key", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, TITLE);
    await key(form, 1).fill("api_key");
    await value(form, 1).fill(`Bearer ${SECRET}`);
    assert.deepEqual(await adviceOn(value(form, 1)), []);
    await form.getByLabel("Title").focus();
    assert.deepEqual(await adviceOn(value(form, 1)), ["Warning: Authentication fields (api_key): paste only the value, without a prefix such as Bearer."]);
    assert.deepEqual(await adviceOn(key(form, 1)), []);

    await key(form, 1).fill("api key");
    const [ofKey, ...others] = await adviceOn(key(form, 1));
    assert.match(ofKey, /use each field's key exactly as the app defines it/);
    assert.deepEqual(others, []);
    const [ofValue] = await adviceOn(value(form, 1));
    assert.match(ofValue, /paste only the value/);

    await form.getByLabel("Title").fill("Acme");
    await form.getByLabel("App ID").fill("4b3920d6-1d5a-4071-b837-9383dc511b80");
    await submit(form);
    const question = form.getByRole("group", { name: "Worth a look before you send" });
    for (const [message, input] of [[ofValue, value(form, 1)], [ofKey, key(form, 1)]]) {
      await question.getByRole("link", { name: message.replace("Warning: ", "") }).click();
      assert.ok(await input.evaluate((element) => element === document.activeElement));
    }
  }));

test("what the server said about a value goes when the value or its key is changed", () =>
  onPage({}, async (page) => {
    const errors = [{ status: 400, detail: "Too old.", source: { pointer: "/data/authentication_fields/api_key" } }];
    await refuse(page, "/v2/authentications", { errors });
    const form = await openForm(page, TITLE);
    await form.getByLabel("Title").fill("Acme");
    await form.getByLabel("App ID").fill("4b3920d6-1d5a-4071-b837-9383dc511b80");
    await key(form, 1).fill("api_key");
    for (const [changed, text] of [[value(form, 1), "another-canary"], [key(form, 1), "api_token"]]) {
      await value(form, 1).fill(SECRET);
      await submit(form);
      await assertSummary(form, ["Authentication fields (api_key): Too old."]);
      await assertInvalid(value(form, 1), "Authentication fields (api_key): Too old.");
      await assertQuiet(key(form, 1));
      await changed.fill(text);
      await assertQuiet(value(form, 1));
    }
  }));
