//! The definition as JSON.

use serde_json::{Map, Value, json};

use super::{doc, format_name, literal, plain};
use crate::locale::Locale;
use crate::schemas::{LIST, Schema};
use crate::shape::{Branch, Field, Kind, Label, Node, Text};

/// All schemas as one JSON array, in the order of [`LIST`]: `name`, `type`, `request`, `doc`, `node`. A node has a
/// `kind` (`text`, `enum`, `boolean`, `integer`, `list`, `map`, `any`, `object`, `union`, `either`), `nullable` where
/// `null` is allowed, and what goes with the kind; lengths are in Unicode code points. Texts are plain.
pub fn definition_json() -> String {
    Value::from_iter(LIST.iter().map(schema)).to_string()
}

fn schema(schema: &Schema) -> Value {
    json!({
        "name": schema.name, "type": schema.type_name, "request": schema.form.is_some(),
        "doc": plain(doc(&schema.node)), "node": node(&schema.node),
    })
}

fn node(described: &Node) -> Value {
    let mut out = Map::new();
    let mut put = |key: &str, value: Value| {
        if !value.is_null() {
            out.insert(key.to_owned(), value);
        }
    };
    match described.kind {
        Kind::Text { format, min_length, max_length } => {
            put("kind", "text".into());
            put("format", format.map(format_name).into());
            put("minLength", min_length.into());
            put("maxLength", max_length.into());
        }
        Kind::Options(options) => {
            put("kind", "enum".into());
            put("options", options.values.into());
            if !options.labels.is_empty() {
                put("labels", options.labels.iter().copied().map(text).collect());
            }
        }
        Kind::Boolean => put("kind", "boolean".into()),
        Kind::Integer { minimum } => {
            put("kind", "integer".into());
            put("minimum", minimum.into());
        }
        Kind::List { item, min_items, unique } => {
            put("kind", "list".into());
            put("item", node(item));
            put("minItems", min_items.into());
            put("unique", unique.then_some(true).into());
        }
        Kind::FreeForm => put("kind", "map".into()),
        Kind::Any => put("kind", "any".into()),
        Kind::Object(object) => {
            put("kind", "object".into());
            put("fields", object.fields.iter().map(field).collect());
        }
        Kind::Union(union) => {
            put("kind", "union".into());
            put("tag", union.tag.into());
            put("tagLabel", label(union.label));
            put("tagHelp", text(union.help));
            put("branches", union.branches.iter().map(branch).collect());
        }
        Kind::ObjectOrText(object) => {
            put("kind", "either".into());
            put("object", node(&Node::object(object)));
        }
    }
    put("nullable", described.nullable.then_some(true).into());
    out.into()
}

fn branch(branch: &Branch) -> Value {
    let fields: Value = branch.object.fields.iter().map(field).collect();
    json!({ "value": branch.value, "label": text(branch.label), "fields": fields })
}

fn field(field: &Field) -> Value {
    let mut out = json!({
        "name": field.name, "required": field.required, "label": label(field.label), "help": text(field.help),
        "node": node(&field.node),
    });
    let optional: [(&str, Value); 7] = [
        ("secret", field.secret.then_some(true).into()),
        ("multiline", field.multiline.then_some(true).into()),
        ("item", field.item.map(label).into()),
        ("autocomplete", field.autocomplete.into()),
        ("example", field.example.into()),
        ("default", field.default.map(literal).into()),
        ("readOnly", field.read_only.then_some(true).into()),
    ];
    if let Some(members) = out.as_object_mut() {
        members.extend(optional.into_iter().filter(|(_, value)| !value.is_null()).map(|(k, v)| (k.to_owned(), v)));
    }
    out
}

fn label(label: Label) -> Value {
    text(Text { en: label.of(Locale::En), zh: label.of(Locale::Zh) })
}

pub(super) fn text(text: Text) -> Value {
    json!({ "en": plain(text.en), "zh": plain(text.zh) })
}
