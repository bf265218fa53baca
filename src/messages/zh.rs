//! 中文提示。 Messages in Simplified Chinese.

use super::{ROW, named};
use crate::issue::{Code, Expected, Issue, JsonReason, Received, UrlReason};
use crate::locale::Locale;
use crate::shape::{Kind, Node};

/// The message for an issue, with [`ROW`] for the number of its row.
pub(super) fn template(root: &Node, issue: &Issue) -> String {
    let place = named(root, &issue.path);
    let label = place.shown(Locale::Zh, ROW).unwrap_or_else(|| match issue.code {
        Code::InvalidJson { .. } => "JSON 文本".to_owned(),
        _ => "请求内容".to_owned(),
    });
    let mut message = format!("{label}：{}。", instruction(&issue.code, place.node.as_ref()));
    if let Code::InvalidOption { suggestion: Some(meant), .. } | Code::UnknownType { suggestion: Some(meant), .. } =
        issue.code
    {
        message.push_str(&format!("是否想填 {meant}？"));
    }
    message
}

fn instruction(code: &Code, node: Option<&Node>) -> String {
    match *code {
        Code::Required => missing(node).to_owned(),
        Code::InvalidType { received: Received::Unreadable, .. } => "无法读取此值，请改为普通的值".to_owned(),
        Code::InvalidType { expected: Expected::Integer, received: Received::Number } => "请填写整数".to_owned(),
        Code::InvalidType { expected, received } => format!("应为{}，而不是{}", wanted(expected), met(received)),
        Code::InvalidOption { .. } => "请选择列表中的值".to_owned(),
        Code::UnknownType { union, .. } => {
            let names: Vec<_> = union.branches.iter().map(|branch| branch.value).collect();
            format!("请选择 {}", any_of(&names))
        }
        Code::TooShort { minimum: 1, .. } => "请至少输入 1 个字符".to_owned(),
        Code::TooShort { minimum, actual } => format!("请至少输入 {minimum} 个字符，目前为 {actual} 个"),
        Code::TooLong { maximum, actual } => format!("请缩短到 {maximum} 个字符以内，目前为 {actual} 个"),
        Code::TooFewItems { minimum, .. } => format!("请至少添加 {minimum} 项"),
        Code::TooSmall { minimum } => format!("请填写不小于 {minimum} 的数"),
        Code::InvalidUrl { reason } => url(reason).to_owned(),
        Code::InvalidUuid => {
            "请填写形如 xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx 的 ID，其中 x 为数字或 a 到 f 的字母".to_owned()
        }
        Code::InvalidJson { reason } => json(reason).to_owned(),
    }
}

fn missing(node: Option<&Node>) -> &'static str {
    match node.map(|node| node.kind) {
        Some(Kind::Text { .. }) => "请填写",
        Some(Kind::List { .. }) => "请至少添加 1 项",
        Some(Kind::Object(_) | Kind::Union(_) | Kind::FreeForm) => "请填写此部分",
        Some(Kind::Options(_)) | None => "请选择",
        Some(_) => "请添加值",
    }
}

fn url(reason: UrlReason) -> &'static str {
    match reason {
        UrlReason::Blank => "请填写完整的网址，例如 https://example.com",
        UrlReason::NoScheme => "网址请以 https:// 开头",
        UrlReason::NoHost => "请在 https:// 之后填写主机名",
        UrlReason::BadPort => "端口号不能大于 65535",
        UrlReason::BadHost => "请改正网址中的主机名",
    }
}

fn json(reason: JsonReason) -> &'static str {
    match reason {
        JsonReason::UnexpectedEnd => "文本不完整，请补全",
        JsonReason::UnexpectedCharacter => "请删除此处的字符，或为其加上引号",
        JsonReason::TrailingText => "请删除值后面的多余内容",
        JsonReason::InvalidNumber => "请按 JSON 的写法填写此处的数字",
        JsonReason::InvalidEscape => "请改正此处反斜杠之后的转义",
        JsonReason::ControlCharacter => "请转义此处的控制字符",
        JsonReason::InvalidUtf8 => "请将文本保存为 UTF-8 编码",
        JsonReason::ByteOrderMark => "请删除开头的字节顺序标记（BOM）",
        JsonReason::TooLarge => "大小请控制在 4 GiB 以内",
    }
}

fn wanted(expected: Expected) -> &'static str {
    match expected {
        Expected::String => "文本",
        Expected::Boolean => " true 或 false",
        Expected::Integer => "整数",
        Expected::Array => "列表",
        Expected::Object => "对象",
        Expected::ObjectOrString => "对象或文本",
    }
}

fn met(received: Received) -> &'static str {
    match received {
        Received::Null => " null",
        Received::Boolean => " true 或 false",
        Received::Number => "数字",
        Received::String => "文本",
        Received::Array => "列表",
        Received::Object => "对象",
        Received::BigInt => " bigint",
        Received::Symbol => " symbol",
        Received::Function => "函数",
        Received::Unreadable => "无法读取的值",
    }
}

/// Joins names as Chinese does: a pause mark between all but the last two.
fn any_of(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} 或 {last}", first.join("、")),
    }
}
