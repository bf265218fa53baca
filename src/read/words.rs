//! A JavaScript value as the package's reader hands it over: one crossing for the whole value.
//!
//! The reader walks the value along the definition and writes 32-bit words in pre-order: a kind, then what the kind
//! needs. Its strings come as one text, joined with NUL, so that halves of surrogate pairs of
//! neighbouring strings never meet. A lone surrogate arrives as U+FFFD: one code point either way, and the reader
//! keeps the original for `data`.

use crate::tape::{Node, Tag, Tape};

/// The most values in a row that are read as sound: as many as the package reads elements of a list.
const MOST_SOUND: u32 = 1 << 22;

/// Reads the words that [`check_words`](crate::schemas::Schema::check_words) lists; one that is none of them ends the value.
pub(crate) fn read<'a>(words: &[u32], text: &'a str) -> Tape<'a> {
    Room { nodes: Vec::with_capacity(words.len()), open: Vec::new() }.read(words, text)
}

/// Room that one reading leaves for the next.
#[derive(Debug, Default)]
pub(crate) struct Room {
    /// The nodes of a tape that is no longer needed; they are the next one's.
    pub(crate) nodes: Vec<Node>,
    open: Vec<Open>,
}

/// A list, record or free-form object that waits for values: its node, and how many are to come.
type Open = (usize, u32);

impl Room {
    /// Without room.
    #[cfg(target_arch = "wasm32")]
    pub(crate) const fn new() -> Self {
        Self { nodes: Vec::new(), open: Vec::new() }
    }

    /// Reads words as [`read`] does.
    pub(crate) fn read<'a>(&mut self, words: &[u32], text: &'a str) -> Tape<'a> {
        let mut nodes = core::mem::take(&mut self.nodes);
        nodes.clear();
        let mut reader = Reader { words: words.iter(), strings: Strings { text, at: 0 }, nodes, open: &mut self.open };
        while reader.value() {}
        reader.finish();
        Tape { nodes: reader.nodes, source: text, unescaped: String::new(), has_offsets: false }
    }
}

struct Reader<'w, 'a> {
    words: core::slice::Iter<'w, u32>,
    strings: Strings<'a>,
    nodes: Vec<Node>,
    /// Emptied by the end.
    open: &'w mut Vec<Open>,
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
            15 => return self.sound(),
            16 => (Tag::Counted, self.word(), 0),
            17 => (Tag::Chosen, self.word(), 0),
            _ => return false,
        };
        let index = self.nodes.len();
        self.nodes.push(Node { tag, offset: 0, a, b, end: index as u32 + 1 });
        if matches!(tag, Tag::List | Tag::Record | Tag::Object) && a > 0 {
            self.open.push((index, a));
        } else {
            self.close(1);
        }
        true
    }

    /// So many values that are right where they stand; no more than the innermost container waits for.
    fn sound(&mut self) -> bool {
        let wanted = self.open.last().map_or(1, |&(_, left)| left);
        let count = self.word().min(wanted).min(MOST_SOUND);
        for _ in 0..count {
            let end = self.nodes.len() as u32 + 1;
            self.nodes.push(Node { tag: Tag::Sound, offset: 0, a: 0, b: 0, end });
        }
        self.close(count);
        count > 0
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

    /// Counts finished values at their parent, and finishes every parent that they complete.
    fn close(&mut self, mut count: u32) {
        while let Some((index, left)) = self.open.last_mut() {
            *left -= count;
            if *left > 0 {
                return;
            }
            count = 1;
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
