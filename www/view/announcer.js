import { h } from "./dom.js";
import { onLanguage } from "./language.js";

/** What was announced is gone after these milliseconds: it was news, and whoever reads the page later would take it for true. */
const LASTS = 3000;

/** Speaks to screen readers, and leaves nothing behind. */
export function drawAnnouncer() {
  const element = h("p", { class: "unseen", "aria-live": "polite" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const forget = () => {
    clearTimeout(timer);
    element.textContent = "";
  };
  onLanguage(forget);
  return {
    element,
    /** @param {string} message */
    announce(message) {
      forget();
      element.textContent = message;
      timer = setTimeout(forget, LASTS);
    },
    /** What was announced may no longer be so. */
    forget,
  };
}
