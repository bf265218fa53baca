//! A body that was checked, as rules see it: only what passed validation.

use std::cell::Cell;

use prevet_advice::{Body, Kind, Order, Place};

use crate::host;
use crate::issue::{Path, Segment};
use crate::report::Report;
use crate::scopes;
use crate::shape::{self, Kind as Shape};
use crate::tape::{Tag, Tape};
use crate::walk;

/// The most rows of a list of URLs, and the most keys of a free-form object, that are looked at one by one: more than a
/// person can read, few enough to compare each with each. The README tells it.
const MAX_ROWS: u32 = 500;

/// A body and its places.
pub(super) struct CheckedBody<'a> {
    tape: &'a Tape<'a>,
    report: &'a Report,
    /// Every place that was asked for, by its number.
    spots: Cell<Vec<Spot<'a>>>,
}

/// A place of a body, whether or not there is a value.
#[derive(Clone, Copy, Default)]
struct Spot<'a> {
    /// The number of the place that it belongs to; smaller than its own.
    of: u32,
    /// Its rank below that, from 1; 0 for the root, and for a field that the form does not have.
    rank: u32,
    step: Step<'a>,
    /// What belongs there; nothing for a place that the form does not have, or in a free-form object.
    shape: Option<&'a shape::Node>,
    /// The node of the value, if there is one.
    node: Option<u32>,
}

/// The step from a place to one below it.
#[derive(Clone, Copy, Default)]
enum Step<'a> {
    /// To the root, or to a field that the form does not have.
    #[default]
    None,
    Known(Segment),
    /// To a key of a free-form object.
    Entry(&'a str),
}

impl<'a> CheckedBody<'a> {
    pub(super) fn new(tape: &'a Tape<'a>, report: &'a Report, shape: &'a shape::Node) -> Self {
        let root = Spot { shape: Some(shape), node: Some(0), ..Spot::default() };
        Self { tape, report, spots: Cell::new(vec![root]) }
    }

    /// A place by its number; an empty one for a number that was never given.
    #[inline(never)]
    fn spot(&self, place: Place) -> Spot<'a> {
        let spots = self.spots.take();
        let spot = spots.get(place.0 as usize).copied().unwrap_or_default();
        self.spots.set(spots);
        spot
    }

    /// The path of a place, without the key of a free-form object.
    pub(super) fn path(&self, at: Place) -> Path {
        let mut path = Path::new();
        self.write_path(at, &mut path);
        path
    }

    /// Writes the ranks of a place and of those that it belongs to, and gives how many steps lead to it from the root.
    fn write_order(&self, at: Place, order: &mut Order) -> usize {
        let spot = self.spot(at);
        if spot.of == at.0 {
            return 0;
        }
        let depth = self.write_order(Place(spot.of), order);
        if let Some(slot) = order.get_mut(depth) {
            *slot = spot.rank;
        }
        depth + 1
    }

    fn write_path(&self, at: Place, path: &mut Path) {
        let spot = self.spot(at);
        if spot.of < at.0 {
            self.write_path(Place(spot.of), path);
        }
        if let Step::Known(segment) = spot.step {
            path.push(segment);
        }
    }

    /// The key below the path, in a free-form object.
    pub(super) fn key(&self, at: Place) -> Option<&'a str> {
        match self.spot(at).step {
            Step::Entry(key) => Some(key),
            _ => None,
        }
    }

    /// Adds a place below another.
    #[inline(never)]
    fn add(&self, of: Place, step: Step<'a>, rank: u32, shape: Option<&'a shape::Node>, node: Option<u32>) -> Place {
        let mut spots = self.spots.take();
        let place = Place(spots.len() as u32);
        spots.push(Spot { of: of.0, rank, step, shape, node });
        self.spots.set(spots);
        place
    }

    /// With an unknown tag only what all branches share is known.
    fn known(&self, shape: Shape, object: Option<u32>, name: &str) -> Option<(u16, &'static shape::Field)> {
        let (object, first) = match shape {
            Shape::Union(union) => {
                let tag = object.and_then(|object| self.tape.field(object, union.tag, 0));
                let tag = tag.and_then(|tag| self.tape.text(self.tape.node(tag)));
                let branch = union.values.iter().position(|value| Some(*value) == tag);
                let object = branch.and_then(|branch| shape.object(branch)).unwrap_or(union.shared);
                (object, walk::behind_tag(branch.unwrap_or_default()))
            }
            _ => (shape.object(0)?, 0),
        };
        let (position, field) = object.find(|field| field.name == name)?;
        Some((position as u16 + first, field))
    }

    /// The node of a container with this tag, and how much of it is looked at.
    fn container(&self, at: Place, tag: Tag) -> (u32, u32) {
        let Some(index) = self.spot(at).node else { return (0, 0) };
        let node = self.tape.node(index);
        (index, if node.tag == tag { node.a } else { 0 })
    }
}

impl<'a> Body<'a> for CheckedBody<'a> {
    fn root(&self) -> Place {
        Place(0)
    }

    fn field(&self, of: Place, name: &str) -> Place {
        let Spot { shape, node, .. } = self.spot(of);
        let Some((order, field)) = shape.and_then(|shape| self.known(shape.kind, node, name)) else {
            return self.add(of, Step::None, 0, None, None);
        };
        let step = Step::Known(Segment::Key { name: field.name, order });
        let node = node.and_then(|object| self.tape.field(object, field.name, walk::position(order)));
        self.add(of, step, u32::from(order) + 1, Some(&field.node), node)
    }

    fn is_known(&self, at: Place) -> bool {
        self.spot(at).shape.is_some()
    }

    fn is_good(&self, at: Place) -> bool {
        let path = self.path(at);
        let is_near = |issue: &[Segment]| issue.iter().zip(&path).all(|(theirs, ours)| theirs == ours);
        (self.is_known(at) || self.key(at).is_some()) && !self.report.iter_from(0).any(|(_, issue)| is_near(issue))
    }

    fn order(&self, at: Place) -> Order {
        let mut order = Order::default();
        self.write_order(at, &mut order);
        order
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
        let Some(Shape::List { item, .. }) = self.spot(list).shape.map(|shape| shape.kind) else { return Vec::new() };
        let (index, count) = self.container(list, Tag::List);
        let mut at = index + 1;
        let mut rows = Vec::new();
        for row in 0..count.min(MAX_ROWS) {
            rows.push(self.add(list, Step::Known(Segment::Index(row)), row + 1, Some(item), Some(at)));
            at = self.tape.node(at).end;
        }
        rows
    }

    /// Of equal keys the last counts, as for every reader of JSON.
    fn entries(&self, object: Place) -> Vec<(&'a str, Place)> {
        let (index, count) = self.container(object, Tag::Object);
        let mut at = index + 1;
        let mut entries: Vec<(&str, Place)> = Vec::new();
        for entry in 1..=count.min(MAX_ROWS) {
            let key = self.tape.text(self.tape.node(at)).unwrap_or_default();
            entries.retain(|(known, _)| *known != key);
            entries.push((key, self.add(object, Step::Entry(key), entry, None, Some(at + 1))));
            at = self.tape.node(at + 1).end;
        }
        entries
    }

    fn strings(&self, container: Place) -> Vec<&'a str> {
        let mut strings = Vec::new();
        let (index, rows) = self.container(container, Tag::List);
        let (_, entries) = self.container(container, Tag::Object);
        // A text may be nested deeper than a call of a function could follow.
        let mut containers = vec![(index, rows, 0), (index, entries, 1)];
        while let Some((index, count, keys)) = containers.pop() {
            let mut at = index + 1;
            for _ in 0..count {
                let value = at + keys;
                let node = self.tape.node(value);
                match node.tag {
                    Tag::Object => containers.push((value, node.a, 1)),
                    Tag::List => containers.push((value, node.a, 0)),
                    _ => strings.extend(self.tape.text(node)),
                }
                at = node.end;
            }
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
