/** All that can be said of a form at a time, each at its control. */
import { decodeEntries } from "../build/names.js";
import type { FieldInfo } from "../fields.js";
import { readOwn } from "../read.js";
import { controlsOf, isOf, labelOf, type Control } from "./controls.js";
import { placesOf, type Places } from "./places.js";
import { mapsAmong, tagAmong } from "./tag.js";
import type { FormAdvice, FormResult, FormSchema, PerCall } from "./types.js";
import type { Words } from "./words.js";

/** Something to say. */
export interface Remark {
  /** Where; nothing where the form has no control for it. */
  readonly control: Control | undefined;
  readonly severity: "error" | FormAdvice["severity"];
  readonly text: string;
  /** A better value for the control. */
  readonly fix?: string | undefined;
}

/** What a look at a form found. */
export interface Findings<T, A> {
  /** What `build` gave; nothing where it threw. */
  readonly result?: FormResult<T, A>;
  /** What it threw: the engine cannot run, so nothing can be told of the form, and it must not be sent. */
  readonly failure?: unknown;
  readonly remarks: readonly Remark[];
  readonly places: Places;
}

/**
 * Looks at a form: what the schema says, and where it has nothing against a control, the constraints that the page gave it
 * itself, in the browser's words or, with custom validity, the page's. Takes away what {@link setValidity} put there.
 */
export function examine<T, A extends FormAdvice>(
  form: HTMLFormElement,
  schema: FormSchema<T, A>,
  words: Words,
  options: PerCall,
): Findings<T, A> {
  const controls = controlsOf(form);
  const maps = mapsAmong(schema.fields);
  const places = placesOf(controls, maps);
  const data = new FormData(form);
  const { result, failure } = attempt(() => schema.build(data, options));
  const told: readonly Told[] = result ? [...(result.success ? [] : result.issues), ...result.advice] : [{ message: words.unchecked, path: [] }];
  const remarks = told.map((piece) => remarkOf(piece, places.controlAt(piece.path)));
  const others = othersAmong(schema.fields, decodeEntries(data, maps), places);
  for (const control of controls) {
    takeBack(control);
    const isTold = remarks.some((remark) => isError(remark) && isAbout(remark, control));
    if (!control.willValidate || control.validity.valid || isTold || others.has(control)) continue;
    const label = labelOf(control);
    const text = control.validationMessage;
    remarks.push({ control, severity: "error", text: label ? words.about(label, text) : text });
  }
  return { ...(result ? { result } : { failure }), remarks, places };
}

function attempt<Result>(make: () => Result): { result?: Result; failure?: unknown } {
  try {
    return { result: make() };
  } catch (failure) {
    return { failure };
  }
}

/** The controls of branches that were not chosen: what the page wants of them does not count, for they may well be hidden. */
function othersAmong(fields: readonly FieldInfo[], draft: object, places: Places): ReadonlySet<Control> {
  const chosen = readOwn(draft, tagAmong(fields) ?? "");
  const counts = ({ when }: FieldInfo) => when === undefined || when === chosen;
  const controlsOfField = ({ name }: FieldInfo) => places.controlsBelow(name.split("."));
  const counting = new Set(fields.filter(counts).flatMap(controlsOfField));
  const others = fields.filter((field) => !counts(field)).flatMap(controlsOfField);
  return new Set(others.filter((control) => !counting.has(control)));
}

/** What a schema or a server says: an issue, or a piece of advice. */
interface Told {
  readonly message: string;
  readonly path: readonly (string | number)[];
  /** Only advice has one; all else is an error. */
  readonly severity?: Remark["severity"];
  readonly fix?: string;
}

/** What is told as a remark at a control. */
export function remarkOf({ message, severity = "error", fix }: Told, control: Control | undefined): Remark {
  return { control, severity, text: message, fix };
}

/** Whether a remark keeps the form from being sent. */
export function isError({ severity }: Remark): boolean {
  return severity === "error";
}

/** Whether a remark is about the field that an element of the form belongs to. */
export function isAbout(remark: Remark, target: EventTarget | null): boolean {
  return remark.control !== undefined && target !== null && isOf(remark.control, target as Element);
}

/** In the order of the controls, after what has none. */
export function inOrder(remarks: readonly Remark[], form: HTMLFormElement): readonly Remark[] {
  const controls: readonly (Control | undefined)[] = controlsOf(form);
  return [...remarks].sort((a, b) => controls.indexOf(a.control) - controls.indexOf(b.control));
}

/** The remarks of each control. */
export function byControl(remarks: readonly Remark[]): Map<Control, Remark[]> {
  const groups = new Map<Control, Remark[]>();
  for (const remark of remarks) {
    if (remark.control) groups.set(remark.control, [...(groups.get(remark.control) ?? []), remark]);
  }
  return groups;
}

/** The custom validity that is not the page's. */
const own = new WeakMap<Control, string>();

/** Firefox tells so many characters of custom validity (its `sContentSpecifiedMaxLengthMessage`). */
const LONGEST_TOLD = 256;

/** Takes away custom validity that is not the page's; while a control is disabled only at the end, for nobody can tell whose it is. */
export function takeBack(control: Control, isEnd = false): void {
  const mine = own.get(control);
  if (mine === undefined) return;
  // Custom elements need not tell any.
  const told = control.validationMessage ?? mine;
  if (told === "" && !isEnd && control.matches(":disabled")) return;
  if (told === "" || told === mine || (told.length >= LONGEST_TOLD && mine.startsWith(told))) control.setCustomValidity("");
  own.delete(control);
}

/** Makes `:invalid`, `checkValidity()` and their kin agree with the errors. What the page says of a control stays. */
export function setValidity(remarks: readonly Remark[]): void {
  for (const [control, errors] of byControl(remarks.filter(isError))) {
    if (control.validity?.customError && !isOwn(control)) continue;
    const text = errors.map(({ text }) => text).join("\n");
    control.setCustomValidity(text);
    own.set(control, text);
  }
}

/** Nothing can be told of a control that is disabled. */
const isOwn = (control: Control): boolean => own.has(control) && control.willValidate !== false;
