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
 * validation agrees with them, but its bubbles stay away. What the page itself wants of its controls (`required`) counts too,
 * but for those of a type that was not chosen.
 *
 * A form that was bound before is let go first. Where the engine cannot run, nothing is sent: the form says so at a submit,
 * and the error goes to the page.
 * @param form the form, as `querySelector("form")` finds it; it may change at any time
 * @param schema the request, such as `teableOAuthClient`
 * @param options what sends the payload, and how the form speaks
 * @throws TypeError where there is no form, no request, nothing to send with, or a summary that is no element
 */
export function bindForm<T, A extends FormAdvice>(
  form: HTMLFormElement | null,
  schema: FormSchema<T, A>,
  options: FormOptions<T, A>,
): BoundForm<T, A> {
  if (!isForm(form)) throw new TypeError("bindForm takes a <form> first.");
  if (typeof schema?.build !== "function") throw new TypeError("bindForm takes the schema of a request second.");
  if (typeof options?.onSubmit !== "function") throw new TypeError("bindForm's options need an onSubmit function.");
  const { locale, messages, off, extraScopes, summary } = options;
  if (summary && summary.nodeType !== Node.ELEMENT_NODE) throw new TypeError("bindForm's summary is an element.");
  bound.get(form)?.();
  const perCall = { locale, messages, off, extraScopes };
  const words = wordsIn(options.locale);
  const display = makeDisplay(form, schema, summary, words, perCall);
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
    // The words are there already; `reportValidity()` shows only what is not.
    invalid: (event) => display.hasMessage(event.target) && event.preventDefault(),
  });
  const onSubmit = (event: SubmitEvent) => {
    if (isClosing(event)) return;
    event.preventDefault();
    submit(event.submitter);
  };
  form.addEventListener("submit", onSubmit, { signal });
  // The values come back after the event.
  const onReset = (event: Event) => void setTimeout(() => event.defaultPrevented || clear());
  form.addEventListener("reset", onReset, { signal });
  onReturn(page, signal, free, display.refresh);

  const { noValidate } = form;
  form.noValidate = true;
  const unbind = () => {
    if (signal.aborted) return;
    ending.abort();
    end();
    display.remove();
    form.noValidate = noValidate;
  };
  bound.set(form, unbind);
  return Object.freeze({
    check,
    refresh: display.refresh,
    showServerError,
    clear,
    unbind,
  });
}

/** What lets go each form that is bound: twice bound, it would send twice. */
const bound = /* @__PURE__ */ new WeakMap<HTMLFormElement, () => void>();

/** Not by one of its properties, which a control of that name would hide. */
function isForm(form: HTMLFormElement | null): form is HTMLFormElement {
  return Object.prototype.toString.call(form) === "[object HTMLFormElement]";
}

type Listeners = { readonly [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => unknown };

/**
 * Listens to what happens in a form, and at its controls outside of it (`<input form="app">`). The page must not hold a
 * form that is gone from it, so it only knows the form's own listeners.
 */
function listen(form: HTMLFormElement, signal: AbortSignal, listeners: Listeners): void {
  // A page does not see which control of a shadow tree it was.
  const around = new Set<EventTarget>([form.ownerDocument, form.getRootNode()]);
  around.delete(form);
  const own = new WeakRef(form);
  for (const [name, listener] of Object.entries(listeners)) {
    const act = listener as (event: Event) => unknown;
    // It does not bubble.
    const capture = name === "invalid";
    form.addEventListener(name, act, { signal, capture });
    const acting = new WeakRef(act);
    const actOutside = (event: Event) => {
      const [target, bound] = [event.target as Control, own.deref()];
      if (bound && target.form === bound && !bound.contains(target)) acting.deref()?.(event);
    };
    for (const place of around) place.addEventListener(name, actOutside, { signal, capture });
  }
}

/**
 * Back from where `onSubmit` led to, a page may be as it was left: sending. Or it is new, and the browser fills in what was
 * typed, without an event. The page holds no form that is gone from it.
 */
function onReturn(page: Document, signal: AbortSignal, free: () => void, refresh: () => void): void {
  const [freeing, looking] = [new WeakRef(free), new WeakRef(refresh)];
  const onShow = ({ persisted }: PageTransitionEvent) => (persisted ? freeing : looking).deref()?.();
  page.defaultView?.addEventListener("pageshow", onShow, { signal });
}

/** Whether a button only closes the dialog that the form is in: `<button formmethod="dialog" formnovalidate>`. */
function isClosing({ submitter, target }: SubmitEvent): boolean {
  const method = submitter?.getAttribute("formmethod") ?? (target as HTMLFormElement).getAttribute("method");
  return method?.toLowerCase() === "dialog" && (submitter?.hasAttribute("formnovalidate") ?? false);
}
