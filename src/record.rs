//! Issues as 32-bit words, for the way out of wasm: one crossing for all of them.
//!
//! Most issues of a page's life are alike but for a row's number. So the package asks for an issue in full once a kind
//! (`describeIssue`) and makes the rest of that kind from it; a record says which kind it is, and where.

use crate::issue::{Code, Segment};
use crate::lines::Judged;
use crate::output::Words;
use crate::report::{Found, Report};

/// Marks the word of a list index.
const INDEX: u32 = 1 << 31;

/// For each issue: its variant, its actual figure, the number of its segments, the segments, and, if it has one, its
/// position as offset, line and column. A segment is a field's order, or an index with the highest bit set. Two issues
/// with the same variant, figure and segments (but for the indexes) differ in nothing but rows and positions.
pub(crate) fn encode(report: &Report, words: &mut Words<'_>) {
    report.iter_from(0).for_each(|issue| encode_one(issue, words));
}

fn encode_one((found, path): (&Found, &[Segment]), words: &mut Words<'_>) {
    words.extend([variant(&found.code), actual(&found.code) as u32, path.len() as u32]);
    words.extend(path.iter().map(|segment| match *segment {
        Segment::Key { order, .. } => u32::from(order),
        Segment::Index(index) => INDEX | index,
    }));
    if let Some(position) = found.position {
        words.extend([position.offset, position.line, position.column].map(|figure| figure as u32));
    }
}

/// What a check of lines found: how many there are, how many are valid, the number of the line that comes next, and for
/// each other one its number, its number of issues and the number of words of these, and they themselves.
pub(crate) fn encode_lines(judged: &Judged, words: &mut Words<'_>) {
    words.extend([judged.lines, judged.valid, judged.next].map(|figure| figure as u32));
    let mut issues = judged.report.iter_from(0);
    for &(line, count) in &judged.failures {
        words.extend([line as u32, count as u32, 0]);
        let start = words.len();
        issues.by_ref().take(count).for_each(|issue| encode_one(issue, words));
        let length = (words.len() - start) as u32;
        words.set(start - 1, length);
    }
}

/// The code and those of its parameters that the place does not decide, below 2^20.
fn variant(code: &Code) -> u32 {
    let (code, parameter) = match *code {
        Code::Required => (0, 0),
        Code::InvalidType { expected, received } => (1, (expected as u32) << 8 | received as u32),
        Code::InvalidOption { suggestion, .. } => (2, position(suggestion)),
        Code::UnknownType { suggestion, .. } => (3, position(suggestion)),
        Code::TooShort { .. } => (4, 0),
        Code::TooLong { .. } => (5, 0),
        Code::TooFewItems { .. } => (6, 0),
        Code::TooSmall { .. } => (7, 0),
        Code::InvalidUrl { reason } => (8, reason as u32),
        Code::InvalidUuid => (9, 0),
        Code::InvalidJson { reason } => (10, reason as u32),
    };
    code << 16 | parameter
}

/// 0 for nothing, else the position from 1.
fn position(option: Option<u16>) -> u32 {
    option.map_or(0, |position| u32::from(position) + 1)
}

fn actual(code: &Code) -> usize {
    match *code {
        Code::TooShort { actual, .. } | Code::TooLong { actual, .. } | Code::TooFewItems { actual, .. } => actual,
        _ => 0,
    }
}
