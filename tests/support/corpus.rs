//! Reads `tests/cases/<schema>/conformance.jsonl`.

#![allow(dead_code, reason = "not every test file reads all of a case")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use prevet::schemas::{LIST, Schema};
use serde::Deserialize;
use serde_json::value::RawValue;

/// One case, as text.
pub(crate) struct Case {
    /// Its name.
    pub(crate) id: String,
    /// The schema that it is about.
    pub(crate) schema: &'static Schema,
    /// The body.
    pub(crate) text: Vec<u8>,
    /// The expected pointers and codes.
    pub(crate) errors: BTreeSet<(String, String)>,
}

#[derive(Deserialize)]
struct Line<'a> {
    id: String,
    schema: String,
    #[serde(borrow, default, deserialize_with = "present")]
    input: Option<&'a RawValue>,
    #[serde(borrow)]
    raw: Option<&'a RawValue>,
    #[serde(rename = "rawBase64")]
    raw_base64: Option<String>,
    errors: Vec<Expected>,
}

/// `null` is an input too, not an absent one.
fn present<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<&'de RawValue>, D::Error> {
    Deserialize::deserialize(deserializer).map(Some)
}

#[derive(Deserialize)]
struct Expected {
    pointer: String,
    code: String,
}

/// Calls `run` with every case of every schema. A schema without cases fails.
pub(crate) fn for_each(mut run: impl FnMut(&Case)) {
    for schema in LIST {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(schema.name).join("conformance.jsonl");
        let lines = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for line in lines.split('\n').filter(|line| !line.is_empty()) {
            let line: Line<'_> = serde_json::from_str(line).unwrap();
            assert_eq!(line.schema, schema.name);
            let text = match (line.input, line.raw, &line.raw_base64) {
                (Some(input), ..) => input.get().as_bytes().to_vec(),
                (_, Some(raw), _) => unquoted(raw.get()),
                (_, _, Some(base64)) => decoded(base64),
                _ => panic!("{}: no input", line.id),
            };
            let errors = line.errors.into_iter().map(|expected| (expected.pointer, expected.code)).collect();
            run(&Case { id: line.id, schema, text, errors });
        }
    }
}

/// A JSON string's content as UTF-8, a lone surrogate as U+FFFD, which is what `TextEncoder` makes of it.
fn unquoted(json: &str) -> Vec<u8> {
    let Bytes(wtf8) = serde_json::from_str(json).unwrap();
    let mut out = Vec::with_capacity(wtf8.len());
    let mut rest = wtf8.as_slice();
    while let Some((&first, tail)) = rest.split_first() {
        if first == 0xED && tail.first().is_some_and(|&second| second >= 0xA0) {
            out.extend("\u{FFFD}".bytes());
            rest = &tail[2..];
        } else {
            out.push(first);
            rest = tail;
        }
    }
    out
}

struct Bytes(Vec<u8>);

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = Bytes;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a string")
            }
            fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Bytes, E> {
                Ok(Bytes(bytes.to_vec()))
            }
        }
        deserializer.deserialize_bytes(Visitor)
    }
}

/// Base64 of the standard alphabet.
fn decoded(base64: &str) -> Vec<u8> {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bits = 0_u32;
    let mut held = 0;
    let mut out = Vec::new();
    for byte in base64.bytes().filter(|&byte| byte != b'=') {
        let digit = ALPHABET.iter().position(|&letter| letter == byte).unwrap();
        bits = bits << 6 | digit as u32;
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push((bits >> held) as u8);
        }
    }
    out
}
