import { say } from "../view/language.js";
import { drawSummary } from "../view/summary.js";
import { texts } from "../view/texts.js";

/** @typedef {import("./remarks.js").Told} Told */

/** @param {Told} advice */
const isWarning = ({ severity }) => severity === "warning";

/**
 * The question before a request with warnings is sent: asked once about each set of warnings, by the button itself.
 *
 * @param {(spot: string) => HTMLElement | undefined} anchor what to focus for a spot
 * @param {(count: number) => void} label has the button ask about so many warnings
 * @param {(message: string) => void} announce
 */
export function cautioning(anchor, label, announce) {
  const list = drawSummary(anchor, { class: "cautions", role: "group" });
  /** The warnings that were asked about, as text. */
  let asked = "";

  return {
    element: list.element,
    /** @param {Told[]} advice that is shown */
    update: (advice) => list.update(advice.filter(isWarning)),
    /** @param {Told[]} advice @returns {boolean} whether to wait for the answer */
    asks(advice) {
      const warnings = advice.filter(isWarning);
      const now = JSON.stringify(warnings.map(({ rule, spot }) => [rule, spot]));
      if (warnings.length === 0 || now === asked) return false;
      asked = now;
      list.show(warnings, texts.cautions);
      // The question may be asked far from where the request was sent, by a key in the first field.
      list.focus();
      label(warnings.length);
      announce(say(texts.warned(warnings.length)));
      return true;
    },
    takeBack() {
      asked = "";
      list.hide();
      label(0);
    },
  };
}
