/** Two presses within these milliseconds are one: a double click, or a key that is held down. */
const DOUBLE_CLICK = 500;

/**
 * Tells a press of its own from the second half of a double click: what the first half asked must not be answered by the
 * second, nor what it sent be sent once more.
 */
export function pressing() {
  let last = -Infinity;
  return {
    /** @returns {boolean} whether this press only repeats the one before */
    isRepeated() {
      const now = performance.now();
      const repeated = now - last < DOUBLE_CLICK;
      last = now;
      return repeated;
    },
    /** Something was typed or chosen since: the next press is about that. */
    forget() {
      last = -Infinity;
    },
  };
}
