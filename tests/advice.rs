//! The cases of advice: for each the rules that must fire, those that must not, and all that the reference fires.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use prevet::advice::Rule;
use prevet::locale::Locale;
use prevet::oidc::{Input, PRESETS, discovery_url, from_discovery};
use prevet::schemas::Schema;
use prevet::scopes;
use serde_json::{Value, json};

const CASES: &str = include_str!("cases/advice/advice.json");
const BASE_BODIES: &str = include_str!("cases/advice/base_bodies.json");
const DISCOVERY: &str = include_str!("cases/advice/discovery.json");

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn schema(form: &str) -> &'static Schema {
    let name = match form {
        "teable.oauthClient" => "teable.oauth-client.request",
        "zapier.authentication" => "zapier.authentication.request",
        _ => "teable.authentication.request",
    };
    Schema::named(name).unwrap()
}

/// A base body with the case's value put in.
fn body(case: &Value) -> Value {
    let mut body = parsed(BASE_BODIES)[case["form"].as_str().unwrap()].clone();
    let at = case["at"].as_str().unwrap();
    let Some((parent, key)) = at.rsplit_once('/') else { return case["value"].clone() };
    match body.pointer_mut(parent).unwrap() {
        Value::Array(rows) => rows[key.parse::<usize>().unwrap()] = case["value"].clone(),
        parent => parent[key] = case["value"].clone(),
    }
    body
}

fn fires(schema: &Schema, body: &Value) -> BTreeSet<&'static str> {
    let text = body.to_string();
    assert_eq!(schema.check_text(text.as_bytes()), [], "{text}");
    schema.advise_text(text.as_bytes(), &[]).iter().map(|advice| advice.rule.id()).collect()
}

#[test]
fn every_case() {
    let mut failures = Vec::new();
    let cases = parsed(CASES);
    let cases = cases.as_array().unwrap();
    for case in cases {
        let id = case["id"].as_str().unwrap();
        let set = |name: &str| -> BTreeSet<&str> {
            case[name].as_array().unwrap().iter().filter_map(Value::as_str).collect()
        };
        let (must, must_not, expected) = (set("must"), set("must_not"), set("fires"));
        let found = fires(schema(case["form"].as_str().unwrap()), &body(case));
        let forbidden = |rule: &&str| must_not.contains(*rule) || (must_not.contains("*") && !must.contains(*rule));
        if !must.is_subset(&found) || found.iter().any(forbidden) {
            failures.push(format!("{id}: must {must:?}, must not {must_not:?}, found {found:?}"));
        }
        if found != expected {
            failures.push(format!("{id}: the reference fires {expected:?}, found {found:?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(!cases.is_empty());
}

#[test]
fn every_rule_has_a_case_and_a_text_in_both_languages() {
    let cases = parsed(CASES);
    for &rule in Rule::ALL {
        let mut all = cases.as_array().unwrap().iter();
        let case = all.find(|case| case["must"].as_array().unwrap().contains(&rule.id().into()));
        let case = case.unwrap_or_else(|| panic!("no case in advice.json has {} in its `must`", rule.id()));
        let schema = schema(case["form"].as_str().unwrap());
        let found = schema.advise_text(body(case).to_string().as_bytes(), &[]);
        let advice = found.iter().find(|advice| advice.rule == rule).unwrap();
        let en = schema.advice_message(advice, Locale::En);
        let zh = schema.advice_message(advice, Locale::Zh);
        let (label, text) = en.split_once(": ").unwrap();
        assert!(!label.is_empty() && !text.contains(['{', '}']) && en.ends_with('.'), "{en}");
        let (label, text) = zh.split_once('：').unwrap();
        assert!(!label.is_empty() && !text.contains(['{', '}']) && zh.ends_with('。'), "{zh}");
        println!("{:32} {en}\n{:32} {zh}", rule.id(), "");
        // Switched off it is silent, and nothing else changes.
        let off = schema.advise_text(body(case).to_string().as_bytes(), &[rule]);
        assert_eq!(off, found.into_iter().filter(|advice| advice.rule != rule).collect::<Vec<_>>());
    }
}

#[test]
fn the_base_bodies_and_the_samples_of_the_forms_are_free_of_advice() {
    for (form, body) in parsed(BASE_BODIES).as_object().unwrap() {
        assert_eq!(fires(schema(form), body), BTreeSet::new(), "{form}");
    }
}

#[test]
fn presets_give_bodies_free_of_advice() {
    for preset in PRESETS {
        // No placeholder has what a path cannot hold, so it goes in as it is.
        let fill = |template: &str| {
            let name = |input: &Input| ["{", input.name, "}"].concat();
            preset.inputs.iter().fold(template.to_owned(), |text, input| text.replace(&name(input), input.placeholder))
        };
        let (id, secret) = match preset.name {
            "google" => ("123-abc.apps.googleusercontent.com", "GOCSPX-abcdefghijklmnopqrstuvwx"),
            "entra" => ("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee", "abC8Q~x1y2z3.w4v5u6t7s8r9q0p"),
            _ => ("teable-prod", "q7Rk2mV9sLx4TzW8bNf3"),
        };
        let issuer = fill(preset.issuer);
        let body = json!({"type": "oidc", "name": "Acme SSO", "config": {
            "clientId": id, "clientSecret": secret, "issuer": issuer, "authorizationUrl": fill(preset.authorization_url),
            "tokenUrl": fill(preset.token_url), "userInfoUrl": fill(preset.user_info_url),
        }});
        assert!(!body.to_string().contains("{{") && !issuer.contains('{'), "{}", preset.name);
        assert_eq!(fires(schema("oidc"), &body), BTreeSet::new(), "{}", preset.name);
        assert!(discovery_url(&issuer).is_some());
    }
    assert_eq!(PRESETS.len(), 9);
}

#[test]
fn rules_fire_on_the_scopes_that_the_catalogue_flags() {
    let rules = [
        ("bulk-data", "scope-bulk-export"),
        ("runs-later", "scope-automation-write"),
        ("account-takeover", "scope-token-admin"),
    ];
    for entry in scopes::CATALOGUE {
        let mut body = parsed(BASE_BODIES)["teable.oauthClient"].clone();
        body["scopes"] = json!([entry.scope]);
        let found = fires(schema("teable.oauthClient"), &body);
        for (flag, rule) in rules {
            assert_eq!(found.contains(rule), entry.flags.contains(&flag), "{} {rule}", entry.scope);
        }
        assert_eq!(
            found.contains("scope-destructive"),
            scopes::risk(entry.scope) == scopes::Risk::Destructive,
            "{}",
            entry.scope
        );
    }
}

#[test]
fn scope_presets_but_everything_are_free_of_warnings() {
    for preset in scopes::PRESETS {
        let chosen: Vec<_> = scopes::all().iter().filter(|scope| (preset.has)(scope)).collect();
        let mut body = parsed(BASE_BODIES)["teable.oauthClient"].clone();
        body["scopes"] = json!(chosen);
        let found = fires(schema("teable.oauthClient"), &body);
        assert_eq!(found.contains("scope-all"), preset.name == "all");
        assert!(preset.name == "all" || found.is_empty(), "{}: {found:?}", preset.name);
    }
}

#[test]
fn discovery() {
    let cases = parsed(DISCOVERY);
    for case in cases.as_array().unwrap() {
        if case["kind"] == "url" {
            assert_eq!(json!(discovery_url(case["input"].as_str().unwrap())), case["discovery_url"], "{case}");
            continue;
        }
        let document = case["document"].as_str().map_or_else(|| case["document"].to_string(), str::to_owned);
        let found = from_discovery(case["typed_issuer"].as_str().unwrap(), &document);
        let codes: Vec<_> = found.problems.iter().map(|problem| problem.as_str()).collect();
        let prefill = found.prefill.map(|prefill| {
            json!({
                "issuer": prefill.issuer, "authorizationUrl": prefill.authorization_url, "tokenUrl": prefill.token_url,
                "userInfoUrl": prefill.user_info_url,
            })
        });
        assert_eq!(json!({"prefill": prefill, "problems": codes}), case["expect"], "{case}");
    }
    assert_eq!(cases.as_array().unwrap().len(), 11);
}

#[test]
fn the_table_of_rules_is_current() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/advice-rules.md");
    let made = prevet::describe::advice_rules();
    if std::env::var_os("PREVET_WRITE").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let is_current = std::fs::read_to_string(&path).unwrap() == made;
    assert!(is_current, "docs/advice-rules.md is not the table of rules: PREVET_WRITE=1 cargo test --test advice");
}

#[test]
fn the_catalogue_is_complete() {
    let source = prevet::describe::catalogue_typescript();
    let count = |name: &str| {
        let line = source.lines().find(|line| line.starts_with(&format!("export const {name}: "))).unwrap();
        let list = line.split_once(" = ").unwrap().1.trim_end_matches(';');
        parsed(list).as_array().unwrap().len()
    };
    assert_eq!(["scopes", "scopePresets", "oidcPresets"].map(count), [28, 4, 9]);
    let options = |name: &str| {
        source.split(&format!("type {name} = ")).nth(1).unwrap().lines().next().unwrap().split(" | ").count()
    };
    assert_eq!(["Locale", "AdviceRule", "DiscoveryProblemCode"].map(options), [2, Rule::ALL.len(), 11]);
}

#[test]
fn advice_as_json() {
    let text = br#"{"data":{"title":" A","app":"4b3920d6-1d5a-4071-b837-9383dc511b80","authentication_fields":{"a/b~ c":""}}}"#;
    let schema = schema("zapier.authentication");
    let path = json!(["data", "authentication_fields", "a/b~ c"]);
    let pointer = "/data/authentication_fields/a~1b~0 c";
    let expected = json!([
        {"rule": "text-whitespace", "severity": "info", "path": ["data", "title"], "pointer": "/data/title",
            "message": "Title: remove the space around this text.", "params": {}, "fix": "A"},
        {"rule": "zapier-field-empty", "severity": "warning", "path": path, "pointer": pointer,
            "message": "Authentication fields (a/b~ c): enter a value, or remove this field.", "params": {}},
        {"rule": "zapier-field-key", "severity": "warning", "path": path, "pointer": pointer,
            "message": "Authentication fields (a/b~ c): use each field's key exactly as the app defines it, without spaces and only once.",
            "params": {}},
    ]);
    assert_eq!(parsed(&schema.advice_json(text, &[], Locale::En)), expected);
    let text = br#"{"name":"A","homepage":"https://a.io","scopes":["table|delete","table|read"],"redirectUris":["https://a.io/x","https://a.io/x"]}"#;
    let schema = Schema::named("teable.oauth-client.request").unwrap();
    let found = parsed(&schema.advice_json(text, &[], Locale::Zh));
    assert_eq!(found[0]["params"], json!({"names": ["table|delete"]}));
    assert_eq!(
        (&found[1]["path"], &found[1]["params"]),
        (&json!(["redirectUris", 1]), &json!({"other": "/redirectUris/0"}))
    );
    assert_eq!(schema.advice_json(b"{", &[], Locale::En), "[]");
}

#[test]
fn discovery_as_json() {
    let document =
        r#"{"issuer":"https://a.io/","authorization_endpoint":"https://a.io/a","token_endpoint":"https://a.io/t"}"#;
    let found = parsed(&from_discovery("https://a.io", document).json(Locale::En));
    let prefill =
        json!({"issuer": "https://a.io/", "authorizationUrl": "https://a.io/a", "tokenUrl": "https://a.io/t"});
    assert_eq!(found["prefill"], prefill);
    assert_eq!(found["problems"][0]["code"], "issuer-slash-differs");
    assert_eq!(found["problems"][1]["code"], "userinfo-missing");
    let refused = parsed(&from_discovery("", "<html>").json(Locale::Zh));
    let message = "发现文档：请使用提供方给出的 JSON 文本。";
    assert_eq!(refused, json!({"prefill": null, "problems": [{"code": "not-json", "message": message}]}));
}
