//! The boundary: the only `#[wasm_bindgen]` exports. They decide nothing.

#![expect(unreachable_pub, reason = "an export is reached from JavaScript")]

mod advice;
mod exchange;

use std::cell::RefCell;

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use wasm_bindgen::throw_str;

use crate::issue::{Code, Issue, Segment};
use crate::locale::Locale;
use crate::read::words::Room;
use crate::report::Report;
use crate::schemas::{LIST, Schema};
use crate::{accept, check, lines, messages, record, walk};

/// Smaller and quicker than the standard one, with a bound on the time of every call.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

thread_local! {
    /// What the last check found, for [`describe_issue`].
    static LAST: RefCell<Report> = RefCell::default();

    /// The room of the last tape.
    static ROOM: RefCell<Room> = RefCell::default();
}

/// Checks a value that the package's reader wrote down in that many words and bytes; see [`Schema::check_words`]. Options
/// in `extra`, one a line, are allowed wherever a list of options is open. Leaves the issues as
/// [records](record::encode) and gives their number of words; 0 where there are none.
#[wasm_bindgen(js_name = checkTape)]
pub fn check_tape(schema: usize, words: usize, bytes: usize, extra: Option<String>) -> usize {
    let (schema, extra) = (listed(schema), lines_of(&extra));
    exchange::read(words, bytes, |words, text| {
        // Text that is not UTF-8 cannot come from the package.
        let mut room = ROOM.take();
        let tape = room.read(words, core::str::from_utf8(text).unwrap_or_default());
        report(|report| walk::check(&tape, &schema.node, &extra, report));
        room.nodes = tape.nodes;
        ROOM.set(room);
    });
    records()
}

/// Checks a JSON text of that many bytes. Leaves the issues as [records](record::encode) and gives their number of
/// words; 0 where there are none.
#[wasm_bindgen(js_name = checkText)]
pub fn check_text(schema: usize, bytes: usize, extra: Option<String>) -> usize {
    let (schema, extra) = (listed(schema), lines_of(&extra));
    exchange::read(0, bytes, |_, text| report(|report| check::full_text(schema, text, &extra, report)));
    records()
}

/// Whether a JSON text of that many bytes is valid.
#[wasm_bindgen(js_name = isValidText)]
pub fn is_valid_text(schema: usize, bytes: usize, extra: Option<String>) -> bool {
    let (schema, extra) = (listed(schema), lines_of(&extra));
    exchange::read(0, bytes, |_, text| check::is_valid(schema, text, &extra))
}

/// Leaves where in a JSON text of that many bytes everything stands that a body is made of, as `accept::places` says, and
/// gives the number of words; 0 where the text is not surely valid.
#[wasm_bindgen(js_name = findPlaces)]
pub fn find_places(schema: usize, bytes: usize) -> usize {
    let node = &listed(schema).node;
    exchange::read_and_write(bytes, |text, words| accept::find_places(node, text, words))
}

/// Checks JSON lines of that many bytes, of which the first is number `line` and stands `offset` bytes into the whole
/// input. Leaves what [`record::encode_lines`] writes and gives its number of words. Blank lines are not counted, but
/// numbered.
#[wasm_bindgen(js_name = checkLines)]
pub fn check_lines(schema: usize, bytes: usize, line: usize, offset: usize, extra: Option<String>) -> usize {
    let (schema, extra) = (listed(schema), lines_of(&extra));
    let judged = exchange::read(0, bytes, |_, text| lines::check(schema, text, line, offset, &extra));
    let written = exchange::write(|words| record::encode_lines(&judged, words));
    LAST.set(judged.report);
    written
}

/// One issue of the last check in full and in one language, with U+0001 in its message for the number of a row.
#[wasm_bindgen(js_name = describeIssue)]
pub fn describe_issue(schema: usize, index: usize, locale: usize) -> JsValue {
    let schema = listed(schema);
    LAST.with_borrow(|last| {
        let issue = last.iter_from(index).next().map(|(found, path)| found.issue(path));
        object(&issue.map(|issue| OutIssue::new(schema, &issue, language(locale))))
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

fn lines_of(text: &Option<String>) -> Vec<&str> {
    text.iter().flat_map(|text| text.split('\n')).collect()
}

/// Makes the report of a check. It is no longer the last one's while that lasts: the host's parser of URLs is foreign
/// code and may come back.
fn report(check: impl FnOnce(&mut Report)) {
    let mut report = LAST.take();
    report.clear();
    check(&mut report);
    LAST.set(report);
}

/// Leaves the records of the last report and gives their number of words.
fn records() -> usize {
    LAST.with_borrow(|last| if last.len() == 0 { 0 } else { exchange::write(|words| record::encode(last, words)) })
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
