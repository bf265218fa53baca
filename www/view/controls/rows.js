import { announceChange, button, h, write } from "../dom.js";
import { both, say } from "../language.js";
import { texts } from "../texts.js";
import { described, remarkLines, silent } from "./remarks.js";
import { rowList } from "./row-list.js";
import { helpOf, labelContent, textAttributes } from "./shell.js";
import { rowSpot } from "./spot.js";

/**
 * A list of texts, one row each. Several lines pasted into a row become several rows.
 *
 * @param {import("./control.js").FieldInfo} field
 * @param {import("./control.js").Setting} setting
 * @returns {import("./control.js").Control}
 */
export function rows(field, { id, marksFirst = false, announce }) {
  const label = field.item?.label ?? field.label;
  const help = helpOf(field, id);
  const lines = remarkLines(id);
  const mark = h("span", { class: "badge" }, texts.firstRow);
  const holder = h("ol", { class: "rows" });

  const renumber = () => {
    list.all().forEach((row, index) => /** @type {TextRow} */ (row).number(index + 1));
    moveMark();
  };
  // What servers fall back on is the first row that is sent, and blank rows are not sent.
  const moveMark = () => {
    if (!marksFirst) return;
    const first = list.all().find((row) => row.first.value.trim() !== "") ?? list.all()[0];
    first?.element.querySelector("label")?.append(mark);
  };

  const list = rowList(holder, (rowId, remove) => {
    const row = textRow(field, `${id}-${rowId}`, rowId, label, help.map((part) => part.id), remove);
    row.first.addEventListener("paste", (event) => {
      const lines = linesOf(event.clipboardData?.getData("text/plain") ?? "");
      if (lines.length < 2) return;
      event.preventDefault();
      spread(row, lines);
    });
    return row;
  }, renumber);

  /** @param {TextRow} row @param {string[]} lines */
  const spread = (row, [first, ...others]) => {
    const { selectionStart, selectionEnd } = row.first;
    row.first.setRangeText(first, selectionStart ?? 0, selectionEnd ?? 0, "end");
    const last = others.reduce((after, text) => list.insert({ id: 0, text }, after), /** @type {import("./row-list.js").DrawnRow} */ (row));
    last.first.focus();
    announceChange(holder);
    announce(say(texts.rowsAdded(others.length)));
  };

  const element = h(
    "fieldset",
    { class: "field", "data-spot": field.pointer },
    h("legend", { class: "label" }, ...labelContent(field)),
    ...help.map((part) => part.element),
    holder,
    ...lines.elements,
    list.addButton(texts.add(label)),
  );
  element.addEventListener("input", moveMark);

  return {
    element,
    read: list.read,
    write: list.write,
    show(remarks) {
      const own = lines.show(remarks.get(field.pointer));
      // A message about the whole list is told at its first input: a fieldset cannot be in error by itself.
      list.all().forEach((row, index) => {
        const text = /** @type {TextRow} */ (row);
        text.show(remarks.get(rowSpot(field.pointer, row.id)), index === 0 ? own : silent);
      });
    },
    anchor: (spot) => (list.all().find((row) => rowSpot(field.pointer, row.id) === spot) ?? list.all()[0]).first,
  };
}

/**
 * @typedef {import("./row-list.js").DrawnRow & {
 *   number: (position: number) => void,
 *   show: (remark: import("./remarks.js").Remark | undefined, others: import("./remarks.js").Shown) => void,
 * }} TextRow
 */

/**
 * @param {import("./control.js").FieldInfo} field
 * @param {string} inputId
 * @param {number} rowId
 * @param {import("../language.js").Text} label what a row is called
 * @param {string[]} helpIds
 * @param {() => void} remove
 * @returns {TextRow}
 */
function textRow(field, inputId, rowId, label, helpIds, remove) {
  const { format } = field.item?.constraints ?? {};
  const input = h("input", { ...textAttributes(field, format), id: inputId, placeholder: field.example });
  const lines = remarkLines(inputId, input);
  const describe = described(input, helpIds);
  const name = h("label", { for: inputId, class: "row-label" });
  const which = h("span", { class: "unseen" });
  const removal = button(texts.remove, "quiet", remove);
  removal.append(which);
  return {
    id: rowId,
    first: input,
    element: h(
      "li",
      { class: "row text-row", "data-spot": rowSpot(field.pointer, rowId) },
      name,
      input,
      removal,
      ...lines.elements,
    ),
    read: () => ({ id: rowId, text: input.value }),
    write(row) {
      input.value = row?.text ?? "";
    },
    number(position) {
      write(name, both((say) => `${say(label)} ${position} `));
      write(which, both((say) => ` ${say(label)} ${position}`));
    },
    show: (remark, others) => describe(others, lines.show(remark)),
  };
}

/**
 * The lines of a pasted text that say something.
 *
 * @param {string} text
 */
function linesOf(text) {
  return text.split(/\r\n|\r|\n/).map((line) => line.trim()).filter((line) => line !== "");
}
