//! URLs by the WHATWG URL Standard, as the host decides them.

use prevet_advice::characters::{is_white, trimmed_by};
use prevet_advice::strings::{before, behind_last, from, has_any};

use crate::eight;
use crate::host;
use crate::issue::UrlReason;

/// The rule for garde's `custom`: what `new URL(text)` accepts.
pub(crate) fn url(value: &str, _: &()) -> garde::Result {
    if is_url(value) { Ok(()) } else { Err(garde::Error::new("not a URL")) }
}

/// Whether `new URL(text)` accepts it.
pub(crate) fn is_url(text: &str) -> bool {
    is_plain(text.as_bytes()) || !is_hopeless(text) && host::is_url(text)
}

/// Whether this is surely no URL, without asking the host, which takes microseconds to say so: no scheme in front, or
/// http or https without anything that could be a host. What the parser removes first is left to it.
fn is_hopeless(text: &str) -> bool {
    let Some((scheme, rest)) = at_colon(text) else { return true };
    if text.bytes().any(|byte| byte <= b' ') {
        return false;
    }
    if !is_scheme(scheme) {
        return true;
    }
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    is_web && behind_slashes(rest).bytes().next().is_none_or(|byte| matches!(byte, b'?' | b'#'))
}

/// What stands before the first colon, and behind it.
fn at_colon(text: &str) -> Option<(&str, &str)> {
    let colon = text.bytes().position(|byte| byte == b':')?;
    Some((text.get(..colon)?, text.get(colon + 1..)?))
}

/// URL Standard, section 4.3: a letter, then letters, digits, `+`, `-` and `.`.
fn is_scheme(text: &str) -> bool {
    text.as_bytes().first().is_some_and(u8::is_ascii_alphabetic)
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
}

/// The text behind any number of slashes and backslashes.
fn behind_slashes(text: &str) -> &str {
    let count = text.bytes().take_while(|byte| matches!(byte, b'/' | b'\\')).count();
    from(text, count)
}

/// Whether this is surely a URL, without asking the host: http or https, then a name or an IPv4 address, then perhaps a
/// port. Behind the authority nothing can make a URL invalid.
pub(crate) fn is_plain(bytes: &[u8]) -> bool {
    let Some(start) = after_scheme(bytes) else { return false };
    let Some(rest) = bytes.get(start..) else { return false };
    let Some(host) = name_length(rest).or_else(|| ipv4_length(rest)) else { return false };
    let Some(port) = rest.get(host..).and_then(port_length) else { return false };
    rest.get(host + port).is_none_or(|byte| matches!(byte, b'/' | b'?' | b'#' | b'\\'))
}

fn after_scheme(bytes: &[u8]) -> Option<usize> {
    if bytes.first_chunk() == Some(b"https://") {
        return Some(8);
    }
    if !bytes.get(..4)?.eq_ignore_ascii_case(b"http") {
        return None;
    }
    let colon = 4 + usize::from(matches!(bytes.get(4), Some(b's' | b'S')));
    bytes.get(colon..)?.starts_with(b"://").then_some(colon + 3)
}

/// The length of a host name: pieces of letters, digits and underscores with single dots or hyphens between them, so no
/// label is punycode; the last piece starts with a letter, so the host is no number; perhaps a final dot.
///
/// Eight bytes are judged at a time, without a branch for each piece: processors guess these wrong.
fn name_length(bytes: &[u8]) -> Option<usize> {
    let (mut at, mut starts_with_letter) = (0, false);
    // Where a piece begins: at first, and behind what separates pieces.
    let mut begins = 0x80;
    loop {
        let word = eight::at(bytes, at);
        let letters = eight::letters(word);
        let separators = eight::within(word, b'-', b'.');
        let others = eight::within(word, b'0', b'9') | eight::within(word, b'_', b'_');
        let outside = !(letters | separators | others) & eight::HIGH;
        let before_outside = (outside & outside.wrapping_neg()).wrapping_sub(1);
        begins = (separators << 8 | begins) & before_outside;
        if begins & separators != 0 {
            return None;
        }
        if begins != 0 {
            starts_with_letter = begins & letters > begins & !letters;
        }
        if outside != 0 {
            at += outside.trailing_zeros() as usize / 8;
            let ends_well = at > 0 && bytes.get(at - 1) != Some(&b'-');
            return (starts_with_letter && ends_well).then_some(at);
        }
        begins = separators >> 56;
        at += 8;
    }
}

/// The length of an IPv4 address in its usual form: four numbers up to 255 without leading zeros.
fn ipv4_length(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    for part in 0..4 {
        if part > 0 {
            if bytes.get(at) != Some(&b'.') {
                return None;
            }
            at += 1;
        }
        let digits = bytes.get(at..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let number = bytes.get(at..at + digits)?;
        let value = number.iter().take(4).fold(0_u32, |value, digit| value * 10 + u32::from(digit - b'0'));
        if digits == 0 || digits > 3 || value > 255 || digits > 1 && number.first() == Some(&b'0') {
            return None;
        }
        at += digits;
    }
    Some(at)
}

/// The length of a colon with a port up to 65535, or 0 where there is none. A port that is not surely one is `None`.
fn port_length(bytes: &[u8]) -> Option<usize> {
    let Some((b':', digits)) = bytes.split_first() else { return Some(0) };
    let count = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let value = digits.get(..count)?.iter().take(6).fold(0_u32, |value, digit| value * 10 + u32::from(digit - b'0'));
    (count <= 5 && value <= 65_535).then_some(count + 1)
}

/// Whether it is a number up to 65535; a `+` in front, which no port has, is not what is wrong with it.
fn is_port(text: &str) -> bool {
    let digits = text.strip_prefix('+').unwrap_or(text).as_bytes();
    let value = digits.iter().fold(0_u32, |value, byte| match byte {
        b'0'..=b'9' => value.saturating_mul(10).saturating_add(u32::from(byte - b'0')),
        _ => u32::MAX,
    });
    !digits.is_empty() && value <= u32::from(u16::MAX)
}

/// Why a text that is no URL is none, for its message. The parser gives no reason, so this goes by its order of steps
/// (URL Standard, section 4.4): scheme, then host, then port.
pub(crate) fn reason(text: &str) -> UrlReason {
    let text = trimmed_by(text, |c| c <= ' ');
    if text.chars().all(is_white) {
        return UrlReason::Blank;
    }
    let Some((scheme, rest)) = at_colon(text) else { return UrlReason::NoScheme };
    if !is_scheme(scheme) {
        return UrlReason::NoScheme;
    }
    let host = behind_last(before(behind_slashes(rest), b"/?#\\"), b'@');
    // The colons of an IPv6 address stand before its bracket.
    let port = behind_last(host, b':');
    let has_port = port.len() < host.len() && !has_any(port, b"]");
    if host.len() == if has_port { port.len() + 1 } else { 0 } {
        UrlReason::NoHost
    } else if has_port && !port.is_empty() && !is_port(port) {
        UrlReason::BadPort
    } else {
        UrlReason::BadHost
    }
}

#[cfg(test)]
mod tests {
    use super::{is_hopeless, is_plain, name_length, reason};
    use crate::issue::UrlReason;

    #[test]
    fn what_is_plain_is_a_url() {
        for text in [
            "https://example.com",
            "HTTP://Example.COM:8080/a b?c#d",
            "http://localhost:3000\\x",
            "https://127.0.0.1/",
            "https://a-b.c1.io:/",
            "https://a_b.io.",
            "https://a.io.:8080?x",
            "https://1-a",
            "https://1.2.3.4:65535",
            "https://a-b.io/\u{e9}",
        ] {
            assert!(is_plain(text.as_bytes()), "{text}");
            assert!(url::Url::parse(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn what_needs_a_second_look_is_not_plain() {
        for text in [
            "",
            "https://",
            "https:///x",
            "https://a..b",
            "https://xn--a",
            "https://1.2.3.08",
            "https://256.1.1.1",
            "https://a.0x1",
            "https://a:99999",
            "https://a:b",
            "https://a b",
            "ftp://a",
            "https:/a",
            " https://a",
            "https://u@a",
            "https://a.1",
            "https://a..",
            "https://1.2.3",
            "https://01.2.3.4",
            "https://a-",
            "https://ab--c.io",
            "https://[::1]",
            "https://-a.io",
            "https://b\u{fc}cher.de",
            "http",
            "https://a:+1",
        ] {
            assert!(!is_plain(text.as_bytes()), "{text}");
        }
    }

    /// The same as `name_length`, piece by piece.
    fn length_of_pieces(text: &str) -> Option<usize> {
        let end = text.find(|c: char| !c.is_ascii_alphanumeric() && !"_.-".contains(c)).unwrap_or(text.len());
        let name = text[..end].strip_suffix('.').unwrap_or(&text[..end]);
        let mut pieces = name.split(['.', '-']);
        let is_whole = pieces.clone().all(|piece| !piece.is_empty());
        let is_name = pieces.next_back().is_some_and(|piece| piece.starts_with(|c: char| c.is_ascii_alphabetic()));
        (is_whole && is_name).then_some(end)
    }

    #[test]
    fn a_name_is_judged_by_its_pieces_wherever_eight_bytes_end() {
        const ALPHABET: [char; 6] = ['a', '1', '.', '-', '/', '\u{e9}'];
        let mut names = 0;
        for before in ["", "b", "b.c-d2", "sso.acme-12.e"] {
            for number in 0..ALPHABET.len().pow(7) {
                let mut text = before.to_string();
                let mut rest = number;
                while rest > 0 {
                    text.push(ALPHABET[rest % ALPHABET.len()]);
                    rest /= ALPHABET.len();
                }
                let length = name_length(text.as_bytes());
                assert_eq!(length, length_of_pieces(&text), "{text}");
                names += usize::from(length.is_some());
            }
        }
        assert!(names > 100_000, "only {names} names");
    }

    #[test]
    fn what_is_hopeless_is_no_url() {
        for text in
            ["", "a", "//a.io", "/cb", "1a:b", "a b", "\u{e9}:x", "http:", "https://", "HTTP:///?q", "https:\\\\#"]
        {
            assert!(is_hopeless(text), "{text}");
            assert!(url::Url::parse(text).is_err(), "{text}");
        }
        for text in ["a:", "https:a", "http:///x", " https://", "ht\ntp://a", "ws://", "https://@"] {
            assert!(!is_hopeless(text), "{text}");
        }
    }

    #[test]
    fn the_reason_says_what_to_mend() {
        for (text, wanted) in [
            ("", UrlReason::Blank),
            ("  ", UrlReason::Blank),
            ("example.com/cb", UrlReason::NoScheme),
            ("/cb", UrlReason::NoScheme),
            ("1http://x", UrlReason::NoScheme),
            ("https://", UrlReason::NoHost),
            ("https://:80", UrlReason::NoHost),
            ("https://a.io:99999/", UrlReason::BadPort),
            ("https://a.io:x", UrlReason::BadPort),
            ("https://a b.io", UrlReason::BadHost),
            ("https://[::1", UrlReason::BadHost),
            ("https://1.2.3.999", UrlReason::BadHost),
        ] {
            assert!(url::Url::parse(text).is_err(), "{text}");
            assert_eq!(reason(text), wanted, "{text}");
        }
    }
}
