//! The pipeline from a tape to issues: decode, then judge, then put both in order.

use garde::Validate;
use garde::i18n::with_i18n;
use serde::Deserialize;

use crate::accept;
use crate::decode::{self, Found, MAX_ISSUES};
use crate::issue::{Code, Issue, Path, Segment};
use crate::read::json;
use crate::read::position::Positions;
use crate::rules::{self, Tokens};
use crate::schemas::Schema;
use crate::shape::{Field, Kind, Node};
use crate::tape::Tape;

/// Every problem of a JSON text, with its place in the text.
pub(crate) fn text(schema: &Schema, bytes: &[u8]) -> Vec<Issue> {
    if accept::is_surely_valid(&schema.node, bytes) { Vec::new() } else { full_text(schema, bytes) }
}

/// The same without the fast path.
pub(crate) fn full_text(schema: &Schema, bytes: &[u8]) -> Vec<Issue> {
    match json::read(bytes) {
        Ok(tape) => (schema.check)(&tape, &schema.node),
        Err(error) => vec![Issue {
            code: Code::InvalidJson { reason: error.reason },
            path: Path::new(),
            position: Some(Positions::new(bytes).of(error.offset)),
        }],
    }
}

/// Every problem of a value that was read, in document order, at most one a place.
pub(crate) fn tape<'a, T>(tape: &'a Tape<'a>, node: &Node) -> Vec<Issue>
where
    T: Deserialize<'a> + Validate<Context = ()>,
{
    let union = match node.kind {
        Kind::Union(union) => Some(union),
        _ => None,
    };
    let (value, trace) = decode::decode::<T>(tape, union);
    let mut found = trace.found;
    if let Some(Err(report)) = value.map(|value| with_i18n(Tokens, || value.validate())) {
        add_rules(&mut found, report, node, tape);
    }
    found.truncate(MAX_ISSUES);
    let mut positions = Positions::new(tape.source.as_bytes());
    let mut position = |node: u32| tape.has_offsets.then(|| positions.of(tape.node(node).offset as usize));
    found.into_iter().map(|f| Issue { position: position(f.node), code: f.code, path: f.path }).collect()
}

/// Adds the rules that failed, except at or below a place that already has a problem: there garde saw a placeholder.
fn add_rules(found: &mut Vec<Found>, report: garde::Report, node: &Node, tape: &Tape<'_>) {
    let mut places = Places { root: node, tape, last: None };
    let mut failed = Vec::new();
    for (path, error) in report.into_inner() {
        let Some(place) = places.of(&path) else { continue };
        let Some(code) = rules::code(error.message(), &place.shape, tape, tape.node(place.node)) else { continue };
        // Nothing is recorded below a recorded place, so the last one not behind this is the only one that can hold it.
        let before = found.partition_point(|known| known.path <= place.path);
        let holder = before.checked_sub(1).and_then(|index| found.get(index));
        if !holder.is_some_and(|known| place.path.starts_with(&known.path)) {
            failed.push(Found { code, path: place.path, node: place.node });
        }
    }
    found.append(&mut failed);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found.dedup_by(|later, first| later.path == first.path);
}

/// Where a rule failed: its path, what belongs there, and the value that was read.
struct Place {
    path: Path,
    shape: Node,
    node: u32,
}

struct Places<'a> {
    root: &'a Node,
    tape: &'a Tape<'a>,
    /// The element that was last asked for: its list, index and node. garde goes through a list in order, so the next
    /// one is near.
    last: Option<(u32, u32, u32)>,
}

impl Places<'_> {
    /// Follows one of garde's paths, which are made of Rust names: `config`, `client_id`. The variant of an enum stands
    /// in it as `0`; an element of an `Option` as an empty name.
    ///
    /// `__iter` is garde's only access to a path in parts. It is hidden from its documents, and the version is pinned
    /// for it; printing a path to take it apart again took a third of the time of a check that finds problems.
    fn of(&mut self, path: &garde::Path) -> Option<Place> {
        let mut at = Place { path: Path::new(), shape: *self.root, node: 0 };
        for (_, part) in path.__iter().rev().filter(|(_, part)| !part.is_empty()) {
            let part = part.as_str();
            match at.shape.kind {
                Kind::List { item, .. } => {
                    let index = part.parse().ok()?;
                    at.path.push(Segment::Index(index));
                    at.node = self.element(at.node, index);
                    at.shape = *item;
                }
                // The payload of the variant: the same value.
                Kind::Union(_) | Kind::ObjectOrText(_) if part == "0" => {}
                kind => {
                    let (order, field) = self.field(kind, at.node, part)?;
                    at.node = self.tape.field(at.node, field.name, decode::position(order))?;
                    at.path.push(Segment::Key { name: field.name, order });
                    at.shape = field.node;
                }
            }
        }
        Some(at)
    }

    fn element(&mut self, list: u32, index: u32) -> u32 {
        let (mut at, mut node) = match self.last {
            Some((same, at, node)) if same == list && at <= index => (at, node),
            _ => (0, list + 1),
        };
        while at < index {
            node = self.tape.node(node).end;
            at += 1;
        }
        self.last = Some((list, index, node));
        node
    }

    fn field(&self, kind: Kind, object: u32, rust: &str) -> Option<(u16, &'static Field)> {
        let (branch, first) = match kind {
            Kind::Union(union) => {
                let tag = self.tape.field(object, union.tag, 0).and_then(|tag| self.tape.text(self.tape.node(tag)));
                let branch = union.branches.iter().position(|branch| Some(branch.value) == tag).unwrap_or_default();
                (branch, decode::behind_tag(branch))
            }
            _ => (0, 0),
        };
        let object = kind.objects().nth(branch)?;
        object.find(|field| field.rust == rust).map(|(position, field)| (position as u16 + first, field))
    }
}
