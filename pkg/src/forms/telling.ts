/** What there is to say of a form, and which of it is said already. */
import type { Issue } from "../issue.js";
import { controlsOf, type Control } from "./controls.js";
import { named } from "./named.js";
import { examine, inOrder, remarkOf, takeBack, type Findings, type Remark } from "./remarks.js";
import type { FormAdvice, FormSchema, PerCall } from "./types.js";
import type { Words } from "./words.js";

/** The remarks of a form: those of the latest look, and a server's. */
export interface Telling<T, A> {
  /** What the latest look found. */
  readonly findings: () => Findings<T, A>;
  /** Looks anew. What a server said of a control that is gone goes with it. */
  readonly look: () => void;
  /** Looks anew, and says from now on what there is to say of the controls that such remarks are about. */
  readonly watch: (isMeant: (remark: Remark) => boolean) => void;
  /** Looks anew, and says what a server said of the payload that was found then. */
  readonly refuse: (issues: readonly Issue[], sent: Findings<T, A>) => void;
  /** Says such remarks of the server no more. */
  readonly forget: (isMeant: (remark: Remark) => boolean) => void;
  /** Says nothing any more of any control. */
  readonly forgetAll: () => void;
  /** All there is to say, in the order of the controls. */
  readonly remarks: () => readonly Remark[];
  /** Whether a remark is said already. */
  readonly isSaid: (remark: Remark) => boolean;
  /** Looks for the last time, which leaves no custom validity behind: an answer may still come for a form that is let go. */
  readonly end: () => void;
}

/** Makes the telling of a form. */
export function makeTelling<T, A extends FormAdvice>(
  form: HTMLFormElement,
  schema: FormSchema<T, A>,
  words: Words,
  perCall: PerCall,
): Telling<T, A> {
  let watched = new WeakSet<Control>();
  let refused: readonly Remark[] = [];
  let latest = examine(form, schema, words, perCall);
  let isOver = false;

  const look = () => {
    if (isOver) return;
    const controls: readonly (Control | undefined)[] = controlsOf(form);
    refused = refused.filter(({ control }) => !control || controls.includes(control));
    latest = examine(form, schema, words, perCall);
  };

  return {
    findings: () => latest,
    look,
    watch(isMeant) {
      look();
      for (const remark of latest.remarks) if (remark.control && isMeant(remark)) watched.add(remark.control);
    },
    refuse(issues, { result, places }) {
      const controls = controlsOf(form);
      const payload = result?.success ? result.payload : undefined;
      // Words of the caller's own stand alone.
      const isOwn = perCall.messages?.server_rejected !== undefined;
      refused = issues.map((issue) => {
        const place = places.draftedAt(issue.path, payload);
        const told = isOwn ? issue : named(issue, place, schema.fields, words);
        const control = places.controlAt(issue.path, payload);
        // It may have gone while the server took its time.
        return remarkOf(told, control && controls.includes(control) ? control : undefined);
      });
      look();
    },
    forget(isMeant) {
      refused = refused.filter((remark) => !isMeant(remark));
    },
    forgetAll() {
      watched = new WeakSet();
      refused = [];
    },
    remarks: () => inOrder([...refused, ...latest.remarks], form),
    isSaid: (remark) => !remark.control || watched.has(remark.control) || refused.includes(remark),
    end() {
      look();
      for (const control of controlsOf(form)) takeBack(control, true);
      isOver = true;
    },
  };
}
