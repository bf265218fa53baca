//! From a text to its issues: the fast path first, then the full validator.

use crate::accept;
use crate::issue::{Code, Issue, Path};
use crate::read::json::{self, NotJson};
use crate::read::position::Positions;
use crate::schemas::Schema;
use crate::walk;

/// Every problem of a JSON text, with its place in the text.
pub(crate) fn text(schema: &Schema, bytes: &[u8], extra: &[&str]) -> Vec<Issue> {
    if accept::is_surely_valid(&schema.node, bytes) { Vec::new() } else { full_text(schema, bytes, extra) }
}

/// The same without the fast path.
pub(crate) fn full_text(schema: &Schema, bytes: &[u8], extra: &[&str]) -> Vec<Issue> {
    match json::read(bytes) {
        Ok(tape) => walk::check(&tape, &schema.node, extra),
        Err(error) => vec![not_json(bytes, error)],
    }
}

/// The one issue of a text that is not JSON.
pub(crate) fn not_json(bytes: &[u8], error: NotJson) -> Issue {
    Issue {
        code: Code::InvalidJson { reason: error.reason },
        path: Path::new(),
        position: Some(Positions::new(bytes).of(error.offset)),
    }
}
