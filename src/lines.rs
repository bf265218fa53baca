//! JSON lines (NDJSON): one body a line.

use crate::accept;
use crate::check;
use crate::issue::Issue;
use crate::report::Report;
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
    /// The number of the line that comes next.
    pub next: usize,
}

/// A line that is not valid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Its number, from 1; blank lines are counted too.
    pub line: usize,
    /// What is wrong with it; positions are those in the whole text.
    pub issues: Vec<Issue>,
}

/// What a check found, with the issues of all lines in one report.
#[derive(Debug, Default)]
pub(crate) struct Judged {
    pub(crate) lines: usize,
    pub(crate) valid: usize,
    pub(crate) next: usize,
    /// Of each line that is not valid: its number, and how many issues it has.
    pub(crate) failures: Vec<(usize, usize)>,
    pub(crate) report: Report,
}

/// Checks each line. The first is number `line` and stands `offset` bytes into the whole text.
pub(crate) fn check(schema: &Schema, bytes: &[u8], line: usize, offset: usize, extra: &[&str]) -> Judged {
    let mut judged = Judged { next: line, ..Judged::default() };
    let mut rest = bytes;
    while !rest.is_empty() {
        let length = match accept::surely_valid_line(&schema.node, rest) {
            Some(length) => {
                judged.lines += 1;
                judged.valid += 1;
                length
            }
            None => {
                let length = rest.iter().position(|&byte| byte == b'\n').map_or(rest.len(), |end| end + 1);
                let text = rest.get(..length).unwrap_or_default();
                let at = offset.wrapping_add(bytes.len() - rest.len());
                judged.add(text, at, |text, report| check::full_text(schema, text, extra, report));
                length
            }
        };
        rest = rest.get(length..).unwrap_or_default();
        // A last line without its end may go on.
        judged.next = judged.next.wrapping_add(usize::from(!rest.is_empty() || bytes.last() == Some(&b'\n')));
    }
    judged
}

impl Judged {
    /// Adds the next line, with its end, which the fast path did not accept.
    fn add(&mut self, text: &[u8], offset: usize, check: impl FnOnce(&[u8], &mut Report)) {
        let text = text.strip_suffix(b"\n").unwrap_or(text);
        if text.iter().all(|byte| matches!(byte, b' ' | b'\t' | b'\r')) {
            return;
        }
        self.lines += 1;
        let before = self.report.len();
        check(text, &mut self.report);
        if self.report.len() == before {
            self.valid += 1;
            return;
        }
        // A line's own positions are in its first line, from its first byte.
        for position in self.report.positions_from(before) {
            position.line = self.next;
            position.offset = position.offset.wrapping_add(offset);
        }
        self.failures.push((self.next, self.report.len() - before));
    }
}

impl From<Judged> for Checked {
    fn from(judged: Judged) -> Self {
        let Judged { lines, valid, next, failures, report } = judged;
        let mut issues = report.issues().into_iter();
        let failure = |(line, count)| Failure { line, issues: issues.by_ref().take(count).collect() };
        Self { lines, valid, next, failures: failures.into_iter().map(failure).collect() }
    }
}

#[cfg(test)]
mod tests {
    use crate::issue::Code;
    use crate::schemas::Schema;

    #[test]
    fn lines_are_numbered_and_blank_ones_skipped() {
        let schema = Schema::named("zapier.Category").unwrap();
        let checked = schema.check_lines(b"{\"slug\":\"a\"}\n\n  {\"slug\":1}\r\n{}\n \nnope");
        assert_eq!((checked.lines, checked.valid, checked.next), (4, 1, 6));
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
        assert_eq!((checked.lines, checked.valid, checked.next), (4, 2, 4));
        assert_eq!(schema.check_lines(b"{}\n\n").next, 3);
        assert_eq!(schema.check_lines(b"").lines, 0);
    }

    #[test]
    fn every_line_gets_its_suggestion() {
        let schema = Schema::named("teable.oauth-client.request").unwrap();
        let line = "{\"name\":\"a\",\"homepage\":\"https://a.io\",\"redirectUris\":[\"https://a.io\"],\"scopes\":[\"table|raed\"]}\n";
        let checked = schema.check_lines(line.repeat(1500).as_bytes());
        let is_told = |code: Code| code.suggestion(&[]) == Some("table|read");
        assert!(checked.failures.iter().all(|failure| is_told(failure.issues[0].code)));
        assert_eq!(checked.failures.len(), 1500);
    }
}
