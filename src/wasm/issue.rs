//! An issue as the package shows it, but for its pointer and its position, which the package adds.

use prevet_advice::json::Json;

use crate::advice::write_path;
use crate::issue::{Issue, Param};
use crate::locale::Locale;
use crate::messages;
use crate::schemas::Schema;

/// An object with `code`, `path`, `message`, and `params` where there are any.
pub(super) fn json(schema: &Schema, issue: &Issue, locale: Locale) -> String {
    let mut json = Json::default();
    json.open('{');
    json.member("code", issue.code.as_str());
    json.key("path");
    json.open('[');
    write_path(&mut json, &issue.path);
    json.close(']');
    json.member("message", &messages::template(&schema.node, issue, locale));
    let params = issue.code.params();
    if !params.is_empty() {
        json.key("params");
        json.open('{');
        for (name, param) in params {
            json.key(name);
            match param {
                Param::Word(word) => json.string(word),
                Param::Number(number) => json.number(number),
                Param::Words(words) => {
                    json.open('[');
                    words.iter().for_each(|word| json.string(word));
                    json.close(']');
                }
            }
        }
        json.close('}');
    }
    json.close('}');
    json.into_text()
}
