/**
 * `bindForm`: when a form says what.
 *
 * A control says nothing until it is left for the first time or the form is submitted. From its first message on it is
 * watched: what is said follows every change, and goes with the problem. What a server said of a control goes as soon as
 * the control is changed, for nobody here knows whether it is right then.
 *
 * Every look is a `build` of the whole form, also at the leaving of one control: what is said early is then what a submit
 * would say, of rows and branches too. It takes less than a frame.
 */
import type { BuildSuccess } from "../build/build.js";
import type { ServerError } from "../server-error/server-error.js";
import type { Control } from "./controls.js";
import { make } from "./dom.js";
import { makeMarker } from "./lines.js";
import { afterClicks } from "./pointer.js";
import { examine, isAbout, setValidity, type Findings, type Remark } from "./remarks.js";
import { makeSending } from "./sending.js";
import { makeSummary, type Subject } from "./summary.js";
import { mapsAmong, tagAmong } from "./tag.js";
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
  const maps = mapsAmong(schema.fields);
  const tag = tagAmong(schema.fields);
  const marker = makeMarker(words);
  const summary = makeSummary(form, options.summary, marker.target);
  const sending = makeSending(form);
  const ending = new AbortController();
  const { signal } = ending;
  const afterClick = afterClicks(form.ownerDocument, signal);

  let watched = new WeakSet<Control>();
  let refused: readonly Remark[] = [];
  let latest: Findings<T, A>;
  let sent: Findings<T, A> | undefined;
  let submitter: HTMLElement | null = null;

  const isShown = (remark: Remark) => !remark.control || watched.has(remark.control) || refused.includes(remark);
  const all = () => [...refused, ...latest.remarks];

  const paint = () => {
    setValidity(all());
    const shown = all().filter(isShown);
    marker.show(shown);
    summary.update(shown);
    // What was just written is no news.
    observer.takeRecords();
  };

  const look = () => {
    latest = examine(form, schema, maps, perCall);
    return latest;
  };

  const refresh = () => {
    if (signal.aborted) return;
    look();
    paint();
  };

  /** Shows all there is. */
  const tell = (subject: Subject) => {
    for (const { control } of latest.remarks) if (control) watched.add(control);
    paint();
    summary.open(subject, all().filter(isShown));
    observer.takeRecords();
  };

  const leave = (left: EventTarget | null) => {
    for (const remark of look().remarks) if (remark.control && isAbout(remark, left)) watched.add(remark.control);
    paint();
  };

  const change = ({ target }: Event) => {
    const isTag = target !== null && (target as Control).name === tag;
    // With another branch, most controls mean nothing any more.
    refused = refused.filter((remark) => !remark.control || !(isTag || isAbout(remark, target)));
    refresh();
  };

  const check = () => {
    refused = [];
    const { result, remarks } = look();
    tell({ severity: "error", title: words.problems });
    return { result, isValid: result.success && remarks.every(({ severity }) => severity !== "error") };
  };

  const showServerError = ({ issues }: ServerError) => {
    if (signal.aborted) return;
    const { result, controlAt } = sent ?? latest;
    const payload = result.success ? result.payload : undefined;
    refused = issues.map(({ path, message }) => ({ control: controlAt(path, payload), severity: "error", text: message }));
    look();
    paint();
    summary.open({ severity: "error", title: words.refused }, all().filter(isShown));
    observer.takeRecords();
  };

  const send = async (result: BuildSuccess<T, A>) => {
    sent = latest;
    summary.close();
    let answer: ServerError | undefined | void;
    try {
      answer = await options.onSubmit(result.payload, result);
    } catch (error) {
      showServerError(schema.fromServerError(0, undefined, undefined, perCall));
      throw error;
    }
    if (answer) showServerError(answer);
  };

  /** Whether a payload may be sent in spite of its warnings. */
  const isWanted = async (result: BuildSuccess<T, A>): Promise<boolean> => {
    const [first, ...others] = result.advice.filter(({ severity }) => severity === "warning");
    if (!first) return true;
    if (options.onWarnings) return options.onWarnings([first, ...others], result);
    const button = make(form.ownerDocument, "button", "prevet-send-anyway", words.sendAnyway);
    button.type = "button";
    button.addEventListener("click", () => {
      // The button goes, so the focus needs another place.
      submitter?.focus();
      void submit(true);
    });
    tell({ severity: "warning", title: words.warnings, button });
    return false;
  };

  const submit = async (inSpiteOfWarnings: boolean) => {
    if (sending.isBusy()) return;
    const { result, isValid } = check();
    if (!isValid || !result.success) return;
    await sending.run(async () => {
      if (inSpiteOfWarnings || (await isWanted(result))) await send(result);
    });
  };

  const clear = () => {
    watched = new WeakSet();
    refused = [];
    summary.close();
    refresh();
  };

  const listen = <Name extends keyof HTMLElementEventMap>(name: Name, act: (event: HTMLElementEventMap[Name]) => void, capture = false) =>
    form.addEventListener(name, act, { signal, capture });

  listen("input", change);
  listen("change", change);
  listen("focusout", ({ target, relatedTarget }) => {
    // A window that loses the focus has not left the field: people fetch what they paste.
    const isLeft = form.ownerDocument.hasFocus() && !latest.remarks.some((remark) => isAbout(remark, target) && isAbout(remark, relatedTarget));
    if (isLeft) afterClick(() => signal.aborted || leave(target));
  });
  listen("submit", (event) => {
    event.preventDefault();
    submitter = event.submitter;
    void submit(false);
  });
  // The values come back after the event.
  listen("reset", () => void setTimeout(() => signal.aborted || clear()));
  // The words are there already; `reportValidity()` shows only what is not.
  listen("invalid", (event) => marker.has(event.target) && event.preventDefault(), true);
  const observer = new MutationObserver(refresh);
  observer.observe(form, { childList: true, subtree: true, attributeFilter: ["disabled"] });

  const { noValidate } = form;
  form.noValidate = true;
  refresh();
  return Object.freeze({
    check: () => check().result,
    refresh,
    showServerError,
    clear,
    unbind() {
      if (signal.aborted) return;
      clear();
      ending.abort();
      observer.disconnect();
      summary.remove();
      for (const control of form.elements) (control as Control).setCustomValidity?.("");
      form.noValidate = noValidate;
    },
  });
}
