//! Percent-encoding, and the parameters of a query.

use crate::strings::{before, has_any, lower, parts};

/// The text with every `%XX` decoded once; a byte that is no UTF-8 then becomes U+FFFD.
#[inline(never)]
pub(crate) fn decoded(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.as_bytes();
    while let Some((&byte, rest)) = bytes.split_first() {
        let digit = |at: usize| rest.get(at).and_then(|&digit| char::from(digit).to_digit(16));
        if let (b'%', Some(high), Some(low)) = (byte, digit(0), digit(1)) {
            out.push((high << 4 | low) as u8);
            bytes = rest.get(2..).unwrap_or_default();
        } else {
            out.push(byte);
            bytes = rest;
        }
    }
    let mut text = String::with_capacity(out.len());
    let mut rest = out.as_slice();
    while let Err(error) = core::str::from_utf8(rest) {
        let (valid, behind) = rest.split_at_checked(error.valid_up_to()).unwrap_or_default();
        text.push_str(core::str::from_utf8(valid).unwrap_or_default());
        text.push(char::REPLACEMENT_CHARACTER);
        rest = behind.get(1..).unwrap_or_default();
    }
    text.push_str(core::str::from_utf8(rest).unwrap_or_default());
    text
}

/// Decoded as often as servers and proxies in a row might.
#[inline(never)]
pub(crate) fn fully_decoded(text: &str) -> String {
    let mut text = decoded(text);
    for _ in 0..3 {
        if has_any(&text, b"%") {
            text = decoded(&text);
        }
    }
    text
}

/// The parameters of a query: each name decoded and in lower case, with the parameter as it is written.
#[inline(never)]
pub(crate) fn parameters(query: &str) -> Vec<(String, &str)> {
    let parts = parts(query, b'&').into_iter().filter(|part| !part.is_empty());
    parts.map(|part| (lower(&decoded(before(part, b"="))), part)).collect()
}

/// What stands behind a parameter's `=`, decoded.
pub(crate) fn value(parameter: &str) -> String {
    fully_decoded(parameter.get(before(parameter, b"=").len() + 1..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decoding() {
        assert_eq!(decoded("%2e%2E/%zz%4"), "../%zz%4");
        assert_eq!(decoded("%252e"), "%2e");
        assert_eq!(fully_decoded("%25252e"), ".");
        assert_eq!(decoded("%ff%E4%B8%AD"), "\u{FFFD}中");
    }

    #[test]
    fn parameters_of_a_query() {
        let found = parameters("STATE=a%3Db&&x&%63ode=");
        let expected = [("state", "STATE=a%3Db"), ("x", "x"), ("code", "%63ode=")];
        assert_eq!(found, expected.map(|(name, part)| (name.to_owned(), part)));
        assert_eq!(value("STATE=a%3Db"), "a=b");
        assert_eq!(value("x"), "");
    }
}
