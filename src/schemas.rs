//! The one list of schemas, and a file per body with the Rust types that mirror its document.
//!
//! A new schema is a file of types here, a line in the list at the end of this one, and a folder of cases; CONTRIBUTING.md has
//! all steps.

pub mod teable_authentication;
pub mod teable_oauth_client;
pub mod teable_scope;
pub mod types;
pub mod zapier_authentication;
pub mod zapier_components;

use prevet_advice::json::Json;

use crate::advice::{self, Advice, Form, Rule};
use crate::check;
use crate::issue::Issue;
use crate::locale::Locale;
use crate::report::Report;
use crate::shape::{Describe, Node};
use crate::tape::Tape;
#[cfg(not(target_arch = "wasm32"))]
use crate::typed::{self, Document};
use crate::walk;

/// A body that can be checked.
#[derive(Debug, Clone, Copy)]
pub struct Schema {
    /// Its name, such as `teable.oauth-client.request`.
    #[cfg(not(target_arch = "wasm32"))]
    pub name: &'static str,
    /// The name of its TypeScript type.
    #[cfg(not(target_arch = "wasm32"))]
    pub type_name: &'static str,
    /// The request that it is, if it is one: something that a form fills in.
    pub form: Option<Form>,
    /// What it looks like.
    pub node: Node,
    #[cfg(not(target_arch = "wasm32"))]
    accepts: fn(&Document<'_>) -> bool,
}

macro_rules! schemas {
    ($($name:literal, $type_name:literal, $form:expr, $type:ty;)*) => {
        /// The names of all schemas, apart from them: what is published as wasm does not need them.
        static NAMES: &[&str] = &[$($name),*];

        /// Every schema. A schema is known at the boundary by its position here.
        pub static LIST: &[Schema] = &[$(Schema {
            #[cfg(not(target_arch = "wasm32"))]
            name: $name,
            #[cfg(not(target_arch = "wasm32"))]
            type_name: $type_name,
            form: $form,
            node: <$type as Describe>::NODE,
            #[cfg(not(target_arch = "wasm32"))]
            accepts: {
                fn accepts(document: &Document<'_>) -> bool {
                    typed::accepts::<$type>(document)
                }
                accepts
            },
        }),*];
    };
}

schemas! {
    "teable.authentication.request", "TeableAuthenticationRequest", Some(Form::Sso), teable_authentication::Request<'_>;
    "teable.oauth-client.request", "TeableOAuthClientRequest", Some(Form::OAuthClient), teable_oauth_client::OAuthClientRequest<'_>;
    "zapier.authentication.request", "ZapierAuthenticationRequest", Some(Form::Zapier), zapier_authentication::AuthenticationRequest<'_>;
    "teable.authentication.response", "TeableAuthenticationResponse", None, teable_authentication::Response<'_>;
    "teable.oauth-client.response", "TeableOAuthClientResponse", None, teable_oauth_client::OAuthClientResponse<'_>;
    "zapier.authentication.response", "ZapierAuthenticationResponse", None, zapier_authentication::AuthenticationResponse<'_>;
    "zapier.error.response", "ZapierErrorResponse", None, zapier_authentication::ErrorResponse<'_>;
    "zapier.Apps", "ZapierApps", None, zapier_components::Apps<'_>;
    "zapier.AppsImages", "ZapierAppsImages", None, zapier_components::AppsImages<'_>;
    "zapier.Authentication", "ZapierAuthentication", None, zapier_components::Authentication<'_>;
    "zapier.AuthenticationTypeEnum", "ZapierAuthenticationTypeEnum", None, zapier_components::AuthenticationTypeEnum;
    "zapier.BaseMeta", "ZapierBaseMeta", None, zapier_components::BaseMeta;
    "zapier.Category", "ZapierCategory", None, zapier_components::Category<'_>;
    "zapier.Error", "ZapierError", None, zapier_components::Error<'_>;
    "zapier.ErrorSource", "ZapierErrorSource", None, zapier_components::ErrorSource<'_>;
    "zapier.Links", "ZapierLinks", None, zapier_components::Links<'_>;
    "zapier._AuthenticationCreateRequest", "ZapierAuthenticationCreateRequest", None, zapier_authentication::AuthenticationCreateRequest<'_>;
}

impl Schema {
    /// The schema of that name.
    pub fn named(name: &str) -> Option<&'static Self> {
        LIST.get(NAMES.iter().position(|known| *known == name)?)
    }

    /// Every problem of a JSON text, in document order; none if the body is valid. Each carries its place in the
    /// text. A text that is not JSON has one issue, `invalid_json`.
    ///
    /// ```
    /// use prevet::schemas::Schema;
    ///
    /// let schema = Schema::named("teable.oauth-client.request").unwrap();
    /// let issues = schema.check_text(br#"{"name":"Reports","homepage":"reports.io","redirectUris":[]}"#);
    /// let found: Vec<_> = issues.iter().map(|issue| (issue.pointer(), issue.code.as_str())).collect();
    /// assert_eq!(found, [("/homepage".into(), "invalid_url"), ("/redirectUris".into(), "too_few_items")]);
    /// ```
    pub fn check_text(&self, bytes: &[u8]) -> Vec<Issue> {
        self.check_text_with(bytes, &[])
    }

    /// The same, with options that newer servers know, where a list of options is open: the scopes.
    pub fn check_text_with(&self, bytes: &[u8], extra: &[&str]) -> Vec<Issue> {
        self.report(|report| check::text(self, bytes, extra, report))
    }

    /// Every JSON line of a text (NDJSON): how many there are, how many are valid, and what is wrong with the others.
    pub fn check_lines(&self, bytes: &[u8]) -> crate::lines::Checked {
        self.check_lines_from(bytes, 1, 0, &[])
    }

    /// The same for a part of a longer text: its first line is number `line` and stands `offset` bytes into that. `extra`
    /// is as for [`check_text_with`](Self::check_text_with).
    pub fn check_lines_from(&self, bytes: &[u8], line: usize, offset: usize, extra: &[&str]) -> crate::lines::Checked {
        crate::lines::check(self, bytes, line, offset, extra).into()
    }

    /// Every problem of a JavaScript value as the package's reader writes it down: 32-bit words in pre-order and the
    /// value's strings, joined with NUL. Issues carry no place in a text.
    ///
    /// The words: 0 absent, 1 null, 2 false, 3 true, 4 a number and the low and high half of its bits, 5 a string and
    /// its length in UTF-16 units, 6 a list and its length, 7 an object along its description and how many values
    /// follow, 8 an object not walked, 9 bigint, 10 symbol, 11 function, 12 unreadable, 13 an array not walked, 14 a
    /// free-form object and its number of pairs, each of which is the key's length in UTF-16 units, without a word in
    /// front, and a value; 15 values that the reader knows to be right where they stand, and how many in a row; 16 a
    /// string of which only the length matters, and its number of code points, or one where none belongs, and 0; 17 the tag
    /// of a union, and the number of the branch that it names.
    /// `extra` is as for [`check_text_with`](Self::check_text_with).
    pub fn check_words(&self, words: &[u32], text: &str, extra: &[&str]) -> Vec<Issue> {
        let tape = crate::read::words::read(words, text);
        self.report(|report| walk::check(&tape, &self.node, extra, report))
    }

    /// The same as [`check_text`](Self::check_text), without the fast path that accepts early: for comparing the two.
    pub fn check_text_in_full(&self, bytes: &[u8]) -> Vec<Issue> {
        self.report(|report| check::full_text(self, bytes, &[], report))
    }

    /// Whether a JSON text is valid by the Rust type alone, as serde reads and garde judges it: for comparing that with
    /// the check.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn accepts_as_type(&self, bytes: &[u8]) -> bool {
        Document::read(bytes).is_ok_and(|document| (self.accepts)(&document))
    }

    fn report(&self, check: impl FnOnce(&mut Report)) -> Vec<Issue> {
        let mut report = Report::default();
        check(&mut report);
        report.issues()
    }

    /// The message for an issue of this schema.
    pub fn message(&self, issue: &Issue, locale: Locale) -> String {
        self.message_with(issue, &[], locale)
    }

    /// The same for an issue of a check that was told of more options, which one may suggest.
    pub fn message_with(&self, issue: &Issue, extra: &[&str], locale: Locale) -> String {
        crate::messages::message(&self.node, issue, extra, locale)
    }

    /// The advice on a JSON text: what the API accepts and what will fail or harm later, in document order. What did not
    /// pass validation gets none, a text that is not JSON none at all. Rules that are `off` stay silent. Only requests
    /// have advice.
    ///
    /// ```
    /// use prevet::schemas::Schema;
    ///
    /// let schema = Schema::named("teable.oauth-client.request").unwrap();
    /// let body = br#"{"name":"Reports","homepage":"http://reports.io","redirectUris":["reports"],"scopes":["table|read"]}"#;
    /// let found: Vec<_> = schema.advise_text(body, &[]).iter().map(|advice| (advice.pointer(), advice.rule.id())).collect();
    /// assert_eq!(found, [("/homepage".into(), "homepage-http")]);
    /// ```
    pub fn advise_text(&self, bytes: &[u8], off: &[Rule]) -> Vec<Advice> {
        let mut advice = Vec::new();
        if let Ok(tape) = crate::read::json::read(bytes) {
            self.advise(&tape, &[], off, &mut |one| advice.push(one));
        }
        advice
    }

    /// The same on a JavaScript value as the package's reader writes it down; see [`check_words`](Self::check_words). Free-form
    /// objects get advice only if they are walked. `extra` is as for [`check_text_with`](Self::check_text_with).
    pub fn advise_words(&self, words: &[u32], text: &str, off: &[Rule], extra: &[&str]) -> Vec<Advice> {
        let mut advice = Vec::new();
        self.advise(&crate::read::words::read(words, text), extra, off, &mut |one| advice.push(one));
        advice
    }

    /// Advice on a JSON text as the package shows it: a JSON list with `rule`, `severity`, `path`, `pointer`, `message`, `params`, and
    /// `fix` where there is one.
    pub fn advice_json(&self, bytes: &[u8], off: &[Rule], locale: Locale) -> String {
        match crate::read::json::read(bytes) {
            Ok(tape) => self.advice_on(&tape, &[], off, locale),
            Err(_) => "[]".to_owned(),
        }
    }

    /// The same for [`advise_words`](Self::advise_words).
    pub fn advice_json_of_words(
        &self,
        words: &[u32],
        text: &str,
        off: &[Rule],
        extra: &[&str],
        locale: Locale,
    ) -> String {
        self.advice_on(&crate::read::words::read(words, text), extra, off, locale)
    }

    fn advice_on(&self, tape: &Tape<'_>, extra: &[&str], off: &[Rule], locale: Locale) -> String {
        let mut json = Json::default();
        json.open('[');
        self.advise(tape, extra, off, &mut |advice| advice::write(&mut json, &self.node, &advice, locale));
        json.close(']');
        json.into_text()
    }

    fn advise(&self, tape: &Tape<'_>, extra: &[&str], off: &[Rule], take: &mut dyn FnMut(Advice)) {
        let mut report = Report::default();
        walk::check(tape, &self.node, extra, &mut report);
        advice::advise(self, tape, &report, off, take);
    }

    /// The message for an advice on a body of this schema.
    pub fn advice_message(&self, advice: &Advice, locale: Locale) -> String {
        advice::message(&self.node, advice, locale)
    }
}
