//! Advice: values that an API accepts and that will fail or harm later. It never blocks.
//!
//! A rule looks at a value that passed validation, so a half-valid draft gets advice for its good fields. The table
//! of all rules is [`Rule`]; a file for each subject holds what they look for, with cases that fire and cases that
//! must stay silent: an admin who is nagged stops reading.
//!
//! Secrets never leave: no rule writes one down, and where another field happens to hold one too, the advice about that
//! field goes without its suggestion.

mod address;
mod body;
mod characters;
mod credentials;
mod endpoints;
mod homepage_and_logo;
mod hosts;
mod issuer;
pub(crate) mod messages;
mod percent;
mod providers;
mod redirect_list;
mod redirect_uris;
mod rule;
mod samples;
mod scopes;
mod scripts;
mod sso;
#[cfg(test)]
mod testing;
mod text;
mod urls;
mod zapier_fields;

pub use rule::{Rule, Severity};

use core::cmp::Ordering;

use body::{Body, Place};

use crate::issue::{Issue, Path, pointer};
use crate::schemas::Schema;
use crate::strings::{has, has_any, replaced};
use crate::tape::Tape;
use crate::url_parts::UrlParts;

/// One piece of advice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// The rule that fired.
    pub rule: Rule,
    /// Where in the body.
    pub path: Path,
    /// The key below the path, for a field of a free-form object.
    pub key: Option<String>,
    /// What the message tells beyond its rule.
    pub params: Params,
    /// A value to put there instead, where one is safe to offer.
    pub fix: Option<String>,
    /// The position of the key, from 1; 0 without one.
    entry: u32,
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
    /// The place that it is compared with.
    pub other: Option<Path>,
    /// Its length in code points.
    pub length: Option<usize>,
}

impl Advice {
    /// The place as a JSON Pointer (RFC 6901).
    pub fn pointer(&self) -> String {
        let mut pointer = pointer(&self.path);
        if let Some(key) = &self.key {
            pointer.push('/');
            pointer.push_str(&replaced(&replaced(key, b"~", "~0"), b"/", "~1"));
        }
        pointer
    }

    fn host(&mut self, host: &str) -> &mut Self {
        self.params.host = Some(host.to_owned());
        self
    }

    fn other_host(&mut self, host: &str) -> &mut Self {
        self.params.other_host = Some(host.to_owned());
        self
    }

    fn name(&mut self, name: &str) -> &mut Self {
        self.params.name = Some(name.to_owned());
        self
    }

    fn other(&mut self, place: &Place) {
        self.params.other = Some(place.path.clone());
    }

    fn fix(&mut self, fix: Option<String>) {
        self.fix = fix;
    }
}

/// Advice in the making. Few calls in many places: so each is compiled once, and small.
#[derive(Debug, Default)]
struct Out {
    /// In document order.
    done: Vec<Advice>,
    /// The last one, which may still get parameters.
    last: Option<Advice>,
}

impl Out {
    /// Adds an advice and hands it over for its parameters.
    #[inline(never)]
    fn add(&mut self, at: &Place, rule: Rule) -> &mut Advice {
        self.settle();
        let (path, key, entry) = (at.path.clone(), at.key.clone(), at.entry);
        self.last.insert(Advice { rule, path, key, params: Params::default(), fix: None, entry })
    }

    /// Adds an advice if it applies.
    #[inline(never)]
    fn add_if(&mut self, applies: bool, at: &Place, rule: Rule) {
        if applies {
            self.add(at, rule);
        }
    }

    /// Puts the last one where it belongs. Rules look at fields nearly in the document's order, so that is near the end.
    fn settle(&mut self) {
        let Some(advice) = self.last.take() else { return };
        let place = |advice: &Advice| (advice.entry, advice.rule);
        let is_behind = |other: &Advice| match other.path.cmp(&advice.path) {
            Ordering::Equal => place(other) > place(&advice),
            order => order == Ordering::Greater,
        };
        let behind = self.done.iter().rev().take_while(|other| is_behind(other)).count();
        self.done.insert(self.done.len() - behind, advice);
    }
}

/// Whether a host as a URL has it is the machine that asks.
pub(crate) fn is_loopback(host: &str) -> bool {
    hosts::kind(host).is_loopback
}

/// The advice on a value that was checked, in document order, at one place in the order of the table. Rules that are
/// `off` stay silent. A schema that is no request has none.
pub(crate) fn advise(schema: &Schema, tape: &Tape<'_>, issues: &[Issue], off: &[Rule]) -> Vec<Advice> {
    let body = Body { tape, issues, shape: &schema.node };
    let mut out = Out::default();
    let secrets = match schema.name {
        "teable.authentication.request" => sso::check(&body, &mut out),
        "teable.oauth-client.request" => oauth_client(&body, &mut out),
        "zapier.authentication.request" => zapier_fields::check(&body, &mut out),
        _ => return Vec::new(),
    };
    out.settle();
    let mut advice = out.done;
    advice.retain(|advice| !off.contains(&advice.rule));
    advice.iter_mut().for_each(|advice| withhold(advice, &secrets));
    advice
}

fn oauth_client<'a>(body: &Body<'a>, out: &mut Out) -> Vec<&'a str> {
    let root = body.root();
    text::check(body, &body.field(&root, "name"), true, out);
    text::check(body, &body.field(&root, "description"), false, out);
    homepage_and_logo::homepage(body, out);
    homepage_and_logo::logo(body, out);
    scopes::check(body, out);
    redirect_list::check(body, out);
    Vec::new()
}

/// A secret may stand in a field that shows: in a name, in a query. What is said about that field must not repeat it.
/// Very short ones are part of almost every text.
fn withhold(advice: &mut Advice, secrets: &[&str]) {
    let is_told = |text: &str| secrets.iter().any(|secret| secret.len() > 3 && has(text, secret));
    advice.fix.take_if(|fix| is_told(fix) || has_password(fix));
    let Params { host, other_host, name, names, .. } = &mut advice.params;
    for text in [host, other_host, name].into_iter().flatten().chain(names) {
        if is_told(text) {
            *text = String::from("…");
        }
    }
}

/// A URL with a user and a password in it is no suggestion to make.
fn has_password(fix: &str) -> bool {
    has_any(fix, b"@") && UrlParts::new(fix).is_some_and(|parts| !parts.userinfo().is_empty())
}
