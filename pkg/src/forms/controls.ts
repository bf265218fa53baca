/** The controls of a form, and which of them belong together. */

/** An element that takes a value: built in, or a custom element that behaves like one. */
export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Marks the box of a field, or of a row, that has more to it than a control: messages are put at its end. */
export const BOX = "[data-prevet-field]";

/** The controls of a form in tree order, which is also that of its data. Buttons and outputs take nothing. */
export function controlsOf(form: HTMLFormElement): readonly Control[] {
  return Array.from(form.elements).filter(isControl);
}

function isControl(element: Element): element is Control {
  const takesValue = "value" in element && "setCustomValidity" in element;
  return takesValue && !/^(?:button|output|reset|submit)$/.test((element as Control).type);
}

/** The box that messages go into: what the page has marked, or what holds all ticks for a field and nothing else. */
export function boxOf(control: Control): Element | null {
  const marked = control.closest(BOX);
  const group = !marked && isTick(control) && control.closest("fieldset, [role=radiogroup], [role=group]");
  if (!group) return marked;
  const controls = Array.from(group.querySelectorAll("*")).filter(isControl);
  return controls.every(({ name }) => name === "" || fieldOf(name) === fieldOf(control.name)) ? group : null;
}

/** A name without that of a row. */
function fieldOf(name: string): string {
  return name.replace(/\[\d*\]$|\.\d+$/, "");
}

/** Whether a control sends its value only where it is ticked. */
export function isTick(control: Control): control is HTMLInputElement {
  return control.type === "checkbox" || control.type === "radio";
}

/** What is in a label without being its words: what can be chosen in a control, and messages about it. */
const NO_WORDS = "select, textarea, button, output, datalist, script, style, [hidden], .prevet-messages";

/** What a person calls a control that the page has labelled; for ticks of one field, what their group is called. */
export function labelOf(control: Control): string {
  const group = groupOf(control);
  const words = group ? wordsOf(group.querySelector(":scope > legend")) : wordsOf(control.labels?.[0]);
  return (words || ((group ?? control).getAttribute("aria-label") ?? "")).replace(/\s+/g, " ").replace(/^ |[ *:\uff1a]+$/g, "");
}

/** What holds several ticks for one field. */
function groupOf(control: Control): Element | null {
  const box = isTick(control) && control.name !== "" ? boxOf(control) : null;
  const others = Array.from(box?.querySelectorAll("input") ?? []).filter((other) => other !== control && other.name === control.name);
  return others.length > 0 ? box : null;
}

function wordsOf(node: Node | null | undefined): string {
  if (!node || (node as Partial<Element>).matches?.(NO_WORDS)) return "";
  return node.nodeType === Node.TEXT_NODE ? (node as Text).data : Array.from(node.childNodes, wordsOf).join("");
}

/** Whether a person may type into it what is its value as a whole: no password, and not one of several lines. */
export function isTextInput(control: Control): control is HTMLInputElement {
  return control.matches("input:is([type=text], [type=url], [type=search], :not([type])):read-write");
}

/** The values that a control contributes to the form's data. */
export function valuesOf(control: Control): readonly string[] {
  if (control.matches(":disabled") || (isTick(control) && !control.checked)) return [];
  const chosen = "selectedOptions" in control ? Array.from(control.selectedOptions) : [control];
  return chosen.filter((option) => !option.matches(":disabled")).map(({ value }) => value);
}

/** Whether an element is the control, ticks for the same field, or stands in one box with it. */
export function isOf(control: Control, target: Element): boolean {
  if (control === target || target.closest(BOX)?.contains(control)) return true;
  return isTick(control) && control.name !== "" && control.name === (target as Control).name;
}
