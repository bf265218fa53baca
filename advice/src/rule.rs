//! The one table of rules: name, id, severity, what it looks at, when it fires, and on whose word.

use crate::strings::{line, parts};

/// How much an advice matters. Neither blocks anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something that fails or harms: worth a question before sending.
    Warning,
    /// Something to know.
    Info,
}

impl Severity {
    /// The word for it in an advice's `severity`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

macro_rules! rules {
    ($($name:ident = $id:literal, $severity:ident, $applies_to:literal, $when:literal, $source:literal;)*) => {
        /// A rule of advice, in the order in which the advices of one place come.
        #[allow(rustdoc::invalid_html_tags, reason = "`<realm>` and the like stand for what goes there")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {$(
            #[doc = concat!("`", $id, "`: `", $when, "`. It looks at: ", $applies_to, ".\n\nSource: ", $source, ".")]
            $name,
        )*}

        impl Rule {
            /// Every rule, in order.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The stable name that an advice carries.
            pub fn id(self) -> &'static str {
                line(Self::IDS, self as usize)
            }

            /// All ids, one a line.
            const IDS: &str = concat!($($id, "\n"),*);

            /// How much it matters.
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity),* }
            }

            /// The fields that it looks at.
            pub fn applies_to(self) -> &'static str {
                match self { $(Self::$name => $applies_to),* }
            }

            /// When it fires, for the table of all rules.
            pub fn when(self) -> &'static str {
                match self { $(Self::$name => $when),* }
            }

            /// On whose word: a standard, a vendor's document, or what another server does.
            pub fn source(self) -> &'static str {
                match self { $(Self::$name => $source),* }
            }
        }
    };
}

impl Rule {
    /// The rules of these ids, with commas between; what is no rule's is passed over.
    pub fn all_of(ids: &str) -> Vec<Self> {
        let mut rules = Vec::new();
        for id in parts(ids, b',') {
            if let Some(rule) = Self::of(id) {
                rules.push(rule);
            }
        }
        rules
    }

    /// The rule of that id.
    pub fn of(id: &str) -> Option<Self> {
        // In one go: looking each id up would go through half of them ninety times.
        let position = parts(Self::IDS, b'\n').iter().position(|known| *known == id)?;
        Self::ALL.get(position).copied()
    }
}

rules! {
    UrlWhitespace = "url-whitespace", Warning, "every URL", "white space, a byte order mark or a zero-width space stands in front or behind, or a tab, a line break or another address's `https://` after a space inside", "WHATWG URL 4.4; RFC 3986 6.2.1; zod 3 keeps what zod 4 trims";
    UrlBackslash = "url-backslash", Warning, "every URL", "an http(s) URL holds a backslash", "WHATWG URL 4.4; Keycloak, testEncodedRedirectUri";
    UrlUserinfo = "url-userinfo", Warning, "every URL", "a user, a password or an `@` stands before the host", "RFC 3986 3.2.1 and 7.5; Keycloak, testUserInfo";
    UrlObfuscatedIp = "url-obfuscated-ip", Warning, "every URL", "the host is an IPv4 address that is not written as one (`2130706433`, `0x7f.1`)", "WHATWG URL, IPv4 parser";
    HostIdn = "host-idn", Info, "every URL", "the host has letters beyond ASCII, or a label in punycode", "UTS 46";
    HostConfusable = "host-confusable", Warning, "every URL, instead of host-idn", "a label mixes Latin, Cyrillic, Greek, Armenian or Cherokee, or is made of Cyrillic look-alikes only; Latin with CJK is fine", "UTS 39 5.2; Chromium and Firefox IDN policies";
    UrlPlaceholder = "url-placeholder", Warning, "every URL", "the host is example.com, .org or .net, or ends in .example or .invalid; or the URL holds a placeholder such as `{tenant}`, `<host>`, `__host__`, `YOUR_`, `REPLACE_`, `CHANGEME`, `your-domain`", "RFC 2606; RFC 6761; samples of the OpenAPI documents and of help.teable.ai";
    UrlTooLong = "url-too-long", Info, "every URL", "it is longer than 2000 characters", "Microsoft Entra reply URLs end at 256";
    RedirectDangerousScheme = "redirect-dangerous-scheme", Warning, "redirectUris", "the scheme is javascript, vbscript, data, blob, file or about", "node-oidc-provider, FORBIDDEN_SCHEMES; GitLab, doorkeeper.rb; Nimbus, RedirectURIValidator";
    RedirectMissingScheme = "redirect-missing-scheme", Warning, "redirectUris", "a host and port are read as a scheme (`localhost:3000/cb`)", "doorkeeper, uri_checker_spec; WHATWG URL 4.4";
    RedirectCustomScheme = "redirect-custom-scheme", Info, "redirectUris", "a private-use scheme with a dot", "RFC 8252 7.1 and 8.4";
    RedirectCustomSchemeNoDot = "redirect-custom-scheme-no-dot", Warning, "redirectUris", "another scheme than http(s), without a dot", "RFC 8252 7.1 and 8.4";
    RedirectFragment = "redirect-fragment", Warning, "redirectUris", "it holds a `#`, even an empty part behind it", "RFC 6749 3.1.2; Hydra, validator.go; node-oidc-provider";
    RedirectWildcard = "redirect-wildcard", Warning, "redirectUris", "`*` or `%2A` stands before the query", "RFC 9700 2.1 and 4.1; Auth0 and Okta on wildcards";
    RedirectHttp = "redirect-http", Warning, "redirectUris", "http to another host than the user's own machine", "RFC 9700 2.6; fosite, IsRedirectURISecure";
    RedirectLoopback = "redirect-loopback", Info, "redirectUris", "the host is the user's own machine", "RFC 8252 7.3; Teable, pkce.service.ts";
    RedirectLocalhost = "redirect-localhost", Info, "redirectUris", "the host is the name localhost or below it", "RFC 8252 8.3; GitHub docs";
    RedirectIpHost = "redirect-ip-host", Info, "redirectUris", "the host is another IP address", "Google's OAuth client rules";
    RedirectPrivateHost = "redirect-private-host", Info, "redirectUris", "the host is a name of private networks, such as `intranet` or `app.local`", "RFC 6762; RFC 8375; ICANN on .internal";
    RedirectDotSegments = "redirect-dot-segments", Warning, "redirectUris", "the path has a `.` or `..` segment, also as `%2e`, `..;` or `%2f..`", "Keycloak, testEncodedRedirectUri";
    RedirectReservedQuery = "redirect-reserved-query", Warning, "redirectUris", "the query has a parameter that the server adds itself, such as code or state", "Nimbus, RedirectURIValidator; oauth2orize, response/query.js";
    RedirectOpenRedirect = "redirect-open-redirect", Warning, "redirectUris", "a parameter such as next or return_to holds a full or `//` address, or runs code", "RFC 9700 2.1 and 4.11";
    RedirectBareOrigin = "redirect-bare-origin", Info, "redirectUris", "an http(s) URL has no path at all", "RFC 3986 6.2.1; Microsoft Entra on reply URLs";
    RedirectNotNormalized = "redirect-not-normalized", Info, "redirectUris", "the URL parser writes it differently: case, default port, spaces, dot segments", "Keycloak, testverifyCaseIsSensitive; RFC 9700 4.1.3";
    RedirectDuplicate = "redirect-duplicate", Warning, "redirectUris", "an earlier row holds the same string", "Teable keeps both";
    RedirectNearDuplicate = "redirect-near-duplicate", Info, "redirectUris", "an earlier row differs only in how it is written, or in a final slash", "doorkeeper, trailing-slash spec";
    RedirectOtherSite = "redirect-other-site", Info, "redirectUris", "a public host of another site than a public homepage", "Teable, OAuthAppDecisionPage.tsx";
    HomepageNotWeb = "homepage-not-web", Warning, "homepage", "the scheme is not http(s)", "Teable, OAuthAppDecisionPage.tsx";
    HomepageHttp = "homepage-http", Warning, "homepage", "http to another host than the user's own machine", "RFC 9325 3.1.1 and browsers' warnings";
    HomepagePrivate = "homepage-private", Info, "homepage", "the host is private or the user's own machine", "RFC 6761; RFC 6890";
    LogoNotUrl = "logo-not-url", Info, "logo", "it is no absolute URL", "Teable, get.ts against create.ts";
    LogoDataUri = "logo-data-uri", Warning, "logo", "a `data:` URL", "W3C Mixed Content; OAuthAppForm.tsx stores a link";
    LogoNotWeb = "logo-not-web", Warning, "logo", "another scheme than http(s)", "W3C Mixed Content";
    LogoHttp = "logo-http", Warning, "logo", "http", "W3C Mixed Content";
    LogoSvg = "logo-svg", Info, "logo", "the file is an SVG", "Teable, OAuthAppForm.tsx";
    LogoType = "logo-type", Info, "logo", "the file's extension is no common picture format (png, jpg, gif, webp, avif, bmp, ico)", "Teable, OAuthAppForm.tsx";
    TextBlank = "text-blank", Warning, "name, title", "it is empty or only white space", "the OpenAPI documents set no minLength";
    TextWhitespace = "text-whitespace", Info, "name, description, title", "white space stands in front or behind", "Teable and Zapier store it";
    TextPlaceholder = "text-placeholder", Info, "name, description, title", "a sample such as `string`, `test` or `My new auth`", "samples of the OpenAPI documents";
    TextControl = "text-control", Warning, "name, description, title", "it holds a control, zero-width or bidirectional character", "UTS 36; UTS 55";
    ScopeNone = "scope-none", Info, "scopes", "there are none", "Teable, oauth-server.service.ts, authorizeValidate";
    ScopeAll = "scope-all", Warning, "scopes", "every known scope is chosen", "RFC 9700 2.3; help.teable.ai/en/api-doc/oauth";
    ScopeTokenAdmin = "scope-token-admin", Warning, "scopes", "`user|integrations` is chosen", "Teable, access-token.controller.ts";
    ScopeDestructive = "scope-destructive", Warning, "scopes", "a `*|delete` scope or `table|trash_reset` is chosen", "Teable, trash.service.ts, resetTableTrashItems";
    ScopeBulkExport = "scope-bulk-export", Info, "scopes", "`table|export` is chosen", "the scope catalogue";
    ScopeAutomationWrite = "scope-automation-write", Info, "scopes", "`automation|create` or `automation|update` is chosen", "the scope catalogue";
    ScopeWriteWithoutRead = "scope-write-without-read", Info, "scopes", "a scope is chosen without the reading scope that it needs", "the scope catalogue";
    ScopeDuplicate = "scope-duplicate", Info, "scopes", "a scope is listed twice", "Teable, create.ts, keeps a set";
    OidcHttp = "oidc-http", Warning, "issuer and endpoints", "http, also to the own machine", "OpenID Connect Discovery 3; RFC 6749 3.1 and 3.2";
    OidcNotWeb = "oidc-not-web", Warning, "issuer and endpoints", "another scheme than http(s)", "OpenID Connect Discovery 3";
    OidcPrivateHost = "oidc-private-host", Warning, "issuer and endpoints", "the host is private or the own machine", "OWASP, Server-Side Request Forgery; Hydra, TestValidateIPRanges";
    OidcIpHost = "oidc-ip-host", Info, "issuer and endpoints", "the host is a public IP address", "RFC 9525: certificates name hosts";
    OidcEndpointFragment = "oidc-endpoint-fragment", Warning, "endpoints", "it holds a `#`", "RFC 6749 3.1 and 3.2";
    OidcAuthorizeParams = "oidc-authorize-params", Warning, "authorizationUrl", "the query has a parameter of a request, such as client_id", "OpenID Connect Discovery 3; RFC 6749 4.1.1";
    OidcEndpointSwapped = "oidc-endpoint-swapped", Warning, "endpoints", "the last part of the path is another endpoint's", "heuristic over the providers' documents";
    OidcEndpointDuplicate = "oidc-endpoint-duplicate", Warning, "endpoints", "two are equal", "OpenID Connect Discovery 3";
    OidcEndpointWellKnown = "oidc-endpoint-well-known", Warning, "endpoints", "the path has `/.well-known/`", "OpenID Connect Discovery 4";
    OidcIssuerWellKnown = "oidc-issuer-well-known", Warning, "issuer", "the path has `/.well-known/` or ends in openid-configuration", "OpenID Connect Discovery 4";
    OidcIssuerIsEndpoint = "oidc-issuer-is-endpoint", Warning, "issuer", "the path ends in authorize, auth, token or userinfo, or holds /protocol/openid-connect", "OpenID Connect Discovery 3";
    OidcIssuerQueryFragment = "oidc-issuer-query-fragment", Warning, "issuer", "it holds a `?` or `#`", "OpenID Connect Discovery 3";
    OidcIssuerSlashExpected = "oidc-issuer-slash-expected", Warning, "issuer", "no final slash at *.auth0.com, sts.windows.net or /application/o/<slug>", "go-oidc#338; OpsKnight#627; OmniRoute#14119; reitti#715";
    OidcIssuerSlashUnexpected = "oidc-issuer-slash-unexpected", Warning, "issuer", "a final slash at Google, GitLab.com, Okta, Entra, OneLogin or /realms/<realm>", "OpenID-Connect-PHP#26";
    OidcIssuerTrailingSlash = "oidc-issuer-trailing-slash", Info, "issuer", "a final slash at another provider", "passport-openidconnect, strategy.js; OpenID Connect Discovery 4.3 and 5";
    OidcIssuerMultiTenant = "oidc-issuer-multi-tenant", Warning, "issuer", "Entra's common, organizations, consumers or {tenantid}", "go-oidc#121; azure-docs#38427";
    OidcIssuerEndpointMismatch = "oidc-issuer-endpoint-mismatch", Warning, "endpoints", "the Keycloak realm, the Okta authorization server, or the Entra tenant or version is not the issuer's", "documents of Keycloak, Okta and Entra";
    OidcHostMismatch = "oidc-host-mismatch", Info, "endpoints", "the host is of another site than the issuer; providers that use several are known", "RFC 9700 2.6 and 4.4";
    OidcFeishuEndpoint = "oidc-feishu-endpoint", Warning, "endpoints", "the host is Feishu's or Lark's", "Feishu docs; passport-openidconnect, strategy.js";
    OidcFeishuClientId = "oidc-feishu-client-id", Info, "clientId", "`cli_` and 16 small letters or digits", "Feishu docs";
    OidcNotOidcProvider = "oidc-not-oidc-provider", Warning, "endpoints", "github.com/login/oauth", "GitHub docs: OAuth without ID tokens";
    ClientIdShape = "client-id-shape", Info, "clientId", "Google's without `.apps.googleusercontent.com`, or Entra's that is no GUID", "documents of Google and Entra";
    EntraSecretId = "entra-secret-id", Warning, "clientSecret", "a GUID at Entra, which is the secret's ID", "help.teable.ai, azure-entra-id: copy the secret Value";
    SsoIdOnCreate = "sso-id-on-create", Info, "id", "it is there", "Teable's OpenAPI document: the 201 body has it always";
    FeishuAppIdShape = "feishu-app-id-shape", Info, "appId", "not `cli_` and 16 small letters or digits", "Feishu docs, user_access_token sample";
    FeishuAppSecretShape = "feishu-app-secret-shape", Info, "appSecret", "not 32 letters or digits", "Feishu docs, user_access_token sample";
    CredWhitespace = "cred-whitespace", Warning, "ids, secrets, string authentication fields", "white space stands in front or behind, or inside an id or secret", "the APIs keep it";
    CredAuthPrefix = "cred-auth-prefix", Warning, "ids, secrets, string authentication fields", "`Bearer`, `Basic`, `Token`, `ApiKey` or `Authorization:` stands in front", "RFC 9110 11.4: the prefix belongs to the header";
    CredPlaceholder = "cred-placeholder", Warning, "ids, secrets, string authentication fields", "a sample: `string`, `YOUR_..`, `<..>`, `{{..}}`, `${..}`, `%..%`, `REPLACE..`, `xxx`, `example_..`, `your..KeyHere`, `你的..`", "samples of the OpenAPI documents; Teable, .env.example";
    CredMasked = "cred-masked", Warning, "ids, secrets, string authentication fields", "four or more `*` or bullets in a row, or an ellipsis", "Teable, oauth.service.ts, maskedSecret";
    CredQuoted = "cred-quoted", Warning, "ids, secrets, string authentication fields", "it is in quotes, or `key=value` or `\"key\": ..`; of ids and secrets also a JSON object", "copied from .env files and JSON";
    CredCharset = "cred-charset", Warning, "ids, secrets, string authentication fields", "a control or a character outside ASCII in an id or secret; an invisible one in a field, or a tab or line break in one that is no document", "RFC 6749 A.1 and A.2";
    CredUrl = "cred-url", Warning, "ids, secrets", "it holds a URL", "RFC 6749 2.2 and 2.3.1";
    CredShort = "cred-short", Info, "secrets", "fewer than 16 characters", "RFC 6819 5.1.4.2.2; Hydra asks for 6";
    CredSame = "cred-same", Warning, "secrets", "the secret equals the id", "RFC 6819 5.1.4.2.2";
    CredSwapped = "cred-swapped", Warning, "ids, secrets", "the id has a secret's vendor prefix, or the secret an id's", "prefixes of Google, Feishu, GitLab and Okta";
    CredLeaked = "cred-leaked", Warning, "name, title", "it holds the secret, of 8 characters or more", "RFC 9700 4.3: names are shown and logged";
    ZapierAppSample = "zapier-app-sample", Warning, "data.app", "the sample of the document, or the nil or max UUID", "Zapier's OpenAPI document; RFC 9562 5.9 and 5.10";
    ZapierFieldsEmpty = "zapier-fields-empty", Warning, "authentication_fields", "there are none", "docs.zapier.com, adding-an-authentication";
    ZapierFieldEmpty = "zapier-field-empty", Warning, "authentication_fields", "a value is null or blank", "docs.zapier.com, adding-an-authentication";
    ZapierFieldKey = "zapier-field-key", Warning, "authentication_fields", "a key is empty or has white space or a hidden character, or two are equal but for case", "docs.zapier.com, platform fields";
    ZapierFieldNested = "zapier-field-nested", Info, "authentication_fields", "a value is an object or a list", "docs.zapier.com, platform field types";
}

#[cfg(test)]
mod tests {
    use super::Rule;

    #[test]
    fn ninety_rules_with_ids_of_their_own() {
        assert_eq!(Rule::ALL.len(), 90);
        for (at, &rule) in Rule::ALL.iter().enumerate() {
            assert_eq!(rule as usize, at);
            assert_eq!(Rule::of(rule.id()), Some(rule));
        }
        assert_eq!(Rule::of("nope"), None);
    }
}
