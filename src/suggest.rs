//! The option that was probably meant.

use prevet_advice::characters::{is_white, trimmed_by};

use crate::issue::listed;

/// The longest text that is looked at; no option comes near it.
const LONGEST: usize = 40;

/// The most typing errors.
const MOST_ERRORS: usize = 3;

/// So many options are tried: each takes its time, for each value that is wrong.
const MOST: u16 = 1000;

/// The position of the option nearest to `value`, if one is near: equal but for case and separators, or few typing errors
/// away (one for every five letters, at most three; a swap of neighbours counts as one). Those of the caller's own, in
/// `extra`, stand behind the others.
pub(crate) fn nearest(value: &str, options: &[&str], extra: &[&str]) -> Option<u16> {
    let typed = Letters::of(trimmed_by(value, is_white))?;
    let letters = set(typed.as_slice());
    // Finding out takes longer the more errors there may be, so all options are tried with few ones first.
    for errors in 0..=MOST_ERRORS {
        let mut position = 0;
        while let Some(option) = listed(options, extra, position).filter(|_| position < MOST) {
            // Every letter too many or too few is an error by itself; and of the set of letters one changes two at most.
            if errors <= allowed(option)
                && typed.length.abs_diff(option.len()) <= errors
                && (letters ^ set(option.as_bytes())).count_ones() as usize <= 2 * errors
                && is_within(typed.as_slice(), option.as_bytes(), errors)
            {
                return Some(position);
            }
            position += 1;
        }
    }
    None
}

/// How many typing errors an option may have.
fn allowed(option: &str) -> usize {
    (option.len() / 5).clamp(1, MOST_ERRORS)
}

/// A letter that counts: in lower case, every separator alike. Those beyond ASCII are none: a caller's option may have some.
fn normal(byte: u8) -> u8 {
    if byte.is_ascii_alphanumeric() { byte.to_ascii_lowercase() } else { b'|' * u8::from(byte.is_ascii()) }
}

/// The set of some letters.
fn set(letters: &[u8]) -> u32 {
    letters.iter().fold(0, |set, &letter| set | bit(letter))
}

/// A letter's bit in a set of letters, the same in upper and lower case; some share one. Separators have none.
fn bit(letter: u8) -> u32 {
    if letter.is_ascii_alphanumeric() { 1 << (letter & 31) } else { 0 }
}

/// The letters that count, without an allocation: lower case, every separator alike. Known options are ASCII, so a letter
/// beyond it is simply a wrong one, however many bytes it has.
struct Letters {
    bytes: [u8; LONGEST],
    length: usize,
}

impl Letters {
    fn of(text: &str) -> Option<Self> {
        let mut letters = Self { bytes: [0; LONGEST], length: 0 };
        for letter in text.chars() {
            *letters.bytes.get_mut(letters.length)? = u8::try_from(letter).ok().filter(u8::is_ascii).map_or(0, normal);
            letters.length += 1;
        }
        Some(letters)
    }

    fn as_slice(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }
}

/// Whether so many insertions, deletions, replacements and swaps of neighbours turn normal letters into an option. Where
/// the first letters are the same there is none: behind them it is tried which kind of error makes the rest fit, so the
/// work grows with the errors, not with the letters.
fn is_within(from: &[u8], to: &[u8], errors: usize) -> bool {
    let same = from.iter().zip(to).take_while(|&(a, b)| *a == normal(*b)).count();
    let (from, to) = (from.get(same..).unwrap_or_default(), to.get(same..).unwrap_or_default());
    let ([a, from_rest @ ..], [b, to_rest @ ..]) = (from, to) else { return from.len().max(to.len()) <= errors };
    if errors == 0 || from.len().abs_diff(to.len()) > errors {
        return false;
    }
    let is_swap = from_rest.first() == Some(&normal(*b)) && to_rest.first().map(|b| normal(*b)) == Some(*a);
    is_within(from_rest, to_rest, errors - 1)
        || is_within(from_rest, to, errors - 1)
        || is_within(from, to_rest, errors - 1)
        || is_swap && is_within(behind(from_rest), behind(to_rest), errors - 1)
}

fn behind(letters: &[u8]) -> &[u8] {
    letters.get(1..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    const SCOPES: &[&str] = &["table|create", "table|read", "view|read", "user|email_read"];

    fn among<'a>(typed: &str, options: &[&'a str]) -> Option<&'a str> {
        nearest(typed, options, &[]).map(|position| options[usize::from(position)])
    }

    #[test]
    fn a_near_miss_is_found() {
        for typed in ["table|raed", "table:read", "Table|Read", "tabel|read", "table|rea", " table.read "] {
            assert_eq!(among(typed, SCOPES), Some("table|read"), "{typed}");
        }
        assert_eq!(among("user|emailread", SCOPES), Some("user|email_read"));
        assert_eq!(among("odic", &["feishu", "oidc"]), Some("oidc"));
    }

    #[test]
    fn options_of_the_callers_own_stand_behind_the_others() {
        let extra = ["base|read", "user|email_write"];
        assert_eq!(nearest("user|email_writ", SCOPES, &extra), Some(5));
        assert_eq!(nearest("user|email_reed", SCOPES, &extra), Some(3));
        assert_eq!(nearest("base|raed", SCOPES, &extra), Some(4));
        assert_eq!(nearest("b\u{e4}se|read", SCOPES, &["b\u{e4}se|reed"]), Some(4));
        assert_eq!(nearest("base|read", SCOPES, &[&"base|read".repeat(9)]), None);
    }

    #[test]
    fn what_is_far_suggests_nothing() {
        for typed in ["", "saml", "read", "xxxxxxxxxx", "t\u{e4}bl\u{e9}|r\u{e9}\u{e4}d", &"table|read".repeat(100)] {
            assert_eq!(among(typed, &["feishu", "table|create", "table|read"]), None, "{typed}");
        }
    }
}
