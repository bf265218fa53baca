//! A schema of any dialect in one form.

use serde_json::{Map, Value};

use super::References;
use crate::schemas::Schema;

/// Deeper than this, a document refers to itself.
const DEEPEST: usize = 64;

/// Members that say nothing about a value.
const ANNOTATIONS: [&str; 8] =
    ["title", "description", "example", "examples", "$schema", "refIdentifier", "deprecated", "externalDocs"];

/// Brings schemas of one document into canonical form: `properties` and `oneOf` are objects, the latter by what tells
/// the forms apart, and `required` is a list.
pub(super) struct Reader<'d> {
    document: &'d Value,
    /// What the names of our schemas of that service begin with.
    service: &'static str,
    references: References,
    /// The named schemas that were mentioned, with where they are in the document.
    mentioned: Vec<(&'static str, &'d Value)>,
}

impl<'d> Reader<'d> {
    pub(super) fn new(document: &'d Value, service: &'static str, references: References) -> Self {
        Self { document, service, references, mentioned: Vec::new() }
    }

    /// A schema in canonical form.
    pub(super) fn read(&mut self, schema: &'d Value) -> Result<Value, String> {
        let mut out = Map::new();
        self.absorb(schema, &mut out, 0)?;
        Ok(finished(out))
    }

    /// Adds every named schema that was mentioned so far, and those that these mention.
    pub(super) fn read_mentioned(&mut self, out: &mut Map<String, Value>) -> Result<(), String> {
        let mut next = 0;
        while let Some(&(name, schema)) = self.mentioned.get(next) {
            next += 1;
            if !out.contains_key(name) {
                let schema = self.read(schema)?;
                out.insert(name.to_owned(), schema);
            }
        }
        Ok(())
    }

    /// Adds what a schema says to what is known already: members of `allOf` first, its own words last.
    fn absorb(&mut self, schema: &'d Value, out: &mut Map<String, Value>, depth: usize) -> Result<(), String> {
        if depth > DEEPEST {
            return Err("A schema of the document refers to itself.".to_owned());
        }
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            self.refer(reference, out, depth)?;
        }
        for part in list(schema.get("allOf")) {
            self.absorb(part, out, depth + 1)?;
        }
        for form in list(schema.get("oneOf")).iter().chain(list(schema.get("anyOf"))) {
            self.form(form, out, depth)?;
        }
        for (key, value) in schema.as_object().into_iter().flatten() {
            match key.as_str() {
                "$ref" | "allOf" | "oneOf" | "anyOf" => {}
                "properties" => self.properties(value, out, depth)?,
                "items" => {
                    let items = self.inner(value, depth)?;
                    out.insert("items".into(), items);
                }
                _ => keyword(key, value, out),
            }
        }
        let promises_null = schema.get("description").and_then(Value::as_str).is_some_and(|d| d.contains("`null`"));
        if promises_null && !out.contains_key("nullable") {
            out.insert("null in prose only".into(), true.into());
        }
        Ok(())
    }

    fn inner(&mut self, schema: &'d Value, depth: usize) -> Result<Value, String> {
        let mut out = Map::new();
        self.absorb(schema, &mut out, depth + 1)?;
        Ok(finished(out))
    }

    fn refer(&mut self, reference: &str, out: &mut Map<String, Value>, depth: usize) -> Result<(), String> {
        let target = reference.strip_prefix('#').and_then(|pointer| self.document.pointer(pointer));
        let target = target.ok_or_else(|| format!("The document has no `{reference}`."))?;
        let component = reference.rsplit('/').next().unwrap_or_default();
        if let Some(schema) = Schema::named(&format!("{}.{component}", self.service)) {
            self.mentioned.push((schema.name, target));
            if self.references == References::Name {
                out.insert("schema".into(), schema.name.into());
                return Ok(());
            }
        }
        self.absorb(target, out, depth + 1)
    }

    fn properties(&mut self, value: &'d Value, out: &mut Map<String, Value>, depth: usize) -> Result<(), String> {
        let mut properties = taken(out, "properties");
        for (name, schema) in value.as_object().into_iter().flatten() {
            let schema = self.inner(schema, depth)?;
            properties.insert(name.clone(), schema);
        }
        out.insert("properties".into(), properties.into());
        Ok(())
    }

    /// One of several forms, called by the value of its tag or by its type. `null` is no form but a permission.
    fn form(&mut self, form: &'d Value, out: &mut Map<String, Value>, depth: usize) -> Result<(), String> {
        let schema = self.inner(form, depth)?;
        if schema.get("type").is_some_and(|kind| kind == "null") {
            out.insert("nullable".into(), true.into());
            return Ok(());
        }
        let mut forms = taken(out, "oneOf");
        forms.insert(name_of(&schema, forms.len()), schema);
        out.insert("oneOf".into(), forms.into());
        Ok(())
    }
}

fn keyword(key: &str, value: &Value, out: &mut Map<String, Value>) {
    match key {
        "type" | "enum" => {
            let is_null = |item: &&Value| item.is_null() || (key == "type" && *item == "null");
            if list(Some(value)).iter().any(|item| is_null(&item)) {
                out.insert("nullable".into(), true.into());
            }
            let rest: Vec<Value> = list(Some(value)).iter().filter(|item| !is_null(item)).cloned().collect();
            let value = match (key, rest.as_slice()) {
                (_, []) => value.clone(),
                ("type", [only]) => only.clone(),
                _ => rest.into(),
            };
            out.insert(key.to_owned(), value);
        }
        "required" | "requiredProperties" => {
            let mut required = out.remove("required").and_then(|r| r.as_array().cloned()).unwrap_or_default();
            // A request body, which Zapier prints like a schema, says only whether it is required itself.
            required.extend(list(Some(value)).iter().cloned());
            out.insert("required".into(), required.into());
        }
        "const" => {
            out.insert("enum".into(), Value::from(vec![value.clone()]));
        }
        "additionalProperties" if value == true || value.as_object().is_some_and(Map::is_empty) => {}
        "nullable" if value == false => {}
        _ if ANNOTATIONS.contains(&key) || key.starts_with("x-") => {}
        _ => {
            out.insert(key.to_owned(), value.clone());
        }
    }
}

/// A choice of one is no choice, and an empty list of required fields says nothing.
fn finished(mut out: Map<String, Value>) -> Value {
    if out.get("required").is_some_and(|required| list(Some(required)).is_empty()) {
        out.remove("required");
    }
    let forms = taken(&mut out, "oneOf");
    if forms.len() > 1 {
        out.insert("oneOf".into(), forms.into());
    } else {
        out.extend(forms.into_iter().filter_map(|(_, only)| only.as_object().cloned()).flatten());
    }
    out.into()
}

fn name_of(schema: &Value, position: usize) -> String {
    let properties = schema.get("properties").and_then(Value::as_object);
    let tag = properties.into_iter().flatten().find_map(|(_, property)| match list(property.get("enum")) {
        [Value::String(only)] => Some(only.clone()),
        _ => None,
    });
    let kind = || schema.get("schema").or(schema.get("type")).and_then(Value::as_str).map(str::to_owned);
    tag.or_else(kind).unwrap_or_else(|| position.to_string())
}

fn taken(out: &mut Map<String, Value>, key: &str) -> Map<String, Value> {
    match out.remove(key) {
        Some(Value::Object(members)) => members,
        _ => Map::new(),
    }
}

fn list(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map_or(&[], Vec::as_slice)
}
