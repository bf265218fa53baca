//! Texts that rules make on their way. They live until all advice is made, so rules hand on plain `&str`s, and there is
//! no code in a hundred places that drops them one by one.

use std::cell::{Cell, OnceCell};

use crate::strings::{before, from};

/// Enough for sixteen million texts.
const CHUNKS: usize = 24;

/// A place for texts, which stay where they are: each chunk has twice the slots of the one before.
#[derive(Debug)]
pub struct Texts {
    count: Cell<usize>,
    chunks: [OnceCell<Vec<OnceCell<String>>>; CHUNKS],
}

impl Default for Texts {
    /// Compiled once: it is large to fill in.
    #[inline(never)]
    fn default() -> Self {
        Self { count: Cell::default(), chunks: [const { OnceCell::new() }; CHUNKS] }
    }
}

impl Texts {
    /// Keeps a text.
    #[inline(never)]
    pub(crate) fn keep(&self, text: String) -> &str {
        let number = self.count.get() + 1;
        self.count.set(number);
        let size = 1_usize << number.ilog2();
        let chunk = self.chunks.get(number.ilog2() as usize);
        let slots = chunk.map(|chunk| chunk.get_or_init(|| new_chunk(size)));
        slots.and_then(|slots| slots.get(number - size)).map_or("", |slot| slot.get_or_init(|| text))
    }

    /// The two together.
    #[inline(never)]
    pub(crate) fn joined(&self, start: &str, end: &str) -> &str {
        self.keep(joined(start, end))
    }

    /// In lower case, as far as ASCII goes.
    #[inline(never)]
    pub(crate) fn lower(&self, text: &str) -> &str {
        self.keep(text.to_ascii_lowercase())
    }

    /// With each of these ASCII characters replaced by the other text.
    #[inline(never)]
    pub(crate) fn replaced(&self, text: &str, characters: &[u8], by: &str) -> &str {
        self.keep(replaced(text, characters, by))
    }
}

/// The text with each of these ASCII characters replaced by the other text.
#[inline(never)]
pub fn replaced(text: &str, characters: &[u8], by: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    loop {
        let part = before(rest, characters);
        out.push_str(part);
        if part.len() == rest.len() {
            return out;
        }
        out.push_str(by);
        rest = from(rest, part.len() + 1);
    }
}

fn new_chunk(size: usize) -> Vec<OnceCell<String>> {
    let mut chunk = Vec::new();
    chunk.resize_with(size, OnceCell::new);
    chunk
}

/// The two together.
#[inline(never)]
pub(crate) fn joined(start: &str, end: &str) -> String {
    let mut out = start.to_owned();
    out.push_str(end);
    out
}

#[cfg(test)]
mod tests {
    use super::Texts;

    #[test]
    fn texts_stay() {
        let texts = Texts::default();
        let kept: Vec<_> = (0..100).map(|number: usize| texts.keep(number.to_string())).collect();
        assert!(kept.iter().enumerate().all(|(number, text)| *text == number.to_string()));
        assert_eq!(texts.joined("a", "b"), "ab");
        assert_eq!(texts.lower("Aé"), "aé");
        assert_eq!(texts.replaced("a-b_é", b"-_", ""), "abé");
    }
}
