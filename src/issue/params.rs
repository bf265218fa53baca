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
    /// Its parameters by name, in the order in which an issue shows them.
    pub fn params(&self) -> Vec<(&'static str, Param)> {
        let mut params = Params(Vec::new());
        match *self {
            Self::Required | Self::InvalidUuid => {}
            Self::InvalidType { expected, received } => {
                params.word("expected", expected.as_str());
                params.word("received", received.as_str());
            }
            Self::InvalidOption { allowed, .. } | Self::UnknownType { allowed, .. } => {
                params.add("allowed", Param::Words(allowed));
            }
            Self::TooShort { minimum, actual } => {
                params.word("unit", "characters");
                params.number("minimum", minimum as i64);
                params.number("actual", actual as i64);
            }
            Self::TooLong { maximum, actual } => {
                params.word("unit", "characters");
                params.number("maximum", maximum as i64);
                params.number("actual", actual as i64);
            }
            Self::TooFewItems { minimum, actual } => {
                params.number("minimum", minimum as i64);
                params.number("actual", actual as i64);
            }
            Self::TooSmall { minimum } => params.number("minimum", i64::from(minimum)),
            Self::InvalidUrl { reason } => params.word("reason", reason.as_str()),
            Self::InvalidJson { reason } => params.word("reason", reason.as_str()),
        }
        if let Some(suggestion) = self.suggestion() {
            params.word("suggestion", suggestion);
        }
        params.0
    }

    /// One of them.
    pub fn param(&self, wanted: &str) -> Option<Param> {
        self.params().iter().find(|(name, _)| *name == wanted).map(|(_, param)| *param)
    }

    /// The option that was probably meant.
    pub fn suggestion(&self) -> Option<&'static str> {
        match *self {
            Self::InvalidOption { suggestion, .. } | Self::UnknownType { suggestion, .. } => suggestion,
            _ => None,
        }
    }
}

/// Parameters in the making. Few calls in many places: so each is compiled once.
struct Params(Vec<(&'static str, Param)>);

impl Params {
    #[inline(never)]
    fn add(&mut self, name: &'static str, param: Param) {
        self.0.push((name, param));
    }

    #[inline(never)]
    fn word(&mut self, name: &'static str, word: &'static str) {
        self.add(name, Param::Word(word));
    }

    #[inline(never)]
    fn number(&mut self, name: &'static str, number: i64) {
        self.add(name, Param::Number(number));
    }
}
