/** What a form has to know of a schema's fields. */
import type { FieldInfo } from "../fields.js";

/** The last keys of the fields that take an object with any keys: what follows them in a control's name is one key. */
export function mapsAmong(fields: readonly FieldInfo[]): readonly string[] {
  return fields.filter(({ kind }) => kind === "map").map(({ name }) => name.replace(/.*\./, ""));
}

/** The name of the field that decides which of the others there are, such as `type`. */
export function tagAmong(fields: readonly FieldInfo[]): string | undefined {
  return fields.find(({ options }) => fields.some(({ when }) => when !== undefined && options?.includes(when)))?.name;
}
