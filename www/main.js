import { drawForm } from "./forms/form.js";
import { catalogue } from "./forms/catalogue.js";
import { drawSample } from "./view/sample.js";
import { drawTabs } from "./view/tabs.js";

const forms = catalogue.map((entry) => ({ id: entry.id, title: entry.title, form: drawForm(entry) }));

const place = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

drawSample(place("sample"));
drawTabs(
  place("tabs"),
  place("panels"),
  forms.map(({ id, title, form }) => ({ id, title, panel: form.element })),
);

// What was typed must not be lost by leaving the page; the browser words the question itself.
window.addEventListener("beforeunload", (event) => {
  if (forms.some(({ form }) => form.isDirty())) event.preventDefault();
});
