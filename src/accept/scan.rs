//! JSON bytes, token by token. Every method gives `None` where the bytes are not surely JSON.

use crate::read::{number, plain};

/// A place in the bytes.
pub(crate) struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
    /// The white space that is not skipped: in a line of a longer text, its end.
    end: u8,
}

/// A string between its quotes.
pub(crate) struct Written<'a> {
    pub(crate) bytes: &'a [u8],
    /// Where it starts.
    pub(crate) start: usize,
    pub(crate) has_escapes: bool,
    pub(crate) is_ascii: bool,
}

/// How deep a skipped value may nest: a bit for each level, of a machine word.
const DEEPEST: u32 = 64;

impl<'a> Scanner<'a> {
    pub(crate) fn of_text(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, end: 0 }
    }

    pub(crate) fn of_line(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, end: b'\n' }
    }

    /// Where the next line begins, if nothing but white space is left of this one.
    pub(crate) fn line_end(&mut self) -> Option<usize> {
        match self.token() {
            None => Some(self.bytes.len()),
            Some(byte) => (byte == self.end).then_some(self.at + 1),
        }
    }

    /// The next byte that is no white space, which is not consumed.
    #[inline(always)]
    pub(crate) fn token(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        if byte > b' ' { Some(byte) } else { self.token_behind_space() }
    }

    #[inline(never)]
    fn token_behind_space(&mut self) -> Option<u8> {
        loop {
            let byte = *self.bytes.get(self.at)?;
            if byte == self.end || !matches!(byte, b' ' | b'\t' | b'\n' | b'\r') {
                return Some(byte);
            }
            self.at += 1;
        }
    }

    /// Consumes this byte, behind white space.
    #[inline(always)]
    pub(crate) fn byte(&mut self, wanted: u8) -> Option<()> {
        let there = self.token()? == wanted;
        self.at += 1;
        there.then_some(())
    }

    /// Consumes a comma and says so, or sees the end of the container.
    #[inline(always)]
    pub(crate) fn comma(&mut self, end: u8) -> Option<bool> {
        match self.token()? {
            b',' => {
                self.at += 1;
                Some(true)
            }
            byte if byte == end => Some(false),
            _ => None,
        }
    }

    /// Consumes this key and the colon behind it, if that is what comes, and says whether it is.
    #[inline(always)]
    pub(crate) fn is_key(&mut self, name: &str) -> bool {
        let is_there = self.holds(name, b"\":");
        self.at += if is_there { name.len() + 3 } else { 0 };
        is_there
    }

    /// Consumes this string, if that is what comes, and says whether it is.
    #[inline(always)]
    pub(crate) fn is_string(&mut self, text: &str) -> bool {
        let is_there = self.holds(text, b"\"");
        self.at += if is_there { text.len() + 2 } else { 0 };
        is_there
    }

    /// Whether a quote comes, then this text, then that end.
    #[inline(always)]
    fn holds<const LENGTH: usize>(&self, text: &str, end: &[u8; LENGTH]) -> bool {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let behind = text.len() + 1;
        rest.get(behind..behind + LENGTH) == Some(end)
            && rest.first() == Some(&b'"')
            && rest.get(1..behind).is_some_and(|inside| is_same(inside, text.as_bytes()))
    }

    /// A key without escapes, and the colon behind it.
    pub(crate) fn key(&mut self) -> Option<&'a [u8]> {
        let key = self.string()?;
        self.byte(b':')?;
        (!key.has_escapes).then_some(key.bytes)
    }

    /// A string as it is written.
    #[inline(always)]
    pub(crate) fn string(&mut self) -> Option<Written<'a>> {
        self.byte(b'"')?;
        let start = self.at;
        let mut has_escapes = false;
        let mut is_ascii = true;
        loop {
            let run = plain::run(self.bytes, self.at);
            self.at = run.end;
            is_ascii &= run.is_ascii;
            match *self.bytes.get(self.at)? {
                b'"' => break,
                b'\\' => {
                    has_escapes = true;
                    self.escape()?;
                }
                0..0x20 => return None,
                byte => {
                    is_ascii &= byte < 0x80;
                    self.at += 1;
                }
            }
        }
        let bytes = self.bytes.get(start..self.at)?;
        self.at += 1;
        if !is_ascii {
            core::str::from_utf8(bytes).ok()?;
        }
        Some(Written { bytes, start, has_escapes, is_ascii })
    }

    fn escape(&mut self) -> Option<()> {
        let hex = match self.bytes.get(self.at + 1)? {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => 0,
            b'u' => 4,
            _ => return None,
        };
        let digits = self.bytes.get(self.at + 2..self.at + 2 + hex)?;
        self.at += 2 + hex;
        digits.iter().all(u8::is_ascii_hexdigit).then_some(())
    }

    pub(crate) fn word(&mut self, word: &[u8]) -> Option<()> {
        let there = self.bytes.get(self.at..)?.starts_with(word);
        self.at += word.len();
        there.then_some(())
    }

    /// An integer of up to nine digits.
    pub(crate) fn small_integer(&mut self) -> Option<i32> {
        let start = self.at;
        self.number()?;
        let digits = self.bytes.get(start..self.at)?;
        let is_small = digits.len() <= 9 && digits.iter().all(u8::is_ascii_digit);
        is_small.then(|| digits.iter().fold(0, |value, digit| value * 10 + i32::from(digit - b'0')))
    }

    fn number(&mut self) -> Option<()> {
        self.at = number::end(self.bytes, self.at).ok()?;
        Some(())
    }

    /// Skips any value as [`skip_value`](Self::skip_value) does, and gives where it starts and its bytes.
    pub(crate) fn value(&mut self) -> Option<(usize, &'a [u8])> {
        self.token()?;
        let start = self.at;
        self.skip_value()?;
        Some((start, self.bytes.get(start..self.at)?))
    }

    /// Skips any value that does not nest too deep. A bit for each open container says whether it is an object.
    pub(crate) fn skip_value(&mut self) -> Option<()> {
        let (mut objects, mut depth) = (0_u64, 0_u32);
        loop {
            let first = self.token()?;
            let opened = matches!(first, b'{' | b'[');
            if opened {
                if depth == DEEPEST {
                    return None;
                }
                self.at += 1;
                depth += 1;
                objects = objects << 1 | u64::from(first == b'{');
            } else {
                self.scalar(first)?;
            }
            if opened && !self.at_end(objects)? {
                if objects & 1 == 1 {
                    self.key_of_any()?;
                }
                continue;
            }
            // A value is complete: so are the containers that it ends.
            loop {
                if depth == 0 {
                    return Some(());
                }
                let end = if objects & 1 == 1 { b'}' } else { b']' };
                if self.token()? == b',' {
                    self.at += 1;
                    if objects & 1 == 1 {
                        self.key_of_any()?;
                    }
                    break;
                }
                self.byte(end)?;
                depth -= 1;
                objects >>= 1;
            }
        }
    }

    /// Whether the container that was just opened is empty.
    fn at_end(&mut self, objects: u64) -> Option<bool> {
        let end = if objects & 1 == 1 { b'}' } else { b']' };
        Some(self.token()? == end)
    }

    fn key_of_any(&mut self) -> Option<()> {
        self.string()?;
        self.byte(b':')
    }

    fn scalar(&mut self, first: u8) -> Option<()> {
        match first {
            b'"' => self.string().map(|_| ()),
            b't' => self.word(b"true"),
            b'f' => self.word(b"false"),
            b'n' => self.word(b"null"),
            _ => self.number(),
        }
    }
}

/// Whether two texts are the same. Comparing slices is a call that goes byte by byte; this takes eight at a time, or four.
#[inline(always)]
pub(crate) fn is_same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    if let (Some(end), Some(other_end)) = (one.last_chunk::<8>(), other.last_chunk::<8>()) {
        let chunks = one.as_chunks::<8>().0.iter().zip(other.as_chunks::<8>().0);
        return end == other_end && chunks.into_iter().all(|(chunk, other)| chunk == other);
    }
    if let (Some(end), Some(other_end)) = (one.last_chunk::<4>(), other.last_chunk::<4>()) {
        return end == other_end && one.first_chunk::<4>() == other.first_chunk::<4>();
    }
    one.iter().zip(other).all(|(byte, other)| byte == other)
}
