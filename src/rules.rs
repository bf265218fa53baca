//! The constraints of strings: what breaks them, as issue codes, and the same rules for garde.

pub(crate) mod url;
pub(crate) mod uuid;

use crate::issue::Code;
use crate::shape::{Format, Kind};

/// What is wrong with a string, by the constraints of its description.
pub(crate) fn broken(kind: &Kind, text: &str) -> Option<Code> {
    let Kind::Text { format, min_length, max_length } = *kind else { return None };
    if min_length.is_some() || max_length.is_some() {
        let actual = text.chars().count();
        if let Some(minimum) = min_length.filter(|&minimum| actual < minimum) {
            return Some(Code::TooShort { minimum, actual });
        }
        if let Some(maximum) = max_length.filter(|&maximum| actual > maximum) {
            return Some(Code::TooLong { maximum, actual });
        }
    }
    match format {
        Some(Format::Uri) if !url::is_url(text) => Some(Code::InvalidUrl { reason: url::reason(text) }),
        Some(Format::Uuid) if !uuid::is_uuid(text) => Some(Code::InvalidUuid),
        _ => None,
    }
}
