/** Sending: what the server accepts, what only the server can know, and what it says instead of an answer. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { pageTests, picture } from "./support/browser.mjs";
import {
  answered,
  assertInvalid,
  assertLeadsTo,
  assertQuiet,
  assertSuccess,
  assertSummary,
  openForm,
  paste,
  sendButton,
  refuse,
  submit,
  submitAgain,
} from "./support/form.mjs";

const onPage = pageTests();
const SECRET = "canary-55c1-secret";
const field = (form, label) => form.getByLabel(new RegExp(`^${label}\\s*(Default)?$`));
const answerOf = async (form) => JSON.parse(await form.getByRole("group", { name: "Answer" }).innerText());
const simulate = (form, status) => form.getByLabel("The sandbox answers").selectOption(status);

async function fill(form, values) {
  for (const [label, value] of Object.entries(values)) await field(form, label).fill(value);
}

const OAUTH = { Name: "Acme", Homepage: "https://acme.io", "Redirect URI 1": "https://acme.io/callback" };
const OIDC = {
  Name: "Contoso",
  "Client ID": "teable-prod",
  "Client secret": SECRET,
  "Authorization URL": "https://sso.acme.io/authorize",
  "Token URL": "https://sso.acme.io/token",
  "User info URL": "https://sso.acme.io/userinfo",
  Issuer: "https://sso.acme.io",
};

test("an SSO provider: wrong, repaired, refused at a field, repaired, accepted", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, "SSO provider");
    await fill(form, { ...OIDC, Issuer: "sso.acme.io" });
    await submit(form);
    await assertSummary(form, ["Issuer: start the URL with https://."]);
    await field(form, "Issuer").fill(" https://sso.acme.io ");
    await submit(form);
    await assertSummary(form, ["Name: This name is taken already"]);
    await assertInvalid(field(form, "Name"), "Name: This name is taken already");
    await picture(page, "sso-refused");
    assert.equal(await field(form, "Client secret").inputValue(), SECRET, "a refusal keeps what was typed");
    await assertLeadsTo(form, "Name: This name is taken already", field(form, "Name"));
    await field(form, "Name").fill("Acme");
    await assertQuiet(field(form, "Name"));
    assert.ok(await form.getByRole("alert").isHidden());
    await submit(form);
    await assertSuccess(form);
    await picture(page, "sso-accepted");
    const answer = await answerOf(form);
    assert.equal(answer.config.issuer, "https://sso.acme.io");
    assert.ok(!(await page.content()).includes(SECRET), "no copy of the secret in the document");
  }));

test("all that is said about one field stands beside it", () =>
  onPage({}, async (page) => {
    const message = 'Validation error: Too short at "name"; Taken at "name"';
    await refuse(page, "/api/oauth/client", { message, status: 400, code: "validation_error" });
    const form = await openForm(page, "OAuth application");
    await fill(form, OAUTH);
    await submit(form);
    await assertSummary(form, ["Name: Too short", "Name: Taken"]);
    await assertInvalid(field(form, "Name"), "Name: Too short\nName: Taken");
  }));

test("an OAuth application: wrong, repaired, refused at a field, repaired, accepted", () =>
  onPage({ colorScheme: "dark" }, async (page) => {
    const form = await openForm(page, "OAuth application");
    await fill(form, { ...OAUTH, Name: "Contoso", Homepage: "acme" });
    await submit(form);
    await assertSummary(form, ["Homepage: start the URL with https://."]);
    await field(form, "Homepage").fill("https://acme.io");
    await submit(form);
    await assertSummary(form, ["Name: This name is taken already"]);
    await assertInvalid(field(form, "Name"), "Name: This name is taken already");
    await picture(page, "oauth-refused-dark");
    await field(form, "Name").fill("Acme");
    await submit(form);
    await assertSuccess(form);
    assert.match((await answerOf(form)).clientId, /^clt/);
    await picture(page, "oauth-accepted-dark");
  }));

test("a Zapier connection: wrong, repaired, refused at a field, repaired, accepted", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, "Zapier connection");
    await fill(form, { Title: "Contoso", "App ID": "8cdbc496", "Key 1": "api_key", "Value 1": SECRET });
    await submit(form);
    await form.getByRole("alert").waitFor();
    await field(form, "App ID").fill("4b3920d6-1d5a-4071-b837-9383dc511b80");
    await submit(form);
    await assertSummary(form, ["Title: This title is taken already."]);
    await assertInvalid(field(form, "Title"), "Title: This title is taken already.");
    await picture(page, "zapier-refused");
    await field(form, "Title").fill("Acme CRM");
    await submit(form);
    await assertSuccess(form);
    assert.equal((await answerOf(form)).data[0].title, "Acme CRM");
    await picture(page, "zapier-accepted");
  }));

test("the server's word about a row stands at that row, whatever blank rows are above it", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, "OAuth application");
    await fill(form, { Name: "Acme", Homepage: "https://acme.io" });
    await paste(field(form, "Redirect URI 1"), "https://a.io\nhttps://b.io\nhttps://c.io");
    await field(form, "Redirect URI 1").fill("");
    const message = 'Validation error: Invalid url at "redirectUris[1]"';
    await refuse(page, "/api/oauth/client", { message, status: 400, code: "validation_error" });
    await submit(form);
    await assertSummary(form, ["Redirect URI 3: Invalid url"]);
    await assertInvalid(field(form, "Redirect URI 3"), "Redirect URI 3: Invalid url");
    await assertQuiet(field(form, "Redirect URI 2"));
    await form.getByRole("button", { name: "Remove Redirect URI 1" }).click();
    await assertInvalid(field(form, "Redirect URI 2"), "Redirect URI 2: Invalid url");
  }));

test("the server's words have their field's label in front, or their place where the form has no such field, in either language", () =>
  onPage({}, async (page) => {
    const message = 'Validation error: Invalid url at "config.issuer"; Required at "config.foo"; Expected object';
    await refuse(page, "/api/enterprise/**", { message, status: 400, code: "validation_error" });
    const form = await openForm(page, "SSO provider");
    await fill(form, OIDC);
    await submit(form);
    await assertSummary(form, ["config.foo: Required", "Expected object", "Issuer: Invalid url"]);
    await assertInvalid(field(form, "Issuer"), "Issuer: Invalid url");
    await page.getByRole("button", { name: "中文" }).click();
    assert.deepEqual(await page.getByRole("alert").getByRole("listitem").allInnerTexts(), ["config.foo：Required", "Expected object", "颁发者：Invalid url"]);
  }));

test("what the server says about a connection's field has its key in front", () =>
  onPage({}, async (page) => {
    const errors = [{ status: 400, detail: "No such field.", source: { pointer: "/data/authentication_fields/api_key" } }];
    await refuse(page, "/v2/authentications", { errors });
    const form = await openForm(page, "Zapier connection");
    await fill(form, { Title: "Acme", "App ID": "4b3920d6-1d5a-4071-b837-9383dc511b80", "Key 1": "api_key", "Value 1": SECRET });
    await submit(form);
    await assertSummary(form, ["Authentication fields (api_key): No such field."]);
  }));

test("refusals are told apart, and each keeps what was typed", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, "OAuth application");
    await fill(form, OAUTH);
    for (const [status, heading] of [
      ["401", "Please sign in again"],
      ["402", "Your plan does not include this"],
      ["403", "You are not allowed to do this"],
      ["409", "This exists already"],
      ["500", "The request did not get through"],
      ["502", "The request did not get through"],
    ]) {
      await simulate(form, status);
      await submit(form);
      await answered(form);
      await form.getByRole("alert").getByRole("heading", { name: heading }).waitFor();
      assert.equal(await form.getByRole("alert").getByRole("listitem").count(), 1, status);
      assert.doesNotMatch(await form.getByRole("alert").innerText(), /[<>]/, "no page of a proxy");
      for (const [label, value] of Object.entries(OAUTH)) assert.equal(await field(form, label).inputValue(), value);
    }
    await picture(page, "oauth-server-error");
    await simulate(form, "");
    await submit(form);
    await assertSuccess(form);
  }));

test("too many requests: a count-down, then the same request is accepted", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, "Zapier connection");
    await fill(form, { Title: "Acme", "App ID": "4b3920d6-1d5a-4071-b837-9383dc511b80", "Key 1": "api_key", "Value 1": SECRET });
    await simulate(form, "429");
    await submit(form);
    await form.getByRole("heading", { name: "Too many requests" }).waitFor();
    const button = sendButton(form);
    assert.match(await button.innerText(), /^Send again in [1-3] s$/);
    assert.equal(await button.getAttribute("aria-disabled"), "true");
    await picture(page, "zapier-throttled");
    await simulate(form, "");
    let sent = 0;
    page.on("request", () => sent++);
    // By force: a click on what says that it is disabled is just what people do.
    await button.click({ force: true });
    assert.equal(sent, 0, "nothing is sent before the time has come");
    await form.getByRole("button", { name: "Send request" }).waitFor();
    await submit(form);
    await assertSuccess(form);
    assert.equal(sent, 1);
  }));

test("one request at a time, and what is typed meanwhile is not lost", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, "OAuth application");
    await fill(form, OAUTH);
    let sent = 0;
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await page.route("**/api/oauth/client", async (route) => {
      sent++;
      await held;
      await route.continue();
    });
    const button = sendButton(form);
    await button.dblclick();
    await form.getByRole("button", { name: "Sending…" }).waitFor();
    await button.click({ force: true });
    await field(form, "Name").fill("Acme 2");
    release();
    await assertSuccess(form);
    assert.equal(sent, 1);
    assert.equal(await field(form, "Name").inputValue(), "Acme 2");
  }));

test("a double click sends once, however quick the answer, and a later click sends again", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, "OAuth application");
    await fill(form, OAUTH);
    let sent = 0;
    page.on("request", () => sent++);
    await submit(form);
    await assertSuccess(form);
    await submit(form);
    assert.equal(sent, 1);
    await submitAgain(form);
    await assertSuccess(form);
    assert.equal(sent, 2);
  }));

test("a network that fails is told as that", () =>
  onPage({}, async (page) => {
    const form = await openForm(page, "OAuth application");
    await fill(form, OAUTH);
    await page.route("**/api/oauth/client", (route) => route.abort());
    await submit(form);
    await form.getByRole("alert").getByRole("heading", { name: "The server could not be reached" }).waitFor();
    await assertSummary(form, ["Check the connection, then send the request again."]);
    assert.equal(await field(form, "Name").inputValue(), "Acme");
  }));
