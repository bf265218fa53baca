/**
 * `TextEncoder` and `TextDecoder` for the bundle, in which the build puts these in place of the globals: made when they
 * are first used, so that importing does nothing, and there even where the host has none, as under Jest's jsdom.
 */

type Encoder = Pick<globalThis.TextEncoder, "encode" | "encodeInto">;
type Decoder = Pick<globalThis.TextDecoder, "decode">;

const host = globalThis as {
  readonly TextEncoder?: new () => Encoder;
  readonly TextDecoder?: new (label?: string, options?: TextDecoderOptions) => Decoder;
};

/** As the global of this name. */
export class TextEncoder {
  private made: Encoder | undefined;

  private get encoder(): Encoder {
    return (this.made ??= host.TextEncoder ? new host.TextEncoder() : plainEncoder);
  }

  encode(text: string): Uint8Array {
    return this.encoder.encode(text);
  }

  encodeInto(text: string, bytes: Uint8Array): { read: number; written: number } {
    return this.encoder.encodeInto(text, bytes);
  }
}

/** As the global of this name. */
export class TextDecoder {
  private made: Decoder | undefined;
  private readonly label: string | undefined;
  private readonly options: TextDecoderOptions | undefined;

  constructor(label?: string, options?: TextDecoderOptions) {
    this.label = label;
    this.options = options;
  }

  decode(bytes?: Uint8Array): string {
    if (!bytes) return "";
    const { label, options } = this;
    return (this.made ??= host.TextDecoder ? new host.TextDecoder(label, options) : plainDecoder).decode(bytes);
  }
}

const plainEncoder: Encoder = {
  encode: encodePlainly,
  encodeInto: (text, bytes) => {
    const encoded = encodePlainly(text);
    bytes.set(encoded);
    return { read: text.length, written: encoded.length };
  },
};

/** For what is known to be UTF-8. */
const plainDecoder: Decoder = {
  decode: (bytes) => {
    let escaped = "";
    for (const byte of bytes as Uint8Array) escaped += (byte < 16 ? "%0" : "%") + byte.toString(16);
    return decodeURIComponent(escaped);
  },
};

/** Half a surrogate pair becomes U+FFFD, as the standard says. */
function encodePlainly(text: string): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  const rest = (point: number, shift: number): number => 0x80 | ((point >> shift) & 63);
  for (const character of text) {
    let point = character.codePointAt(0) as number;
    if (point >= 0xd800 && point < 0xe000) point = 0xfffd;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), rest(point, 0));
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), rest(point, 6), rest(point, 0));
    else bytes.push(0xf0 | (point >> 18), rest(point, 12), rest(point, 6), rest(point, 0));
  }
  return new Uint8Array(bytes);
}
