import { h } from "./dom.js";

/** @typedef {{ id: string, title: import("./language.js").Text, panel: Node }} Tab */

/**
 * Draws tabs by the ARIA pattern: one tab stop, arrow keys, Home and End, selection follows focus. The selected tab is
 * kept in the address, so that it can be linked to, and in the state of the history's entry: it survives a reload also behind
 * the page's other links.
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
    history.replaceState({ tab: pairs[chosen].id }, "");
  };
  /** @param {number} chosen */
  const go = (chosen) => {
    select(chosen);
    pairs[chosen].tab.focus();
    history.replaceState(history.state, "", `#${pairs[chosen].id}`);
  };
  /** The tab that the address or the history names, if either does. */
  const named = () => [location.hash.slice(1), history.state?.tab].map((name) => pairs.findIndex(({ id }) => id === name)).find((index) => index >= 0);

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
  select(named() ?? 0);
  window.addEventListener("hashchange", () => select(named() ?? pairs.findIndex(({ panel }) => !panel.hidden)));
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
