//! A URL as it is written and as it is understood: the rules look at both.

use crate::Body;
use crate::hosts::{self, HostKind};
use crate::strings::{before, behind_last, has_any, is_one_of, lower, replaced};
use crate::url_parts::UrlParts;

/// A URL of a body.
pub(crate) struct Address<'a> {
    /// As it is written.
    pub(crate) raw: &'a str,
    /// As the parser reads it: nothing below or at a space around it, no tabs and line breaks.
    pub(crate) clean: String,
    /// As it is understood.
    pub(crate) parts: UrlParts,
    /// Where the authority of `clean` begins and ends.
    authority: (usize, usize),
}

impl<'a> Address<'a> {
    /// Nothing for a text that is no URL.
    #[inline(never)]
    pub(crate) fn new(body: &dyn Body<'_>, raw: &'a str) -> Option<Self> {
        let parts = UrlParts::new(body.href(raw)?);
        let clean = replaced(raw.trim_matches(|c: char| c <= ' '), b"\t\n\r", "");
        let authority = authority(&clean, parts.scheme());
        Some(Self { raw, clean, parts, authority })
    }

    /// Whether it is http or https.
    #[inline(never)]
    pub(crate) fn is_web(&self) -> bool {
        is_web(self.parts.scheme())
    }

    /// Its host if it is a web address, without the dot that may end it; else empty.
    #[inline(never)]
    pub(crate) fn host(&self) -> &str {
        if self.is_web() { hosts::host_name(self.parts.host()) } else { "" }
    }

    /// What its host is; of no kind where it is no web address.
    #[inline(never)]
    pub(crate) fn host_kind(&self) -> HostKind {
        if self.is_web() { hosts::kind(self.parts.host()) } else { HostKind::default() }
    }

    /// User, host and port as they are written.
    pub(crate) fn raw_authority(&self) -> &str {
        self.clean.get(self.authority.0..self.authority.1).unwrap_or_default()
    }

    /// The host as it is written.
    #[inline(never)]
    pub(crate) fn raw_host(&self) -> &str {
        let host = behind_last(self.raw_authority(), b'@');
        // The colons of an IPv6 address stand before its bracket.
        let port = behind_last(host, b':');
        let has_port = port.len() < host.len() && !has_any(port, b"]");
        let end = if has_port { host.len() - port.len() - 1 } else { host.len() };
        host.get(..end).unwrap_or_default()
    }

    /// What is written behind the authority.
    #[inline(never)]
    pub(crate) fn tail(&self) -> &str {
        self.clean.get(self.authority.1..).unwrap_or_default()
    }

    /// The path as it is written.
    pub(crate) fn raw_path(&self) -> &str {
        before(self.tail(), b"?#")
    }

    /// The query as it is written, without its `?`; empty where there is none.
    pub(crate) fn raw_query(&self) -> &str {
        let query = before(self.tail(), b"#").get(self.raw_path().len() + 1..);
        query.unwrap_or_default()
    }

    /// What is written before the query and the fragment.
    pub(crate) fn base(&self) -> &str {
        before(&self.clean, b"?#")
    }

    /// The last part of the path in lower case, whether or not a slash follows it.
    #[inline(never)]
    pub(crate) fn last_segment(&self) -> String {
        lower(behind_last(without_slashes(self.parts.path()), b'/'))
    }
}

/// Without the slashes at the end.
#[inline(never)]
pub(crate) fn without_slashes(path: &str) -> &str {
    path.trim_end_matches('/')
}

fn is_web(scheme: &str) -> bool {
    is_one_of(scheme, "http,https")
}

/// The parser skips any number of slashes and backslashes behind `http:`; elsewhere an authority needs exactly `//`.
fn authority(clean: &str, scheme: &str) -> (usize, usize) {
    let start = before(clean, b":").len() + 1;
    let rest = clean.get(start..).unwrap_or_default();
    let (skipped, ends): (usize, &[u8]) = if is_web(scheme) {
        (rest.bytes().take_while(|byte| matches!(byte, b'/' | b'\\')).count(), b"/\\?#")
    } else if rest.starts_with("//") {
        (2, b"/?#")
    } else {
        return (start, start);
    };
    let start = start + skipped;
    (start, start + before(clean.get(start..).unwrap_or_default(), ends).len())
}

#[cfg(test)]
mod tests {
    use crate::testing::address;

    #[track_caller]
    fn check(raw: &str, authority: &str, host: &str, path: &str, query: &str) {
        let url = address(raw);
        assert_eq!((url.raw_authority(), url.raw_host()), (authority, host), "{raw}");
        assert_eq!((url.raw_path(), url.raw_query()), (path, query), "{raw}");
    }

    #[test]
    fn what_is_written() {
        check("https://u:p@A.io:8443/x/../y?q=1#f?g", "u:p@A.io:8443", "A.io", "/x/../y", "q=1");
        check(" https:\\\\a.io\\b ", "a.io", "a.io", "\\b", "");
        check("https://[::1]:80?x#y", "[::1]:80", "[::1]", "", "x");
        check("https:a.io/b", "a.io", "a.io", "/b", "");
        check("ht\ntps://a\t.io", "a.io", "a.io", "", "");
        check("com.acme:/x?y", "", "", "/x", "y");
        check("com.acme://h:1/x", "h:1", "h", "/x", "");
        check("mailto:a@b.io", "", "", "a@b.io", "");
    }

    #[test]
    fn only_web_addresses_have_a_host_here() {
        assert_eq!(address("https://A.io./x").host(), "a.io");
        assert_eq!(address("com.acme://h/x").host(), "");
    }
}
