//! A body that was checked, as rules see it: only what passed validation.

use std::cell::Cell;

use prevet_advice::{Body, Kind, Place};

use crate::host;
use crate::issue::{Issue, Path, Segment};
use crate::scopes;
use crate::shape::{self, Kind as Shape};
use crate::tape::{Tag, Tape};
use crate::walk;

/// The most rows of a list, and the most keys of a free-form object, that are looked at: more than a person can read,
/// few enough to compare each with each.
const MAX_ROWS: usize = 500;

/// A body and its places.
pub(super) struct CheckedBody<'a> {
    tape: &'a Tape<'a>,
    issues: &'a [Issue],
    /// Every place that was asked for, by its number.
    spots: Cell<Vec<Spot<'a>>>,
}

/// A place of a body, whether or not there is a value.
#[derive(Debug, Clone, Default)]
pub(super) struct Spot<'a> {
    pub(super) path: Path,
    /// The key below the path, in a free-form object.
    pub(super) key: Option<&'a str>,
    /// The position of that key, from 1; 0 without one.
    pub(super) entry: u32,
    /// What belongs there; nothing for a place that the form does not have, or in a free-form object.
    shape: Option<Shape>,
    /// The node of the value, if there is one.
    node: Option<u32>,
}

impl<'a> CheckedBody<'a> {
    pub(super) fn new(tape: &'a Tape<'a>, issues: &'a [Issue], shape: &shape::Node) -> Self {
        let root = Spot { shape: Some(shape.kind), node: Some(0), ..Spot::default() };
        Self { tape, issues, spots: Cell::new(vec![root]) }
    }

    /// A place by its number; an empty one for a number that was never given.
    pub(super) fn spot(&self, place: Place) -> Spot<'a> {
        let spots = self.spots.take();
        let spot = spots.get(place.0 as usize).cloned().unwrap_or_default();
        self.spots.set(spots);
        spot
    }

    fn add(&self, spot: Spot<'a>) -> Place {
        let mut spots = self.spots.take();
        spots.push(spot);
        let place = Place(spots.len() as u32 - 1);
        self.spots.set(spots);
        place
    }

    /// With an unknown tag only the plain fields are known: all branches share them.
    fn known(&self, shape: Shape, object: Option<u32>, name: &str) -> Option<(u16, &'static shape::Field)> {
        let (branch, first) = match shape {
            Shape::Union(union) => {
                let tag = object.and_then(|object| self.tape.field(object, union.tag, 0));
                let tag = tag.and_then(|tag| self.tape.text(self.tape.node(tag)));
                let branch = union.branches.iter().position(|branch| Some(branch.value) == tag);
                (branch, walk::behind_tag(branch.unwrap_or_default()))
            }
            _ => (Some(0), 0),
        };
        let object = shape.objects().nth(branch.unwrap_or_default())?;
        let (position, field) = object.find(|field| field.name == name)?;
        let is_known = branch.is_some() || !matches!(field.node.kind, Shape::Object(_));
        is_known.then_some((position as u16 + first, field))
    }

    /// The node of a container with this tag, and how much of it is looked at.
    fn container(&self, at: Place, tag: Tag) -> (u32, u32) {
        let index = self.spot(at).node.unwrap_or_default();
        let node = self.tape.node(index);
        (index, if node.tag == tag { node.a } else { 0 })
    }
}

impl<'a> Body<'a> for CheckedBody<'a> {
    fn root(&self) -> Place {
        Place(0)
    }

    fn field(&self, of: Place, name: &str) -> Place {
        let of = self.spot(of);
        let mut spot = Spot { path: of.path, ..Spot::default() };
        if let Some((order, field)) = of.shape.and_then(|shape| self.known(shape, of.node, name)) {
            spot.path.push(Segment::Key { name: field.name, order });
            spot.shape = Some(field.node.kind);
            spot.node = of.node.and_then(|object| self.tape.field(object, field.name, walk::position(order)));
        }
        self.add(spot)
    }

    fn is_known(&self, at: Place) -> bool {
        self.spot(at).shape.is_some()
    }

    fn is_good(&self, at: Place) -> bool {
        let spot = self.spot(at);
        let near = |issue: &Issue| issue.path.iter().zip(&spot.path).all(|(theirs, ours)| theirs == ours);
        (spot.shape.is_some() || spot.key.is_some()) && !self.issues.iter().any(near)
    }

    fn text(&self, at: Place) -> Option<&'a str> {
        let node = self.tape.node(self.spot(at).node?);
        self.tape.text(node).filter(|_| self.is_good(at))
    }

    fn kind(&self, at: Place) -> Kind {
        let node = self.spot(at).node.map(|index| self.tape.node(index));
        match node.map(|node| (node.tag, node.a)) {
            Some((Tag::Null, _)) => Kind::Null,
            Some((Tag::Text | Tag::Unescaped, _)) => Kind::Text,
            Some((Tag::Object, 0)) => Kind::Empty,
            Some((Tag::Object | Tag::List | Tag::Record | Tag::OpaqueObject | Tag::OpaqueArray, _)) => Kind::Container,
            _ => Kind::Other,
        }
    }

    fn rows(&self, list: Place) -> Vec<Place> {
        let spot = self.spot(list);
        let Some(Shape::List { item, .. }) = spot.shape else { return Vec::new() };
        let (index, count) = self.container(list, Tag::List);
        let mut at = index + 1;
        let row = |row| {
            let mut path = spot.path.clone();
            path.push(Segment::Index(row));
            let place = self.add(Spot { path, shape: Some(item.kind), node: Some(at), ..Spot::default() });
            at = self.tape.node(at).end;
            place
        };
        (0..count.min(MAX_ROWS as u32)).map(row).collect()
    }

    /// Of equal keys the last counts, as for every reader of JSON.
    fn entries(&self, object: Place) -> Vec<(&'a str, Place)> {
        let spot = self.spot(object);
        let (index, count) = self.container(object, Tag::Object);
        let mut at = index + 1;
        let mut entries: Vec<(&str, Place)> = Vec::new();
        for entry in 1..=count.min(MAX_ROWS as u32) {
            let key = self.tape.text(self.tape.node(at)).unwrap_or_default();
            let node = Some(at + 1);
            entries.retain(|(known, _)| *known != key);
            let place = self.add(Spot { path: spot.path.clone(), key: Some(key), entry, shape: None, node });
            entries.push((key, place));
            at = self.tape.node(at + 1).end;
        }
        entries
    }

    fn strings(&self, object: Place) -> Vec<&'a str> {
        let (index, count) = self.container(object, Tag::Object);
        let mut strings = Vec::new();
        let mut at = index + 1;
        for _ in 0..count {
            let value = at + 1;
            at = self.tape.node(value).end;
            strings.extend((value..at).filter_map(|index| self.tape.text(self.tape.node(index))));
        }
        strings
    }

    fn scopes(&self) -> &'static [&'static str] {
        scopes::all()
    }

    fn href(&self, text: &str) -> Option<String> {
        host::href(text)
    }
}
