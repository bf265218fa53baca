//! TypeScript declarations of the bodies.

use std::fmt::Write as _;

use crate::schemas::LIST;
use crate::shape::{Field, Kind, Node, Object};

/// One exported type for each schema, under the schema's type name; `OAuthScope`; and `Bodies`, which maps schema
/// names to types. Free-form objects are `Record<string, unknown>`.
pub fn typescript() -> String {
    let mut out = String::from("// Made from the Rust definitions; do not edit.\n");
    for schema in LIST {
        let doc = match schema.node.kind {
            Kind::Object(object) => object.doc,
            Kind::Union(union) => union.help.en,
            _ => "",
        };
        comment(&mut out, doc, 0);
        let _ = writeln!(out, "export type {} = {};\n", schema.type_name, root(&schema.node));
    }
    let _ = writeln!(out, "/** What an OAuth application may do on a user's behalf. */");
    let scopes = <crate::schemas::teable_scope::Scope as crate::shape::Describe>::NODE;
    let _ = writeln!(out, "export type OAuthScope = {};\n", type_of(&scopes, 0));
    out.push_str("/** The type of each schema's body, by the schema's name. */\nexport interface Bodies {\n");
    for schema in LIST {
        let _ = writeln!(out, "  \"{}\": {};", schema.name, schema.type_name);
    }
    out.push_str("}\n");
    out
}

fn comment(out: &mut String, text: &str, indent: usize) {
    if !text.is_empty() {
        let _ = writeln!(out, "{:indent$}/** {} */", "", text.replace("*/", "* /"));
    }
}

/// A schema's own type is written out, even where it is an object that other schemas refer to.
fn root(node: &Node) -> String {
    match node.kind {
        Kind::Object(object) => members(object, None, 0),
        _ => type_of(node, 0),
    }
}

fn type_of(node: &Node, indent: usize) -> String {
    let plain = match node.kind {
        Kind::Text { .. } => "string".to_owned(),
        Kind::Options(options) => literals(options),
        Kind::Boolean => "boolean".to_owned(),
        Kind::Integer { .. } => "number".to_owned(),
        Kind::List { item, .. } => match item.kind {
            Kind::Options(_) | Kind::ObjectOrText(_) => format!("Array<{}>", type_of(item, indent)),
            _ => format!("{}[]", type_of(item, indent)),
        },
        Kind::FreeForm => "Record<string, unknown>".to_owned(),
        Kind::Any => "unknown".to_owned(),
        Kind::Object(object) => object_type(object, indent),
        Kind::Union(union) => {
            let branches = union.branches.iter();
            let branch = |b: &crate::shape::Branch| members(b.object, Some((union.tag, b.value)), indent);
            branches.map(branch).collect::<Vec<_>>().join(" | ")
        }
        Kind::ObjectOrText(object) => format!("{} | string", object_type(object, indent)),
    };
    if node.nullable { format!("{plain} | null") } else { plain }
}

/// An object by the name of the schema that it is, or written out.
fn object_type(object: &'static Object, indent: usize) -> String {
    let is_same = |node: &Node| matches!(node.kind, Kind::Object(other) if other.name == object.name);
    match LIST.iter().find(|schema| is_same(&schema.node)) {
        Some(schema) => schema.type_name.to_owned(),
        None => members(object, None, indent),
    }
}

fn members(object: &Object, tag: Option<(&str, &str)>, indent: usize) -> String {
    let mut out = String::from("{\n");
    let inner = indent + 2;
    if let Some((name, value)) = tag {
        let _ = writeln!(out, "{:inner$}{name}: \"{value}\";", "");
    }
    for field in object.fields {
        comment(&mut out, field.help.en, inner);
        let _ = writeln!(out, "{:inner$}{}{}: {};", "", field.name, mark(field), field_type(field, inner));
    }
    let _ = write!(out, "{:indent$}}}", "");
    out
}

fn mark(field: &Field) -> &'static str {
    if field.required { "" } else { "?" }
}

fn field_type(field: &Field, indent: usize) -> String {
    let scopes = <crate::schemas::teable_scope::Scope as crate::shape::Describe>::NODE.kind;
    match (field.node.kind, scopes) {
        (Kind::List { item, .. }, Kind::Options(scopes)) if matches!(item.kind, Kind::Options(o) if o == scopes) => {
            "OAuthScope[]".to_owned()
        }
        _ => type_of(&field.node, indent),
    }
}

fn literals(options: &[&str]) -> String {
    options.iter().map(|option| format!("\"{option}\"")).collect::<Vec<_>>().join(" | ")
}
