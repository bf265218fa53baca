//! The emitted JSON Schema against the documents that it mirrors, member by member and in every dialect; and how two
//! versions of a document are told apart.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use prevet::describe::openapi::{self, References, Source};
use prevet::describe::{Target, json_schema};
use prevet::schemas::LIST;
use serde_json::{Map, Value, json};

/// Where a schema differs from its document on purpose.
const LEDGER: &str = include_str!("openapi/differences.txt");

/// The operations as the documents are known to have them: URL, parameters, statuses. The package's own addresses are held
/// against the documents by its tests.
const ENDPOINTS: [(&str, &str, &[&str], &[&str]); 3] = [
    (
        "teable.authentication endpoint",
        "POST https://app.teable.ai/api/enterprise/{organizationId}/authentication",
        &["path organizationId"],
        &["201"],
    ),
    ("teable.oauth-client endpoint", "POST https://app.teable.ai/api/oauth/client", &[], &["201"]),
    (
        "zapier.authentication endpoint",
        "POST https://api.zapier.com/v2/authentications",
        &[],
        &["201", "400", "401", "403", "409", "429", "500", "503"],
    ),
];

fn text(source: Source) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/openapi").join(source.file());
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[track_caller]
fn read(document: &str, references: References) -> (Source, Map<String, Value>) {
    openapi::read(&serde_yaml_ng::from_str(openapi::fenced(document)).unwrap(), references).unwrap()
}

fn ours(target: Target) -> Map<String, Value> {
    let endpoints = ENDPOINTS.map(|(name, url, parameters, responses)| {
        (name.to_owned(), json!({ "url": url, "parameters": parameters, "responses": responses }))
    });
    let schemas =
        LIST.iter().map(|schema| (schema.name.to_owned(), openapi::canonical(&json_schema(schema, target)).unwrap()));
    endpoints.into_iter().chain(schemas).collect()
}

#[test]
fn every_schema_says_what_its_document_says() {
    let documents = Source::ALL.iter().flat_map(|&source| read(&text(source), References::Follow).1).collect();
    let lines = LEDGER.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let ledger: BTreeSet<_> = lines.map(|line| line.split_once(" # ").unwrap().0.to_owned()).collect();
    for target in Target::ALL {
        let found = BTreeSet::from_iter(openapi::differences(&ours(target), &documents));
        let new: Vec<_> = found.difference(&ledger).collect();
        let stale: Vec<_> = ledger.difference(&found).collect();
        assert!(new.is_empty(), "{}: not in the ledger: {new:#?}", target.name());
        assert!(stale.is_empty(), "{}: no difference any more, remove from the ledger: {stale:#?}", target.name());
    }
}

#[test]
fn each_document_is_known_for_what_it_is() {
    for source in Source::ALL {
        assert_eq!(read(&text(source), References::Name).0, source);
    }
}

/// What is different in a document after some of its text is replaced.
#[track_caller]
fn drift(source: Source, edits: &[(&str, &str)]) -> Vec<String> {
    let old = text(source);
    let new = edits.iter().fold(old.clone(), |text, (from, to)| {
        assert!(text.contains(from), "the document does not have {from:?}");
        text.replacen(from, to, 1)
    });
    openapi::differences(&read(&old, References::Name).1, &read(&new, References::Name).1)
}

#[test]
fn a_document_does_not_differ_from_itself() {
    for source in Source::ALL {
        assert_eq!(drift(source, &[]), [""; 0]);
    }
}

#[test]
fn a_scope_added_and_a_field_made_required_are_two_differences() {
    let scope = "- user|integrations\n";
    let edits = [
        (scope, "- user|integrations\n                      - app|create\n"),
        ("- name\n                - homepage\n", "- name\n                - description\n                - homepage\n"),
    ];
    assert_eq!(
        drift(Source::TeableOAuthClient, &edits),
        [
            "teable.oauth-client.request/description: now required",
            "teable.oauth-client.request/scopes/*: option added: app|create",
        ],
    );
}

#[test]
fn a_change_of_a_shared_schema_is_told_once() {
    let edits = [(
        "        slug:\n          type: string\n",
        "        slug:\n          type: string\n          pattern: '^[a-z]+$'\n",
    )];
    assert_eq!(drift(Source::ZapierAuthentication, &edits), ["zapier.Category/slug: pattern: none -> ^[a-z]+$"]);
    let edits = [("description: An array of error objects.", "maxItems: 9")];
    assert_eq!(drift(Source::ZapierAuthentication, &edits), ["zapier.error.response/errors: maxItems: none -> 9"]);
}

#[test]
fn what_a_document_newly_says_is_told_of_its_own_service() {
    let refusal = "      responses:\n        '400':\n          description: Refused\n          content:\n            \
                   application/json:\n              schema:\n                type: string\n";
    assert_eq!(
        drift(Source::TeableOAuthClient, &[("      responses:\n", refusal)]),
        ["teable.oauth-client endpoint: responses: 201 -> 201, 400", "teable.error.response: schema added"],
    );
}

#[test]
fn a_change_in_one_form_is_told_of_that_form() {
    let edits = [(
        "                        issuer:\n                          type: string\n                          format: uri\n",
        "",
    )];
    assert_eq!(
        drift(Source::TeableAuthentication, &edits),
        ["teable.authentication.request[oidc]/config: field removed: issuer"],
    );
    let edits = [("- oidc\n", "- saml\n")];
    assert_eq!(
        drift(Source::TeableAuthentication, &edits),
        ["teable.authentication.request: form removed: oidc", "teable.authentication.request: form added: saml"],
    );
}

#[test]
fn an_endpoint_that_moved_is_told() {
    let edits = [("https://api.zapier.com\n", "https://api.zapier.eu\n")];
    assert_eq!(
        drift(Source::ZapierAuthentication, &edits),
        ["zapier.authentication endpoint: url: \
          POST https://api.zapier.com/v2/authentications -> POST https://api.zapier.eu/v2/authentications"],
    );
}

#[test]
fn every_kind_of_change_has_its_line() {
    let object = |schema: Value| json!({ "properties": { "a": schema } });
    let cases = [
        (object(json!({})), json!({ "properties": {} }), "x: field removed: a"),
        (json!({}), object(json!({})), "x: field added: a (optional)"),
        (json!({}), json!({ "properties": { "a": {} }, "required": ["a"] }), "x: field added: a (required)"),
        (json!({ "properties": { "a": {} }, "required": ["a"] }), object(json!({})), "x/a: no longer required"),
        (json!({ "type": "string" }), json!({ "type": "integer" }), "x: type: string -> integer"),
        (json!({ "type": "string" }), json!({ "type": ["string", "null"] }), "x: nullable: none -> true"),
        (json!({ "type": "string", "nullable": true }), json!({ "type": "string" }), "x: nullable: true -> none"),
        (json!({ "format": "uri" }), json!({ "format": "uuid" }), "x: format: uri -> uuid"),
        (json!({ "maxLength": 255 }), json!({ "maxLength": 100 }), "x: maxLength: 255 -> 100"),
        (json!({ "items": { "minLength": 1 } }), json!({ "items": {} }), "x/*: minLength: 1 -> none"),
        (json!({ "enum": ["a", "b"] }), json!({ "enum": ["b"] }), "x: option removed: a"),
        (json!({ "enum": ["a", "b"] }), json!({}), "x: enum: a, b -> none"),
        (object(json!({})), object(json!({ "default": 0 })), "x/a: default: none -> 0"),
        (json!({}), json!({ "additionalProperties": false }), "x: additionalProperties: none -> false"),
    ];
    for (old, new, line) in cases {
        let x = |schema| Map::from_iter([("x".to_owned(), openapi::canonical(&schema).unwrap())]);
        assert_eq!(openapi::differences(&x(old), &x(new)), [line]);
    }
}

#[test]
fn spellings_of_the_same_are_no_difference() {
    let same = [
        (json!({ "const": "a" }), json!({ "enum": ["a"] })),
        (json!({ "enum": ["a", "b"] }), json!({ "enum": ["b", "a"] })),
        (json!({ "type": ["string", "null"] }), json!({ "oneOf": [{ "type": "string" }, { "type": "null" }] })),
        (json!({ "type": "string", "nullable": true }), json!({ "anyOf": [{ "type": "null" }, { "type": "string" }] })),
        (json!({ "type": "string", "description": "a" }), json!({ "allOf": [{ "type": "string" }], "title": "b" })),
        (json!({ "type": "object", "additionalProperties": {} }), json!({ "type": "object" })),
        (json!({ "$ref": "#/x-y", "x-y": { "type": "string" } }), json!({ "type": "string" })),
    ];
    for (one, other) in same {
        let x = |schema| Map::from_iter([("x".to_owned(), openapi::canonical(&schema).unwrap())]);
        assert_eq!(openapi::differences(&x(one), &x(other)), [""; 0]);
    }
}

#[test]
fn what_is_no_such_document_is_said_in_a_sentence() {
    let error = |document: Value| openapi::read(&document, References::Name).unwrap_err();
    assert_eq!(error(json!({})), "This is none of the three documents: it has no POST operation that prevet knows.");
    let path = |post: Value| json!({ "paths": { "/oauth/client": { "post": post } } });
    assert_eq!(error(path(json!({}))), "The operation has no JSON request body.");
    let body =
        |schema: Value| path(json!({ "requestBody": { "content": { "application/json": { "schema": schema } } } }));
    assert_eq!(error(body(json!({ "$ref": "#/nowhere" }))), "The document has no `#/nowhere`.");
    let circle =
        json!({ "allOf": [{ "$ref": "#/paths/~1oauth~1client/post/requestBody/content/application~1json/schema" }] });
    assert_eq!(error(body(circle)), "A schema of the document refers to itself.");
}
