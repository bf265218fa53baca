//! The places of a body, as rules see them: only what passed validation.

use crate::decode;
use crate::issue::{Issue, Path, Segment};
use crate::shape::{self, Kind};
use crate::tape::{Node, Tag, Tape};

/// The most rows of a list, and the most keys of a free-form object, that are looked at: more than a person can read,
/// few enough to compare each with each.
const MAX_ROWS: usize = 500;

/// A body that was checked.
pub(super) struct Body<'a> {
    pub(super) tape: &'a Tape<'a>,
    pub(super) issues: &'a [Issue],
    pub(super) shape: &'a shape::Node,
}

/// A place of a body, whether or not there is a value.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) path: Path,
    /// The key below the path, in a free-form object.
    pub(super) key: Option<String>,
    /// The position of that key, from 1; 0 without one.
    pub(super) entry: u32,
    kind: Option<Kind>,
    index: Option<u32>,
}

impl Place {
    /// Whether the body's form has such a place.
    pub(super) fn is_known(&self) -> bool {
        self.kind.is_some() || self.key.is_some()
    }
}

impl<'a> Body<'a> {
    /// The whole body.
    pub(super) fn root(&self) -> Place {
        Place { path: Path::new(), key: None, entry: 0, kind: Some(self.shape.kind), index: Some(0) }
    }

    /// A known field of an object.
    pub(super) fn field(&self, of: &Place, name: &str) -> Place {
        let found = of.kind.and_then(|kind| self.known(kind, of.index, name));
        let Some((order, field)) = found else {
            return Place { path: of.path.clone(), key: None, entry: 0, kind: None, index: None };
        };
        let mut path = of.path.clone();
        path.push(Segment::Key { name: field.name, order });
        let index = of.index.and_then(|object| self.tape.field(object, field.name, decode::position(order)));
        Place { path, key: None, entry: 0, kind: Some(field.node.kind), index }
    }

    /// With an unknown tag only the plain fields are known: all branches share them.
    fn known(&self, kind: Kind, object: Option<u32>, name: &str) -> Option<(u16, &'static shape::Field)> {
        let (branch, first) = match kind {
            Kind::Union(union) => {
                let tag = object.and_then(|object| self.tape.field(object, union.tag, 0));
                let tag = tag.and_then(|tag| self.tape.text(self.tape.node(tag)));
                let branch = union.branches.iter().position(|branch| Some(branch.value) == tag);
                (branch, decode::behind_tag(branch.unwrap_or_default()))
            }
            _ => (Some(0), 0),
        };
        let object = kind.objects().nth(branch.unwrap_or_default())?;
        let (position, field) = object.find(|field| field.name == name)?;
        let is_known = branch.is_some() || !matches!(field.node.kind, Kind::Object(_));
        is_known.then_some((position as u16 + first, field))
    }

    /// The rows of a list.
    pub(super) fn rows(&self, list: &Place) -> Vec<Place> {
        let (Some(index), Some(Kind::List { item, .. })) = (list.index, list.kind) else { return Vec::new() };
        let node = self.tape.node(index);
        let count = if node.tag == Tag::List { (node.a as usize).min(MAX_ROWS) } else { 0 };
        let mut at = index + 1;
        let row = |row| {
            let mut path = list.path.clone();
            path.push(Segment::Index(row as u32));
            let place = Place { path, key: None, entry: 0, kind: Some(item.kind), index: Some(at) };
            at = self.tape.node(at).end;
            place
        };
        (0..count).map(row).collect()
    }

    /// The keys and values of a free-form object. Of equal keys the last counts, as for every reader of JSON.
    pub(super) fn entries(&self, object: &Place) -> Vec<(&'a str, Place)> {
        let mut entries: Vec<(&str, Place)> = Vec::new();
        let Some(index) = object.index else { return entries };
        let node = self.tape.node(index);
        let count = if node.tag == Tag::Object { (node.a as usize).min(MAX_ROWS) } else { 0 };
        let mut at = index + 1;
        for entry in 0..count as u32 {
            let key = self.tape.text(self.tape.node(at)).unwrap_or_default();
            let value = at + 1;
            entries.retain(|(known, _)| *known != key);
            let (path, entry) = (object.path.clone(), entry + 1);
            let place = Place { path, key: Some(key.to_owned()), entry, kind: None, index: Some(value) };
            entries.push((key, place));
            at = self.tape.node(value).end;
        }
        entries
    }

    /// Every string below the keys of a free-form object, however deep.
    pub(super) fn strings(&self, object: &Place) -> Vec<&'a str> {
        let mut strings = Vec::new();
        let Some(index) = object.index else { return strings };
        let node = self.tape.node(index);
        let mut at = index + 1;
        for _ in 0..if node.tag == Tag::Object { node.a } else { 0 } {
            let value = at + 1;
            at = self.tape.node(value).end;
            strings.extend((value..at).filter_map(|index| self.tape.text(self.tape.node(index))));
        }
        strings
    }

    /// The string at a place that passed validation.
    pub(super) fn text(&self, at: &Place) -> Option<&'a str> {
        let node = self.node(at)?;
        self.tape.text(node).filter(|_| self.is_good(at))
    }

    /// The value at a place; nothing where there is none.
    pub(super) fn node(&self, at: &Place) -> Option<Node> {
        at.index.map(|index| self.tape.node(index))
    }

    /// Whether no issue stands at the place, above it or below it.
    pub(super) fn is_good(&self, at: &Place) -> bool {
        let near = |issue: &Issue| issue.path.iter().zip(&at.path).all(|(theirs, ours)| is_same(*theirs, *ours));
        at.is_known() && !self.issues.iter().any(near)
    }
}

fn is_same(one: Segment, other: Segment) -> bool {
    match (one, other) {
        (Segment::Key { name: one, .. }, Segment::Key { name: other, .. }) => one == other,
        (one, other) => one == other,
    }
}
