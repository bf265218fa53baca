//! URLs by the WHATWG URL Standard, as the host decides them.

use crate::host;
use crate::issue::UrlReason;

/// The rule for garde's `custom`: what `new URL(text)` accepts.
pub(crate) fn url(value: &str, _: &()) -> garde::Result {
    if is_plain(value) || host::is_url(value) { Ok(()) } else { Err(super::failed(super::URL)) }
}

/// Whether this is surely a URL, without asking the host: http or https, then a host of plain ASCII labels or dotted
/// decimals, then perhaps a port. Behind the authority nothing can make a URL invalid.
pub(crate) fn is_plain(text: &str) -> bool {
    let Some(rest) = after_scheme(text) else { return false };
    let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    let authority = rest.get(..end).unwrap_or_default();
    let (host, port) = match authority.split_once(':') {
        Some((host, port)) => (host, port),
        None => (authority, ""),
    };
    is_plain_port(port) && is_plain_host(host)
}

fn after_scheme(text: &str) -> Option<&str> {
    let rest = strip_ignoring_case(text, "http")?;
    let rest = strip_ignoring_case(rest, "s").unwrap_or(rest);
    rest.strip_prefix("://")
}

fn strip_ignoring_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}

fn is_plain_port(port: &str) -> bool {
    port.len() <= 5
        && port.bytes().all(|byte| byte.is_ascii_digit())
        && (port.is_empty() || port.parse::<u16>().is_ok())
}

/// Labels of letters, digits and hyphens, none of them punycode, the last of which starts with a letter (one that is
/// a number would make the host an IPv4 address); or an IPv4 address in its usual form.
fn is_plain_host(host: &str) -> bool {
    let is_label = |label: &str| {
        label.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("xn--"))
    };
    let last = host.rsplit('.').next().unwrap_or_default();
    if last.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic()) {
        return host.split('.').all(is_label);
    }
    host.split('.').count() == 4
        && host.split('.').all(|part| {
            part.bytes().all(|byte| byte.is_ascii_digit())
                && (part == "0" || !part.starts_with('0'))
                && part.parse::<u8>().is_ok()
        })
}

/// Why a text that is no URL is none, for its message. The parser gives no reason, so this goes by its order of steps
/// (URL Standard, section 4.4): scheme, then host, then port.
pub(crate) fn reason(text: &str) -> UrlReason {
    let text = text.trim_matches(|c: char| c <= ' ');
    if text.trim().is_empty() {
        return UrlReason::Blank;
    }
    let Some((scheme, rest)) = text.split_once(':') else { return UrlReason::NoScheme };
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    if !is_scheme {
        return UrlReason::NoScheme;
    }
    let authority = rest.trim_start_matches(['/', '\\']);
    let authority = authority.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let (name, port) = match host.rfind([':', ']']) {
        Some(at) if host.get(at..).is_some_and(|tail| tail.starts_with(':')) => host.split_at(at),
        _ => (host, ""),
    };
    if name.is_empty() {
        UrlReason::NoHost
    } else if port.len() > 1 && port.get(1..).is_none_or(|digits| digits.parse::<u16>().is_err()) {
        UrlReason::BadPort
    } else {
        UrlReason::BadHost
    }
}

#[cfg(test)]
mod tests {
    use super::{is_plain, reason};
    use crate::issue::UrlReason;

    #[test]
    fn what_is_plain_is_a_url() {
        for text in [
            "https://example.com",
            "HTTP://Example.COM:8080/a b?c#d",
            "http://localhost:3000\\x",
            "https://127.0.0.1/",
            "https://a-b.c1.io:/",
            "https://1.2.3.4:65535",
            "https://ab--c.io/\u{e9}",
        ] {
            assert!(is_plain(text), "{text}");
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
            "https://[::1]",
            "https://-a.io",
            "https://b\u{fc}cher.de",
            "http",
            "https://a:+1",
        ] {
            assert!(!is_plain(text), "{text}");
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
