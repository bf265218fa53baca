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

/**
 * What parts two complaints: issues of one body, or of the branches of a union, in either generation's words. Also where a
 * place begins; and what was received, in which nothing is either. Classes of Unicode take an engine a while to read, so
 * this is no literal, which is read on import.
 */
const marks = () => new RegExp('received \'[^\']*\'|( at ")|"(; |, or | or )(?=[\\p{Lu}\\p{Lo}])', "gu");

/** One step of a path, at the position of `lastIndex`. Only keys with a quotation mark or without a letter are quoted. */
const stepping = () => /\.?(?:\[(\d+)\]|\["(.*?)"\](?=[.[]|$)|([^.[]+))/sy;

/** The complaints in a message; nothing where it is not of this kind. */
export function complaintsIn(message: string): readonly Complaint[] | undefined {
  return PREFIX.test(message) ? split(message.replace(PREFIX, "")) : undefined;
}

function split(text: string): readonly Complaint[] {
  const complaints: Complaint[] = [];
  let begin = 0;
  let place = 0;
  for (const { index, 1: at, 2: border } of text.matchAll(marks())) {
    if (at) place = index;
    // Without a place at its end this is no border but part of a text.
    if (!border || place <= begin) continue;
    const complaint = placed(text, begin, place, index);
    if (complaint) {
      complaints.push(complaint);
      begin = index + 1 + border.length;
    }
    place = 0;
  }
  const rest = text.slice(begin);
  // A prefix without a complaint says nothing.
  if (rest.trim() === "") return complaints;
  const last = place > begin && rest.endsWith('"') && placed(text, begin, place, text.length - 1);
  return [...complaints, last || { message: rest, segments: [] }];
}

/** A complaint that ends with ` at "path"`. What holds a URL, or ends a quotation and begins another, is no path. */
function placed(text: string, begin: number, place: number, end: number): Complaint | undefined {
  const path = text.slice(place + 5, end);
  return / "|(?:^|[^\\])" |:\/\//.test(path) ? undefined : { message: text.slice(begin, place), segments: stepsOf(path) };
}

/** The keys and indexes of a path as a sentence writes it. */
export function stepsOf(path: string): readonly string[] {
  const segments: string[] = [];
  const step = stepping();
  let at = 0;
  while (at < path.length) {
    const [, index, quoted, name = path.slice(at)] = step.exec(path) ?? [];
    segments.push(index ?? quoted?.replace(/\\"/g, '"') ?? name);
    at = step.lastIndex || path.length;
  }
  return segments;
}
