//! The parts of a URL, cut from the form in which the URL Standard writes it down.
//!
//! The host's parser is asked for that form only: one crossing, and the same code everywhere from there on.
//! Written down again a URL is unambiguous, so cutting it takes no parser.

use crate::strings::{before, behind_last, cut, from, has_any, starts};

/// A URL that the host's parser accepts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct UrlParts<'a> {
    /// The whole, as the URL Standard writes it.
    pub(crate) href: &'a str,
    /// The scheme in lower case, without its colon.
    pub(crate) scheme: &'a str,
    /// What stands before the host, without the `@`; a password behind a colon.
    pub(crate) userinfo: &'a str,
    /// The host without its port, an IPv6 address in brackets; empty where there is none.
    pub(crate) host: &'a str,
    /// The path, from its slash on.
    pub(crate) path: &'a str,
}

impl<'a> UrlParts<'a> {
    /// Of a URL as the URL Standard writes it.
    #[inline(never)]
    pub(crate) fn new(href: &'a str) -> Self {
        let scheme = before(href, b":");
        let rest = from(before(href, b"?#"), scheme.len() + 1);
        let (authority, path) = if starts(rest, "//") {
            let authority = before(from(rest, 2), b"/");
            (authority, from(rest, 2 + authority.len()))
        } else {
            ("", rest)
        };
        // In user and password an @ is encoded.
        let host = behind_last(authority, b'@');
        let userinfo = cut(authority, 0, (authority.len() - host.len()).saturating_sub(1));
        Self { href, scheme, userinfo, host: without_port(host), path }
    }
}

/// A host without the port behind it, if there is one.
#[inline(never)]
pub(crate) fn without_port(host: &str) -> &str {
    let port = behind_last(host, b':');
    // The colons of an IPv6 address stand before its bracket.
    let has_port = port.len() < host.len() && !has_any(port, b"]");
    if has_port { cut(host, 0, host.len() - port.len() - 1) } else { host }
}

#[cfg(test)]
mod tests {
    use super::UrlParts;
    use url::quirks;

    #[test]
    fn parts_are_those_of_the_url_api() {
        for text in [
            "https://a.io",
            "HTTP://User:p%40ss@A.io:8080/x/../y?q#f",
            "https://u@[2001:db8::1]:444/x",
            "https://[::1]/",
            "https://a.io?x=1",
            "https://a.io#?x",
            "com.acme.app:/cb?x",
            "com.acme.app://host:1/cb",
            "com.acme.app://",
            "mailto:a@b.io",
            "a:b",
            "javascript:alert(1)//x?#",
            "file:///C:/x",
            "https://a.io/@b:c",
            "https://@a.io",
        ] {
            let url = url::Url::parse(text).unwrap();
            let parts = UrlParts::new(url.as_str());
            assert_eq!(parts.href, quirks::href(&url), "{text}");
            assert_eq!(format!("{}:", parts.scheme), quirks::protocol(&url), "{text}");
            assert_eq!(parts.host, quirks::hostname(&url), "{text}");
            assert_eq!(parts.path, quirks::pathname(&url), "{text}");
            let user = match quirks::password(&url) {
                "" => quirks::username(&url).to_owned(),
                password => format!("{}:{password}", quirks::username(&url)),
            };
            assert_eq!(parts.userinfo, user, "{text}");
        }
    }

    #[test]
    fn a_path_that_starts_with_two_slashes_is_no_host() {
        assert_eq!(UrlParts::new("web+demo:/.//not-a-host").host, "");
    }
}
