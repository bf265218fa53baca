import { write } from "../view/dom.js";
import { say } from "../view/language.js";
import { texts } from "../view/texts.js";
import { countdown } from "./countdown.js";
import { send } from "./sending.js";

/**
 * Sends what a form holds: one request at a time, and none before the server wants one again.
 *
 * @param {import("./catalogue.js").Entry} entry
 * @param {HTMLButtonElement} button
 * @param {() => number | undefined} wanted the refusal that the sandbox is asked for
 * @param {(message: string) => void} announce
 */
export function submission(entry, button, wanted, announce) {
  let underWay = false;
  let warnings = 0;

  const draw = (/** @type {number} */ left) => {
    const ready = warnings > 0 ? texts.sendAnyway(warnings) : texts.send;
    write(button, underWay ? texts.sending : left > 0 ? texts.waiting(left) : ready);
    button.classList.toggle("caution", !underWay && left === 0 && warnings > 0);
    // Not `disabled`, which would drop the focus.
    button.setAttribute("aria-disabled", String(underWay || left > 0));
  };
  const wait = countdown((left) => {
    draw(left);
    if (left === 0) announce(say(texts.again));
  });
  draw(0);

  return {
    isOpen: () => !underWay && wait.left() === 0,

    /** Asks once, in the button's own words, whether to send all the same. @param {number} count of warnings; 0 for no question */
    caution(count) {
      warnings = count;
      draw(wait.left());
    },

    /** @param {any} payload @returns {Promise<import("./sending.js").Reply>} */
    async send(payload) {
      underWay = true;
      warnings = 0;
      draw(0);
      announce(say(texts.sending));
      const reply = await send(entry, payload, wanted());
      underWay = false;
      const retryAfter = "refused" in reply ? reply.refused().retryAfter : undefined;
      if (retryAfter) wait.start(retryAfter);
      else draw(0);
      return reply;
    },
  };
}
