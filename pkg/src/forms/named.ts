/** A server says what is wrong, and where beside it. In a summary, and at a control of several rows, one needs both. */
import type { FieldInfo } from "../fields.js";
import type { Issue } from "../issue.js";
import { segmentsOfPointer } from "../place.js";
import type { Words } from "./words.js";

/**
 * A complaint with what a person calls its place in front: `Redirect URI 2: Invalid url`.
 * @param path the place in the draft
 */
export function named(issue: Issue, path: Issue["path"], fields: readonly FieldInfo[], words: Words): Issue {
  const { pointer, message } = issue;
  const field = fields.find((one) => pointer === one.pointer || pointer.startsWith(`${one.pointer}/`));
  // What the form does not know is called as the server calls it.
  const unknown = issue.code === "server_rejected" ? issue.params?.named : undefined;
  const place = field ? called(field, path, words) : unknown && segmentsOfPointer(unknown).join(".");
  return place ? { ...issue, message: words.about(place, message) } : issue;
}

function called({ label, pointer, item }: FieldInfo, path: Issue["path"], { language, within }: Words): string {
  const below = path[pointer.split("/").length - 1];
  if (typeof below === "number" && item?.label) return `${item.label[language]} ${below + 1}`;
  return below === undefined ? label[language] : within(label[language], String(below));
}
