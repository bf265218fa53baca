/**
 * What the full validator has to see of a snapshot, written into wasm's memory in one pass.
 *
 * A string that is surely right where it stands stays behind: of it only that is told. Nothing of a caller's runs
 * meanwhile, for a snapshot has no getters; so one place in memory is enough.
 */
import { isUrl, isUuid } from "./accept.js";
import type { EnumNode, Field, ListNode, Node, TextNode, UnionNode } from "./definition.js";
import { putText, reserveWords, words } from "./memory.js";
import { TAG, UNREADABLE, beginning, isArraySafely } from "./read.js";
import { CALLERS, numberHalves, Word } from "./tape.js";

const { hasOwn } = Object;

let count = 0;
let text = "";
let isFirst = true;
let elementsLeft = 0;
let textLeft = 0;

/** How much was written. */
export interface Evidence {
  readonly words: number;
  readonly bytes: number;
}

/**
 * Writes down a snapshot that a generated reader took.
 * @param node what belongs there
 */
export function writeEvidence(node: Node, snapshot: unknown): Evidence {
  count = 0;
  text = "";
  isFirst = true;
  elementsLeft = CALLERS.elements;
  textLeft = CALLERS.text;
  writeValue(node, snapshot, true);
  const evidence = { words: count, bytes: putText(text) };
  text = "";
  return evidence;
}

function word(word: number): void {
  if (count >= words.length) reserveWords(count + 1);
  words[count++] = word;
}

/** Objects and lists are walked only where `deep`. */
function writeValue(node: Node, value: unknown, deep: boolean): void {
  switch (typeof value) {
    case "string":
      return isSound(node, value) ? word(Word.sound) : writeText(node, value);
    case "undefined":
      return word(Word.absent);
    case "boolean":
      return word(value ? Word.true : Word.false);
    case "number":
      word(Word.number);
      return numberHalves(value).forEach(word);
    case "bigint":
      return word(Word.bigint);
    case "symbol":
      return word(value === UNREADABLE ? Word.unreadable : Word.symbol);
    case "object":
      return value === null ? word(Word.null) : writeObject(node, value, deep);
    default:
      return word(Word.function);
  }
}

/** Whether a string is surely right here, or wrong by being a string at all. */
function isSound(node: Node, value: string): boolean {
  if (node.kind === "text") return isSoundText(node, value);
  return node.kind !== "enum" || optionsOf(node).has(value);
}

/** A code point is one UTF-16 unit or two. */
function isSoundText({ format, minLength = 0, maxLength = Infinity }: TextNode, value: string): boolean {
  if (value.length > maxLength || (value.length < 2 * minLength && !(minLength === 1 && value !== ""))) return false;
  return format === undefined || (format === "uri" ? isUrl(value) : isUuid(value));
}

let lastEnum: EnumNode | undefined;
let lastOptions: ReadonlySet<string> = new Set();

/** The elements of a list mostly have the same options. */
function optionsOf(node: EnumNode): ReadonlySet<string> {
  if (node !== lastEnum) {
    lastEnum = node;
    lastOptions = new Set(node.options);
  }
  return lastOptions;
}

/** Writes what the rules have to see of a string: of one that has to be a short word, no more than its beginning. */
function writeText(node: Node, value: string): void {
  const isText = node.kind === "text";
  if (isText && node.format === undefined) {
    word(Word.counted);
    return word(codePoints(value));
  }
  const seen = isText && node.format === "uri" ? value : beginning(value);
  textLeft -= seen.length;
  if (textLeft < 0) return word(Word.unreadable);
  text = isFirst ? seen : text + "\0" + seen;
  isFirst = false;
  word(Word.string);
  word(seen.length);
}

const PAIRS = /[\ud800-\udbff][\udc00-\udfff]/g;

/** A lone surrogate counts as one. */
function codePoints(value: string): number {
  return value.length - (value.match(PAIRS)?.length ?? 0);
}

function writeObject(node: Node, value: object, deep: boolean): void {
  const { kind } = node;
  if (kind === "any") return word(Word.object);
  const array = isArraySafely(value);
  if (array === undefined) return word(Word.unreadable);
  if (array) return kind === "list" && deep ? writeList(node, value as readonly unknown[]) : word(Word.array);
  if (!deep) return word(Word.object);
  if (kind === "object") return writeRecord(node.fields, value);
  if (kind === "either") return writeRecord(node.object.fields, value);
  if (kind === "union") return writeUnion(node, value);
  word(Word.object);
}

function writeRecord(fields: readonly Field[], value: object): void {
  word(Word.record);
  word(fields.length);
  writeFields(fields, value, true);
}

/** The fields of the branch that the tag names. Where it names none, what every branch has alike is all that counts. */
function writeUnion({ tag, branches }: UnionNode, value: object): void {
  const named = (value as Record<string, unknown>)[tag];
  const chosen = branches.findIndex((branch) => branch.value === named);
  const fields = branches[Math.max(0, chosen)]?.fields ?? [];
  word(Word.record);
  word(fields.length + 1);
  if (chosen < 0) {
    writeValue(TAG, named, false);
  } else {
    word(Word.chosen);
    word(chosen);
  }
  writeFields(fields, value, chosen >= 0);
}

function writeFields(fields: readonly Field[], value: object, deep: boolean): void {
  for (const { name, node, required } of fields) {
    // A snapshot has every required field; an optional one may be missing, and then be inherited.
    const there = required || hasOwn(value, name);
    writeValue(node, there ? (value as Record<string, unknown>)[name] : undefined, deep);
  }
}

/** Elements beyond the limit are one that cannot be read. */
function writeList({ item }: ListNode, value: readonly unknown[]): void {
  const fitting = Math.min(value.length, elementsLeft);
  elementsLeft -= fitting;
  word(Word.list);
  word(fitting < value.length ? fitting + 1 : fitting);
  for (let index = 0; index < fitting; index++) writeValue(item, value[index], true);
  if (fitting < value.length) word(Word.unreadable);
}
