//! What is known of identity providers: how their issuers are written, which hosts are theirs, and which part of a
//! path says whose tokens they are.

use crate::hosts::{is_at_or_below, is_at_or_below_one_of, same_site};
use crate::strings::{has_any, is_one_of, parts};

/// A provider with rules of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Provider {
    Google,
    Entra,
    Okta,
    Auth0,
    GitLab,
    OneLogin,
    Feishu,
}

/// Domains of providers; a name below one is the provider's too.
const DOMAINS: &[(Provider, &str)] = &[
    (Provider::Google, "accounts.google.com"),
    (
        Provider::Entra,
        "login.microsoftonline.com,login.microsoftonline.us,login.partner.microsoftonline.cn,login.chinacloudapi.cn,\
         login.windows.net,sts.windows.net",
    ),
    (Provider::Okta, "okta.com,oktapreview.com,okta-emea.com,okta-gov.com,okta.mil"),
    (Provider::Auth0, "auth0.com"),
    (Provider::GitLab, "gitlab.com"),
    (Provider::OneLogin, "onelogin.com"),
    (Provider::Feishu, FEISHU),
];

const FEISHU: &str = "feishu.cn,larksuite.com,larkoffice.com";

/// Domains of one provider each, that its endpoints are spread over.
const FAMILIES: &[&str] = &[
    "google.com,googleapis.com",
    "graph.microsoft.com,login.microsoftonline.com,login.windows.net,sts.windows.net,ciamlogin.com",
    "graph.microsoft.us,login.microsoftonline.us",
    "microsoftgraph.chinacloudapi.cn,login.chinacloudapi.cn,login.partner.microsoftonline.cn",
    FEISHU,
];

/// The tenants of Entra that stand for many.
const MANY_TENANTS: &str = "common,organizations,consumers";

/// What its documents have where a tenant belongs. The parser encodes the braces.
const SOME_TENANT: &str = "%7btenantid%7d,%7btenant%7d,{tenantid}";

/// Whether it is such a tenant of Entra, in lower case.
pub(crate) fn stands_for_many(tenant: &str) -> bool {
    is_one_of(tenant, MANY_TENANTS) || is_one_of(tenant, SOME_TENANT)
}

/// The provider that a host is of, if it is one of these.
#[inline(never)]
pub(crate) fn of_host(host: &str) -> Option<Provider> {
    DOMAINS.iter().find(|(_, domains)| is_at_or_below_one_of(host, domains)).map(|(provider, _)| *provider)
}

/// Whether an endpoint's host is where the issuer's endpoints may be.
#[inline(never)]
pub(crate) fn are_related(issuer: &str, endpoint: &str) -> bool {
    // Cognito's issuer names the region's service, its endpoints the customer's own domain.
    let is_cognito = issuer.starts_with("cognito-idp.") && is_at_or_below(endpoint, "amazoncognito.com");
    same_site(issuer, endpoint)
        || is_cognito
        || FAMILIES
            .iter()
            .any(|family| is_at_or_below_one_of(issuer, family) && is_at_or_below_one_of(endpoint, family))
}

/// Whether the provider's issuer ends in a slash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FinalSlash {
    Expected,
    Unexpected,
    Unknown,
}

/// By the issuer's host and path.
#[inline(never)]
pub(crate) fn final_slash(host: &str, path: &str) -> FinalSlash {
    let segments = segments(path);
    match (of_host(host), segments.as_slice()) {
        (Some(Provider::Auth0), []) if host != "auth0.com" => FinalSlash::Expected,
        (None, [.., "application", "o", _]) => FinalSlash::Expected,
        (Some(Provider::Entra), _) if host == "sts.windows.net" => FinalSlash::Expected,
        (Some(Provider::Google | Provider::GitLab | Provider::Okta | Provider::Entra | Provider::OneLogin), _)
        | (_, [.., "realms", _]) => FinalSlash::Unexpected,
        _ => FinalSlash::Unknown,
    }
}

/// The parts of a path.
#[inline(never)]
pub(crate) fn segments(path: &str) -> Vec<&str> {
    let mut segments = Vec::new();
    for segment in parts(path, b'/') {
        if !segment.is_empty() {
            segments.push(segment);
        }
    }
    segments
}

/// Whether an endpoint makes tokens of another realm, authorization server or tenant than the issuer; no where either
/// does not say.
#[inline(never)]
pub(crate) fn belongs_to_another(issuer: (&str, &str), endpoint: (&str, &str)) -> bool {
    let (ours, theirs) = (segments(issuer.1), segments(endpoint.1));
    let realms = (behind(&ours, "realms"), behind(&theirs, "realms"));
    if let (Some(ours), Some(theirs)) = realms {
        return ours != theirs;
    }
    let providers = (of_host(issuer.0), of_host(endpoint.0));
    if providers == (Some(Provider::Entra), Some(Provider::Entra)) {
        let is_v2 = |segments: &[&str]| segments.contains(&"v2.0");
        return differ(ours.first(), theirs.first()) || is_v2(&ours) != is_v2(&theirs);
    }
    match (ours.as_slice(), theirs.as_slice()) {
        (["oauth2", ours], ["oauth2", theirs, "v1", _]) => ours != theirs,
        (["oauth2", _], ["oauth2", "v1", _]) | ([], ["oauth2", _, "v1", _]) => {
            providers == (Some(Provider::Okta), Some(Provider::Okta))
        }
        _ => false,
    }
}

fn behind<'a>(segments: &[&'a str], name: &str) -> Option<&'a str> {
    segments.iter().position(|segment| *segment == name).and_then(|at| segments.get(at + 1).copied())
}

/// Two tenants, each by its GUID or by one of its domains: one of each kind cannot be compared. The endpoints of many
/// tenants are told together with the issuer of some tenant, in Entra's own documents.
fn differ(issuer: Option<&&str>, endpoint: Option<&&str>) -> bool {
    let (Some(issuer), Some(endpoint)) = (issuer, endpoint) else { return false };
    let (ours, theirs) = (issuer.to_ascii_lowercase(), endpoint.to_ascii_lowercase());
    let is_document = is_one_of(&ours, SOME_TENANT) && is_one_of(&theirs, MANY_TENANTS);
    has_any(&ours, b".") == has_any(&theirs, b".") && ours != theirs && !is_document
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn final_slashes() {
        for (host, path) in [
            ("acme.us.auth0.com", "/"),
            ("id.acme.io", "/application/o/teable/"),
            ("acme.io", "/id/application/o/teable"),
            ("sts.windows.net", "/t/"),
        ] {
            assert_eq!(final_slash(host, path), FinalSlash::Expected, "{host}{path}");
        }
        for (host, path) in [
            ("accounts.google.com", "/"),
            ("gitlab.com", "/"),
            ("acme.okta.com", "/oauth2/default/"),
            ("acme.oktapreview.com", "/"),
            ("acme.okta-gov.com", "/"),
            ("login.microsoftonline.com", "/t/v2.0/"),
            ("acme.onelogin.com", "/oidc/2/"),
            ("id.acme.io", "/auth/realms/main/"),
        ] {
            assert_eq!(final_slash(host, path), FinalSlash::Unexpected, "{host}{path}");
        }
        for (host, path) in [
            ("acme.io", "/"),
            ("gitlab.acme.io", "/"),
            ("acme.auth0.com", "/x/"),
            // Its own site is no tenant's.
            ("auth0.com", "/"),
            ("notokta.com", "/"),
            ("acme.io", "/realms/"),
        ] {
            assert_eq!(final_slash(host, path), FinalSlash::Unknown, "{host}{path}");
        }
    }

    #[test]
    fn related_hosts() {
        for (issuer, endpoint) in [
            ("accounts.google.com", "oauth2.googleapis.com"),
            ("login.microsoftonline.com", "graph.microsoft.com"),
            ("acme.ciamlogin.com", "graph.microsoft.com"),
            ("cognito-idp.eu-west-1.amazonaws.com", "acme.auth.eu-west-1.amazoncognito.com"),
            ("accounts.feishu.cn", "open.larksuite.com"),
            ("a.acme.io", "b.acme.io"),
        ] {
            assert!(are_related(issuer, endpoint), "{issuer} {endpoint}");
        }
        for (issuer, endpoint) in [
            ("accounts.google.com", "acme.io"),
            ("googleapis.com.evil.io", "oauth2.googleapis.com"),
            ("login.microsoftonline.com", "acme.microsoft.com"),
        ] {
            assert!(!are_related(issuer, endpoint), "{issuer} {endpoint}");
        }
    }
}
