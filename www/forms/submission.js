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

  const draw = (/** @type {number} */ left) => {
    button.textContent = underWay ? texts.sending : left > 0 ? texts.waiting(left) : texts.send;
    // Not `disabled`, which would drop the focus.
    button.setAttribute("aria-disabled", String(underWay || left > 0));
  };
  const wait = countdown((left) => {
    draw(left);
    if (left === 0) announce(texts.again);
  });
  draw(0);

  return {
    isOpen: () => !underWay && wait.left() === 0,

    /** @param {any} payload @returns {Promise<import("./sending.js").Reply>} */
    async send(payload) {
      underWay = true;
      draw(0);
      announce(texts.sending);
      const reply = await send(entry, payload, wanted());
      underWay = false;
      if ("refused" in reply && reply.refused.retryAfter) wait.start(reply.refused.retryAfter);
      else draw(0);
      return reply;
    },
  };
}
