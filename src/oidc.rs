//! OpenID Connect discovery: from an issuer to the URL of its document, and from the document to the fields of the
//! form. prevet fetches nothing: the document is handed to it as text.
//!
//! Source: OpenID Connect Discovery 1.0, sections 3, 4 and 7.2.

mod document;
mod presets;

pub use document::{Discovery, Prefill, Problem, from_discovery};
pub use presets::{FEISHU, Hint, Input, PRESETS, Preset};

use crate::advice::is_loopback;
use crate::strings::{before, has, has_any, split_once};
use crate::url_parts::UrlParts;

const WELL_KNOWN: &str = "/.well-known/openid-configuration";

/// Where an issuer's discovery document is: the issuer without its final slash, then the well-known path (Discovery
/// 4.1, not the insertion of RFC 8414). A host alone gets `https://` in front (2.1.2), and a discovery URL stays what it
/// is. Nothing for what is no issuer: not https (except on the own machine), with `?`, `#`, credentials or a placeholder.
///
/// ```
/// use prevet::oidc::discovery_url;
///
/// assert_eq!(discovery_url("https://example.com/issuer1/").unwrap(), "https://example.com/issuer1/.well-known/openid-configuration");
/// assert_eq!(discovery_url("https://example.com#f"), None);
/// ```
pub fn discovery_url(issuer: &str) -> Option<String> {
    let issuer = typed_issuer(issuer);
    if has_any(&issuer, b"?#{}<>\\") || issuer.chars().any(char::is_whitespace) {
        return None;
    }
    let parts = UrlParts::new(&issuer)?;
    let is_secure = parts.scheme() == "https" || (parts.scheme() == "http" && is_loopback(parts.host()));
    let (_, rest) = split_once(&issuer, "://")?;
    let is_plain = !rest.starts_with('/') && !has_any(before(rest, b"/"), b"@");
    (is_secure && is_plain).then(|| [issuer.strip_suffix('/').unwrap_or(&issuer), WELL_KNOWN].concat())
}

/// The issuer that a person means: without space around it, with a scheme, and not the URL of its document.
#[inline(never)]
fn typed_issuer(text: &str) -> String {
    let text = text.trim();
    let issuer = text.strip_suffix('/').unwrap_or(text).strip_suffix(WELL_KNOWN).unwrap_or(text);
    let scheme = if issuer.is_empty() || has(issuer, "://") { "" } else { "https://" };
    [scheme, issuer].concat()
}

#[cfg(test)]
mod tests {
    use super::discovery_url;

    #[test]
    fn urls() {
        for (issuer, url) in [
            ("https://a.io", "https://a.io/.well-known/openid-configuration"),
            (" https://a.io/x/ ", "https://a.io/x/.well-known/openid-configuration"),
            ("https://A.io:8443/x", "https://A.io:8443/x/.well-known/openid-configuration"),
            ("a.io/realms/x", "https://a.io/realms/x/.well-known/openid-configuration"),
            ("localhost:8080", "https://localhost:8080/.well-known/openid-configuration"),
            ("http://localhost:8080/realms/x", "http://localhost:8080/realms/x/.well-known/openid-configuration"),
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
        ] {
            assert_eq!(discovery_url(issuer), None, "{issuer}");
        }
    }
}
