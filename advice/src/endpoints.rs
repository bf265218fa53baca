//! The three endpoints of a provider: each by itself, among themselves, and beside the issuer.

use crate::address::Address;
use crate::percent::parameters;
use crate::providers::{self, Provider};
use crate::strings::{before, has, has_any, is_one_of, parts, split_once, starts};
use crate::{Out, Place, Rule, discovery, hosts, urls};

/// The endpoints' fields, in the document's order, with the last parts of paths that are theirs.
const ENDPOINTS: [(&str, &str); 3] = [
    ("authorizationUrl", "authorize,authorization,auth"),
    ("tokenUrl", "token,access_token,accesstoken,tokens"),
    ("userInfoUrl", "userinfo,user_info,user-info,me"),
];

/// Those of them that may as well be the name of a realm.
const AMBIGUOUS: &str = "tokens,me";

/// What some servers end these with: `token.oauth2`.
const SUFFIXES: &str = "oauth2,openid";

/// What a client adds to the authorization endpoint for each request.
const REQUEST: &str = "client_id,redirect_uri,response_type,state,nonce,scope,code_challenge";

/// What belongs to these: dropped along with them, but by itself an endpoint may have it in its query.
const BESIDE_REQUEST: &str = "client_secret,response_mode,code_challenge_method";

/// All advice on the endpoints; gives the host of the first good one, as the provider's where the issuer does not tell.
#[inline(never)]
pub(crate) fn check<'a>(config: Place, issuer: Option<&Address<'a>>, out: &mut Out<'a>) -> &'a str {
    let issuer = issuer.filter(|issuer| issuer.is_web);
    let mut known: Vec<(Place, Address<'_>)> = Vec::new();
    let mut others: Vec<&str> = Vec::new();
    let mut provider_told = false;
    for (position, (name, _)) in ENDPOINTS.iter().enumerate() {
        let at = out.field(config, name);
        let Some(url) = urls::check(at, out) else { continue };
        web(at, &url, out);
        if has_any(url.raw, b"#") {
            out.add(at, Rule::OidcEndpointFragment).fix(Some(before(url.clean, b"#")));
        }
        if position == 0 {
            request_parameters(at, &url, out);
        }
        if has(url.raw_path(), discovery::WELL_KNOWN) {
            out.add(at, Rule::OidcEndpointWellKnown);
        } else {
            swapped(config, at, &url, position, out);
        }
        if let Some((first, _)) = known.iter().find(|(_, other)| other.parts.href == url.parts.href) {
            out.add(at, Rule::OidcEndpointDuplicate).other(*first);
        }
        // Told once: the same would be said of each endpoint.
        provider_told = provider_told || not_oidc(at, &url, out);
        if let Some(issuer) = issuer.filter(|_| url.is_web) {
            beside_issuer(at, &url, issuer, &mut others, out);
        }
        known.push((at, url));
    }
    known.first().map_or("", |(_, url)| url.host)
}

/// What the issuer and the endpoints have in common.
#[inline(never)]
pub(crate) fn web(at: Place, url: &Address<'_>, out: &mut Out<'_>) {
    let kind = url.kind;
    out.add_if(url.parts.scheme == "http", at, Rule::OidcHttp);
    if !url.is_web {
        out.add(at, Rule::OidcNotWeb).name(url.parts.scheme);
    }
    if kind.is_private || kind.is_ip {
        out.add(at, if kind.is_private { Rule::OidcPrivateHost } else { Rule::OidcIpHost }).host(url.host);
    }
}

#[inline(never)]
fn swapped(config: Place, at: Place, url: &Address<'_>, position: usize, out: &mut Out<'_>) {
    if !url.is_web {
        return;
    }
    let other = of(url, out).filter(|&other| other != position);
    if let Some((name, _)) = other.and_then(|other| ENDPOINTS.get(other)) {
        let other = out.field(config, name);
        out.add(at, Rule::OidcEndpointSwapped).other(other);
    }
}

/// Which endpoint a URL is by the last part of its path, if it is any.
#[inline(never)]
fn of(url: &Address<'_>, out: &Out<'_>) -> Option<usize> {
    // Some servers have a suffix or a prefix: token.oauth2, openid.connect.token.
    let last = parts(url.last_segment(out.texts), b'.');
    ENDPOINTS.iter().position(|(_, names)| last.iter().any(|part| is_one_of(part, names)))
}

/// Whether a URL is surely an endpoint by the last part of its path, which an issuer's may be called like a domain.
#[inline(never)]
pub(crate) fn is_any(url: &Address<'_>, out: &Out<'_>) -> bool {
    let last = url.last_segment(out.texts);
    let name = split_once(last, ".").filter(|(_, suffix)| is_one_of(suffix, SUFFIXES)).map_or(last, |(name, _)| name);
    !is_one_of(name, AMBIGUOUS) && ENDPOINTS.iter().any(|(_, names)| is_one_of(name, names))
}

#[inline(never)]
fn request_parameters(at: Place, url: &Address<'_>, out: &mut Out<'_>) {
    let mut names = Vec::new();
    let mut fix = url.base().to_owned();
    let mut separator = "?";
    for (name, parameter) in parameters(url.raw_query(), out.texts) {
        if is_one_of(name, REQUEST) {
            if !names.contains(&name) {
                names.push(name);
            }
        } else if !is_one_of(name, BESIDE_REQUEST) {
            fix.push_str(separator);
            fix.push_str(parameter);
            separator = "&";
        }
    }
    if !names.is_empty() {
        out.add(at, Rule::OidcAuthorizeParams).names(&names).fix(Some(&fix));
    }
}

/// Providers that give no ID token.
#[inline(never)]
fn not_oidc(at: Place, url: &Address<'_>, out: &mut Out<'_>) -> bool {
    let host = url.host;
    let is_feishu = providers::of_host(host) == Some(Provider::Feishu);
    let is_github = is_one_of(host, "github.com,www.github.com") && starts(url.parts.path, "/login/oauth");
    if is_feishu || is_github {
        out.add(at, if is_feishu { Rule::OidcFeishuEndpoint } else { Rule::OidcNotOidcProvider }).host(host);
    }
    is_feishu || is_github
}

#[inline(never)]
fn beside_issuer<'a>(at: Place, url: &Address<'a>, issuer: &Address<'_>, others: &mut Vec<&'a str>, out: &mut Out<'_>) {
    let ours = (issuer.host, issuer.parts.path);
    let theirs = (url.host, url.parts.path);
    out.add_if(providers::belongs_to_another(ours, theirs), at, Rule::OidcIssuerEndpointMismatch);
    let site = hosts::site(theirs.0);
    // One site is asked about once, however many endpoints are there.
    if !providers::are_related(ours.0, theirs.0) && !others.contains(&site) {
        let issuer_at = out.field(out.member("config"), "issuer");
        out.add(at, Rule::OidcHostMismatch).host(theirs.0).other_host(ours.0).other(issuer_at);
        others.push(site);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Rule;
    use crate::testing::{
        AUTHORIZATION_URL, ISSUER, OIDC_CONFIG, TOKEN_URL, USER_INFO_URL, check, check_values, check_words,
    };

    fn config(issuer: &str, authorize: &str, token: &str, user_info: &str) -> Value {
        json!({
            "clientId": "teable", "clientSecret": "q7Rk2mV9sLx4TzW8bNf3", "issuer": issuer, "authorizationUrl": authorize,
            "tokenUrl": token, "userInfoUrl": user_info,
        })
    }

    /// All endpoints below one base.
    fn below(issuer: &str, base: &str) -> Value {
        config(issuer, &format!("{base}authorize"), &format!("{base}token"), &format!("{base}userinfo"))
    }

    #[test]
    fn web() {
        for field in [ISSUER, AUTHORIZATION_URL, TOKEN_URL, USER_INFO_URL] {
            check(
                Rule::OidcHttp,
                field,
                &["http://sso.acme.io/x", "http://localhost/"],
                &["https://sso.acme.io/x", "ftp://sso.acme.io/"],
            );
            check(
                Rule::OidcNotWeb,
                field,
                &["ftp://sso.acme.io/", "javascript:x", "sso.acme.io:443/x"],
                &["http://sso.acme.io/x"],
            );
            let private = [
                "https://10.0.0.1/",
                "https://localhost/",
                "https://[::ffff:10.0.0.1]/",
                "https://idp.internal/",
                "https://0x0a.0.0.1/",
            ];
            let public = ["https://172.32.0.1/", "https://[2001:db8::1]/"];
            check(Rule::OidcPrivateHost, field, &private, &[public.as_slice(), &["https://acme.io/"]].concat());
            check(Rule::OidcIpHost, field, &public, &[private.as_slice(), &["https://acme.io/"]].concat());
        }
    }

    #[test]
    fn parts_of_an_endpoint() {
        for field in [AUTHORIZATION_URL, TOKEN_URL, USER_INFO_URL] {
            check(Rule::OidcEndpointFragment, field, &["https://a.io/x#", "https://a.io/#y"], &["https://a.io/%23"]);
            check(
                Rule::OidcEndpointWellKnown,
                field,
                &["https://a.io/.well-known/openid-configuration"],
                &["https://a.io/?/.well-known/"],
            );
        }
        let yes = ["https://a.io/x?client_id=y", "https://a.io/x?a=1&SCOPE=openid", "https://a.io/x?code_challenge"];
        check(
            Rule::OidcAuthorizeParams,
            AUTHORIZATION_URL,
            &yes,
            &[
                "https://a.io/x?tenant=7",
                "https://a.io/x?my_scope=1",
                "https://a.io/x#state=1",
                "https://a.io/x?code_challenge_method=S256",
                "https://a.io/x?response_mode=query",
                "https://a.io/x?client_secret=y",
            ],
        );
        check(Rule::OidcAuthorizeParams, TOKEN_URL, &[], &yes);
        let request = "client_id,redirect_uri,response_type,state,nonce,scope,code_challenge";
        check_words(Rule::OidcAuthorizeParams, AUTHORIZATION_URL, "https://a.io/x?{}=y", request);
    }

    #[test]
    fn swapped() {
        check(
            Rule::OidcEndpointSwapped,
            AUTHORIZATION_URL,
            &["https://a.io/token", "https://a.io/UserInfo/", "https://a.io/oidc/2/me"],
            &["https://a.io/auth", "https://a.io/login", "https://token.io/", "https://a.io/token/x"],
        );
        check(
            Rule::OidcEndpointSwapped,
            TOKEN_URL,
            &["https://a.io/authorize", "https://a.io/userinfo.openid"],
            &[
                "https://a.io/access_token",
                "https://a.io/as/token.oauth2",
                "https://a.io/oauth",
                "https://a.io/",
                "https://a.io",
            ],
        );
        check(
            Rule::OidcEndpointSwapped,
            USER_INFO_URL,
            &["https://a.io/authorize?x", "https://a.io/o/token/"],
            &["https://a.io/user", "https://a.io/v1/me", "https://a.io/.well-known/openid-configuration"],
        );
        let paths = [
            "authorize,authorization,auth",
            "token,access_token,accesstoken,tokens",
            "userinfo,user_info,user-info,me",
        ];
        for (position, field) in [AUTHORIZATION_URL, TOKEN_URL, USER_INFO_URL].into_iter().enumerate() {
            for (_, words) in paths.iter().enumerate().filter(|(owner, _)| *owner != position) {
                check_words(Rule::OidcEndpointSwapped, field, "https://a.io/{}", words);
            }
        }
        let sure = "authorize,authorization,auth,token,access_token,accesstoken,userinfo,user_info,user-info";
        check_words(Rule::OidcIssuerIsEndpoint, ISSUER, "https://a.io/{}", sure);
    }

    #[test]
    fn duplicate() {
        let yes = ["https://sso.acme.io/oauth2/authorize", "https://SSO.acme.io:443/oauth2/authorize"];
        check(
            Rule::OidcEndpointDuplicate,
            TOKEN_URL,
            &yes,
            &["https://sso.acme.io/oauth2/authorize/", "https://sso.acme.io"],
        );
    }

    #[test]
    fn realms_and_tenants() {
        let entra = |issuer: &str, base: &str| {
            let host = "https://login.microsoftonline.com/";
            below(&format!("{host}{issuer}"), &format!("{host}{base}"))
        };
        let (one, two) = ("11111111-2222-3333-4444-555555555555", "21111111-2222-3333-4444-555555555555");
        let v2 = |tenant: &str| format!("{tenant}/v2.0");
        let endpoints = |tenant: &str| format!("{tenant}/oauth2/v2.0/");
        let yes = [
            below("https://a.io/realms/main", "https://a.io/realms/master/protocol/openid-connect/"),
            below("https://a.okta.com/oauth2/default", "https://a.okta.com/oauth2/aus1/v1/"),
            below("https://a.okta.com", "https://a.okta.com/oauth2/default/v1/"),
            below("https://a.okta.com/oauth2/default", "https://a.okta.com/oauth2/v1/"),
            entra(&v2(one), &endpoints(two)),
            entra(&v2(one), &format!("{one}/oauth2/")),
            entra(&v2(one), &endpoints("common")),
            entra(one, &endpoints(one)),
            entra(&v2("{tenantid}"), &format!("{one}/oauth2/v2.0/")),
            entra(&v2("{tenantid}"), "common/oauth2/"),
            entra(&v2("common"), &endpoints("organizations")),
        ];
        let no = [
            // As Entra's own documents for many tenants have them.
            entra(&v2("{tenantid}"), &endpoints("common")),
            entra(&v2("{TenantId}"), &endpoints("Organizations")),
            entra(&v2("%7btenantid%7d"), &endpoints("consumers")),
            below("https://a.io/auth/realms/main", "https://a.io/realms/main/protocol/openid-connect/"),
            below("https://a.okta.com", "https://a.okta.com/oauth2/v1/"),
            below("https://a.okta.com/oauth2/default", "https://a.okta.com/oauth2/default/v1/"),
            below("https://a.io", "https://a.io/oauth2/x/v1/"),
            entra(&v2(one), &endpoints(one)),
            entra(&v2("common"), &endpoints("common")),
            entra(&v2(one), &endpoints("acme.onmicrosoft.com")),
        ];
        check_values(Rule::OidcIssuerEndpointMismatch, OIDC_CONFIG, &yes, &no);
    }

    #[test]
    fn other_hosts() {
        let yes = ["https://acme.com/token", "https://10.1.2.3/token", "https://acme.io.evil.dev/token"];
        check(Rule::OidcHostMismatch, TOKEN_URL, &yes, &["https://login.acme.io/token", "javascript:x"]);
        check(Rule::OidcHostMismatch, ISSUER, &["https://other.dev"], &["ftp://other.dev", "https://acme.io"]);
    }

    #[test]
    fn providers_without_id_tokens() {
        let feishu = ["https://open.feishu.cn/x", "https://accounts.larksuite.com/x", "https://open.larkoffice.com/x"];
        check(Rule::OidcFeishuEndpoint, TOKEN_URL, &feishu, &["https://feishu.cn.evil.io/x", "https://notfeishu.cn/"]);
        let github = ["https://github.com/login/oauth/access_token"];
        check(
            Rule::OidcNotOidcProvider,
            TOKEN_URL,
            &github,
            &["https://github.com/acme", "https://github.acme.io/login/oauth/x"],
        );
    }
}
