//! The conformance corpus as JavaScript hosts run it: every case's verdict, pointers and codes, with the host's own URL
//! parser. `cargo xtask test node browser`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "support/embedded.rs"]
mod embedded;

use std::collections::BTreeSet;

use embedded::CORPUS;
use js_sys::{Array, JSON, Reflect, Uint8Array};
use prevet::schemas::Schema;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen]
extern "C" {
    fn atob(base64: &str) -> js_sys::JsString;
}

type Found = BTreeSet<(String, String)>;

fn get(object: &JsValue, key: &str) -> Option<JsValue> {
    let key = key.into();
    Reflect::has(object, &key).unwrap().then(|| Reflect::get(object, &key).unwrap())
}

fn string(object: &JsValue, key: &str) -> String {
    get(object, key).unwrap().as_string().unwrap()
}

/// The body as the bytes that a host would send. A lone surrogate becomes U+FFFD on the way out of JavaScript.
fn text(case: &JsValue) -> Vec<u8> {
    if let Some(input) = get(case, "input") {
        return String::from(JSON::stringify(&input).unwrap()).into_bytes();
    }
    if let Some(raw) = get(case, "raw") {
        return raw.as_string().unwrap().into_bytes();
    }
    let binary = atob(&string(case, "rawBase64"));
    (0..binary.length()).map(|at| binary.char_code_at(at) as u8).collect()
}

fn expected(case: &JsValue) -> Found {
    let errors = Array::from(&get(case, "errors").unwrap());
    errors.iter().map(|error| (string(&error, "pointer"), string(&error, "code"))).collect()
}

fn found(schema: &Schema, text: &[u8]) -> Found {
    // Through a JavaScript buffer and back, as bytes come to the package.
    let bytes = Uint8Array::from(text).to_vec();
    let issues = schema.check_text(&bytes);
    issues.iter().map(|issue| (issue.pointer(), issue.code.as_str().to_owned())).collect()
}

#[wasm_bindgen_test]
fn every_case_of_every_schema_is_answered_as_expected() {
    for (name, lines) in CORPUS {
        let schema = Schema::named(name).unwrap();
        for line in lines.split('\n').filter(|line| !line.is_empty()) {
            let case = JSON::parse(line).unwrap();
            assert_eq!(found(schema, &text(&case)), expected(&case), "{}", string(&case, "id"));
        }
    }
}
