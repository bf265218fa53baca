/** `bindForm`: what a form does at which event. */
import { makeDisplay } from "./display.js";
import { afterClicks } from "./pointer.js";
import { makeSubmission } from "./submit.js";
import type { BoundForm, FormAdvice, FormOptions, FormSchema } from "./types.js";
import { wordsIn } from "./words.js";

/**
 * Binds a form to a request: checks it while a person fills it in, and sends what it means.
 *
 * Its controls are found by their names, in all the notations of `build`. Messages are put beside them (in `<p
 * class="prevet-error">`, `prevet-warning`, `prevet-info`) and in a summary (`prevet-summary`); the browser's own
 * validation agrees with them, but its bubbles stay away.
 * @param form the form; it may change at any time
 * @param schema the request, such as `teableOAuthClient`
 * @param options what sends the payload, and how the form speaks
 */
export function bindForm<T, A extends FormAdvice>(
  form: HTMLFormElement,
  schema: FormSchema<T, A>,
  options: FormOptions<T, A>,
): BoundForm<T, A> {
  const perCall = { locale: options.locale };
  const words = wordsIn(options.locale);
  const display = makeDisplay(form, schema, options.summary, words, perCall);
  const { check, submit, showServerError, release, end } = makeSubmission(form, schema, options, display, words, perCall);
  const clear = () => {
    release();
    display.clear();
  };
  const ending = listen(form, {
    input: ({ target }) => display.change(target),
    change: ({ target }) => display.change(target),
    // A window that loses the focus has not left the field: people fetch what they paste.
    focusout({ target, relatedTarget }) {
      if (document.hasFocus()) afterClick(() => display.leave(target, relatedTarget));
    },
    submit(event) {
      event.preventDefault();
      submit(event.submitter);
    },
    // The values come back after the event.
    reset: () => void setTimeout(clear),
    // The words are there already; `reportValidity()` shows only what is not.
    invalid: (event) => display.hasMessage(event.target) && event.preventDefault(),
  });
  const { signal } = ending;
  const afterClick = afterClicks(form.ownerDocument, signal);

  const { noValidate } = form;
  form.noValidate = true;
  return Object.freeze({
    check,
    refresh: display.refresh,
    showServerError,
    clear,
    unbind() {
      if (signal.aborted) return;
      ending.abort();
      end();
      display.remove();
      form.noValidate = noValidate;
    },
  });
}

type Listeners = { readonly [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => unknown };

/** Listens to what happens at the form and in it; `invalid` does not bubble. Gives what ends it. */
function listen(form: HTMLFormElement, listeners: Listeners): AbortController {
  const ending = new AbortController();
  for (const [name, act] of Object.entries(listeners)) {
    form.addEventListener(name, act as (event: Event) => unknown, { signal: ending.signal, capture: name === "invalid" });
  }
  return ending;
}
