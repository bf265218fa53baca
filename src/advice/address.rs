//! A URL as it is written and as it is understood: the rules look at both.

use std::borrow::Cow;

use super::hosts::{self, HostKind};
use crate::url_parts::UrlParts;

/// A URL of a body.
pub(super) struct Address<'a> {
    /// As it is written.
    pub(super) raw: &'a str,
    /// As the parser reads it: nothing below or at a space around it, no tabs and line breaks.
    pub(super) clean: Cow<'a, str>,
    /// As it is understood.
    pub(super) parts: UrlParts,
    /// Where the authority of `clean` begins and ends.
    authority: (usize, usize),
}

impl<'a> Address<'a> {
    /// Nothing for a text that is no URL.
    pub(super) fn new(raw: &'a str) -> Option<Self> {
        let parts = UrlParts::new(raw)?;
        let trimmed = raw.trim_matches(|c: char| c <= ' ');
        let clean = if trimmed.contains(['\t', '\n', '\r']) {
            Cow::Owned(trimmed.replace(['\t', '\n', '\r'], ""))
        } else {
            Cow::Borrowed(trimmed)
        };
        let authority = authority(&clean, parts.scheme());
        Some(Self { raw, clean, parts, authority })
    }

    /// Whether it is http or https.
    pub(super) fn is_web(&self) -> bool {
        is_web(self.parts.scheme())
    }

    /// Its host if it is a web address, without the dot that may end it; else empty.
    pub(super) fn host(&self) -> &str {
        if self.is_web() { hosts::host_name(self.parts.host()) } else { "" }
    }

    /// What its host is; of no kind where it is no web address.
    pub(super) fn host_kind(&self) -> HostKind {
        if self.is_web() { hosts::kind(self.parts.host()) } else { HostKind::default() }
    }

    /// User, host and port as they are written.
    pub(super) fn raw_authority(&self) -> &str {
        self.clean.get(self.authority.0..self.authority.1).unwrap_or_default()
    }

    /// The host as it is written.
    pub(super) fn raw_host(&self) -> &str {
        let authority = self.raw_authority();
        let host = authority.rsplit('@').next().unwrap_or_default();
        let port = host.rfind(':').filter(|&at| host.rfind(']').is_none_or(|bracket| bracket < at));
        host.get(..port.unwrap_or(host.len())).unwrap_or_default()
    }

    /// What is written behind the authority.
    pub(super) fn tail(&self) -> &str {
        self.clean.get(self.authority.1..).unwrap_or_default()
    }

    /// The path as it is written.
    pub(super) fn raw_path(&self) -> &str {
        self.tail().split(['?', '#']).next().unwrap_or_default()
    }

    /// The query as it is written, without its `?`; empty where there is none.
    pub(super) fn raw_query(&self) -> &str {
        let before_hash = self.tail().split('#').next().unwrap_or_default();
        before_hash.split_once('?').map_or("", |(_, query)| query)
    }

    /// What is written before the query and the fragment.
    pub(super) fn base(&self) -> &str {
        self.clean.split(['?', '#']).next().unwrap_or_default()
    }

    /// The last part of the path in lower case, whether or not a slash follows it.
    pub(super) fn last_segment(&self) -> String {
        let path = self.parts.path().trim_end_matches('/');
        path.rsplit('/').next().unwrap_or_default().to_ascii_lowercase()
    }
}

pub(super) fn is_web(scheme: &str) -> bool {
    matches!(scheme, "http" | "https")
}

/// The parser skips any number of slashes and backslashes behind `http:`; elsewhere an authority needs exactly `//`.
fn authority(clean: &str, scheme: &str) -> (usize, usize) {
    let start = clean.find(':').map_or(0, |colon| colon + 1);
    let rest = clean.get(start..).unwrap_or_default();
    let (skipped, ends): (usize, &[char]) = if is_web(scheme) {
        (rest.len() - rest.trim_start_matches(['/', '\\']).len(), &['/', '\\', '?', '#'])
    } else if rest.starts_with("//") {
        (2, &['/', '?', '#'])
    } else {
        return (start, start);
    };
    let start = start + skipped;
    let rest = clean.get(start..).unwrap_or_default();
    (start, start + rest.find(ends).unwrap_or(rest.len()))
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[track_caller]
    fn check(raw: &str, authority: &str, host: &str, path: &str, query: &str) {
        let url = Address::new(raw).unwrap();
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
        assert_eq!(Address::new("https://A.io./x").unwrap().host(), "a.io");
        assert_eq!(Address::new("com.acme://h/x").unwrap().host(), "");
    }
}
