/**
 * Counts seconds down.
 *
 * @param {(left: number) => void} show called at once, each second, and with 0 at the end
 */
export function countdown(show) {
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer;
  let end = 0;
  const left = () => Math.max(0, Math.ceil((end - Date.now()) / 1000));
  const tick = () => {
    if (left() === 0) clearInterval(timer);
    show(left());
  };
  return {
    left,
    /** @param {number} seconds */
    start(seconds) {
      clearInterval(timer);
      end = Date.now() + seconds * 1000;
      timer = setInterval(tick, 250);
      tick();
    },
  };
}
