//! Runs a rule's cases: a value put into a body that is free of advice.

use serde_json::Value;

use crate::address::Address;
use crate::{Body, Kind, Order, Out, Place, Rule, Texts};
use prevet::schemas::Schema;

/// A form of the base bodies, and a place in it.
pub(crate) type Field = (&'static str, &'static str);

const OAUTH: &str = "teable.oauthClient";
const OIDC: &str = "teable.authentication:oidc";
const FEISHU: &str = "teable.authentication:feishu";
const ZAPIER: &str = "zapier.authentication";

pub(crate) const OAUTH_NAME: Field = (OAUTH, "/name");
pub(crate) const DESCRIPTION: Field = (OAUTH, "/description");
pub(crate) const HOMEPAGE: Field = (OAUTH, "/homepage");
pub(crate) const LOGO: Field = (OAUTH, "/logo");
pub(crate) const SCOPES: Field = (OAUTH, "/scopes");
pub(crate) const REDIRECT: Field = (OAUTH, "/redirectUris/0");
pub(crate) const REDIRECTS: Field = (OAUTH, "/redirectUris");
pub(crate) const ISSUER: Field = (OIDC, "/config/issuer");
pub(crate) const AUTHORIZATION_URL: Field = (OIDC, "/config/authorizationUrl");
pub(crate) const TOKEN_URL: Field = (OIDC, "/config/tokenUrl");
pub(crate) const USER_INFO_URL: Field = (OIDC, "/config/userInfoUrl");
pub(crate) const OIDC_CONFIG: Field = (OIDC, "/config");
pub(crate) const CLIENT_ID: Field = (OIDC, "/config/clientId");
pub(crate) const CLIENT_SECRET: Field = (OIDC, "/config/clientSecret");
pub(crate) const SSO_NAME: Field = (OIDC, "/name");
pub(crate) const SSO_ID: Field = (OIDC, "/id");
pub(crate) const APP_ID: Field = (FEISHU, "/config/appId");
pub(crate) const APP_SECRET: Field = (FEISHU, "/config/appSecret");
pub(crate) const TITLE: Field = (ZAPIER, "/data/title");
pub(crate) const APP: Field = (ZAPIER, "/data/app");
pub(crate) const FIELDS: Field = (ZAPIER, "/data/authentication_fields");

/// Checks that a rule fires with each of some words in the place of `{}`.
#[track_caller]
pub(crate) fn check_words(rule: Rule, field: Field, template: &str, words: &str) {
    for word in words.split(',') {
        check(rule, field, &[&template.replace("{}", word)], &[]);
    }
}

/// The rules that fire with the value at the field, which has to pass validation.
#[track_caller]
pub(crate) fn fires(field: Field, value: &Value) -> Vec<Rule> {
    let (form, pointer) = field;
    let bodies: Value = serde_json::from_str(include_str!("../../tests/cases/advice/base_bodies.json")).unwrap();
    let mut body = bodies[form].clone();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match body.pointer_mut(parent).unwrap() {
        Value::Array(rows) => rows[0] = value.clone(),
        parent => parent[key] = value.clone(),
    }
    let name = match form {
        OAUTH => "teable.oauth-client.request",
        ZAPIER => "zapier.authentication.request",
        _ => "teable.authentication.request",
    };
    let (schema, text) = (Schema::named(name).unwrap(), body.to_string());
    assert_eq!(
        schema.check_text(text.as_bytes()),
        [],
        "{value} does not pass validation, so it says nothing of a rule"
    );
    let advice = schema.advise_text(text.as_bytes(), &[]);
    advice.into_iter().filter_map(|advice| Rule::of(advice.rule.id())).collect()
}

/// The rule fires with every value of `yes` and with none of `no`; each has to pass validation.
#[track_caller]
pub(crate) fn check_values(rule: Rule, field: Field, yes: &[Value], no: &[Value]) {
    for (values, expected) in [(yes, true), (no, false)] {
        for value in values {
            assert_eq!(fires(field, value).contains(&rule), expected, "{} with {value}", rule.id());
        }
    }
}

/// The same for strings.
#[track_caller]
pub(crate) fn check(rule: Rule, field: Field, yes: &[&str], no: &[&str]) {
    let values = |texts: &[&str]| texts.iter().map(|text| Value::from(*text)).collect::<Vec<_>>();
    check_values(rule, field, &values(yes), &values(no));
}

/// A URL as rules see it.
pub(crate) fn address<'a>(raw: &'a str, texts: &'a Texts) -> Address<'a> {
    let out = Out { body: &OnlyUrls, texts, done: Vec::new(), secrets: Vec::new() };
    Address::new(&out, raw).unwrap()
}

/// A body without a place: for what only needs the URL parser.
struct OnlyUrls;

impl<'a> Body<'a> for OnlyUrls {
    fn root(&self) -> Place {
        Place(0)
    }
    fn field(&self, _: Place, _: &str) -> Place {
        Place(0)
    }
    fn is_known(&self, _: Place) -> bool {
        false
    }
    fn is_good(&self, _: Place) -> bool {
        false
    }
    fn order(&self, _: Place) -> Order {
        Order::default()
    }
    fn text(&self, _: Place) -> Option<&'a str> {
        None
    }
    fn kind(&self, _: Place) -> Kind {
        Kind::Other
    }
    fn rows(&self, _: Place) -> Vec<Place> {
        Vec::new()
    }
    fn entries(&self, _: Place) -> Vec<(&'a str, Place)> {
        Vec::new()
    }
    fn strings(&self, _: Place) -> Vec<&'a str> {
        Vec::new()
    }
    fn scopes(&self) -> &'static [&'static str] {
        &[]
    }
    fn href(&self, text: &str) -> Option<String> {
        url::Url::parse(text).ok().map(String::from)
    }
}
