//! A serde `Deserializer` that never gives up: where a value is missing or of the wrong type it records an issue,
//! hands over a placeholder and goes on. So one pass builds a complete value, finds every structural problem, and
//! leaves the rules (garde) something to judge. A placeholder never escapes: whoever has issues has no value.
//!
//! serde's derive says what it expects: `deserialize_struct` the known fields, `deserialize_enum` the options. Two
//! container names say how an enum of structs is told apart: see [`TAGGED_BY`] and [`BY_KIND`].

use core::fmt;

use serde::Deserialize;
use serde::de::value::U64Deserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use crate::issue::{Code, Expected, Path, Received, Segment};
use crate::suggest::nearest;
use crate::tape::{Tag, Tape};

/// `#[serde(rename = "tagged by type")]`: the variant is named by the string in the object's `type`. The last variant
/// takes an object whose tag is wrong; its fields are the ones that all the others share.
pub(crate) const TAGGED_BY: &str = "tagged by ";

/// `#[serde(rename = "by kind")]`: the variants `String` and `Object` take a value of that JSON type.
pub(crate) const BY_KIND: &str = "by kind";

/// The serde name of [`Nullable`](crate::schemas::types::Nullable).
pub(crate) const NULLABLE: &str = "nullable";

/// The most issues that one check reports; what comes behind them is not looked at. It bounds time and memory for
/// lists that claim to have billions of elements.
pub(crate) const MAX_ISSUES: usize = 1 << 20;

/// The order of the first field of a union's branch.
pub(crate) fn behind_tag(branch: usize) -> u16 {
    (branch as u16) << 8 | 1
}

/// The position in its object of the field with this order.
pub(crate) fn position(order: u16) -> usize {
    usize::from(order & 0xFF)
}

/// Finding what was meant takes longer than all the rest; behind so many issues nobody reads it.
const MAX_SUGGESTIONS: usize = 1000;

/// A structural problem, and the tape node where it is.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) code: Code,
    pub(crate) path: Path,
    pub(crate) node: u32,
}

/// What decoding writes down: the issues so far, and the path to where it is.
#[derive(Debug, Default)]
pub(crate) struct Trace {
    pub(crate) found: Vec<Found>,
    path: Path,
}

impl Trace {
    pub(crate) fn is_full(&self) -> bool {
        self.found.len() >= MAX_ISSUES
    }

    fn record(&mut self, node: u32, code: Code) {
        if !self.is_full() {
            self.found.push(Found { code, path: self.path.clone(), node });
        }
    }
}

/// Decodes the whole tape; the value is complete only if the trace stays empty.
pub(crate) fn decode<'a, T: Deserialize<'a>>(
    tape: &'a Tape<'a>,
    union: Option<&'static crate::shape::Union>,
) -> (Option<T>, Trace) {
    let mut trace = Trace::default();
    let decoder = Decoder { tape, at: At::Node(0), first_field: 0, union, trace: &mut trace };
    (T::deserialize(decoder).ok(), trace)
}

/// Where a decoder stands.
#[derive(Debug, Clone, Copy)]
enum At {
    Node(u32),
    /// A field that is not there, of the object at this node.
    Missing(u32),
    /// Below a problem that is already recorded: everything is a placeholder.
    Quiet,
}

struct Decoder<'t, 'a> {
    tape: &'a Tape<'a>,
    at: At,
    /// The order of the struct's first field, see [`Segment::Key`]: 1 in a union, behind the tag.
    first_field: u16,
    /// The union that the root is, if it is one.
    union: Option<&'static crate::shape::Union>,
    trace: &'t mut Trace,
}

/// serde's error type. Nothing makes one but a type that asks for what no schema uses.
#[derive(Debug)]
pub(crate) struct Unsupported;

impl fmt::Display for Unsupported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the type asks for something that no schema uses")
    }
}

impl core::error::Error for Unsupported {}

impl Error for Unsupported {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

type Result<T> = core::result::Result<T, Unsupported>;

impl<'a> Decoder<'_, 'a> {
    /// The node here if it has one of the tags; else the problem is recorded and there is nothing.
    #[inline(never)]
    fn expect(&mut self, expected: Expected, tags: &[Tag]) -> Option<u32> {
        match self.at {
            At::Node(index) => {
                let node = self.tape.node(index);
                if tags.contains(&node.tag) {
                    return Some(index);
                }
                self.trace.record(
                    index,
                    match self.tape.received(node) {
                        Some(received) => Code::InvalidType { expected, received },
                        None => Code::Required,
                    },
                );
            }
            At::Missing(parent) => self.trace.record(parent, Code::Required),
            At::Quiet => {}
        }
        self.at = At::Quiet;
        None
    }

    #[inline(never)]
    fn expect_text(&mut self) -> Option<&'a str> {
        let index = self.expect(Expected::String, &[Tag::Text, Tag::Unescaped])?;
        self.tape.text(self.tape.node(index))
    }

    /// Which variant of a tagged union this is, by position among its names; the last where the tag is wrong.
    fn branch(&mut self, tag: &'static str, variants: &'static [&'static str]) -> u32 {
        let fallback = variants.len().saturating_sub(1);
        let Some(index) = self.expect(Expected::Object, &[Tag::Object, Tag::Record]) else {
            return fallback as u32;
        };
        let at = self.tape.field(index, tag, 0).map_or(At::Missing(index), At::Node);
        self.trace.path.push(Segment::Key { name: tag, order: 0 });
        let mut reader = Decoder { tape: self.tape, at, first_field: 0, union: None, trace: self.trace };
        let value = reader.expect_text();
        let names = variants.get(..fallback).unwrap_or_default();
        let chosen = value.and_then(|value| names.iter().position(|&name| name == value));
        if let (Some(value), None, At::Node(node), Some(union)) = (value, chosen, at, self.union) {
            let suggestion = nearest(value, names);
            self.trace.record(node, Code::UnknownType { union, suggestion });
        }
        self.trace.path.pop();
        self.first_field = behind_tag(chosen.unwrap_or_default());
        chosen.unwrap_or(fallback) as u32
    }

    /// Which variant of a choice by kind this is: 0 for a string, 1 for an object.
    fn kind(&mut self) -> u32 {
        let tags = [Tag::Text, Tag::Unescaped, Tag::Object, Tag::Record];
        let found = self.expect(Expected::ObjectOrString, &tags);
        found.map_or(0, |index| u32::from(self.tape.text(self.tape.node(index)).is_none()))
    }

    /// Which option a string names, by position.
    fn option(&mut self, options: &'static [&'static str]) -> u32 {
        let Some(value) = self.expect_text() else { return 0 };
        let chosen = options.iter().position(|&option| option == value);
        if let (None, At::Node(node)) = (chosen, self.at) {
            let suggestion = if self.trace.found.len() < MAX_SUGGESTIONS { nearest(value, options) } else { None };
            self.trace.record(node, Code::InvalidOption { allowed: options, suggestion });
        }
        chosen.unwrap_or_default() as u32
    }
}

impl<'a> Deserializer<'a> for Decoder<'_, 'a> {
    type Error = Unsupported;

    fn deserialize_any<V: Visitor<'a>>(self, _: V) -> Result<V::Value> {
        Err(Unsupported)
    }

    fn deserialize_str<V: Visitor<'a>>(mut self, visitor: V) -> Result<V::Value> {
        visitor.visit_borrowed_str(self.expect_text().unwrap_or_default())
    }

    fn deserialize_bool<V: Visitor<'a>>(mut self, visitor: V) -> Result<V::Value> {
        let found = self.expect(Expected::Boolean, &[Tag::False, Tag::True]);
        visitor.visit_bool(found.is_some_and(|index| self.tape.node(index).tag == Tag::True))
    }

    /// An integer, in JavaScript's sense: a finite number without a fraction, however large.
    fn deserialize_i64<V: Visitor<'a>>(mut self, visitor: V) -> Result<V::Value> {
        let found = self.expect(Expected::Integer, &[Tag::Number, Tag::NumberText]);
        let number = found.and_then(|index| self.tape.number(self.tape.node(index)));
        match (number, found) {
            (Some(number), _) if number.is_finite() && number.trunc() == number => visitor.visit_f64(number),
            (Some(_), Some(index)) => {
                let code = Code::InvalidType { expected: Expected::Integer, received: Received::Number };
                self.trace.record(index, code);
                visitor.visit_f64(0.0)
            }
            _ => visitor.visit_f64(0.0),
        }
    }

    fn deserialize_option<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value> {
        let absent = match self.at {
            At::Node(index) => self.tape.node(index).tag == Tag::Absent,
            At::Missing(_) => true,
            At::Quiet => true,
        };
        if absent { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'a>>(self, name: &'static str, visitor: V) -> Result<V::Value> {
        let null = matches!(self.at, At::Node(index) if self.tape.node(index).tag == Tag::Null);
        if name == NULLABLE && null { visitor.visit_none() } else { visitor.visit_newtype_struct(self) }
    }

    fn deserialize_seq<V: Visitor<'a>>(mut self, visitor: V) -> Result<V::Value> {
        let found = self.expect(Expected::Array, &[Tag::List]);
        let left = found.map_or(0, |index| self.tape.node(index).a);
        visitor.visit_seq(Elements {
            tape: self.tape,
            at: found.unwrap_or_default() + 1,
            index: 0,
            left,
            trace: self.trace,
        })
    }

    /// A free-form object: its kind is checked, its contents are not looked at.
    fn deserialize_map<V: Visitor<'a>>(mut self, visitor: V) -> Result<V::Value> {
        self.expect(Expected::Object, &[Tag::Object, Tag::Record, Tag::OpaqueObject]);
        visitor.visit_unit()
    }

    /// Any value but an absent one.
    fn deserialize_ignored_any<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value> {
        match self.at {
            At::Missing(parent) => self.trace.record(parent, Code::Required),
            At::Node(index) if self.tape.node(index).tag == Tag::Absent => self.trace.record(index, Code::Required),
            _ => {}
        }
        visitor.visit_unit()
    }

    fn deserialize_struct<V: Visitor<'a>>(
        mut self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        let object = match self.at {
            At::Node(_) => self.expect(Expected::Object, &[Tag::Object, Tag::Record]),
            _ => self.expect(Expected::Object, &[]),
        };
        visitor.visit_map(Fields {
            tape: self.tape,
            object,
            fields,
            next: 0,
            first_field: self.first_field,
            trace: self.trace,
        })
    }

    fn deserialize_enum<V: Visitor<'a>>(
        mut self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        let variant = match name.strip_prefix(TAGGED_BY) {
            Some(tag) => self.branch(tag, variants),
            None if name == BY_KIND => self.kind(),
            None => self.option(variants),
        };
        visitor.visit_enum(Variant { variant, decoder: self })
    }

    forward_to_deserialize_any! {
        <W: Visitor<'a>>
        i8 i16 i32 i128 u8 u16 u32 u64 u128 f32 f64 char string bytes byte_buf unit unit_struct tuple tuple_struct
        identifier
    }
}

/// The known fields of an object, in the order in which the struct declares them; all of them are visited, so that
/// serde never misses one by itself.
struct Fields<'t, 'a> {
    tape: &'a Tape<'a>,
    /// Nothing where the object is a placeholder.
    object: Option<u32>,
    fields: &'static [&'static str],
    next: usize,
    first_field: u16,
    trace: &'t mut Trace,
}

impl Fields<'_, '_> {
    /// Steps to the next field. Not inlined, because serde's derive has a call of it for every field of every struct.
    #[inline(never)]
    fn enter(&mut self) -> At {
        let name = self.fields.get(self.next).copied().unwrap_or_default();
        let order = self.next as u16 + self.first_field;
        self.next += 1;
        self.trace.path.push(Segment::Key { name, order });
        match self.object {
            Some(object) => self.tape.field(object, name, position(order)).map_or(At::Missing(object), At::Node),
            None => At::Quiet,
        }
    }
}

impl<'a> MapAccess<'a> for Fields<'_, 'a> {
    type Error = Unsupported;

    fn next_key_seed<K: DeserializeSeed<'a>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        if self.next >= self.fields.len() {
            return Ok(None);
        }
        let position: U64Deserializer<Unsupported> = (self.next as u64).into_deserializer();
        seed.deserialize(position).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(&mut self, seed: V) -> Result<V::Value> {
        let at = self.enter();
        let decoder = Decoder { tape: self.tape, at, first_field: 0, union: None, trace: self.trace };
        let value = seed.deserialize(decoder);
        self.trace.path.pop();
        value
    }
}

/// The elements of a list.
struct Elements<'t, 'a> {
    tape: &'a Tape<'a>,
    at: u32,
    index: u32,
    left: u32,
    trace: &'t mut Trace,
}

impl<'a> SeqAccess<'a> for Elements<'_, 'a> {
    type Error = Unsupported;

    fn next_element_seed<T: DeserializeSeed<'a>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        if self.left == 0 || self.trace.is_full() {
            return Ok(None);
        }
        self.trace.path.push(Segment::Index(self.index));
        let at = At::Node(self.at);
        let decoder = Decoder { tape: self.tape, at, first_field: 0, union: None, trace: self.trace };
        let value = seed.deserialize(decoder);
        self.trace.path.pop();
        self.at = self.tape.node(self.at).end;
        self.index += 1;
        self.left -= 1;
        value.map(Some)
    }
}

/// A chosen variant; its payload is read from the same value.
struct Variant<'t, 'a> {
    variant: u32,
    decoder: Decoder<'t, 'a>,
}

impl<'a> EnumAccess<'a> for Variant<'_, 'a> {
    type Error = Unsupported;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'a>>(self, seed: V) -> Result<(V::Value, Self)> {
        let position: U64Deserializer<Unsupported> = u64::from(self.variant).into_deserializer();
        Ok((seed.deserialize(position)?, self))
    }
}

impl<'a> VariantAccess<'a> for Variant<'_, 'a> {
    type Error = Unsupported;

    fn unit_variant(self) -> Result<()> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'a>>(self, seed: T) -> Result<T::Value> {
        seed.deserialize(self.decoder)
    }

    fn tuple_variant<V: Visitor<'a>>(self, _: usize, _: V) -> Result<V::Value> {
        Err(Unsupported)
    }

    fn struct_variant<V: Visitor<'a>>(self, _: &'static [&'static str], _: V) -> Result<V::Value> {
        Err(Unsupported)
    }
}
