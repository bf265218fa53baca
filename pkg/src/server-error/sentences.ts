/**
 * Teable's one-sentence errors, as zod-validation-error words them: `Validation error: Invalid url at "homepage";
 * Required at "config.appId"`. Texts may hold `; `, quotes, `|` and ` at ` of their own.
 */

/** What is said, and about what. */
export interface Complaint {
  /** Blank where a place is all that is told. */
  readonly message: string;
  /** Keys and indexes, all as texts; none for the body itself. */
  readonly segments: readonly string[];
}

const PREFIX = /^Validation error:?\s*/;

// Classes of Unicode take an engine a while to read, so they are not literals, which are read on import.

/** What parts two complaints: issues of one body, or of the branches of a union, in either generation's words. */
const borders = () => new RegExp('"(; |, or | or )(?=[\\p{Lu}\\p{Lo}])', "gu");

/** One step of a path, at the position of `lastIndex`. */
const stepping = () => new RegExp('\\.?([\\p{L}_$][\\p{L}\\p{N}_$]*)|\\[(\\d+)\\]|\\["((?:[^"\\\\]|\\\\.)*)"\\]', "uy");

/** The complaints in a message; nothing where it is not of this kind. */
export function complaintsIn(message: string): readonly Complaint[] | undefined {
  return PREFIX.test(message) ? split(message.replace(PREFIX, "")) : undefined;
}

function split(text: string): readonly Complaint[] {
  const complaints: Complaint[] = [];
  let begin = 0;
  for (const { index, 1: border = "" } of text.matchAll(borders())) {
    const complaint = placed(text.slice(begin, index + 1));
    // Without a place at its end this was no border, but part of a text.
    if (!complaint) continue;
    complaints.push(complaint);
    begin = index + 1 + border.length;
  }
  const rest = text.slice(begin);
  // A prefix without a complaint says nothing.
  if (rest.trim() === "") return complaints;
  return [...complaints, placed(rest) ?? { message: rest, segments: [] }];
}

/** A complaint that ends in the last ` at "path"`. */
function placed(text: string): Complaint | undefined {
  const at = text.lastIndexOf(' at "');
  const segments = at > 0 && text.endsWith('"') ? steps(text.slice(at + 5, -1)) : undefined;
  return segments && { message: text.slice(0, at), segments };
}

function steps(path: string): readonly string[] | undefined {
  const segments: string[] = [];
  const step = stepping();
  while (step.lastIndex < path.length) {
    const found = step.exec(path);
    if (!found) return undefined;
    segments.push(found[1] ?? found[2] ?? (found[3] ?? "").replace(/\\(.)/g, "$1"));
  }
  return segments.length > 0 ? segments : undefined;
}
