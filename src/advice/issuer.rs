//! The issuer: compared letter by letter with `iss` in every ID token.

use super::address::Address;
use super::body::Place;
use super::providers::{self, FinalSlash, Provider, final_slash};
use super::{Advice, Rule};

/// The tenants of Entra that stand for many.
const MANY_TENANTS: &[&str] = &["common", "organizations", "consumers"];

const WELL_KNOWN: &str = "/.well-known/";

/// All advice on the issuer, beside what every URL of a provider gets.
pub(super) fn check(at: &Place, url: &Address<'_>, out: &mut Vec<Advice>) {
    if !url.is_web() {
        return;
    }
    let base = url.base();
    let path = url.raw_path();
    if path.contains(WELL_KNOWN) || path.trim_end_matches('/').ends_with("openid-configuration") {
        out.push(at.advice(Rule::OidcIssuerWellKnown).fix(before_well_known(url)));
    } else if is_endpoint(url) {
        let fix = base.split_once("/protocol/openid-connect").map(|(issuer, _)| issuer.to_owned());
        out.push(at.advice(Rule::OidcIssuerIsEndpoint).fix(fix));
    } else if base.len() == url.clean.len() {
        slash(at, url, out);
    }
    if base.len() < url.clean.len() {
        out.push(at.advice(Rule::OidcIssuerQueryFragment).fix(base.to_owned()));
    }
    tenant(at, url, out);
}

/// The issuer that a discovery URL is made from: what stands before `/.well-known/`, with the slash that was cut off
/// where the provider has one.
fn before_well_known(url: &Address<'_>) -> Option<String> {
    let (issuer, document) = url.base().split_once(WELL_KNOWN)?;
    let path = url.raw_path().split(WELL_KNOWN).next().unwrap_or_default();
    let slash = if final_slash(url.host(), path) == FinalSlash::Expected { "/" } else { "" };
    (document.trim_end_matches('/') == "openid-configuration").then(|| [issuer, slash].concat())
}

fn is_endpoint(url: &Address<'_>) -> bool {
    matches!(
        url.last_segment().as_str(),
        "authorize" | "authorization" | "auth" | "token" | "access_token" | "userinfo" | "user_info"
    ) || url.raw_path().contains("/protocol/openid-connect")
}

fn slash(at: &Place, url: &Address<'_>, out: &mut Vec<Advice>) {
    let path = url.raw_path();
    let issuer = url.base();
    let has_slash = path.ends_with('/');
    match final_slash(url.host(), path) {
        FinalSlash::Expected if !has_slash => {
            out.push(at.advice(Rule::OidcIssuerSlashExpected).fix([issuer, "/"].concat()));
        }
        FinalSlash::Unexpected if has_slash => {
            out.push(at.advice(Rule::OidcIssuerSlashUnexpected).fix(issuer.trim_end_matches('/').to_owned()));
        }
        FinalSlash::Unknown if has_slash => out.push(at.advice(Rule::OidcIssuerTrailingSlash)),
        _ => {}
    }
}

fn tenant(at: &Place, url: &Address<'_>, out: &mut Vec<Advice>) {
    if providers::of_host(url.host()) != Some(Provider::Entra) {
        return;
    }
    let path = url.parts.path();
    let tenant = providers::segments(path).first().map(|tenant| tenant.to_ascii_lowercase()).unwrap_or_default();
    // The parser encodes braces: {tenantid}.
    if MANY_TENANTS.contains(&tenant.as_str()) || tenant.starts_with("%7b") || tenant.starts_with('{') {
        out.push(at.advice(Rule::OidcIssuerMultiTenant).name(tenant.replace("%7b", "{").replace("%7d", "}")));
    }
}

#[cfg(test)]
mod tests {
    use super::Rule;
    use crate::advice::testing::{ISSUER, check};

    #[test]
    fn well_known() {
        let yes = [
            "https://a.io/.well-known/openid-configuration",
            "https://a.io/x/.well-known/openid-configuration/",
            "https://a.io/.well-known/openid-configuration?x",
            "https://a.io/openid-configuration",
        ];
        check(Rule::OidcIssuerWellKnown, ISSUER, &yes, &["https://a.io", "https://a.io/well-known"]);
        check(Rule::OidcIssuerTrailingSlash, ISSUER, &[], &yes);
    }

    #[test]
    fn is_endpoint() {
        let yes = [
            "https://a.io/oauth2/authorize",
            "https://a.io/token/",
            "https://a.io/auth",
            "https://a.io/UserInfo",
            "https://a.io/realms/x/protocol/openid-connect",
            "https://a.io/realms/x/protocol/openid-connect/certs",
        ];
        check(
            Rule::OidcIssuerIsEndpoint,
            ISSUER,
            &yes,
            &["https://a.io", "https://a.io/auth/realms/x", "https://auth.a.io", "https://a.io/tokens/x"],
        );
        check(Rule::OidcIssuerTrailingSlash, ISSUER, &[], &yes);
    }

    #[test]
    fn query_and_fragment() {
        check(
            Rule::OidcIssuerQueryFragment,
            ISSUER,
            &["https://a.io?x=1", "https://a.io/?", "https://a.io#", "https://a.io/#x"],
            &["https://a.io", "https://a.io/%3F"],
        );
        check(Rule::OidcIssuerTrailingSlash, ISSUER, &["https://a.io/"], &["https://a.io/?x", "https://a.io?x=/"]);
    }

    #[test]
    fn slashes() {
        let expected = [
            "https://a.auth0.com",
            "https://a.eu.auth0.com",
            "https://a.io/application/o/x",
            "https://sts.windows.net/t",
        ];
        let expected_there = ["https://a.auth0.com/", "https://a.io/application/o/x/", "https://sts.windows.net/t/"];
        let unexpected = [
            "https://accounts.google.com/",
            "https://gitlab.com/",
            "https://a.okta.com/",
            "https://a.okta.com/oauth2/x/",
            "https://login.microsoftonline.com/t/v2.0/",
            "https://a.onelogin.com/oidc/2/",
            "https://a.io/realms/x/",
            "https://a.io/auth/realms/x//",
        ];
        let unexpected_gone = ["https://accounts.google.com", "https://a.okta.com", "https://a.io/realms/x"];
        let other = ["https://a.io/", "https://gitlab.a.io/", "https://a.io/x/"];
        check(
            Rule::OidcIssuerSlashExpected,
            ISSUER,
            &expected,
            &[expected_there.as_slice(), &unexpected, &other].concat(),
        );
        check(
            Rule::OidcIssuerSlashUnexpected,
            ISSUER,
            &unexpected,
            &[expected.as_slice(), &expected_there, &unexpected_gone, &other].concat(),
        );
        check(
            Rule::OidcIssuerTrailingSlash,
            ISSUER,
            &other,
            &[expected.as_slice(), &expected_there, &unexpected, &unexpected_gone].concat(),
        );
    }

    #[test]
    fn multi_tenant() {
        let yes = [
            "https://login.microsoftonline.com/common/v2.0",
            "https://login.microsoftonline.com/Organizations/v2.0",
            "https://login.microsoftonline.com/consumers",
            "https://login.microsoftonline.com/{tenantid}/v2.0",
            "https://login.microsoftonline.us/common/v2.0",
        ];
        check(
            Rule::OidcIssuerMultiTenant,
            ISSUER,
            &yes,
            &[
                "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0",
                "https://a.io/common/v2.0",
            ],
        );
    }
}
