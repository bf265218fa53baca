//! `POST /oauth/client`: an OAuth application in Teable.
//!
//! Source: Teable's OpenAPI document, "Post oauthclient".

use garde::Validate;
use serde::Deserialize;

use super::teable_scope::Scope;
use crate::rules::url::url;
use crate::shape::Shape;

/// A new OAuth application.
#[derive(Deserialize, Validate, Shape)]
#[serde(rename_all = "camelCase")]
#[garde(allow_unvalidated)]
pub struct OAuthClientRequest<'a> {
    /// What users see on the consent page.
    #[field(
        label = "Name",
        zh = "名称",
        help_zh = "用户在授权页上看到的应用名称。",
        autocomplete = "off",
        example = "Acme Reports"
    )]
    pub name: &'a str,
    /// One or two sentences about the application.
    #[field(label = "Description", zh = "描述", help_zh = "一两句话的应用说明。", multiline, autocomplete = "off")]
    pub description: Option<&'a str>,
    /// The application's own page; the consent page links to it.
    #[garde(custom(url))]
    #[field(
        label = "Homepage",
        zh = "主页",
        help_zh = "应用自己的网页，授权页会链接到它。",
        autocomplete = "url",
        example = "https://reports.acme.io/"
    )]
    pub homepage: &'a str,
    /// A picture's URL, or the path of an uploaded file.
    #[field(
        label = "Logo",
        zh = "图标",
        help_zh = "图片的地址，或已上传文件的路径。",
        autocomplete = "off",
        example = "https://reports.acme.io/logo.png"
    )]
    pub logo: Option<&'a str>,
    /// What the application may do on a user's behalf.
    #[field(
        label = "Scopes",
        zh = "权限范围",
        help_zh = "应用可以代表用户执行的操作。",
        item = "Scope",
        item_zh = "权限",
        unique
    )]
    pub scopes: Option<Vec<Scope>>,
    /// Where users come back to after they agree; compared letter by letter. The first is the default.
    #[garde(length(min = 1), inner(custom(url)))]
    #[field(
        label = "Redirect URIs",
        zh = "回调地址",
        help_zh = "用户同意后返回的地址，逐字比较；第一个为默认地址。",
        item = "Redirect URI",
        item_zh = "回调地址",
        autocomplete = "url",
        example = "https://reports.acme.io/callback"
    )]
    pub redirect_uris: Vec<&'a str>,
}

/// The 201 response. It holds no secret when an application is made; a secret is made by a call of its own.
#[derive(Deserialize, Validate, Shape)]
#[serde(rename_all = "camelCase")]
#[garde(allow_unvalidated)]
pub struct OAuthClientResponse<'a> {
    /// What the application calls itself in authorization requests.
    #[field(label = "Client ID", zh = "客户端 ID", help_zh = "应用在授权请求中使用的标识。")]
    pub client_id: &'a str,
    /// What users see on the consent page.
    #[field(label = "Name", zh = "名称", help_zh = "用户在授权页上看到的应用名称。")]
    pub name: &'a str,
    /// The application's secrets.
    #[serde(borrow)]
    #[garde(dive)]
    #[field(label = "Secrets", zh = "密钥", help_zh = "应用的密钥。", item = "Secret", item_zh = "密钥")]
    pub secrets: Option<Vec<Secret<'a>>>,
    /// What the application may do on a user's behalf; newer servers know more scopes than the request's document.
    #[field(
        label = "Scopes",
        zh = "权限范围",
        help_zh = "应用可以代表用户执行的操作。",
        item = "Scope",
        item_zh = "权限"
    )]
    pub scopes: Option<Vec<&'a str>>,
    /// A picture's URL.
    #[garde(inner(custom(url)))]
    #[field(label = "Logo", zh = "图标", help_zh = "图片的地址。")]
    pub logo: Option<&'a str>,
    /// The application's own page.
    #[garde(custom(url))]
    #[field(label = "Homepage", zh = "主页", help_zh = "应用自己的网页。")]
    pub homepage: &'a str,
    /// Where users come back to after they agree.
    #[garde(inner(custom(url)))]
    #[field(
        label = "Redirect URIs",
        zh = "回调地址",
        help_zh = "用户同意后返回的地址。",
        item = "Redirect URI",
        item_zh = "回调地址"
    )]
    pub redirect_uris: Vec<&'a str>,
}

/// A secret of an application.
#[derive(Deserialize, Validate, Shape)]
#[serde(rename_all = "camelCase")]
#[garde(allow_unvalidated)]
pub struct Secret<'a> {
    /// Names the secret; not confidential.
    #[field(label = "Secret ID", zh = "密钥 ID", help_zh = "密钥的标识，并非机密。")]
    pub id: &'a str,
    /// The secret itself, or its masked form.
    #[field(label = "Secret", zh = "密钥", help_zh = "密钥本身，或其遮盖形式。", secret)]
    pub secret: &'a str,
    /// When it was last used.
    #[field(label = "Last used", zh = "上次使用", help_zh = "上次使用的时间。")]
    pub last_used_time: Option<&'a str>,
}
