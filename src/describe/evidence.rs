//! What the full validator has to see of a value, for the package: TypeScript that writes a snapshot down in words.
//!
//! One function for each object, list and union, of one call a field. What surely is right where it stands is written as
//! no more than that; the words are those of [`check_words`](crate::schemas::Schema::check_words).

use std::fmt::Write as _;

use super::functions::{Functions, exported};
use super::options;
use crate::schemas::LIST;
use crate::shape::{Field, Format, Kind, Node, Object, Union};

/// The source of `generated/evidence.ts`: a function for each schema, `writer0` and so on, that writes a snapshot
/// along it.
pub fn evidence_typescript() -> String {
    let mut out = Writer { functions: Functions::new("write", "void") };
    let writers: Vec<_> = LIST.iter().map(|schema| out.writer(&schema.node)).collect();
    format!(
        "// Made from the Rust definitions; do not edit.\n\
         import type {{ Snapshot }} from \"../accept.js\";\n\
         import {{ any, boolean, chosen, close, integer, isObject, list, map, named, open, option, own, plain, sound, uri, uuid, wrong }} \
         from \"../evidence.js\";\n\
         import {{ {} }} from \"./options.js\";\n\
         {}\n{}",
        options::names().join(", "),
        out.functions.code,
        exported("writer", &writers)
    )
}

struct Writer {
    functions: Functions,
}

impl Writer {
    /// The name of a function that writes a value of this node.
    fn writer(&mut self, node: &'static Node) -> String {
        match node.kind {
            Kind::Object(object) if !node.nullable => self.object(object),
            Kind::Union(union) if !node.nullable => self.union(union),
            _ => {
                let body = format!("  {};\n", self.write(node, "value"));
                self.functions.add("value: unknown", &body)
            }
        }
    }

    /// The statement that writes a value.
    fn write(&mut self, node: &'static Node, value: &str) -> String {
        let write = match node.kind {
            Kind::Text { format: Some(Format::Uri), .. } => format!("uri({value})"),
            Kind::Text { format: Some(Format::Uuid), .. } => format!("uuid({value})"),
            Kind::Text { format: None, min_length, max_length } => {
                let most = max_length.map_or("Infinity".to_owned(), |most| most.to_string());
                format!("plain({value}, {}, {most})", min_length.unwrap_or_default())
            }
            Kind::Options(list) => format!("option({value}, {})", options::name(list.values)),
            Kind::Boolean => format!("boolean({value})"),
            Kind::Integer { minimum } => {
                let least = minimum.map_or("-Infinity".to_owned(), |least| least.to_string());
                format!("integer({value}, {least})")
            }
            Kind::FreeForm => format!("map({value})"),
            Kind::Any => format!("any({value})"),
            Kind::ObjectOrText(object) => {
                let write = self.object(object);
                format!("typeof {value} === \"string\" ? sound() : {write}({value})")
            }
            Kind::List { item, min_items, .. } => {
                let item = self.writer(item);
                format!("list({value}, {item}, {})", min_items.unwrap_or_default())
            }
            Kind::Object(object) => format!("{}({value})", self.object(object)),
            Kind::Union(union) => format!("{}({value})", self.union(union)),
        };
        if node.nullable { format!("{value} === null ? sound() : {write}") } else { write }
    }

    fn object(&mut self, object: &'static Object) -> String {
        if let Some(name) = self.functions.of(object) {
            return name;
        }
        let count = object.fields.len();
        let fields = self.fields(object.fields);
        let body = format!(
            "  if (!isObject(value)) return wrong(value);\n  const opened = open({count});\n{fields}  close(opened, {count});\n"
        );
        self.functions.add_of(object, "value: unknown", &body)
    }

    /// The fields of the branch that the tag names. Where it names none, what every branch has alike is all that counts.
    fn union(&mut self, union: &'static Union) -> String {
        let tag = union.tag;
        let mut body = String::from("  if (!isObject(value)) return wrong(value);\n");
        for (number, branch) in union.branches.iter().enumerate() {
            let count = branch.object.fields.len();
            let fields = self.fields(branch.object.fields);
            let write = self.functions.add(
                "value: Snapshot",
                &format!("  const opened = chosen({}, {number});\n{fields}  close(opened, {count});\n", count + 1),
            );
            let _ = writeln!(body, "  if (value[\"{tag}\"] === \"{}\") return {write}(value);", branch.value);
        }
        let count = union.shared.fields.len() + 1;
        let _ = writeln!(body, "  const opened = open({count});\n  named(value[\"{tag}\"]);");
        body += &self.fields(union.shared.fields);
        let _ = writeln!(body, "  close(opened, {count});");
        self.functions.add("value: unknown", &body)
    }

    /// A snapshot has every required field; an optional one may be missing, and then be inherited.
    fn fields(&mut self, fields: &'static [Field]) -> String {
        let mut out = String::new();
        for (at, field) in fields.iter().enumerate() {
            let name = field.name;
            if field.required {
                let _ = writeln!(out, "  const f{at} = value[\"{name}\"];");
                let _ = writeln!(out, "  {};", self.write(&field.node, &format!("f{at}")));
            } else {
                let _ = writeln!(out, "  const f{at} = own.call(value, \"{name}\") ? value[\"{name}\"] : undefined;");
                let write = self.write(&field.node, &format!("f{at}"));
                let _ = writeln!(out, "  f{at} === undefined ? sound() : {write};");
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use crate::schemas::LIST;
    use crate::shape::{Kind, Node};

    fn has_format_and_length(node: &Node) -> bool {
        match node.kind {
            Kind::Text { format, min_length, max_length } => {
                format.is_some() && (min_length.is_some() || max_length.is_some())
            }
            Kind::List { item, .. } => has_format_and_length(item),
            Kind::Object(object) | Kind::ObjectOrText(object) => {
                object.fields.iter().any(|field| has_format_and_length(&field.node))
            }
            Kind::Union(union) => union
                .branches
                .iter()
                .flat_map(|branch| branch.object.fields)
                .any(|field| has_format_and_length(&field.node)),
            _ => false,
        }
    }

    /// What is written of a URL or UUID says nothing of its length: a schema with both needs a word for that first.
    #[test]
    fn no_string_has_a_format_and_a_length() {
        assert!(!LIST.iter().any(|schema| has_format_and_length(&schema.node)));
    }
}
