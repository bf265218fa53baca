//! The constraints of strings: what breaks them, as issue codes, and the same rules for garde.

pub(crate) mod url;
pub(crate) mod uuid;

use crate::issue::Code;
use crate::shape::{Format, Kind};

/// What is wrong with the length of a string, in code points.
pub(crate) fn wrong_length(kind: &Kind, actual: usize) -> Option<Code> {
    let Kind::Text { min_length, max_length, .. } = *kind else { return None };
    let short = min_length.filter(|&minimum| actual < minimum).map(|minimum| Code::TooShort { minimum, actual });
    short.or(max_length.filter(|&maximum| actual > maximum).map(|maximum| Code::TooLong { maximum, actual }))
}

/// What is wrong with a string that has to have a form.
pub(crate) fn wrong_form(kind: &Kind, text: &str) -> Option<Code> {
    match *kind {
        Kind::Text { format: Some(Format::Uri), .. } if !url::is_url(text) => {
            Some(Code::InvalidUrl { reason: url::reason(text) })
        }
        Kind::Text { format: Some(Format::Uuid), .. } if !uuid::is_uuid(text) => Some(Code::InvalidUuid),
        _ => None,
    }
}
