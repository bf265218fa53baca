/** Submitting a form: checked as a whole, asked about where there are warnings, sent, and the answer shown. */
import type { ServerError } from "../server-error/server-error.js";
import type { Display } from "./display.js";
import { make } from "./dom.js";
import { isError, type Remark } from "./remarks.js";
import { makeSending, type Sending } from "./sending.js";
import type { Summary } from "./summary.js";
import type { FormAdvice, FormOptions, FormResult, FormSchema, FormSuccess, PerCall } from "./types.js";
import type { Words } from "./words.js";

/** So many seconds does a form wait at most: a server that asks for more may be tried again. */
const LONGEST_WAIT = 3600;

/** So many milliseconds after a body was accepted the second click of two may come, which does not mean to send it again. */
const DOUBLE_CLICK = 500;

/** What submits a form. */
export interface Submission<T, A> {
  /**
   * All of a submit but the sending.
   * @throws what `build` throws, once the form says that it cannot be checked
   */
  readonly check: () => FormResult<T, A>;
  /** Submits, for a button that was pressed, if it was one. */
  readonly submit: (pressed: HTMLElement | null) => void;
  readonly showServerError: (error: ServerError) => void;
  /** Forgets how long the server wants to be left alone. */
  readonly release: () => void;
  /** Does so for good, with a form that is let go. */
  readonly end: () => void;
  /** Waits no longer for what is being sent. */
  readonly free: () => void;
}

/** What was sent last and went well. */
interface Accepted {
  readonly body: string | undefined;
  readonly submitter: HTMLElement | null;
}

/** Makes what submits a form. */
export function makeSubmission<T, A extends FormAdvice>(
  form: HTMLFormElement,
  schema: FormSchema<T, A>,
  { onSubmit, onWarnings }: FormOptions<T, A>,
  display: Display<T, A>,
  words: Words,
  perCall: PerCall,
): Submission<T, A> {
  const sending = makeSending(form);
  let sent = display.findings();
  let submitter: HTMLElement | null = null;
  let accepted: Accepted | undefined;

  const check = () => {
    display.tell({ severity: "error", title: words.problems });
    // The page may send this by itself; what is under way was another.
    if (!sending.isBusy()) sent = display.findings();
    const { result, failure } = display.findings();
    if (!result) throw failure;
    return result;
  };

  const showServerError = ({ issues, retryAfter }: ServerError) => {
    accepted = undefined;
    if (retryAfter && retryAfter > 0) countDown(Math.min(retryAfter, LONGEST_WAIT), display, sending, words);
    display.refuse(issues, sent);
  };

  const send = async (result: FormSuccess<T, A>) => {
    const body = textOf(result.payload);
    try {
      const answer = await onSubmit(result.payload, result, submitter);
      if (!answer) {
        const last = (accepted = { body, submitter });
        setTimeout(() => accepted === last && (accepted = undefined), DOUBLE_CLICK);
        return;
      }
      if (!isServerError(answer)) throw new TypeError("onSubmit gives what fromServerError read, or nothing.");
      showServerError(answer);
    } catch (error) {
      showServerError(schema.fromServerError(0, undefined, undefined, perCall));
      throw error;
    }
  };

  /** Whether a payload may be sent with its warnings. */
  const isWanted = (result: FormSuccess<T, A>): boolean | PromiseLike<boolean> => {
    const [first, ...others] = result.advice.filter(({ severity }) => severity === "warning");
    if (!first) return true;
    if (onWarnings) return onWarnings([first, ...others], result);
    const button = sendAnyway(words, () => {
      const read = display.said().map(({ text }) => text);
      const isRead = ({ severity, text }: Remark) => severity !== "warning" || read.includes(text);
      // The button goes, so the focus needs another place.
      submitter?.focus();
      // What was typed last may have another warning, which nobody has seen.
      void submit((again) => sent.remarks.every(isRead) || isWanted(again));
    });
    display.tell({ severity: "warning", title: words.warnings, button });
    return false;
  };

  const submit = async (mayGo: typeof isWanted, pressed = submitter) => {
    if (sending.isHeld()) display.remind();
    if (sending.isBusy()) return;
    submitter = pressed;
    display.setNote(undefined);
    const result = check();
    if (!result.success || sent.remarks.some(isError) || isAgain(accepted, result.payload, pressed)) return;
    await sending.run(async () => {
      if (await mayGo(result)) await send(result);
    });
  };

  return {
    check,
    submit: (pressed) => void submit(isWanted, pressed),
    showServerError,
    release: sending.release,
    end: sending.end,
    free: sending.free,
  };
}

function isAgain(accepted: Accepted | undefined, payload: unknown, pressed: HTMLElement | null): boolean {
  return accepted?.body !== undefined && accepted.submitter === pressed && accepted.body === textOf(payload);
}

/** A payload as it is told from others; nothing where it has no JSON. */
function textOf(payload: unknown): string | undefined {
  try {
    return JSON.stringify(payload);
  } catch {
    return undefined;
  }
}

/** Says how many seconds are left until the server wants another request, and lets none go before. */
function countDown(seconds: number, display: Pick<Summary, "setNote">, sending: Sending, words: Words): void {
  const note = make("p", "prevet-wait");
  const text = document.createTextNode("");
  note.append(text);
  // It counts inside an alert, where every second would be read out.
  note.setAttribute("aria-live", "off");
  display.setNote(note);
  sending.hold(seconds, (left) => {
    if (left === 0) note.setAttribute("aria-live", "polite");
    // Not as a new node: the form looks anew at what is put into it.
    text.data = words.wait(left);
  });
}

/** The button that sends in spite of the warnings. */
function sendAnyway(words: Words, send: () => void): HTMLButtonElement {
  const button = make("button", "prevet-send-anyway", words.sendAnyway);
  button.type = "button";
  button.addEventListener("click", send);
  return button;
}

/** Whether it is what `fromServerError` gives: scripts without types return what came from the server, too. */
function isServerError({ issues }: ServerError): boolean {
  const isIssue = (issue: ServerError["issues"][number]) => Array.isArray(issue?.path) && typeof issue.pointer === "string";
  return Array.isArray(issues) && issues.every(isIssue);
}
