//! Writes a JSON value as words, as the package's reader does for a JavaScript value.

use prevet::shape::{Kind, Node, Object};
use serde_json::Value;

/// The words and the joined strings of a value along its description.
#[allow(dead_code, reason = "not every test file checks words")]
pub(crate) fn write(node: &Node, value: &Value) -> (Vec<u32>, String) {
    Writer::default().write(node, value)
}

/// The same with free-form objects walked, as the reader does for advice.
#[allow(dead_code, reason = "not every test file asks for advice")]
pub(crate) fn write_walking_free_form(node: &Node, value: &Value) -> (Vec<u32>, String) {
    Writer { walks_free_form: true, ..Writer::default() }.write(node, value)
}

#[derive(Default)]
struct Writer {
    words: Vec<u32>,
    strings: Vec<String>,
    walks_free_form: bool,
}

impl Writer {
    fn write(mut self, node: &Node, value: &Value) -> (Vec<u32>, String) {
        self.value(Some(node), Some(value));
        (self.words, self.strings.join("\0"))
    }

    /// `node` is what the value is walked along; nothing where it is not walked.
    fn value(&mut self, node: Option<&Node>, value: Option<&Value>) {
        let kind = node.map(|node| node.kind);
        match (value, kind) {
            (None, _) => self.words.push(0),
            (Some(Value::Null), _) => self.words.push(1),
            (Some(Value::Bool(value)), _) => self.words.push(2 + u32::from(*value)),
            (Some(Value::Number(number)), _) => {
                let bits = number.as_f64().unwrap().to_bits();
                self.words.extend([4, bits as u32, (bits >> 32) as u32]);
            }
            (Some(Value::String(text)), _) => {
                self.words.extend([5, text.encode_utf16().count() as u32]);
                self.strings.push(text.clone());
            }
            (Some(Value::Array(items)), Some(Kind::List { item, .. })) => {
                self.words.extend([6, items.len() as u32]);
                items.iter().for_each(|value| self.value(Some(item), Some(value)));
            }
            (Some(Value::Array(_)), _) => self.words.push(13),
            (Some(Value::Object(map)), Some(Kind::Object(object) | Kind::ObjectOrText(object))) => {
                self.words.extend([7, object.fields.len() as u32]);
                self.fields(object, map, true);
            }
            (Some(Value::Object(map)), Some(Kind::Union(union))) => {
                let tag = map.get(union.tag);
                let chosen = union.branches.iter().find(|branch| tag.and_then(Value::as_str) == Some(branch.value));
                let object = chosen.or(union.branches.first()).unwrap().object;
                self.words.extend([7, object.fields.len() as u32 + 1]);
                self.value(None, tag);
                self.fields(object, map, chosen.is_some());
            }
            (Some(Value::Object(map)), Some(Kind::FreeForm)) if self.walks_free_form => {
                self.words.extend([14, map.len() as u32]);
                for (key, value) in map {
                    self.words.push(key.encode_utf16().count() as u32);
                    self.strings.push(key.clone());
                    self.value(None, Some(value));
                }
            }
            (Some(Value::Object(_)), _) => self.words.push(8),
        }
    }

    fn fields(&mut self, object: &Object, map: &serde_json::Map<String, Value>, walk: bool) {
        for field in object.fields {
            let node = (walk || !matches!(field.node.kind, Kind::Object(_))).then_some(&field.node);
            self.value(node, map.get(field.name));
        }
    }
}
