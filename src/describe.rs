//! The schemas for other languages, made from their static description at build time: the definition that the
//! package's reader and forms use, TypeScript declarations and JSON Schema; and what an OpenAPI document says instead.

mod accept;
mod advice;
mod catalogue;
mod cut;
mod definition;
mod evidence;
mod functions;
mod json_schema;
pub mod openapi;
mod options;
mod plans;
mod typescript;

use serde_json::Value;

pub use accept::accept_typescript;
pub use advice::advice_rules;
pub use catalogue::catalogue_typescript;
pub use cut::cut_typescript;
pub use definition::{others_json, requests_json};
pub use evidence::evidence_typescript;
pub use json_schema::{Target, json_schema, json_schema_files};
pub use options::options_typescript;
pub use plans::plans_typescript;
pub use typescript::typescript;

use crate::shape::{Format, Kind, Literal, Node};

/// The doc comment of the Rust type, in Markdown.
fn doc(node: &Node) -> &'static str {
    match node.kind {
        Kind::Object(object) | Kind::ObjectOrText(object) => object.doc,
        Kind::Union(union) => union.help.en,
        Kind::Options(options) => options.doc,
        _ => "",
    }
}

/// A text without Markdown: forms show it as it is.
fn plain(text: &str) -> String {
    text.replace('`', "")
}

fn literal(literal: Literal) -> Value {
    match literal {
        Literal::Text(text) => text.into(),
        Literal::Integer(number) => number.into(),
    }
}

fn format_name(format: Format) -> &'static str {
    match format {
        Format::Uri => "uri",
        Format::Uuid => "uuid",
    }
}
