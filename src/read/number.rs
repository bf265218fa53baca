//! The grammar of JSON numbers (RFC 8259, section 6), for the reader and for the fast path.

/// The place behind the number that begins at `at`; where there is none, the place at which it stops being one.
pub(crate) fn end(bytes: &[u8], at: usize) -> Result<usize, usize> {
    let is = |at: usize, one: u8, other: u8| bytes.get(at).is_some_and(|&byte| byte == one || byte == other);
    let mut at = at + usize::from(is(at, b'-', b'-'));
    at = if is(at, b'0', b'0') { at + 1 } else { digits(bytes, at)? };
    if is(at, b'.', b'.') {
        at = digits(bytes, at + 1)?;
    }
    if is(at, b'e', b'E') {
        at = digits(bytes, at + 1 + usize::from(is(at + 1, b'+', b'-')))?;
    }
    Ok(at)
}

/// Behind one or more digits.
fn digits(bytes: &[u8], at: usize) -> Result<usize, usize> {
    let rest = bytes.get(at..).unwrap_or_default();
    let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if count > 0 { Ok(at + count) } else { Err(at) }
}

#[cfg(test)]
mod tests {
    use super::end;

    #[test]
    fn a_number_ends_where_the_grammar_does() {
        for (text, expected) in
            [("0", 1), ("-0.5e+10,", 8), ("120]", 3), ("01", 1), ("1e5e", 3), ("2.5", 3), ("1E-3", 4)]
        {
            assert_eq!(end(text.as_bytes(), 0), Ok(expected), "{text}");
        }
        for (text, expected) in [("", 0), ("-", 1), ("-a", 1), ("1.", 2), ("1.e", 2), ("1e", 2), ("1e+", 3), ("+1", 0)]
        {
            assert_eq!(end(text.as_bytes(), 0), Err(expected), "{text}");
        }
        assert_eq!(end(b"[12]", 1), Ok(3));
    }
}
