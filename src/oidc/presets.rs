//! Providers that admins often use: a few inputs, then the four URLs. Data for forms, not code: TypeScript exports it.

use crate::shape::Text;

/// A provider's form in small.
#[derive(Debug, Clone, Copy)]
pub struct Preset {
    /// Its stable name.
    pub name: &'static str,
    /// What a button says.
    pub label: Text,
    /// What to ask for; each fills the `{name}` of the same name in the templates.
    pub inputs: &'static [Input],
    /// The issuer's template.
    pub issuer: &'static str,
    /// The authorization URL's template.
    pub authorization_url: &'static str,
    /// The token URL's template.
    pub token_url: &'static str,
    /// The user info URL's template.
    pub user_info_url: &'static str,
    /// What to know at the provider.
    pub note: Text,
}

/// One thing that a preset asks for.
#[derive(Debug, Clone, Copy)]
pub struct Input {
    /// Its name in the templates.
    pub name: &'static str,
    /// What a person calls it.
    pub label: Text,
    /// One sentence about what belongs in it.
    pub help: Text,
    /// A sample value.
    pub placeholder: &'static str,
    /// What to start with; empty for nothing.
    pub default: &'static str,
}

/// A provider for which the other type of the form is right.
#[derive(Debug, Clone, Copy)]
pub struct Hint {
    /// Its stable name.
    pub name: &'static str,
    /// What a button says.
    pub label: Text,
    /// The provider type to choose.
    pub use_type: &'static str,
    /// Why.
    pub note: Text,
}

const fn text(en: &'static str, zh: &'static str) -> Text {
    Text { en, zh }
}

const fn input(name: &'static str, label: Text, help: Text, placeholder: &'static str) -> Input {
    Input { name, label, help, placeholder, default: "" }
}

const fn starting_with(mut input: Input, default: &'static str) -> Input {
    input.default = default;
    input
}

const fn domain(placeholder: &'static str) -> Input {
    let help = text("The host alone, without https:// and without a path.", "只填写主机名，不含 https:// 和路径。");
    input("domain", text("Domain", "域名"), help, placeholder)
}

/// Every preset, in the order in which they are offered.
pub const PRESETS: &[Preset] = &[
    // developers.google.com/identity/openid-connect
    Preset {
        name: "google",
        label: text("Google", "Google"),
        inputs: &[],
        issuer: "https://accounts.google.com",
        authorization_url: "https://accounts.google.com/o/oauth2/v2/auth",
        token_url: "https://oauth2.googleapis.com/token",
        user_info_url: "https://openidconnect.googleapis.com/v1/userinfo",
        note: text(
            "Client IDs end with .apps.googleusercontent.com.",
            "客户端 ID 以 .apps.googleusercontent.com 结尾。",
        ),
    },
    // help.teable.ai, azure-entra-id; never common, whose tokens name another issuer
    Preset {
        name: "entra",
        label: text("Microsoft Entra ID", "Microsoft Entra ID"),
        inputs: &[input(
            "tenant",
            text("Tenant ID", "租户 ID"),
            text(
                "The Directory (tenant) ID on the app registration's Overview page.",
                "应用注册“概述”页上的“目录(租户) ID”。",
            ),
            "8f3a1c52-9b7e-4d06-a1f4-2c5e7d9b0a36",
        )],
        issuer: "https://login.microsoftonline.com/{tenant}/v2.0",
        authorization_url: "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/authorize",
        token_url: "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token",
        user_info_url: "https://graph.microsoft.com/oidc/userinfo",
        note: text("Copy the secret's Value, not its Secret ID.", "请复制客户端密码的“值”，而不是“机密 ID”。"),
    },
    // help.teable.ai, okta
    Preset {
        name: "okta",
        label: text("Okta (organization)", "Okta（组织）"),
        inputs: &[domain("acme.okta.com")],
        issuer: "https://{domain}",
        authorization_url: "https://{domain}/oauth2/v1/authorize",
        token_url: "https://{domain}/oauth2/v1/token",
        user_info_url: "https://{domain}/oauth2/v1/userinfo",
        note: text("For the organization's own authorization server.", "用于组织自带的授权服务器。"),
    },
    // developer.okta.com, auth-servers
    Preset {
        name: "okta-custom",
        label: text("Okta (custom authorization server)", "Okta（自定义授权服务器）"),
        inputs: &[
            domain("acme.okta.com"),
            starting_with(
                input(
                    "server",
                    text("Authorization server ID", "授权服务器 ID"),
                    text(
                        "The last part of its Issuer URI, under Security > API.",
                        "“Security > API”页上 Issuer URI 的最后一段。",
                    ),
                    "default",
                ),
                "default",
            ),
        ],
        issuer: "https://{domain}/oauth2/{server}",
        authorization_url: "https://{domain}/oauth2/{server}/v1/authorize",
        token_url: "https://{domain}/oauth2/{server}/v1/token",
        user_info_url: "https://{domain}/oauth2/{server}/v1/userinfo",
        note: text("For a custom authorization server, such as default.", "用于自定义授权服务器，例如 default。"),
    },
    // help.teable.ai, auth0; the issuer ends with a slash
    Preset {
        name: "auth0",
        label: text("Auth0", "Auth0"),
        inputs: &[domain("acme.eu.auth0.com")],
        issuer: "https://{domain}/",
        authorization_url: "https://{domain}/authorize",
        token_url: "https://{domain}/oauth/token",
        user_info_url: "https://{domain}/userinfo",
        note: text("The issuer ends with a slash.", "颁发者以斜杠结尾。"),
    },
    // keycloak.org, oidc-generic
    Preset {
        name: "keycloak",
        label: text("Keycloak", "Keycloak"),
        inputs: &[
            input(
                "base",
                text("Base URL", "基础地址"),
                text(
                    "Without a final slash; before version 17 it ends with /auth.",
                    "末尾不带斜杠；17 之前的版本以 /auth 结尾。",
                ),
                "https://id.acme.io",
            ),
            input(
                "realm",
                text("Realm", "领域（realm）"),
                text("The realm's name, as in its URLs.", "realm 的名称，与其网址中的一致。"),
                "main",
            ),
        ],
        issuer: "{base}/realms/{realm}",
        authorization_url: "{base}/realms/{realm}/protocol/openid-connect/auth",
        token_url: "{base}/realms/{realm}/protocol/openid-connect/token",
        user_info_url: "{base}/realms/{realm}/protocol/openid-connect/userinfo",
        note: text("The issuer has no final slash.", "颁发者末尾没有斜杠。"),
    },
    // docs.goauthentik.io, oauth2; issuer and endpoints keep their slashes
    Preset {
        name: "authentik",
        label: text("Authentik", "Authentik"),
        inputs: &[
            domain("id.acme.io"),
            input(
                "slug",
                text("Application slug", "应用 slug"),
                text("From the application's settings.", "见应用的设置。"),
                "teable",
            ),
        ],
        issuer: "https://{domain}/application/o/{slug}/",
        authorization_url: "https://{domain}/application/o/authorize/",
        token_url: "https://{domain}/application/o/token/",
        user_info_url: "https://{domain}/application/o/userinfo/",
        note: text(
            "Tick “Include claims in id_token” in the provider's settings.",
            "请在提供方设置中勾选“Include claims in id_token”。",
        ),
    },
    // docs.gitlab.com, openid_connect_provider
    Preset {
        name: "gitlab",
        label: text("GitLab", "GitLab"),
        inputs: &[starting_with(domain("gitlab.com"), "gitlab.com")],
        issuer: "https://{domain}",
        authorization_url: "https://{domain}/oauth/authorize",
        token_url: "https://{domain}/oauth/token",
        user_info_url: "https://{domain}/oauth/userinfo",
        note: text("Choose the scopes openid, profile and email.", "请选择 openid、profile 和 email 权限范围。"),
    },
    // help.teable.ai, onelogin
    Preset {
        name: "onelogin",
        label: text("OneLogin", "OneLogin"),
        inputs: &[input(
            "subdomain",
            text("Subdomain", "子域名"),
            text("The part before .onelogin.com.", ".onelogin.com 之前的部分。"),
            "acme",
        )],
        issuer: "https://{subdomain}.onelogin.com/oidc/2",
        authorization_url: "https://{subdomain}.onelogin.com/oidc/2/auth",
        token_url: "https://{subdomain}.onelogin.com/oidc/2/token",
        user_info_url: "https://{subdomain}.onelogin.com/oidc/2/me",
        note: text("Set the token endpoint's authentication method to POST.", "请将令牌端点的认证方式设为 POST。"),
    },
];

/// Feishu and Lark give no ID token and nest the profile, so they have a type of their own.
pub const FEISHU: Hint = Hint {
    name: "feishu",
    label: text("Feishu or Lark", "飞书或 Lark"),
    use_type: "feishu",
    note: text(
        "Choose the provider type Feishu, since Feishu gives no ID token. Put the callback on the app's list of redirect URLs in Security Settings.",
        "请选择飞书（feishu）类型：飞书不会返回 ID 令牌。回调地址须加入应用“安全设置”中的重定向 URL 列表。",
    ),
};
