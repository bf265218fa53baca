//! What prevet tells from strings alone: [advice](advise) on values that an API accepts and that will fail or harm later,
//! and [OpenID Connect discovery](discovery).
//!
//! A part of the crate `prevet`, and apart from it for one reason: these are a hundred rules that run once a form, so they
//! are compiled for size, while the checks beside them are compiled for speed. It knows bodies through [`Body`] and URLs
//! through the host's parser, which [`Body::href`] asks.
//!
//! A rule looks at a value that passed validation, so a half-valid draft gets advice for its good fields. The table of
//! all rules is [`Rule`]; a file for each subject holds what they look for, with cases that fire and cases that must stay
//! silent: an admin who is nagged stops reading.
//!
//! Secrets never leave: no rule writes one down, and where another field happens to hold one too, the advice about that
//! field goes without its suggestion.

mod address;
pub mod characters;
mod credentials;
pub mod discovery;
mod endpoints;
mod homepage_and_logo;
mod hosts;
mod issuer;
pub mod json;
pub mod locale;
pub mod messages;
mod percent;
mod providers;
mod redirect_list;
mod redirect_uris;
mod rule;
mod samples;
pub mod scopes;
mod scripts;
mod sso;
pub mod strings;
#[cfg(test)]
mod testing;
mod text;
pub mod texts;
mod url_parts;
mod urls;
mod zapier_fields;

pub use rule::{Rule, Severity};

use json::Json;
use strings::{has, has_any};
pub use texts::Texts;
use url_parts::UrlParts;

/// A place of a body, by the number that the body gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place(pub u32);

/// Where a place stands in the document: on each level its rank from 1, and 0 behind the last.
pub type Order = [u32; 3];

/// What kind of value stands at a place of a free-form object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `null`.
    Null,
    /// A string.
    Text,
    /// An object without a key.
    Empty,
    /// Another object, or a list.
    Container,
    /// Anything else, or nothing.
    Other,
}

/// A body that was checked. Its texts live as long as `'a`.
pub trait Body<'a> {
    /// The whole body.
    fn root(&self) -> Place;
    /// A known field of an object, whether or not it is there.
    fn field(&self, of: Place, name: &str) -> Place;
    /// Whether the body's form has such a field.
    fn is_known(&self, at: Place) -> bool;
    /// Whether no issue stands at the place, above it or below it.
    fn is_good(&self, at: Place) -> bool;
    /// Where a place stands in the document.
    fn order(&self, at: Place) -> Order;
    /// The string at a place that passed validation.
    fn text(&self, at: Place) -> Option<&'a str>;
    /// What kind of value stands at a place.
    fn kind(&self, at: Place) -> Kind;
    /// The rows of a list; few enough to compare each with each.
    fn rows(&self, list: Place) -> Vec<Place>;
    /// The keys and values of a free-form object, each key once; few enough to compare each with each.
    fn entries(&self, object: Place) -> Vec<(&'a str, Place)>;
    /// Every string of a list, or below the keys of a free-form object, however deep.
    fn strings(&self, container: Place) -> Vec<&'a str>;
    /// Every known scope of an OAuth application.
    fn scopes(&self) -> &'static [&'static str];
    /// A URL as the URL Standard writes it down; nothing for a text that is no URL.
    fn href(&self, text: &str) -> Option<String>;
}

/// The request that a body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A single sign-on provider of Teable.
    Sso,
    /// An OAuth application of Teable.
    OAuthClient,
    /// A connection in Zapier.
    Zapier,
}

/// One piece of advice.
#[derive(Debug)]
pub struct Finding {
    /// Where in the body.
    pub place: Place,
    /// The rule that fired.
    pub rule: Rule,
    /// What the message tells beyond its rule.
    pub params: Params,
    /// The place that it is compared with.
    pub other: Option<Place>,
    /// A value to put there instead, where one is safe to offer.
    pub fix: Option<String>,
}

/// What an advice tells beyond its rule. None of it is secret.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Params {
    /// The host that the value leads to.
    pub host: Option<String>,
    /// The host that it is compared with.
    pub other_host: Option<String>,
    /// What the rule found, by name: a scheme, a parameter, a file extension, a provider, a code point.
    pub name: Option<String>,
    /// Several names: scopes, parameters.
    pub names: Vec<String>,
    /// Its length in code points.
    pub length: Option<usize>,
}

impl Params {
    /// Writes them down as an object, with the pointer to the place that the value is compared with.
    #[inline(never)]
    pub fn write(&self, json: &mut Json, other: Option<String>) {
        json.open('{');
        json.optional("host", self.host.as_deref());
        json.optional("otherHost", self.other_host.as_deref());
        json.optional("name", self.name.as_deref());
        if !self.names.is_empty() {
            json.key("names");
            json.open('[');
            self.names.iter().for_each(|name| json.string(name));
            json.close(']');
        }
        json.optional("other", other.as_deref());
        if let Some(length) = self.length {
            json.key("length");
            json.number(length as i64);
        }
        json.close('}');
    }
}

/// Advice in the making, and what it is made of. Few calls in many places: so each is compiled once.
struct Out<'a> {
    body: &'a dyn Body<'a>,
    texts: &'a Texts,
    done: Vec<Finding>,
    /// What of the body's secrets no advice may repeat, as [`credentials::telling`] has it.
    secrets: Vec<&'a str>,
}

impl<'a> Out<'a> {
    /// A known field of an object, whether or not it is there.
    #[inline(never)]
    fn field(&self, of: Place, name: &str) -> Place {
        self.body.field(of, name)
    }

    /// A known field of the whole body.
    #[inline(never)]
    fn member(&self, name: &str) -> Place {
        self.field(self.body.root(), name)
    }

    /// The string at a place that passed validation.
    #[inline(never)]
    fn text(&self, at: Place) -> Option<&'a str> {
        self.body.text(at)
    }

    /// The same, empty where there is none.
    #[inline(never)]
    fn text_or_empty(&self, at: Place) -> &'a str {
        self.text(at).unwrap_or_default()
    }

    /// A URL as the URL Standard writes it down; nothing for a text that is no URL.
    #[inline(never)]
    fn href(&self, text: &str) -> Option<&'a str> {
        self.body.href(text).map(|href| self.texts.keep(href))
    }

    /// Adds a secret, which no advice may repeat.
    #[inline(never)]
    fn hide(&mut self, secret: &'a str) {
        self.secrets.extend(credentials::telling(secret, self.texts));
    }

    /// Adds an advice. What is told about it next is told of this one.
    #[inline(never)]
    fn add(&mut self, place: Place, rule: Rule) -> &mut Self {
        self.done.push(Finding { place, rule, params: Params::default(), other: None, fix: None });
        self
    }

    /// Adds an advice if it applies.
    #[inline(never)]
    fn add_if(&mut self, applies: bool, at: Place, rule: Rule) {
        if applies {
            self.add(at, rule);
        }
    }

    #[inline(never)]
    fn host(&mut self, host: &str) -> &mut Self {
        self.last(|last| last.params.host = Some(shortened(host)))
    }

    #[inline(never)]
    fn other_host(&mut self, host: &str) -> &mut Self {
        self.last(|last| last.params.other_host = Some(shortened(host)))
    }

    #[inline(never)]
    fn name(&mut self, name: &str) -> &mut Self {
        self.last(|last| last.params.name = Some(shortened(name)))
    }

    #[inline(never)]
    fn names(&mut self, names: &[&str]) -> &mut Self {
        self.last(|last| names.iter().for_each(|name| last.params.names.push(shortened(name))))
    }

    #[inline(never)]
    fn length(&mut self, length: usize) -> &mut Self {
        self.last(|last| last.params.length = Some(length))
    }

    #[inline(never)]
    fn other(&mut self, place: Place) -> &mut Self {
        self.last(|last| last.other = Some(place))
    }

    #[inline(never)]
    fn fix(&mut self, fix: Option<&str>) -> &mut Self {
        self.last(|last| last.fix = fix.map(str::to_owned))
    }

    /// Changes the last advice.
    fn last(&mut self, change: impl FnOnce(&mut Finding)) -> &mut Self {
        if let Some(last) = self.done.last_mut() {
            change(last);
        }
        self
    }
}

/// Tells all advice on a body, in the document's order, at one place in the order of the table. Rules that are `off` stay
/// silent.
#[inline(never)]
pub fn advise<'a>(form: Form, body: &'a dyn Body<'a>, texts: &'a Texts, off: &[Rule], tell: &mut dyn FnMut(Finding)) {
    let mut out = Out { body, texts, done: Vec::new(), secrets: Vec::new() };
    match form {
        Form::Sso => sso::check(&mut out),
        Form::OAuthClient => oauth_client(&mut out),
        Form::Zapier => zapier_fields::check(&mut out),
    }
    let mut sorted: Vec<Finding> = Vec::new();
    for mut finding in std::mem::take(&mut out.done) {
        if off.contains(&finding.rule) {
            continue;
        }
        withhold(&out, &mut finding);
        let order = (body.order(finding.place), finding.rule);
        // Rules look at fields nearly in the document's order, so an advice belongs near the end.
        let before = sorted.iter().rposition(|other| (body.order(other.place), other.rule) <= order);
        sorted.insert(before.map_or(0, |at| at + 1), finding);
    }
    for finding in sorted {
        tell(finding);
    }
}

fn oauth_client(out: &mut Out<'_>) {
    text::check(out.member("name"), true, out);
    text::check(out.member("description"), false, out);
    homepage_and_logo::homepage(out);
    homepage_and_logo::logo(out);
    scopes::check(out);
    redirect_list::check(out);
}

/// What is longer than any host, be it one or a name, is not told: hundreds of rows may tell of it.
#[inline(never)]
fn shortened(text: &str) -> String {
    String::from(if text.len() > hosts::LONGEST { "…" } else { text })
}

/// A secret may stand in a field that shows: in a name, in a query. What is said about that field must not repeat it, and
/// where it is no short one, neither a host nor a name is told of that field.
#[inline(never)]
fn withhold(out: &Out<'_>, finding: &mut Finding) {
    let places = [Some(finding.place), finding.other];
    let repeats = || places.iter().flatten().any(|&at| is_told(out, out.text_or_empty(at), credentials::TELLING));
    finding.fix.take_if(|fix| is_told(out, fix, 0) || has_password(out, fix) || repeats());
    let Params { host, other_host, name, names, .. } = &mut finding.params;
    for text in [host, other_host, name].into_iter().flatten().chain(names) {
        let part = credentials::comparable(text, false);
        let is_part = part.len() >= credentials::TELLING && out.secrets.iter().any(|secret| has(secret, &part));
        if is_part || is_told(out, text, 0) || repeats() {
            *text = String::from("…");
        }
    }
}

/// Whether a text repeats a secret of at least so many bytes, however it is written.
#[inline(never)]
fn is_told(out: &Out<'_>, text: &str, least: usize) -> bool {
    if out.secrets.is_empty() {
        return false;
    }
    // The parser writes what it does not like in percent. As a form writes it, a plus is a space.
    let is_escaped = has_any(text, b"%+");
    let decoded = is_escaped.then(|| percent::decoded(text, out.texts));
    let from_form = is_escaped.then(|| percent::decoded(out.texts.replaced(text, b"+", " "), out.texts));
    [Some(text), decoded, from_form].into_iter().flatten().any(|text| {
        let repeats = |is_json| {
            let text = credentials::comparable(text, is_json);
            out.secrets.iter().any(|secret| secret.len() >= least && has(&text, secret))
        };
        repeats(false) || (has_any(text, b"\\") && repeats(true))
    })
}

/// A URL with a user and a password in it is no suggestion to make.
fn has_password(out: &Out<'_>, fix: &str) -> bool {
    has_any(fix, b"@") && out.href(fix).is_some_and(|href| !UrlParts::new(href).userinfo.is_empty())
}
