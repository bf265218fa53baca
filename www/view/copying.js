import { button, h, write } from "./dom.js";
import { texts } from "./texts.js";

/** It is said for these milliseconds that something was copied. */
const LASTS = 3000;

/**
 * A button that copies what an element shows, and says so. Where a page may not do that, what is shown gets selected instead.
 *
 * @param {import("./language.js").Text} label
 * @param {HTMLElement} shown
 */
export function copying(label, shown) {
  const said = h("span", { class: "copied", role: "status" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const element = button(label, "quiet", async () => {
    const done = await copied(shown.textContent ?? "");
    if (!done) getSelection()?.selectAllChildren(shown);
    clearTimeout(timer);
    write(said, done ? texts.copied : texts.copyByHand);
    timer = setTimeout(() => write(said, ""), LASTS);
  });
  return { button: element, said };
}

/** @param {string} text */
async function copied(text) {
  try {
    // Absent where the page is neither secure nor of this machine; refused where a person does not want it.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
