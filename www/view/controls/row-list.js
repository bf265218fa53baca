import { announceChange, button } from "../dom.js";

/**
 * @typedef {object} DrawnRow
 * @property {number} id never used twice in a list, so that a message stays with its row when rows above it go
 * @property {HTMLElement} element
 * @property {HTMLInputElement} first the input that takes the focus
 * @property {() => import("./control.js").Row} read
 * @property {(row?: import("./control.js").Row) => void} write without a row: blank
 */

/**
 * Rows that can be added and removed. There is always one: the last row is cleared instead of removed.
 *
 * @param {HTMLElement} list where the rows go
 * @param {(id: number, remove: () => void) => DrawnRow} draw
 * @param {() => void} renumber called after rows came or went
 */
export function rowList(list, draw, renumber) {
  /** @type {DrawnRow[]} */
  let rows = [];
  let serial = 0;

  /** @param {import("./control.js").Row} [content] @param {DrawnRow} [after] */
  const insert = (content, after) => {
    const row = draw(serial++, () => remove(row));
    row.write(content);
    const at = after ? rows.indexOf(after) + 1 : rows.length;
    list.insertBefore(row.element, rows[at]?.element ?? null);
    rows.splice(at, 0, row);
    renumber();
    return row;
  };

  /** @param {DrawnRow} row */
  const remove = (row) => {
    if (rows.length === 1) {
      row.write();
      row.first.focus();
    } else {
      const at = rows.indexOf(row);
      rows.splice(at, 1);
      // The focus moves first: removing the focused element would drop it on the page's body.
      rows[Math.min(at, rows.length - 1)].first.focus();
      row.element.remove();
      renumber();
    }
    announceChange(list);
  };

  return {
    all: () => rows,
    insert,
    read: () => rows.map((row) => row.read()),
    /** @param {import("./control.js").Value} [value] */
    write(value) {
      const contents = /** @type {import("./control.js").Row[]} */ (value ?? []);
      rows = [];
      list.replaceChildren();
      if (contents.length === 0) insert();
      for (const content of contents) insert(content);
    },
    /** @param {import("../language.js").Text} label */
    addButton: (label) =>
      button(label, "quiet add", () => {
        insert().first.focus();
        announceChange(list);
      }),
  };
}
