//! LZMA without a header and without an end marker.
//!
//! A stream of LZMA guesses each bit from the bits before it, in a model of its own for each circumstance, and
//! says with the range coder how right the guess was. Bits make up literals, which are single bytes, and matches, which
//! repeat what is a distance back. The names are those of the LZMA specification.

use crate::letter;

/// So many high bits of the byte before it are a literal's context. Measured: with 0, 1 or 3 the module of the package is
/// 0.3 to 1.2 per cent larger.
pub const LITERAL_CONTEXT_BITS: u32 = 2;

// Positions tell nothing in what has no alignment: no bits of them (`lp` and `pb`) are in any context.

const STATES: usize = 12;
/// The first state after a match.
const AFTER_MATCH: usize = 7;

// Where the models of each circumstance begin.
const IS_MATCH: usize = 0;
const IS_REP: usize = IS_MATCH + STATES;
const IS_REP_0: usize = IS_REP + STATES;
const IS_REP_1: usize = IS_REP_0 + STATES;
const IS_REP_2: usize = IS_REP_1 + STATES;
const IS_LONG: usize = IS_REP_2 + STATES;
const SLOT: usize = IS_LONG + STATES;
const SPECIAL: usize = SLOT + 4 * 64;
const ALIGN: usize = SPECIAL + 115;
const MATCH_LENGTH: usize = ALIGN + 16;
const REP_LENGTH: usize = MATCH_LENGTH + LENGTHS;
const LITERAL: usize = REP_LENGTH + LENGTHS;
const MODELS: usize = LITERAL + (LITERALS << LITERAL_CONTEXT_BITS);

/// The models of a length: two choices, then trees of 3, 3 and 8 bits.
const LENGTHS: usize = 2 + 8 + 8 + 256;

/// The models of a literal: a tree of 8 bits without a match, and with one for either bit of the byte that it would repeat.
const LITERALS: usize = 0x300;

/// Fills `out` with what a text stands for. Another text than that of a stream fills it with anything.
pub fn decode(text: &[u8], out: &mut [u8]) {
    let mut decoder =
        Decoder { text: text.iter(), held: 0, bits: 0, range: u32::MAX, code: 0, models: [1 << 10; MODELS] };
    for _ in 0..5 {
        decoder.shift();
    }
    let mut state = 0;
    let mut distances = [1; 4];
    let mut at = 0;
    while at < out.len() {
        if decoder.bit(IS_MATCH + state) == 0 {
            let models = LITERAL + LITERALS * (back(out, at, 1) >> (8 - LITERAL_CONTEXT_BITS));
            let matched = if state < AFTER_MATCH { None } else { Some(back(out, at, distances[0])) };
            put(out, &mut at, decoder.literal(models, matched));
            state = match state {
                0..4 => 0,
                4..10 => state - 3,
                _ => state - 6,
            };
            continue;
        }
        let early = state < AFTER_MATCH;
        let mut length = 1;
        if decoder.bit(IS_REP + state) == 0 {
            length = decoder.length(MATCH_LENGTH);
            distances = [decoder.distance(length), distances[0], distances[1], distances[2]];
            state = if early { 7 } else { 10 };
        } else {
            let which = decoder.repeated(state);
            if which == 0 && decoder.bit(IS_LONG + state) == 0 {
                state = if early { 9 } else { 11 };
            } else {
                if let Some(first) = distances.get_mut(..=which) {
                    first.rotate_right(1);
                }
                length = decoder.length(REP_LENGTH);
                state = if early { 8 } else { 11 };
            }
        }
        for _ in 0..length {
            let byte = back(out, at, distances[0]);
            put(out, &mut at, byte);
        }
    }
}

/// The byte so far back, if there is one.
fn back(out: &[u8], at: usize, distance: usize) -> usize {
    out.get(at.wrapping_sub(distance)).copied().unwrap_or_default().into()
}

fn put(out: &mut [u8], at: &mut usize, byte: usize) {
    if let Some(place) = out.get_mut(*at) {
        *place = byte as u8;
    }
    *at += 1;
}

struct Decoder<'a> {
    text: core::slice::Iter<'a, u8>,
    /// Bits of the text that are not used yet, and how many.
    held: u32,
    bits: u32,
    range: u32,
    code: u32,
    /// How probable a zero is, in 2048ths.
    models: [u16; MODELS],
}

impl Decoder<'_> {
    /// Takes eight more bits of the text; behind its end there are zeros.
    fn shift(&mut self) {
        while self.bits < 8 {
            let letter = self.text.next().copied().unwrap_or_default();
            self.held = self.held << 6 | u32::from(letter::value(letter));
            self.bits += 6;
        }
        self.bits -= 8;
        self.code = self.code << 8 | (self.held >> self.bits & 0xFF);
    }

    fn normalize(&mut self) {
        if self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
    }

    fn bit(&mut self, model: usize) -> usize {
        self.normalize();
        let Some(model) = self.models.get_mut(model) else { return 0 };
        let bound = (self.range >> 11) * u32::from(*model);
        if self.code < bound {
            self.range = bound;
            *model += (2048 - *model) >> 5;
            0
        } else {
            self.range -= bound;
            self.code -= bound;
            *model -= *model >> 5;
            1
        }
    }

    /// A number whose bits are guessed from the higher ones.
    fn tree(&mut self, models: usize, bits: u32) -> usize {
        let mut node = 1;
        while node >> bits == 0 {
            node = node << 1 | self.bit(models + node);
        }
        node - (1 << bits)
    }

    /// A number whose bits are guessed from the lower ones.
    fn reverse_tree(&mut self, models: usize, bits: u32) -> usize {
        let (mut node, mut number) = (1, 0);
        for place in 0..bits {
            let bit = self.bit(models + node);
            node = node << 1 | bit;
            number |= bit << place;
        }
        number
    }

    fn literal(&mut self, models: usize, matched: Option<usize>) -> usize {
        // As long as the bits are those of the byte that a match would repeat, its next bit is in the context.
        let mut same = if matched.is_some() { 0x100 } else { 0 };
        let mut matched = matched.unwrap_or_default();
        let mut node = 1;
        while node < 0x100 {
            matched <<= 1;
            let expected = matched & same;
            let bit = self.bit(models + same + expected + node);
            node = node << 1 | bit;
            same &= if bit == 0 { !matched } else { matched };
        }
        node
    }

    /// Which of the last distances it is again.
    fn repeated(&mut self, state: usize) -> usize {
        let further = [IS_REP_0, IS_REP_1, IS_REP_2];
        further.into_iter().take_while(|models| self.bit(models + state) == 1).count()
    }

    fn length(&mut self, models: usize) -> usize {
        let (least, bits) = if self.bit(models) == 0 {
            (2, 3)
        } else if self.bit(models + 1) == 0 {
            (10, 3)
        } else {
            (18, 8)
        };
        // The trees lie where their least length says.
        least + self.tree(models + least, bits)
    }

    fn distance(&mut self, length: usize) -> usize {
        let slot = self.tree(SLOT + 64 * (length - 2).min(3), 6);
        if slot < 4 {
            return slot + 1;
        }
        let bits = slot as u32 / 2 - 1;
        let distance = (2 | slot & 1) << bits;
        if slot < 14 {
            return distance + 1 + self.reverse_tree(SPECIAL + distance - slot, bits);
        }
        let mut middle = 0;
        for _ in 4..bits {
            self.normalize();
            self.range >>= 1;
            middle <<= 1;
            if self.code >= self.range {
                self.code -= self.range;
                middle |= 1;
            }
        }
        distance + 1 + (middle << 4) + self.reverse_tree(ALIGN, 4)
    }
}
