/**
 * What a form shows of what there is to say.
 *
 * A control says nothing until it is left for the first time or the form is submitted. From its first message on it is
 * watched: what is said follows every change, and goes with the problem. What a server said of a control goes as soon as
 * the control is changed, for nobody here knows whether it is right then.
 *
 * Every look is a `build` of the whole form, also at the leaving of one control: what is said early is then what a submit
 * would say, of rows and branches too. It takes less than a frame.
 */
import type { Issue } from "../issue.js";
import type { Control } from "./controls.js";
import { makeMarker } from "./lines.js";
import { isAbout, setValidity, type Findings, type Remark } from "./remarks.js";
import { makeSummary, type Subject, type Summary } from "./summary.js";
import { tagAmong } from "./tag.js";
import { makeTelling } from "./telling.js";
import type { FormAdvice, FormSchema, PerCall } from "./types.js";
import type { Words } from "./words.js";

/** The face of a bound form. */
export interface Display<T, A> {
  /** What the latest look found. */
  readonly findings: () => Findings<T, A>;
  /** Looks anew. */
  readonly refresh: () => void;
  /** Says what there is to say of the field that was left, unless the focus stays within it. */
  readonly leave: (left: EventTarget | null, entered: EventTarget | null) => void;
  /** Follows the change of a field. */
  readonly change: (changed: EventTarget | null) => void;
  /** What is said already. */
  readonly said: () => readonly Remark[];
  /** Says everything, with an open summary. */
  readonly tell: (subject: Subject) => void;
  /** Shows what a server said of the payload that was found then. */
  readonly refuse: (issues: readonly Issue[], sent: Findings<T, A>) => void;
  /** Says again what is left of that. */
  readonly remind: () => void;
  /** As in {@link Summary}. */
  readonly setNote: Summary["setNote"];
  /** Says nothing any more. */
  readonly clear: () => void;
  /** Leaves the page as it was found. */
  readonly remove: () => void;
  /** Whether an element has a message beside it. */
  readonly hasMessage: (element: EventTarget | null) => boolean;
}

/** Makes the display of a form. */
export function makeDisplay<T, A extends FormAdvice>(
  form: HTMLFormElement,
  schema: FormSchema<T, A>,
  given: HTMLElement | undefined,
  words: Words,
  perCall: PerCall,
): Display<T, A> {
  const marker = makeMarker(words);
  const summary = makeSummary(form, given, marker.target);
  const telling = makeTelling(form, schema, words, perCall);
  let isGone = false;
  let isOpening = false;

  const paint = (subject?: Subject) => {
    if (isGone) return;
    const remarks = telling.remarks();
    const shown = remarks.filter(telling.isSaid);
    setValidity(remarks);
    marker.show(shown);
    if (subject) {
      isOpening = true;
      summary.open(subject, shown);
      isOpening = false;
    } else {
      summary.update(shown);
    }
    // What was just written is no news.
    observer.takeRecords();
  };

  const refresh = () => {
    telling.look();
    paint();
  };

  const remind = () => paint({ severity: "error", title: words.refused });

  const clear = () => {
    if (isGone) return;
    summary.setNote(undefined);
    telling.forgetAll();
    summary.close();
    refresh();
  };

  const observer = new MutationObserver(refresh);
  observer.observe(form, { childList: true, subtree: true, attributeFilter: ["disabled"] });
  paint();
  return {
    findings: telling.findings,
    said: () => telling.remarks().filter(telling.isSaid),
    refresh,
    leave(left, entered) {
      telling.watch((remark) => isAbout(remark, left) && !isAbout(remark, entered));
      paint();
    },
    change(changed) {
      // The summary takes the focus, and what a person has typed until then becomes a change.
      if (isOpening) return;
      const tag = tagAmong(schema.fields);
      const isTag = tag !== undefined && (changed as Control | null)?.name === tag;
      // With another branch, most controls mean nothing any more.
      telling.forget((remark) => remark.control !== undefined && (isTag || isAbout(remark, changed)));
      refresh();
    },
    tell(subject) {
      telling.forget(() => true);
      telling.watch(() => true);
      paint(subject);
    },
    refuse(issues, sent) {
      telling.refuse(issues, sent);
      remind();
    },
    remind,
    setNote: summary.setNote,
    clear,
    remove() {
      clear();
      observer.disconnect();
      summary.remove();
      telling.end();
      isGone = true;
    },
    hasMessage: marker.has,
  };
}
