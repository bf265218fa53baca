//! The sections of a wasm module.

use anyhow::{Context, Result};
use wasmparser::{Parser, Payload};

/// The custom section in which a compiler says what target features it used.
const FEATURES: &str = "target_features";

/// The length of the magic number and the version that a module begins with.
const HEADER: usize = 8;

/// A module without the note on target features, from which wasm-bindgen would conclude that every engine that runs it
/// has reference types: the standard library that rustup ships was built with them, though nothing uses one.
pub(crate) fn without_features(module: &[u8]) -> Result<Vec<u8>> {
    let mut from = HEADER;
    let mut rest = module.to_vec();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.context("reading the compiled module")?;
        if let Some((_, content)) = payload.as_section() {
            if matches!(&payload, Payload::CustomSection(section) if section.name() == FEATURES) {
                rest.drain(from..content.end);
                break;
            }
            from = content.end;
        }
    }
    Ok(rest)
}
