//! What an issue tells beyond its code.

use super::Code;

/// A parameter of an issue. Its words are the package's or the caller's own options, never a value that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Param<'a> {
    /// A kind, a reason, a unit or an option.
    Word(&'a str),
    /// A limit or a length.
    Number(i64),
    /// The options that are allowed.
    Words(&'static [&'static str]),
}

/// The option at a position, counted through a list and then the caller's own.
pub(crate) fn listed<'a>(options: &[&'a str], extra: &[&'a str], position: u16) -> Option<&'a str> {
    let position = usize::from(position);
    options.get(position).or_else(|| extra.get(position.checked_sub(options.len())?)).copied()
}

impl Code {
    /// Tells its parameters by name, in the order in which an issue shows them. `extra` are the options that the check was
    /// told of: one of them may be the suggestion, and where the list is open they are behind `allowed`.
    pub fn params<'a>(&self, extra: &[&'a str], tell: &mut dyn FnMut(&'static str, Param<'a>)) {
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
        if let Some(suggestion) = self.suggestion(extra) {
            tell("suggestion", Param::Word(suggestion));
        }
    }

    /// The parameter of this name; nothing where the code has none such.
    pub fn param<'a>(&self, wanted: &str, extra: &[&'a str]) -> Option<Param<'a>> {
        let mut found = None;
        self.params(extra, &mut |name, param| {
            if name == wanted {
                found = Some(param);
            }
        });
        found
    }

    /// The option that was probably meant.
    pub fn suggestion<'a>(&self, extra: &[&'a str]) -> Option<&'a str> {
        match *self {
            Self::InvalidOption { allowed, suggestion, .. } | Self::UnknownType { allowed, suggestion } => {
                listed(allowed, extra, suggestion?)
            }
            _ => None,
        }
    }
}
