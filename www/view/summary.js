import { h, setAttribute, write } from "./dom.js";

/** @typedef {import("../forms/draft.js").Problem} Problem */

/**
 * A list of what is said about the form: each line leads to its field, in the field's own words.
 *
 * @param {(spot: string) => HTMLElement | undefined} anchor what to focus for a spot
 * @param {{ class: string, role: string }} [look] unless it is the list of what is wrong, on top of the form
 */
export function drawSummary(anchor, look = { class: "summary", role: "alert" }) {
  const list = h("ul");
  const heading = h("h3");
  const element = h("div", { ...look, tabindex: "-1", hidden: true }, heading, list);
  let drawn = "";

  /** @param {Problem[]} problems what is left; a summary that is hidden stays so */
  const update = (problems) => {
    if (problems.length === 0) element.hidden = true;
    // Redrawing what has not changed would make screen readers say it again.
    const now = JSON.stringify(problems);
    if (element.hidden || now === drawn) return;
    drawn = now;
    list.replaceChildren(...problems.map(({ spot, message }) => h("li", {}, line(() => anchor(spot), message))));
  };

  return {
    element,
    update,
    /** @param {Problem[]} problems @param {import("./language.js").Text} title */
    show(problems, title) {
      write(heading, title);
      setAttribute(element, "aria-label", title);
      drawn = "";
      element.hidden = false;
      update(problems);
    },
    focus: () => element.focus(),
    hide() {
      element.hidden = true;
    },
  };
}

/**
 * @param {() => HTMLElement | undefined} anchor asked again at the click: the rows of a list come and go
 * @param {string} message
 */
function line(anchor, message) {
  const target = anchor();
  if (!target) return h("span", {}, message);
  const link = h("a", { href: `#${target.id}` }, message);
  link.addEventListener("click", (event) => {
    // Following the link would scroll without focus, and leave the form's tab out of the address.
    event.preventDefault();
    anchor()?.focus();
  });
  return link;
}
