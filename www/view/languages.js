import { button, setAttribute } from "./dom.js";
import { choose, language, onLanguage } from "./language.js";
import { texts } from "./texts.js";

/**
 * The buttons that change the page's language, each in its own; and the texts of the document that are in attributes.
 *
 * @param {HTMLElement} place
 * @param {readonly import("prevet").Locale[]} locales
 */
export function drawLanguages(place, locales) {
  const buttons = locales.map((locale) => {
    const name = new Intl.DisplayNames(locale, { type: "language" }).of(locale) ?? locale;
    const element = button(name, "language", () => choose(locale));
    setAttribute(element, "lang", locale);
    return { locale, element };
  });
  const mark = () => {
    for (const { locale, element } of buttons) element.setAttribute("aria-pressed", String(locale === language()));
    document.title = texts.title[language()];
  };
  setAttribute(place, "aria-label", texts.languages);
  for (const [id, text] of Object.entries({ pages: texts.pageLinks, example: texts.example })) {
    const element = document.getElementById(id);
    if (element) setAttribute(element, "aria-label", text);
  }
  place.replaceChildren(...buttons.map(({ element }) => element));
  onLanguage(mark);
  mark();
}
