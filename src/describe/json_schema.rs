//! JSON Schema.
//!
//! `pkg/src/json-schema.ts` makes the same at run time from the definition, which is in the package anyway, so that
//! `~standard.jsonSchema` costs no bytes of data; a test of the package compares the two. Bodies are written out where
//! they are used: none refers to itself, and a schema without `$ref` needs no place for its definitions, which is
//! another one in each target.

use serde_json::{Map, Value, json};

use super::{doc, format_name, literal, plain};
use crate::locale::Locale;
use crate::schemas::{LIST, Schema};
use crate::shape::{Field, Kind, Node, Object, Options, Union};

/// A dialect of JSON Schema, by the names that Standard JSON Schema gives them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// JSON Schema, draft 2020-12; OpenAPI 3.1 embeds it.
    Draft202012,
    /// JSON Schema, draft 7.
    Draft07,
    /// The schema object of OpenAPI 3.0.
    OpenApi30,
}

impl Target {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Draft202012, Self::Draft07, Self::OpenApi30];

    /// Its name, such as `draft-2020-12`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft202012 => "draft-2020-12",
            Self::Draft07 => "draft-07",
            Self::OpenApi30 => "openapi-3.0",
        }
    }

    /// What `$schema` says of it; OpenAPI 3.0 has no such keyword.
    fn dialect(self) -> Option<&'static str> {
        match self {
            Self::Draft202012 => Some("https://json-schema.org/draft/2020-12/schema"),
            Self::Draft07 => Some("http://json-schema.org/draft-07/schema#"),
            Self::OpenApi30 => None,
        }
    }
}

/// The JSON Schema of a body. What goes in and what comes out have the same one: a body is not converted.
///
/// `format: uri` stands for a WHATWG URL, and lengths are in code points, as JSON Schema counts.
pub fn json_schema(schema: &Schema, target: Target) -> Value {
    let mut out = Map::new();
    if let Some(dialect) = target.dialect() {
        out.insert("$schema".into(), dialect.into());
    }
    out.insert("title".into(), schema.type_name.into());
    out.insert("description".into(), plain(doc(&schema.node)).into());
    out.extend(node(&schema.node, target));
    out.into()
}

/// The JSON Schemas of all bodies for all targets as files, `<target>/<schema>.json` and the text.
pub fn json_schema_files() -> impl Iterator<Item = (String, String)> {
    let all = Target::ALL.into_iter().flat_map(|target| LIST.iter().map(move |schema| (target, schema)));
    all.map(|(target, schema)| {
        let text = format!("{:#}\n", json_schema(schema, target));
        (format!("{}/{}.json", target.name(), schema.name), text)
    })
}

fn node(described: &Node, target: Target) -> Map<String, Value> {
    let mut out = match described.kind {
        Kind::Text { format, min_length, max_length } => members([
            ("type", "string".into()),
            ("format", format.map(format_name).into()),
            ("minLength", min_length.into()),
            ("maxLength", max_length.into()),
        ]),
        Kind::Options(Options { values, .. }) => members([("type", "string".into()), ("enum", (*values).into())]),
        Kind::Boolean => members([("type", "boolean".into())]),
        Kind::Integer { minimum } => members([("type", "integer".into()), ("minimum", minimum.into())]),
        // Repeated elements are accepted, and dropped: `uniqueItems` would refuse them.
        Kind::List { item, min_items, .. } => {
            members([("type", "array".into()), ("items", node(item, target).into()), ("minItems", min_items.into())])
        }
        Kind::FreeForm => members([("type", "object".into()), ("additionalProperties", json!({}))]),
        Kind::Any => Map::new(),
        Kind::Object(body) => object(body, None, target),
        Kind::Union(union) => {
            let branches = union.branches.iter().map(|branch| {
                let tag = tag(union, branch.value, target);
                let mut out = members([("title", branch.label.en.into())]);
                out.extend(object(branch.object, Some((union.tag, tag)), target));
                Value::from(out)
            });
            members([("oneOf", branches.collect())])
        }
        Kind::ObjectOrText(body) => members([("oneOf", json!([object(body, None, target), { "type": "string" }]))]),
    };
    if described.nullable {
        allow_null(&mut out, target);
    }
    out
}

fn object(body: &Object, tag: Option<(&str, Value)>, target: Target) -> Map<String, Value> {
    let tag_name = tag.as_ref().map(|(name, _)| Value::from(*name));
    let mut properties: Map<String, Value> = tag.into_iter().map(|(name, schema)| (name.to_owned(), schema)).collect();
    properties.extend(body.fields.iter().map(|f| (f.name.to_owned(), field(f, target))));
    let required: Vec<Value> =
        tag_name.into_iter().chain(body.fields.iter().filter(|f| f.required).map(|f| f.name.into())).collect();
    members([
        ("type", "object".into()),
        ("properties", properties.into()),
        ("required", if required.is_empty() { Value::Null } else { required.into() }),
    ])
}

fn field(field: &Field, target: Target) -> Value {
    let mut out = members([
        ("title", plain(field.label.of(Locale::En)).into()),
        ("description", plain(field.help.en).into()),
        ("default", field.default.map(literal).into()),
        ("readOnly", field.read_only.then_some(true).into()),
    ]);
    out.extend(node(&field.node, target));
    out.into()
}

fn tag(union: &Union, value: &str, target: Target) -> Value {
    let mut out = members([
        ("title", plain(union.label.of(Locale::En)).into()),
        ("description", plain(union.help.en).into()),
        ("type", "string".into()),
    ]);
    let (keyword, value) = if target == Target::OpenApi30 { ("enum", json!([value])) } else { ("const", value.into()) };
    out.insert(keyword.into(), value);
    out.into()
}

/// Allows `null` too, as the target spells it. Only what has one `type` and no list of values can be `null`.
fn allow_null(schema: &mut Map<String, Value>, target: Target) {
    if target == Target::OpenApi30 {
        schema.insert("nullable".into(), true.into());
    } else if let Some(kind) = schema.get_mut("type") {
        *kind = json!([kind.take(), "null"]);
    }
}

/// An object of the members that are there.
fn members<const N: usize>(all: [(&str, Value); N]) -> Map<String, Value> {
    all.into_iter().filter(|(_, value)| !value.is_null()).map(|(key, value)| (key.to_owned(), value)).collect()
}
