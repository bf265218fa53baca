//! The component schemas of Zapier's document, each of which can be checked by itself.
//!
//! Source: Zapier's OpenAPI document, "Create Authentication", `components.schemas`.

use garde::Validate;
use serde::Deserialize;

use super::types::{Any, FreeForm, Integer, Nullable};
use crate::shape::Shape;

/// An app that integrates with Zapier.
///
/// The document's prose says that `links` may be null; its schema says that it is an object, and so does this.
#[derive(Deserialize, Validate, Shape)]
#[garde(allow_unvalidated)]
pub struct Apps<'a> {
    /// Unique id of the app.
    #[field(label = "ID", zh = "ID", help_zh = "应用的唯一标识。")]
    pub id: &'a str,
    /// The type of this object.
    #[serde(rename = "type")]
    #[field(label = "Type", zh = "类型", help_zh = "此对象的类型。", default = "app")]
    pub kind: Option<&'a str>,
    /// Default image/icon to represent the app.
    #[field(label = "Image", zh = "图片", help_zh = "代表该应用的默认图片或图标。")]
    pub image: &'a str,
    /// A url that, when visited, will direct the user to authenticate with the app, thus creating a new Authentication.
    #[field(label = "Links", zh = "链接", help_zh = "用户访问后可完成应用认证并创建新连接的地址。")]
    pub links: FreeForm,
    /// A list of action types for this specific App.
    #[field(
        label = "Action types",
        zh = "动作类型",
        help_zh = "该应用支持的动作类型。",
        item = "Action type",
        item_zh = "动作类型"
    )]
    pub action_types: Vec<Any>,
    /// Human readable name of the app.
    #[field(label = "Title", zh = "标题", help_zh = "便于阅读的应用名称。")]
    pub title: &'a str,
    /// The URL of images (of various sizes) for this specific App.
    #[garde(dive)]
    #[serde(borrow)]
    #[field(label = "Images", zh = "图片集", help_zh = "该应用各种尺寸图片的地址。")]
    pub images: AppsImages<'a>,
    /// A branded color that can be used to represent the app.
    #[field(label = "Color", zh = "颜色", help_zh = "代表该应用的品牌颜色。")]
    pub hex_color: &'a str,
    /// A list of categories to which this app belongs. Helpful in identifying apps by type and functionality.
    #[garde(dive)]
    #[field(label = "Categories", zh = "分类", help_zh = "该应用所属的分类。", item = "Category", item_zh = "分类")]
    pub categories: Vec<Category<'a>>,
    /// Human readable description of the app.
    #[field(label = "Description", zh = "描述", help_zh = "便于阅读的应用说明。")]
    pub description: &'a str,
}

/// Images/icons of various resolutions to represent the app.
#[derive(Deserialize, Validate, Shape)]
#[garde(allow_unvalidated)]
pub struct AppsImages<'a> {
    /// 16x16 resolution image URL.
    #[field(label = "Image 16x16", zh = "16x16 图片", help_zh = "16x16 像素图片的地址。")]
    pub url_16x16: &'a str,
    /// 32x32 resolution image URL.
    #[field(label = "Image 32x32", zh = "32x32 图片", help_zh = "32x32 像素图片的地址。")]
    pub url_32x32: &'a str,
    /// 64x64 resolution image URL.
    #[field(label = "Image 64x64", zh = "64x64 图片", help_zh = "64x64 像素图片的地址。")]
    pub url_64x64: &'a str,
    /// 128x128 resolution image URL.
    #[field(label = "Image 128x128", zh = "128x128 图片", help_zh = "128x128 像素图片的地址。")]
    pub url_128x128: &'a str,
}

/// The type of an Authentication object.
#[derive(Debug, Clone, Copy, Default, Deserialize, Shape)]
#[serde(rename_all = "lowercase")]
pub enum AuthenticationTypeEnum {
    /// The only one.
    #[default]
    #[field(label = "Authentication", zh = "连接")]
    Authentication,
}

/// One option has no rules beyond its list.
impl Validate for AuthenticationTypeEnum {
    type Context = ();

    fn validate_into(&self, (): &(), _: &mut dyn FnMut() -> garde::Path, _: &mut garde::Report) {}
}

/// An Authentication contains various fields, often credentials such as API tokens, used to access Partner APIs on
/// behalf of a user. The actual fields are held securely by Zapier.
#[derive(Deserialize, Validate, Shape)]
#[garde(allow_unvalidated)]
pub struct Authentication<'a> {
    /// The type of this object.
    #[serde(rename = "type")]
    #[field(label = "Type", zh = "类型", help_zh = "此对象的类型。", read_only, default = "authentication")]
    pub kind: AuthenticationTypeEnum,
    /// The identifier for this specific Authentication.
    #[field(label = "ID", zh = "ID", help_zh = "此连接的标识。")]
    pub id: &'a str,
    /// An app that integrates with Zapier, or its ID.
    #[garde(dive)]
    #[serde(borrow)]
    #[field(label = "App", zh = "应用", help_zh = "与 Zapier 集成的应用，或它的 ID。")]
    pub app: App<'a>,
    /// If `true`, this Authentication has expired. It will not be usable, and the user needs to be directed to reconnect it.
    #[field(label = "Expired", zh = "已过期", help_zh = "为 true 时此连接已失效，需要用户重新连接。")]
    pub is_expired: bool,
    /// The title of this specific Authentication.
    #[field(label = "Title", zh = "标题", help_zh = "此连接的标题。")]
    pub title: &'a str,
}

/// An app in full, or its ID.
#[derive(Debug, Deserialize, Validate, Shape)]
#[serde(rename = "by kind")]
#[field(by_kind)]
pub enum App<'a> {
    /// Its ID.
    String(#[garde(skip)] &'a str),
    /// The app in full.
    Object(
        #[serde(borrow)]
        #[garde(dive)]
        Apps<'a>,
    ),
}

/// The meta object returned in paginated response bodies.
#[derive(Deserialize, Validate, Shape)]
pub struct BaseMeta {
    /// The total number of objects in the collection represented by the endpoint.
    #[garde(range(min = 0))]
    #[field(label = "Count", zh = "总数", help_zh = "该接口所代表集合中的对象总数。")]
    pub count: Integer,
    /// The limit value used in the request.
    #[garde(range(min = 1))]
    #[field(label = "Limit", zh = "上限", help_zh = "请求中使用的 limit 值。")]
    pub limit: Nullable<Integer>,
    /// The offset value used in the request.
    #[garde(range(min = 0))]
    #[field(label = "Offset", zh = "偏移", help_zh = "请求中使用的 offset 值。", default = 0)]
    pub offset: Option<Integer>,
}

/// Category an app belongs to.
#[derive(Deserialize, Validate, Shape)]
#[garde(allow_unvalidated)]
pub struct Category<'a> {
    /// The shortened slug name for this category.
    #[field(label = "Slug", zh = "简称", help_zh = "该分类的简短标识。")]
    pub slug: &'a str,
}

/// Base Error definition.
#[derive(Deserialize, Validate, Shape)]
#[garde(allow_unvalidated)]
pub struct Error<'a> {
    /// The HTTP status code applicable to this problem.
    #[field(label = "Status", zh = "状态码", help_zh = "此问题对应的 HTTP 状态码。")]
    pub status: Option<Integer>,
    /// A unique identifier for this particular occurrence of the problem.
    #[field(label = "Code", zh = "代码", help_zh = "此问题的唯一标识。")]
    pub code: Option<&'a str>,
    /// A short summary of the problem.
    #[field(label = "Title", zh = "标题", help_zh = "此问题的简要说明。")]
    pub title: Option<&'a str>,
    /// A human-readable explanation specific to this occurrence of the problem.
    #[field(label = "Detail", zh = "详情", help_zh = "针对此次问题的详细解释。")]
    pub detail: Option<&'a str>,
    /// An object containing references to the primary source of the error.
    #[garde(dive)]
    #[serde(borrow)]
    #[field(label = "Source", zh = "来源", help_zh = "指向错误主要来源的引用。")]
    pub source: Option<Nullable<ErrorSource<'a>>>,
    /// Freeform metadata about the error.
    #[field(label = "Metadata", zh = "元数据", help_zh = "关于此错误的自由格式信息。")]
    pub meta: Option<Nullable<FreeForm>>,
}

/// Populates the `source` object inside our error responses.
#[derive(Deserialize, Validate, Shape)]
#[garde(allow_unvalidated)]
pub struct ErrorSource<'a> {
    /// Pointer to the value in the request document that caused the error e.g. `/actions`.
    #[field(label = "Pointer", zh = "指针", help_zh = "指向请求中出错之值的指针，例如 /actions。")]
    pub pointer: Option<&'a str>,
    /// A string indicating which URI query parameter caused the error.
    #[field(label = "Parameter", zh = "参数", help_zh = "导致错误的查询参数。")]
    pub parameter: Option<&'a str>,
    /// A string indicating the name of a single request header which caused the error.
    #[field(label = "Header", zh = "请求头", help_zh = "导致错误的请求头名称。")]
    pub header: Option<&'a str>,
}

/// The links object returned in paginated response bodies.
#[derive(Deserialize, Validate, Shape)]
#[garde(allow_unvalidated)]
pub struct Links<'a> {
    /// The URL of the next page of paginated results.
    #[field(label = "Next", zh = "下一页", help_zh = "下一页结果的地址。")]
    #[serde(borrow)]
    pub next: Option<Nullable<&'a str>>,
    /// The URL of the previous page of paginated results.
    #[field(label = "Previous", zh = "上一页", help_zh = "上一页结果的地址。")]
    pub prev: Option<Nullable<&'a str>>,
}
