import { h } from "./dom.js";

/** @typedef {{ id: string, title: import("./language.js").Text, panel: Node }} Tab */

/**
 * Draws tabs by the ARIA pattern: one tab stop, arrow keys, Home and End, selection follows focus. The selected tab is
 * kept in the address, so that it can be linked to and survives a reload.
 *
 * @param {HTMLElement} list the element with role `tablist`
 * @param {HTMLElement} panels where the panels go
 * @param {Tab[]} tabs
 */
export function drawTabs(list, panels, tabs) {
  const pairs = tabs.map(({ id, title, panel }) => ({
    id,
    tab: h("button", { type: "button", role: "tab", id: `tab-${id}`, "aria-controls": `panel-${id}` }, title),
    panel: h("div", { role: "tabpanel", id: `panel-${id}`, "aria-labelledby": `tab-${id}`, class: "panel" }, panel),
  }));

  /** @param {number} chosen */
  const select = (chosen) => {
    pairs.forEach(({ tab, panel }, index) => {
      tab.setAttribute("aria-selected", String(index === chosen));
      tab.tabIndex = index === chosen ? 0 : -1;
      panel.hidden = index !== chosen;
    });
  };
  /** @param {number} chosen */
  const go = (chosen) => {
    select(chosen);
    pairs[chosen].tab.focus();
    history.replaceState(null, "", `#${pairs[chosen].id}`);
  };

  pairs.forEach(({ tab }, index) => tab.addEventListener("click", () => go(index)));
  list.addEventListener("keydown", (event) => {
    const now = pairs.findIndex(({ tab }) => tab === document.activeElement);
    const next = neighbour(event.key, now, pairs.length);
    if (next === undefined) return;
    event.preventDefault();
    go(next);
  });

  list.replaceChildren(...pairs.map(({ tab }) => tab));
  panels.replaceChildren(...pairs.map(({ panel }) => panel));
  select(Math.max(0, pairs.findIndex(({ id }) => `#${id}` === location.hash)));
}

/**
 * @param {string} key
 * @param {number} now
 * @param {number} count
 * @returns {number | undefined}
 */
function neighbour(key, now, count) {
  switch (key) {
    case "ArrowRight": return (now + 1) % count;
    case "ArrowLeft": return (now - 1 + count) % count;
    case "Home": return 0;
    case "End": return count - 1;
    default: return undefined;
  }
}
