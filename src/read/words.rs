//! A JavaScript value as the package's reader hands it over: one crossing for the whole value.
//!
//! The reader walks the value along the definition and writes 32-bit words in pre-order: a kind, then what the kind
//! needs. Its strings come as one text, joined with NUL, so that halves of surrogate pairs of
//! neighbouring strings never meet. A lone surrogate arrives as U+FFFD: one code point either way, and the reader
//! keeps the original for `data`.

use crate::tape::{Node, Tag, Tape};

/// Reads the words that [`check_words`](crate::schemas::Schema::check_words) lists; one that is none of them ends the value.
pub(crate) fn read<'a>(words: &[u32], text: &'a str) -> Tape<'a> {
    let mut reader = Reader {
        words: words.iter(),
        strings: Strings { text, at: 0 },
        nodes: Vec::with_capacity(words.len()),
        open: Vec::new(),
    };
    while reader.value() {}
    reader.finish();
    Tape { nodes: reader.nodes, source: text, unescaped: String::new(), has_offsets: false }
}

struct Reader<'w, 'a> {
    words: core::slice::Iter<'w, u32>,
    strings: Strings<'a>,
    nodes: Vec<Node>,
    /// Lists, records and free-form objects that wait for values: their node, and how many are to come.
    open: Vec<(usize, u32)>,
}

impl Reader<'_, '_> {
    /// Reads one value, and before it its key where a free-form object is open; false when there is none left.
    fn value(&mut self) -> bool {
        if self.in_free_form() && !self.words.as_slice().is_empty() {
            self.key();
        }
        let Some(word) = self.words.next().copied() else { return false };
        let (tag, a, b) = match word {
            0 => (Tag::Absent, 0, 0),
            1 => (Tag::Null, 0, 0),
            2 => (Tag::False, 0, 0),
            3 => (Tag::True, 0, 0),
            4 => (Tag::Number, self.word(), self.word()),
            5 => {
                let units = self.word();
                let (start, end) = self.strings.next(units as usize);
                (Tag::Text, start, end)
            }
            6 => (Tag::List, self.word(), 0),
            7 => (Tag::Record, self.word(), 0),
            8 => (Tag::OpaqueObject, 0, 0),
            9 => (Tag::BigInt, 0, 0),
            10 => (Tag::Symbol, 0, 0),
            11 => (Tag::Function, 0, 0),
            12 => (Tag::Unreadable, 0, 0),
            13 => (Tag::OpaqueArray, 0, 0),
            14 => (Tag::Object, self.word(), 0),
            15 => (Tag::Sound, 0, 0),
            16 => (Tag::Counted, self.word(), 0),
            _ => return false,
        };
        let index = self.nodes.len();
        self.nodes.push(Node { tag, offset: 0, a, b, end: index as u32 + 1 });
        if matches!(tag, Tag::List | Tag::Record | Tag::Object) && a > 0 {
            self.open.push((index, a));
        } else {
            self.close();
        }
        true
    }

    fn in_free_form(&self) -> bool {
        let innermost = self.open.last().and_then(|&(index, _)| self.nodes.get(index));
        innermost.is_some_and(|node| node.tag == Tag::Object)
    }

    /// A key stands without a kind: it is always a string.
    fn key(&mut self) {
        let units = self.word();
        let (a, b) = self.strings.next(units as usize);
        self.nodes.push(Node { tag: Tag::Text, offset: 0, a, b, end: self.nodes.len() as u32 + 1 });
    }

    /// Words that end early leave containers that promised more: they hold what came.
    fn finish(&mut self) {
        let end = self.nodes.len() as u32;
        for (index, left) in self.open.drain(..) {
            if let Some(node) = self.nodes.get_mut(index) {
                node.end = end;
                node.a -= left;
            }
        }
    }

    fn word(&mut self) -> u32 {
        self.words.next().copied().unwrap_or_default()
    }

    /// Counts a finished value at its parent, and finishes every parent that it completes.
    fn close(&mut self) {
        while let Some((index, left)) = self.open.last_mut() {
            *left -= 1;
            if *left > 0 {
                return;
            }
            let end = self.nodes.len() as u32;
            if let Some(node) = self.nodes.get_mut(*index) {
                node.end = end;
            }
            self.open.pop();
        }
    }
}

/// Cuts the joined text into strings again.
struct Strings<'a> {
    text: &'a str,
    at: usize,
}

impl Strings<'_> {
    /// The byte range of the next string, which is `units` UTF-16 units long.
    fn next(&mut self, units: usize) -> (u32, u32) {
        let start = self.at;
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let length = match rest.get(..units) {
            Some(bytes) if bytes.is_ascii() => units,
            _ => self.text.get(start..).map_or(0, |rest| bytes_of_units(rest, units)),
        };
        self.at = start + length + 1;
        (start as u32, (start + length) as u32)
    }
}

fn bytes_of_units(text: &str, units: usize) -> usize {
    let mut left = units;
    let mut bytes = 0;
    for character in text.chars() {
        if left == 0 {
            break;
        }
        left = left.saturating_sub(character.len_utf16());
        bytes += character.len_utf8();
    }
    bytes
}
