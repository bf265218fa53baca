//! The definition as JSON.

use serde_json::{Map, Value, json};

use super::{doc, format_name, literal, plain};
use crate::locale::Locale;
use crate::schemas::{LIST, Schema};
use crate::shape::{Branch, Field, Kind, Label, Node, Text};

/// The schemas that forms fill in as one JSON array, in the order of [`LIST`]: `type`, `doc`, `node`. A node has a
/// `kind` (`text`, `enum`, `boolean`, `integer`, `list`, `map`, `any`, `object`, `union`, `either`), `nullable` where
/// `null` is allowed, and what goes with the kind; lengths are in Unicode code points. Texts are plain.
pub fn requests_json() -> String {
    schemas(true).to_string()
}

/// All other schemas in the same form. They have much in common: a list of `fields` that has ended before is not repeated;
/// its number stands there, by the order in which such lists end.
pub fn others_json() -> String {
    shared(schemas(false), &mut Vec::new()).to_string()
}

fn schemas(form: bool) -> Value {
    LIST.iter().filter(|schema| schema.form.is_some() == form).map(schema).collect()
}

fn shared(value: Value, lists: &mut Vec<Value>) -> Value {
    match value {
        Value::Array(elements) => elements.into_iter().map(|element| shared(element, lists)).collect(),
        Value::Object(members) => {
            let mut out = Map::new();
            for (key, member) in members {
                let member = shared(member, lists);
                let member = if key == "fields" { once(member, lists) } else { member };
                out.insert(key, member);
            }
            out.into()
        }
        other => other,
    }
}

fn once(list: Value, lists: &mut Vec<Value>) -> Value {
    if let Some(at) = lists.iter().position(|known| *known == list) {
        return at.into();
    }
    lists.push(list.clone());
    list
}

fn schema(schema: &Schema) -> Value {
    json!({
        "type": schema.type_name, "doc": plain(doc(&schema.node)), "node": node(&schema.node),
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
    let optional: [(&str, Value); 8] = [
        ("secret", field.secret.then_some(true).into()),
        ("multiline", field.multiline.then_some(true).into()),
        ("trimmed", field.trimmed.then_some(true).into()),
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
