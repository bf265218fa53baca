//! Messages in English.

use super::{ROW, named};
use crate::issue::{Code, Expected, Issue, JsonReason, Received, UrlReason};
use crate::locale::Locale;
use crate::shape::{Kind, Node};

/// The message for an issue, with [`ROW`] for the number of its row.
pub(super) fn template(root: &Node, issue: &Issue) -> String {
    let place = named(root, &issue.path);
    let label = place.shown(Locale::En, ROW).unwrap_or_else(|| match issue.code {
        Code::InvalidJson { .. } => "JSON text".to_owned(),
        _ => "Request body".to_owned(),
    });
    let mut message = format!("{label}: {}.", instruction(&issue.code, place.node.as_ref()));
    if let Code::InvalidOption { suggestion: Some(meant), .. } | Code::UnknownType { suggestion: Some(meant), .. } =
        issue.code
    {
        message.push_str(&format!(" Did you mean {meant}?"));
    }
    message
}

fn instruction(code: &Code, node: Option<&Node>) -> String {
    match *code {
        Code::Required => missing(node).to_owned(),
        Code::InvalidType { received: Received::Unreadable, .. } => {
            "this value can't be read; give a plain one".to_owned()
        }
        Code::InvalidType { expected: Expected::Integer, received: Received::Number } => {
            "use a whole number".to_owned()
        }
        Code::InvalidType { expected, received } => format!("use {}, not {}", wanted(expected), met(received)),
        Code::InvalidOption { .. } => "choose a listed value".to_owned(),
        Code::UnknownType { union, .. } => {
            let names: Vec<_> = union.branches.iter().map(|branch| branch.value).collect();
            format!("choose {}", any_of(&names))
        }
        Code::TooShort { minimum: 1, .. } => "enter at least 1 character".to_owned(),
        Code::TooShort { minimum, actual } => {
            format!("enter at least {minimum} characters; there {} {actual}", are(actual))
        }
        Code::TooLong { maximum, actual } => {
            format!("shorten this to {maximum} characters; there {} {actual}", are(actual))
        }
        Code::TooFewItems { minimum, .. } => format!("add at least {minimum}"),
        Code::TooSmall { minimum } => format!("use {minimum} or more"),
        Code::InvalidUrl { reason } => url(reason).to_owned(),
        Code::InvalidUuid => {
            "enter an ID of the form xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx, each x a digit or a letter from a to f"
                .to_owned()
        }
        Code::InvalidJson { reason } => json(reason).to_owned(),
    }
}

fn missing(node: Option<&Node>) -> &'static str {
    match node.map(|node| node.kind) {
        Some(Kind::Text { .. }) => "enter a value",
        Some(Kind::List { .. }) => "add at least 1",
        Some(Kind::Object(_) | Kind::Union(_) | Kind::FreeForm) => "fill in this part",
        Some(Kind::Options(_)) | None => "choose a value",
        Some(_) => "add a value",
    }
}

fn url(reason: UrlReason) -> &'static str {
    match reason {
        UrlReason::Blank => "enter a full URL, such as https://example.com",
        UrlReason::NoScheme => "start the URL with https://",
        UrlReason::NoHost => "add a host name behind https://",
        UrlReason::BadPort => "use a port number up to 65535",
        UrlReason::BadHost => "correct the host name of the URL",
    }
}

fn json(reason: JsonReason) -> &'static str {
    match reason {
        JsonReason::UnexpectedEnd => "complete the text; it ends too early",
        JsonReason::UnexpectedCharacter => "remove or quote the character here",
        JsonReason::TrailingText => "remove what follows the value",
        JsonReason::InvalidNumber => "write the number here as JSON does",
        JsonReason::InvalidEscape => "correct the escape behind the backslash here",
        JsonReason::ControlCharacter => "escape the control character here",
        JsonReason::InvalidUtf8 => "save the text as UTF-8",
        JsonReason::ByteOrderMark => "remove the byte order mark in front",
        JsonReason::TooLarge => "send less than 4 GiB",
    }
}

fn wanted(expected: Expected) -> &'static str {
    match expected {
        Expected::String => "text",
        Expected::Boolean => "true or false",
        Expected::Integer => "a whole number",
        Expected::Array => "a list",
        Expected::Object => "an object",
        Expected::ObjectOrString => "an object or text",
    }
}

fn met(received: Received) -> &'static str {
    match received {
        Received::Null => "null",
        Received::Boolean => "true or false",
        Received::Number => "a number",
        Received::String => "text",
        Received::Array => "a list",
        Received::Object => "an object",
        Received::BigInt => "a bigint",
        Received::Symbol => "a symbol",
        Received::Function => "a function",
        Received::Unreadable => "a value that can't be read",
    }
}

fn any_of(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

fn are(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}
