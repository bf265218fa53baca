//! UUIDs by their form alone: RFC 9562, section 4, whatever the version and variant.

use crate::eight;

/// 8-4-4-4-12 hexadecimal digits in either case, with nothing before or after.
pub(crate) fn is_uuid(bytes: &[u8]) -> bool {
    const HYPHENS: [usize; 4] = [8, 13, 18, 23];
    let is_hyphen = |at: usize| bytes.get(at) == Some(&b'-');
    bytes.len() == 36
        && HYPHENS.into_iter().all(is_hyphen)
        && [0, 8, 16, 24, 28].into_iter().all(|start| {
            let chunk = bytes.get(start..).and_then(<[u8]>::first_chunk::<8>);
            chunk.is_some_and(|chunk| {
                // What is known to be a hyphen counts as a digit.
                let inside = HYPHENS.into_iter().filter_map(|at| at.checked_sub(start).filter(|place| *place < 8));
                let digits = inside.fold(0, |mask, place| mask | u64::from(b'-' ^ b'0') << (8 * place));
                are_hexadecimal(u64::from_le_bytes(*chunk) ^ digits)
            })
        })
}

/// Whether eight bytes are hexadecimal digits, looked at together.
fn are_hexadecimal(word: u64) -> bool {
    let letters = eight::within(word | (eight::ONES * 0x20), b'a', b'f');
    eight::within(word, b'0', b'9') | letters == eight::HIGH
}

/// The rule for garde's `custom`.
pub(crate) fn uuid(value: &str, _: &()) -> garde::Result {
    if is_uuid(value.as_bytes()) { Ok(()) } else { Err(garde::Error::new("not a UUID")) }
}

#[cfg(test)]
mod tests {
    use super::is_uuid;

    const UUID: &[u8; 36] = b"0aF9bE5c-1D2f-3a4B-9c8e-0123456789ab";

    #[test]
    fn every_byte_in_every_place_is_judged() {
        for at in 0..36 {
            for byte in 0..=u8::MAX {
                let mut bytes = *UUID;
                bytes[at] = byte;
                let is_hyphen = matches!(at, 8 | 13 | 18 | 23);
                let expected = if is_hyphen { byte == b'-' } else { byte.is_ascii_hexdigit() };
                assert_eq!(is_uuid(&bytes), expected, "{byte:#x} at {at}");
            }
        }
    }

    #[test]
    fn nothing_may_be_missing_or_more() {
        assert!(is_uuid(UUID));
        assert!(!is_uuid(&UUID[1..]));
        assert!(!is_uuid(&[UUID.as_slice(), b"0"].concat()));
        assert!(!is_uuid(b""));
    }
}
