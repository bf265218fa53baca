import { button, h, write } from "../view/dom.js";
import { texts } from "../view/texts.js";

/** @typedef {import("../view/controls/control.js").Value} Value */

/**
 * Clearing a form, with a way back until something is typed again: input is not lost by one wrong click.
 *
 * @param {{ contents: () => Value[], fill: (values?: Value[]) => void, elements: HTMLElement[] }} fields
 * @param {() => void} refilled called when the fields hold something else
 */
export function clearing(fields, refilled) {
  /** @type {Value[] | undefined} */
  let before;
  const line = h("span");
  const undo = button(texts.undo, "quiet", () => {
    fields.fill(before);
    forget();
    refilled();
    write(line, texts.restored);
    fields.elements[0].querySelector("input")?.focus();
  });
  undo.hidden = true;

  const forget = () => {
    before = undefined;
    undo.hidden = true;
    write(line, "");
  };

  return {
    element: h("p", { class: "cleared", role: "status" }, line, " ", undo),
    clear() {
      before = fields.contents();
      fields.fill();
      refilled();
      write(line, texts.cleared);
      undo.hidden = false;
      undo.focus();
    },
    forget,
  };
}
