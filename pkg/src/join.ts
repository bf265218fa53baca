/**
 * A wasm module out of its parts, in which all that is alike is together; `xtask/src/split.rs` is the other end.
 *
 * Engines run this once, so mostly uncompiled: hence one loop over plain variables and a table.
 */
import { decodeAscii, type Ascii } from "./ascii.js";

/** A module in parts. */
export interface Parts {
  /** The bytes of the module. */
  readonly length: number;
  /** So many bytes are before the code section. */
  readonly before: number;
  readonly functions: number;
  /** All sections but the code. */
  readonly others: Ascii;
  readonly opcodes: Ascii;
  /** Operands, kind by kind, and how many bytes each kind has. */
  readonly operands: Ascii;
  readonly lengths: readonly number[];
}

// Kinds of operands, as in `xtask/src/instructions.rs`. A test of the package holds the two against each other.
const LABEL = 0;
const LOCAL = 1;
const NUMBER = 2;
const DECLARATION = 3;
const OTHER = 4;
const FUNCTION = 5;
const BLOCK = 6;
const STORE = 7;
const LOAD = 8;

const CODE_SECTION = 10;

/** The most bytes that a size takes. */
const SIZE = 5;

/** Of an opcode without an operand. */
const NONE = 9;

/** Of an opcode with several operands, or another depth behind it. */
const SPECIAL = 10;

/** The kind of the operand of each opcode; later ones overrule earlier ones. */
function kinds(): Uint8Array {
  const table = new Uint8Array(256).fill(NONE);
  table.fill(LABEL, 0x0c, 0x0e);
  table.fill(LOCAL, 0x20, 0x23);
  table.fill(OTHER, 0x23, 0x25);
  table.fill(LOAD, 0x28, 0x36);
  table.fill(STORE, 0x36, 0x3f);
  table.fill(OTHER, 0x3f, 0x43);
  table[0x10] = FUNCTION;
  table[0x41] = NUMBER;
  for (const opcode of [0x02, 0x03, 0x04, 0x0b, 0x0e, 0x11, 0x43, 0x44, 0xfc]) table[opcode] = SPECIAL;
  return table;
}

/** Joins parts that are known to be well-formed. */
export function join(parts: Parts): Uint8Array<ArrayBuffer> {
  const { length, before } = parts;
  const others = decodeAscii(parts.others);
  // The section, and each function, is written behind the room for its size and then moved.
  const module = new Uint8Array(length + SIZE * 2);
  module.set(others.subarray(0, before));
  module[before] = CODE_SECTION;
  const end = moved(module, before + 1, writeCode(module, put(module, before + 1 + SIZE, parts.functions), parts));
  module.set(others.subarray(before), end);
  return module.subarray(0, length);
}

/** Writes all functions from a place on and gives where they end. */
function writeCode(module: Uint8Array, start: number, parts: Parts): number {
  const opcodes = decodeAscii(parts.opcodes);
  const operands = decodeAscii(parts.operands);
  const table = kinds();
  let at = 0;
  /** Where the next operand of each kind is. */
  const next = Int32Array.from(parts.lengths, (count) => (at += count) - count);
  /** Copies so many numbers, or bytes, to a place and gives where they end there. */
  const copy = (to: number, kind: number, count: number, bytes?: boolean): number => {
    const from = next[kind] as number;
    const end = bytes ? from + count : skip(operands, from, count);
    module.set(operands.subarray(from, end), to);
    next[kind] = end;
    return to + end - from;
  };
  let to = start;
  for (let op = 0; op < opcodes.length; ) {
    const begin = to;
    // How many groups of locals; then of each how many, and their type, a byte that reads as a number.
    to = copy(begin + SIZE, DECLARATION, 1 + 2 * number(operands, next[DECLARATION] as number));
    for (let depth = 1; depth > 0; ) {
      const opcode = (module[to++] = opcodes[op++] as number);
      const kind = table[opcode] as number;
      if (kind < NONE) {
        if (kind > BLOCK) module[to++] = 0;
        at = next[kind] as number;
        while ((module[to++] = operands[at++] as number) > 127);
        next[kind] = at;
      } else if (kind === SPECIAL) {
        const first = operands[next[OTHER] as number] as number;
        if (opcode === 0x0b) depth--;
        else if (opcode < 0x05) {
          depth++;
          to = copy(to, BLOCK, 1);
        } else if (opcode === 0x43 || opcode === 0x44) to = copy(to, OTHER, opcode === 0x43 ? 4 : 8, true);
        else if (opcode === 0x0e) to = copy(to, LABEL, 2 + number(operands, next[LABEL] as number));
        else if (opcode === 0x11) to = copy(to, OTHER, 2);
        else to = copy(to, OTHER, 1 + ([2, 1, 2, 1][first - 8] ?? 0));
      }
    }
    to = moved(module, begin, to);
  }
  return to;
}

/** Where so many numbers end. */
function skip(bytes: Uint8Array, at: number, count: number): number {
  for (; count > 0; count--) while ((bytes[at++] as number) > 127);
  return at;
}

/** The number at a place. */
function number(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] as number;
  return byte < 128 ? byte : (byte & 127) | (number(bytes, at + 1) << 7);
}

/** Writes a number and gives where it ends. */
function put(module: Uint8Array, at: number, value: number): number {
  for (; value > 127; value >>= 7) module[at++] = (value & 127) | 128;
  module[at++] = value;
  return at;
}

/** Writes the size of what begins behind the room for it, moves that to where the size ends, and gives its own end. */
function moved(module: Uint8Array, begin: number, end: number): number {
  const from = begin + SIZE;
  const to = put(module, begin, end - from);
  module.copyWithin(to, from, end);
  return to + end - from;
}
