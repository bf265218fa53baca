/** The form of an SSO provider: its two branches and its secrets. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { pageTests, picture } from "./support/browser.mjs";
import { assertInvalid, assertSuccess, assertSummary, openForm, payloadOf, submit } from "./support/form.mjs";

const onPage = pageTests();
const TITLE = "SSO provider";
const SECRET = "canary-7f3a-secret";
const MASK = "••••••••";
const LABELS = { feishu: "Feishu", oidc: "OpenID Connect" };
const choose = (form, type) => form.getByRole("radio", { name: LABELS[type] }).check();
const field = (form, label) => form.getByRole("textbox", { name: label, exact: true });
const secret = (form, label) => form.getByLabel(label, { exact: true });

const OIDC = {
  Name: "Acme SSO",
  "Client ID": "teable-prod",
  "Authorization URL": "https://sso.acme.io/oauth2/authorize",
  "Token URL": "https://sso.acme.io/oauth2/token",
  "User info URL": "https://sso.acme.io/oauth2/userinfo",
  Issuer: "https://sso.acme.io",
};

test("an empty OpenID Connect provider is told at each of its fields, then repaired", () =>
  onPage({ colorScheme: "dark" }, async (page) => {
    const form = await openForm(page, TITLE);
    await submit(form);
    const labels = ["Name", "Client ID", "Client secret", "Authorization URL", "Token URL", "User info URL", "Issuer"];
    await assertSummary(form, labels.map((label) => `${label}: enter a value.`));
    for (const label of labels) await assertInvalid(secret(form, label), `${label}: enter a value.`);
    await picture(page, "sso-errors-dark");

    for (const [label, value] of Object.entries(OIDC)) await field(form, label).fill(value);
    await secret(form, "Client secret").fill(SECRET);
    await submit(form);
    await assertSuccess(form);
    await picture(page, "sso-success-dark");
    const { type, name, config } = await payloadOf(form);
    assert.deepEqual([type, name, config.issuer, config.clientSecret], ["oidc", "Acme SSO", "https://sso.acme.io", MASK]);
  }));

test("each branch keeps what was typed, and only the chosen one is sent and judged", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, TITLE);
    await field(form, "Name").fill("Acme");
    await field(form, "Issuer").fill("not a URL");
    await choose(form, "feishu");
    assert.ok(await field(form, "Issuer").isHidden());
    await field(form, "App ID").fill("cli_a5ca35a685b0x26e");
    await secret(form, "App secret").fill(SECRET);
    assert.deepEqual(await payloadOf(form), {
      type: "feishu",
      name: "Acme",
      config: { appId: "cli_a5ca35a685b0x26e", appSecret: MASK },
    });
    await submit(form);
    await assertSuccess(form);

    await choose(form, "oidc");
    assert.equal(await field(form, "Issuer").inputValue(), "not a URL");
    assert.deepEqual(await payloadOf(form), { type: "oidc", name: "Acme", config: { issuer: "not a URL" } });
    await choose(form, "feishu");
    assert.equal(await secret(form, "App secret").inputValue(), SECRET);
  }));

test("a secret is masked on the page, in the request and in the document", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, TITLE);
    const input = secret(form, "Client secret");
    await input.fill(SECRET);
    await submit(form);
    assert.equal(await input.getAttribute("type"), "password");
    assert.equal(await input.getAttribute("autocomplete"), "new-password");
    assert.equal(await input.getAttribute("spellcheck"), "false");
    assert.equal((await payloadOf(form)).config.clientSecret, MASK);
    assert.ok(!(await page.content()).includes(SECRET), "no copy of the secret in the document");

    await form.getByRole("button", { name: "Show Client secret" }).click();
    assert.equal(await input.getAttribute("type"), "text");
    await form.getByRole("button", { name: "Hide Client secret" }).click();
    assert.equal(await input.getAttribute("type"), "password");
    assert.equal(await input.inputValue(), SECRET);
  }));

test("the callback URL stands greyed until the server's answer tells it, then it can be copied", () =>
  onPage({ permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    const form = await openForm(page, TITLE);
    const callback = form.getByRole("group", { name: "Callback URL" });
    const copy = callback.getByRole("button", { name: "Copy URL" });
    const address = () => callback.getByRole("code").innerText();
    assert.equal(await address(), "https://app.teable.ai/api/auth/authentication/{id}/callback");
    assert.ok(await callback.getByText("after saving").isVisible());
    assert.ok(await copy.isDisabled());

    for (const [label, value] of Object.entries(OIDC)) await field(form, label).fill(value);
    await secret(form, "Client secret").fill(SECRET);
    await submit(form);
    await assertSuccess(form);
    const created = "https://app.teable.ai/api/auth/authentication/autSandbox0001/callback";
    assert.equal(await address(), created);
    assert.ok(await callback.getByText("of “Acme SSO”").isVisible());
    await copy.click();
    await callback.getByText("Copied.").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), created);
    await picture(page, "sso-callback");

    await field(form, "Name").fill("Another");
    assert.equal(await address(), created, "it is still needed");
    await form.getByRole("button", { name: "Clear form" }).click();
    assert.match(await address(), /\{id\}/);
    assert.ok(await copy.isDisabled());
  }));

test("clearing the form can be undone", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, TITLE);
    await field(form, "Name").fill("Acme");
    await secret(form, "Client secret").fill(SECRET);
    await form.getByRole("button", { name: "Clear form" }).click();
    assert.equal(await field(form, "Name").inputValue(), "");
    await form.getByRole("button", { name: "Undo" }).click();
    assert.equal(await field(form, "Name").inputValue(), "Acme");
    assert.equal(await secret(form, "Client secret").inputValue(), SECRET);
    assert.ok(await form.getByRole("button", { name: "Undo" }).isHidden());
  }));

test("clearing the form conceals a secret that was shown", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, TITLE);
    await secret(form, "Client secret").fill(SECRET);
    await form.getByRole("button", { name: "Show Client secret" }).click();
    await form.getByRole("button", { name: "Clear form" }).click();
    assert.equal(await secret(form, "Client secret").getAttribute("type"), "password");
    assert.ok(await form.getByRole("button", { name: "Show Client secret" }).isVisible());
    await form.getByRole("button", { name: "Undo" }).click();
    assert.equal(await secret(form, "Client secret").getAttribute("type"), "password");
  }));

test("a preset of a provider fills in the URLs, once it has what it asks for", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, TITLE);
    await form.getByText("Fill in from your provider").click();
    await form.getByLabel("Provider", { exact: true }).selectOption("Okta (custom authorization server)");
    const fill = form.getByRole("button", { name: "Fill in the URLs" });
    await fill.click();
    assert.ok(await form.getByText("Fill in each of these as described.").isVisible());
    assert.equal(await field(form, "Issuer").inputValue(), "");
    await form.getByLabel("Domain", { exact: true }).fill("acme.okta.com");
    await fill.click();
    const { config } = await payloadOf(form);
    assert.deepEqual(config, {
      authorizationUrl: "https://acme.okta.com/oauth2/default/v1/authorize",
      tokenUrl: "https://acme.okta.com/oauth2/default/v1/token",
      userInfoUrl: "https://acme.okta.com/oauth2/default/v1/userinfo",
      issuer: "https://acme.okta.com/oauth2/default",
    });
    await picture(page, "sso-preset");
  }));

test("Enter in what a preset asks for fills in its URLs and does not send the form", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, TITLE);
    await form.getByText("Fill in from your provider").click();
    const provider = form.getByLabel("Provider", { exact: true });
    await provider.selectOption("Okta (custom authorization server)");
    await provider.press("Enter");
    assert.ok(await form.getByRole("alert").isHidden());
    await page.keyboard.press("Escape");
    await form.getByLabel("Domain", { exact: true }).fill("acme.okta.com");
    await form.getByLabel("Domain", { exact: true }).press("Enter");
    assert.ok(await form.getByText("The URLs are filled in.").isVisible());
    assert.equal(await field(form, "Issuer").inputValue(), "https://acme.okta.com/oauth2/default");
    assert.ok(await form.getByRole("alert").isHidden(), "nothing was submitted");
  }));

test("Feishu among the providers leads to its own type, which takes the focus", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, TITLE);
    await form.getByText("Fill in from your provider").click();
    await form.getByLabel("Provider", { exact: true }).selectOption("Feishu or Lark");
    await form.getByRole("button", { name: "Switch the provider type" }).click();
    const feishu = form.getByRole("radio", { name: "Feishu" });
    assert.ok(await feishu.isChecked());
    assert.ok(await feishu.evaluate((element) => element === document.activeElement));
    assert.ok(await field(form, "App ID").isVisible());
    assert.ok(await form.getByText("Fill in from your provider").isHidden());
  }));

test("a discovery document fills in the fields, or is refused with its problems", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, TITLE);
    await form.getByText("Fill in from your provider").click();
    await field(form, "Issuer").fill("https://sso.acme.io");
    const url = "https://sso.acme.io/.well-known/openid-configuration";
    assert.equal(await form.getByRole("link", { name: url }).getAttribute("href"), url);

    const text = form.getByLabel("Discovery document");
    const read = form.getByRole("button", { name: "Import document" });
    await text.fill("<html>");
    await read.click();
    assert.ok(await form.getByText("Discovery document: use the JSON text that the provider gives.").isVisible());
    assert.ok(await form.getByText("Nothing was filled in.").isVisible());

    const document = { issuer: "https://evil.io", authorization_endpoint: "https://sso.acme.io/a", token_endpoint: "https://sso.acme.io/t", userinfo_endpoint: "https://sso.acme.io/u" };
    await text.fill(JSON.stringify(document));
    await read.click();
    assert.ok(await form.getByText("Discovery document: do not use it; it belongs to another issuer.").isVisible());
    assert.deepEqual((await payloadOf(form)).config, { issuer: "https://sso.acme.io" });

    await text.fill(JSON.stringify({ ...document, issuer: "https://sso.acme.io" }));
    await read.click();
    assert.ok(await form.getByText("The fields are filled in from the document.").isVisible());
    assert.deepEqual((await payloadOf(form)).config, {
      authorizationUrl: "https://sso.acme.io/a",
      tokenUrl: "https://sso.acme.io/t",
      userInfoUrl: "https://sso.acme.io/u",
      issuer: "https://sso.acme.io",
    });
  }));
