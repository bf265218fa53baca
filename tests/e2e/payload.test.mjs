/** The request on display, as a command line. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { pageTests, picture } from "./support/browser.mjs";
import { openForm } from "./support/form.mjs";

const onPage = pageTests();
const SECRET = "canary-62ad-secret";
const shown = (form) => form.getByRole("group", { name: "Command" });
const copy = (form) => form.getByRole("button", { name: "Copy as curl" }).click();

/** The form of a connection with its command opened. */
async function openCommand(page) {
  const form = await openForm(page, "Zapier connection");
  await form.getByText("As a curl command").click();
  await form.getByLabel("Title").fill("Acme's CRM");
  await form.getByLabel("Key 1", { exact: true }).fill("api_key");
  await form.getByLabel("Value 1", { exact: true }).fill(SECRET);
  return form;
}

const COMMAND = String.raw`curl --request POST 'https://api.zapier.com/v2/authentications' \
  --header 'Accept: application/json' \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --data-raw '{"data":{"title":"Acme'\''s CRM","authentication_fields":{"api_key":"••••••••"}}}'`;

test("the request can be copied as a curl command, with $TOKEN for the token and its secrets masked, as it is shown", () =>
  onPage({ permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
    const form = await openCommand(page);
    assert.equal(await shown(form).textContent(), COMMAND);
    await copy(form);
    await form.getByText("Copied.").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), COMMAND);
    assert.ok(await form.getByText("$TOKEN stands for your token, and secrets are masked").isVisible());
    assert.ok(!(await page.content()).includes(SECRET), "no copy of the secret in the document");
    await picture(page, "zapier-command");
  }));

test("where the page may not copy, the command is selected", () =>
  onPage({}, async (page) => {
    const form = await openCommand(page);
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await copy(form);
    await form.getByText("It is selected: copy it by hand.").waitFor();
    assert.equal(await page.evaluate(() => getSelection().toString()), COMMAND);
  }));

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing with the command in ${colorScheme}`, () =>
    onPage({ colorScheme, reducedMotion: "reduce" }, async (page) => {
      await openCommand(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(", ")}`), []);
    }));
}
