/** What the tests ask of a form on the page. */
import assert from "node:assert/strict";

/** The form of a tab, once it is chosen. */
export async function openForm(page, title) {
  await page.getByRole("tab", { name: title }).click();
  return page.getByRole("tabpanel", { name: title });
}

/** Sends the form. */
export const submit = (form) => sendButton(form).click();

/** Presses once more, later than the second half of a double click. */
export async function submitAgain(form) {
  await form.page().waitForTimeout(600);
  await submit(form);
}

/** The button that sends the form, or says why it does not. */
export const sendButton = (form) => form.getByRole("button", { name: /^Send|send anyway$/ });

/** The body on display. */
export async function payloadOf(form) {
  return JSON.parse(await form.getByRole("group", { name: "Request body" }).innerText());
}

/** The messages that an input's `aria-describedby` leads to; the help is left out. */
export function messagesOf(input) {
  return input.evaluate((element) =>
    (element.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id))
      .filter((line) => line?.classList.contains("error") && line.checkVisibility())
      .map((line) => line.querySelector(".error-text").textContent),
  );
}

/** What is advised on an input, to everyone: through `aria-describedby`. */
export const adviceOn = (input) =>
  input.evaluate((element) =>
    (element.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id))
      .filter((list) => list?.classList.contains("advice") && list.checkVisibility())
      .flatMap((list) => [...list.querySelectorAll(".advice-text")].map((line) => line.textContent)),
  );

/** The input is in error, says so to everyone, and this is why. */
export async function assertInvalid(input, message) {
  assert.equal(await input.getAttribute("aria-invalid"), "true");
  assert.deepEqual(await messagesOf(input), [message]);
}

/** Nothing is said about the input. */
export async function assertQuiet(input) {
  assert.equal(await input.getAttribute("aria-invalid"), null);
  assert.deepEqual(await messagesOf(input), []);
}

/** The summary is shown, has the focus and lists these messages. */
export async function assertSummary(form, messages) {
  const summary = form.getByRole("alert");
  await summary.waitFor();
  assert.ok(await summary.isVisible());
  assert.ok(await summary.evaluate((element) => element === document.activeElement), "the summary takes the focus");
  assert.deepEqual(await summary.getByRole("listitem").allInnerTexts(), messages);
}

/** A link of the summary brings the focus to this input. */
export async function assertLeadsTo(form, message, input) {
  await form.getByRole("alert").getByRole("link", { name: message }).click();
  assert.ok(await input.evaluate((element) => element === document.activeElement), `"${message}" leads to its field`);
}

/** Whatever the page says about the answer of the server, it says it now. */
export const answered = (form) => form.locator(".summary:visible, .success:visible").waitFor();

/** The server accepted the request, and the page says so. */
export async function assertSuccess(form) {
  const panel = form.getByRole("status").filter({ hasText: "The server accepted the request" });
  await panel.waitFor();
  assert.ok(await panel.isVisible());
  assert.ok(await panel.evaluate((element) => element === document.activeElement), "the panel takes the focus");
  assert.ok(await form.getByRole("alert").isHidden());
  assert.equal(await form.locator("[aria-invalid]").count(), 0);
}

/** Pastes a text into an input as a person would. */
export async function paste(input, text) {
  await input.focus();
  await input.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

/** Answers what is sent to a path with 400 and this body. */
export const refuse = (page, path, json) => page.route(`**${path}`, (route) => route.fulfill({ status: 400, json }));
