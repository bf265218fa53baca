//! What a discovery document fills in, and what is wrong with it.

use super::Href;
use crate::json::Json;
use crate::locale::Locale;
use crate::strings::{has_any, is_one_of, line, starts, without};
use crate::url_parts::UrlParts;

/// A document that was read: a JSON object.
pub trait Document<'a> {
    /// The string under a key.
    fn text(&self, name: &str) -> Option<&'a str>;
    /// Whether there is a list under a key, and no string in it fits.
    fn lacks(&self, name: &str, fits: &dyn Fn(&str) -> bool) -> bool;
}

/// What a discovery document is good for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discovery {
    /// The values of the form; nothing where the document must not be used.
    pub prefill: Option<Prefill>,
    /// What to know before using it.
    pub problems: Vec<Problem>,
}

/// Values for the form, as the document has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prefill {
    /// Exactly what `iss` will be in ID tokens.
    pub issuer: String,
    /// Where users sign in.
    pub authorization_url: String,
    /// Where a code is traded for tokens.
    pub token_url: String,
    /// Where the profile is read; the document need not say.
    pub user_info_url: Option<String>,
}

impl Discovery {
    /// As the package shows it: JSON with `prefill` (an object or null) and `problems` (`code` and `message`).
    #[inline(never)]
    pub fn json(&self, locale: Locale) -> String {
        let mut json = Json::default();
        json.open('{');
        if let Some(prefill) = &self.prefill {
            json.key("prefill");
            json.open('{');
            json.member("issuer", &prefill.issuer);
            json.member("authorizationUrl", &prefill.authorization_url);
            json.member("tokenUrl", &prefill.token_url);
            json.optional("userInfoUrl", prefill.user_info_url.as_deref());
            json.close('}');
        } else {
            json.null("prefill");
        }
        json.key("problems");
        json.open('[');
        for problem in &self.problems {
            json.open('{');
            json.member("code", problem.as_str());
            json.member("message", problem.message(locale));
            json.close('}');
        }
        json.close(']');
        json.close('}');
        json.into_text()
    }
}

macro_rules! problems {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $en:literal, $zh:literal;)*) => {
        /// A problem of a discovery document.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Problem {$(
            $(#[$doc])*
            $name,
        )*}

        impl Problem {
            /// Every problem, in the order in which they are told.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The stable name.
            pub fn as_str(self) -> &'static str {
                line(concat!($($code, "\n"),*), self as usize)
            }

            /// What it says to a person.
            pub fn message(self, locale: Locale) -> &'static str {
                let texts = match locale {
                    Locale::En => concat!($($en, "\n"),*),
                    Locale::Zh => concat!($($zh, "\n"),*),
                };
                line(texts, self as usize)
            }
        }
    };
}

problems! {
    /// It is no JSON object. Nothing is filled in.
    NotJson = "not-json",
        "Discovery document: use the JSON text that the provider gives.",
        "发现文档：请使用提供方给出的 JSON 文本。";
    /// It names no issuer, or one that is no web address. Nothing is filled in.
    IssuerMissing = "issuer-missing",
        "Discovery document: use one that names its issuer.",
        "发现文档：请使用注明了颁发者的文档。";
    /// Its issuer has a placeholder, as Entra's does for `common`. Nothing is filled in.
    IssuerTemplate = "issuer-template",
        "Issuer: enter your tenant's own issuer; this document stands for many tenants.",
        "颁发者：此文档适用于多个租户，请填写您自己租户的颁发者。";
    /// Its issuer is another one: it must not be used (Discovery 4.3 and 7.2). Nothing is filled in.
    IssuerMismatch = "issuer-mismatch",
        "Discovery document: do not use it; it belongs to another issuer.",
        "发现文档：它属于另一个颁发者，请勿使用。";
    /// Its issuer differs from the typed one in the final slash; the document's is filled in.
    IssuerSlashDiffers = "issuer-slash-differs",
        "Issuer: use the document's form; the one entered differs only in its final /.",
        "颁发者：与文档相比，所填内容末尾的 / 不同，请以文档为准。";
    /// The authorization or token endpoint is missing or no web address. Nothing is filled in.
    EndpointMissing = "endpoint-missing",
        "Discovery document: use one that has both an authorization and a token endpoint.",
        "发现文档：请使用同时包含授权端点和令牌端点的文档。";
    /// It has no user info endpoint, which the form needs.
    UserinfoMissing = "userinfo-missing",
        "User info URL: enter it by hand; the document does not name it.",
        "用户信息地址：文档中没有，请手动填写。";
    /// An endpoint is not https.
    EndpointNotHttps = "endpoint-not-https",
        "Endpoints: use https; the document names one without it.",
        "端点：文档中有未使用 https 的地址，请改用 https。";
    /// It does not support the authorization code flow.
    CodeNotSupported = "code-not-supported",
        "Discovery document: choose a provider that supports the authorization code flow.",
        "发现文档：请选择支持授权码流程的提供方。";
    /// It takes no client secret at the token endpoint.
    SecretNotSupported = "secret-not-supported",
        "Client secret: check the provider's settings; the token endpoint accepts no client secret.",
        "客户端密钥：令牌端点不接受密钥，请检查提供方的设置。";
    /// It does not list the scope email, without which nobody can sign in to Teable.
    EmailScopeMissing = "email-scope-missing",
        "Email: check that ID tokens contain it; the document does not list the scope email.",
        "邮箱：文档未列出 email 权限范围，请确认 ID 令牌中包含邮箱。";
}

/// What a document gives for an issuer that was typed; a blank one is not compared. There is no document where the text
/// was no JSON object. The endpoints are handed on as they are written.
#[inline(never)]
pub fn from_discovery(typed: &str, document: Option<&dyn Document<'_>>, href: Href<'_>) -> Discovery {
    let Some(document) = document else { return refused(Problem::NotJson) };
    let mut problems = Vec::new();
    let issuer = match issuer(document, typed, &mut problems) {
        Ok(issuer) if is_web(issuer, "http,https", href) => issuer,
        Ok(_) => return refused(Problem::IssuerMissing),
        Err(problem) => return refused(problem),
    };
    let endpoint = |name: &str| document.text(name).filter(|url| is_web(url, "http,https", href));
    let endpoints = (endpoint("authorization_endpoint"), endpoint("token_endpoint"));
    let (Some(authorization), Some(token)) = endpoints else { return refused(Problem::EndpointMissing) };
    let user_info = endpoint("userinfo_endpoint");
    let is_https = |url: &str| is_web(url, "https", href);
    let all = [Some(authorization), Some(token), user_info];
    // A document that does not say is given the benefit of the doubt.
    let told = [
        (user_info.is_none(), Problem::UserinfoMissing),
        (!all.into_iter().flatten().all(is_https), Problem::EndpointNotHttps),
        (document.lacks("response_types_supported", &|kind| kind == "code"), Problem::CodeNotSupported),
        (
            document.lacks("token_endpoint_auth_methods_supported", &|method| starts(method, "client_secret_")),
            Problem::SecretNotSupported,
        ),
        (document.lacks("scopes_supported", &|scope| scope == "email"), Problem::EmailScopeMissing),
    ];
    for (is_so, problem) in told {
        if is_so {
            problems.push(problem);
        }
    }
    let prefill = Prefill {
        issuer: issuer.to_owned(),
        authorization_url: authorization.to_owned(),
        token_url: token.to_owned(),
        user_info_url: user_info.map(str::to_owned),
    };
    Discovery { prefill: Some(prefill), problems }
}

fn refused(problem: Problem) -> Discovery {
    Discovery { prefill: None, problems: vec![problem] }
}

/// Whether it is a URL of one of the schemes.
#[inline(never)]
fn is_web(url: &str, schemes: &str, href: Href<'_>) -> bool {
    href(url).is_some_and(|href| is_one_of(UrlParts::new(&href).scheme, schemes))
}

/// The document's issuer, compared code point by code point with the typed one.
fn issuer<'a>(document: &dyn Document<'a>, typed: &str, problems: &mut Vec<Problem>) -> Result<&'a str, Problem> {
    let issuer = document.text("issuer").filter(|issuer| !issuer.is_empty()).ok_or(Problem::IssuerMissing)?;
    if has_any(issuer, b"{") {
        return Err(Problem::IssuerTemplate);
    }
    let meant = super::typed_issuer(typed);
    if !meant.is_empty() && *issuer != meant {
        if without(issuer, "/") != without(&meant, "/") {
            return Err(Problem::IssuerMismatch);
        }
        // The document's own URL has no slash to compare.
        if !super::is_document(typed) {
            problems.push(Problem::IssuerSlashDiffers);
        }
    }
    Ok(issuer)
}

#[cfg(test)]
mod tests {
    use prevet::oidc::{Problem, from_discovery};

    /// The codes for a document with some members changed, and whether it fills in the form.
    #[track_caller]
    fn check(typed: &str, change: &str, expected: &[Problem], fills: bool) {
        let document = format!(
            r#"{{"issuer":"https://a.io","authorization_endpoint":"https://a.io/a","token_endpoint":"https://a.io/t","userinfo_endpoint":"https://a.io/u"{change}}}"#
        );
        let found = from_discovery(typed, &document);
        assert_eq!((found.problems.as_slice(), found.prefill.is_some()), (expected, fills), "{document}");
    }

    #[test]
    fn issuers() {
        for typed in ["https://a.io", "", " https://a.io ", "a.io", "https://a.io/.well-known/openid-configuration"] {
            check(typed, "", &[], true);
        }
        check("https://a.io/", "", &[Problem::IssuerSlashDiffers], true);
        // The document's own URL does not tell.
        check("https://a.io/.well-known/openid-configuration", r#","issuer":"https://a.io/""#, &[], true);
        for typed in ["https://A.io", "https://a.io/x", "http://a.io", "https://a.io//", "https://a.io:443"] {
            check(typed, "", &[Problem::IssuerMismatch], false);
        }
        check("https://a.io", r#","issuer":"https://a.io/{tenantid}""#, &[Problem::IssuerTemplate], false);
        for issuer in ["7", r#""""#] {
            check("https://a.io", &[r#","issuer":"#, issuer].concat(), &[Problem::IssuerMissing], false);
        }
        for issuer in [" ", "acme", "javascript:x"] {
            check("", &[r#","issuer":""#, issuer, "\""].concat(), &[Problem::IssuerMissing], false);
        }
        check("https://a.io", r#","issuer":"acme""#, &[Problem::IssuerMismatch], false);
    }

    #[test]
    fn endpoints() {
        check("", r#","token_endpoint":null"#, &[Problem::EndpointMissing], false);
        check("", r#","authorization_endpoint":"javascript:x""#, &[Problem::EndpointMissing], false);
        check("", r#","userinfo_endpoint":null"#, &[Problem::UserinfoMissing], true);
        check("", r#","userinfo_endpoint":"http://a.io""#, &[Problem::EndpointNotHttps], true);
        check("", r#","token_endpoint":"HTTPS://a.io/t""#, &[], true);
        check("", r#","token_endpoint":" https://a.io/t""#, &[], true);
    }

    #[test]
    fn what_is_supported() {
        check("", r#","response_types_supported":["code id_token"]"#, &[Problem::CodeNotSupported], true);
        check(
            "",
            r#","token_endpoint_auth_methods_supported":["private_key_jwt"]"#,
            &[Problem::SecretNotSupported],
            true,
        );
        check("", r#","token_endpoint_auth_methods_supported":["none","client_secret_post"]"#, &[], true);
        check("", r#","scopes_supported":["openid","email"],"response_types_supported":["code"]"#, &[], true);
        check("", r#","scopes_supported":[]"#, &[Problem::EmailScopeMissing], true);
    }

    #[test]
    fn what_is_no_document() {
        for text in ["", "<html>", "[]", "null", "\"x\"", "{"] {
            assert_eq!(from_discovery("", text).problems, [Problem::NotJson], "{text}");
        }
        assert!(
            from_discovery("", "\u{FEFF}{\"issuer\":\"https://a.io\"}").problems.contains(&Problem::EndpointMissing)
        );
    }
}
