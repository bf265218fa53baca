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

test("a form that is let go can be sent, whatever is disabled or read-only just then", () =>
  onForm(forms.oauth, bound.oauth, async (form) => {
    await fill(form, { ...GOOD, Name: "", Homepage: "acme" });
    await submit(form);
    const [name, homepage] = [form.getByLabel("Name"), form.getByLabel("Homepage")];
    await name.evaluate((element) => void (element.readOnly = true));
    await homepage.evaluate((element) => void (element.disabled = true));
    await form.evaluate(() => globalThis.bound.unbind());
    await form.evaluate((element) => [...element.elements].forEach((one) => void (one.disabled = one.readOnly = false)));
    assert.deepEqual([await validity(name), await validity(homepage)], ["", ""]);
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

test("a label's words are its own: no message, no option, nothing hidden; ticks have their group's", () => {
  const html = `<form>
    <label data-prevet-field>Team <input name="team" required list="teams"><datalist id="teams"><option>A</option></datalist><span hidden>x</span></label>
    <label for="plan"></label><input id="plan" name="plan" aria-label="Plan" required>
    <fieldset><legend>Size *</legend><label><input type="radio" name="size" value="s" required> Small</label> <label><input type="radio" name="size" value="l"> Large</label></fieldset>
    <div role="radiogroup" aria-label="Colour"><label><input type="radio" name="colour" value="r" required> Red</label> <label><input type="radio" name="colour" value="g"> Green</label></div>
    <fieldset><legend>Consents</legend><label><input type="checkbox" required> Terms</label> <label><input type="checkbox" required> Privacy</label></fieldset>
    <input name="name" value="Acme"><input name="homepage" value="https://acme.io"><input name="redirectUris" value="https://acme.io/cb"><button>Send</button></form>`;
  return onForm(html, bound.oauth, async (form) => {
    const lines = ["Team: Please fill out this field.", "Plan: Please fill out this field.", "Size: Please select one of these options.", "Colour: Please select one of these options."];
    lines.push("Terms: Please check this box if you want to proceed.", "Privacy: Please check this box if you want to proceed.");
    await submit(form);
    assert.deepEqual((await summaryOf(form)).lines, lines);
    await form.locator("[name=name]").fill("Acme 2");
    assert.deepEqual((await summaryOf(form)).lines, lines);
  });
});

test("what the page says of a control while it is disabled stays", () =>
  onForm(forms.oauth, bound.oauth, async (form) => {
    await fill(form, { ...GOOD, Name: "" });
    await submit(form);
    const name = form.getByLabel("Name");
    await name.evaluate((element) => {
      element.setCustomValidity("This name is taken.");
      element.disabled = true;
    });
    await submit(form);
    await name.evaluate((element) => {
      element.value = "Acme";
      element.disabled = false;
    });
    await submit(form);
    assert.deepEqual((await summaryOf(form)).lines, ["Name: This name is taken."]);
    assert.deepEqual(await sentBy(form), []);
  }));

/** Controls of the page's own, of which one tells nothing of its validity and one no message. */
const withElements = (form) => {
  class Bare extends HTMLElement {
    static formAssociated = true;
    internals = this.attachInternals();
    get name() {
      return this.getAttribute("name");
    }
    get value() {
      return this.textContent;
    }
    set value(text) {
      this.textContent = text;
      this.internals.setFormValue(text);
    }
    setCustomValidity(text) {
      this.said = text;
    }
  }
  customElements.define("x-bare", Bare);
  customElements.define("x-valid", class extends Bare {
    get validity() {
      return { customError: Boolean(this.said), valid: !this.said };
    }
  });
  const answer = { message: 'Validation error: Taken at "name"' };
  const onSubmit = (payload) => (sent.push(payload), sent.length === 1 ? teableOAuthClient.fromServerError(400, answer) : undefined);
  bindForm(form, teableOAuthClient, { onSubmit });
};

test("custom elements that tell little of their validity are told of, and let go once they are right", () => {
  const html = forms.oauth.replace('<input name="name">', '<x-bare name="name"></x-bare>').replace('<input id="homepage" name="homepage">', '<x-valid name="homepage"></x-valid>');
  return onForm(html, withElements, async (form) => {
    await submit(form);
    const lines = ["Name: enter a value.", "Homepage: enter a value.", "Redirect URIs: add at least 1."];
    assert.deepEqual((await summaryOf(form)).lines, lines);
    const said = () => form.evaluate((element) => [...element.querySelectorAll("x-bare, x-valid")].map((one) => one.said));
    assert.deepEqual(await said(), lines.slice(0, 2));
    await form.evaluate((element) => {
      element.querySelector("x-bare").value = "Acme";
      element.querySelector("x-valid").value = "https://acme.io";
    });
    await fill(form, { "Redirect URI 1": "https://acme.io/callback" });
    await submit(form);
    assert.equal((await sentBy(form)).length, 1);
    assert.deepEqual(await said(), ["Name: Taken", ""]);
    assert.deepEqual(await form.locator("x-bare ~ .prevet-messages, :has(> x-bare) ~ .prevet-messages").allInnerTexts(), ["Name: Taken"]);
    await submit(form);
    assert.equal((await sentBy(form)).length, 2);
  });
});
