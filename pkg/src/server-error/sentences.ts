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
const marks = () => new RegExp('received \'[^\']*\'|( at ")|("?)(; |, or | or )(?=[\\p{Lu}\\p{Lo}])', "gu");

/** How complaints begin. Of branches that tell no place, nothing else parts one from a sentence with an "or". */
const BEGINNING = /(?:Invalid|Expected|Required|Unrecognized|Too|(?:String|Array|Number) must)\b/y;

/** A server tells of no more issues (zod-validation-error: 99). */
const MOST = 100;

/** One step of a path, at the position of `lastIndex`. Only keys with a quotation mark or without a letter are quoted. */
const stepping = () => /\.?(?:\[(\d+)\]|\["(.*?)"\](?=[.[]|$)|([^.[]+))/sy;

/** The complaints in a message; nothing where it is not of this kind. */
export function complaintsIn(message: string): readonly Complaint[] | undefined {
  return PREFIX.test(message) ? split(message.replace(PREFIX, "")) : undefined;
}

function split(text: string): readonly Complaint[] {
  const complaints: Complaint[] = [];
  const quotes = new Quotes(text);
  let begin = 0;
  let place = 0;
  for (const { index, 1: at, 2: quote = "", 3: border } of text.matchAll(marks())) {
    if (at) place = index;
    if (!border) continue;
    const end = index + quote.length;
    const next = end + border.length;
    const isPlaced = quote !== "" && place > begin;
    const complaint = (isPlaced && placed(text, begin, place, index)) || whole(text, begin, end, next, quotes);
    place = 0;
    if (!complaint || complaints.length >= MOST) continue;
    complaints.push(complaint);
    begin = next;
    quotes.begin(next);
  }
  const rest = text.slice(begin);
  // A prefix without a complaint says nothing.
  if (rest.trim() === "") return complaints;
  const last = place > begin && rest.endsWith('"') && placed(text, begin, place, text.length - 1);
  return [...complaints, last || { message: rest, segments: [] }];
}

/** A complaint about the body itself, which names no place; nothing where the border is a part of a text. */
function whole(text: string, begin: number, end: number, next: number, quotes: Quotes): Complaint | undefined {
  BEGINNING.lastIndex = next;
  const isBorder = text.startsWith("; ", end) || BEGINNING.test(text);
  return isBorder && quotes.areClosed(end) ? { message: text.slice(begin, end), segments: [] } : undefined;
}

/** Counts quotation marks, each once. An apostrophe within a word is none. */
class Quotes {
  private behind = 0;
  private open = 0;

  constructor(private readonly text: string) {}

  begin(at: number): void {
    this.behind = at;
    this.open = 0;
  }

  /** Whether all that have opened since the beginning are closed. */
  areClosed(end: number): boolean {
    const part = this.text.slice(this.behind, end);
    const [double, single] = [part.split('"').length - 1, part.replace(/\w'\w/g, "").split("'").length - 1];
    this.behind = end;
    this.open ^= (double & 1) | ((single & 1) << 1);
    return this.open === 0;
  }
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
