//! OpenID Connect discovery: from an issuer to the URL of its document, and from the document to the fields of the
//! form; and presets of providers. prevet fetches nothing: the document is handed to it as text.
//!
//! Source: OpenID Connect Discovery 1.0, sections 3, 4 and 7.2.

mod presets;

pub use presets::{FEISHU, Hint, Input, PRESETS, Preset};
pub use prevet_advice::discovery::{Discovery, Prefill, Problem};

use prevet_advice::discovery;

use crate::host;
use crate::read::json;
use crate::tape::{Tag, Tape};

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
    discovery::discovery_url(issuer, &host::href)
}

/// Reads a discovery document, a JSON text, for an issuer that was typed; a blank one is not compared. The endpoints are
/// handed on as they are written.
pub fn from_discovery(typed: &str, document: &str) -> Discovery {
    let document = document.strip_prefix('\u{FEFF}').unwrap_or(document);
    let tape = json::read(document.as_bytes()).ok().filter(|tape| tape.node(0).tag == Tag::Object);
    let document = tape.as_ref().map(|tape| Document { tape });
    let document = document.as_ref().map(|document| document as &dyn discovery::Document<'_>);
    discovery::from_discovery(typed, document, &host::href)
}

struct Document<'a> {
    tape: &'a Tape<'a>,
}

impl<'a> discovery::Document<'a> for Document<'a> {
    fn text(&self, name: &str) -> Option<&'a str> {
        self.tape.field(0, name, 0).and_then(|index| self.tape.text(self.tape.node(index)))
    }

    fn lacks(&self, name: &str, fits: &dyn Fn(&str) -> bool) -> bool {
        let list = self.tape.field(0, name, 0).filter(|&index| self.tape.node(index).tag == Tag::List);
        let fits = |index: u32| self.tape.text(self.tape.node(index)).is_some_and(fits);
        list.is_some_and(|list| !(list + 1..self.tape.node(list).end).any(fits))
    }
}
