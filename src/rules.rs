//! garde's rules as issue codes. garde says what failed only in words, so the words are made machine tokens here
//! ([`Tokens`]) and read back ([`code`]); the limits come from the field's description, which `derive(Shape)` took
//! from the same attribute.

pub(crate) mod url;
pub(crate) mod uuid;

use std::borrow::Cow;
use std::fmt::Display;

use garde::i18n::{I18n, InvalidCreditCard, InvalidEmail, InvalidPhoneNumber, InvalidUrl, IpKind};

use crate::issue::Code;
use crate::shape::{Kind, Node};
use crate::tape::{Node as Value, Tape};

const SHORT: &str = "short";
const LONG: &str = "long";
const SMALL: &str = "small";
const URL: &str = "url";
const UUID: &str = "uuid";
/// A rule that has no code. `derive(Shape)` refuses every such rule, so no schema can hold one.
const OTHER: &str = "other";

/// A custom rule's failure. It is a `Cow`, as garde's own texts are: every other type would add its own copy of the
/// conversion to the wasm, of some 3 KB.
fn failed(token: &'static str) -> garde::Error {
    garde::Error::new(Cow::Borrowed(token))
}

/// The issue code of a failed rule, with limits from the description and actual figures from the value.
pub(crate) fn code(token: &str, node: &Node, tape: &Tape<'_>, value: Value) -> Option<Code> {
    let text = tape.text(value).unwrap_or_default();
    let characters = || text.chars().count();
    Some(match (token, node.kind) {
        (SHORT, Kind::Text { min_length: Some(minimum), .. }) => Code::TooShort { minimum, actual: characters() },
        (LONG, Kind::Text { max_length: Some(maximum), .. }) => Code::TooLong { maximum, actual: characters() },
        (SHORT, Kind::List { min_items: Some(minimum), .. }) => Code::TooFewItems { minimum, actual: value.a as usize },
        (SMALL, Kind::Integer { minimum: Some(minimum) }) => Code::TooSmall { minimum },
        (URL, _) => Code::InvalidUrl { reason: url::reason(text) },
        (UUID, _) => Code::InvalidUuid,
        _ => return None,
    })
}

/// garde's words as tokens.
pub(crate) struct Tokens;

impl I18n for Tokens {
    fn length_lower_than(&self, _: usize) -> Cow<'static, str> {
        SHORT.into()
    }
    fn length_greater_than(&self, _: usize) -> Cow<'static, str> {
        LONG.into()
    }
    fn range_lower_than(&self, _: &dyn Display) -> Cow<'static, str> {
        SMALL.into()
    }
    fn range_greater_than(&self, _: &dyn Display) -> Cow<'static, str> {
        OTHER.into()
    }
    fn credit_card_invalid(&self, _: InvalidCreditCard) -> Cow<'static, str> {
        OTHER.into()
    }
    fn pattern_no_match(&self, _: &dyn Display) -> Cow<'static, str> {
        OTHER.into()
    }
    fn contains_missing(&self, _: &dyn Display) -> Cow<'static, str> {
        OTHER.into()
    }
    fn url_invalid(&self, _: InvalidUrl) -> Cow<'static, str> {
        OTHER.into()
    }
    fn prefix_missing(&self, _: &dyn Display) -> Cow<'static, str> {
        OTHER.into()
    }
    fn suffix_missing(&self, _: &dyn Display) -> Cow<'static, str> {
        OTHER.into()
    }
    fn phone_number_invalid(&self, _: InvalidPhoneNumber) -> Cow<'static, str> {
        OTHER.into()
    }
    fn ip_invalid(&self, _: IpKind) -> Cow<'static, str> {
        OTHER.into()
    }
    fn matches_field_mismatch(&self, _: &dyn Display) -> Cow<'static, str> {
        OTHER.into()
    }
    fn email_invalid(&self, _: InvalidEmail) -> Cow<'static, str> {
        OTHER.into()
    }
    fn ascii_invalid(&self) -> Cow<'static, str> {
        OTHER.into()
    }
    fn alphanumeric_invalid(&self) -> Cow<'static, str> {
        OTHER.into()
    }
    fn required_not_set(&self) -> Cow<'static, str> {
        OTHER.into()
    }
}
