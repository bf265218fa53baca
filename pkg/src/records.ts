/**
 * Issues out of wasm: records of 32-bit words, made into objects here. `src/record.rs` is the other end.
 *
 * Issues of one kind at one field differ in rows and positions only. wasm is asked for one of them in full, and the
 * rest are made from that. Text is decoded once a kind, not once an issue.
 */
import type { Issue, Issues } from "./issue.js";
import { reserveWords, words } from "./memory.js";

/** An issue as wasm gives it in full; U+0001 in the message stands for the number of a row. */
export type Described = Pick<Issue, "code" | "path" | "message"> & { params?: object };

/** The highest bit of a segment's word marks a list index. */
const INDEX = 0x8000_0000;

/** Templates are kept for so many kinds; a caller that meets more of them starts over. */
const MOST_TEMPLATES = 2000;

/** What issues of one kind have in common. */
interface Template {
  readonly code: string;
  /** The path, with any number where an index goes. */
  readonly path: readonly (string | number)[];
  readonly pointer: string;
  /** The message, as far as the row's number. */
  readonly message: string;
  /** What follows the row's number; nothing where it has none. */
  readonly behind: string | undefined;
  readonly params: object | undefined;
}

/** A place among the fields of a body, however many rows it stands for. */
class Place {
  /** By a field's order, which is below 2^16, from 1; the rows of a list share 0. */
  readonly below: (Place | undefined)[] = [];
  /** By variant and actual figure. */
  readonly templates = new Map<number, Template>();
}

/** Makes issues from records, and remembers what they have in common. */
export class IssueMaker {
  /** By language, and below that by schema. */
  private root = new Place();
  private count = 0;

  /**
   * The issues of a check, from the records among the words of memory.
   * @param schema position of the schema; issues of different schemas share nothing
   * @param locale number of the language that `describe` speaks; nor do those of different languages
   * @param start the first word of the records
   * @param end behind the last
   * @param positioned whether each has a position in a text
   * @param describe gives the issue at an index in full
   */
  make(
    schema: number,
    locale: number,
    start: number,
    end: number,
    positioned: boolean,
    describe: (index: number) => Described,
  ): Issues {
    if (this.count > MOST_TEMPLATES) {
      this.root = new Place();
      this.count = 0;
    }
    const root = child(child(this.root, locale), schema);
    const issues: Issue[] = [];
    for (let at = start; at < end;) {
      const behind = at + 3 + word(at + 2);
      const template = this.template(root, at, behind) ?? this.learn(root, at, behind, describe(issues.length));
      // Describing may have grown the memory.
      reserveWords(end);
      issues[issues.length] = issue(template, at + 3, behind, positioned);
      at = positioned ? behind + 3 : behind;
    }
    return issues as unknown as Issues;
  }

  private template(root: Place, at: number, end: number): Template | undefined {
    let place: Place | undefined = root;
    for (let segment = at + 3; place && segment < end; segment++) place = place.below[step(segment)];
    return place?.templates.get(kind(at));
  }

  private learn(root: Place, at: number, end: number, described: Described): Template {
    reserveWords(end);
    let place = root;
    for (let segment = at + 3; segment < end; segment++) place = child(place, step(segment));
    const template = made(described);
    place.templates.set(kind(at), template);
    this.count++;
    return template;
  }
}

/** A variant is below 2^20 and a figure below 2^32. */
function kind(at: number): number {
  return word(at + 1) * 2 ** 20 + word(at);
}

function step(segment: number): number {
  const order = word(segment);
  return order >= INDEX ? 0 : order + 1;
}

function child(place: Place, key: number): Place {
  return (place.below[key] ??= new Place());
}

function word(at: number): number {
  return words[at] ?? 0;
}

function made({ code, path, message, params }: Described): Template {
  if (params) {
    for (const value of Object.values(params)) Object.freeze(value);
    Object.freeze(params);
  }
  // The label comes first: a scope of the caller's own may hold the character too.
  const row = typeof path[path.length - 1] === "number" ? message.indexOf("\u0001") : -1;
  const [before, behind] = row < 0 ? [message] : [message.slice(0, row), message.slice(row + 1)];
  return { code, path, pointer: knownPointer(path), message: before, behind, params };
}

/** RFC 6901; known keys hold neither `~` nor `/`. */
function knownPointer(path: readonly (string | number)[]): string {
  let pointer = "";
  for (const segment of path) pointer += `/${segment}`;
  return pointer;
}

function issue(template: Template, at: number, end: number, positioned: boolean): Issue {
  const { code, params, behind } = template;
  const path = template.path.slice();
  let { pointer, message } = template;
  let row = -1;
  for (let segment = at; segment < end; segment++) {
    const index = word(segment) - INDEX;
    if (index >= 0) path[segment - at] = row = index;
  }
  if (row >= 0) pointer = knownPointer(path);
  if (behind !== undefined) message += row + 1 + behind;
  // One shape for each case, written out: so readers of issues stay fast, and making one is not slow.
  if (!positioned) {
    return (params ? { code, path, pointer, message, params } : { code, path, pointer, message }) as Issue;
  }
  const offset = word(end);
  const line = word(end + 1);
  const column = word(end + 2);
  const made = params
    ? { code, path, pointer, message, params, offset, line, column }
    : { code, path, pointer, message, offset, line, column };
  return made as unknown as Issue;
}
