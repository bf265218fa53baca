/** Messages about a secret: servers may repeat what they got, which must not be shown. */

/** Of a longer message nobody looks for the end of a quotation: that would take the square of its length. */
const LONGEST_QUOTING = 2000;

/**
 * What servers say of a value they refuse, in small letters. Whoever picks the words of a secret from these has none:
 * any other word may be one.
 */
const WORDS =
  "a about accept access account add again allow already an and any api app are array as at authentication " +
  "authorization bad be been big blank boolean but by can can't cannot case character check client connect contain " +
  "correct could credential denied deny does doesn't don't element empty end ensure enter enum equal error exactly " +
  "exceed exist expect expire fail false fewer field fill for format found from give has have here id in include " +
  "incorrect input invalid is isn't it its key last least length less letter limit line list long longer lower " +
  "malformed match max maximum may min minimum missing more most must mustn't need never new no not null number " +
  "object of on one only option or other parameter part pass password permission plain please property provide " +
  "read receive refuse reject remove request require retry revoke same secret server short should small space " +
  "start string support taken text than that the there this to token too true try type unauthorized undefined " +
  "unexpected unknown unrecognized up use username valid value verify was we were when which with without wrong " +
  "you your";

let words: Set<string> | undefined;

/**
 * The message without what may be the value, or a part of it: quotations, and every word that such messages do not
 * need. Chinese stays, for no credential is written in it.
 * @param path the place of the secret, whose names may be told
 */
export function withoutValues(message: string, path: readonly unknown[]): string {
  words ??= new Set(WORDS.split(" "));
  const known = words;
  return withoutQuotes(message)
    .replace(/[^\s\u3000-\u9fff\uff00-\uffef]+/g, (token) => {
      const [, before = "", word = "", behind = ""] = /^([("'`[<>=\u2264\u2265]{0,3})(.*?)((?:\(e?s\))?[)"'`\].,:;!?\u2026]{0,3})$/s.exec(token) ?? [];
      return isKnown(word, known) || path.includes(word) ? token : `${before}\u2026${behind}`;
    })
    .replace(/\u2026(?:\s+\u2026)+/g, "\u2026");
}

/** Also a number as short as limits are, a plural or past of the list, and words of it with hyphens between. */
function isKnown(word: string, known: ReadonlySet<string>): boolean {
  if (/^(?:\d{0,3}|\u2026)$/.test(word)) return true;
  const parts = word.toLowerCase().replace("\u2019", "'").split("-");
  return parts.every((part) => [part, part.replace(/[ds]$/, ""), part.replace(/e[ds]$/, "")].some((one) => known.has(one)));
}

function withoutQuotes(message: string): string {
  if (message.length > LONGEST_QUOTING) return message.slice(0, LONGEST_QUOTING).replace(/["'`].*$/s, "\u2026");
  return message.replace(/(^|[\s:=([])(["'`]).*\2(?=$|[\s:;,.)\]])/gs, "$1$2\u2026$2");
}
