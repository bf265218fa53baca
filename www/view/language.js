/** @typedef {"en" | "zh"} Language */

/**
 * A text of the package in the page's language.
 *
 * @param {Record<Language, string>} text
 * @returns {string}
 */
export function say(text) {
  return document.documentElement.lang.startsWith("zh") ? text.zh : text.en;
}
