//! The fast path for text accepts nothing that the full validator refuses: on the corpus, and on mutations of it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "support/corpus.rs"]
mod corpus;

use prevet::schemas::Schema;

const MUTATIONS: usize = 1_000_000;
const SEED: u64 = 20_261_121;

/// xorshift64*: the same sequence everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, limit: usize) -> usize {
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

fn mutate(text: &mut Vec<u8>, random: &mut Random) {
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

#[track_caller]
fn assert_agreement(schema: &Schema, text: &[u8]) {
    if schema.check_text(text).is_empty() {
        let refused = schema.check_text_in_full(text);
        assert!(refused.is_empty(), "{} accepts early {:?}: {refused:?}", schema.name, String::from_utf8_lossy(text));
    }
}

#[test]
fn nothing_is_accepted_early_that_the_full_validator_refuses() {
    let mut texts = Vec::new();
    corpus::for_each(|case| {
        assert_agreement(case.schema, &case.text);
        // A mutation of a long text hardly ever hits a spot that matters.
        if case.text.len() < 1500 {
            texts.push((case.schema, case.text.clone()));
        }
    });
    let mut random = Random(SEED);
    let mut accepted = 0;
    for _ in 0..MUTATIONS {
        let (schema, text) = &texts[random.below(texts.len())];
        let mut text = text.clone();
        mutate(&mut text, &mut random);
        assert_agreement(schema, &text);
        accepted += usize::from(schema.check_text(&text).is_empty());
    }
    assert!(accepted > MUTATIONS / 20, "only {accepted} mutations were valid: they say little");
}

#[test]
fn lines_agree_with_texts() {
    let mut random = Random(SEED + 1);
    let schema = Schema::named("teable.oauth-client.request").unwrap();
    let valid = br#"{"name":"a","homepage":"https://a.io","scopes":["table|read"],"redirectUris":["https://a.io/cb"]}"#;
    for _ in 0..20_000 {
        let mut text = Vec::new();
        for _ in 0..random.below(4) {
            let mut line = valid.to_vec();
            if random.below(2) == 0 {
                mutate(&mut line, &mut random);
            }
            text.extend(line);
            text.push(b'\n');
        }
        let checked = schema.check_lines(&text);
        let lines = text.split(|&byte| byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line));
        let filled: Vec<_> =
            lines.filter(|line| !line.iter().all(|byte| matches!(byte, b' ' | b'\t' | b'\r'))).collect();
        let valid = filled.iter().filter(|line| schema.check_text_in_full(line).is_empty()).count();
        assert_eq!((checked.lines, checked.valid), (filled.len(), valid), "{:?}", String::from_utf8_lossy(&text));
        assert_eq!(checked.failures.len(), filled.len() - valid);
    }
}
