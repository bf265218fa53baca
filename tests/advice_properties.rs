//! Properties of advice over random bodies: it never panics, never repeats a secret, and what it suggests helps.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "support/words.rs"]
mod words;

use std::collections::BTreeSet;

use prevet::advice::Advice;
use prevet::issue::Segment;
use prevet::locale::Locale;
use prevet::schemas::Schema;
use proptest::prelude::*;
use serde_json::{Value, json};

const SSO: &str = "teable.authentication.request";
const OAUTH: &str = "teable.oauth-client.request";
const ZAPIER: &str = "zapier.authentication.request";

/// Pieces that the rules look for, put together at random: URLs, names and credentials, good and bad.
fn text() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "https://",
        "http://",
        "HTTPS:\\\\",
        "javascript:",
        "com.acme:/",
        "localhost:3000",
        "acme.io",
        "ACME.io",
        "10.0.0.1",
        "0x7f.1",
        "[::1]",
        "user:pass@",
        "@",
        ":443",
        "/",
        "/..",
        "/%2e%2e",
        "\\",
        "?",
        "#",
        "*",
        "code=1",
        "&",
        "next=https://b.io",
        "client_id=x",
        "/oauth2/token",
        "/authorize",
        "/.well-known/openid-configuration",
        "/realms/main",
        "accounts.google.com",
        "a.auth0.com",
        "login.microsoftonline.com/common/v2.0",
        "a.okta.com",
        "github.com/login/oauth",
        "open.feishu.cn",
        "{tenant}",
        " ",
        "\t",
        "\n",
        "\u{200b}",
        "\u{202e}",
        "\u{a0}",
        "\u{feff}",
        "b\u{fc}cher.de",
        "p\u{430}ypal.com",
        "string",
        "Bearer ",
        "xxx",
        "****",
        "…",
        "\"",
        "=",
        "secret",
        "cli_a5ca35a685b0x26e",
        "GOCSPX-abc",
        "q7Rk2mV9sLx4TzW8",
        "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
        "公司",
        "👨\u{200d}👩",
        "-----BEGIN ",
        "%41",
        "%",
        ";",
        "://",
        "data:,x",
        ".svg",
        ".pdf",
        "xn--pypal-4ve.com",
        "\u{ff41}cme.io",
        "go.io",
        "/application/o/x",
        "{tenantid}",
        "replace_me",
        "client_secret=",
        "<token>",
        "\u{7}",
    ]);
    prop_oneof![
        4 => prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat()),
        1 => ".{0,20}",
        1 => Just("https://app.acme.io/cb".to_owned()),
    ]
}

/// Bodies of the right form, so that most fields pass validation.
fn body() -> impl Strategy<Value = (&'static str, Value)> {
    let scopes = prop::collection::vec(prop::sample::select(prevet::scopes::all().to_vec()), 0..6);
    let oauth = (text(), text(), text(), text(), prop::collection::vec(text(), 1..4), scopes).prop_map(
        |(name, description, homepage, logo, redirects, scopes)| {
            (OAUTH, json!({"name": name, "description": description, "homepage": homepage, "logo": logo, "redirectUris": redirects, "scopes": scopes}))
        },
    );
    let oidc = (text(), text(), text(), [text(), text(), text(), text()]).prop_map(|(name, id, secret, urls)| {
        let [issuer, authorize, token, user_info] = urls;
        (SSO, json!({"type": "oidc", "name": name, "config": {"clientId": id, "clientSecret": secret, "issuer": issuer, "authorizationUrl": authorize, "tokenUrl": token, "userInfoUrl": user_info}}))
    });
    let feishu = (text(), text(), text()).prop_map(|(name, id, secret)| {
        (SSO, json!({"type": "feishu", "name": name, "config": {"appId": id, "appSecret": secret}}))
    });
    let zapier = (text(), prop::collection::btree_map(text(), text(), 0..4)).prop_map(|(title, fields)| {
        (ZAPIER, json!({"data": {"title": title, "app": "4b3920d6-1d5a-4071-b837-9383dc511b80", "authentication_fields": fields}}))
    });
    prop_oneof![3 => oauth, 3 => oidc, 1 => feishu, 1 => zapier]
}

fn advise(schema: &Schema, body: &Value) -> Vec<Advice> {
    schema.advise_text(body.to_string().as_bytes(), &[])
}

/// A path in numbers that are ordered as the document is. Steps that are compared have the same parent, so they are of one
/// kind.
fn ranks(advice: &Advice) -> Vec<u32> {
    let rank = |segment: &Segment| match *segment {
        Segment::Key { order, .. } => u32::from(order),
        Segment::Index(index) => index,
    };
    advice.path.iter().map(rank).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn advice_is_in_order_stands_on_good_places_and_ends_well((name, body) in body()) {
        let schema = Schema::named(name).unwrap();
        let issues = schema.check_text(body.to_string().as_bytes());
        let found = advise(schema, &body);
        let mut seen = BTreeSet::new();
        for advice in &found {
            let pointer = advice.pointer();
            prop_assert!(body.pointer(&pointer).is_some(), "{}", pointer);
            prop_assert!(!issues.iter().any(|issue| issue.pointer() == pointer), "{}", pointer);
            prop_assert!(seen.insert((pointer, advice.rule)), "{} twice", advice.rule.id());
            prop_assert!(schema.advice_message(advice, Locale::En).ends_with('.'));
            prop_assert!(schema.advice_message(advice, Locale::Zh).ends_with('。'));
        }
        prop_assert!(found.is_sorted_by(|a, b| ranks(a) <= ranks(b)));
    }

    #[test]
    fn a_fix_makes_its_rule_go_away_and_brings_no_issue((name, body) in body()) {
        let schema = Schema::named(name).unwrap();
        let issues = schema.check_text(body.to_string().as_bytes());
        for advice in advise(schema, &body) {
            let Some(fix) = &advice.fix else { continue };
            let pointer = advice.pointer();
            let mut fixed = body.clone();
            *fixed.pointer_mut(&pointer).unwrap() = fix.as_str().into();
            let after = schema.check_text(fixed.to_string().as_bytes());
            prop_assert!(after.iter().all(|issue| issues.iter().any(|known| known.pointer() == issue.pointer())), "{fix:?}: {after:?}");
            let again = advise(schema, &fixed);
            let stays = again.iter().any(|other| other.rule == advice.rule && other.pointer() == pointer);
            prop_assert!(!stays, "{} stays with {fix:?} for {body}", advice.rule.id());
        }
    }

    #[test]
    fn no_secret_is_told((name, body) in body().prop_filter("a body with secrets", |(name, _)| *name != OAUTH), start in text(), end in text(), other in 0_usize..8) {
        const CANARY: &str = "qZx9canary7Wd3";
        let secret = format!("{start}{CANARY}{end}");
        let mut body = body;
        for pointer in ["/config/clientSecret", "/config/appSecret"] {
            if let Some(place) = body.pointer_mut(pointer) {
                *place = secret.clone().into();
            }
        }
        if let Some(fields) = body.pointer_mut("/data/authentication_fields") {
            *fields = json!({"api_key": secret, "username": secret, "nested": {"token": secret}});
        }
        // The whole secret may stand in a field that shows, too.
        let shown = ["/name", "/data/title", "/config/clientId", "/config/issuer", "/config/tokenUrl", "/config/appId"];
        if let Some(place) = shown.get(other).and_then(|pointer| body.pointer_mut(pointer)) {
            let around = place.as_str().unwrap().to_owned();
            *place = format!(" {around}{secret}\u{202e}{around} ").into();
        }
        let schema = Schema::named(name).unwrap();
        for advice in advise(schema, &body) {
            let texts = [Locale::En, Locale::Zh].map(|locale| schema.advice_message(&advice, locale));
            let told = format!("{:?} {:?} {texts:?}", advice.params, advice.fix);
            // Hosts are told in lower case.
            let repeats = told.to_ascii_lowercase().contains(&CANARY.to_ascii_lowercase());
            prop_assert!(!repeats, "{}: {told}", advice.rule.id());
        }
    }

    #[test]
    fn words_and_text_give_the_same_advice((name, body) in body()) {
        let schema = Schema::named(name).unwrap();
        let (words, text) = words::write_walking_free_form(&schema.node, &body);
        prop_assert_eq!(schema.advise_words(&words, &text, &[], &[]), advise(schema, &body));
        let mut issues = schema.check_text(body.to_string().as_bytes());
        issues.iter_mut().for_each(|issue| issue.position = None);
        prop_assert_eq!(schema.check_words(&words, &text, &[]), issues);
    }

    #[test]
    fn any_words_get_an_answer(words in prop::collection::vec(prop_oneof![0_u32..18, any::<u32>()], 0..60), text in ".{0,20}") {
        for name in [SSO, OAUTH, ZAPIER] {
            let schema = Schema::named(name).unwrap();
            for advice in schema.advise_words(&words, &text, &[], &[]) {
                prop_assert!(!schema.advice_message(&advice, Locale::Zh).is_empty());
            }
        }
    }
}
