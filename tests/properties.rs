//! Properties over random input: nothing panics, pointers lead somewhere, every reader gives the same issues.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "support/corpus.rs"]
mod corpus;
#[path = "support/words.rs"]
mod words;

use prevet::locale::Locale;
use prevet::schemas::LIST;
use proptest::prelude::*;
use serde_json::{Value, json};
use words::write;

/// Values that schemas have an opinion about, and some that none has.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        prop::sample::select(vec![
            "feishu",
            "oidc",
            "oicd",
            "table|read",
            "table|raed",
            "https://a.io/cb",
            "http://b\u{fc}cher.de",
            "a b",
            "",
            "8cdbc496-c95c-4f19-b3a3-fee03ed5f924",
            "\u{1F600}",
            "x\0y",
        ])
        .prop_map(Value::from),
    ];
    let key = prop_oneof![
        prop::sample::select(vec![
            "type",
            "config",
            "id",
            "name",
            "appId",
            "appSecret",
            "clientId",
            "clientSecret",
            "issuer",
            "tokenUrl",
            "userInfoUrl",
            "authorizationUrl",
            "homepage",
            "redirectUris",
            "scopes",
            "logo",
            "description",
            "data",
            "title",
            "app",
            "authentication_fields",
            "__proto__",
        ])
        .prop_map(str::to_owned),
        ".{0,4}",
    ];
    leaf.prop_recursive(4, 64, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::hash_map(key.clone(), inner, 0..9).prop_map(Value::from_iter),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_bytes_get_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        for schema in LIST {
            for issue in schema.check_text(&bytes) {
                prop_assert!(schema.message(&issue, Locale::En).ends_with(['.', '?']));
            }
        }
    }

    #[test]
    fn pointers_lead_to_a_value_or_name_what_its_parent_lacks(body in value()) {
        for schema in LIST {
            for issue in schema.check_text(body.to_string().as_bytes()) {
                let pointer = issue.pointer();
                if issue.code.as_str() == "required" {
                    let (parent, key) = pointer.rsplit_once('/').unwrap();
                    prop_assert!(body.pointer(parent).unwrap().as_object().unwrap().get(key).is_none());
                } else {
                    prop_assert!(body.pointer(&pointer).is_some(), "{pointer}");
                }
            }
        }
    }

    #[test]
    fn at_most_one_issue_a_place_and_containers_first(body in value()) {
        for schema in LIST {
            let pointers: Vec<_> = schema.check_text(body.to_string().as_bytes()).iter().map(|i| i.pointer()).collect();
            for (at, pointer) in pointers.iter().enumerate() {
                for earlier in &pointers[..at] {
                    prop_assert!(!format!("{earlier}/").starts_with(&format!("{pointer}/")), "{earlier} before {pointer}");
                    prop_assert!(!format!("{pointer}/").starts_with(&format!("{earlier}/")), "{pointer} below {earlier}");
                }
            }
        }
    }

    #[test]
    fn the_words_of_a_value_and_its_text_give_the_same_issues(body in value()) {
        for schema in LIST {
            let (words, text) = write(&schema.node, &body);
            let from_words = schema.check_words(&words, &text, &[]);
            let mut from_text = schema.check_text(body.to_string().as_bytes());
            from_text.iter_mut().for_each(|issue| issue.position = None);
            prop_assert_eq!(from_words, from_text);
        }
    }

    #[test]
    fn any_words_get_an_answer(words in prop::collection::vec(prop_oneof![0_u32..18, any::<u32>()], 0..60), text in ".{0,20}") {
        for schema in LIST {
            for issue in schema.check_words(&words, &text, &[]) {
                prop_assert!(schema.message(&issue, Locale::En).ends_with(['.', '?']));
            }
        }
    }
}

#[test]
fn no_message_and_no_parameter_holds_a_value() {
    const CANARY: &str = "qZx9canary7";
    let spoil = |value: &Value| match value {
        Value::String(text) => Value::from(format!("{CANARY}{text}")),
        Value::Array(_) | Value::Object(_) => Value::from(CANARY),
        _ => json!([CANARY]),
    };
    let (mut cases, mut probes) = (0, 0);
    corpus::for_each(|case| {
        // One case in four is plenty, and a large body has many places that are alike.
        cases += 1;
        if cases % 4 != 0 || case.text.len() > 2000 {
            return;
        }
        let Ok(mut body) = serde_json::from_slice::<Value>(&case.text) else { return };
        for pointer in pointers(&body) {
            let spot = body.pointer_mut(&pointer).unwrap();
            let kept = std::mem::replace(spot, Value::Null);
            *body.pointer_mut(&pointer).unwrap() = spoil(&kept);
            for issue in case.schema.check_text(body.to_string().as_bytes()) {
                let messages: Vec<_> = Locale::ALL.iter().map(|&locale| case.schema.message(&issue, locale)).collect();
                let shown = format!("{issue:?} {messages:?}");
                assert!(!shown.contains(CANARY), "{}: {shown}", case.id);
                probes += 1;
            }
            *body.pointer_mut(&pointer).unwrap() = kept;
        }
    });
    assert!(probes > 10_000, "only {probes} issues were looked at");
}

/// Pointers to every value, except where keys would need escaping.
fn pointers(value: &Value) -> Vec<String> {
    let mut all = vec![String::new()];
    let children: Vec<(String, &Value)> = match value {
        Value::Array(items) => items.iter().enumerate().map(|(i, item)| (i.to_string(), item)).collect(),
        Value::Object(map) => {
            map.iter().filter(|(k, _)| !k.contains(['~', '/'])).map(|(k, v)| (k.clone(), v)).collect()
        }
        _ => Vec::new(),
    };
    for (key, child) in children {
        all.extend(pointers(child).into_iter().map(|below| format!("/{key}{below}")));
    }
    all
}
