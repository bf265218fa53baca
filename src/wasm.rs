//! The boundary: the only `#[wasm_bindgen]` exports. They decide nothing.

mod advice;

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::issue::{Code, Issue, Segment};
use crate::locale::Locale;
use crate::schemas::{LIST, Schema};

/// The number by which the other calls know a language, from its BCP 47 tag; see [`Locale::of`].
#[wasm_bindgen(js_name = localeOf)]
pub fn locale_of(tag: &str) -> usize {
    Locale::of(tag) as usize
}

/// Checks a value that the package's reader wrote down; see [`Schema::check_words`]. Gives the issues, or `undefined` where
/// there are none.
#[wasm_bindgen(js_name = checkTape)]
pub fn check_tape(schema: usize, words: &[u32], text: &str, locale: usize) -> JsValue {
    let Some(schema) = LIST.get(schema) else { return JsValue::UNDEFINED };
    issues(schema, &schema.check_words(words, text), language(locale))
}

/// Checks a JSON text. Gives the issues, or `undefined` where there are none.
#[wasm_bindgen(js_name = checkText)]
pub fn check_text(schema: usize, bytes: &[u8], locale: usize) -> JsValue {
    let Some(schema) = LIST.get(schema) else { return JsValue::UNDEFINED };
    issues(schema, &schema.check_text(bytes), language(locale))
}

fn language(locale: usize) -> Locale {
    Locale::ALL.get(locale).copied().unwrap_or_default()
}

fn out(value: &impl Serialize) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::UNDEFINED)
}

fn issues(schema: &Schema, issues: &[Issue], locale: Locale) -> JsValue {
    if issues.is_empty() {
        return JsValue::UNDEFINED;
    }
    out(&issues.iter().map(|issue| OutIssue::new(schema, issue, locale)).collect::<Vec<_>>())
}

/// An issue as the package shows it.
#[derive(Serialize)]
struct OutIssue {
    code: &'static str,
    path: Vec<OutSegment<'static>>,
    pointer: String,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    params: Option<Params>,
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum OutSegment<'a> {
    Key(&'a str),
    Index(u32),
}

#[derive(Serialize, Default)]
struct Params {
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    received: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    allowed: Option<Vec<&'static str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suggestion: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    actual: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

impl OutIssue {
    fn new(schema: &Schema, issue: &Issue, locale: Locale) -> Self {
        Self {
            code: issue.code.as_str(),
            path: issue.path.iter().map(OutSegment::new).collect(),
            pointer: issue.pointer(),
            message: schema.message(issue, locale),
            params: Params::new(&issue.code),
            offset: issue.position.map(|position| position.offset),
            line: issue.position.map(|position| position.line),
            column: issue.position.map(|position| position.column),
        }
    }
}

impl OutSegment<'_> {
    fn new(segment: &Segment) -> Self {
        match *segment {
            Segment::Key { name, .. } => Self::Key(name),
            Segment::Index(index) => Self::Index(index),
        }
    }
}

impl Params {
    fn new(code: &Code) -> Option<Self> {
        let none = Self::default();
        let characters = Some("characters");
        Some(match *code {
            Code::Required | Code::InvalidUuid => return None,
            Code::InvalidType { expected, received } => {
                Self { expected: Some(expected.as_str()), received: Some(received.as_str()), ..none }
            }
            Code::InvalidOption { allowed, suggestion } => Self { allowed: Some(allowed.to_vec()), suggestion, ..none },
            Code::UnknownType { union, suggestion } => {
                let allowed = union.branches.iter().map(|branch| branch.value).collect();
                Self { allowed: Some(allowed), suggestion, ..none }
            }
            Code::TooShort { minimum, actual } => {
                Self { unit: characters, minimum: Some(minimum as i64), actual: Some(actual), ..none }
            }
            Code::TooLong { maximum, actual } => {
                Self { unit: characters, maximum: Some(maximum), actual: Some(actual), ..none }
            }
            Code::TooFewItems { minimum, actual } => {
                Self { minimum: Some(minimum as i64), actual: Some(actual), ..none }
            }
            Code::TooSmall { minimum } => Self { minimum: Some(i64::from(minimum)), ..none },
            Code::InvalidUrl { reason } => Self { reason: Some(reason.as_str()), ..none },
            Code::InvalidJson { reason } => Self { reason: Some(reason.as_str()), ..none },
        })
    }
}
