//! What a check found, kept flat: issues without an allocation for each.

use crate::issue::{Code, Issue, Path, Position, Segment};

/// Issues in order; their paths lie one behind the other.
#[derive(Debug, Default)]
pub(crate) struct Report {
    found: Vec<Found>,
    segments: Vec<Segment>,
    /// Room for the path of a walk.
    pub(crate) path: Path,
    /// The options that the check was told of, as a JSON list.
    #[cfg(target_arch = "wasm32")]
    pub(crate) extra: Option<String>,
}

/// One issue.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) code: Code,
    pub(crate) position: Option<Position>,
    /// Behind the last of its segments; its first is behind those of the issue before.
    end: usize,
}

impl Report {
    /// Without an issue.
    #[cfg(target_arch = "wasm32")]
    pub(crate) const fn new() -> Self {
        Self { found: Vec::new(), segments: Vec::new(), path: Path::new(), extra: None }
    }

    /// Adds an issue.
    pub(crate) fn push(&mut self, code: Code, path: &[Segment], position: Option<Position>) {
        self.segments.extend_from_slice(path);
        self.found.push(Found { code, position, end: self.segments.len() });
    }

    pub(crate) fn len(&self) -> usize {
        self.found.len()
    }

    /// Forgets the issues, but keeps their room.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn clear(&mut self) {
        self.found.clear();
        self.segments.clear();
    }

    /// Every issue with its path, from the one at `first`.
    pub(crate) fn iter_from(&self, first: usize) -> impl Iterator<Item = (&Found, &[Segment])> {
        let mut start = first.checked_sub(1).and_then(|before| self.found.get(before)).map_or(0, |before| before.end);
        self.found.iter().skip(first).map(move |found| {
            let path = self.segments.get(start..found.end).unwrap_or_default();
            start = found.end;
            (found, path)
        })
    }

    /// All issues.
    pub(crate) fn issues(&self) -> Vec<Issue> {
        self.iter_from(0).map(|(found, path)| found.issue(path)).collect()
    }

    /// The positions of the issues from the one at `first`, to be set.
    pub(crate) fn positions_from(&mut self, first: usize) -> impl Iterator<Item = &mut Position> {
        self.found.iter_mut().skip(first).filter_map(|found| found.position.as_mut())
    }
}

impl Found {
    /// The issue by itself.
    pub(crate) fn issue(&self, path: &[Segment]) -> Issue {
        Issue { code: self.code, path: path.to_vec(), position: self.position }
    }
}
