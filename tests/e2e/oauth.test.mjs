/** The form of an OAuth application: timing of messages, redirect rows, scopes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { pageTests, picture } from "./support/browser.mjs";
import {
  assertInvalid,
  assertLeadsTo,
  assertQuiet,
  assertSuccess,
  assertSummary,
  openForm,
  paste,
  payloadOf,
  submit,
} from "./support/form.mjs";

const onPage = pageTests();
const TITLE = "OAuth application";
const row = (form, position) => form.getByRole("textbox", { name: `Redirect URI ${position}` });
const rowCount = (form) => form.getByRole("textbox", { name: /^Redirect URI \d/ }).count();
const remove = (form, position) => form.getByRole("button", { name: `Remove Redirect URI ${position}` }).click();

test("nothing is said before a field is left, and what was said follows the typing", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, TITLE);
    const homepage = form.getByLabel("Homepage");
    await homepage.pressSequentially("acme");
    await assertQuiet(homepage);
    await form.getByLabel("Description").focus();
    await assertInvalid(homepage, "Homepage: start the URL with https://.");
    await homepage.fill("");
    await assertInvalid(homepage, "Homepage: enter a value.");
    await homepage.fill("https://acme.io");
    await assertQuiet(homepage);
    await assertQuiet(form.getByLabel("Name", { exact: true }));
    assert.ok(await form.getByRole("alert").isHidden());
  }));

test("broken, told at each field, repaired, accepted", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, TITLE);
    const [name, homepage] = [form.getByLabel("Name", { exact: true }), form.getByLabel("Homepage")];
    await homepage.fill("acme");
    await submit(form);
    const [noName, noUrl, noRow] = ["Name: enter a value.", "Homepage: start the URL with https://.", "Redirect URIs: add at least 1."];
    await assertSummary(form, [noName, noUrl, noRow]);
    await assertInvalid(name, noName);
    await assertInvalid(homepage, noUrl);
    await assertInvalid(row(form, 1), noRow);
    assert.equal(await homepage.inputValue(), "acme", "a refusal keeps what was typed");
    await picture(page, "oauth-errors");

    await assertLeadsTo(form, noRow, row(form, 1));
    await row(form, 1).fill("https://acme.io/callback");
    await assertLeadsTo(form, noUrl, homepage);
    await homepage.fill("https://acme.io");
    assert.deepEqual(await form.getByRole("alert").getByRole("listitem").allInnerTexts(), [noName]);
    await assertLeadsTo(form, noName, name);
    await name.fill("Acme");
    assert.ok(await form.getByRole("alert").isHidden(), "the summary goes with the last problem");
    await submit(form);
    await assertSuccess(form);
    await picture(page, "oauth-success");
    assert.deepEqual(await payloadOf(form), {
      name: "Acme",
      homepage: "https://acme.io",
      redirectUris: ["https://acme.io/callback"],
    });

    await name.fill("Acme 2");
    assert.ok(await form.getByText("The server accepted the request").isHidden(), "a verdict is about what it saw");
  }));

test("rows are added and removed, and the last one is cleared", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, TITLE);
    await row(form, 1).fill("https://a.io");
    await form.getByRole("button", { name: "Add redirect URI" }).click();
    assert.ok(await row(form, 2).evaluate((element) => element === document.activeElement));
    await row(form, 2).fill("https://b.io");
    await remove(form, 1);
    assert.equal(await rowCount(form), 1);
    assert.equal(await row(form, 1).inputValue(), "https://b.io");
    assert.ok(await row(form, 1).evaluate((element) => element === document.activeElement));
    await remove(form, 1);
    assert.equal(await rowCount(form), 1);
    assert.equal(await row(form, 1).inputValue(), "");
  }));

test("several pasted lines make several rows; one line is an ordinary paste", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, TITLE);
    await paste(row(form, 1), "  https://a.io\r\n\r\nhttps://b.io\nhttps://c.io \n");
    assert.deepEqual((await payloadOf(form)).redirectUris, ["https://a.io", "https://b.io", "https://c.io"]);
    assert.ok(await row(form, 3).evaluate((element) => element === document.activeElement));
    await paste(row(form, 2), "one line");
    assert.equal(await rowCount(form), 3);
  }));

test("blank rows are not sent, and a message keeps to its row", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, TITLE);
    await paste(row(form, 1), "https://a.io\nhttps://b.io\nbroken");
    await row(form, 1).fill("");
    assert.deepEqual((await payloadOf(form)).redirectUris, ["https://b.io", "broken"]);
    await form.getByLabel("Description").focus();
    await assertInvalid(row(form, 3), "Redirect URI 3: start the URL with https://.");
    await assertQuiet(row(form, 1));
    await assertQuiet(row(form, 2));

    await remove(form, 1);
    await assertInvalid(row(form, 2), "Redirect URI 2: start the URL with https://.");
    await assertQuiet(row(form, 1));
  }));

test("the first row that is sent is marked as the default", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, TITLE);
    const marked = () => form.getByRole("textbox", { name: "Default" }).inputValue();
    await paste(row(form, 1), "https://a.io\nhttps://b.io");
    assert.equal(await marked(), "https://a.io");
    await row(form, 1).fill("");
    assert.equal(await marked(), "https://b.io");
  }));

const scope = (form, label) => form.getByRole("checkbox", { name: label, exact: true });
const state = (box) => box.evaluate(({ checked, indeterminate }) => (indeterminate ? "some" : checked ? "all" : "none"));

test("the scopes are boxes in a matrix, sent in the document's order", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, TITLE);
    const matrix = form.getByRole("table");
    assert.equal(await matrix.getByRole("rowheader").count(), 6);
    assert.equal(await matrix.getByRole("columnheader").count(), 12);
    // 28 scopes, 6 rows, 12 columns, and all of them.
    assert.equal(await matrix.getByRole("checkbox").count(), 28 + 6 + 12 + 1);
    await scope(form, "See the signed-in user's email address").check();
    await scope(form, "View a table's trash").check();
    assert.deepEqual((await payloadOf(form)).scopes, ["table|trash_read", "user|email_read"]);
    assert.ok(await form.getByText("2 of 28 selected").isVisible());
    await scope(form, "See the signed-in user's email address").uncheck();
    assert.deepEqual((await payloadOf(form)).scopes, ["table|trash_read"]);
    assert.match(await form.locator(".scope-detail").innerText(), /user\|email_read/);
  }));

test("a scope's risk is told in words, in what describes its box", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, TITLE);
    const described = (box) => box.evaluate((element) => document.getElementById(element.getAttribute("aria-describedby")).textContent);
    for (const [label, risk] of [["View tables", "reads"], ["Create tables", "changes"], ["Delete tables", "deletes"]]) {
      await scope(form, label).focus();
      assert.match(await described(scope(form, label)), new RegExp(`Risk: ${risk}\\.`));
    }
  }));

for (const locale of ["en", "zh-CN"]) {
  test(`on a narrow screen the box with the focus is not under the names of the rows (${locale})`, () =>
    onPage({ locale, viewport: { width: 320, height: 640 } }, async (page) => {
      await page.getByRole("tab", { name: /OAuth/ }).click();
      const tables = page.getByRole("table").locator("tbody tr").first();
      await tables.getByRole("checkbox").last().focus();
      for (let left = (await tables.locator("td input").count()) - 1; left > 0; left--) {
        await page.keyboard.press("Shift+Tab");
        const [box, names] = await page.evaluate(() => {
          const { activeElement } = document;
          return [activeElement, activeElement.closest("tr").cells[0]].map((one) => one.getBoundingClientRect().toJSON());
        });
        assert.ok(box.left >= names.right + 5, "the box and its ring are in view");
      }
    }));
}

test("rows, columns and the whole have boxes of three states", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, TITLE);
    const [all, read, tables, views] = ["All scopes", "All: Read", "All: Tables", "All: Views"].map((label) => scope(form, label));
    const states = async () => Promise.all([all, read, tables, views].map(state));
    assert.deepEqual(await states(), ["none", "none", "none", "none"]);
    await read.click();
    assert.deepEqual((await payloadOf(form)).scopes, ["table|read", "view|read", "field|read", "record|read", "automation|read"]);
    assert.deepEqual(await states(), ["some", "all", "some", "some"]);
    await views.click();
    assert.deepEqual(await states(), ["some", "all", "some", "all"]);
    await views.click();
    assert.deepEqual(await states(), ["some", "some", "some", "none"]);
    await all.click();
    assert.deepEqual(await states(), ["all", "all", "all", "all"]);
    assert.equal((await payloadOf(form)).scopes.length, 28);
    await all.click();
    assert.equal((await payloadOf(form)).scopes, undefined);
  }));

test("presets choose scopes, and say which of them it is", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, TITLE);
    const presets = form.getByRole("group", { name: "Presets" });
    await presets.getByRole("button", { name: "Sign-in only" }).click();
    assert.deepEqual((await payloadOf(form)).scopes, ["user|email_read"]);
    await presets.getByRole("button", { name: "Read-only" }).click();
    assert.equal((await payloadOf(form)).scopes.length, 5);
    assert.equal(await presets.getByRole("button", { name: "Read-only", pressed: true }).count(), 1);
    await scope(form, "Create tables").check();
    assert.equal(await presets.getByRole("button", { pressed: true }).count(), 0);
  }));

test("a click that also leaves a field is not lost to the message that appears", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, TITLE);
    await row(form, 1).fill("broken");
    await form.getByRole("button", { name: "Add redirect URI" }).click();
    await assertInvalid(row(form, 1), "Redirect URI 1: start the URL with https://.");
    assert.equal(await rowCount(form), 2);
  }));
