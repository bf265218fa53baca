//! The boundary of advice and discovery. Answers are JSON text: they are small and seldom, and writing text takes far less
//! code than building objects.

use wasm_bindgen::prelude::*;

use super::exchange::Exchange;
use super::{language, list_of, listed};
use crate::advice::Rule;
use crate::oidc;

/// The advice on a value that the package's reader wrote down, free-form objects walked, as
/// [JSON](crate::schemas::Schema::advice_json_of_words). Ids in `off`, with commas between, that are no rule's are passed over.
/// `extra` is as for [`check_tape`](super::check_tape).
#[wasm_bindgen(js_name = adviseTape)]
pub fn advise_tape(
    schema: usize,
    words: usize,
    bytes: usize,
    locale: usize,
    off: &str,
    extra: Option<String>,
) -> String {
    let schema = listed(schema);
    let off = Rule::all_of(off);
    let input = Exchange::take();
    let extra = list_of(&extra);
    let json =
        schema.advice_json_of_words(input.words(words), input.text(bytes), &off, &extra.texts(), language(locale));
    input.give();
    json
}

/// Where an issuer's discovery document is; `undefined` for what is no issuer. See [`oidc::discovery_url`].
#[wasm_bindgen(js_name = discoveryUrl)]
pub fn discovery_url(issuer: &str) -> JsValue {
    serde_wasm_bindgen::to_value(&oidc::discovery_url(issuer)).unwrap_or_default()
}

/// What a discovery document fills in, and what is wrong with it, as [JSON](oidc::Discovery::json); see
/// [`oidc::from_discovery`].
#[wasm_bindgen(js_name = fromDiscovery)]
pub fn from_discovery(issuer: &str, text: &str, locale: usize) -> String {
    oidc::from_discovery(issuer, text).json(language(locale))
}
