/** Messages about a secret: servers may repeat what they got, which must not be shown. */

/** Of a longer message nobody looks for the end of a quotation: that would take the square of its length. */
const LONGEST_QUOTING = 2000;

/** So long is no word of a sentence. */
const LONGEST_WORD = 40;

/** What stands between spaces, without the marks around it; Chinese has no spaces around words of other languages. */
const TOKEN = /[^\s"'`()<>[\]{},;\u2018-\u201f\u00ab\u00bb\u3000-\u9fff\uff00-\uffef]{8,}/g;

/**
 * The message without what may be the value: quotations, and without quotes what looks like a credential. Nobody here
 * knows the value, so one that is made of common words stays.
 * @param path the place of the secret, whose names may be told
 */
export function withoutValues(message: string, path: readonly unknown[]): string {
  return withoutQuotes(message).replace(TOKEN, (token) => {
    const [, word = "", end = ""] = /^(.*?)([.:!?\u2026]*)$/s.exec(token) ?? [];
    return looksLikeCredential(word) && !path.includes(word) ? `\u2026${end}` : token;
  });
}

function looksLikeCredential(word: string): boolean {
  // Not every language has spaces between words.
  const isLong = word.length >= LONGEST_WORD && /^[!-~]*$/.test(word);
  return isLong || (word.length >= 8 && /\d/.test(word) && /[a-z]/i.test(word));
}

function withoutQuotes(message: string): string {
  if (message.length > LONGEST_QUOTING) {
    // The last word may be the beginning of more.
    return message.slice(0, LONGEST_QUOTING).replace(/["'`].*$/s, "").replace(/\S*$/, "\u2026");
  }
  return message.replace(/(^|[\s:=([])(["'`]).*\2(?=$|[\s:;,.)\]])/gs, "$1$2\u2026$2");
}
