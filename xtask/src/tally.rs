//! Counting tests: what each runner says at its end, added up.

use std::fmt;
use std::ops::AddAssign;

/// How many tests passed, failed and were left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Tests that passed.
    pub(crate) passed: u64,
    /// Tests that failed, and runners that ended badly for another reason.
    pub(crate) failed: u64,
    /// Tests that were not run.
    pub(crate) skipped: u64,
}

impl Tally {
    /// Reads a line of Rust's test harness or of wasm-bindgen's, which ends in the same words:
    /// `test result: ok. 3 passed; 0 failed; 1 ignored; ...`.
    pub(crate) fn of_rust(line: &str) -> Option<Self> {
        let counts = line.strip_prefix("test result: ")?;
        let count = |word: &str| {
            counts.split([';', '.']).find_map(|part| part.trim().strip_suffix(word)?.trim().parse::<u64>().ok())
        };
        Some(Self { passed: count("passed")?, failed: count("failed")?, skipped: count("ignored").unwrap_or(0) })
    }

    /// Reads a line of the summary of Node's TAP reporter, such as `# pass 3`.
    pub(crate) fn of_node(line: &str) -> Option<Self> {
        let (word, count) = line.strip_prefix("# ")?.split_once(' ')?;
        let count = count.parse().ok()?;
        match word {
            "pass" => Some(Self { passed: count, ..Self::default() }),
            "fail" | "cancelled" => Some(Self { failed: count, ..Self::default() }),
            "skipped" | "todo" => Some(Self { skipped: count, ..Self::default() }),
            _ => None,
        }
    }

    /// Whether any test ran at all.
    pub(crate) fn ran(&self) -> bool {
        self.passed + self.failed > 0
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 { write!(formatter, ", {} skipped", self.skipped) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn the_closing_line_of_a_rust_harness_is_read() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 4 filtered out; finished in 0.02s";
        assert_eq!(Tally::of_rust(line), Some(Tally { passed: 12, failed: 3, skipped: 1 }));
        let line = "test result: ok. 2 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.01s";
        assert_eq!(Tally::of_rust(line), Some(Tally { passed: 2, failed: 0, skipped: 0 }));
        assert_eq!(Tally::of_rust("running 3 tests"), None);
    }

    #[test]
    fn the_summary_of_node_is_read() {
        let summary =
            ["# tests 9", "# suites 1", "# pass 5", "# fail 2", "# cancelled 1", "# skipped 1", "# duration_ms 7.5"];
        let mut sum = Tally::default();
        summary.iter().filter_map(|line| Tally::of_node(line)).for_each(|tally| sum += tally);
        assert_eq!(sum, Tally { passed: 5, failed: 3, skipped: 1 });
    }

    #[test]
    fn the_closing_line_names_what_was_skipped_only_where_something_was() {
        assert_eq!(Tally { passed: 2, failed: 1, skipped: 0 }.to_string(), "2 passed, 1 failed");
        assert_eq!(Tally { passed: 2, failed: 0, skipped: 3 }.to_string(), "2 passed, 0 failed, 3 skipped");
    }
}
