/**
 * A text without the slashes at its end. Not by a regular expression, which reads a row of them once for each.
 */
export function withoutFinalSlashes(text: string): string {
  let { length } = text;
  while (length > 0 && text[length - 1] === "/") length--;
  return text.slice(0, length);
}
