/** The lines beside the controls, and what assistive technology is told of them. */
import { boxOf, isTextInput, isTick, type Control } from "./controls.js";
import { idOf, make, setAttributes } from "./dom.js";
import { byControl, isError, type Remark } from "./remarks.js";
import type { Words } from "./words.js";

/** The lines of one control. */
interface Lines {
  readonly element: HTMLElement;
  readonly text: string;
  /** Takes back the control's attributes. */
  readonly restore: () => void;
}

/** Shows remarks beside their controls. */
export interface Marker {
  /** Shows these, and no others. */
  readonly show: (remarks: readonly Remark[]) => void;
  /** Whether something is shown beside an element. */
  readonly has: (element: unknown) => boolean;
  /** What takes the focus for a control: a hidden input cannot, its lines can. */
  readonly target: (control: Control) => HTMLElement;
}

/** Makes the one who writes the lines of a form. */
export function makeMarker(words: Words): Marker {
  const shown = new Map<Control, Lines>();

  const hide = (control: Control, { element, restore }: Lines) => {
    element.remove();
    restore();
    shown.delete(control);
  };

  const write = (control: Control, remarks: readonly Remark[]) => {
    const lines = remarks.map((remark) => lineOf(remark, control, words));
    const element = make("div", "prevet-messages", ...lines);
    if (control.type === "hidden") element.tabIndex = -1;
    const box = boxOf(control);
    if (box) box.append(element);
    else behind(control).after(element);

    const described = control.getAttribute("aria-describedby");
    const restore = setAttributes(control, {
      "aria-describedby": described ? `${described} ${idOf(element)}` : idOf(element),
      ...(remarks.some(isError) && { "aria-invalid": "true" }),
    });
    shown.set(control, { element, text: textOf(remarks), restore });
  };

  return {
    show(remarks) {
      const wanted = byControl(remarks);
      for (const [control, lines] of [...shown]) {
        const asked = wanted.get(control);
        // What stands as it should is left alone: a screen reader may be reading it.
        if (asked && lines.element.isConnected && lines.text === textOf(asked)) wanted.delete(control);
        else hide(control, lines);
      }
      for (const [control, asked] of wanted) write(control, asked);
    },
    has: (element) => shown.has(element as Control),
    target: (control) => (control.type === "hidden" ? (shown.get(control)?.element ?? control) : control),
  };
}

/** What lines are put after: inside a label they would be a part of the control's name, and a tick's label comes behind it. */
function behind(control: Control): Element {
  const next = control.nextElementSibling;
  const isItsLabel = isTick(control) && next !== null && (next as HTMLLabelElement).control === control;
  return isItsLabel ? next : (control.closest("label") ?? control);
}

function lineOf({ severity, text, fix }: Remark, control: Control, words: Words): HTMLElement {
  const line = make("p", `prevet-${severity}`, words.before[severity] + text);
  if (fix === undefined || !isTextInput(control)) return line;
  const button = make("button", "prevet-fix", words.fix);
  button.type = "button";
  button.title = fix;
  button.setAttribute("aria-label", words.about(words.fix, fix));
  button.addEventListener("click", () => {
    // The button goes, so the focus needs another place.
    control.focus();
    control.select();
    if (isTyped(control, fix)) return;
    // Not by `value`, which a framework may have replaced by one that tells nobody.
    control.setRangeText(fix, 0, control.value.length);
    for (const name of ["input", "change"]) control.dispatchEvent(new Event(name, { bubbles: true }));
  });
  line.append(" ", button);
  return line;
}

/** Puts a text in as if it were typed, where that can be: it can be undone, and the browser tells the page. */
function isTyped(control: HTMLInputElement, text: string): boolean {
  // The page may have moved the focus, and what is typed goes there.
  const isMeant = (control.getRootNode() as Document | ShadowRoot).activeElement === control;
  const fits = control.maxLength < 0 || text.length <= control.maxLength;
  const page: Partial<Document> = control.ownerDocument;
  return isMeant && fits && page.execCommand?.("insertText", false, text) === true && control.value === text;
}

function textOf(remarks: readonly Remark[]): string {
  return remarks.map(({ severity, text, fix }) => `${severity} ${text} ${fix}`).join("\n");
}
