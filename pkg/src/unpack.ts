/** The wasm module out of the text that carries it, by a small one; `unpack/src/lib.rs` is that, `xtask/src/pack.rs` the other end. */

/** A module as text. */
export interface Packed {
  /** The bytes of the module. */
  readonly length: number;
  /** The bytes between the text and the module, of use to the unpacker only. */
  readonly streams: number;
  /** The memory for text, streams and module. */
  readonly pages: number;
  /** The wasm that unpacks: each byte as two of the letters from `a` to `p`, high half first. */
  readonly unpacker: string;
  readonly text: string;
}

interface Unpacker {
  readonly memory: WebAssembly.Memory;
  readonly unpack: (room: number, size: number, text: number, streams: number) => void;
}

/** What wasm memory grows by. */
const PAGE = 65536;

/** Unpacks a module. Throws what the host throws where it forbids WebAssembly. */
export function unpack({ length, streams, pages, unpacker, text }: Packed): Uint8Array<ArrayBuffer> {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(halves(unpacker)));
  const { memory, unpack: run } = exports as unknown as Unpacker;
  const room = memory.grow(pages) * PAGE;
  new TextEncoder().encodeInto(text, new Uint8Array(memory.buffer, room));
  run(room, pages * PAGE, text.length, streams);
  // A copy, so that the memory of the unpacker can go.
  return new Uint8Array(memory.buffer, room + text.length + streams, length).slice();
}

/** Bytes out of letters. This loop runs uncompiled, where an element of an array is far cheaper to get than a character. */
function halves(letters: string): Uint8Array<ArrayBuffer> {
  const values = new TextEncoder().encode(letters);
  const bytes = new Uint8Array(values.length / 2);
  for (let at = 0; at < bytes.length; at++) {
    bytes[at] = (((values[2 * at] as number) - 97) << 4) | ((values[2 * at + 1] as number) - 97);
  }
  return bytes;
}
