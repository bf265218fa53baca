//! Eight bytes in one word, looked at together: what is found of each is in its high bit, and the first byte is the lowest.

pub(crate) const ONES: u64 = 0x0101_0101_0101_0101;
pub(crate) const HIGH: u64 = 0x80 * ONES;

/// The eight bytes from one on; zeros stand for what is missing behind the last.
#[inline(always)]
pub(crate) fn at(bytes: &[u8], start: usize) -> u64 {
    let rest = bytes.get(start..).unwrap_or_default();
    match (rest.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        (Some(chunk), _) => u64::from_le_bytes(*chunk),
        // The last eight, without those that stand before.
        (None, Some(chunk)) => u64::from_le_bytes(*chunk).checked_shr(64 - 8 * rest.len() as u32).unwrap_or_default(),
        (None, None) => rest.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte)),
    }
}

/// Which bytes are ASCII, at least `first` and at most `last`.
pub(crate) fn within(word: u64, first: u8, last: u8) -> u64 {
    let at_least = |least: u8| (word | HIGH).wrapping_sub(ONES * u64::from(least));
    at_least(first) & !at_least(last + 1) & !word & HIGH
}

/// Which bytes are ASCII letters.
pub(crate) fn letters(word: u64) -> u64 {
    within(word | (ONES * 0x20), b'a', b'z')
}

#[cfg(test)]
mod tests {
    use super::{at, letters, within};

    #[test]
    fn bytes_are_taken_from_anywhere() {
        for length in 0..20 {
            let bytes: Vec<u8> = (1..=length).collect();
            for start in 0..24 {
                let expected: Vec<u8> = (start..start + 8).map(|at| if at < length { at + 1 } else { 0 }).collect();
                assert_eq!(at(&bytes, start.into()).to_le_bytes(), *expected, "{start} of {length}");
            }
        }
    }

    #[test]
    fn every_byte_in_every_place_is_judged() {
        for place in 0..8 {
            for byte in 0..=u8::MAX {
                for around in [0, b'.', b'z', 0x80, 0xff] {
                    let mut bytes = [around; 8];
                    bytes[place] = byte;
                    let word = u64::from_le_bytes(bytes);
                    let found = |marks: u64| marks >> (8 * place) & 0xff;
                    assert_eq!(found(letters(word)), u64::from(byte.is_ascii_alphabetic()) << 7, "{byte:#x}");
                    assert_eq!(
                        found(within(word, b'-', b'.')),
                        u64::from(matches!(byte, b'-' | b'.')) << 7,
                        "{byte:#x}"
                    );
                }
            }
        }
    }
}
