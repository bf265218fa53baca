/** All that can be said of a form at a time, each at its control. */
import type { BuildResult } from "../build/build.js";
import { controlsOf, isOf, type Control } from "./controls.js";
import { placesOf, type ControlAt } from "./places.js";
import type { FormAdvice, FormSchema, PerCall } from "./types.js";

/** Something to say. */
export interface Remark {
  /** Where; nothing where the form has no control for it. */
  readonly control: Control | undefined;
  readonly severity: "error" | FormAdvice["severity"];
  readonly text: string;
}

/** What a look at a form found. */
export interface Findings<T, A> {
  readonly result: BuildResult<T, A>;
  readonly remarks: readonly Remark[];
  readonly controlAt: ControlAt;
}

/**
 * Looks at a form: what the schema says, and where it has nothing against a control, the constraints that the page gave it
 * itself, in the browser's words. Takes away all custom validity.
 * @param maps the names of the fields that take any key
 */
export function examine<T, A extends FormAdvice>(
  form: HTMLFormElement,
  schema: FormSchema<T, A>,
  maps: readonly string[],
  options: PerCall,
): Findings<T, A> {
  const controls = controlsOf(form);
  const controlAt = placesOf(controls, maps);
  const result = schema.build(new FormData(form), options);
  const issues = result.success ? [] : result.issues;
  const remarks: Remark[] = issues.map(({ path, message }) => ({ control: controlAt(path), severity: "error", text: message }));
  for (const control of controls) {
    control.setCustomValidity("");
    if (!control.willValidate || control.validity.valid || remarks.some((remark) => isAbout(remark, control))) continue;
    remarks.push({ control, severity: "error", text: control.validationMessage });
  }
  for (const { path, message, severity } of result.advice) remarks.push({ control: controlAt(path), severity, text: message });
  return { result, remarks: inOrder(remarks, controls), controlAt };
}

/** Whether a remark is about the field that an element of the form belongs to. */
export function isAbout(remark: Remark, target: EventTarget | null): boolean {
  return remark.control !== undefined && target !== null && isOf(remark.control, target as Element);
}

/** In the order of the controls, after what has none; errors before advice. */
function inOrder(remarks: readonly Remark[], controls: readonly Control[]): readonly Remark[] {
  const rank = new Map<Control | undefined, number>(controls.map((control, index) => [control, index]));
  return [...remarks].sort((a, b) => (rank.get(a.control) ?? -1) - (rank.get(b.control) ?? -1));
}

/** The remarks of each control. */
export function byControl(remarks: readonly Remark[]): Map<Control, Remark[]> {
  const groups = new Map<Control, Remark[]>();
  for (const remark of remarks) {
    if (remark.control) groups.set(remark.control, [...(groups.get(remark.control) ?? []), remark]);
  }
  return groups;
}

/** Makes `:invalid`, `checkValidity()` and their kin agree with the errors. */
export function setValidity(remarks: readonly Remark[]): void {
  const errors = remarks.filter(({ severity }) => severity === "error");
  for (const [control, group] of byControl(errors)) control.setCustomValidity(group.map(({ text }) => text).join("\n"));
}
