/**
 * Makes an element. Text goes in as text nodes, so nothing that a person typed is ever read as markup.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean | undefined>} [attributes] `true` is a bare attribute; `false` and
 *   `undefined` leave it out.
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...children);
  return element;
}

/**
 * Sets an attribute, or removes it for `false` and `undefined`.
 *
 * @param {Element} element
 * @param {string} name
 * @param {string | number | boolean | undefined} value
 */
export function setAttribute(element, name, value) {
  if (value === false || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? "" : String(value));
}

/**
 * A button that does not submit.
 *
 * @param {string} label
 * @param {string} look its class
 * @param {() => void} act
 * @returns {HTMLButtonElement}
 */
export function button(label, look, act) {
  const element = h("button", { type: "button", class: look }, label);
  element.addEventListener("click", act);
  return element;
}

/**
 * Tells the form around `element` that its value was changed by something other than typing.
 *
 * @param {Element} element
 */
export function announceChange(element) {
  element.dispatchEvent(new Event("input", { bubbles: true }));
}
