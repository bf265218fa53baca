/**
 * The tape: a JavaScript value written down for wasm, so that it crosses the boundary once.
 *
 * The words are 32-bit and in pre-order, the strings one text joined with NUL: two halves of a surrogate pair that end
 * one string and begin the next never meet. `src/read/words.rs` is the other end.
 */

/** What the words mean. */
export const Word = {
  absent: 0,
  null: 1,
  false: 2,
  true: 3,
  number: 4,
  string: 5,
  list: 6,
  record: 7,
  object: 8,
  bigint: 9,
  symbol: 10,
  function: 11,
  unreadable: 12,
  array: 13,
  map: 14,
  sound: 15,
  counted: 16,
  chosen: 17,
} as const;

/** How much of a value is written; what lies beyond counts as unreadable. */
export interface Limits {
  /** List elements, over the whole value. */
  readonly elements: number;
  /** UTF-16 units of all strings together. */
  readonly text: number;
  /** Whether strings are written as they are, and free-form maps walked, for advice: checks need less of them. */
  readonly whole?: true;
}

/**
 * For a caller's value, which may claim billions of elements or hold one long string a million times: enough for any
 * body, and little enough for wasm's memory.
 */
export const CALLERS: Limits = { elements: 2 ** 22, text: 2 ** 27 };

/** For what `JSON.parse` made: it is in memory already. */
export const PARSED: Limits = { elements: Infinity, text: Infinity };

/** For advice: what is too long for a form to hold is nothing that a person would read advice on. */
export const ADVISED: Limits = { elements: 2 ** 14, text: 2 ** 20, whole: true };

const halves = new DataView(new ArrayBuffer(8));

/** The bits of a number as two words, low first. */
export function numberHalves(value: number): readonly [number, number] {
  halves.setFloat64(0, value, true);
  return [halves.getUint32(0, true), halves.getUint32(4, true)];
}

/** Writes one value. Each reading has its own: a getter may start another reading in the middle of this one. */
export class Tape {
  /** The strings, joined with NUL. */
  text = "";
  /** As in {@link Limits}. */
  readonly whole: boolean;
  /** Whether something was left out because it is too large, or too deep. */
  isCut = false;
  /** As in the reading. */
  areSecretsWhole = true;
  private buffer = new Uint32Array(64);
  private length = 0;
  private strings = 0;
  private elementsLeft: number;
  private textLeft: number;

  /** @param extra the scopes of the caller's own, for those who write */
  constructor(
    limits: Limits,
    readonly extra?: string,
  ) {
    this.elementsLeft = limits.elements;
    this.textLeft = limits.text;
    this.whole = limits.whole ?? false;
  }

  /** The words written so far. */
  get words(): Uint32Array {
    return this.buffer.subarray(0, this.length);
  }

  /** Writes one of {@link Word}, or what follows it. */
  word(word: number): void {
    if (this.length === this.buffer.length) {
      const grown = new Uint32Array(this.length * 2);
      grown.set(this.buffer);
      this.buffer = grown;
    }
    this.buffer[this.length++] = word;
  }

  /** Writes a number as its two halves, low first. */
  number(value: number): void {
    const [low, high] = numberHalves(value);
    this.word(Word.number);
    this.word(low);
    this.word(high);
  }

  /** Writes a string. */
  string(value: string): void {
    this.textLeft -= value.length;
    if (this.textLeft < 0) {
      this.isCut = true;
      return this.word(Word.unreadable);
    }
    this.word(Word.string);
    this.append(value);
  }

  /** Opens a free-form map, of which each key and then its value have to follow; false where it is too large. */
  map(keys: readonly string[]): boolean {
    this.elementsLeft -= keys.length;
    for (const { length } of keys) this.textLeft -= length;
    this.isCut ||= this.elementsLeft < 0 || this.textLeft < 0;
    if (this.isCut) return false;
    this.word(Word.map);
    this.word(keys.length);
    return true;
  }

  /** Writes the key of a free-form map. */
  key(key: string): void {
    this.append(key);
  }

  private append(value: string): void {
    this.text = this.strings++ === 0 ? value : this.text + "\0" + value;
    this.word(value.length);
  }

  /**
   * Opens a list of `length` elements and gives how many of them to write. If that is fewer, one more value has to
   * follow, which stands for the rest.
   */
  list(length: number): number {
    const fitting = Math.min(length, this.elementsLeft);
    this.elementsLeft -= fitting;
    this.isCut ||= fitting < length;
    this.word(Word.list);
    this.word(fitting < length ? fitting + 1 : length);
    return fitting;
  }
}
