/** The page as a whole: tabs, keyboard, accessibility, narrow screens. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { pageTests, picture } from "./support/browser.mjs";
import { assertSuccess, openForm, payloadOf, submit } from "./support/form.mjs";

const onPage = pageTests();
const TITLES = ["SSO provider", "OAuth application", "Zapier connection"];
const focused = (page) => page.evaluate(() => document.activeElement.textContent);

async function assertAccessible(page, what) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`);
  assert.deepEqual(found, [], what);
}

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing, fresh and with problems, in ${colorScheme}`, () =>
    onPage({ colorScheme, reducedMotion: "reduce" }, async (page) => {
      for (const title of TITLES) {
        const form = await openForm(page, title);
        await assertAccessible(page, `${title}, fresh`);
        await picture(page, `${title.toLowerCase().replace(" ", "-")}-${colorScheme}`);
        await submit(form);
        await assertAccessible(page, `${title}, with problems`);
      }
    }));
}

test("axe finds nothing with the panel of success", () =>
  onPage({ reducedMotion: "reduce" }, async (page) => {
    const form = await openForm(page, "OAuth application");
    await form.getByLabel("Name", { exact: true }).fill("Acme");
    await form.getByLabel("Homepage").fill("https://acme.io");
    await form.getByLabel("Redirect URI 1").fill("https://acme.io/callback");
    await submit(form);
    await assertSuccess(form);
    await assertAccessible(page, "success");
  }));

test("the tabs are one stop, moved through by arrow keys, Home and End", () =>
  onPage({}, async (page) => {
    await page.getByRole("tab", { name: TITLES[0] }).focus();
    for (const [key, title] of [
      ["ArrowRight", TITLES[1]],
      ["ArrowRight", TITLES[2]],
      ["ArrowRight", TITLES[0]],
      ["ArrowLeft", TITLES[2]],
      ["Home", TITLES[0]],
      ["End", TITLES[2]],
    ]) {
      await page.keyboard.press(key);
      assert.equal(await focused(page), title);
      assert.equal(await page.getByRole("tab", { selected: true }).innerText(), title);
      assert.equal(await page.getByRole("tabpanel").count(), 1);
      assert.ok(await page.getByRole("tabpanel", { name: title }).isVisible());
    }
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.labels[0].textContent), "Title");
  }));

test("a chosen tab survives a reload, and each form keeps what was typed in it", () =>
  onPage({}, async (page) => {
    const oauth = await openForm(page, "OAuth application");
    await oauth.getByLabel("Name", { exact: true }).fill("Acme");
    await openForm(page, "SSO provider");
    await openForm(page, "OAuth application");
    assert.equal(await oauth.getByLabel("Name", { exact: true }).inputValue(), "Acme");

    page.on("dialog", (dialog) => dialog.accept());
    await page.reload();
    assert.equal(await page.getByRole("tab", { selected: true }).innerText(), "OAuth application");
  }));

test("a chosen tab survives the page's other links and a reload behind them", () =>
  onPage({}, async (page) => {
    const selected = () => page.getByRole("tab", { selected: true }).innerText();
    await openForm(page, "Zapier connection");
    await page.getByRole("link", { name: "Try it", exact: true }).click();
    assert.equal(new URL(page.url()).hash, "#try");
    assert.equal(await selected(), "Zapier connection");
    await page.reload();
    assert.equal(await selected(), "Zapier connection");
  }));

test("a tab that is named in the address is followed, there and back", () =>
  onPage({}, async (page) => {
    const selected = (title) => page.getByRole("tab", { name: title, selected: true }).waitFor();
    for (const [hash, title] of [["#oauth", TITLES[1]], ["#zapier", TITLES[2]]]) {
      await page.evaluate((to) => location.assign(to), hash);
      await selected(title);
      assert.ok(await page.getByRole("tabpanel", { name: title }).isVisible());
    }
    await page.goBack();
    await selected(TITLES[1]);
  }));

test("leaving the page with something typed asks first", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, "OAuth application");
    const asked = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      return dialog.accept();
    });
    await page.reload();
    assert.deepEqual(asked, []);
    await form.getByLabel("Name", { exact: true }).pressSequentially("Acme");
    await page.reload();
    assert.deepEqual(asked, ["beforeunload"]);
  }));

test("a form can be broken, repaired and sent with the keyboard alone", () =>
  onPage({}, async (page) => {
    const press = async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const form = page.getByRole("tabpanel", { name: "OAuth application" });
    await page.getByRole("link", { name: "Skip to the forms" }).focus();
    await press("Enter", "Tab", "ArrowRight", "Tab");
    await page.keyboard.type("Acme");
    await press("Tab");
    await page.keyboard.type("acme");
    await press("Enter");
    const summary = form.getByRole("alert");
    assert.ok(await summary.evaluate((element) => element === document.activeElement));

    await press("Tab", "Enter", "Home");
    await page.keyboard.type("https://");
    await press("Tab");
    await page.keyboard.type("https://acme.io/callback");
    // Remove, Add, Description, Logo, the first preset.
    await press("Tab", "Tab", "Tab", "Tab", "Tab", "Space");
    // Its boxes come before the button that sends; Enter in a field sends from anywhere.
    await press("Shift+Tab", "Enter");
    await assertSuccess(form);
    assert.deepEqual(await payloadOf(form), {
      name: "Acme",
      homepage: "https://acme",
      redirectUris: ["https://acme.io/callback"],
      scopes: ["user|email_read"],
    });
  }));

for (const width of [320, 360]) {
  test(`nothing is wider than a narrow screen of ${width} pixels`, () =>
    onPage({ viewport: { width, height: 740 } }, async (page) => {
      for (const title of TITLES) {
        const form = await openForm(page, title);
        await submit(form);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, title);
        await picture(page, `${title.toLowerCase().replace(" ", "-")}-${width}`);
      }
    }));
}

test("with forced colours what is chosen looks chosen, and the risks of scopes differ", () =>
  onPage({ forcedColors: "active" }, async (page) => {
    const form = await openForm(page, "OAuth application");
    await form.getByRole("button", { name: "Read-only" }).click();
    const ground = (element) => element.evaluate((one) => getComputedStyle(one).backgroundColor);
    for (const [chosen, other] of [
      [page.getByRole("tab", { name: TITLES[1] }), page.getByRole("tab", { name: TITLES[0] })],
      [page.getByRole("button", { name: "English" }), page.getByRole("button", { name: "中文" })],
      [form.getByRole("button", { name: "Read-only" }), form.getByRole("button", { name: "Everything" })],
    ]) {
      assert.notEqual(await ground(chosen), await ground(other));
    }
    for (const marks of [".swatch", ".matrix td:is(.read, .write, .destructive) label"]) {
      const styles = await form.locator(marks).evaluateAll((all) => all.map((one) => getComputedStyle(one).outlineStyle));
      assert.deepEqual(new Set(styles), new Set(["solid", "dashed", "double"]));
    }
    await picture(page, "oauth-forced-colors");
  }));

test("the sample at the top shows the package's own answer", () =>
  onPage({}, async (page) => {
    const answer = page.getByRole("list", { name: "What prevet says about it" });
    const [homepage, scope, redirects] = await answer.getByRole("listitem").allInnerTexts();
    assert.match(homepage, /\/homepage\s+invalid_url\s+Homepage: start the URL with https:\/\/\./);
    assert.match(scope, /\/scopes\/0\s+invalid_option\s+.*Did you mean record\|read\?/);
    assert.match(redirects, /\/redirectUris\s+too_few_items\s+Redirect URIs: add at least 1\./);
  }));
