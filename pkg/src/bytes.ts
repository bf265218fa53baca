/** JSON text: to the bytes that wasm reads, and to the value that they hold. */

/**
 * JSON text: a string, or its UTF-8 bytes in an `ArrayBuffer` or any view of one (`Uint8Array`, Node's `Buffer`,
 * `DataView` and so on).
 */
export type JsonText = string | ArrayBufferView | ArrayBufferLike;

const { parse } = JSON;

// What a view is, and how long: `instanceof` and an own property can be made to say anything.
const views = Object.getPrototypeOf(Uint8Array.prototype) as object;
const kindOf = getter(Symbol.toStringTag);
const countOf = getter("length");

function getter(name: PropertyKey): (this: unknown) => unknown {
  return Object.getOwnPropertyDescriptor(views, name)?.get as (this: unknown) => unknown;
}

/** How many bytes there are, whatever an own property says. */
export function lengthOf(bytes: Uint8Array): number {
  return countOf.call(bytes) as number;
}

/**
 * The UTF-8 bytes of a text.
 * @param none stands for what is no text, such as a promise that nobody awaited
 */
export function bytesOf(text: JsonText, none: readonly number[] = []): Uint8Array {
  if (typeof text === "string") return new TextEncoder().encode(text);
  try {
    if (!ArrayBuffer.isView(text)) return new Uint8Array(new DataView(text).buffer);
    if (kindOf.call(text) === "Uint8Array" && countOf.call(text) === (text as Uint8Array).length) {
      // One whose buffer was given away has no length, and can't be copied.
      return (text as Uint8Array).length === 0 ? new Uint8Array(0) : (text as Uint8Array);
    }
    return new Uint8Array(text.buffer, text.byteOffset, text.byteLength);
  } catch {
    return Uint8Array.from(none);
  }
}

/** Bytes that nobody else knows. */
export function copyOf(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes);
}

/** Bytes that stay as they are: another thread may write to shared memory between the check and the parsing. */
export function settled(bytes: Uint8Array): Uint8Array {
  // Not asked for `SharedArrayBuffer`: a page may have shared memory without it, and looking for it in vain takes long.
  return bytes.buffer instanceof ArrayBuffer ? bytes : copyOf(bytes);
}

/** Stands for the value of a text that is not JSON. */
export const notJson: unique symbol = Symbol("not JSON");

let decoder: TextDecoder | undefined;

/**
 * The value of a text, or {@link notJson}. A string is parsed as it is: its lone surrogates survive.
 * @param bytes the text's bytes, where it is no string
 */
export function tryParse(text: JsonText, bytes: Uint8Array | undefined): unknown {
  try {
    if (typeof text === "string") return parse(text);
    // Neither wrong bytes nor a byte order mark may pass.
    decoder ??= new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return parse(decoder.decode(bytes));
  } catch {
    return notJson;
  }
}
