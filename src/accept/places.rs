//! Where in a text everything stands that a body is made of: so the body can be cut out of it, and no one parses it again.

use crate::output::Words;

/// Marks the end of a string with escapes.
const ESCAPED: u32 = 1 << 31;

/// Marks the end of a string or value that is not all ASCII.
const FOREIGN: u32 = 1 << 30;

/// Takes words as the acceptor goes through a text, if anybody asked for them. In the order of the text, by kind of value:
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
pub(crate) struct Places<'a, 'w> {
    words: Option<&'a mut Words<'w>>,
}

impl<'a, 'w> Places<'a, 'w> {
    /// For those who ask for a verdict alone.
    pub(crate) const NONE: Self = Self { words: None };

    /// Writes into the words.
    #[cfg(any(target_arch = "wasm32", test))]
    pub(crate) fn to(words: &'a mut Words<'w>) -> Self {
        Self { words: Some(words) }
    }

    /// Writes a word.
    #[inline(always)]
    pub(crate) fn put(&mut self, word: u32) {
        if let Some(words) = &mut self.words {
            words.push(word);
        }
    }

    /// Leaves out a word and gives its place.
    #[inline(always)]
    pub(crate) fn hold(&mut self) -> usize {
        self.put(0);
        self.words.as_ref().map_or(0, |words| words.len() - 1)
    }

    /// Writes a word that was left out.
    #[inline(always)]
    pub(crate) fn fill(&mut self, place: usize, word: u32) {
        if let Some(words) = &mut self.words {
            words.set(place, word);
        }
    }

    /// Writes a value that is not looked into.
    pub(crate) fn json(&mut self, start: usize, value: &[u8]) {
        if self.words.is_some() {
            self.text(start, value.len(), false, value.is_ascii());
        }
    }

    /// Writes a string.
    #[inline(always)]
    pub(crate) fn text(&mut self, start: usize, length: usize, has_escapes: bool, is_ascii: bool) {
        if let Some(words) = &mut self.words {
            words.push(start as u32);
            let escaped = if has_escapes { ESCAPED } else { 0 };
            let foreign = if is_ascii { 0 } else { FOREIGN };
            words.push((start + length) as u32 | escaped | foreign);
        }
    }
}
