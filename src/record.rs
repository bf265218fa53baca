//! Issues as 32-bit words, for the way out of wasm: one crossing for all of them.
//!
//! Most issues of a page's life are alike but for a row's number. So the package asks for an issue in full once a kind
//! (`describeIssue`) and makes the rest of that kind from it; a record says which kind it is, and where.

use crate::issue::{Code, Issue, Segment};
use crate::lines::Checked;

/// Marks the word of a list index.
const INDEX: u32 = 1 << 31;

/// For each issue: its variant, its actual figure, the number of its segments, the segments, and, if it has one, its
/// position as offset, line and column. A segment is a field's order, or an index with the highest bit set. Two issues
/// with the same variant, figure and segments (but for the indexes) differ in nothing but rows and positions.
pub(crate) fn encode(issues: &[Issue]) -> Vec<u32> {
    let mut words = Vec::with_capacity(issues.len() * 6);
    for issue in issues {
        words.extend([variant(&issue.code), actual(&issue.code) as u32, issue.path.len() as u32]);
        words.extend(issue.path.iter().map(|segment| match *segment {
            Segment::Key { order, .. } => u32::from(order),
            Segment::Index(index) => INDEX | index,
        }));
        if let Some(position) = issue.position {
            words.extend([position.offset, position.line, position.column].map(|figure| figure as u32));
        }
    }
    words
}

/// What [`check_lines`](crate::lines::check) found.
pub(crate) fn encode_lines(checked: &Checked) -> Vec<u32> {
    let mut words = vec![checked.lines as u32, checked.valid as u32];
    for failure in &checked.failures {
        let records = encode(&failure.issues);
        words.extend([failure.line, failure.issues.len(), records.len()].map(|figure| figure as u32));
        words.extend(records);
    }
    words
}

/// The code and those of its parameters that the place does not decide, below 2^20.
fn variant(code: &Code) -> u32 {
    let (code, parameter) = match *code {
        Code::Required => (0, 0),
        Code::InvalidType { expected, received } => (1, (expected as u32) << 8 | received as u32),
        Code::InvalidOption { allowed, suggestion } => (2, position(allowed.iter().copied(), suggestion)),
        Code::UnknownType { union, suggestion } => {
            (3, position(union.branches.iter().map(|branch| branch.value), suggestion))
        }
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
fn position(options: impl Iterator<Item = &'static str>, wanted: Option<&str>) -> u32 {
    let at = options.enumerate().find(|(_, option)| Some(*option) == wanted);
    at.map_or(0, |(position, _)| position as u32 + 1)
}

fn actual(code: &Code) -> usize {
    match *code {
        Code::TooShort { actual, .. } | Code::TooLong { actual, .. } | Code::TooFewItems { actual, .. } => actual,
        _ => 0,
    }
}
