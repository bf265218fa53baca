//! A module out of its streams.
//!
//! The streams begin with numbers in LEB128: how many bytes are before the code section, how many functions there are, and
//! the length of each stream but the last. The last one has all sections but the code. The sizes of functions and of the
//! code section follow from the rest.

// Kinds of operands. Those of one kind are alike, so they compress better among themselves.
/// Where to break to.
pub const LABEL: usize = 0;
/// A local variable.
pub const LOCAL: usize = 1;
/// A constant.
pub const NUMBER: usize = 2;
/// The types of a function's locals.
pub const DECLARATION: usize = 3;
/// What is rare.
pub const OTHER: usize = 4;
/// Which function to call.
pub const FUNCTION: usize = 5;
/// The type of a block.
pub const BLOCK: usize = 6;
/// The offset of what stores.
pub const STORE: usize = 7;
/// The offset of what loads.
pub const LOAD: usize = 8;
/// The opcodes, behind all operands.
pub const OPCODE: usize = 9;

/// As many streams are there without the last one.
pub const STREAMS: usize = 10;

/// The last one: all sections but the code.
const SECTIONS: usize = STREAMS;

const ALL: usize = STREAMS + 1;

/// The most bytes that a size takes.
const SIZE: usize = 5;

/// As many bytes more than the module itself joining takes: the room for two sizes.
pub const SPARE: usize = 2 * SIZE;

const CODE_SECTION: u8 = 10;

/// The opcode at the end of a block or function.
const END: u8 = 0x0B;

/// Writes a module. Other streams than those of a module make anything of it.
pub fn join(streams: &[u8], module: &mut [u8]) {
    let (before, at) = number(streams, 0);
    let (functions, mut at) = number(streams, at);
    let mut next = [0; ALL];
    for place in next.iter_mut().skip(1) {
        (*place, at) = number(streams, at);
    }
    // From lengths to places.
    for place in &mut next {
        at += *place;
        *place = at;
    }
    let mut writer = Writer { streams, next, module, to: 0 };
    writer.bytes(SECTIONS, before);
    writer.byte(CODE_SECTION);
    let section = writer.begin();
    writer.number(functions);
    for _ in 0..functions {
        writer.function();
    }
    writer.end(section);
    writer.bytes(SECTIONS, streams.len().saturating_sub(at + before));
}

struct Writer<'a> {
    streams: &'a [u8],
    /// Where the next bytes of each stream are.
    next: [usize; ALL],
    module: &'a mut [u8],
    to: usize,
}

impl Writer<'_> {
    fn function(&mut self) {
        let begin = self.begin();
        // How many groups of locals; then of each how many, and their type, a byte that reads as a number.
        let locals = 1 + 2 * self.peek(DECLARATION);
        self.copy(DECLARATION, locals);
        let mut depth = 1;
        while depth > 0 {
            let opcode = self.peek_byte(OPCODE);
            self.bytes(OPCODE, 1);
            let (stream, count) = match opcode {
                0x02..=0x04 => {
                    depth += 1;
                    (BLOCK, 1)
                }
                END => {
                    depth -= 1;
                    continue;
                }
                0x0C | 0x0D => (LABEL, 1),
                0x0E => (LABEL, 2 + self.peek(LABEL)),
                0x10 => (FUNCTION, 1),
                0x11 => (OTHER, 2),
                0x20..=0x22 => (LOCAL, 1),
                0x28..=0x3E => {
                    // Any alignment.
                    self.byte(0);
                    (if opcode < 0x36 { LOAD } else { STORE }, 1)
                }
                0x23 | 0x24 | 0x3F | 0x40 | 0x42 => (OTHER, 1),
                0x41 => (NUMBER, 1),
                0x43 | 0x44 => {
                    self.bytes(OTHER, if opcode == 0x43 { 4 } else { 8 });
                    continue;
                }
                0xFC => match self.peek_byte(OTHER) {
                    8 | 10 => (OTHER, 3),
                    9 | 11 => (OTHER, 2),
                    _ => (OTHER, 1),
                },
                _ => continue,
            };
            self.copy(stream, count);
        }
        self.end(begin);
    }

    /// Leaves room for a size.
    fn begin(&mut self) -> usize {
        let begin = self.to;
        self.to += SIZE;
        begin
    }

    /// Writes the size of what was written since then, and moves that to where the size ends.
    fn end(&mut self, begin: usize) {
        let (from, end) = (begin + SIZE, self.to);
        self.to = begin;
        self.number(end - from);
        if let Some(written) = self.module.get_mut(self.to..end) {
            written.copy_within(from - self.to.., 0);
        }
        self.to += end - from;
    }

    fn number(&mut self, mut value: usize) {
        while value > 0x7F {
            self.byte(value as u8 | 0x80);
            value >>= 7;
        }
        self.byte(value as u8);
    }

    /// Copies so many numbers of a stream.
    fn copy(&mut self, stream: usize, mut count: usize) {
        while count > 0 {
            count -= usize::from(self.peek_byte(stream) < 0x80);
            self.bytes(stream, 1);
        }
    }

    /// Copies so many bytes of a stream.
    fn bytes(&mut self, stream: usize, count: usize) {
        for _ in 0..count {
            let byte = self.peek_byte(stream);
            self.skip(stream);
            self.byte(byte);
        }
    }

    fn byte(&mut self, byte: u8) {
        if let Some(place) = self.module.get_mut(self.to) {
            *place = byte;
        }
        self.to += 1;
    }

    fn skip(&mut self, stream: usize) {
        if let Some(next) = self.next.get_mut(stream) {
            *next += 1;
        }
    }

    /// The next byte of a stream; behind the end there is what ends blocks, so nothing goes on for ever.
    fn peek_byte(&self, stream: usize) -> u8 {
        let next = self.next.get(stream).and_then(|next| self.streams.get(*next));
        next.copied().unwrap_or(END)
    }

    /// The next number of a stream.
    fn peek(&self, stream: usize) -> usize {
        self.next.get(stream).map_or(0, |next| number(self.streams, *next).0)
    }
}

/// The number at a place, and where it ends.
fn number(bytes: &[u8], mut at: usize) -> (usize, usize) {
    let (mut value, mut shift) = (0, 0);
    loop {
        let byte = bytes.get(at).copied().unwrap_or_default();
        at += 1;
        value |= usize::from(byte & 0x7F).wrapping_shl(shift);
        shift += 7;
        if byte < 0x80 {
            return (value, at);
        }
    }
}
