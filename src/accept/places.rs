//! Where in a text everything stands that a body is made of: so the body can be cut out of it, and no one parses it again.

#[cfg(target_arch = "wasm32")]
use crate::record::Words;

/// Marks the end of a string with escapes.
const ESCAPED: u32 = 1 << 31;

/// Marks the end of a string or value that is not all ASCII.
const FOREIGN: u32 = 1 << 30;

/// Takes words as the acceptor goes through a text. In the order of the text, by kind of value:
///
/// - a string that is no option: its first byte, and the byte behind it with marks;
/// - an option: its position; a boolean: 0 or 1; an integer: itself;
/// - a free-form map and what may be anything: like a string, as JSON;
/// - a list: how many elements follow;
/// - an object: how many fields follow, each with its position in front; of a union the branch's number before;
/// - an object or string: 0 and the string, or 1 and the object;
/// - what may be null: 0 for null, or 1 and the value.
///
/// Bytes are counted from 0, below 2^30.
pub(crate) trait Places {
    /// Writes a word.
    fn put(&mut self, word: u32);
    /// Leaves out a word and gives its place.
    fn hold(&mut self) -> usize;
    /// Writes a word that was left out.
    fn fill(&mut self, place: usize, word: u32);
    /// Writes a value that is not looked into.
    fn json(&mut self, start: usize, value: &[u8]);

    /// Writes a string.
    #[inline(always)]
    fn text(&mut self, start: usize, length: usize, has_escapes: bool, is_ascii: bool) {
        self.put(start as u32);
        let escaped = if has_escapes { ESCAPED } else { 0 };
        let foreign = if is_ascii { 0 } else { FOREIGN };
        self.put((start + length) as u32 | escaped | foreign);
    }
}

/// For those who ask for a verdict alone.
impl Places for () {
    fn put(&mut self, _: u32) {}

    fn hold(&mut self) -> usize {
        0
    }

    fn fill(&mut self, _: usize, _: u32) {}

    fn json(&mut self, _: usize, _: &[u8]) {}
}

#[cfg(target_arch = "wasm32")]
impl Places for Words<'_> {
    fn put(&mut self, word: u32) {
        self.push(word);
    }

    fn hold(&mut self) -> usize {
        self.push(0);
        self.len() - 1
    }

    fn fill(&mut self, place: usize, word: u32) {
        self.set(place, word);
    }

    fn json(&mut self, start: usize, value: &[u8]) {
        self.text(start, value.len(), false, value.is_ascii());
    }
}
