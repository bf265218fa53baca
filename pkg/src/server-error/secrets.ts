/** Messages about a secret: servers may repeat what they got, which must not be shown. */
import { withoutLogins } from "../hide.js";

/** Of a longer message nobody looks for the end of a quotation: that would take the square of its length. */
const LONGEST_QUOTING = 2000;

/** So long is no word of a sentence. */
const LONGEST_WORD = 40;

/** Longer names of fields are not told. */
const LONGEST_NAME = 200;

/** What stands between spaces, without the marks around it; Chinese has no spaces around words of other languages. */
const TOKEN = /[^\s"'`()<>[\]{},;\u2018-\u201f\u00ab\u00bb\u3000-\u9fff\uff00-\uffef]{7,}/g;

/** The kinds of values, as servers' languages call them, and what else may stand where a value could. */
const SHOWN =
  "str(?:ing)?|(?:big)?int(?:eger)?|float|number|nan|bool(?:ean)?|true|false|list|array|dict|object|map|set|date|function|symbol|null|none(?:type)?|undefined|" +
  "empty|blank|missing|required|expired|\\d{1,3}";

/** What a value's characters may be, and what fields and standards are called: `field_1`, `sha-256`. */
const NAME = /^(?:[az]-[fz]|0-9|[_.-])+$|^(?:field|key|item|row|sha|aes|rsa|utf)[-_]\d{1,3}$/i;

/** Quotation marks in pairs; an apostrophe ends none. */
const TYPOGRAPHIC = /\u201c.*\u201d|\u201e.*[\u201c\u201d]|\u2018.*\u2019(?![a-z])|\u00ab.*\u00bb|\u2039.*\u203a|\u300c.*\u300d|\u300e.*\u300f/gis;

/**
 * The message without what may be the value: quotations, what it says it received, and without quotes what looks like a
 * credential. Nobody here knows the value, so one that is made of common words may stay.
 * @param path the place of the secret, whose names may be told, as those of kinds
 */
export function withoutValues(message: string, path: readonly unknown[]): string {
  // An expression of any length is more than engines take.
  const keys = path.map(String).filter(({ length }) => length < LONGEST_NAME);
  const names = [SHOWN, ...keys.map((key) => key.replace(/\W/g, "\\$&"))].join("|");
  const shown = new RegExp(`^(?:${names})$`, "i");
  const withoutValue = (told: string, before: string, value: string) => (shown.test(value) ? told : `${before}\u2026`);
  return withoutQuotes(message, names, shown)
    .replace(/\b((?:value|received|got)\s?:\s*)([^\s"'`\u2018-\u203a\u300c\u300e\u00ab]\S*?)(?=[.!]?(?:$|\s\())/gi, withoutValue)
    // Without a colon only at the end of a sentence: a key may have got lost.
    .replace(/((?:^|,\s*|\bbut\s+)(?:received|got)\s+)([^\s"'`\u2018-\u203a\u300c\u300e\u00ab]\S*?)(?=[.!]?$)/i, withoutValue)
    .replace(TOKEN, (token) => {
      const word = wordOf(token);
      return looksLikeCredential(word) && !path.includes(word) ? `\u2026${token.slice(word.length)}` : token;
    });
}

/** A sentence that speaks of secrets. */
const SECRET = /secret|password|passphrase|credential|token|bearer|(?:api|app|private)[ _-]?key|密钥|密码|口令|凭[证据]|令牌/i;

/**
 * The message of something else without the credentials in it, if it speaks of any. Names, codes of errors (`AADSTS7000215`)
 * and addresses without logins and keys stay: they are what it is about.
 */
export function withoutCredentials(message: string): string {
  if (!SECRET.test(message)) return message;
  return message.replace(TOKEN, (token) => {
    const word = wordOf(token);
    const rest = token.slice(word.length);
    if (!/@|:\/\//.test(word)) return isCredential(word) ? `\u2026${rest}` : token;
    return withoutLogins(word, "\u2026").split(/([?&#])/).map(withoutSecret).join("") + rest;
  });
}

/** A parameter without its value, if it is one for secrets. */
function withoutSecret(parameter: string): string {
  const end = parameter.indexOf("=");
  return /key|token|secret|pass|sig|cred/i.test(parameter.slice(0, Math.max(end, 0))) ? `${parameter.slice(0, end)}=\u2026` : parameter;
}

/** Whether a word is surely none of a sentence. */
function isCredential(word: string): boolean {
  const isLong = word.length >= 16 || (word.length >= 12 && /[a-z]/.test(word));
  return isLong && /\d/.test(word) && looksLikeCredential(word);
}

/** The message of a parser without the piece of the body that it shows: `.., ..."appSecret": q7Rk"... is not valid JSON`. */
export function withoutSource(message: string): string {
  const [start, end] = [message.indexOf('"'), message.lastIndexOf(" is not valid JSON")];
  return start < 0 || end < start ? message : `${message.slice(0, start).replace(/\.{3}$/, "")}\u2026${message.slice(end)}`;
}

/** A token without the marks that end a sentence. Not by an expression, which reads a row of them once for each. */
function wordOf(token: string): string {
  let { length } = token;
  while (length > 0 && ".:!?\u2026".includes(token.charAt(length - 1))) length--;
  return token.slice(0, length);
}

function looksLikeCredential(word: string): boolean {
  // Not every language has spaces between words.
  const isLong = word.length >= LONGEST_WORD && /^[!-~]*$/.test(word);
  // Standards have names of seven: `ISO8601`, `RFC6749`.
  const letter = word.length > 7 ? /\p{L}/u : /[a-z]/;
  // Numbers that long count nothing, and no name changes case that often.
  const isOdd = /^\d{9,}$/.test(word) || (word.length < LONGEST_WORD && /(?:[a-z]+[A-Z]+){4}/.test(word));
  return isLong || isOdd || (word.length > 6 && /\d/.test(word) && letter.test(word) && !NAME.test(word));
}

/**
 * @param names what may stay in quotes, as an expression
 * @param shown the same, of a whole text
 */
function withoutQuotes(message: string, names: string, shown: RegExp): string {
  if (message.length > LONGEST_QUOTING) {
    // The last word may be the beginning of more.
    return message.slice(0, LONGEST_QUOTING).replace(/["'`\u2018-\u203a\u300c\u300e\u00ab].*$/s, "").replace(/\S*$/, "\u2026");
  }
  const quotation = new RegExp(`(^|[\\s:=([{,;.!?)\\]}])(["'\`])(?:(${names})|.*)\\2(?=$|[\\s:;,.!?)\\]}])`, "gis");
  return message
    .replace(quotation, (told, before: string, quote: string, name?: string) =>
      name === undefined ? `${before}${quote}\u2026${quote}` : told,
    )
    .replace(TYPOGRAPHIC, (told) => (shown.test(told.slice(1, -1)) ? told : `${told.slice(0, 1)}\u2026${told.slice(-1)}`));
}
