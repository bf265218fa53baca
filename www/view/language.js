import { locales } from "prevet";

/**
 * @typedef {import("prevet").Text} Text a text in each language
 * @typedef {import("prevet").Locale} Locale
 */

/** Where the browser keeps what a person chose. */
const KEPT = "prevet.language";

/** @type {Locale} */
let current = locales[0];

/** @type {(() => void)[]} */
const listeners = [];

/** The page's language. */
export const language = () => current;

/**
 * A text in the page's language.
 *
 * @param {Text} text
 */
export const say = (text) => text[current];

/**
 * A text in each language, made of others.
 *
 * @param {(say: (text: Text) => string, locale: Locale) => string} make
 * @returns {Text}
 */
export function both(make) {
  const pairs = locales.map((locale) => [locale, make((text) => text[locale], locale)]);
  return /** @type {Text} */ (Object.fromEntries(pairs));
}

/**
 * Calls back after each change of the language.
 *
 * @param {() => void} listener
 */
export const onLanguage = (listener) => listeners.push(listener);

/**
 * Changes the page's language.
 *
 * @param {Locale} locale
 */
export function choose(locale) {
  use(locale);
  try {
    localStorage.setItem(KEPT, locale);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

/**
 * Starts with what was chosen before, or with the first of the person's languages that the page speaks. Unlike prevet, which
 * takes English for what it does not speak, the page then goes on to the person's next language.
 */
export function startLanguage() {
  const wanted = [kept(), ...navigator.languages].map((tag) => tag.toLowerCase().split(/[-_]/)[0]);
  const spoken = wanted.flatMap((tag) => locales.filter((locale) => locale === tag));
  use(spoken[0] ?? locales[0]);
}

/** @param {Locale} locale */
function use(locale) {
  current = locale;
  document.documentElement.lang = locale;
}

function kept() {
  try {
    return localStorage.getItem(KEPT) ?? "";
  } catch {
    return "";
  }
}
