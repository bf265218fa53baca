//! Looking into strings in few bytes. The standard library's patterns are made for speed and are copied into every place
//! that uses one; advice looks into strings in a hundred places, and never at many. So each of these is compiled once.

/// Whether one of the words fits. A list of words is one text with commas between: that takes no table of places.
#[inline(never)]
pub(crate) fn any(words: &str, fits: &dyn Fn(&str) -> bool) -> bool {
    let mut rest = Some(words);
    while let Some(words) = rest {
        let word = before(words, b",");
        if fits(word) {
            return true;
        }
        rest = words.get(word.len() + 1..);
    }
    false
}

/// A line by its number, from 0. A table of texts is one text with a line for each.
#[inline(never)]
pub fn line(lines: &str, number: usize) -> &str {
    let mut rest = lines;
    for _ in 0..number {
        rest = split_once(rest, "\n").unwrap_or_default().1;
    }
    before(rest, b"\n")
}

/// Whether these are the numbers of all lines of a table of so many, in their order; for checks while compiling.
pub const fn are_in_order(numbers: &[usize], count: usize) -> bool {
    let mut rest = numbers;
    while let Some((last, before)) = rest.split_last() {
        if *last != before.len() {
            return false;
        }
        rest = before;
    }
    numbers.len() == count
}

/// Writes a number down, in decimal digits.
#[inline(never)]
pub fn push_number(out: &mut String, number: usize) {
    if number > 9 {
        push_number(out, number / 10);
    }
    out.push(char::from(b'0' + (number % 10) as u8));
}

/// Writes a number down that may be negative.
#[inline(never)]
pub fn push_integer(out: &mut String, number: i64) {
    if number < 0 {
        out.push('-');
    }
    push_number(out, number.unsigned_abs() as usize);
}

/// The digit for the lowest four bits, in lower case.
#[inline(never)]
pub(crate) fn hex_digit(value: u32) -> char {
    char::from_digit(value & 15, 16).unwrap_or_default()
}

/// The text from one byte to another; empty where that is none of it.
#[inline(never)]
pub(crate) fn cut(text: &str, from: usize, to: usize) -> &str {
    text.get(from..to).unwrap_or_default()
}

/// The text from a byte on.
#[inline(never)]
pub fn from(text: &str, start: usize) -> &str {
    cut(text, start, text.len())
}

/// Whether the text starts so.
#[inline(never)]
pub fn starts(text: &str, start: &str) -> bool {
    text.starts_with(start)
}

/// Whether the text ends so.
#[inline(never)]
pub(crate) fn ends(text: &str, end: &str) -> bool {
    text.ends_with(end)
}

/// What stands behind such a start.
#[inline(never)]
pub(crate) fn behind<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    text.strip_prefix(start)
}

/// The text without such an end, whether or not it has it.
#[inline(never)]
pub(crate) fn without<'a>(text: &'a str, end: &str) -> &'a str {
    text.strip_suffix(end).unwrap_or(text)
}

/// Where the part, which is not empty, begins.
#[inline(never)]
pub(crate) fn find(text: &str, part: &str) -> Option<usize> {
    debug_assert!(!part.is_empty(), "a part has letters");
    text.as_bytes().windows(part.len()).position(|window| window == part.as_bytes())
}

/// Whether the part, which is not empty, is in it.
#[inline(never)]
pub(crate) fn has(text: &str, part: &str) -> bool {
    find(text, part).is_some()
}

/// Whether one of the parts is in it.
#[inline(never)]
pub(crate) fn has_one_of(text: &str, parts: &str) -> bool {
    any(parts, &|part| has(text, part))
}

/// What stands in front of the first such part, which is not empty, and behind it.
#[inline(never)]
pub fn split_once<'a>(text: &'a str, part: &str) -> Option<(&'a str, &'a str)> {
    let at = find(text, part)?;
    Some((cut(text, 0, at), from(text, at + part.len())))
}

/// The first byte that fits.
#[inline(never)]
pub(crate) fn position(text: &str, fits: &dyn Fn(u8) -> bool) -> Option<usize> {
    text.bytes().position(fits)
}

/// Whether every byte fits.
#[inline(never)]
pub(crate) fn is_all(text: &str, fits: &dyn Fn(u8) -> bool) -> bool {
    position(text, &|byte| !fits(byte)).is_none()
}

/// Whether the byte is one of the others. The standard library's search is made for long ones.
fn is_among(byte: u8, others: &[u8]) -> bool {
    for &other in others {
        if other == byte {
            return true;
        }
    }
    false
}

/// Whether one of these ASCII characters is in it.
#[inline(never)]
pub fn has_any(text: &str, characters: &[u8]) -> bool {
    position(text, &|byte| is_among(byte, characters)).is_some()
}

/// What stands before the first of these ASCII characters.
#[inline(never)]
pub fn before<'a>(text: &'a str, ends: &[u8]) -> &'a str {
    let end = position(text, &|byte| is_among(byte, ends));
    cut(text, 0, end.unwrap_or(text.len()))
}

/// What stands behind the last such ASCII character; all of it where there is none.
#[inline(never)]
pub fn behind_last(text: &str, character: u8) -> &str {
    let start = text.bytes().rposition(|byte| byte == character);
    from(text, start.map_or(0, |at| at + 1))
}

/// The parts between such ASCII characters.
#[inline(never)]
pub fn parts(text: &str, separator: u8) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    while start <= text.len() {
        let part = before(from(text, start), &[separator]);
        parts.push(part);
        start += part.len() + 1;
    }
    parts
}

/// Whether it is one of the list.
#[inline(never)]
pub(crate) fn is_one_of(text: &str, list: &str) -> bool {
    any(list, &|word| word == text)
}

/// Whether it starts with one of the list.
#[inline(never)]
pub(crate) fn starts_with_one_of(text: &str, list: &str) -> bool {
    any(list, &|start| starts(text, start))
}

/// Whether every character is an ASCII letter, an ASCII digit or one of the others.
#[inline(never)]
pub(crate) fn is_made_of(text: &str, others: &[u8]) -> bool {
    is_all(text, &|byte| byte.is_ascii_alphanumeric() || is_among(byte, others))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_text() {
        assert_eq!(find("aab", "ab"), Some(1));
        assert_eq!(find("é", "éé"), None);
        assert_eq!(split_once("a://b://c", "://"), Some(("a", "b://c")));
        assert_eq!(before("aé?b#c", b"#?"), "aé");
        assert_eq!(behind_last("a/b/c", b'/'), "c");
        assert_eq!(behind_last("abc", b'/'), "abc");
        assert_eq!(parts("a..é", b'.'), ["a", "", "é"]);
    }
}
