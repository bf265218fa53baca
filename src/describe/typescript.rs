//! TypeScript declarations of the bodies.

use std::fmt::Write as _;

use super::doc;
use crate::schemas::{LIST, Schema, teable_scope::Scope};
use crate::shape::{Branch, Describe, Field, Kind, Node, Object, Options};

/// One exported type for each schema, under the schema's type name; `OAuthScope`; and `Bodies`, which maps schema
/// names to types. Free-form objects are `Record<string, unknown>`. What only a server sends is `readonly`.
pub fn typescript() -> String {
    let mut out = String::new();
    for schema in LIST {
        comment(&mut out, doc(&schema.node), 0);
        let printer = Printer { readonly: !is_sent(schema) };
        let _ = writeln!(out, "export type {} = {};\n", schema.type_name, printer.root(&schema.node));
    }
    comment(&mut out, doc(&Scope::NODE), 0);
    let _ = writeln!(out, "export type OAuthScope = {};\n", Printer { readonly: false }.type_of(&Scope::NODE, 0));
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

/// Whether callers make such a body, as a whole or as a part of a request.
fn is_sent(schema: &Schema) -> bool {
    let is_part = |request: &Schema| match schema.node.kind {
        Kind::Object(object) => holds(&request.node, object.name),
        _ => false,
    };
    schema.form.is_some() || LIST.iter().any(|other| other.form.is_some() && is_part(other))
}

/// Whether an object of that name is in a value.
fn holds(node: &Node, name: &str) -> bool {
    match node.kind {
        Kind::List { item, .. } => holds(item, name),
        kind => {
            let count = if let Kind::Union(union) = kind { union.branches.len() } else { 1 };
            let is_it = |object: &Object| object.name == name || object.fields.iter().any(|f| holds(&f.node, name));
            (0..count).filter_map(|branch| kind.object(branch)).any(is_it)
        }
    }
}

fn is_scope(options: &Options) -> bool {
    matches!(Scope::NODE.kind, Kind::Options(scopes) if scopes.name == options.name)
}

struct Printer {
    readonly: bool,
}

impl Printer {
    /// A schema's own type is written out, even where it is an object that other schemas refer to.
    fn root(&self, node: &Node) -> String {
        match node.kind {
            Kind::Object(object) => self.members(object, None, 0),
            _ => self.type_of(node, 0),
        }
    }

    fn type_of(&self, node: &Node, indent: usize) -> String {
        let plain = match node.kind {
            Kind::Text { .. } => "string".to_owned(),
            Kind::Options(options) => literals(options.values),
            Kind::Boolean => "boolean".to_owned(),
            Kind::Integer { .. } => "number".to_owned(),
            Kind::List { item, .. } => self.list(item, indent),
            Kind::FreeForm if self.readonly => "Readonly<Record<string, unknown>>".to_owned(),
            Kind::FreeForm => "Record<string, unknown>".to_owned(),
            Kind::Any => "unknown".to_owned(),
            Kind::Object(object) => self.object(object, indent),
            Kind::Union(union) => {
                let tag = |branch: &Branch| Tag { name: union.tag, value: branch.value, doc: union.help.en };
                let branch = |branch: &Branch| self.members(branch.object, Some(tag(branch)), indent);
                union.branches.iter().map(branch).collect::<Vec<_>>().join(" | ")
            }
            Kind::ObjectOrText(object) => format!("{} | string", self.object(object, indent)),
        };
        if node.nullable { format!("{plain} | null") } else { plain }
    }

    fn list(&self, item: &Node, indent: usize) -> String {
        let element = match item.kind {
            Kind::Options(options) if is_scope(options) => "OAuthScope".to_owned(),
            Kind::Text { .. } | Kind::Object(_) if !item.nullable => self.type_of(item, indent),
            _ => format!("({})", self.type_of(item, indent)),
        };
        format!("{}{element}[]", self.readonly())
    }

    /// An object by the name of the schema that it is, or written out.
    fn object(&self, object: &'static Object, indent: usize) -> String {
        let is_same = |node: &Node| matches!(node.kind, Kind::Object(other) if other.name == object.name);
        match LIST.iter().find(|schema| is_same(&schema.node)) {
            Some(schema) => schema.type_name.to_owned(),
            None => self.members(object, None, indent),
        }
    }

    fn members(&self, object: &Object, tag: Option<Tag>, indent: usize) -> String {
        let mut out = String::from("{\n");
        let inner = indent + 2;
        if let Some(Tag { name, value, doc }) = tag {
            comment(&mut out, doc, inner);
            let _ = writeln!(out, "{:inner$}{}{name}: \"{value}\";", "", self.readonly());
        }
        for field in object.fields {
            comment(&mut out, field.help.en, inner);
            let kind = self.type_of(&field.node, inner);
            let _ = writeln!(out, "{:inner$}{}{}{}: {kind};", "", self.readonly(), field.name, mark(field));
        }
        let _ = write!(out, "{:indent$}}}", "");
        out
    }

    fn readonly(&self) -> &'static str {
        if self.readonly { "readonly " } else { "" }
    }
}

struct Tag {
    name: &'static str,
    value: &'static str,
    doc: &'static str,
}

fn mark(field: &Field) -> &'static str {
    if field.required { "" } else { "?" }
}

pub(super) fn literals(options: &[&str]) -> String {
    options.iter().map(|option| format!("\"{option}\"")).collect::<Vec<_>>().join(" | ")
}
