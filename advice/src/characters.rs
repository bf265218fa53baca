//! White space and characters that nobody sees.

use crate::strings::{has, hex_digit};

/// Without the characters around it that nobody means to type: white space, controls, the byte order mark, and
/// zero-width characters.
#[inline(never)]
pub(crate) fn trimmed(text: &str) -> &str {
    trimmed_by(text, |c| is_padding(c) || c.is_control())
}

/// White space, the byte order mark, and characters of no width.
pub(crate) fn is_padding(c: char) -> bool {
    is_space(c) || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}')
}

/// Without such characters around it.
#[inline(never)]
pub fn trimmed_by(text: &str, is_dropped: fn(char) -> bool) -> &str {
    text.trim_matches(is_dropped)
}

/// Without white space around it.
#[inline(never)]
pub(crate) fn inner(text: &str) -> &str {
    trimmed_by(text, is_space)
}

/// Whether white space is in it.
#[inline(never)]
pub(crate) fn has_space(text: &str) -> bool {
    text.chars().any(is_space)
}

/// White space as JavaScript's `\s` sees it: Unicode's, and the byte order mark.
pub(crate) fn is_space(c: char) -> bool {
    is_white(c) || c == '\u{FEFF}'
}

/// Unicode's white space, without the standard library's table of it.
#[inline(never)]
pub fn is_white(c: char) -> bool {
    matches!(c,
        '\t'..='\r' | ' ' | '\u{85}' | '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{2028}' | '\u{2029}'
        | '\u{202F}' | '\u{205F}' | '\u{3000}')
}

/// The first character that is invisible or turns the reading direction, if there is one. Line breaks and tabs are left
/// to the caller, and so are joiners where writing needs them.
pub(crate) fn hidden(text: &str) -> Option<char> {
    let mut found = None;
    mark(text, &mut |c, is_hidden| found = found.or(is_hidden.then_some(c)));
    found
}

/// The text without the characters that [`hidden`] finds.
pub(crate) fn visible(text: &str) -> String {
    let mut visible = String::new();
    mark(text, &mut |c, is_hidden| {
        if !is_hidden {
            visible.push(c);
        }
    });
    visible
}

/// The text without white space, slashes and all that nobody sees: the same, however a text was copied. With `is_json` also
/// without the escapes that stand for white space there.
#[inline(never)]
pub(crate) fn compact(text: &str, is_json: bool) -> String {
    let mut compact = String::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let mut ahead = rest.clone();
        if is_json && c == '\\' && matches!(ahead.next(), Some('n' | 'r' | 't')) {
            rest = ahead;
        } else if !is_space(c) && !is_hidden(c) && !is_selector(c) && !matches!(c, '\\' | '/') {
            compact.push(c);
        }
    }
    compact
}

/// What chooses a look of the character before it, and the blank of Braille.
fn is_selector(c: char) -> bool {
    matches!(c, '\u{180F}' | '\u{2800}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Tells every character, and whether it hides.
#[inline(never)]
fn mark(text: &str, tell: &mut dyn FnMut(char, bool)) {
    // The flags of England, Scotland and Wales are a black flag and tags.
    let has_flag = has(text, "\u{1F3F4}");
    let mut before = '\0';
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let joins =
            matches!(c, '\u{200C}' | '\u{200D}') && is_joined(before) && rest.clone().next().is_some_and(is_joined);
        let is_flag = has_flag && matches!(c, '\u{E0020}'..='\u{E007F}');
        before = c;
        tell(c, is_hidden(c) && !joins && !is_flag);
    }
}

/// Emoji and the scripts of Asia are written with joiners; the alphabets of Europe are not.
fn is_joined(c: char) -> bool {
    c >= '\u{0590}' && !is_hidden(c)
}

fn is_hidden(c: char) -> bool {
    (c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180E}'
            | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}'
            | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// `U+202E`, to name a character that cannot be shown.
pub(crate) fn code_point(c: char) -> String {
    let mut out = String::from("U+");
    let value = u32::from(c);
    let digits = (32 - value.leading_zeros()).div_ceil(4).max(4);
    for at in (0..digits).rev() {
        out.push(hex_digit(value >> (4 * at)).to_ascii_uppercase());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_unicodes() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_white(c), c.is_whitespace(), "{c:?}");
        }
    }

    #[test]
    fn what_is_around_a_text() {
        for text in [" a b ", "\u{A0}a b\u{3000}", "\u{FEFF}a b", "a b\u{200B}", "\r\na b\t", "\u{0}a b\u{1f}"] {
            assert_eq!(trimmed(text), "a b", "{text:?}");
        }
    }

    #[test]
    fn what_nobody_sees() {
        for text in
            ["a\u{202E}b", "a\u{200B}b", "a\u{200D}b", "a\u{0}", "a\u{AD}b", "\u{2066}a", "a\u{7F}", "\u{E0041}"]
        {
            assert!(hidden(text).is_some(), "{text:?}");
            assert_eq!(hidden(&visible(text)), None, "{text:?}");
        }
        for text in [
            "Acme 公司",
            "👨\u{200D}👩\u{200D}👧",
            "می\u{200C}خواهم",
            "☎\u{FE0F}",
            "🏴\u{E0067}\u{E007F}",
            "a\tb\r\n",
            "é",
        ] {
            assert_eq!(hidden(text), None, "{text:?}");
        }
    }

    #[test]
    fn what_is_left_of_a_copy() {
        assert_eq!(compact("\u{FEFF}a b\r\n\u{200B}c\t\u{202E}\u{0}é\u{A0}", false), "abcé");
        assert_eq!(compact("a\\nb\\/c\u{FE0F}\\\"d", false), "anbc\"d");
        assert_eq!(compact("a\\nb\\/c\u{FE0F}\\\"d", true), "abc\"d");
    }

    #[test]
    fn names_of_characters() {
        assert_eq!(code_point('\u{202E}'), "U+202E");
        assert_eq!(code_point('\u{7}'), "U+0007");
        assert_eq!(code_point('\u{E0041}'), "U+E0041");
    }
}
