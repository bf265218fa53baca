//! Bytes of a string or of white space that need no closer look, eight at a time.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x80 * ONES;

/// The end of a run of printable ASCII that is neither `"` nor `\`, or a place in the run fewer than eight bytes before the
/// end of all bytes.
#[inline(always)]
pub(crate) fn end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        let special = special_bytes(u64::from_le_bytes(*chunk));
        if special != 0 {
            return at + special.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    at
}

/// Whether eight bytes are ASCII on one line.
pub(crate) fn is_one_line(chunk: [u8; 8]) -> bool {
    let chunk = u64::from_le_bytes(chunk);
    (equal(chunk, b'\n') | chunk) & HIGH == 0
}

/// The high bit of every byte that ends a plain run: `"`, `\`, a control character, or one beyond ASCII. Bytes behind the
/// first such one may be marked too; only the first counts.
fn special_bytes(chunk: u64) -> u64 {
    let below_space = chunk.wrapping_sub(ONES * 0x20) & !chunk;
    (equal(chunk, b'"') | equal(chunk, b'\\') | below_space | chunk) & HIGH
}

/// The high bit of every byte that is this one, and perhaps of some behind the first.
fn equal(chunk: u64, byte: u8) -> u64 {
    let difference = chunk ^ (ONES * u64::from(byte));
    difference.wrapping_sub(ONES) & !difference
}
