//! Writes a JSON value as words, as the package's reader does for a JavaScript value.

use prevet::shape::{Kind, Node, Object};
use serde_json::Value;

/// The words and the joined strings of a value along its description.
pub(crate) fn write(node: &Node, value: &Value) -> (Vec<u32>, String) {
    let mut out = Writer { words: Vec::new(), strings: Vec::new() };
    out.value(Some(node), Some(value));
    (out.words, out.strings.join("\0"))
}

struct Writer {
    words: Vec<u32>,
    strings: Vec<String>,
}

impl Writer {
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
