/** `bindForm`: what a form does at which event. */
import type { Control } from "./controls.js";
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
 * @param form the form, as `querySelector("form")` finds it; it may change at any time
 * @param schema the request, such as `teableOAuthClient`
 * @param options what sends the payload, and how the form speaks
 * @throws TypeError where there is no form, or nothing to send with
 */
export function bindForm<T, A extends FormAdvice>(
  form: HTMLFormElement | null,
  schema: FormSchema<T, A>,
  options: FormOptions<T, A>,
): BoundForm<T, A> {
  if (!isForm(form)) throw new TypeError("bindForm takes a <form> first.");
  if (typeof options?.onSubmit !== "function") throw new TypeError("bindForm's options need an onSubmit function.");
  const { locale, messages, off, extraScopes } = options;
  const perCall = { locale, messages, off, extraScopes };
  const words = wordsIn(options.locale);
  const display = makeDisplay(form, schema, options.summary, words, perCall);
  const { check, submit, showServerError, release, end, free } = makeSubmission(form, schema, options, display, words, perCall);
  const clear = () => {
    release();
    display.clear();
  };
  const ending = new AbortController();
  const { signal } = ending;
  const page = form.ownerDocument;
  const afterClick = afterClicks(page, signal);
  listen(form, signal, {
    input: ({ target }) => display.change(target),
    change: ({ target }) => display.change(target),
    // A window that loses the focus has not left the field: people fetch what they paste.
    focusout({ target, relatedTarget }) {
      if (relatedTarget || page.hasFocus()) afterClick(() => display.leave(target, relatedTarget));
    },
  });
  const onSubmit = (event: SubmitEvent) => {
    if (isClosing(event)) return;
    event.preventDefault();
    submit(event.submitter);
  };
  form.addEventListener("submit", onSubmit, { signal });
  // The values come back after the event.
  form.addEventListener("reset", () => void setTimeout(clear), { signal });
  // The words are there already; `reportValidity()` shows only what is not.
  const onInvalid = (event: Event) => display.hasMessage(event.target) && event.preventDefault();
  form.addEventListener("invalid", onInvalid, { signal, capture: true });
  // Back from where `onSubmit` led to, a page may be as it was left: sending.
  page.defaultView?.addEventListener("pageshow", ({ persisted }) => persisted && free(), { signal });

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

/** Not by one of its properties, which a control of that name would hide. */
function isForm(form: HTMLFormElement | null): form is HTMLFormElement {
  return Object.prototype.toString.call(form) === "[object HTMLFormElement]";
}

type Listeners = { readonly [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => unknown };

/** Listens to what happens in a form, and at its controls outside of it (`<input form="app">`). */
function listen(form: HTMLFormElement, signal: AbortSignal, listeners: Listeners): void {
  for (const [name, listener] of Object.entries(listeners)) {
    const act = listener as (event: Event) => unknown;
    form.addEventListener(name, act, { signal });
    const actOutside = (event: Event) => {
      const target = event.target as Control;
      if (target.form === form && !form.contains(target)) act(event);
    };
    form.ownerDocument.addEventListener(name, actOutside, { signal });
  }
}

/** Whether a button only closes the dialog that the form is in: `<button formmethod="dialog" formnovalidate>`. */
function isClosing({ submitter, target }: SubmitEvent): boolean {
  const method = submitter?.getAttribute("formmethod") ?? (target as HTMLFormElement).getAttribute("method");
  return method?.toLowerCase() === "dialog" && (submitter?.hasAttribute("formnovalidate") ?? false);
}
