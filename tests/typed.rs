//! serde and garde, by the Rust types alone, take for valid what the check takes for valid: on the corpus, and on
//! mutations of it. The two have nothing in common but the definition.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "support/corpus.rs"]
mod corpus;
#[path = "support/mutations.rs"]
mod mutations;

use garde::Validate;
use mutations::MUTATIONS;
use prevet::schemas::teable_authentication::{Authentication, Request};
use prevet::schemas::zapier_components;
use prevet::shape::{Describe, Kind, Shape};
use prevet::typed::Document;
use serde::Serialize;
use serde_json::to_value;

#[test]
fn the_types_and_the_check_agree() {
    let mut accepted = 0;
    mutations::for_each(|schema, text| {
        let issues = schema.check_text_in_full(text);
        let valid = schema.accepts_as_type(text);
        assert_eq!(valid, issues.is_empty(), "{} {:?}: {issues:?}", schema.name, String::from_utf8_lossy(text));
        accepted += usize::from(valid);
    });
    assert!(accepted > MUTATIONS / 20, "only {accepted} texts were valid: they say little");
}

#[test]
fn what_debug_shows_has_no_secret() {
    let secret = "Zq8-canary-55c1";
    let text = format!(r#"{{"type":"feishu","config":{{"appId":"cli_1","appSecret":"{secret}"}},"name":"Acme"}}"#);
    let document = Document::read(text.as_bytes()).unwrap();
    let body = format!("{:?}", document.decode::<Request<'_>>().unwrap());
    assert!(
        !body.contains(secret) && body.contains("app_secret: (secret)") && body.contains(r#"app_id: "cli_1""#),
        "{body}"
    );
    assert_eq!(format!("{document:?}"), "Document { .. }");
}

#[test]
fn a_body_is_read_as_its_type() {
    let text = br#"{"type":"feishu","config":{"appId":"cli_1","appSecret":"a\u00e9"},"name":"Acme","id":null}"#;
    let document = Document::read(text).unwrap();
    let issues = document.decode::<Request<'_>>().unwrap_err();
    assert_eq!(issues.len(), 1);
    assert_eq!((issues[0].pointer().as_str(), issues[0].code.as_str()), ("/id", "invalid_type"));

    let text = br#"{"type":"feishu","config":{"appId":"cli_1","appSecret":"a\u00e9"},"name":"Acme"}"#;
    let document = Document::read(text).unwrap();
    let Authentication::Feishu(mut provider) = document.decode::<Request<'_>>().unwrap() else {
        panic!("another branch");
    };
    assert_eq!((provider.name, provider.id, provider.config.app_secret), ("Acme", None, "a\u{e9}"));
    provider.config.app_id = "";
    let report = provider.validate().unwrap_err().to_string();
    assert_eq!(report, "config.app_id: length is lower than 1\n");
}

#[test]
fn a_text_that_is_not_json_is_no_document() {
    let issue = Document::read(b"{\"slug\": ?}").unwrap_err();
    assert_eq!((issue.code.as_str(), issue.position.unwrap().offset), ("invalid_json", 9));
    let document = Document::read(b"{}").unwrap();
    let issues = document.decode::<zapier_components::Category<'_>>().unwrap_err();
    assert_eq!((issues[0].pointer().as_str(), issues[0].code.as_str()), ("/slug", "required"));
}

/// Names of several words, in every casing that `derive(Shape)` knows.
macro_rules! named {
    ($structure:ident, $choice:ident $(, $casing:meta)?) => {
        /// A body.
        #[derive(Default, Serialize, Shape)]
        $(#[serde($casing)])?
        struct $structure {
            /// One word.
            #[field(label = "Name", zh = "名称", help_zh = "一个词。")]
            name: bool,
            /// Several words.
            #[field(label = "Name", zh = "名称", help_zh = "几个词。")]
            of_three_words: bool,
            /// A keyword.
            #[field(label = "Name", zh = "名称", help_zh = "关键字。")]
            r#type: bool,
            /// With a line in front and a digit.
            #[field(label = "Name", zh = "名称", help_zh = "带下划线。")]
            _hidden_2nd: bool,
            /// A name of its own.
            #[serde(rename = "its_OWN")]
            #[field(label = "Name", zh = "名称", help_zh = "自己的名称。")]
            renamed_field: bool,
        }

        /// A choice.
        #[derive(Clone, Copy, Serialize, Shape)]
        $(#[serde($casing)])?
        enum $choice {
            One,
            OfThreeWords,
            OAuth2,
            #[serde(rename = "its_OWN")]
            RenamedVariant,
        }

        let Kind::Object(object) = $structure::NODE.kind else { panic!("no object") };
        let names: Vec<_> = object.fields.iter().map(|field| field.name).collect();
        let written = to_value($structure::default()).unwrap();
        assert_eq!(names, written.as_object().unwrap().keys().collect::<Vec<_>>());

        let Kind::Options(options) = $choice::NODE.kind else { panic!("no options") };
        let all = [$choice::One, $choice::OfThreeWords, $choice::OAuth2, $choice::RenamedVariant];
        assert_eq!(options.values, all.map(|option| to_value(option).unwrap()));
    };
}

#[test]
fn names_are_those_of_serde() {
    named!(Plain, PlainChoice);
    named!(Camel, CamelChoice, rename_all = "camelCase");
    named!(Lower, LowerChoice, rename_all = "lowercase");
}
