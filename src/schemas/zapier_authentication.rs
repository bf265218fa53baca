//! `POST /v2/authentications`: a connection of an app to Zapier.
//!
//! Source: Zapier's OpenAPI document, "Create Authentication".

use garde::Validate;
use serde::Deserialize;

use super::types::FreeForm;
use super::zapier_components::{Authentication, BaseMeta, Error, Links};
use crate::rules::uuid::uuid;
use crate::shape::Shape;

/// A new connection.
#[derive(Deserialize, Validate, Shape)]
pub struct AuthenticationRequest<'a> {
    /// What the connection is made of.
    #[serde(borrow)]
    #[garde(dive)]
    #[field(label = "Connection", zh = "连接", help_zh = "创建连接所需的内容。")]
    pub data: AuthenticationCreateRequest<'a>,
}

/// The object used to create a new connection.
#[derive(Deserialize, Validate, Shape)]
#[garde(allow_unvalidated)]
pub struct AuthenticationCreateRequest<'a> {
    /// A name by which its owner will recognize the account.
    #[garde(length(chars, max = 255))]
    #[field(
        label = "Title",
        zh = "标题",
        help_zh = "账号所有者一看就能认出的名称。",
        autocomplete = "off",
        example = "Acme CRM (sales@acme.io)",
        trimmed
    )]
    pub title: &'a str,
    /// The app's canonical ID, as Zapier's `/apps` endpoint gives it.
    #[garde(custom(uuid))]
    #[field(
        label = "App ID",
        zh = "应用 ID",
        help_zh = "Zapier 的 /apps 接口返回的应用标准 ID。",
        autocomplete = "off",
        example = "1f9c2a7e-6c0d-4b8e-9d57-3a41f0c2b6d8"
    )]
    pub app: &'a str,
    /// What the app's own authentication needs: the keys that were defined for it.
    #[field(
        label = "Authentication fields",
        zh = "认证字段",
        help_zh = "应用自身认证所需的内容，键名与应用的定义一致。",
        secret,
        autocomplete = "new-password"
    )]
    pub authentication_fields: FreeForm,
}

/// The 201 response: a page of connections.
#[derive(Deserialize, Validate, Shape)]
pub struct AuthenticationResponse<'a> {
    /// The links object returned in paginated response bodies.
    #[serde(borrow)]
    #[garde(dive)]
    #[field(label = "Links", zh = "链接", help_zh = "分页结果的链接。")]
    pub links: Links<'a>,
    /// The meta object returned in paginated response bodies.
    #[garde(dive)]
    #[field(label = "Page", zh = "分页", help_zh = "分页结果的元数据。")]
    pub meta: BaseMeta,
    /// The Authentications present, provided they exist.
    #[serde(borrow)]
    #[garde(dive)]
    #[field(label = "Connections", zh = "连接", help_zh = "返回的连接列表。", item = "Connection", item_zh = "连接")]
    pub data: Option<Vec<Authentication<'a>>>,
}

/// The body of every 4xx and 5xx response.
#[derive(Deserialize, Validate, Shape)]
pub struct ErrorResponse<'a> {
    /// An array of error objects.
    #[serde(borrow)]
    #[garde(dive)]
    #[field(label = "Errors", zh = "错误", help_zh = "错误对象的列表。", item = "Error", item_zh = "错误")]
    pub errors: Vec<Error<'a>>,
}
