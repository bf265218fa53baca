/** `bindForm`: what a form does at which event, and how it sends. */
import type { BuildSuccess } from "../build/build.js";
import type { ServerError } from "../server-error/server-error.js";
import { makeDisplay } from "./display.js";
import { make } from "./dom.js";
import { afterClicks } from "./pointer.js";
import { isError } from "./remarks.js";
import { makeSending } from "./sending.js";
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
  const sending = makeSending(form);
  let sent = display.findings();
  let submitter: HTMLElement | null = null;

  const check = () => {
    display.tell({ severity: "error", title: words.problems });
    return display.findings().result;
  };

  const showServerError = ({ issues }: ServerError) => display.refuse(issues, sent);

  const send = async (result: BuildSuccess<T, A>) => {
    let answer: ServerError | undefined | void;
    try {
      answer = await options.onSubmit(result.payload, result);
    } catch (error) {
      showServerError(schema.fromServerError(0, undefined, undefined, perCall));
      throw error;
    }
    if (answer) showServerError(answer);
  };

  /** Whether a payload may be sent with its warnings. */
  const isWanted = (result: BuildSuccess<T, A>): boolean | PromiseLike<boolean> => {
    const [first, ...others] = result.advice.filter(({ severity }) => severity === "warning");
    if (!first) return true;
    if (options.onWarnings) return options.onWarnings([first, ...others], result);
    const button = make("button", "prevet-send-anyway", words.sendAnyway);
    button.type = "button";
    button.addEventListener("click", () => {
      // The button goes, so the focus needs another place.
      submitter?.focus();
      void submit(() => true);
    });
    display.tell({ severity: "warning", title: words.warnings, button });
    return false;
  };

  const submit = async (mayGo: typeof isWanted) => {
    if (sending.isBusy()) return;
    const result = check();
    sent = display.findings();
    if (!result.success || sent.remarks.some(isError)) return;
    await sending.run(async () => {
      if (await mayGo(result)) await send(result);
    });
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
      submitter = event.submitter;
      void submit(isWanted);
    },
    // The values come back after the event.
    reset: () => void setTimeout(display.clear),
    // The words are there already; `reportValidity()` shows only what is not.
    invalid: (event) => display.hasMessage(event.target) && event.preventDefault(),
  });
  const afterClick = afterClicks(form.ownerDocument, ending.signal);

  const { noValidate } = form;
  form.noValidate = true;
  return Object.freeze({
    check,
    refresh: display.refresh,
    showServerError,
    clear: display.clear,
    unbind() {
      if (ending.signal.aborted) return;
      ending.abort();
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
