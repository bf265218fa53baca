//! Runs a rule's cases: a value put into a body that is free of advice.

use serde_json::Value;

use super::Rule;
use crate::schemas::Schema;

/// A form of the base bodies, and a place in it.
pub(super) type Field = (&'static str, &'static str);

const OAUTH: &str = "teable.oauthClient";
const OIDC: &str = "teable.authentication:oidc";
const FEISHU: &str = "teable.authentication:feishu";
const ZAPIER: &str = "zapier.authentication";

pub(super) const OAUTH_NAME: Field = (OAUTH, "/name");
pub(super) const DESCRIPTION: Field = (OAUTH, "/description");
pub(super) const HOMEPAGE: Field = (OAUTH, "/homepage");
pub(super) const LOGO: Field = (OAUTH, "/logo");
pub(super) const SCOPES: Field = (OAUTH, "/scopes");
pub(super) const REDIRECT: Field = (OAUTH, "/redirectUris/0");
pub(super) const REDIRECTS: Field = (OAUTH, "/redirectUris");
pub(super) const ISSUER: Field = (OIDC, "/config/issuer");
pub(super) const AUTHORIZATION_URL: Field = (OIDC, "/config/authorizationUrl");
pub(super) const TOKEN_URL: Field = (OIDC, "/config/tokenUrl");
pub(super) const USER_INFO_URL: Field = (OIDC, "/config/userInfoUrl");
pub(super) const OIDC_CONFIG: Field = (OIDC, "/config");
pub(super) const CLIENT_ID: Field = (OIDC, "/config/clientId");
pub(super) const CLIENT_SECRET: Field = (OIDC, "/config/clientSecret");
pub(super) const SSO_NAME: Field = (OIDC, "/name");
pub(super) const SSO_ID: Field = (OIDC, "/id");
pub(super) const APP_ID: Field = (FEISHU, "/config/appId");
pub(super) const APP_SECRET: Field = (FEISHU, "/config/appSecret");
pub(super) const TITLE: Field = (ZAPIER, "/data/title");
pub(super) const APP: Field = (ZAPIER, "/data/app");
pub(super) const FIELDS: Field = (ZAPIER, "/data/authentication_fields");

/// The rules that fire with the value at the field.
pub(super) fn fires(field: Field, value: &Value) -> Vec<Rule> {
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
    let schema = Schema::named(name).unwrap();
    schema.advise_text(body.to_string().as_bytes(), &[]).into_iter().map(|advice| advice.rule).collect()
}

/// The rule fires with every value of `yes` and with none of `no`; each has to be a value that passes validation.
#[track_caller]
pub(super) fn check_values(rule: Rule, field: Field, yes: &[Value], no: &[Value]) {
    for (values, expected) in [(yes, true), (no, false)] {
        for value in values {
            assert_eq!(fires(field, value).contains(&rule), expected, "{} with {value}", rule.id());
        }
    }
}

/// The same for strings.
#[track_caller]
pub(super) fn check(rule: Rule, field: Field, yes: &[&str], no: &[&str]) {
    let values = |texts: &[&str]| texts.iter().map(|text| Value::from(*text)).collect::<Vec<_>>();
    check_values(rule, field, &values(yes), &values(no));
}
