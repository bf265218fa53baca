/** JSON text: to the bytes that wasm reads, and to the value that they hold. */

/**
 * JSON text: a string, or its UTF-8 bytes in an `ArrayBuffer` or any view of one (`Uint8Array`, Node's `Buffer`,
 * `DataView` and so on).
 */
export type JsonText = string | ArrayBufferView | ArrayBufferLike;

const { parse } = JSON;

/** The UTF-8 bytes of a text. What is no text, such as a promise that nobody awaited, counts as an empty one. */
export function bytesOf(text: JsonText): Uint8Array {
  if (typeof text === "string") return new TextEncoder().encode(text);
  try {
    const view = ArrayBuffer.isView(text) ? text : new DataView(text);
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    // Another thread may write to shared memory between the check and the parsing.
    return view.buffer[Symbol.toStringTag] === "SharedArrayBuffer" ? bytes.slice() : bytes;
  } catch {
    return new Uint8Array(0);
  }
}

/** The value of a text that is known to be JSON. A string is parsed as it is: its lone surrogates survive. */
export function parseJson(text: JsonText, bytes: Uint8Array): unknown {
  return parse(typeof text === "string" ? text : new TextDecoder().decode(bytes));
}
