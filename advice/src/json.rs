//! Writing JSON text, in few bytes.

use crate::strings::{hex_digit, push_integer};

/// A JSON text in the making. Commas come by themselves; brackets are the caller's.
#[derive(Debug, Default)]
pub struct Json {
    text: String,
}

impl Json {
    /// The text.
    pub fn into_text(self) -> String {
        self.text
    }

    /// Opens an object or a list, after the comma that it needs.
    #[inline(never)]
    pub fn open(&mut self, bracket: char) {
        self.comma();
        self.text.push(bracket);
    }

    /// The comma that a value needs behind another.
    #[inline(never)]
    fn comma(&mut self) {
        if !matches!(self.text.as_bytes().last(), None | Some(b'[' | b'{' | b':')) {
            self.text.push(',');
        }
    }

    /// Closes an object or a list.
    #[inline(never)]
    pub fn close(&mut self, bracket: char) {
        self.text.push(bracket);
    }

    /// A key; its value has to follow.
    #[inline(never)]
    pub fn key(&mut self, name: &str) {
        self.string(name);
        self.text.push(':');
    }

    /// A string.
    #[inline(never)]
    pub fn string(&mut self, value: &str) {
        self.open('"');
        for c in value.chars() {
            if matches!(c, '"' | '\\') {
                self.text.push('\\');
            }
            if c < ' ' {
                self.text.push_str("\\u00");
                self.text.push(hex_digit(u32::from(c) >> 4));
                self.text.push(hex_digit(u32::from(c)));
            } else {
                self.text.push(c);
            }
        }
        self.text.push('"');
    }

    /// A whole number.
    #[inline(never)]
    pub fn number(&mut self, value: i64) {
        self.comma();
        push_integer(&mut self.text, value);
    }

    /// A string under a key.
    #[inline(never)]
    pub fn member(&mut self, name: &str, value: &str) {
        self.key(name);
        self.string(value);
    }

    /// `null` under a key.
    pub fn null(&mut self, name: &str) {
        self.key(name);
        self.text.push_str("null");
    }

    /// A string under a key, if there is one.
    #[inline(never)]
    pub fn optional(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.member(name, value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Json;

    #[test]
    fn a_text_reads_back() {
        let mut json = Json::default();
        json.open('{');
        json.member("a\"", "x\\\"\n\u{1f}é\u{2028}");
        json.optional("b", None);
        json.key("c");
        json.open('[');
        json.number(0);
        json.number(120);
        json.open('{');
        json.close('}');
        json.string("");
        json.close(']');
        json.close('}');
        let text = json.into_text();
        let expected = serde_json::json!({"a\"": "x\\\"\n\u{1f}é\u{2028}", "c": [0, 120, {}, ""]});
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), expected, "{text}");
    }
}
