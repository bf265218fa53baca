//! The boundary of advice and discovery.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{OutSegment, language, listed, object};
use crate::advice::{self, Advice, Rule};
use crate::issue::pointer;
use crate::locale::Locale;
use crate::oidc::{self, Discovery};
use crate::schemas::Schema;

/// The advice on a value that the package's reader wrote down, free-form objects walked. Ids in `off` that are no rule's
/// are passed over.
#[wasm_bindgen(js_name = adviseTape)]
pub fn advise_tape(schema: usize, words: &[u32], text: &str, locale: usize, off: Vec<String>) -> JsValue {
    let schema = listed(schema);
    let off: Vec<_> = off.iter().filter_map(|id| Rule::of(id)).collect();
    let advice = schema.advise_words(words, text, &off);
    object(&advice.iter().map(|advice| OutAdvice::new(schema, advice, language(locale))).collect::<Vec<_>>())
}

/// Where an issuer's discovery document is; `undefined` for what is no issuer. See [`oidc::discovery_url`].
#[wasm_bindgen(js_name = discoveryUrl)]
pub fn discovery_url(issuer: &str) -> Option<String> {
    oidc::discovery_url(issuer)
}

/// What a discovery document fills in, and what is wrong with it; see [`oidc::from_discovery`].
#[wasm_bindgen(js_name = fromDiscovery)]
pub fn from_discovery(issuer: &str, text: &str, locale: usize) -> JsValue {
    object(&OutDiscovery::new(oidc::from_discovery(issuer, text), language(locale)))
}

/// An advice as the package shows it.
#[derive(Serialize)]
struct OutAdvice<'a> {
    rule: &'static str,
    severity: &'static str,
    path: Vec<OutSegment<'a>>,
    pointer: String,
    message: String,
    params: OutAdviceParams<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OutAdviceParams<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    host: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    other_host: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    names: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    other: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    length: Option<usize>,
}

impl<'a> OutAdvice<'a> {
    fn new(schema: &Schema, advice: &'a Advice, locale: Locale) -> Self {
        let advice::Params { host, other_host, name, names, other, length } = &advice.params;
        let key = advice.key.as_deref().map(OutSegment::Key);
        Self {
            rule: advice.rule.id(),
            severity: advice.rule.severity().as_str(),
            path: advice.path.iter().map(OutSegment::new).chain(key).collect(),
            pointer: advice.pointer(),
            message: schema.advice_message(advice, locale),
            params: OutAdviceParams {
                host: host.as_deref(),
                other_host: other_host.as_deref(),
                name: name.as_deref(),
                names,
                other: other.as_deref().map(pointer),
                length: *length,
            },
            fix: advice.fix.as_deref(),
        }
    }
}

/// What a discovery document gives, as the package shows it.
#[derive(Serialize)]
struct OutDiscovery {
    prefill: Option<OutPrefill>,
    problems: Vec<OutProblem>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OutPrefill {
    issuer: String,
    authorization_url: String,
    token_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    user_info_url: Option<String>,
}

#[derive(Serialize)]
struct OutProblem {
    code: &'static str,
    message: &'static str,
}

impl OutDiscovery {
    fn new(discovery: Discovery, locale: Locale) -> Self {
        let prefill = |prefill: oidc::Prefill| OutPrefill {
            issuer: prefill.issuer,
            authorization_url: prefill.authorization_url,
            token_url: prefill.token_url,
            user_info_url: prefill.user_info_url,
        };
        let problem = |problem: &oidc::Problem| OutProblem { code: problem.as_str(), message: problem.message(locale) };
        Self { prefill: discovery.prefill.map(prefill), problems: discovery.problems.iter().map(problem).collect() }
    }
}
