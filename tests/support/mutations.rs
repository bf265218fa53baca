//! Texts that are nearly cases of the corpus, the same ones everywhere and every time.

#![allow(dead_code, reason = "not every test file uses all of it")]

use prevet::schemas::Schema;

use crate::corpus;

/// Enough to meet every kind of mistake many times.
pub(crate) const MUTATIONS: usize = 1_000_000;

pub(crate) const SEED: u64 = 20_261_121;

/// xorshift64*: the same sequence everywhere.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    pub(crate) fn below(&mut self, limit: usize) -> usize {
        (self.next() >> 33) as usize % limit.max(1)
    }
}

/// Pieces that matter to a reader of JSON or of URLs.
const PIECES: &[&[u8]] = &[
    b"\"",
    b"\\",
    b"\\u00e9",
    b"\\ud800",
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b" ",
    b"\n",
    b"\r",
    b"\t",
    b"\0",
    b"\x7f",
    b"null",
    b"true",
    b"1",
    b"-0",
    b"1e2",
    b"0.5",
    b"\xc3\xa9",
    b"\xff",
    b"\xed\xa0\x80",
    b"\xf0\x9f\x98\x80",
    b"\"type\":\"oidc\",",
    b"\"name\":\"\",",
    b"xn--",
    b"%",
    b"@",
    b"#",
    b"?",
    b"/",
    b"//",
    b"..",
    b"-",
    b"0x",
    b"1.2.3.4",
    b":99999",
    b"[::1]",
    b"_",
    b"A",
];

/// Changes a text in one to three places.
pub(crate) fn mutate(text: &mut Vec<u8>, random: &mut Random) {
    for _ in 0..=random.below(3) {
        let at = random.below(text.len() + 1);
        match random.below(5) {
            0 if at < text.len() => drop(text.remove(at)),
            1 if at < text.len() => text[at] = random.next() as u8,
            2 => {
                let piece = PIECES[random.below(PIECES.len())];
                text.splice(at..at, piece.iter().copied());
            }
            3 => {
                let end = (at + random.below(12)).min(text.len());
                let copy = text[at.min(end)..end].to_vec();
                let to = random.below(text.len() + 1);
                text.splice(to..to, copy);
            }
            _ => {
                let end = (at + random.below(6)).min(text.len());
                drop(text.drain(at.min(end)..end));
            }
        }
    }
}

/// Calls `run` with every case of the corpus as it is, then with mutations of the short ones: a mutation of a long text
/// hardly ever hits a spot that matters.
pub(crate) fn for_each(mut run: impl FnMut(&'static Schema, &[u8])) {
    let mut texts = Vec::new();
    corpus::for_each(|case| {
        run(case.schema, &case.text);
        if case.text.len() < 1500 {
            texts.push((case.schema, case.text.clone()));
        }
    });
    let mut random = Random(SEED);
    for _ in 0..MUTATIONS {
        let (schema, text) = &texts[random.below(texts.len())];
        let mut text = text.clone();
        mutate(&mut text, &mut random);
        run(schema, &text);
    }
}
