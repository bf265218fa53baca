/** How bytes get to a library that takes objects: decoded, parsed by `JSON.parse`, then checked. */

/** Bytes of NDJSON that are decoded at a time; whole lines only, so memory stays flat. */
const BLOCK = 2 ** 16;
const NEWLINE = 10;

/** The byte functions of a library that has none of its own. */
export function throughJson({ is, parse, messages }) {
  const decoder = new TextDecoder();
  return {
    is: (bytes) => is(JSON.parse(decoder.decode(bytes))),
    parse: (bytes) => parse(JSON.parse(decoder.decode(bytes))),
    lines: (bytes) => {
      const failures = [];
      let line = 0;
      for (let start = 0; start < bytes.length; ) {
        const end = blockEnd(bytes, start);
        for (const text of decoder.decode(bytes.subarray(start, end)).split("\n")) {
          if (text === "") continue;
          line++;
          const value = JSON.parse(text);
          if (!is(value)) failures.push({ line, messages: messages(value) });
        }
        start = end;
      }
      return { lines: line, valid: line - failures.length, failures };
    },
  };
}

/** Where the block that begins at `start` ends: after its last whole line, of which there is at least one. */
function blockEnd(bytes, start) {
  if (bytes.length - start <= BLOCK) return bytes.length;
  const last = bytes.lastIndexOf(NEWLINE, start + BLOCK);
  if (last >= start) return last + 1;
  const next = bytes.indexOf(NEWLINE, start);
  return next < 0 ? bytes.length : next + 1;
}
