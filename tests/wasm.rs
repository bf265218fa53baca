//! The crate as JavaScript hosts run it, in Node and in a browser: `cargo xtask test node browser`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use prevet::schemas::Schema;
use wasm_bindgen_test::wasm_bindgen_test;

/// The pointers and codes of the issues of a Teable OAuth application with this redirect address.
fn issues(redirect: &str) -> Vec<(String, &'static str)> {
    let schema = Schema::named("teable.oauth-client.request").unwrap();
    let body = format!(
        r#"{{"name":"a","homepage":"https://a.example","redirectUris":["{redirect}"],"scopes":["table|read"]}}"#
    );
    schema.check_text(body.as_bytes()).iter().map(|issue| (issue.pointer(), issue.code.as_str())).collect()
}

#[wasm_bindgen_test]
fn the_host_decides_what_a_url_is() {
    assert_eq!(issues("https://b\u{fc}cher.example/zur\u{fc}ck"), []);
    assert_eq!(issues("https://[::1/"), [("/redirectUris/0".to_owned(), "invalid_url")]);
}
