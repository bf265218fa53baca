//! Byte offsets as lines and columns.

use crate::issue::Position;
use crate::read::plain;

/// So many bytes are read again at the most.
const STEP: usize = 512;

const START: Position = Position { offset: 0, line: 1, column: 1 };

/// Turns offsets into positions in one pass over the text, for offsets that are asked for in any order.
pub(crate) struct Positions<'a> {
    bytes: &'a [u8],
    last: Position,
    /// The positions of all multiples of [`STEP`] so far, but for 0.
    marks: Vec<Position>,
}

impl<'a> Positions<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, last: START, marks: Vec::new() }
    }

    /// The position of a byte; bytes that are not UTF-8 count a column each where a character would start.
    pub(crate) fn of(&mut self, offset: usize) -> Position {
        let marks = self.marks.get(..offset / STEP).unwrap_or(&self.marks);
        let mark = marks.last().copied().unwrap_or(START);
        if !(mark.offset..=offset).contains(&self.last.offset) {
            self.last = mark;
        }
        for mark in self.marks.len() + 1..=offset / STEP {
            self.advance(mark * STEP);
            self.marks.push(self.last);
        }
        self.advance(offset);
        self.last
    }

    #[inline(never)]
    fn advance(&mut self, offset: usize) {
        let Position { offset: from, line, column } = &mut self.last;
        let bytes = self.bytes.get(*from..offset).unwrap_or_default();
        for chunk in bytes.chunks(8) {
            if chunk.first_chunk().is_some_and(|&chunk| plain::is_one_line(chunk)) {
                *column += chunk.len();
                continue;
            }
            for &byte in chunk {
                if byte == b'\n' {
                    *line += 1;
                    *column = 1;
                } else if byte & 0b1100_0000 != 0b1000_0000 {
                    *column += 1;
                }
            }
        }
        *from = offset;
    }
}

#[cfg(test)]
mod tests {
    use super::{Position, Positions, STEP};

    /// As the definition has it.
    fn counted(text: &str, offset: usize) -> Position {
        let before = &text[..offset];
        let line = before.rsplit('\n').next().unwrap_or_default();
        Position { offset, line: 1 + before.matches('\n').count(), column: 1 + line.chars().count() }
    }

    #[test]
    fn any_order_gives_the_same() {
        let text = "a\n\n{\"é\": \"名称\", \"key\": \"a long line of letters\"}\r\n".repeat(60);
        let forward: Vec<usize> = (0..=text.len()).filter(|&offset| text.is_char_boundary(offset)).collect();
        assert!(text.len() > 4 * STEP);
        let backward = forward.iter().rev().copied().collect();
        let mut mixed = forward.clone();
        mixed.sort_by_key(|offset| offset.wrapping_mul(7919) % forward.len());
        for offsets in [forward, backward, mixed] {
            let mut positions = Positions::new(text.as_bytes());
            for offset in offsets {
                assert_eq!(positions.of(offset), counted(&text, offset));
            }
        }
    }
}
