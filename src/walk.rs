//! The full validator: one walk along a description and a value finds every problem, in document order and at most one a
//! place. A container's own problem comes before those of what it holds; below a value of the wrong type there is
//! nothing to find.

use crate::issue::{Code, Expected, Path, Received, Segment};
use crate::read::position::Positions;
use crate::report::Report;
use crate::rules;
use crate::shape::{Field, Kind, Node as Shape, Options, Union};
use crate::suggest::nearest;
use crate::tape::{Node, Tag, Tape};

/// The most issues that one check reports; what comes behind them is not looked at. It bounds time and memory for
/// lists that claim to have billions of elements.
const MAX_ISSUES: usize = 1 << 20;

/// Finding what was meant takes longer than all the rest; behind so many issues nobody reads it.
const MAX_SUGGESTIONS: usize = 1000;

const OBJECT: &[Tag] = &[Tag::Object, Tag::Record];
const TEXT: &[Tag] = &[Tag::Text, Tag::Unescaped];

/// The order of the first field of a union's branch, see [`Segment::Key`].
pub(crate) fn behind_tag(branch: usize) -> u16 {
    (branch as u16) << 8 | 1
}

/// The branch of a union that the field with this order belongs to; 0 for one of an object.
pub(crate) fn branch(order: u16) -> usize {
    usize::from(order.saturating_sub(1) >> 8)
}

/// The position in its object of the field with this order.
pub(crate) fn position(order: u16) -> usize {
    usize::from(order & 0xFF)
}

/// Adds every problem of a value that was read. Options in `extra` are allowed wherever a list of options is open to
/// newer ones.
pub(crate) fn check(tape: &Tape<'_>, node: &Shape, extra: &[&str], report: &mut Report) {
    let positions = Positions::new(tape.source.as_bytes());
    let before = report.len();
    let mut path = core::mem::take(&mut report.path);
    path.clear();
    let mut walk = Walk { tape, extra, path, positions, report, before };
    walk.value(node, 0);
    walk.report.path = walk.path;
}

#[inline(never)]
pub(crate) fn is_one_of(text: &str, list: &[&str]) -> bool {
    list.contains(&text)
}

struct Walk<'a, 'r> {
    tape: &'a Tape<'a>,
    extra: &'a [&'a str],
    /// Where the walk is.
    path: Path,
    positions: Positions<'a>,
    report: &'r mut Report,
    /// How many issues other values left in the report.
    before: usize,
}

impl<'a> Walk<'a, '_> {
    /// Records a problem at a node of the tape: the parent's where a field is missing.
    fn record(&mut self, node: u32, code: Code) {
        if !self.is_full() {
            let offset = self.tape.node(node).offset as usize;
            let position = self.tape.has_offsets.then(|| self.positions.of(offset));
            self.report.push(code, &self.path, position);
        }
    }

    /// How many issues this value has so far.
    fn count(&self) -> usize {
        self.report.len() - self.before
    }

    fn is_full(&self) -> bool {
        self.count() >= MAX_ISSUES
    }

    /// Checks the value at a node of the tape against what belongs there.
    fn value(&mut self, shape: &Shape, at: u32) {
        match self.tape.node(at).tag {
            Tag::Null if shape.nullable => return,
            Tag::Sound => return,
            _ => {}
        }
        match shape.kind {
            Kind::Text { .. } => self.text(&shape.kind, at),
            Kind::Options(options) => self.option(options, at),
            Kind::Boolean => {
                self.expect(at, Expected::Boolean, &[Tag::False, Tag::True]);
            }
            Kind::Integer { minimum } => self.integer(minimum, at),
            Kind::List { item, min_items, .. } => self.list(item, min_items.unwrap_or_default(), at),
            Kind::FreeForm => {
                self.expect(at, Expected::Object, &[Tag::Object, Tag::Record, Tag::OpaqueObject]);
            }
            Kind::Any if matches!(self.tape.node(at).tag, Tag::Absent | Tag::Unreadable) => {
                self.expect(at, Expected::Value, &[]);
            }
            Kind::Any => {}
            Kind::Object(object) => {
                if self.expect(at, Expected::Object, OBJECT) {
                    self.fields(object.fields, 0, at);
                }
            }
            Kind::Union(union) => {
                if self.expect(at, Expected::Object, OBJECT) {
                    self.union(union, at);
                }
            }
            Kind::ObjectOrText(object) => {
                let tags = [Tag::Object, Tag::Record, Tag::Text, Tag::Unescaped];
                if self.expect(at, Expected::ObjectOrString, &tags) && OBJECT.contains(&self.tape.node(at).tag) {
                    self.fields(object.fields, 0, at);
                }
            }
        }
    }

    /// Whether the node has one of the tags; if not, the problem is recorded.
    fn expect(&mut self, at: u32, expected: Expected, tags: &[Tag]) -> bool {
        let node = self.tape.node(at);
        let fits = tags.contains(&node.tag);
        if !fits {
            self.record(
                at,
                match self.tape.received(node) {
                    Some(received) => Code::InvalidType { expected, received },
                    None => Code::Required,
                },
            );
        }
        fits
    }

    /// The string at a node; if it is none, the problem is recorded.
    fn expect_text(&mut self, at: u32) -> Option<&'a str> {
        let tape = self.tape;
        if self.expect(at, Expected::String, TEXT) { tape.text(tape.node(at)) } else { None }
    }

    fn text(&mut self, kind: &Kind, at: u32) {
        let node = self.tape.node(at);
        let code = match (node.tag, self.tape.text(node)) {
            (Tag::Counted, _) => rules::wrong_length(kind, || node.a as usize),
            (_, Some(text)) => {
                rules::wrong_length(kind, || text.chars().count()).or_else(|| rules::wrong_form(kind, text))
            }
            _ => {
                self.expect(at, Expected::String, TEXT);
                None
            }
        };
        if let Some(code) = code {
            self.record(at, code);
        }
    }

    fn option(&mut self, options: &'static Options, at: u32) {
        let Some(text) = self.expect_text(at) else { return };
        let allowed = options.values;
        let extra = if options.open { self.extra } else { &[] };
        if is_one_of(text, allowed) || is_one_of(text, extra) {
            return;
        }
        let suggestion = if self.count() < MAX_SUGGESTIONS { nearest(text, allowed, extra) } else { None };
        self.record(at, Code::InvalidOption { allowed, open: options.open, suggestion });
    }

    /// An integer, in JavaScript's sense: a finite number without a fraction, however large.
    fn integer(&mut self, minimum: Option<i32>, at: u32) {
        if !self.expect(at, Expected::Integer, &[Tag::Number, Tag::NumberText]) {
            return;
        }
        let Some(number) = self.tape.number(self.tape.node(at)) else { return };
        if !number.is_finite() || number.trunc() != number {
            self.record(at, Code::InvalidType { expected: Expected::Integer, received: Received::Number });
        } else if let Some(minimum) = minimum.filter(|&minimum| number < f64::from(minimum)) {
            self.record(at, Code::TooSmall { minimum });
        }
    }

    fn list(&mut self, item: &Shape, minimum: usize, at: u32) {
        if !self.expect(at, Expected::Array, &[Tag::List]) {
            return;
        }
        let actual = self.tape.node(at).a;
        if (actual as usize) < minimum {
            self.record(at, Code::TooFewItems { minimum, actual: actual as usize });
        }
        let mut element = at + 1;
        for index in 0..actual {
            if self.is_full() {
                break;
            }
            let node = self.tape.node(element);
            if node.tag != Tag::Sound {
                self.path.push(Segment::Index(index));
                self.value(item, element);
                self.path.pop();
            }
            element = node.end;
        }
    }

    /// The tag, then the fields of the branch that it chooses. Where it chooses none, those that all branches share.
    fn union(&mut self, union: &'static Union, at: u32) {
        let mut chosen = None;
        self.path.push(Segment::Key { name: union.tag, order: 0 });
        match self.tape.field(at, union.tag, 0) {
            None => self.record(at, Code::Required),
            Some(tag) => chosen = self.branch(union, tag),
        }
        self.path.pop();
        let object = chosen.and_then(|branch| union.branches.get(branch)).map_or(union.shared, |branch| branch.object);
        self.fields(object.fields, behind_tag(chosen.unwrap_or_default()), at);
    }

    /// Which branch a tag names.
    fn branch(&mut self, union: &'static Union, tag: u32) -> Option<usize> {
        let node = self.tape.node(tag);
        if node.tag == Tag::Chosen {
            return Some(node.a as usize);
        }
        let text = self.expect_text(tag)?;
        let allowed = union.values;
        let chosen = allowed.iter().position(|value| *value == text);
        if chosen.is_none() {
            let suggestion = nearest(text, allowed, &[]);
            self.record(tag, Code::UnknownType { allowed, suggestion });
        }
        chosen
    }

    /// The fields of an object, the first of which has the order `first`. Those of a record stand one behind the other, so
    /// no look-up is needed.
    fn fields(&mut self, fields: &'static [Field], first: u16, object: u32) {
        let Node { tag, a: count, .. } = self.tape.node(object);
        // Behind the tag of a union.
        let mut next = if first == 0 { object + 1 } else { self.tape.node(object + 1).end };
        for (order, field) in (first..).zip(fields) {
            if tag == Tag::Record && self.tape.node(next).tag == Tag::Sound {
                next += 1;
                continue;
            }
            self.path.push(Segment::Key { name: field.name, order });
            let found = if tag == Tag::Record {
                let here = next;
                next = self.tape.node(here).end;
                let is_there = position(order) < count as usize && self.tape.node(here).tag != Tag::Absent;
                is_there.then_some(here)
            } else {
                self.tape.field(object, field.name, position(order))
            };
            match found {
                Some(at) => self.value(&field.node, at),
                None if field.required => self.record(object, Code::Required),
                None => {}
            }
            self.path.pop();
        }
    }
}
