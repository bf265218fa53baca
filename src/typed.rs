//! JSON text as Rust values, for programs that are written in Rust: serde reads the types of [`schemas`](crate::schemas),
//! and garde judges values of them that a program made itself.
//!
//! ```
//! use garde::Validate;
//! use prevet::schemas::teable_oauth_client::OAuthClientRequest;
//! use prevet::typed::Document;
//!
//! let text = br#"{"name":"Reports","homepage":"https://reports.io/","redirectUris":["https://reports.io/back"]}"#;
//! let document = Document::read(text).unwrap();
//! let mut body: OAuthClientRequest<'_> = document.decode().unwrap();
//! assert_eq!(body.redirect_uris, ["https://reports.io/back"]);
//!
//! body.homepage = "reports.io";
//! assert!(body.validate().is_err());
//! ```
//!
//! The types' `Deserialize` is for [`Document::decode`] alone, whose names for tags and nullable values it asks for; other
//! decoders, serde_json's among them, refuse most bodies. What is in a free-form map is not kept: it is not looked into, here
//! as elsewhere. Options that are not in the list of an enum are refused, whatever a check may be told of them.

use core::fmt;

use serde::Deserialize;
use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use crate::check;
use crate::issue::{Code, Expected, Issue, Path, Received};
use crate::read::json;
use crate::report::Report;
use crate::shape::Describe;
use crate::tape::{Tag, Tape};
use crate::walk;

/// `#[serde(rename = "tagged by type")]`: the variant is named by the string in the object's `type`.
const TAGGED_BY: &str = "tagged by ";

/// `#[serde(rename = "by kind")]`: the variants `String` and `Object` take a value of that JSON type.
const BY_KIND: &str = "by kind";

/// The serde name of [`Nullable`](crate::schemas::types::Nullable).
pub(crate) const NULLABLE: &str = "nullable";

/// A JSON text that was read; typed bodies borrow their strings from it. Its `Debug` shows none of the text.
pub struct Document<'a> {
    tape: Tape<'a>,
}

impl fmt::Debug for Document<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document").finish_non_exhaustive()
    }
}

impl<'a> Document<'a> {
    /// Reads a JSON text (RFC 8259) in UTF-8.
    ///
    /// # Errors
    /// The issue `invalid_json`, with its place, for a text that is not JSON.
    pub fn read(bytes: &'a [u8]) -> Result<Self, Box<Issue>> {
        json::read(bytes).map(|tape| Self { tape }).map_err(|error| {
            let (code, position) = check::not_json(bytes, error);
            Box::new(Issue { code, path: Path::new(), position: Some(position) })
        })
    }

    /// The body that the text holds.
    ///
    /// # Errors
    /// Every problem of the text, in document order.
    pub fn decode<T: Deserialize<'a> + Describe>(&'a self) -> Result<T, Vec<Issue>> {
        let mut report = Report::default();
        walk::check(&self.tape, &T::NODE, &[], &mut report);
        if report.len() > 0 {
            return Err(report.issues());
        }
        // Only a type whose `Describe` and `Deserialize` say different things gets past the check and no further.
        self.decode_unchecked().map_err(|Mismatch| {
            let code = Code::InvalidType { expected: Expected::Object, received: Received::Unreadable };
            vec![Issue { code, path: Path::new(), position: None }]
        })
    }

    fn decode_unchecked<T: Deserialize<'a>>(&'a self) -> Result<T, Mismatch> {
        T::deserialize(Decoder { tape: &self.tape, at: Some(0) })
    }
}

/// A value that the type has no place for. It says no more: what is wrong with a text is for the check to say.
#[derive(Debug)]
struct Mismatch;

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the value does not fit the type")
    }
}

impl core::error::Error for Mismatch {}

impl Error for Mismatch {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Reads the value at a node; a field that is not there has none.
#[derive(Clone, Copy)]
struct Decoder<'a> {
    tape: &'a Tape<'a>,
    at: Option<u32>,
}

impl<'a> Decoder<'a> {
    /// The node here, if it has one of the tags.
    fn expect(self, tags: &[Tag]) -> Result<u32, Mismatch> {
        self.at.filter(|&at| tags.contains(&self.tape.node(at).tag)).ok_or(Mismatch)
    }

    fn text(self) -> Result<&'a str, Mismatch> {
        self.at.and_then(|at| self.tape.text(self.tape.node(at))).ok_or(Mismatch)
    }

    /// The name of the variant of an enum that this is.
    fn variant(self, name: &str) -> Result<&'a str, Mismatch> {
        if let Some(tag) = name.strip_prefix(TAGGED_BY) {
            let object = self.expect(&[Tag::Object])?;
            return Decoder { at: self.tape.field(object, tag, 0), ..self }.text();
        }
        match self.text() {
            Ok(_) if name == BY_KIND => Ok("String"),
            Err(Mismatch) if name == BY_KIND => self.expect(&[Tag::Object]).map(|_| "Object"),
            text => text,
        }
    }
}

impl<'a> Deserializer<'a> for Decoder<'a> {
    type Error = Mismatch;

    /// No type asks for this but one that takes anything, which has no place in a body.
    fn deserialize_any<V: Visitor<'a>>(self, _: V) -> Result<V::Value, Mismatch> {
        Err(Mismatch)
    }

    fn deserialize_str<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_borrowed_str(self.text()?)
    }

    fn deserialize_bool<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        let at = self.expect(&[Tag::False, Tag::True])?;
        visitor.visit_bool(self.tape.node(at).tag == Tag::True)
    }

    /// An integer, in JavaScript's sense: a finite number without a fraction, however large.
    fn deserialize_i64<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        let number = self.at.and_then(|at| self.tape.number(self.tape.node(at)));
        match number.filter(|number| number.is_finite() && number.trunc() == *number) {
            Some(number) => visitor.visit_f64(number),
            None => Err(Mismatch),
        }
    }

    fn deserialize_option<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        if self.at.is_none() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'a>>(self, name: &'static str, visitor: V) -> Result<V::Value, Mismatch> {
        let is_null = self.expect(&[Tag::Null]).is_ok();
        if name == NULLABLE && is_null { visitor.visit_none() } else { visitor.visit_newtype_struct(self) }
    }

    fn deserialize_seq<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        let list = self.expect(&[Tag::List])?;
        visitor.visit_seq(Elements { tape: self.tape, at: list + 1, left: self.tape.node(list).a })
    }

    /// A free-form object, whose contents are not looked at.
    fn deserialize_map<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        self.expect(&[Tag::Object])?;
        visitor.visit_unit()
    }

    /// Any value but an absent one.
    fn deserialize_ignored_any<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        self.at.ok_or(Mismatch)?;
        visitor.visit_unit()
    }

    fn deserialize_struct<V: Visitor<'a>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        let object = self.expect(&[Tag::Object])?;
        visitor.visit_map(Fields { tape: self.tape, object, fields: fields.iter(), value: None })
    }

    fn deserialize_enum<V: Visitor<'a>>(
        self,
        name: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        visitor.visit_enum(Variant { name: self.variant(name)?, payload: self })
    }

    forward_to_deserialize_any! {
        <W: Visitor<'a>>
        i8 i16 i32 i128 u8 u16 u32 u64 u128 f32 f64 char string bytes byte_buf unit unit_struct tuple tuple_struct
        identifier
    }
}

/// The known fields of an object; those that are not there are passed over, so that serde decides whether they may be.
struct Fields<'a> {
    tape: &'a Tape<'a>,
    object: u32,
    fields: core::slice::Iter<'static, &'static str>,
    value: Option<u32>,
}

impl<'a> MapAccess<'a> for Fields<'a> {
    type Error = Mismatch;

    fn next_key_seed<K: DeserializeSeed<'a>>(&mut self, seed: K) -> Result<Option<K::Value>, Mismatch> {
        for name in self.fields.by_ref() {
            self.value = self.tape.field(self.object, name, usize::MAX);
            if self.value.is_some() {
                let name: StrDeserializer<'_, Mismatch> = (*name).into_deserializer();
                return seed.deserialize(name).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(&mut self, seed: V) -> Result<V::Value, Mismatch> {
        seed.deserialize(Decoder { tape: self.tape, at: self.value })
    }
}

/// The elements of a list.
struct Elements<'a> {
    tape: &'a Tape<'a>,
    at: u32,
    left: u32,
}

impl<'a> SeqAccess<'a> for Elements<'a> {
    type Error = Mismatch;

    fn next_element_seed<T: DeserializeSeed<'a>>(&mut self, seed: T) -> Result<Option<T::Value>, Mismatch> {
        if self.left == 0 {
            return Ok(None);
        }
        let element = Decoder { tape: self.tape, at: Some(self.at) };
        self.at = self.tape.node(self.at).end;
        self.left -= 1;
        seed.deserialize(element).map(Some)
    }
}

/// A chosen variant; its payload is read from the same value.
struct Variant<'a> {
    name: &'a str,
    payload: Decoder<'a>,
}

impl<'a> EnumAccess<'a> for Variant<'a> {
    type Error = Mismatch;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'a>>(self, seed: V) -> Result<(V::Value, Self), Mismatch> {
        let name: StrDeserializer<'_, Mismatch> = self.name.into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'a> VariantAccess<'a> for Variant<'a> {
    type Error = Mismatch;

    fn unit_variant(self) -> Result<(), Mismatch> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'a>>(self, seed: T) -> Result<T::Value, Mismatch> {
        seed.deserialize(self.payload)
    }

    fn tuple_variant<V: Visitor<'a>>(self, _: usize, _: V) -> Result<V::Value, Mismatch> {
        Err(Mismatch)
    }

    fn struct_variant<V: Visitor<'a>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Mismatch> {
        Err(Mismatch)
    }
}

/// Whether serde and garde alone, without the check, take a text for a valid `T`: for comparing the two.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn accepts<'a, T>(document: &'a Document<'a>) -> bool
where
    T: Deserialize<'a> + garde::Validate<Context = ()>,
{
    document.decode_unchecked::<T>().is_ok_and(|value| value.validate().is_ok())
}
