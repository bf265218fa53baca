//! What an issue tells beyond its code.

use super::Code;

/// A parameter of an issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Param {
    /// A word.
    Word(&'static str),
    /// A whole number.
    Number(i64),
    /// Several words.
    Words(&'static [&'static str]),
}

impl Code {
    /// Tells its parameters by name, in the order in which an issue shows them.
    pub fn params(&self, tell: &mut dyn FnMut(&'static str, Param)) {
        match *self {
            Self::Required | Self::InvalidUuid => {}
            Self::InvalidType { expected, received } => {
                tell("expected", Param::Word(expected.as_str()));
                tell("received", Param::Word(received.as_str()));
            }
            Self::InvalidOption { allowed, .. } | Self::UnknownType { allowed, .. } => {
                tell("allowed", Param::Words(allowed));
            }
            Self::TooShort { minimum: limit, actual } | Self::TooLong { maximum: limit, actual } => {
                let bound = if matches!(self, Self::TooShort { .. }) { "minimum" } else { "maximum" };
                tell("unit", Param::Word("characters"));
                tell(bound, Param::Number(limit as i64));
                tell("actual", Param::Number(actual as i64));
            }
            Self::TooFewItems { minimum, actual } => {
                tell("minimum", Param::Number(minimum as i64));
                tell("actual", Param::Number(actual as i64));
            }
            Self::TooSmall { minimum } => tell("minimum", Param::Number(i64::from(minimum))),
            Self::InvalidUrl { reason } => tell("reason", Param::Word(reason.as_str())),
            Self::InvalidJson { reason } => tell("reason", Param::Word(reason.as_str())),
        }
        if let Some(suggestion) = self.suggestion() {
            tell("suggestion", Param::Word(suggestion));
        }
    }

    /// One of them.
    pub fn param(&self, wanted: &str) -> Option<Param> {
        let mut found = None;
        self.params(&mut |name, param| {
            if name == wanted {
                found = Some(param);
            }
        });
        found
    }

    /// The option that was probably meant.
    pub fn suggestion(&self) -> Option<&'static str> {
        match *self {
            Self::InvalidOption { suggestion, .. } | Self::UnknownType { suggestion, .. } => suggestion,
            _ => None,
        }
    }
}
