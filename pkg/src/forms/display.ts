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
import { controlsOf, type Control } from "./controls.js";
import { makeMarker } from "./lines.js";
import { examine, inOrder, isAbout, remarkOf, setValidity, type Findings, type Remark } from "./remarks.js";
import { named } from "./named.js";
import { makeSummary, type Subject, type Summary } from "./summary.js";
import { tagAmong } from "./tag.js";
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
  const tag = tagAmong(schema.fields);
  const marker = makeMarker(words);
  const summary = makeSummary(form, given, marker.target);
  const look = (): Findings<T, A> => (isGone ? latest : examine(form, schema, words, perCall));
  let isGone = false;
  let isOpening = false;
  let watched = new WeakSet<Control>();
  let refused: readonly Remark[] = [];
  let latest: Findings<T, A> = look();

  const paint = (subject?: Subject) => {
    if (isGone) return;
    const remarks = inOrder([...refused, ...latest.remarks], form);
    const shown = remarks.filter((remark) => !remark.control || watched.has(remark.control) || refused.includes(remark));
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
    const controls: readonly (Control | undefined)[] = controlsOf(form);
    refused = refused.filter(({ control }) => !control || controls.includes(control));
    latest = look();
    paint();
  };

  const watch = (isMeant: (remark: Remark) => boolean) => {
    latest = look();
    for (const remark of latest.remarks) if (remark.control && isMeant(remark)) watched.add(remark.control);
  };

  const remind = () => paint({ severity: "error", title: words.refused });

  const clear = () => {
    if (isGone) return;
    summary.setNote(undefined);
    watched = new WeakSet();
    refused = [];
    summary.close();
    refresh();
  };

  const observer = new MutationObserver(refresh);
  observer.observe(form, { childList: true, subtree: true, attributeFilter: ["disabled"] });
  paint();
  return {
    findings: () => latest,
    refresh,
    leave(left, entered) {
      watch((remark) => isAbout(remark, left) && !isAbout(remark, entered));
      paint();
    },
    change(changed) {
      // The summary takes the focus, and what a person has typed until then becomes a change.
      if (isOpening) return;
      const isTag = changed !== null && (changed as Control).name === tag;
      // With another branch, most controls mean nothing any more.
      refused = refused.filter((remark) => !remark.control || !(isTag || isAbout(remark, changed)));
      refresh();
    },
    tell(subject) {
      refused = [];
      watch(() => true);
      paint(subject);
    },
    refuse(issues, { result, places }) {
      const payload = result?.success ? result.payload : undefined;
      // Words of the caller's own stand alone.
      const isOwn = perCall.messages?.server_rejected !== undefined;
      refused = issues.map((issue) => {
        const place = places.draftedAt(issue.path, payload);
        const told = isOwn ? issue : named(issue, place, schema.fields, words);
        return remarkOf(told, places.controlAt(issue.path, payload));
      });
      latest = look();
      remind();
    },
    remind,
    setNote: summary.setNote,
    clear,
    remove() {
      clear();
      observer.disconnect();
      summary.remove();
      // A look leaves no custom validity behind. It is the last: an answer may still come for a form that is let go.
      look();
      isGone = true;
    },
    hasMessage: marker.has,
  };
}
