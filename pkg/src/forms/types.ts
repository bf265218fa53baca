/** What `bindForm` takes and gives. */
import type { FieldInfo } from "../fields.js";
import type { AdviceRule } from "../generated/catalogue.js";
import type { Issues } from "../issue.js";
import type { Messages } from "../options.js";
import type { ServerError } from "../server-error/server-error.js";

/** What of a piece of advice a form shows. */
export interface FormAdvice {
  /** A warning is asked about before sending; an `info` is only shown. */
  readonly severity: "warning" | "info";
  /** Where, from the root down. */
  readonly path: readonly (string | number)[];
  /** A sentence to show. */
  readonly message: string;
  /** A value to put there instead; a text input gets a button for it. */
  readonly fix?: string;
}

/** What a form hands on to its schema with each call. */
export interface PerCall {
  /** The language (a BCP 47 tag) of all messages: Chinese for `zh` and what begins with it, else English. */
  readonly locale?: string | undefined;
  /** Messages of the caller's own, by issue code. */
  readonly messages?: Messages | undefined;
  /** Rules of advice that stay silent. */
  readonly off?: readonly AdviceRule[] | undefined;
  /** Scopes that newer servers know and this version does not. */
  readonly extraScopes?: readonly string[] | undefined;
}

/** What `build` makes of a form that may be sent. `T` is the body, `A` a piece of advice. */
export interface FormSuccess<T, A> {
  readonly success: true;
  /** The body. */
  readonly payload: T;
  /** What the API accepts and will hurt later. */
  readonly advice: readonly A[];
}

/** What `build` makes of a form that may not. */
export interface FormFailure<A> {
  readonly success: false;
  /** What to repair. */
  readonly issues: Issues;
  /** Advice on the parts that are valid. */
  readonly advice: readonly A[];
}

/** What `build` gives, told apart by `success`. */
export type FormResult<T, A> = FormSuccess<T, A> | FormFailure<A>;

/** What of a request's schema a form needs; every `RequestSchema` is one. `T` is the body, `A` a piece of advice. */
export interface FormSchema<T, A extends FormAdvice> {
  readonly fields: readonly FieldInfo[];
  readonly build: (draft: unknown, options?: PerCall) => FormResult<T, A>;
  readonly fromServerError: (status: number, body: unknown, headers?: unknown, options?: PerCall) => ServerError;
}

/** How a form is bound. */
export interface FormOptions<T, A extends FormAdvice> extends PerCall {
  /**
   * Sends a valid payload, for a button that was pressed, if it was one. Until what it returns is settled, further submits
   * are refused: where it leaves the page, a promise that never settles keeps them out until the page has gone. What it gives
   * is shown, and waited for, as by `showServerError`. Where it throws or rejects, or gives anything else, the form says that
   * the server could not be reached or understood, and the error goes on its way.
   */
  readonly onSubmit: (
    payload: T,
    result: FormSuccess<T, A>,
    submitter: HTMLElement | null,
  ) => ServerError | undefined | void | PromiseLike<ServerError | undefined | void>;

  /**
   * Asked before a payload with warnings is sent; `true` sends it. Unless it is given, the summary lists the warnings and
   * has a button to send anyway.
   */
  readonly onWarnings?:
    | ((warnings: readonly [A, ...A[]], result: FormSuccess<T, A>) => boolean | PromiseLike<boolean>)
    | undefined;

  /** The element to be the summary. Unless it is given, one is made at the top of the form. */
  readonly summary?: HTMLElement | undefined;
}

/** A form that is bound: a frozen object, whose functions need no `this`. */
export interface BoundForm<T, A extends FormAdvice> {
  /**
   * Checks everything and shows what it finds as a submit does, but sends nothing.
   * @returns what `build` says; whether the page's own constraints are kept too, `form.checkValidity()` tells,
   *   which also minds those of controls of a type that was not chosen, unless these are disabled
   * @throws what `build` throws where the engine cannot run, once the form says that it cannot be checked
   */
  readonly check: () => FormResult<T, A>;

  /** Looks at the form anew, after a script changed values: scripts cause no events. Shows nothing that is new. */
  readonly refresh: () => void;

  /**
   * Shows what a server said: at the controls of the last payload, the rest in the summary, which takes the focus. What is
   * at a control goes as soon as it is changed, the rest with the next submit. With a `retryAfter` the summary counts the
   * seconds down, an hour at most, and submits are refused until then.
   * @param error what `fromServerError` read
   */
  readonly showServerError: (error: ServerError) => void;

  /** Takes back all that is shown, as if nobody had touched the form; its values stay. A reset of the form does it too. */
  readonly clear: () => void;

  /** Leaves the form as it was found. */
  readonly unbind: () => void;
}
