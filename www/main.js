import { locales } from "prevet";
import { drawForm } from "./forms/form.js";
import { catalogue } from "./forms/catalogue.js";
import { retell } from "./view/dom.js";
import { onLanguage, startLanguage } from "./view/language.js";
import { drawLanguages } from "./view/languages.js";
import { drawSample } from "./view/sample.js";
import { drawTabs } from "./view/tabs.js";

startLanguage();
const forms = catalogue.map((entry) => ({ id: entry.id, title: entry.title, form: drawForm(entry) }));

const place = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));

drawLanguages(place("languages"), locales);
drawSample(place("sample"));
drawTabs(
  place("tabs"),
  place("panels"),
  forms.map(({ id, title, form }) => ({ id, title, panel: form.element })),
);
onLanguage(() => {
  retell();
  drawSample(place("sample"));
});

// What was typed must not be lost by leaving the page; the browser words the question itself.
window.addEventListener("beforeunload", (event) => {
  if (forms.some(({ form }) => form.isDirty())) event.preventDefault();
});
