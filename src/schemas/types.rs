//! The types that fields are made of beside `&str`, `bool`, `Vec` and `Option`.

use core::fmt;
use core::marker::PhantomData;

use garde::Validate;
use garde::rules::range::{Bounds, OutOfBounds};
use serde::de::{Deserialize, Deserializer, Visitor};

use crate::shape::{Describe, Node};

/// An object with any keys and values. What is in it is the caller's own affair: it is not looked into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FreeForm;

/// Any value but an absent one, not looked into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Any;

/// A number without a fraction, as JavaScript counts: `1.0`, `1e2`, `-0` and everything beyond 2^53 are integers.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Integer(pub f64);

/// A value, or `null`.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub enum Nullable<T> {
    /// `null`.
    Null,
    /// Anything else.
    Value(T),
}

impl Describe for FreeForm {
    const NODE: Node = Node::free_form();
}

impl Describe for Any {
    const NODE: Node = Node::any();
}

impl Describe for Integer {
    const NODE: Node = Node::integer();
}

impl<T: Describe> Describe for Nullable<T> {
    const NODE: Node = T::NODE.nullable();
}

/// Limits are small whole numbers; an end of `i32` stands for no limit on that side.
impl Bounds for Integer {
    type Size = i32;
    const MIN: i32 = i32::MIN;
    const MAX: i32 = i32::MAX;

    fn validate_bounds(&self, lower: i32, upper: i32) -> Result<(), OutOfBounds> {
        if lower != Self::MIN && self.0 < f64::from(lower) {
            Err(OutOfBounds::Lower)
        } else if upper != Self::MAX && self.0 > f64::from(upper) {
            Err(OutOfBounds::Upper)
        } else {
            Ok(())
        }
    }
}

impl<T: Bounds> Bounds for Nullable<T> {
    type Size = T::Size;
    const MIN: T::Size = T::MIN;
    const MAX: T::Size = T::MAX;

    fn validate_bounds(&self, lower: T::Size, upper: T::Size) -> Result<(), OutOfBounds> {
        match self {
            Self::Null => Ok(()),
            Self::Value(value) => value.validate_bounds(lower, upper),
        }
    }
}

impl<T: Validate<Context = ()>> Validate for Nullable<T> {
    type Context = ();

    fn validate_into(&self, context: &(), path: &mut dyn FnMut() -> garde::Path, report: &mut garde::Report) {
        if let Self::Value(value) = self {
            value.validate_into(context, path, report);
        }
    }
}

impl Validate for FreeForm {
    type Context = ();

    fn validate_into(&self, (): &(), _: &mut dyn FnMut() -> garde::Path, _: &mut garde::Report) {}
}

struct Unit<T>(&'static str, T);

impl<'de, T> Visitor<'de> for Unit<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<T, E> {
        Ok(self.1)
    }
}

impl<'de> Deserialize<'de> for FreeForm {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Unit("an object", Self))
    }
}

impl<'de> Deserialize<'de> for Any {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_ignored_any(Unit("a value", Self))
    }
}

struct IntegerVisitor;

impl Visitor<'_> for IntegerVisitor {
    type Value = Integer;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an integer")
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Integer, E> {
        Ok(Integer(value))
    }
}

impl<'de> Deserialize<'de> for Integer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_i64(IntegerVisitor)
    }
}

struct NullableVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for NullableVisitor<T> {
    type Value = Nullable<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<Self::Value, E> {
        Ok(Nullable::Null)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        T::deserialize(deserializer).map(Nullable::Value)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Nullable<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(crate::typed::NULLABLE, NullableVisitor(PhantomData))
    }
}
