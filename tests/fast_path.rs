//! The fast path for text accepts nothing that the full validator refuses: on the corpus, and on mutations of it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "support/corpus.rs"]
mod corpus;
#[path = "support/mutations.rs"]
mod mutations;

use mutations::{MUTATIONS, Random, SEED, mutate};
use prevet::schemas::{LIST, Schema};
use prevet::shape::{Field, Kind, Node, Object};

#[track_caller]
fn assert_agreement(schema: &Schema, text: &[u8]) {
    if schema.check_text(text).is_empty() {
        let refused = schema.check_text_in_full(text);
        assert!(refused.is_empty(), "{} accepts early {:?}: {refused:?}", schema.name, String::from_utf8_lossy(text));
    }
}

#[test]
fn nothing_is_accepted_early_that_the_full_validator_refuses() {
    let mut accepted = 0;
    mutations::for_each(|schema, text| {
        assert_agreement(schema, text);
        accepted += usize::from(schema.check_text(text).is_empty());
    });
    assert!(accepted > MUTATIONS / 20, "only {accepted} texts were valid: they say little");
}

/// Pointers are made of known keys without escaping `~` and `/` (RFC 6901).
fn is_pointed_to_as_it_stands(key: &str) -> bool {
    !key.contains(['~', '/'])
}

/// A set of an object's fields is the bits of a `u32`, and an order has a byte for the branch of a union and one for the field.
#[test]
fn the_schemas_keep_within_what_the_readers_take_for_granted() {
    fn object(fields: &[Field]) {
        assert!(fields.len() <= 32, "{} fields", fields.len());
        for field in fields {
            assert!(is_pointed_to_as_it_stands(field.name), "{}", field.name);
            node(&field.node);
        }
    }
    fn node(shape: &Node) {
        match shape.kind {
            Kind::Object(one) | Kind::ObjectOrText(one) => object(one.fields),
            Kind::List { item, .. } => node(item),
            Kind::Union(union) => {
                assert!(union.branches.len() <= 255, "{} branches", union.branches.len());
                assert!(is_pointed_to_as_it_stands(union.tag), "{}", union.tag);
                let names = |object: &Object| object.fields.iter().map(|field| field.name).collect::<Vec<_>>();
                // The package knows what all branches share by the first of them.
                assert!(
                    union.branches.iter().all(|branch| names(branch.object) == names(union.shared)),
                    "{}",
                    union.tag
                );
                union.branches.iter().for_each(|branch| object(branch.object.fields));
            }
            _ => {}
        }
    }
    LIST.iter().for_each(|schema| node(&schema.node));
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
