//! A URL as it is written and as it is understood: the rules look at both.

use crate::Out;
use crate::characters::trimmed;
use crate::hosts::{self, HostKind};
use crate::strings::{before, behind_last, cut, from, is_one_of, position, starts};
use crate::texts::Texts;
use crate::url_parts::{UrlParts, without_port};

/// A URL of a body.
#[derive(Clone, Copy)]
pub(crate) struct Address<'a> {
    /// As it is written.
    pub(crate) raw: &'a str,
    /// Without what nobody means to type around it, and without tabs and line breaks, which the parser drops.
    pub(crate) clean: &'a str,
    /// As it is understood.
    pub(crate) parts: UrlParts<'a>,
    /// Whether it is http or https.
    pub(crate) is_web: bool,
    /// Its host if it is a web address, without the dot that may end it; else empty.
    pub(crate) host: &'a str,
    /// What its host is; of no kind where it is no web address.
    pub(crate) kind: HostKind,
    /// User, host and port as they are written.
    pub(crate) raw_authority: &'a str,
    /// What is written behind the authority.
    pub(crate) tail: &'a str,
}

impl<'a> Address<'a> {
    /// Nothing for a text that is no URL.
    #[inline(never)]
    pub(crate) fn new(out: &Out<'a>, raw: &'a str) -> Option<Self> {
        // The parser keeps white space beyond ASCII: that has advice of its own, and is no part of what is meant.
        let meant = trimmed(raw);
        let parts = UrlParts::new(out.href(meant).or_else(|| out.href(raw))?);
        let clean = out.texts.replaced(meant, b"\t\n\r", "");
        let is_web = is_web(parts.scheme);
        let host = if is_web { hosts::host_name(parts.host) } else { "" };
        let kind = if is_web { hosts::kind(parts.host) } else { HostKind::default() };
        let (raw_authority, tail) = authority(from(clean, before(clean, b":").len() + 1), is_web);
        Some(Self { raw, clean, parts, is_web, host, kind, raw_authority, tail })
    }

    /// The host as it is written.
    pub(crate) fn raw_host(&self) -> &'a str {
        without_port(behind_last(self.raw_authority, b'@'))
    }

    /// The authority as readers of URIs find it (RFC 3986, section 3.2): for them no backslash ends it.
    #[inline(never)]
    pub(crate) fn uri_authority(&self) -> &'a str {
        let start = self.clean.len() - self.tail.len() - self.raw_authority.len();
        if self.raw_authority.is_empty() { "" } else { before(from(self.clean, start), b"/?#") }
    }

    /// The path as it is written.
    #[inline(never)]
    pub(crate) fn raw_path(&self) -> &'a str {
        before(self.tail, b"?#")
    }

    /// The query as it is written, without its `?`; empty where there is none.
    #[inline(never)]
    pub(crate) fn raw_query(&self) -> &'a str {
        from(before(self.tail, b"#"), self.raw_path().len() + 1)
    }

    /// What is written before the query and the fragment.
    #[inline(never)]
    pub(crate) fn base(&self) -> &'a str {
        before(self.clean, b"?#")
    }

    /// The last part of the path in lower case, whether or not a slash follows it.
    #[inline(never)]
    pub(crate) fn last_segment<'t>(&self, texts: &'t Texts) -> &'t str {
        texts.lower(behind_last(without_slashes(self.parts.path), b'/'))
    }
}

/// Without the slashes at the end.
#[inline(never)]
pub(crate) fn without_slashes(path: &str) -> &str {
    let length = path.bytes().rposition(|byte| byte != b'/').map_or(0, |last| last + 1);
    cut(path, 0, length)
}

/// Whether it is the scheme of web addresses.
pub(crate) fn is_web(scheme: &str) -> bool {
    is_one_of(scheme, "http,https")
}

/// Cuts what stands behind the scheme's colon in two. The parser skips any number of slashes and backslashes behind
/// `http:`; elsewhere an authority needs exactly `//`.
fn authority(rest: &str, is_web: bool) -> (&str, &str) {
    let (start, ends): (usize, &[u8]) = if is_web {
        (position(rest, &|byte| !matches!(byte, b'/' | b'\\')).unwrap_or(rest.len()), b"/\\?#")
    } else if starts(rest, "//") {
        (2, b"/?#")
    } else {
        (0, b"")
    };
    let behind = from(rest, start);
    let length = if start == 0 && !is_web { 0 } else { before(behind, ends).len() };
    (cut(behind, 0, length), from(behind, length))
}

#[cfg(test)]
mod tests {
    use crate::testing::address;
    use crate::texts::Texts;

    #[track_caller]
    fn check(raw: &str, authority: &str, host: &str, path: &str, query: &str) {
        let texts = Texts::default();
        let url = address(raw, &texts);
        assert_eq!((url.raw_authority, url.raw_host()), (authority, host), "{raw}");
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
        let texts = Texts::default();
        assert_eq!(address("https://A.io./x", &texts).host, "a.io");
        assert_eq!(address("com.acme://h/x", &texts).host, "");
    }
}
