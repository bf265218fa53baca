const ENDS = ["pointerup", "pointercancel"];

let down = false;
window.addEventListener("pointerdown", () => { down = true; }, true);
for (const end of ENDS) window.addEventListener(end, () => { down = false; }, true);

/**
 * Runs a task at once, or after the click that is under way. A message that appears between press and release would push
 * the button away from under the pointer, and the click would miss it.
 *
 * @param {() => void} task
 */
export function afterPointer(task) {
  if (!down) return task();
  // The click comes right after the pointer is up, before the next task of the event loop. What becomes a drag or a scroll is
  // cancelled instead.
  const soon = () => {
    for (const end of ENDS) window.removeEventListener(end, soon);
    setTimeout(task);
  };
  for (const end of ENDS) window.addEventListener(end, soon);
}
