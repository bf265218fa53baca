/** The wasm module out of the text that carries it, by a small one; `unpack/src/lib.rs` is that, `xtask/src/pack.rs` the other end. */

/** A module as text. */
export interface Packed {
  /** The bytes of the module. */
  readonly length: number;
  /** The bytes between the text and the module, of use to the unpacker only. */
  readonly streams: number;
  /** The memory for text, streams and module. */
  readonly pages: number;
  /** The wasm that unpacks: a character for each byte, moved by `shift`. */
  readonly unpacker: string;
  /** How far. */
  readonly shift: number;
  readonly text: string;
}

interface Unpacker {
  readonly memory: WebAssembly.Memory;
  readonly unpack: (room: number, size: number, text: number, streams: number) => void;
}

/** What wasm memory grows by. */
const PAGE = 65536;

/** Unpacks a module. Throws what the host throws where it forbids WebAssembly. */
export function unpack({ length, streams, pages, unpacker, shift, text }: Packed): Uint8Array<ArrayBuffer> {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(shiftedBack(unpacker, shift)));
  const { memory, unpack: run } = exports as unknown as Unpacker;
  const room = memory.grow(pages) * PAGE;
  new TextEncoder().encodeInto(text, new Uint8Array(memory.buffer, room));
  run(room, pages * PAGE, text.length, streams);
  // A copy, so that the memory of the unpacker can go.
  return new Uint8Array(memory.buffer, room + text.length + streams, length).slice();
}

/** Bytes out of characters. */
function shiftedBack(characters: string, shift: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = characters.charCodeAt(at) - shift;
  return bytes;
}
