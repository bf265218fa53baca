/** The summary on top of a form: all that is to be seen to, each leading to its control. */
import type { Control } from "./controls.js";
import { idOf, make, setAttributes } from "./dom.js";
import type { Remark } from "./remarks.js";

/** What a summary is about. */
export interface Subject {
  readonly severity: Remark["severity"];
  readonly title: (count: number) => string;
  /** What else there is to do. */
  readonly button?: HTMLButtonElement;
}

/** A summary, hidden until it is opened. */
export interface Summary {
  /** Shows the remarks of a subject's severity and takes the focus. */
  readonly open: (subject: Subject, remarks: readonly Remark[]) => void;
  /** What stands below the list from now on, whatever the subject is. It keeps the summary open. */
  readonly setNote: (note: HTMLElement | undefined) => void;
  /** Follows the remarks while it is open; it closes with the last one. */
  readonly update: (remarks: readonly Remark[]) => void;
  readonly close: () => void;
  /** Leaves the page as it was found. */
  readonly remove: () => void;
}

/**
 * Makes the summary of a form.
 * @param given the page's element for it
 * @param target what takes the focus for a control
 */
export function makeSummary(
  form: HTMLFormElement,
  given: HTMLElement | undefined,
  target: (control: Control) => HTMLElement,
): Summary {
  const element = given ?? make("div", "prevet-summary");
  const undo = [setAttributes(element, { role: "alert", "aria-live": "off", tabindex: "-1", hidden: "" })];
  if (!given) form.prepend(element);
  let subject: Subject | undefined;
  let written = "";
  let note: HTMLElement | undefined;

  const line = ({ control, text }: Remark) => {
    if (!control) return make("li", "", text);
    const link = make("a", "", text);
    link.href = `#${idOf(target(control), undo)}`;
    link.addEventListener("click", (event) => {
      // The address of the page is not the form's to change.
      event.preventDefault();
      const goal = target(control);
      for (let closed = outer(goal); closed; closed = outer(closed)) closed.open = true;
      goal.focus();
    });
    return make("li", "", link);
  };

  const close = () => {
    subject = undefined;
    written = "";
    element.hidden = true;
    element.replaceChildren();
  };

  const write = (remarks: readonly Remark[], live: "assertive" | "off") => {
    if (!subject) return;
    const { severity, title, button } = subject;
    const listed = remarks.filter((remark) => remark.severity === severity);
    if (listed.length === 0 && !note) return close();
    // An alert that is written again is read out again.
    const text = listed.map(({ control, text }) => `${control && idOf(target(control), undo)} ${text}`).join("\n");
    if (text === written && !element.hidden) return;
    written = text;
    const heading = make("h2", "", title(listed.length));
    const list = make("ul", "", ...listed.map(line));
    const parts = [heading, listed.length > 0 && list, button, note];
    element.replaceChildren(...parts.filter((part) => part instanceof Node));
    element.hidden = false;
    element.setAttribute("aria-live", live);
  };

  return {
    open(about, remarks) {
      close();
      subject = about;
      write(remarks, "assertive");
      element.focus();
    },
    setNote(next) {
      note = next;
    },
    // What is left of it while a person types need not be read out each time.
    update: (remarks) => write(remarks, "off"),
    close,
    remove() {
      close();
      for (const restore of undo) restore();
      if (!given) element.remove();
    },
  };
}

/** What is closed around an element: nothing in it can have the focus. */
function outer(element: Element): HTMLDetailsElement | null {
  return element.closest("details:not([open])");
}
