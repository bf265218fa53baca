//! JSON text (RFC 8259) as bytes, in one pass without recursion: a text 10,000 levels deep needs no stack.

use crate::issue::JsonReason;
use crate::read::{number, plain};
use crate::tape::{Node, Tag, Tape};

/// A text that is not JSON: why, and the byte where it stops being JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NotJson {
    pub(crate) reason: JsonReason,
    pub(crate) offset: usize,
}

/// A body has fewer nodes than one for so many bytes.
const BYTES_A_NODE: usize = 8;

/// Room is made at once for the nodes of a text of so many bytes; a longer one's grows.
const MOST_ROOM: usize = 1 << 16;

/// Reads a whole text. Duplicate keys stay in the tape; looking one up finds the last, as `JSON.parse` does.
pub(crate) fn read(bytes: &[u8]) -> Result<Tape<'_>, NotJson> {
    if u32::try_from(bytes.len()).is_err() {
        return Err(NotJson { reason: JsonReason::TooLarge, offset: 0 });
    }
    let source = core::str::from_utf8(bytes)
        .map_err(|error| NotJson { reason: JsonReason::InvalidUtf8, offset: error.valid_up_to() })?;
    let mut parser = Parser {
        bytes,
        at: 0,
        tape: Tape {
            nodes: Vec::with_capacity(bytes.len().min(MOST_ROOM) / BYTES_A_NODE),
            source,
            unescaped: String::new(),
            has_offsets: true,
        },
        open: Vec::new(),
    };
    match parser.document() {
        Ok(()) => Ok(parser.tape),
        Err(reason) => Err(NotJson { reason, offset: parser.at }),
    }
}

struct Parser<'a> {
    bytes: &'a [u8],
    at: usize,
    tape: Tape<'a>,
    /// The nodes of the containers that are open, outermost first.
    open: Vec<u32>,
}

type Step<T = ()> = Result<T, JsonReason>;

impl Parser<'_> {
    fn document(&mut self) -> Step {
        if self.bytes.starts_with(b"\xEF\xBB\xBF") {
            return Err(JsonReason::ByteOrderMark);
        }
        self.value()?;
        while let Some(&container) = self.open.last() {
            self.member(container)?;
        }
        match self.next_token() {
            None => Ok(()),
            Some(_) => Err(JsonReason::TrailingText),
        }
    }

    /// Reads the next element or pair of an open container, or its end.
    fn member(&mut self, container: u32) -> Step {
        let node = self.tape.node(container);
        let is_object = node.tag == Tag::Object;
        let end = if is_object { b'}' } else { b']' };
        let mut token = self.token()?;
        if token == end {
            self.at += 1;
            self.close();
            return Ok(());
        }
        if node.a > 0 {
            if token != b',' {
                return Err(JsonReason::UnexpectedCharacter);
            }
            self.at += 1;
            token = self.token()?;
        }
        if let Some(node) = self.tape.nodes.get_mut(container as usize) {
            node.a += 1;
        }
        if is_object {
            if token != b'"' {
                return Err(JsonReason::UnexpectedCharacter);
            }
            self.string()?;
            if self.token()? != b':' {
                return Err(JsonReason::UnexpectedCharacter);
            }
            self.at += 1;
        }
        self.value()
    }

    /// Reads a scalar, or the opening of a container.
    fn value(&mut self) -> Step {
        match self.token()? {
            b'{' => self.open(Tag::Object),
            b'[' => self.open(Tag::List),
            b'"' => self.string()?,
            b't' => self.word(b"true", Tag::True)?,
            b'f' => self.word(b"false", Tag::False)?,
            b'n' => self.word(b"null", Tag::Null)?,
            b'-' | b'0'..=b'9' => self.number()?,
            _ => return Err(JsonReason::UnexpectedCharacter),
        }
        Ok(())
    }

    fn open(&mut self, tag: Tag) {
        self.open.push(self.tape.nodes.len() as u32);
        self.push(tag, self.at, 0, 0);
        self.at += 1;
    }

    fn close(&mut self) {
        let end = self.tape.nodes.len() as u32;
        if let Some(node) = self.open.pop().and_then(|index| self.tape.nodes.get_mut(index as usize)) {
            node.end = end;
        }
    }

    fn push(&mut self, tag: Tag, offset: usize, a: usize, b: usize) {
        let end = self.tape.nodes.len() as u32 + 1;
        self.tape.nodes.push(Node { tag, offset: offset as u32, a: a as u32, b: b as u32, end });
    }

    fn word(&mut self, word: &[u8], tag: Tag) -> Step {
        let start = self.at;
        for &wanted in word {
            match self.peek() {
                Some(byte) if byte == wanted => self.at += 1,
                Some(_) => return Err(JsonReason::UnexpectedCharacter),
                None => return Err(JsonReason::UnexpectedEnd),
            }
        }
        self.push(tag, start, 0, 0);
        Ok(())
    }

    fn number(&mut self) -> Step {
        let start = self.at;
        let found = number::end(self.bytes, start);
        self.at = found.unwrap_or_else(|at| at);
        match (found, self.peek()) {
            (Err(_), None) => return Err(JsonReason::UnexpectedEnd),
            (Err(_), _) | (_, Some(b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-')) => {
                return Err(JsonReason::InvalidNumber);
            }
            _ => {}
        }
        self.push(Tag::NumberText, start, start, self.at);
        Ok(())
    }

    fn string(&mut self) -> Step {
        let offset = self.at;
        self.at += 1;
        let start = self.at;
        loop {
            self.at = plain::run(self.bytes, self.at).end;
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => return self.escaped_string(offset, start),
                Some(0..0x20) => return Err(JsonReason::ControlCharacter),
                Some(_) => self.at += 1,
                None => return Err(JsonReason::UnexpectedEnd),
            }
        }
        self.push(Tag::Text, offset, start, self.at);
        self.at += 1;
        Ok(())
    }

    /// The rest of a string from its first escape on; the whole is copied without escapes.
    fn escaped_string(&mut self, offset: usize, start: usize) -> Step {
        let begin = self.tape.unescaped.len();
        let mut plain = start;
        loop {
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => {
                    self.copy(plain);
                    self.at += 1;
                    let character = self.escape()?;
                    self.tape.unescaped.push(character);
                    plain = self.at;
                }
                Some(0..0x20) => return Err(JsonReason::ControlCharacter),
                Some(_) => self.at += 1,
                None => return Err(JsonReason::UnexpectedEnd),
            }
        }
        self.copy(plain);
        self.at += 1;
        self.push(Tag::Unescaped, offset, begin, self.tape.unescaped.len());
        Ok(())
    }

    fn copy(&mut self, from: usize) {
        let plain = self.tape.source.get(from..self.at).unwrap_or_default();
        self.tape.unescaped.push_str(plain);
    }

    /// What stands behind a `\`. A lone surrogate becomes U+FFFD: one code point, as in JavaScript.
    fn escape(&mut self) -> Step<char> {
        let Some(byte) = self.peek() else { return Err(JsonReason::UnexpectedEnd) };
        let character = match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                self.at += 1;
                return self.unicode_escape();
            }
            _ => return Err(JsonReason::InvalidEscape),
        };
        self.at += 1;
        Ok(character)
    }

    fn unicode_escape(&mut self) -> Step<char> {
        let unit = self.hex()?;
        if let Some(character) = char::from_u32(unit) {
            return Ok(character);
        }
        let behind = self.at;
        if unit < 0xDC00 && self.skip(b'\\') && self.skip(b'u') {
            let low = self.hex()?;
            if (0xDC00..0xE000).contains(&low) {
                let character = 0x1_0000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
                return Ok(char::from_u32(character).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
        }
        self.at = behind;
        Ok(char::REPLACEMENT_CHARACTER)
    }

    fn hex(&mut self) -> Step<u32> {
        let mut value = 0;
        for _ in 0..4 {
            let Some(byte) = self.peek() else { return Err(JsonReason::UnexpectedEnd) };
            let digit = char::from(byte).to_digit(16).ok_or(JsonReason::InvalidEscape)?;
            value = value << 4 | digit;
            self.at += 1;
        }
        Ok(value)
    }

    /// The next byte that is not white space.
    fn next_token(&mut self) -> Option<u8> {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
        self.peek()
    }

    fn token(&mut self) -> Step<u8> {
        self.next_token().ok_or(JsonReason::UnexpectedEnd)
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn skip(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }
}
