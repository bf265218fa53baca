//! The parts of a URL, cut from the form in which the URL Standard writes it down.
//!
//! The host's parser is asked for that form only: one crossing, and the same code everywhere from there on.
//! Written down again a URL is unambiguous, so cutting it takes no parser.

use core::ops::Range;

use crate::strings::{before, behind_last, has_any};

/// A URL that the host's parser accepts.
#[derive(Debug)]
pub(crate) struct UrlParts {
    href: String,
    scheme: usize,
    userinfo: Range<usize>,
    host: Range<usize>,
    path: usize,
    query: usize,
}

impl UrlParts {
    /// Of a URL as the URL Standard writes it.
    #[inline(never)]
    pub(crate) fn new(href: String) -> Self {
        let query = before(&href, b"?#").len();
        let scheme = before(&href, b":").len();
        let behind = scheme + 1;
        let mut parts = Self { scheme, userinfo: 0..0, host: 0..0, path: behind, query, href };
        if parts.cut(behind..query).starts_with("//") {
            parts.authority(behind + 2);
        }
        parts
    }

    fn authority(&mut self, start: usize) {
        let authority = before(self.cut(start..self.query), b"/");
        let end = start + authority.len();
        // In user and password an @ is encoded.
        let host = behind_last(authority, b'@');
        // The colons of an IPv6 address stand before its bracket.
        let port = behind_last(host, b':');
        let has_port = port.len() < host.len() && !has_any(port, b"]");
        let host = end - host.len()..end - if has_port { port.len() + 1 } else { 0 };
        self.path = end;
        self.userinfo = start..host.start.saturating_sub(1).max(start);
        self.host = host;
    }

    fn cut(&self, range: Range<usize>) -> &str {
        self.href.get(range).unwrap_or_default()
    }

    /// The whole, as the URL Standard writes it.
    pub(crate) fn href(&self) -> &str {
        &self.href
    }

    /// The scheme in lower case, without its colon.
    pub(crate) fn scheme(&self) -> &str {
        self.cut(0..self.scheme)
    }

    /// User and password; empty where there are none.
    pub(crate) fn userinfo(&self) -> &str {
        self.cut(self.userinfo.clone())
    }

    /// The host without its port, an IPv6 address in brackets; empty where there is none.
    pub(crate) fn host(&self) -> &str {
        self.cut(self.host.clone())
    }

    /// The path, from its slash on.
    pub(crate) fn path(&self) -> &str {
        self.cut(self.path..self.query)
    }
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
            let parts = UrlParts::new(String::from(url.clone()));
            assert_eq!(parts.href(), quirks::href(&url), "{text}");
            assert_eq!(format!("{}:", parts.scheme()), quirks::protocol(&url), "{text}");
            assert_eq!(parts.host(), quirks::hostname(&url), "{text}");
            assert_eq!(parts.path(), quirks::pathname(&url), "{text}");
            let user = match quirks::password(&url) {
                "" => quirks::username(&url).to_owned(),
                password => format!("{}:{password}", quirks::username(&url)),
            };
            assert_eq!(parts.userinfo(), user, "{text}");
        }
    }

    #[test]
    fn a_path_that_starts_with_two_slashes_is_no_host() {
        assert_eq!(UrlParts::new("web+demo:/.//not-a-host".to_owned()).host(), "");
    }
}
