/** `prevet/forms`: the README's form works as it stands, and says what the README says. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { assertInvalid, fill, formTests, isFocused } from "./support/bound.mjs";

const onForm = formTests();
const readme = await readFile(new URL("../../pkg/README.md", import.meta.url), "utf8");
const section = readme.slice(readme.indexOf("\n## Forms\n"));
const block = (language) => section.match(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``))[1];
const script = block("js").replace('"prevet"', '"/dist/index.js"').replace('"prevet/forms"', '"/dist/forms.js"');

test("the README's form: refused, repaired, refused by the server, accepted", () =>
  onForm(
    block("html"),
    undefined,
    async (form, page) => {
      const bodies = [];
      await page.route("**/api/oauth/client", (route) => {
        bodies.push(route.request().postDataJSON());
        const refusal = { message: 'Validation error: Taken at "name"', status: 400, code: "validation_error" };
        return bodies.length === 1 ? route.fulfill({ status: 400, json: refusal }) : route.fulfill({ status: 201, json: {} });
      });
      await fill(form, { Homepage: "reports.acme.io" });
      await form.getByRole("button", { name: "Create" }).click();
      const summary = form.getByRole("alert");
      const said = [await summary.getByRole("heading").innerText(), ...(await summary.getByRole("listitem").allInnerTexts())];
      assert.equal(`${said.join("\n")}\n`, block("text"));
      assert.ok(await isFocused(summary));

      await fill(form, { Name: "Reports", Homepage: "https://reports.acme.io" });
      await fill(form, { "Redirect URIs, one on each line": "https://reports.acme.io/a\nhttps://reports.acme.io/b\n" });
      await form.getByRole("button", { name: "Create" }).click();
      await form.getByRole("link", { name: "Taken" }).waitFor();
      await assertInvalid(form.getByLabel("Name"), "Name: Taken");
      await form.getByLabel("Name").fill("Reports 2");
      await form.getByRole("button", { name: "Create" }).click();
      await page.waitForURL("**/created");
      const redirectUris = ["https://reports.acme.io/a", "https://reports.acme.io/b"];
      assert.deepEqual(bodies[1], { name: "Reports 2", homepage: "https://reports.acme.io", redirectUris });
    },
    `${script}\nglobalThis.ready = true;`,
  ));

const columns = (title) => section.match(new RegExp(`\\| ${title} \\|[^\\n]*\\n\\|[-|]+\\n((?:\\|.*\\n)+)`))[1].match(/^\|(?: `\w+[^`]*`,?)+/gm).flatMap((row) => row.match(/(?<=`)\w+(?=[(`])/g));

test("the README's tables of options and members are complete", async () => {
  const types = await readFile(new URL("../../pkg/src/forms/types.ts", import.meta.url), "utf8");
  const membersOf = (name) => types.match(new RegExp(`export interface ${name}<[^]*?\\n}\\n`))[0].match(/(?<=^  readonly )\w+/gm);
  const handedOn = types.match(/export interface PerCall {[^]*?\n}\n/)[0].match(/(?<=^  readonly )\w+/gm);
  assert.deepEqual(columns("option"), [...membersOf("FormOptions"), ...handedOn]);
  assert.deepEqual(columns("what `bindForm` gives"), membersOf("BoundForm"));
});
