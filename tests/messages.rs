//! Every code's message, word for word, with its pointer and its place in the text.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use prevet::locale::Locale;
use prevet::schemas::Schema;

#[track_caller]
fn messages(schema: &str, text: &str, expected: &[(&str, &str)]) {
    let schema = Schema::named(schema).unwrap();
    let issues = schema.check_text(text.as_bytes());
    let found: Vec<_> = issues.iter().map(|issue| (issue.pointer(), schema.message(issue, Locale::En))).collect();
    let found: Vec<_> = found.iter().map(|(pointer, message)| (pointer.as_str(), message.as_str())).collect();
    assert_eq!(found, expected);
}

const SSO: &str = "teable.authentication.request";
const OAUTH: &str = "teable.oauth-client.request";
const ZAPIER: &str = "zapier.authentication.request";

#[test]
fn a_valid_body_has_no_messages() {
    messages(SSO, r#"{"type":"feishu","config":{"appId":"a","appSecret":"b"},"name":""}"#, &[]);
    messages(OAUTH, r#"{"name":"","homepage":"a:b","redirectUris":["https://a.io"]}"#, &[]);
    let body = r#"{"data":{"title":"","app":"8cdbc496-c95c-4f19-b3a3-fee03ed5f924","authentication_fields":{}}}"#;
    messages(ZAPIER, body, &[]);
}

#[test]
fn what_is_missing_is_asked_for() {
    messages(
        OAUTH,
        "{}",
        &[
            ("/name", "Name: enter a value."),
            ("/homepage", "Homepage: enter a value."),
            ("/redirectUris", "Redirect URIs: add at least 1."),
        ],
    );
    messages(ZAPIER, "{}", &[("/data", "Connection: fill in this part.")]);
    messages(
        SSO,
        r#"{"config":7}"#,
        &[
            ("/type", "Provider type: choose a value."),
            ("/config", "Configuration: use an object, not a number."),
            ("/name", "Name: enter a value."),
        ],
    );
}

#[test]
fn structure_and_rules_come_together_in_document_order() {
    messages(
        SSO,
        r#"{"name":5,"type":"oidc","config":{"issuer":"idp.acme.io","clientId":"","tokenUrl":[],"userInfoUrl":"https://a:99999","authorizationUrl":"https://"}}"#,
        &[
            ("/config/clientId", "Client ID: enter at least 1 character."),
            ("/config/clientSecret", "Client secret: enter a value."),
            ("/config/authorizationUrl", "Authorization URL: add a host name after https://."),
            ("/config/tokenUrl", "Token URL: use text, not a list."),
            ("/config/userInfoUrl", "User info URL: use a port number up to 65535."),
            ("/config/issuer", "Issuer: start the URL with https://."),
            ("/name", "Name: use text, not a number."),
        ],
    );
}

#[test]
fn rows_are_counted_from_one_and_near_misses_are_named() {
    messages(
        OAUTH,
        r#"{"name":"a","homepage":" ","scopes":["table|read","table|raed","nope",null],"redirectUris":["https://a.io","","https://a b"]}"#,
        &[
            ("/homepage", "Homepage: enter a full URL, such as https://example.com."),
            ("/scopes/1", "Scope 2: choose a listed value. Did you mean table|read?"),
            ("/scopes/2", "Scope 3: choose a listed value."),
            ("/scopes/3", "Scope 4: use text, not null."),
            ("/redirectUris/1", "Redirect URI 2: enter a full URL, such as https://example.com."),
            ("/redirectUris/2", "Redirect URI 3: correct the host name of the URL."),
        ],
    );
    messages(
        OAUTH,
        r#"{"name":"a","homepage":"a:b","redirectUris":[]}"#,
        &[("/redirectUris", "Redirect URIs: add at least 1.")],
    );
    // A list that may be empty.
    messages("zapier.error.response", "{}", &[("/errors", "Errors: add a value.")]);
}

#[test]
fn an_unknown_type_lists_the_known_ones() {
    messages(
        SSO,
        r#"{"type":"odic","config":{},"name":"a"}"#,
        &[("/type", "Provider type: choose feishu or oidc. Did you mean oidc?")],
    );
    messages(SSO, r#"{"type":"saml","config":{},"name":"a"}"#, &[("/type", "Provider type: choose feishu or oidc.")]);
    messages(SSO, "[]", &[("", "Body: use an object, not a list.")]);
}

#[test]
fn lengths_are_counted_in_code_points() {
    let body = |title: &str| {
        format!(
            r#"{{"data":{{"title":"{title}","app":"8CDBC496-C95C-4F19-B3A3-FEE03ED5F92","authentication_fields":[]}}}}"#
        )
    };
    let rest = [
        (
            "/data/app",
            "App ID: enter an ID of the form xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx, each x a digit or a letter from a to f.",
        ),
        ("/data/authentication_fields", "Authentication fields: use an object, not a list."),
    ];
    messages(ZAPIER, &body(&"😀".repeat(255)), &rest);
    let long = ("/data/title", "Title: shorten this to 255 characters; there are 256.");
    messages(ZAPIER, &body(&"😀".repeat(256)), &[long, rest[0], rest[1]]);
}

#[test]
fn numbers_are_whole_and_not_too_small() {
    messages(
        "zapier.BaseMeta",
        r#"{"count":1.5,"limit":-1,"offset":0}"#,
        &[("/count", "Count: use a whole number."), ("/limit", "Limit: use 1 or more.")],
    );
}

#[test]
fn what_is_not_json_is_shown_with_its_place() {
    let cases: &[(&str, &str, (usize, usize, usize))] = &[
        ("", "JSON text: complete the text; it ends too early.", (0, 1, 1)),
        (
            "{\n  \"é\": tru }",
            "JSON text: check this character; a comma or quotation mark before it may be missing or extra.",
            (13, 2, 11),
        ),
        ("{} {}", "JSON text: remove what follows the value.", (3, 1, 4)),
        ("[01]", "JSON text: write the number here as JSON does.", (2, 1, 3)),
        ("[\"\\x\"]", "JSON text: correct the escape after the backslash here.", (3, 1, 4)),
        ("[\"\t\"]", "JSON text: escape the control character here.", (2, 1, 3)),
        ("\u{FEFF}{}", "JSON text: remove the byte order mark in front.", (0, 1, 1)),
    ];
    for (text, message, (offset, line, column)) in cases {
        messages(OAUTH, text, &[("", message)]);
        let issue = Schema::named(OAUTH).unwrap().check_text(text.as_bytes()).remove(0);
        let position = issue.position.unwrap();
        assert_eq!((position.offset, position.line, position.column), (*offset, *line, *column), "{text:?}");
    }
    let issue = Schema::named(OAUTH).unwrap().check_text(b"[\"\xFF\"]").remove(0);
    assert_eq!(Schema::named(OAUTH).unwrap().message(&issue, Locale::En), "JSON text: save the text as UTF-8.");
}

#[test]
fn issues_of_a_text_carry_the_place_of_the_value_or_of_its_container() {
    let text = "{\"name\": 1,\n \"homepage\": \"x\", \"redirectUris\": [ 2 ],\n \"scopes\": [\"nope\"]\n}";
    let issues = Schema::named(OAUTH).unwrap().check_text(text.as_bytes());
    let found: Vec<_> = issues
        .iter()
        .map(|issue| {
            let at = issue.position.unwrap();
            (issue.pointer(), at.offset, at.line, at.column)
        })
        .collect();
    let expected =
        [("/name", 9, 1, 10), ("/homepage", 25, 2, 14), ("/scopes/0", 65, 3, 13), ("/redirectUris/0", 48, 2, 37)];
    assert_eq!(found, expected.map(|(pointer, offset, line, column)| (pointer.to_owned(), offset, line, column)));
    let missing = Schema::named(ZAPIER).unwrap().check_text(b"\n {}").remove(0);
    assert_eq!(missing.position.unwrap().offset, 2);
}

#[test]
fn messages_in_chinese() {
    let said = |schema: &str, text: &str| -> Vec<String> {
        let schema = Schema::named(schema).unwrap();
        schema.check_text(text.as_bytes()).iter().map(|issue| schema.message(issue, Locale::Zh)).collect()
    };
    assert_eq!(
        said(
            OAUTH,
            r#"{"name":null,"homepage":" ","scopes":["table|raed",7],"redirectUris":["https://","a.io","https://a:99999","https://a b"]}"#
        ),
        [
            "名称：应为文本，而不是 null。",
            "主页：请填写完整的网址，例如 https://example.com。",
            "权限 1：请选择列表中的值。是否想填 table|read？",
            "权限 2：应为文本，而不是数字。",
            "回调地址 1：请在 https:// 之后填写主机名。",
            "回调地址 2：网址请以 https:// 开头。",
            "回调地址 3：请使用不大于 65535 的端口号。",
            "回调地址 4：请改正网址中的主机名。",
        ]
    );
    assert_eq!(
        said(OAUTH, r#"{"redirectUris":[]}"#),
        ["名称：请填写。", "主页：请填写。", "回调地址：请至少添加 1 项。"]
    );
    assert_eq!(
        said(SSO, r#"{"type":"odic","name":"a","config":{}}"#),
        ["提供方类型：请选择 feishu 或 oidc。是否想填 oidc？"]
    );
    assert_eq!(
        said(SSO, r#"{"type":"feishu","name":"a","config":{"appId":"","appSecret":true}}"#),
        ["App ID：请至少输入 1 个字符。", "App Secret：应为文本，而不是 true 或 false。"]
    );
    let long = "长".repeat(256);
    assert_eq!(
        said(ZAPIER, &format!(r#"{{"data":{{"title":"{long}","app":"x","authentication_fields":[]}}}}"#)),
        [
            "标题：请缩短到 255 个字符以内，目前为 256 个。",
            "应用 ID：请填写形如 xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx 的 ID，其中 x 为数字或 a 到 f 的字母。",
            "认证字段：应为对象，而不是列表。",
        ]
    );
    assert_eq!(said(ZAPIER, "[]"), ["正文：应为对象，而不是列表。"]);
    assert_eq!(said(ZAPIER, "{"), ["JSON 文本：文本不完整，请补全。"]);
    assert_eq!(
        said("zapier.BaseMeta", r#"{"count":1.5,"limit":-1,"offset":0}"#),
        ["总数：请填写整数。", "上限：请填写不小于 1 的数。"]
    );
}

#[test]
fn a_tag_names_a_language_by_its_first_subtag() {
    let cases: serde_json::Value = serde_json::from_str(include_str!("cases/locales.json")).unwrap();
    for case in cases.as_array().unwrap() {
        let tag = case["tag"].as_str().unwrap();
        assert_eq!(Some(Locale::of(tag).tag()), case["locale"].as_str(), "{tag}");
    }
}
