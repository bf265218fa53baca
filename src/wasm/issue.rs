//! An issue as the package shows it, but for its pointer and its position, which the package adds.

use prevet_advice::json::Json;

use crate::advice::write_path;
use crate::issue::{Code, Param, Segment};
use crate::locale::Locale;
use crate::messages;
use crate::shape::Node;
use crate::walk::is_one_of;

/// An object with `code`, `path`, `message`, and `params` where there are any. `extra` are the options that the check was told
/// of.
pub(super) fn json(root: &Node, code: &Code, path: &[Segment], extra: &[&str], locale: Locale) -> String {
    let mut json = Json::default();
    let own = if matches!(code, Code::InvalidOption { open: true, .. }) { extra } else { &[] };
    json.open('{');
    json.member("code", code.as_str());
    json.key("path");
    json.open('[');
    write_path(&mut json, path);
    json.close(']');
    json.member("message", &messages::template(root, code, path, extra, locale));
    let mut has_params = false;
    code.params(extra, &mut |name, param| {
        if !has_params {
            json.key("params");
            json.open('{');
            has_params = true;
        }
        json.key(name);
        match param {
            Param::Word(word) => json.string(word),
            Param::Number(number) => json.number(number),
            Param::Words(words) => {
                json.open('[');
                words.iter().for_each(|word| json.string(word));
                own.iter().filter(|word| !is_one_of(word, words)).for_each(|word| json.string(word));
                json.close(']');
            }
        }
    });
    if has_params {
        json.close('}');
    }
    json.close('}');
    json.into_text()
}
