//! From a text to its issues: the fast path first, then the full validator.

use crate::accept;
use crate::issue::{Code, Position};
use crate::read::json::{self, NotJson};
use crate::read::position::Positions;
use crate::report::Report;
use crate::schemas::Schema;
use crate::walk;

/// Adds every problem of a JSON text, with its place in the text.
pub(crate) fn text(schema: &Schema, bytes: &[u8], extra: &[&str], report: &mut Report) {
    if !accept::is_surely_valid(&schema.node, bytes) {
        full_text(schema, bytes, extra, report);
    }
}

/// The same as [`text`] without the fast path.
pub(crate) fn full_text(schema: &Schema, bytes: &[u8], extra: &[&str], report: &mut Report) {
    match json::read(bytes) {
        Ok(tape) => walk::check(&tape, &schema.node, extra, report),
        Err(error) => {
            let (code, position) = not_json(bytes, error);
            report.push(code, &[], Some(position));
        }
    }
}

/// The one issue of a text that is not JSON: its code and position.
pub(crate) fn not_json(bytes: &[u8], error: NotJson) -> (Code, Position) {
    (Code::InvalidJson { reason: error.reason }, Positions::new(bytes).of(error.offset))
}
