/** `prevet/forms`: what the page itself wants of its controls. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertInvalid, assertQuiet, bound, fill, formTests, forms, sentBy, submit, summaryOf } from "./support/bound.mjs";

const onForm = formTests();
const GOOD = { Name: "Acme", Homepage: "https://acme.io", "Redirect URI 1": "https://acme.io/callback" };
const validity = (control) => control.evaluate(({ validationMessage }) => validationMessage);

/** A page with a rule of its own for a control. */
const ruled = (form, [name, wrong, says]) => {
  const control = form.elements.namedItem(name);
  control.addEventListener("input", () => control.setCustomValidity(control.value === wrong ? says : ""));
};
const confirmed = forms.oauth.replace("<button>", '<label>Confirm: * <input name="confirm"></label><button>');

test("custom validity of the page keeps the form from being sent, and stays the page's", () =>
  onForm(forms.oauth, bound.oauth, async (form) => {
    await form.evaluate(ruled, ["name", "admin", "This name is reserved."]);
    await fill(form, { ...GOOD, Name: "admin" });
    await submit(form);
    assert.deepEqual(await sentBy(form), []);
    const name = form.getByLabel("Name");
    assert.deepEqual(await summaryOf(form), { title: "There is 1 problem", lines: ["Name: This name is reserved."] });
    assert.equal(await validity(name), "This name is reserved.");
    assert.equal(await name.getAttribute("aria-invalid"), "true");
    await name.fill("");
    await assertInvalid(name, "Name: enter a value.");
    await name.fill("admin");
    assert.equal(await validity(name), "This name is reserved.");
    await name.fill("Acme");
    await assertQuiet(name);
    await submit(form);
    assert.equal((await sentBy(form)).length, 1);
  }));

test("also of a control that is no field, with its label before the words; and it outlives the binding", () =>
  onForm(confirmed, bound.oauth, async (form) => {
    await form.evaluate(ruled, ["confirm", "no", "Type yes."]);
    await fill(form, { ...GOOD, "Confirm: *": "no" });
    await submit(form);
    assert.deepEqual((await summaryOf(form)).lines, ["Confirm: Type yes."]);
    assert.deepEqual(await sentBy(form), []);
    await form.evaluate(() => globalThis.bound.unbind());
    assert.equal(await validity(form.getByLabel("Confirm")), "Type yes.");
  }));

test("what was said of a control that is disabled for a while is not taken for the page's", () =>
  onForm(forms.oauth, bound.oauth, async (form) => {
    await fill(form, { ...GOOD, Homepage: "acme" });
    await submit(form);
    const homepage = form.getByLabel("Homepage");
    await homepage.evaluate((element) => void (element.disabled = true));
    await homepage.evaluate((element) => void (element.disabled = false));
    await assertInvalid(homepage, "Homepage: start the URL with https://.");
    await homepage.fill("https://acme.io");
    await assertQuiet(homepage);
    assert.equal(await validity(homepage), "");
  }));

test("two controls that the browser says the same of are told apart", () => {
  const html = forms.oauth.replace("<button>", `
    <label>Team <select name="team" required><option value="">Choose one</option><option>A</option></select></label>
    <input name="ticket" aria-label="Ticket" required> <input name="bare" required><button>`);
  return onForm(html, bound.oauth, async (form) => {
    await fill(form, GOOD);
    await submit(form);
    assert.deepEqual((await summaryOf(form)).lines, ["Team: Please select an item in the list.", "Ticket: Please fill out this field.", "Please fill out this field."]);
  });
});
