//! The boundary: the only `#[wasm_bindgen]` exports. They decide nothing.

#![expect(unreachable_pub, reason = "an export is reached from JavaScript")]

mod advice;

use std::cell::RefCell;

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use wasm_bindgen::throw_str;

use crate::issue::{Code, Issue, Segment};
use crate::locale::Locale;
use crate::messages;
use crate::record;
use crate::schemas::{LIST, Schema};

thread_local! {
    /// The issues of the last check, for [`describe_issue`].
    static LAST: RefCell<Vec<Issue>> = const { RefCell::new(Vec::new()) };
}

/// Checks a value that the package's reader wrote down; see [`Schema::check_words`]. Gives the issues as
/// [records](record::encode); nothing where there are none.
#[wasm_bindgen(js_name = checkTape)]
pub fn check_tape(schema: usize, words: &[u32], text: &str) -> Option<Vec<u32>> {
    out(listed(schema).check_words(words, text))
}

/// Checks a JSON text. Gives the issues as [records](record::encode); nothing where there are none.
#[wasm_bindgen(js_name = checkText)]
pub fn check_text(schema: usize, bytes: &[u8]) -> Option<Vec<u32>> {
    out(listed(schema).check_text(bytes))
}

/// Whether a JSON text is valid.
#[wasm_bindgen(js_name = isValidText)]
pub fn is_valid_text(schema: usize, bytes: &[u8]) -> bool {
    listed(schema).check_text(bytes).is_empty()
}

/// Checks JSON lines, of which the first is number `line` and stands `offset` bytes into the whole input. Gives how many
/// there are, how many are valid, and for each other one its number, its number of issues, the number of words of their
/// [records](record::encode), and these. Blank lines are not counted, but numbered.
#[wasm_bindgen(js_name = checkLines)]
pub fn check_lines(schema: usize, bytes: &[u8], line: usize, offset: usize) -> Vec<u32> {
    let checked = crate::lines::check(listed(schema), bytes, line, offset);
    let words = record::encode_lines(&checked);
    LAST.set(checked.failures.into_iter().flat_map(|failure| failure.issues).collect());
    words
}

/// One issue of the last check in full and in one language, with U+0001 in its message for the number of a row.
#[wasm_bindgen(js_name = describeIssue)]
pub fn describe_issue(schema: usize, index: usize, locale: usize) -> JsValue {
    let schema = listed(schema);
    LAST.with_borrow(|issues| {
        let issue = issues.get(index).map(|issue| OutIssue::new(schema, issue, language(locale)));
        object(&issue)
    })
}

/// The language at this position of [`Locale::ALL`]; English for any other.
fn language(locale: usize) -> Locale {
    Locale::ALL.get(locale).copied().unwrap_or_default()
}

/// A plain JavaScript object.
fn object(value: &impl Serialize) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or_else(|_| throw_str("not serialisable"))
}

/// The schema at this position. The package counts on the same list; another position is a bug that must not pass for
/// a valid body.
fn listed(schema: usize) -> &'static Schema {
    LIST.get(schema).unwrap_or_else(|| throw_str("no such schema"))
}

fn out(issues: Vec<Issue>) -> Option<Vec<u32>> {
    let words = (!issues.is_empty()).then(|| record::encode(&issues));
    LAST.set(issues);
    words
}

/// An issue as the package shows it, but for its pointer and its position, which the package adds.
#[derive(Serialize)]
struct OutIssue {
    code: &'static str,
    path: Vec<OutSegment<'static>>,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    params: Option<Params>,
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
            message: messages::template(&schema.node, issue, locale),
            params: Params::new(&issue.code),
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
