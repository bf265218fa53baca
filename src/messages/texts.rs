//! Which text an issue takes, in any language.

use crate::issue::{Code, Expected, JsonReason, Received, UrlReason};
use crate::shape::Kind;

/// Declares [`Text`] in the order that the languages' texts have.
macro_rules! keys {
    ($($name:ident)*) => {
        /// The name of a text.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Text {
            $($name,)*
        }

        impl Text {
            /// Every text.
            pub(super) const ALL: &[Self] = &[$(Self::$name),*];
        }
    };
}

keys! {
    Body WholeJson DidYouMean EnterValue AddOne FillIn Choose AddValue Unreadable WholeNumber WrongType NotListed
    NotNamed Empty TooShort TooLong TooFewItems TooSmall NotUuid UrlBlank UrlNoScheme UrlNoHost UrlBadPort UrlBadHost
    JsonUnexpectedEnd JsonUnexpectedCharacter JsonTrailing JsonInvalidNumber JsonInvalidEscape JsonControlCharacter
    JsonInvalidUtf8 JsonByteOrderMark JsonTooLarge String Boolean Integer Array Object ObjectOrString Value Null Number BigInt
    Symbol Function NotReadable
}

impl Text {
    /// What to do about an issue at a place where such a value belongs.
    pub(super) fn of(code: &Code, kind: Option<Kind>) -> Self {
        match *code {
            Code::Required => Self::missing(kind),
            Code::InvalidType { received: Received::Unreadable, .. } => Self::Unreadable,
            Code::InvalidType { expected: Expected::Integer, received: Received::Number } => Self::WholeNumber,
            Code::InvalidType { .. } => Self::WrongType,
            Code::InvalidOption { .. } => Self::NotListed,
            Code::UnknownType { .. } => Self::NotNamed,
            Code::TooShort { minimum: 1, .. } => Self::Empty,
            Code::TooShort { .. } => Self::TooShort,
            Code::TooLong { .. } => Self::TooLong,
            Code::TooFewItems { .. } => Self::TooFewItems,
            Code::TooSmall { .. } => Self::TooSmall,
            Code::InvalidUuid => Self::NotUuid,
            Code::InvalidUrl { reason } => match reason {
                UrlReason::Blank => Self::UrlBlank,
                UrlReason::NoScheme => Self::UrlNoScheme,
                UrlReason::NoHost => Self::UrlNoHost,
                UrlReason::BadPort => Self::UrlBadPort,
                UrlReason::BadHost => Self::UrlBadHost,
            },
            Code::InvalidJson { reason } => match reason {
                JsonReason::UnexpectedEnd => Self::JsonUnexpectedEnd,
                JsonReason::UnexpectedCharacter => Self::JsonUnexpectedCharacter,
                JsonReason::TrailingText => Self::JsonTrailing,
                JsonReason::InvalidNumber => Self::JsonInvalidNumber,
                JsonReason::InvalidEscape => Self::JsonInvalidEscape,
                JsonReason::ControlCharacter => Self::JsonControlCharacter,
                JsonReason::InvalidUtf8 => Self::JsonInvalidUtf8,
                JsonReason::ByteOrderMark => Self::JsonByteOrderMark,
                JsonReason::TooLarge => Self::JsonTooLarge,
            },
        }
    }

    fn missing(kind: Option<Kind>) -> Self {
        match kind {
            Some(Kind::Text { .. }) => Self::EnterValue,
            Some(Kind::List { min_items: Some(1), .. }) => Self::AddOne,
            Some(Kind::Object(_) | Kind::Union(_) | Kind::FreeForm) => Self::FillIn,
            Some(Kind::Options(_)) | None => Self::Choose,
            Some(_) => Self::AddValue,
        }
    }

    /// What belongs there.
    pub(super) fn wanted(expected: Expected) -> Self {
        match expected {
            Expected::String => Self::String,
            Expected::Boolean => Self::Boolean,
            Expected::Integer => Self::Integer,
            Expected::Array => Self::Array,
            Expected::Object => Self::Object,
            Expected::ObjectOrString => Self::ObjectOrString,
            Expected::Value => Self::Value,
        }
    }

    /// What was met.
    pub(super) fn met(received: Received) -> Self {
        match received {
            Received::Null => Self::Null,
            Received::Boolean => Self::Boolean,
            Received::Number => Self::Number,
            Received::String => Self::String,
            Received::Array => Self::Array,
            Received::Object => Self::Object,
            Received::BigInt => Self::BigInt,
            Received::Symbol => Self::Symbol,
            Received::Function => Self::Function,
            Received::Unreadable => Self::NotReadable,
        }
    }
}
