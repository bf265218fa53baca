//! The instructions of a wasm module: which of its bytes are opcodes, and of what kind the operands are.

use std::ops::Range;

use anyhow::{Context, Result, bail};
use prevet_unpack::join;
use wasmparser::{Parser, Payload};

/// What bytes of the code section are. Operands of one kind are alike, so they compress better among themselves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// How many functions there are, or how long one is: what the others tell anyway.
    Size,
    /// What an instruction does.
    Opcode,
    /// How far memory is aligned where an instruction uses it.
    Alignment,
    /// Operands, by the stream that they belong to.
    Operand(usize),
}

const LABEL: Kind = Kind::Operand(join::LABEL);
const LOCAL: Kind = Kind::Operand(join::LOCAL);
const NUMBER: Kind = Kind::Operand(join::NUMBER);
const DECLARATION: Kind = Kind::Operand(join::DECLARATION);
const OTHER: Kind = Kind::Operand(join::OTHER);
const FUNCTION: Kind = Kind::Operand(join::FUNCTION);
const BLOCK: Kind = Kind::Operand(join::BLOCK);
const STORE: Kind = Kind::Operand(join::STORE);
const LOAD: Kind = Kind::Operand(join::LOAD);

/// A module's code section.
pub(crate) struct Code {
    /// Where the section begins, with its number and its size.
    pub(crate) begin: usize,
    /// How many functions it has.
    pub(crate) functions: u32,
    /// Its parts, in their order, without gaps up to its end.
    pub(crate) parts: Vec<(Kind, Range<usize>)>,
}

impl Code {
    /// Where the section ends.
    pub(crate) fn end(&self) -> usize {
        self.parts.last().map_or(self.begin, |(_, part)| part.end)
    }
}

/// Reads the code section of a module. Fails at an instruction that it does not know.
pub(crate) fn read(module: &[u8]) -> Result<Code> {
    let mut begin = 0;
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.context("reading the module")?;
        match payload {
            Payload::Version { range, .. } => begin = range.end,
            Payload::CodeSectionStart { range, count, .. } => {
                let mut reader = Reader { module, at: range.start, parts: Vec::new() };
                reader.section(range.end).context("reading the instructions")?;
                return Ok(Code { begin, functions: count, parts: reader.parts });
            }
            payload => begin = payload.as_section().map_or(begin, |(_, range)| range.end),
        }
    }
    bail!("the module has no code")
}

struct Reader<'a> {
    module: &'a [u8],
    at: usize,
    parts: Vec<(Kind, Range<usize>)>,
}

impl Reader<'_> {
    fn section(&mut self, end: usize) -> Result<()> {
        for _ in 0..self.size()? {
            let size = self.size()?;
            let end = self.at + size;
            for _ in 0..self.number(DECLARATION)? {
                self.number(DECLARATION)?;
                self.bytes(DECLARATION, 1);
            }
            let mut depth = 1;
            while depth > 0 {
                depth += self.instruction()?;
            }
            if self.at != end {
                bail!("a function ends at {} instead of {end}", self.at);
            }
        }
        if self.at == end { Ok(()) } else { bail!("the section ends at {} instead of {end}", self.at) }
    }

    /// Reads an instruction and gives by how much deeper the next one is nested.
    fn instruction(&mut self) -> Result<i32> {
        let begin = self.at;
        let opcode = self.module.get(begin).copied().context("the module ends early")?;
        self.bytes(Kind::Opcode, 1);
        match opcode {
            0x02..=0x04 => {
                self.number(BLOCK)?;
                return Ok(1);
            }
            0x0B => return Ok(-1),
            0x0C | 0x0D => self.numbers(LABEL, 1)?,
            0x0E => {
                let labels = self.number(LABEL)?;
                self.numbers(LABEL, labels + 1)?;
            }
            0x10 => self.numbers(FUNCTION, 1)?,
            0x11 => self.numbers(OTHER, 2)?,
            0x20..=0x22 => self.numbers(LOCAL, 1)?,
            0x28..=0x3E => {
                self.bytes(Kind::Alignment, 1);
                self.numbers(if opcode < 0x36 { LOAD } else { STORE }, 1)?;
            }
            0x23 | 0x24 | 0x3F | 0x40 | 0x42 => self.numbers(OTHER, 1)?,
            0x41 => self.numbers(NUMBER, 1)?,
            0x43 => self.bytes(OTHER, 4),
            0x44 => self.bytes(OTHER, 8),
            0xFC => match self.number(OTHER)? {
                0..=7 => {}
                8 | 10 => self.numbers(OTHER, 2)?,
                9 | 11 => self.numbers(OTHER, 1)?,
                other => bail!("unknown instruction 0xFC {other} at {begin}"),
            },
            0x00 | 0x01 | 0x05 | 0x0F | 0x1A | 0x1B | 0x45..=0xC4 => {}
            _ => bail!("unknown instruction {opcode:#04X} at {begin}"),
        }
        Ok(0)
    }

    fn bytes(&mut self, kind: Kind, count: usize) {
        self.parts.push((kind, self.at..self.at + count));
        self.at += count;
    }

    fn numbers(&mut self, kind: Kind, count: usize) -> Result<()> {
        (0..count).try_for_each(|_| self.number(kind).map(|_| ()))
    }

    /// Reads a number in LEB128 and gives its lowest 32 bits.
    fn number(&mut self, kind: Kind) -> Result<usize> {
        let rest = self.module.get(self.at..).unwrap_or_default();
        let length = 1 + rest.iter().position(|byte| *byte < 0x80).context("a number does not end")?;
        let low = rest.iter().take(length.min(4)).rev().fold(0, |value, byte| value << 7 | usize::from(byte & 0x7F));
        self.bytes(kind, length);
        Ok(low)
    }

    /// Reads a size, which has to be as short as it can be: that is how it is written when the parts are joined again.
    fn size(&mut self) -> Result<usize> {
        let begin = self.at;
        let size = self.number(Kind::Size)?;
        let shortest = (1..5).find(|length| size >> (7 * length) == 0);
        if shortest != Some(self.at - begin) {
            bail!("the size at {begin} is longer than it has to be");
        }
        Ok(size)
    }
}

#[cfg(test)]
mod tests {
    use prevet_unpack::join::{DECLARATION, LOAD, NUMBER};

    use super::{Kind, read};

    /// A module of one function without parameters and results, and what its body is.
    fn module(body: &[u8]) -> Vec<u8> {
        let size = body.len() as u8;
        let types = [1, 4, 1, 0x60, 0, 0];
        let functions = [3, 2, 1, 0];
        [b"\0asm\x01\0\0\0".as_slice(), &types, &functions, &[10, size + 2, 1, size], body].concat()
    }

    fn kinds(body: &[u8]) -> Result<Vec<Kind>, String> {
        let code = read(&module(body)).map_err(|error| format!("{error:#}"))?;
        Ok(code.parts.into_iter().skip(2).map(|(kind, _)| kind).collect())
    }

    #[test]
    fn operands_are_told_by_their_opcode() {
        use Kind::{Alignment, Opcode, Operand};
        // No locals; i32.const 8, i32.load with alignment 2 and offset 4, drop, end.
        let body = [0, 0x41, 8, 0x28, 2, 4, 0x1A, 0x0B];
        let expected =
            [Operand(DECLARATION), Opcode, Operand(NUMBER), Opcode, Alignment, Operand(LOAD), Opcode, Opcode];
        assert_eq!(kinds(&body).as_deref(), Ok(expected.as_slice()));
    }

    #[test]
    fn an_instruction_that_nobody_knows_is_an_error() {
        assert_eq!(
            kinds(&[0, 0xFE, 0x0B]),
            Err("reading the instructions: unknown instruction 0xFE at 23".to_string())
        );
    }

    #[test]
    fn a_size_that_is_longer_than_it_has_to_be_is_an_error() {
        let mut long = module(&[0, 0x0B]);
        long.splice(19..22, [5, 1, 0x82, 0]);
        let error = read(&long).err().map(|error| format!("{error:#}"));
        assert_eq!(error.as_deref(), Some("reading the instructions: the size at 21 is longer than it has to be"));
    }
}
