//! `POST /enterprise/{organizationId}/authentication`: a single sign-on provider of a Teable organization.
//!
//! Source: Teable's OpenAPI document, "Post enterprise authentication". Its path is `{organizationId}`, although the
//! parameter is declared as `resourceId`.

use garde::Validate;
use serde::Deserialize;

use super::types::FreeForm;
use crate::rules::url::url;
use crate::shape::Shape;

/// The identity provider that members of the organization sign in with.
#[derive(Debug, Deserialize, Validate, Shape)]
#[serde(rename = "tagged by type", rename_all = "lowercase")]
#[field(
    tag = "type",
    label = "Provider type",
    zh = "提供方类型",
    help_zh = "成员登录时使用的身份提供方。",
    shared = "Provider<'a, FreeForm, Id>"
)]
pub enum Authentication<'a, Id> {
    /// Feishu or Lark.
    #[field(label = "Feishu", zh = "飞书")]
    Feishu(
        #[serde(borrow)]
        #[garde(dive)]
        Provider<'a, FeishuConfig<'a>, Id>,
    ),
    /// Any OpenID Connect provider.
    #[field(label = "OpenID Connect", zh = "OpenID Connect")]
    Oidc(
        #[serde(borrow)]
        #[garde(dive)]
        Provider<'a, OidcConfig<'a>, Id>,
    ),
}

/// The request body; the server makes the id if there is none.
pub type Request<'a> = Authentication<'a, Option<&'a str>>;

/// The 201 response body.
pub type Response<'a> = Authentication<'a, &'a str>;

/// What every provider has.
#[derive(Deserialize, Validate, Shape)]
#[garde(allow_unvalidated)]
pub struct Provider<'a, Config: Validate<Context = ()>, Id> {
    /// How the provider is reached.
    #[garde(dive)]
    #[field(label = "Configuration", zh = "配置", help_zh = "连接该提供方所需的信息。")]
    pub config: Config,
    /// Made by the server: a new provider has none yet.
    #[field(label = "ID", zh = "ID", help_zh = "由服务器生成：新建时还没有。")]
    pub id: Id,
    /// What members see on the sign-in button.
    #[field(label = "Name", zh = "名称", help_zh = "成员在登录按钮上看到的名称。", example = "Acme SSO")]
    pub name: &'a str,
}

/// The credentials of a Feishu app.
#[derive(Deserialize, Validate, Shape)]
#[serde(rename_all = "camelCase")]
pub struct FeishuConfig<'a> {
    /// From the Feishu developer console, under Credentials & Basic Info.
    #[garde(length(chars, min = 1))]
    #[field(
        label = "App ID",
        zh = "App ID",
        help_zh = "飞书开发者后台“凭证与基础信息”中的 App ID。",
        autocomplete = "off",
        example = "cli_a5ca35a685b0x26e"
    )]
    pub app_id: &'a str,
    /// From the same page of the Feishu developer console, where only administrators of the app see it.
    #[garde(length(chars, min = 1))]
    #[field(
        label = "App secret",
        zh = "App Secret",
        help_zh = "同一页面上的 App Secret，仅应用管理员可见。",
        secret,
        autocomplete = "new-password"
    )]
    pub app_secret: &'a str,
}

/// The registration at an OpenID Connect provider.
#[derive(Deserialize, Validate, Shape)]
#[serde(rename_all = "camelCase")]
pub struct OidcConfig<'a> {
    /// What the provider calls this registration.
    #[garde(length(chars, min = 1))]
    #[field(label = "Client ID", zh = "客户端 ID", help_zh = "提供方为此应用分配的标识。", autocomplete = "off")]
    pub client_id: &'a str,
    /// The secret's value, not its ID.
    #[garde(length(chars, min = 1))]
    #[field(
        label = "Client secret",
        zh = "客户端密钥",
        help_zh = "填写密钥的值，而不是密钥的 ID。",
        secret,
        autocomplete = "new-password"
    )]
    pub client_secret: &'a str,
    /// Where users are sent to sign in.
    #[garde(custom(url))]
    #[field(
        label = "Authorization URL",
        zh = "授权地址",
        help_zh = "用户登录时跳转到的地址。",
        autocomplete = "off",
        example = "https://idp.example.com/authorize"
    )]
    pub authorization_url: &'a str,
    /// Where Teable trades a code for tokens.
    #[garde(custom(url))]
    #[field(
        label = "Token URL",
        zh = "令牌地址",
        help_zh = "Teable 用授权码换取令牌的地址。",
        autocomplete = "off",
        example = "https://idp.example.com/token"
    )]
    pub token_url: &'a str,
    /// Where Teable reads a user's profile.
    #[garde(custom(url))]
    #[field(
        label = "User info URL",
        zh = "用户信息地址",
        help_zh = "Teable 读取用户资料的地址。",
        autocomplete = "off",
        example = "https://idp.example.com/userinfo"
    )]
    pub user_info_url: &'a str,
    /// Compared letter by letter with `iss` in every ID token.
    #[garde(custom(url))]
    #[field(
        label = "Issuer",
        zh = "颁发者",
        help_zh = "必须与 ID 令牌中的 iss 逐字一致。",
        autocomplete = "off",
        example = "https://idp.example.com"
    )]
    pub issuer: &'a str,
}
