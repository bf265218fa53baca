//! Bytes of a string that need no closer look, eight at a time.

use crate::eight::{HIGH, ONES};

/// Bytes among which there is neither `"` nor `\` nor a control character.
pub(crate) struct Run {
    /// Behind them, or fewer than eight bytes before the end of all bytes.
    pub(crate) end: usize,
    pub(crate) is_ascii: bool,
}

/// The run that begins here.
#[inline(always)]
pub(crate) fn run(bytes: &[u8], mut at: usize) -> Run {
    let mut seen = 0;
    while let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        let word = u64::from_le_bytes(*chunk);
        let special = special_bytes(word);
        if special != 0 {
            let before = (special & special.wrapping_neg()).wrapping_sub(1);
            seen |= word & before;
            at += special.trailing_zeros() as usize / 8;
            break;
        }
        seen |= word;
        at += 8;
    }
    Run { end: at, is_ascii: seen & HIGH == 0 }
}

/// Whether eight bytes are ASCII on one line.
pub(crate) fn is_one_line(chunk: [u8; 8]) -> bool {
    let chunk = u64::from_le_bytes(chunk);
    (equal(chunk, b'\n') | chunk) & HIGH == 0
}

/// The high bit of every byte that ends a run: `"`, `\` or a control character. Bytes behind the first such one may be marked
/// too; only the first counts.
fn special_bytes(word: u64) -> u64 {
    let below_space = word.wrapping_sub(ONES * 0x20) & !word;
    (equal(word, b'"') | equal(word, b'\\') | below_space) & HIGH
}

/// The high bit of every byte that is this one, and perhaps of some behind the first.
fn equal(chunk: u64, byte: u8) -> u64 {
    let difference = chunk ^ (ONES * u64::from(byte));
    difference.wrapping_sub(ONES) & !difference
}

#[cfg(test)]
mod tests {
    use super::run;

    #[test]
    fn a_run_ends_where_a_byte_is_special() {
        for (fill, is_ascii) in [(b'a', true), (0x7f, true), (0x80, false), (0xff, false)] {
            for place in 0..24 {
                for byte in 0..=u8::MAX {
                    let mut bytes = [fill; 32];
                    bytes[place] = byte;
                    let is_special = byte < 0x20 || byte == b'"' || byte == b'\\';
                    let run = run(&bytes, 0);
                    assert_eq!(run.end, if is_special { place } else { 32 }, "{byte:#x} at {place}");
                    let is_plain = if is_special { place == 0 || is_ascii } else { is_ascii && byte < 0x80 };
                    assert_eq!(run.is_ascii, is_plain, "{byte:#x} at {place} in {fill:#x}");
                }
            }
        }
    }

    #[test]
    fn a_run_may_end_before_the_last_eight_bytes_do() {
        let bytes = b"a\xffbcdefghijk\"";
        assert_eq!((run(bytes, 0).end, run(bytes, 0).is_ascii), (8, false));
        assert_eq!((run(bytes, 5).end, run(bytes, 5).is_ascii), (12, true));
        assert_eq!((run(bytes, 9).end, run(bytes, 9).is_ascii), (9, true));
    }
}
