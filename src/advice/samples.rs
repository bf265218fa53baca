//! Sample text: what documents and templates hold where the reader's own value belongs.

use super::percent;

/// Whether a URL holds a placeholder, wherever in it.
pub(super) fn in_url(raw: &str) -> bool {
    // Copied from a browser's address bar braces arrive encoded.
    let text = percent::decoded(raw);
    let lower = text.to_ascii_lowercase();
    is_bracketed_in(&text, '{', '}')
        || is_bracketed_in(&text, '<', '>')
        || has_dunder(&text)
        || ["YOUR_", "YOUR-", "REPLACE_", "REPLACE-"].iter().any(|word| text.contains(word))
        || has_changeme(&lower)
        || has_your_something(&lower)
}

/// Whether a client id, a secret or a field is a sample as a whole.
pub(super) fn is_credential(value: &str) -> bool {
    let lower = value.to_ascii_lowercase().replace('-', "_");
    let wraps = |open: &str, close: &str| {
        let inner = lower.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        inner.is_some_and(|inner| !inner.is_empty() && inner.chars().all(is_name))
    };
    let is_variable = value.len() > 2
        && value.strip_prefix('$').is_some_and(|name| name.bytes().all(|b| b.is_ascii_uppercase() || b == b'_'));
    matches!(
        lower.as_str(),
        "string"
            | "secret"
            | "password"
            | "api_key"
            | "apikey"
            | "app_id"
            | "app_secret"
            | "access_token"
            | "replaceme"
    ) || ["client_id", "client_secret"].iter().any(|name| lower.strip_suffix(name).is_some_and(is_vendor))
        || ["your_", "your ", "replace_", "replace ", "example_", "xxx", "{{", "${"]
            .iter()
            .any(|start| lower.starts_with(start))
        || [("<", ">"), ("{", "}"), ("__", "__")].iter().any(|(open, close)| wraps(open, close))
        || has_changeme(&lower)
        || is_variable
}

/// The prefixes with which .env files tell providers apart.
fn is_vendor(prefix: &str) -> bool {
    matches!(
        prefix.trim_end_matches('_'),
        "" | "google"
            | "github"
            | "gitlab"
            | "azure"
            | "okta"
            | "auth0"
            | "keycloak"
            | "oidc"
            | "oauth"
            | "feishu"
            | "my"
            | "the"
    )
}

/// Whether a name, a description or a title is sample text.
pub(super) fn is_text(value: &str) -> bool {
    const SAMPLES: &[&str] = &[
        "string",
        "test",
        "testing",
        "test app",
        "test name",
        "my new auth",
        "my app",
        "my application",
        "my oauth app",
        "new app",
        "app name",
        "your app",
        "your app name",
        "example",
        "sample",
        "untitled",
        "name",
        "title",
        "description",
        "foo",
        "bar",
        "foobar",
        "asdf",
        "lorem ipsum",
        "todo",
        "tbd",
        "xxx",
        "changeme",
        "测试",
        "示例",
        "名称",
        "标题",
    ];
    let lower = value.trim().to_ascii_lowercase();
    SAMPLES.contains(&lower.as_str()) || lower.starts_with("lorem ipsum ")
}

/// `{tenant}`, `<your host>`: a name in brackets. JSON in a query is none, for its quotes.
fn is_bracketed_in(text: &str, open: char, close: char) -> bool {
    text.match_indices(open).any(|(at, _)| {
        let inner = text.get(at + 1..).and_then(|rest| rest.split_once(close)).map_or("", |(inner, _)| inner);
        !inner.is_empty() && inner.chars().all(is_name)
    })
}

/// What names in brackets are made of.
fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ' | ':') || !c.is_ascii()
}

/// `__TENANT__`, standing by itself.
fn has_dunder(text: &str) -> bool {
    let parts: Vec<_> = text.split("__").collect();
    let is_word = |c: char| c.is_ascii_alphanumeric();
    parts.windows(3).any(|window| match window {
        [before, inner, after] => {
            !before.ends_with(is_word)
                && !after.starts_with(is_word)
                && inner.starts_with(is_word)
                && inner.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
        }
        _ => false,
    })
}

fn has_changeme(lower: &str) -> bool {
    ["changeme", "change_me", "change-me"].iter().any(|word| lower.contains(word))
}

/// `your-domain`, `your_tenant`, `yourcompany` at the start of a label or path segment. Only words that samples use: an
/// honest name may start with "your" too.
fn has_your_something(lower: &str) -> bool {
    const WORDS: &[&str] = &[
        "domain",
        "tenant",
        "company",
        "org",
        "organization",
        "organisation",
        "realm",
        "okta",
        "auth0",
        "keycloak",
        "authentik",
        "gitlab",
        "idp",
        "app",
        "site",
        "host",
        "hostname",
        "server",
        "subdomain",
        "instance",
        "workspace",
        "team",
        "slug",
        "client",
        "project",
        "url",
        "name",
        "region",
    ];
    lower.match_indices("your").any(|(at, word)| {
        let before = lower.get(..at).unwrap_or_default();
        let behind = lower.get(at + word.len()..).unwrap_or_default();
        let behind = behind.strip_prefix(['-', '_', '.']).unwrap_or(behind);
        let ends = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_alphanumeric());
        !before.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
            && WORDS.iter().any(|name| behind.strip_prefix(name).is_some_and(ends))
    })
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
            "https://yourcompany.okta.com",
            "https://your_tenant.auth0.com",
            "https://a.io/realms/your-realm",
            "https://REPLACE_ME.io",
            "https://changeme.io",
            "https://a.io/change-me",
            "https://a.io/<你的域名>",
        ] {
            assert!(in_url(url), "{url}");
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
        ] {
            assert!(!in_url(url), "{url}");
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
        ] {
            assert!(is_credential(value), "{value}");
        }
        for value in [
            "teable-prod",
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
            "<a><b>",
            "<>",
        ] {
            assert!(!is_credential(value), "{value}");
        }
    }

    #[test]
    fn sample_texts() {
        for value in ["string", "Test", "My new auth", " string ", "测试"] {
            assert!(is_text(value), "{value}");
        }
        for value in ["Feishu", "Test Automation Inc", "Strings & Co", "Acme", "", "The name", "测试平台"] {
            assert!(!is_text(value), "{value}");
        }
    }
}
