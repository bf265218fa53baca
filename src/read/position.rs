//! Byte offsets as lines and columns.

use crate::issue::Position;
use crate::read::plain;

/// Turns offsets into positions in one pass over the text, for offsets that are asked for in any order.
pub(crate) struct Positions<'a> {
    bytes: &'a [u8],
    last: Position,
}

impl<'a> Positions<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, last: Position { offset: 0, line: 1, column: 1 } }
    }

    /// The position of a byte; bytes that are not UTF-8 count a column each where a character would start.
    pub(crate) fn of(&mut self, offset: usize) -> Position {
        if offset < self.last.offset {
            self.last = Position { offset: 0, line: 1, column: 1 };
        }
        let Position { offset: from, mut line, mut column } = self.last;
        let mut bytes = self.bytes.get(from..offset).unwrap_or_default();
        while let Some((chunk, rest)) = bytes.split_first_chunk::<8>().filter(|(chunk, _)| plain::is_one_line(**chunk))
        {
            column += chunk.len();
            bytes = rest;
        }
        for &byte in bytes {
            if byte == b'\n' {
                line += 1;
                column = 1;
            } else if byte & 0b1100_0000 != 0b1000_0000 {
                column += 1;
            }
        }
        self.last = Position { offset, line, column };
        self.last
    }
}
