//! The issuer: compared letter by letter with `iss` in every ID token.

use crate::address::{Address, without_slashes};
use crate::discovery::{DOCUMENT, WELL_KNOWN};
use crate::providers::{self, FinalSlash, Provider, final_slash};
use crate::strings::{ends, has, split_once};
use crate::texts::Texts;
use crate::{Out, Place, Rule, endpoints, percent};

const KEYCLOAK: &str = "/protocol/openid-connect";

/// All advice on the issuer, beside what every URL of a provider gets.
#[inline(never)]
pub(crate) fn check(at: Place, url: &Address<'_>, out: &mut Out<'_>) {
    if !url.is_web {
        return;
    }
    let base = url.base();
    let path = url.raw_path();
    if has(path, WELL_KNOWN) || ends(without_slashes(path), DOCUMENT) {
        let fix = before_well_known(url, out.texts);
        out.add(at, Rule::OidcIssuerWellKnown).fix(fix);
    } else if has(path, KEYCLOAK) || endpoints::is_any(url, out) {
        let fix = split_once(base, KEYCLOAK).map(|(issuer, _)| issuer);
        out.add(at, Rule::OidcIssuerIsEndpoint).fix(fix);
    } else if base.len() == url.clean.len() {
        slash(at, url, out);
    }
    if base.len() < url.clean.len() {
        out.add(at, Rule::OidcIssuerQueryFragment).fix(Some(base));
    }
    tenant(at, url, out);
}

/// The issuer that a discovery URL is made from: what stands before `/.well-known/`, with the slash that was cut off
/// where the provider has one.
#[inline(never)]
fn before_well_known<'t>(url: &Address<'_>, texts: &'t Texts) -> Option<&'t str> {
    let (issuer, document) = split_once(url.base(), WELL_KNOWN)?;
    let (path, _) = split_once(url.raw_path(), WELL_KNOWN)?;
    let slash = if final_slash(url.host, path) == FinalSlash::Expected { "/" } else { "" };
    (without_slashes(document) == DOCUMENT).then(|| texts.joined(issuer, slash))
}

#[inline(never)]
fn slash(at: Place, url: &Address<'_>, out: &mut Out<'_>) {
    let path = url.raw_path();
    let issuer = url.base();
    let has_slash = path.ends_with('/');
    match final_slash(url.host, path) {
        FinalSlash::Expected if !has_slash => {
            let fix = out.texts.joined(issuer, "/");
            out.add(at, Rule::OidcIssuerSlashExpected).fix(Some(fix));
        }
        FinalSlash::Unexpected if has_slash => {
            out.add(at, Rule::OidcIssuerSlashUnexpected).fix(Some(without_slashes(issuer)));
        }
        FinalSlash::Unknown if has_slash => {
            out.add(at, Rule::OidcIssuerTrailingSlash);
        }
        _ => {}
    }
}

#[inline(never)]
fn tenant(at: Place, url: &Address<'_>, out: &mut Out<'_>) {
    let segments = providers::segments(url.parts.path);
    let tenant = out.texts.lower(segments.first().copied().unwrap_or_default());
    if providers::of_host(url.host) == Some(Provider::Entra) && providers::stands_for_many(tenant) {
        let name = percent::decoded(tenant, out.texts);
        out.add(at, Rule::OidcIssuerMultiTenant).name(name);
    }
}

#[cfg(test)]
mod tests {
    use super::Rule;
    use crate::testing::{ISSUER, check};

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
            "https://a.io/as/token.oauth2",
            "https://a.io/idp/userinfo.openid",
            "https://a.io/oauth/accesstoken",
            "https://a.io/x/user-info",
            "https://a.io/realms/x/protocol/openid-connect",
            "https://a.io/realms/x/protocol/openid-connect/certs",
        ];
        check(
            Rule::OidcIssuerIsEndpoint,
            ISSUER,
            &yes,
            &[
                "https://a.io",
                "https://a.io/auth/realms/x",
                "https://auth.a.io",
                "https://a.io/tokens/x",
                "https://a.io/auth.acme.com",
                "https://a.io/realms/me",
                "https://a.io/tokens",
            ],
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
