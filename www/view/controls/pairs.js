import { button, h, write } from "../dom.js";
import { both } from "../language.js";
import { texts } from "../texts.js";
import { described, remarkLines, silent } from "./remarks.js";
import { rowList } from "./row-list.js";
import { secretInput } from "./secret.js";
import { helpOf, labelContent } from "./shell.js";
import { rowSpot, valueSpot } from "./spot.js";

/**
 * A free-form object of texts, a row for each key. The values are masked.
 *
 * @param {import("./control.js").FieldInfo} field
 * @param {import("./control.js").Setting} setting
 * @returns {import("./control.js").Control}
 */
export function pairs(field, { id }) {
  const help = helpOf(field, id);
  const lines = remarkLines(id);
  const holder = h("ol", { class: "rows" });
  const renumber = () => list.all().forEach((row, index) => /** @type {PairRow} */ (row).number(index + 1));
  const list = rowList(
    holder,
    (rowId, remove) => pairRow(field, `${id}-${rowId}`, rowId, help.map((part) => part.id), remove),
    renumber,
  );
  const element = h(
    "fieldset",
    { class: "field", "data-spot": field.pointer },
    h("legend", { class: "label" }, ...labelContent(field)),
    ...help.map((part) => part.element),
    holder,
    ...lines.elements,
    list.addButton(texts.add(texts.pair)),
  );

  return {
    element,
    read: list.read,
    write: list.write,
    show(remarks) {
      const own = lines.show(remarks.get(field.pointer));
      list.all().forEach((row, index) => {
        const pair = /** @type {PairRow} */ (row);
        pair.show(remarks.get(rowSpot(field.pointer, row.id)), index === 0 ? own : silent);
        pair.showValue(remarks.get(valueSpot(field.pointer, row.id)));
      });
    },
    anchor(spot) {
      const all = /** @type {PairRow[]} */ (list.all());
      const ofValue = all.find((row) => valueSpot(field.pointer, row.id) === spot);
      return ofValue?.second ?? (all.find((row) => rowSpot(field.pointer, row.id) === spot) ?? all[0]).first;
    },
  };
}

/**
 * @typedef {import("./rows.js").TextRow & {
 *   second: HTMLInputElement,
 *   showValue: (remark: import("./remarks.js").Remark | undefined) => void,
 * }} PairRow
 */

/**
 * @param {import("./control.js").FieldInfo} field
 * @param {string} rowElementId
 * @param {number} rowId
 * @param {string[]} helpIds
 * @param {() => void} remove
 * @returns {PairRow}
 */
function pairRow(field, rowElementId, rowId, helpIds, remove) {
  const keyId = `${rowElementId}-key`;
  const valueId = `${rowElementId}-value`;
  const key = h("input", { class: "input exact", id: keyId, type: "text", autocomplete: "off", autocapitalize: "none", spellcheck: "false" });
  const unseen = () => h("span", { class: "unseen" });
  const [keyNumber, valueNumber, toggleNumber, removed] = [unseen(), unseen(), unseen(), unseen()];
  const value = secretInput(texts.theValue, { id: valueId, autocomplete: field.autocomplete });
  value.box.lastElementChild?.append(toggleNumber);
  const [lines, valueLines] = [remarkLines(keyId), remarkLines(valueId)];
  const [describe, describeValue] = [described(key, helpIds), described(value.input, [])];
  const removal = button(texts.remove, "quiet", remove);
  removal.append(removed);
  return {
    id: rowId,
    first: key,
    second: value.input,
    element: h(
      "li",
      { class: "row", "data-spot": rowSpot(field.pointer, rowId) },
      h(
        "div",
        { class: "pair" },
        h("div", { class: "pair-part" }, h("label", { for: keyId, class: "row-label" }, texts.fieldKey, keyNumber), key),
        h("div", { class: "pair-part", "data-spot": valueSpot(field.pointer, rowId) }, h("label", { for: valueId, class: "row-label" }, texts.fieldValue, valueNumber), value.box),
        removal,
      ),
      ...lines.elements,
      ...valueLines.elements,
    ),
    read: () => ({ id: rowId, key: key.value, text: value.input.value }),
    write(row) {
      key.value = row?.key ?? "";
      value.input.value = row?.text ?? "";
      value.conceal();
    },
    number(position) {
      for (const number of [keyNumber, valueNumber, toggleNumber]) number.textContent = ` ${position}`;
      write(removed, both((say) => ` ${say(texts.pair)} ${position}`));
    },
    show: (remark, others) => describe(others, lines.show(remark)),
    showValue: (remark) => describeValue(valueLines.show(remark)),
  };
}
