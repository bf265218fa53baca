//! The constraints of strings: what breaks them, as issue codes, and the same rules for garde.

pub(crate) mod url;
pub(crate) mod uuid;

use crate::issue::Code;
use crate::shape::{Format, Kind};

/// What is wrong with the length of a string. Its code points are counted only where they matter.
pub(crate) fn wrong_length(kind: &Kind, count: impl FnOnce() -> usize) -> Option<Code> {
    let Kind::Text { min_length, max_length, .. } = *kind else { return None };
    if min_length.is_none() && max_length.is_none() {
        return None;
    }
    let actual = count();
    let short = min_length.filter(|&minimum| actual < minimum).map(|minimum| Code::TooShort { minimum, actual });
    short.or(max_length.filter(|&maximum| actual > maximum).map(|maximum| Code::TooLong { maximum, actual }))
}

/// What is wrong with a string that has to have a form.
pub(crate) fn wrong_form(kind: &Kind, text: &str) -> Option<Code> {
    match *kind {
        Kind::Text { format: Some(Format::Uri), .. } if !url::is_url(text) => {
            Some(Code::InvalidUrl { reason: url::reason(text) })
        }
        Kind::Text { format: Some(Format::Uuid), .. } if !uuid::is_uuid(text.as_bytes()) => Some(Code::InvalidUuid),
        _ => None,
    }
}
