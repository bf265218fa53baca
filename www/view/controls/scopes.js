import { scopeCatalogue, scopeMatrix, scopePresets, scopeState, toggleScopes } from "prevet";
import { announceChange, button, h, write } from "../dom.js";
import { both } from "../language.js";
import { texts } from "../texts.js";
import { described, remarkLines } from "./remarks.js";
import { helpOf, labelContent } from "./shell.js";

/** @typedef {import("prevet").OAuthScope} OAuthScope */
/** @typedef {import("prevet").ScopeInfo} ScopeInfo */
/** @typedef {{ scopes: readonly OAuthScope[], input: HTMLInputElement }} Toggle a box for several scopes */

const EVERY = scopeCatalogue.map(({ scope }) => scope);

/**
 * The scopes as a matrix of boxes, a row for each subject and a column for each action. Rows, columns and the whole have
 * boxes of their own.
 *
 * @param {import("./control.js").FieldInfo} field
 * @param {import("./control.js").Setting} setting
 * @returns {import("./control.js").Control}
 */
export function scopes(field, { id }) {
  const help = helpOf(field, id);
  const lines = remarkLines(id);
  const count = h("p", { class: "count", id: `${id}-count` });
  const detail = h("p", { class: "scope-detail", id: `${id}-detail` }, texts.scopes.hint);
  /** @type {Map<OAuthScope, HTMLInputElement>} */
  const boxes = new Map();
  /** @type {Toggle[]} */
  const toggles = [];

  const read = () => EVERY.filter((scope) => boxes.get(scope)?.checked);
  /** @param {readonly OAuthScope[]} chosen */
  const set = (chosen) => {
    for (const [scope, input] of boxes) input.checked = chosen.includes(scope);
    recount();
  };
  /** @param {readonly OAuthScope[]} chosen */
  const change = (chosen) => {
    set(chosen);
    announceChange(element);
  };
  /** @param {readonly OAuthScope[]} members @param {import("../language.js").Text} label */
  const toggle = (members, label) => {
    const input = h("input", { type: "checkbox", "aria-label": label });
    // Not for the form's own listeners, which hear of the scopes.
    input.addEventListener("input", (event) => event.stopPropagation());
    input.addEventListener("change", () => change(toggleScopes(read(), members)));
    toggles.push({ scopes: members, input });
    return input;
  };
  /** @param {ScopeInfo | null} info */
  const cell = (info) => {
    if (!info) return h("td", {});
    const input = h("input", { type: "checkbox", name: field.name, value: info.scope, "aria-label": info.label, "aria-describedby": detail.id });
    boxes.set(info.scope, input);
    const element = h("td", { class: info.risk }, h("label", {}, input));
    for (const kind of ["pointerenter", "focusin"]) element.addEventListener(kind, () => write(detail, detailOf(info)));
    return element;
  };

  const table = drawMatrix(toggle, cell);
  const presets = scopePresets.map((preset) => ({ preset, element: button(preset.label, "preset", () => change(preset.scopes)) }));
  const recount = () => {
    const chosen = read();
    write(count, texts.selected(chosen.length, EVERY.length));
    for (const { scopes: members, input } of toggles) {
      const state = scopeState(chosen, members);
      input.checked = state === "all";
      input.indeterminate = state === "some";
    }
    for (const { preset, element } of presets) element.setAttribute("aria-pressed", String(chosen.join() === preset.scopes.join()));
  };

  const element = h(
    "fieldset",
    { class: "field", "data-spot": field.pointer },
    h("legend", { class: "label" }, ...labelContent(field)),
    ...help.map((part) => part.element),
    h("div", { class: "presets", role: "group", "aria-label": texts.scopes.presets }, ...presets.map((preset) => preset.element)),
    count,
    drawFrame(table),
    drawLegend(),
    detail,
    ...lines.elements,
  );
  const describe = described(element, help.map((part) => part.id));
  element.addEventListener("input", recount);
  recount();

  return {
    element,
    read,
    write: (value) => set(/** @type {OAuthScope[]} */ (value ?? [])),
    show: (remarks) => describe(lines.show(remarks.get(field.pointer))),
    anchor: () => /** @type {HTMLInputElement} */ (boxes.get(EVERY[0])),
  };
}

/**
 * What the matrix scrolls in where it is wider than the screen. A box that takes the focus by the keyboard comes out whole from under the
 * first column: browsers leave one alone of which they see a part.
 *
 * @param {HTMLElement} table
 */
function drawFrame(table) {
  const frame = h("div", { class: "matrix-frame", tabindex: "0", role: "group", "aria-label": texts.scopes.matrix }, table);
  frame.addEventListener("focusin", ({ target }) => {
    const box = /** @type {Element} */ (target);
    if (box.matches("tr > :not(:first-child) input:focus-visible")) box.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  return frame;
}

/**
 * @param {(members: readonly OAuthScope[], label: import("../language.js").Text) => HTMLInputElement} toggle
 * @param {(info: ScopeInfo | null) => HTMLTableCellElement} cell
 */
function drawMatrix(toggle, cell) {
  const { rows, columns } = scopeMatrix;
  const head = columns.map(({ label, scopes: members }) =>
    h("th", { scope: "col" }, h("label", {}, h("span", { class: "column-name" }, label), toggle(members, texts.scopes.line(label)))),
  );
  const corner = h("td", { class: "corner" }, h("label", {}, toggle(EVERY, texts.scopes.all), " ", h("span", {}, texts.scopes.all)));
  const body = rows.map(({ label, scopes: members, cells }) =>
    h("tr", {}, h("th", { scope: "row" }, h("label", {}, toggle(members, texts.scopes.line(label)), " ", h("span", {}, label))), ...cells.map(cell)),
  );
  return h("table", { class: "matrix" }, h("thead", {}, h("tr", {}, corner, ...head)), h("tbody", {}, ...body));
}

function drawLegend() {
  const risks = /** @type {const} */ (["read", "write", "destructive"]);
  const entries = risks.map((risk) => h("span", { class: "legend-entry" }, h("span", { class: `swatch ${risk}` }), texts.scopes.risk[risk]));
  return h("p", { class: "legend" }, h("span", {}, texts.scopes.legend), ...entries);
}

/** @param {ScopeInfo} info */
function detailOf({ scope, label, description, risk, needs }) {
  return both((say, locale) => {
    const [open, close, gap] = locale === "zh" ? ["（", "）：", ""] : [" (", "): ", " "];
    const needed = needs.length > 0 ? [say(texts.scopes.needs(needs.join(", ")))] : [];
    return say(label) + open + scope + close + [say(description), say(texts.scopes.riskIs(texts.scopes.risk[risk])), ...needed].join(gap);
  });
}
