//! What an issue tells beyond its code.

use super::Code;

/// A parameter of an issue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Param {
    /// A word.
    Word(&'static str),
    /// A whole number.
    Number(i64),
    /// Several words.
    Words(Vec<&'static str>),
}

impl Code {
    /// Its parameters by name, in the order in which an issue shows them.
    pub fn params(&self) -> Vec<(&'static str, Param)> {
        let number = |number: usize| Param::Number(number as i64);
        let mut params = Vec::new();
        let mut add = |name, param| params.push((name, param));
        match *self {
            Self::Required | Self::InvalidUuid => {}
            Self::InvalidType { expected, received } => {
                add("expected", Param::Word(expected.as_str()));
                add("received", Param::Word(received.as_str()));
            }
            Self::InvalidOption { allowed, .. } => add("allowed", Param::Words(allowed.to_vec())),
            Self::UnknownType { union, .. } => {
                add("allowed", Param::Words(union.branches.iter().map(|branch| branch.value).collect()));
            }
            Self::TooShort { minimum, actual } => {
                add("unit", Param::Word("characters"));
                add("minimum", number(minimum));
                add("actual", number(actual));
            }
            Self::TooLong { maximum, actual } => {
                add("unit", Param::Word("characters"));
                add("maximum", number(maximum));
                add("actual", number(actual));
            }
            Self::TooFewItems { minimum, actual } => {
                add("minimum", number(minimum));
                add("actual", number(actual));
            }
            Self::TooSmall { minimum } => add("minimum", Param::Number(i64::from(minimum))),
            Self::InvalidUrl { reason } => add("reason", Param::Word(reason.as_str())),
            Self::InvalidJson { reason } => add("reason", Param::Word(reason.as_str())),
        }
        if let Some(suggestion) = self.suggestion() {
            params.push(("suggestion", Param::Word(suggestion)));
        }
        params
    }

    /// The option that was probably meant.
    pub fn suggestion(&self) -> Option<&'static str> {
        match *self {
            Self::InvalidOption { suggestion, .. } | Self::UnknownType { suggestion, .. } => suggestion,
            _ => None,
        }
    }
}
