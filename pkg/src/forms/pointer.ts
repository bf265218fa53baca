/** Waiting for the end of a click. */

/**
 * Makes what runs a task at once, or after the click that is under way: a message that appears between press and release
 * would push the button away from under the pointer, and the click would miss it.
 * @param signal ends it
 */
export function afterClicks(page: Document, signal: AbortSignal): (task: () => void) => void {
  let isDown = false;
  let waiting: (() => void)[] = [];
  const capture = { capture: true, signal };
  page.addEventListener("pointerdown", () => (isDown = true), capture);
  const up = () => {
    isDown = false;
    const tasks = waiting;
    waiting = [];
    // The click comes right after the pointer is up, before the next task of the event loop.
    setTimeout(() => tasks.forEach((task) => task()));
  };
  for (const end of ["pointerup", "pointercancel"]) page.addEventListener(end, up, capture);
  return (task) => void (isDown ? waiting.push(task) : task());
}
