//! OpenID Connect discovery: from an issuer to the URL of its document, and from the document to the fields of the form.
//!
//! Source: OpenID Connect Discovery 1.0, sections 3, 4 and 7.2.

mod document;

pub use document::{Discovery, Document, Prefill, Problem, from_discovery};

use crate::characters::{has_space, hidden, trimmed};
use crate::strings::{before, ends, has, has_any, split_once, starts, without};
use crate::texts::{Texts, joined};
use crate::url_parts::UrlParts;
use crate::{hosts, samples};

/// What stands before the name of a document in a path (RFC 8615).
pub(crate) const WELL_KNOWN: &str = "/.well-known/";

/// The name of an issuer's document.
pub(crate) const DOCUMENT: &str = "openid-configuration";

/// Both together; a test holds it against them.
const LOCATION: &str = "/.well-known/openid-configuration";

/// A URL as the host's parser writes it down; nothing for a text that is no URL.
pub type Href<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Where an issuer's discovery document is; nothing for what is no issuer.
#[inline(never)]
pub fn discovery_url(issuer: &str, href: Href<'_>) -> Option<String> {
    let issuer = typed_issuer(issuer);
    let issuer = issuer.as_str();
    let is_odd = has_any(issuer, b"?#{}<>\\") || has_space(issuer) || has(issuer, WELL_KNOWN);
    // What stands for a tenant is nobody's issuer, or somebody else's.
    if is_odd || hidden(issuer).is_some() || samples::in_url(issuer, &Texts::default()) {
        return None;
    }
    let href = href(issuer)?;
    let parts = UrlParts::new(&href);
    let is_loopback = hosts::kind(parts.host).is_loopback;
    let is_secure = parts.scheme == "https" || (parts.scheme == "http" && is_loopback);
    let (_, rest) = split_once(issuer, "://")?;
    // `https:/a.io` with a scheme before it is the host `https` with an empty port.
    let authority = before(rest, b"/");
    let is_plain = !starts(rest, "/") && !has_any(authority, b"@") && !ends(authority, ":");
    (is_secure && is_plain).then(|| joined(without(issuer, "/"), LOCATION))
}

/// The issuer that a person means: without space around it, with a scheme, and not the URL of its document.
#[inline(never)]
fn typed_issuer(text: &str) -> String {
    let issuer = if is_document(text) { without(without(trimmed(text), "/"), LOCATION) } else { trimmed(text) };
    let scheme = if issuer.is_empty() || has(issuer, "://") { "" } else { "https://" };
    joined(scheme, issuer)
}

/// Whether it is the URL of a discovery document.
fn is_document(text: &str) -> bool {
    ends(without(trimmed(text), "/"), LOCATION)
}

#[cfg(test)]
mod tests {
    use prevet::oidc::discovery_url;

    #[test]
    fn the_location_is_its_parts() {
        assert_eq!(super::LOCATION, [super::WELL_KNOWN, super::DOCUMENT].concat());
    }

    #[test]
    fn urls() {
        for (issuer, url) in [
            ("https://a.io", "https://a.io/.well-known/openid-configuration"),
            (" https://a.io/x/ ", "https://a.io/x/.well-known/openid-configuration"),
            ("https://A.io:8443/x", "https://A.io:8443/x/.well-known/openid-configuration"),
            ("a.io/realms/x", "https://a.io/realms/x/.well-known/openid-configuration"),
            ("localhost:8080", "https://localhost:8080/.well-known/openid-configuration"),
            ("http://localhost:8080/realms/x", "http://localhost:8080/realms/x/.well-known/openid-configuration"),
            ("https://a.io/\0", "https://a.io/.well-known/openid-configuration"),
            ("\u{FEFF}https://a.io/x\u{200B}", "https://a.io/x/.well-known/openid-configuration"),
            ("http://127.0.0.1/", "http://127.0.0.1/.well-known/openid-configuration"),
            ("https://a.io/.well-known/openid-configuration", "https://a.io/.well-known/openid-configuration"),
        ] {
            assert_eq!(discovery_url(issuer).as_deref(), Some(url), "{issuer}");
        }
    }

    #[test]
    fn refused() {
        for issuer in [
            "",
            " ",
            "https://a.io?x",
            "https://a.io#",
            "https://a.io/?",
            "http://a.io",
            "ftp://a.io",
            "javascript:alert(1)",
            "mailto:a@b.io",
            "https://u:p@a.io",
            "https://@a.io",
            "https://",
            "//a.io",
            "https:///a.io",
            "https://a.io/{tenant}",
            "https://a b.io",
            "https://a.io\\x",
            "https://a.io:99999",
            "https:/a.io",
            "HTTP:/a.io",
            "javascript:/x",
            "https:",
            "https://a.io/.well-known/oauth-authorization-server",
            "https://YOUR_TENANT.auth0.com/",
            "https://a.io/%7Btenant%7D",
            "https://a.io/\0x",
            "https://a\u{200B}.io",
        ] {
            assert_eq!(discovery_url(issuer), None, "{issuer}");
        }
    }
}
