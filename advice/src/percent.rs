//! Percent-encoding, and the parameters of a query.

use crate::strings::{before, from, has_any, parts};
use crate::texts::Texts;

/// The text with every `%XX` decoded once; a byte that is no UTF-8 then becomes U+FFFD.
#[inline(never)]
pub(crate) fn decoded<'a>(text: &str, texts: &'a Texts) -> &'a str {
    let mut out = Vec::new();
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
    texts.keep(utf8(&out))
}

fn utf8(bytes: &[u8]) -> String {
    let mut text = String::new();
    let mut rest = bytes;
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
pub(crate) fn fully_decoded<'a>(text: &str, texts: &'a Texts) -> &'a str {
    let mut text = decoded(text, texts);
    for _ in 0..3 {
        if has_any(text, b"%") {
            text = decoded(text, texts);
        }
    }
    text
}

/// The parameters of a query: each name decoded and in lower case, with the parameter as it is written.
#[inline(never)]
pub(crate) fn parameters<'a>(query: &'a str, texts: &'a Texts) -> Vec<(&'a str, &'a str)> {
    let mut parameters = Vec::new();
    for part in parts(query, b'&') {
        if !part.is_empty() {
            parameters.push((texts.lower(decoded(before(part, b"="), texts)), part));
        }
    }
    parameters
}

/// What stands behind a parameter's `=`, decoded.
pub(crate) fn value<'a>(parameter: &str, texts: &'a Texts) -> &'a str {
    fully_decoded(from(parameter, before(parameter, b"=").len() + 1), texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decoding() {
        let texts = &Texts::default();
        assert_eq!(decoded("%2e%2E/%zz%4", texts), "../%zz%4");
        assert_eq!(decoded("%252e", texts), "%2e");
        assert_eq!(fully_decoded("%25252e", texts), ".");
        assert_eq!(decoded("%ff%E4%B8%AD", texts), "\u{FFFD}中");
    }

    #[test]
    fn parameters_of_a_query() {
        let texts = &Texts::default();
        let found = parameters("STATE=a%3Db&&x&%63ode=", texts);
        let expected = [("state", "STATE=a%3Db"), ("x", "x"), ("code", "%63ode=")];
        assert_eq!(found, expected);
        assert_eq!(value("STATE=a%3Db", texts), "a=b");
        assert_eq!(value("x", texts), "");
    }
}
