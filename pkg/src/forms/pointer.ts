/** Waiting for the end of a click. */

const ENDS = ["pointerup", "pointercancel"];

/**
 * Makes what runs a task soon, or after the click that is under way: a message that appears between press and release
 * would push the button away from under the pointer, and the click would miss it.
 * @param signal ends it
 */
export function afterClicks(page: Document, signal: AbortSignal): (task: () => void) => void {
  let isDown = false;
  const note = ({ type }: Event) => void (isDown = type === "pointerdown");
  for (const name of ["pointerdown", ...ENDS]) page.addEventListener(name, note, { capture: true, signal });
  return (task) => {
    // Not at once: what takes the focus away may be the removal of a message, in the middle of a painting.
    if (!isDown) return queueMicrotask(task);
    // The click comes right after the pointer is up, before the next task of the event loop. What becomes a drag or a
    // scroll is cancelled instead.
    const end = () => {
      for (const name of ENDS) page.removeEventListener(name, end);
      setTimeout(task);
    };
    for (const name of ENDS) page.addEventListener(name, end, { signal });
  };
}
