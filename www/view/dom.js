import { say } from "./language.js";

/**
 * @typedef {import("./language.js").Text} Text
 * @typedef {string | number | boolean | Text | undefined} AttributeValue
 */

/** What was said in a text node, in each language. @type {WeakMap<Node, Text>} */
const said = new WeakMap();

/** The same for attributes, by their names. @type {WeakMap<Element, Map<string, Text>>} */
const labelled = new WeakMap();

/**
 * Makes an element. Text goes in as text nodes, so nothing that a person typed is ever read as markup. A text in each
 * language is shown in the page's, and follows it.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, AttributeValue>} [attributes] `true` is a bare attribute; `false` and `undefined` leave it out.
 * @param {...(Node | string | Text)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...children.map(nodeOf));
  return element;
}

/**
 * Sets an attribute, or removes it for `false` and `undefined`.
 *
 * @param {Element} element
 * @param {string} name
 * @param {AttributeValue} value
 */
export function setAttribute(element, name, value) {
  if (isText(value)) labelled.set(element, (labelled.get(element) ?? new Map()).set(name, value));
  else labelled.get(element)?.delete(name);
  if (value === false || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value === true ? "" : isText(value) ? say(value) : String(value));
}

/**
 * Replaces what is in an element by a text.
 *
 * @param {Element} element
 * @param {string | Text} text
 */
export function write(element, text) {
  element.replaceChildren(nodeOf(text));
}

/** Says again, in the language that the page has now, all that was said on it. */
export function retell() {
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = /** @type {Node | null} */ (walker.currentNode); node; node = walker.nextNode()) {
    const text = said.get(node);
    if (text) node.nodeValue = say(text);
    for (const [name, label] of labelled.get(/** @type {Element} */ (node)) ?? []) /** @type {Element} */ (node).setAttribute(name, say(label));
  }
}

/** @param {Node | string | Text} child */
function nodeOf(child) {
  if (!isText(child)) return child;
  const node = document.createTextNode(say(child));
  said.set(node, child);
  return node;
}

/** @param {unknown} value @returns {value is Text} */
const isText = (value) => typeof value === "object" && value !== null && "en" in value && "zh" in value;

/**
 * A button that does not submit.
 *
 * @param {string | Text} label
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

/**
 * Replaces what is in an input as if it were typed, so that it can be undone; the form around it hears of it.
 *
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @param {string} text
 */
export function retype(input, text) {
  input.focus();
  input.select();
  // Deprecated, and still the only way into the browser's history of changes.
  if (document.execCommand("insertText", false, text) && input.value === text) return;
  input.value = text;
  announceChange(input);
}
