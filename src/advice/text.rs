//! Names, descriptions and titles: what users see and go by.

use super::body::{Body, Place};
use super::characters::{code_point, hidden, is_space, trimmed, visible};
use super::{Advice, Rule, samples};

/// All advice on one text; `is_name` for one that users know the thing by, and which has only one line.
pub(super) fn check(body: &Body<'_>, at: &Place, is_name: bool, out: &mut Vec<Advice>) {
    let Some(text) = body.text(at) else { return };
    let inner = text.trim_matches(is_space);
    if trimmed(text).is_empty() {
        if is_name {
            out.push(at.advice(Rule::TextBlank));
        }
    } else if inner.len() != text.len() {
        out.push(at.advice(Rule::TextWhitespace).fix(inner.to_owned()));
    }
    if samples::is_text(text) {
        out.push(at.advice(Rule::TextPlaceholder));
    }
    let line_break = inner.chars().find(|c| is_name && matches!(c, '\t' | '\n' | '\r'));
    if let Some(found) = hidden(inner).or(line_break) {
        let fix = visible(text).replace(|c| is_name && matches!(c, '\t' | '\n' | '\r'), " ");
        let fix = Some(fix).filter(|fix| !trimmed(fix).is_empty());
        out.push(at.advice(Rule::TextControl).name(code_point(found)).fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::Rule;
    use crate::advice::testing::{DESCRIPTION, OAUTH_NAME, SSO_NAME, TITLE, check};

    #[test]
    fn blank() {
        for field in [OAUTH_NAME, SSO_NAME, TITLE] {
            check(Rule::TextBlank, field, &["", " ", "\u{3000}", "\u{200B}"], &["Acme", " a ", "。"]);
        }
        check(Rule::TextBlank, DESCRIPTION, &[], &["", " "]);
    }

    #[test]
    fn whitespace() {
        for field in [OAUTH_NAME, SSO_NAME, TITLE, DESCRIPTION] {
            check(Rule::TextWhitespace, field, &[" Acme", "Acme\n", "\u{A0}Acme"], &["Acme Sync", "", "  "]);
        }
    }

    #[test]
    fn placeholder() {
        for field in [OAUTH_NAME, SSO_NAME, TITLE, DESCRIPTION] {
            check(Rule::TextPlaceholder, field, &["string", "TEST", "My new auth"], &["", "Acme Test", "Strings"]);
        }
    }

    #[test]
    fn control() {
        for field in [OAUTH_NAME, SSO_NAME, TITLE, DESCRIPTION] {
            check(
                Rule::TextControl,
                field,
                &["Acme\u{202E}gnp", "Ac\u{200B}me", "a\u{7}b", "\u{2066}a"],
                &["Acme", "Acme\n", "👨\u{200D}👩", "公司"],
            );
        }
        check(Rule::TextControl, OAUTH_NAME, &["a\nb", "a\tb"], &[]);
        check(Rule::TextControl, DESCRIPTION, &[], &["a\nb", "a\r\n\tb"]);
    }
}
