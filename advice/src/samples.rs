//! Sample text: what documents and templates hold where the reader's own value belongs.

use crate::characters::{is_white, trimmed_by};
use crate::percent;
use crate::strings::{
    any, behind_last, ends, find, from, has, has_any, has_one_of, is_all, is_made_of, is_one_of, split_once, starts,
    starts_with_one_of,
};
use crate::texts::Texts;

/// What samples hold, in capitals: in small letters it may be a name.
const MARKS: &str = "YOUR_,YOUR-,REPLACE_,REPLACE-";

/// Whether a URL holds a placeholder, wherever in it.
#[inline(never)]
pub(crate) fn in_url(raw: &str, texts: &Texts) -> bool {
    // Copied from a browser's address bar braces arrive encoded.
    let text = percent::decoded(raw, texts);
    let lower = texts.lower(text);
    is_bracketed_in(text, '{', '}')
        || is_bracketed_in(text, '<', '>')
        || has_dunder(text)
        || has_one_of(text, MARKS)
        || has_one_of(lower, "replace_me,replace-me,replace_with,replace-with,replace_this,replace-this")
        || has_changeme(lower)
        || has_your_something(lower)
}

/// Whether a client id, a secret or a field is a sample as a whole.
#[inline(never)]
pub(crate) fn is_credential(value: &str, texts: &Texts) -> bool {
    const WHOLE: &str =
        "string,secret,password,api_key,apikey,app_id,app_secret,access_token,example,placeholder,replaceme";
    const STARTS: &str = "your_,your ,replace_,replace ,example_,xxx,{{,${,你的,您的,请填写,请输入";
    let lower = texts.replaced(texts.lower(value), b"-", "_");
    let wraps = |open: &str, close: &str| {
        let inner = lower.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        inner.is_some_and(|inner| !inner.is_empty() && inner.chars().all(is_name))
    };
    // A sentence in angle brackets is one too.
    let inner = trimmed_by(lower, |c| matches!(c, '<' | '>'));
    let is_angled = starts(lower, "<") && ends(lower, ">") && !inner.is_empty() && !has_any(inner, b"<>");
    let masked = behind_last(lower, b'_');
    let names = ["client_id", "client_secret"];
    let is_variable = value.len() > 2
        && value.strip_prefix('$').is_some_and(|name| is_all(name, &|byte| byte.is_ascii_uppercase() || byte == b'_'));
    is_variable
        || starts(value, "REPLACE")
        || has_one_of(value, MARKS)
        || [("{{", "}}"), ("${", "}")]
            .iter()
            .any(|(open, close)| split_once(value, open).is_some_and(|(_, rest)| has(rest, close)))
        || is_one_of(lower, WHOLE)
        || starts_with_one_of(lower, STARTS)
        || names.iter().any(|name| lower.strip_suffix(name).is_some_and(is_vendor))
        || is_angled
        || (masked.len() > 3 && is_all(masked, &|byte| byte == b'x'))
        || is_here(lower)
        || [("{", "}"), ("__", "__"), ("%", "%"), ("$(", ")")].iter().any(|(open, close)| wraps(open, close))
        || has_changeme(lower)
}

/// `yourClientSecretHere`, `insert_secret_here`: words alone, and one of them says what belongs there.
fn is_here(lower: &str) -> bool {
    starts_with_one_of(lower, "your,insert,enter,paste,put,add")
        && ends(lower, "here")
        && has_one_of(lower, "key,secret,token,password,value,client")
        && is_all(lower, &|byte| byte.is_ascii_lowercase() || byte == b'_')
}

/// The prefixes with which .env files tell providers apart.
fn is_vendor(prefix: &str) -> bool {
    const VENDORS: &str = ",google_,github_,gitlab_,azure_,okta_,auth0_,keycloak_,oidc_,oauth_,feishu_,my_,the_";
    is_one_of(prefix, VENDORS)
}

/// Whether a name, a description or a title is sample text.
#[inline(never)]
pub(crate) fn is_text(value: &str, texts: &Texts) -> bool {
    const SAMPLES: &str = "string,test,testing,test app,test name,my new auth,my app,my application,my oauth app,new app,\
    app name,your app,your app name,example,example app,sample,sample app,placeholder,untitled,name,title,description,foo,bar,foobar,asdf,\
    lorem ipsum,todo,tbd,xxx,changeme,测试,示例,名称,标题";
    let lower = texts.lower(trimmed_by(value, is_white));
    is_one_of(lower, SAMPLES) || starts_with_one_of(lower, "lorem ipsum ,your_,<your,{{,${")
}

/// `{tenant}`, `<your host>`: a name in brackets. JSON in a query is none, for its quotes.
fn is_bracketed_in(text: &str, open: char, close: char) -> bool {
    // How much of a name stands behind the last opening bracket, if nothing else does.
    let mut length = None;
    for c in text.chars() {
        if c == close && length > Some(0) {
            return true;
        }
        length = match length {
            _ if c == open => Some(0),
            Some(length) if is_name(c) => Some(length + 1),
            _ => None,
        };
    }
    false
}

/// What names in brackets are made of.
fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ' | ':') || !c.is_ascii()
}

/// `__TENANT__`, standing by itself.
#[inline(never)]
fn has_dunder(text: &str) -> bool {
    let mut before = "";
    let mut rest = text;
    while let Some(at) = find(rest, "__") {
        let (outside, behind) = rest.split_at_checked(at).unwrap_or_default();
        before = if outside.is_empty() { before } else { outside };
        rest = behind.get(2..).unwrap_or_default();
        let Some(end) = find(rest, "__") else { return false };
        let (inner, after) = rest.split_at_checked(end).unwrap_or_default();
        let stands = !is_word(before.as_bytes().last()) && !is_word(after.as_bytes().get(2));
        if stands && is_word(inner.as_bytes().first()) && is_made_of(inner, b"_-") {
            return true;
        }
        before = inner;
    }
    false
}

/// Whether there is a byte, and it is an ASCII letter or digit.
fn is_word(byte: Option<&u8>) -> bool {
    byte.is_some_and(u8::is_ascii_alphanumeric)
}

/// Not in "changement" and "exchangemembers".
#[inline(never)]
fn has_changeme(lower: &str) -> bool {
    any("changeme,change_me,change-me", &|words| {
        let mut rest = lower;
        while let Some((_, behind)) = split_once(rest, words) {
            let goes_on = behind.as_bytes().first().is_some_and(u8::is_ascii_lowercase);
            if !goes_on || starts_with_one_of(behind, "now,please,later") {
                return true;
            }
            rest = behind;
        }
        false
    })
}

/// `your-domain`, `your_tenant`, `yourcompany` at the start of a label or path segment. Only words that samples use: an
/// honest name may start with "your" too.
#[inline(never)]
fn has_your_something(lower: &str) -> bool {
    const WORDS: &str = "domain,tenant,company,org,organization,organisation,realm,okta,auth0,keycloak,authentik,gitlab,idp,\
    app,site,host,hostname,server,subdomain,instance,workspace,team,slug,client,project,issuer,url,oktadomain,name,region";
    let mut before = Some(&b'/');
    let mut rest = lower;
    while let Some(at) = find(rest, "your") {
        let (outside, behind) = rest.split_at_checked(at).unwrap_or_default();
        before = outside.as_bytes().last().or(before);
        rest = behind.get(4..).unwrap_or_default();
        let is_separated = matches!(rest.as_bytes().first(), Some(b'-' | b'_' | b'.'));
        let named = from(rest, usize::from(is_separated));
        let is_named = any(WORDS, &|word| starts(named, word) && !is_word(named.as_bytes().get(word.len())));
        if is_named && !is_word(before) && !matches!(before, Some(b'-' | b'_')) {
            return true;
        }
        before = Some(&b'r');
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_in_urls() {
        for url in [
            "https://{yourOktaDomain}/x",
            "https://a.io/{tenant}",
            "https://a.io/%7Btenant%7D",
            "https://<host>/",
            "https://a.io/{{id}}",
            "https://a.io/_YOUR_TENANT_ID_/",
            "https://__HOST__/x",
            "https://your-domain.acme.io",
            "https://youroktadomain.com",
            "https://yourcompany.okta.com",
            "https://your_tenant.auth0.com",
            "https://a.io/realms/your-realm",
            "https://REPLACE_ME.io",
            "https://changeme.io",
            "https://a.io/change-me",
            "https://changeme123.io",
            "https://changement.io/changemenow",
            "https://a.io/<你的域名>",
            "https://a.io/replace_me",
        ] {
            assert!(in_url(url, &Texts::default()), "{url}");
        }
        for url in [
            "https://a.io/__/auth/handler",
            "https://yours.io/",
            "https://your-hospital.org",
            "https://find-your-app.io",
            "https://a.io/a__b__c",
            "https://a.io/?q={\"a\":1}",
            "https://a.io/replacement",
            "https://exchange.io/me",
            "https://a.io/{}",
            "https://your-apps.io",
            "https://a.io/yourself",
            "https://changement.io",
            "https://exchangemedia.io",
            "https://exchangemembers.io",
            "https://sso.change-metrics.io",
        ] {
            assert!(!in_url(url, &Texts::default()), "{url}");
        }
    }

    #[test]
    fn placeholders_for_credentials() {
        for value in [
            "string",
            "SECRET",
            "YOUR_CLIENT_ID",
            "your-secret",
            "<client-secret>",
            "{{x}}",
            "${SECRET}",
            "REPLACE_ME",
            "replaceme",
            "REPLACE-WITH-SECRET",
            "<<client-secret>>",
            "Example",
            "xxx",
            "XXXXXXXX",
            "google_client_id",
            "client-secret",
            "GITHUB_CLIENT_SECRET",
            "example_E4CrH",
            "$CLIENT_SECRET",
            "__SECRET__",
            "{client_id}",
            "change-me-please",
            "<your secret, 32 characters!>",
            "GOCSPX-xxxxxxxxxxxxxxxx",
            "cli_YOUR_APP_ID",
            "sk-YOUR-KEY",
            "sk_live_REPLACE_ME",
            "prod-${SECRET}-1",
            "prod-{{ secret }}",
            "YourClientSecretHere",
            "insert-secret-here",
            "%SECRET%",
            "$(SECRET)",
            "你的密钥",
        ] {
            assert!(is_credential(value, &Texts::default()), "{value}");
        }
        for value in [
            "teable-prod",
            "yourmother",
            "Put7more9here",
            "enterprise-datasphere",
            "put-there",
            "short1",
            "q7Rk2mV9",
            "secretary",
            "stringent",
            "my-secret-app",
            "yourway",
            "acme-client-id",
            "$2y$10$abc",
            "replacement-service",
            "examples",
            "a{b}c",
            "<",
            "correct horse battery",
            "{\"type\":\"service_account\"}",
            "q7Rk${2mV9",
            "q7Rk{{2mV9",
            "<a><b>",
            "<>",
        ] {
            assert!(!is_credential(value, &Texts::default()), "{value}");
        }
    }

    #[test]
    fn sample_texts() {
        for value in ["string", "Test", "My new auth", " string ", "测试", "YOUR_APP_NAME", "<your app>", "{{name}}"]
        {
            assert!(is_text(value, &Texts::default()), "{value}");
        }
        for value in [
            "Feishu",
            "Test Automation Inc",
            "Strings & Co",
            "Acme",
            "",
            "The name",
            "测试平台",
            "Your data in Teable",
            "<b>Acme</b>",
        ] {
            assert!(!is_text(value, &Texts::default()), "{value}");
        }
    }
}
