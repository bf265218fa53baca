//! JSON lines (NDJSON): one body a line.

use crate::accept;
use crate::check;
use crate::issue::Issue;
use crate::schemas::Schema;

/// What a check of lines found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// How many lines hold something.
    pub lines: usize,
    /// How many of them are valid.
    pub valid: usize,
    /// The others, in order.
    pub failures: Vec<Failure>,
}

/// A line that is not valid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Its number, from 1; blank lines are counted too.
    pub line: usize,
    /// What is wrong with it; positions are those in the whole text.
    pub issues: Vec<Issue>,
}

/// Checks each line. The first is number `line` and stands `offset` bytes into the whole text.
pub(crate) fn check(schema: &Schema, bytes: &[u8], line: usize, offset: usize) -> Checked {
    let mut checked = Checked { lines: 0, valid: 0, failures: Vec::new() };
    let mut rest = bytes;
    for number in line.. {
        if rest.is_empty() {
            break;
        }
        let at = offset + bytes.len() - rest.len();
        let length = match accept::surely_valid_line(&schema.node, rest) {
            Some(length) => {
                checked.lines += 1;
                checked.valid += 1;
                length
            }
            None => {
                let length = rest.iter().position(|&byte| byte == b'\n').map_or(rest.len(), |end| end + 1);
                let text = rest.get(..length).unwrap_or_default();
                checked.add(schema, text.strip_suffix(b"\n").unwrap_or(text), number, at);
                length
            }
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    checked
}

impl Checked {
    /// Adds a line that the fast path did not accept.
    fn add(&mut self, schema: &Schema, text: &[u8], line: usize, offset: usize) {
        if text.iter().all(|byte| matches!(byte, b' ' | b'\t' | b'\r')) {
            return;
        }
        self.lines += 1;
        let mut issues = check::full_text(schema, text, &[]);
        if issues.is_empty() {
            self.valid += 1;
        } else {
            issues.iter_mut().for_each(|issue| shift(issue, line, offset));
            self.failures.push(Failure { line, issues });
        }
    }
}

/// A line's own positions are in its first line, from its first byte.
fn shift(issue: &mut Issue, line: usize, offset: usize) {
    if let Some(position) = &mut issue.position {
        position.line = line;
        position.offset += offset;
    }
}

#[cfg(test)]
mod tests {
    use crate::schemas::Schema;

    #[test]
    fn lines_are_numbered_and_blank_ones_skipped() {
        let schema = Schema::named("zapier.Category").unwrap();
        let checked = schema.check_lines(b"{\"slug\":\"a\"}\n\n  {\"slug\":1}\r\n{}\n \nnope");
        assert_eq!((checked.lines, checked.valid), (4, 1));
        let found: Vec<_> = checked
            .failures
            .iter()
            .map(|failure| {
                let at = failure.issues[0].position.unwrap();
                (failure.line, failure.issues[0].code.as_str(), at.offset, at.line, at.column)
            })
            .collect();
        let expected = [(3, "invalid_type", 24, 3, 11), (4, "required", 28, 4, 1), (6, "invalid_json", 34, 6, 2)];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_body_over_two_lines_is_two_lines() {
        let schema = Schema::named("zapier.Category").unwrap();
        let checked = schema.check_lines(b"{\"slug\":\n\"a\"}\n{\"slug\":\"b\"} \r\n{\"slug\":\"c\"}");
        assert_eq!((checked.lines, checked.valid), (4, 2));
        assert_eq!(schema.check_lines(b"").lines, 0);
    }
}
