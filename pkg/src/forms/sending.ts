/** One request at a time, and the look of a form while one is under way. */
import { setAttributes } from "./dom.js";

/** Runs a task at a time. */
export interface Sending {
  /** Whether a task is under way. */
  readonly isBusy: () => boolean;
  /** Runs a task; the form is `aria-busy` until it ends, and its submit buttons are `aria-disabled`. */
  readonly run: (task: () => Promise<void>) => Promise<void>;
}

/** Makes the sending of a form. */
export function makeSending(form: HTMLFormElement): Sending {
  let busy = false;
  return {
    isBusy: () => busy,
    async run(task) {
      busy = true;
      const buttons = Array.from(form.elements).filter((element) => (element as HTMLButtonElement).type === "submit");
      // Not `disabled`, which would drop the focus.
      const undo = buttons.map((button) => setAttributes(button, { "aria-disabled": "true" }));
      undo.push(setAttributes(form, { "aria-busy": "true" }));
      try {
        await task();
      } finally {
        busy = false;
        for (const restore of undo) restore();
      }
    },
  };
}
