/** One request at a time and none before the server wants one, and the look of a form until then. */
import { setAttributes } from "./dom.js";

/** Runs a task at a time. */
export interface Sending {
  /** Whether a task is under way, or the server wants to be left alone. */
  readonly isBusy: () => boolean;
  /** Whether the server wants to be left alone. */
  readonly isHeld: () => boolean;
  /** Runs a task; the form is `aria-busy` until it ends, and its submit buttons are `aria-disabled`. */
  readonly run: (task: () => Promise<void>) => Promise<void>;
  /**
   * Is busy for some seconds; the submit buttons are `aria-disabled` until then.
   * @param tick is told how many seconds are left: at once, each second, and 0 at the end
   */
  readonly hold: (seconds: number, tick: (left: number) => void) => void;
  /** Ends what `hold` began. */
  readonly release: () => void;
  /** The same for good: an answer may still come for a form that is let go. */
  readonly end: () => void;
  /** Waits no longer for a task that is under way. */
  readonly free: () => void;
}

/** Makes the sending of a form. */
export function makeSending(form: HTMLFormElement): Sending {
  let task: object | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  let isGone = false;
  let undo: (() => void)[] = [];

  const isHeld = () => timer !== undefined;
  const isBusy = () => task !== undefined || isHeld();

  const draw = () => {
    if (isGone) return;
    for (const restore of undo) restore();
    undo = [];
    if (!isBusy()) return;
    const buttons = Array.from(form.elements).filter((element) => (element as HTMLButtonElement).type === "submit");
    // Not `disabled`, which would drop the focus.
    undo = buttons.map((button) => setAttributes(button, { "aria-disabled": "true" }));
    if (task) undo.push(setAttributes(form, { "aria-busy": "true" }));
  };

  const free = () => {
    task = undefined;
    draw();
  };

  const release = () => {
    clearInterval(timer);
    timer = undefined;
    draw();
  };

  return {
    isBusy,
    isHeld,
    async run(begun) {
      task = begun;
      draw();
      try {
        await begun();
      } finally {
        if (task === begun) free();
      }
    },
    free,
    hold(seconds, tick) {
      if (isGone) return;
      // By the clock: timers stand still in a page that nobody looks at.
      const end = Date.now() + seconds * 1000;
      const left = () => Math.max(0, Math.ceil((end - Date.now()) / 1000));
      const look = () => {
        if (left() === 0) release();
        tick(left());
      };
      clearInterval(timer);
      timer = setInterval(look, 1000);
      draw();
      look();
    },
    release,
    end() {
      task = undefined;
      release();
      isGone = true;
    },
  };
}
