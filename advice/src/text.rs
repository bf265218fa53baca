//! Names, descriptions and titles: what users see and go by.

use crate::characters::{code_point, hidden, inner, is_white, trimmed, trimmed_by, visible};
use crate::strings::before;
use crate::{Out, Place, Rule, samples};

/// All advice on one text; `is_name` for one that users know the thing by, and which has only one line.
pub(crate) fn check(at: Place, is_name: bool, out: &mut Out<'_>) {
    const BREAKS: &[u8] = b"\t\n\r";
    let Some(text) = out.text(at) else { return };
    let inner = inner(text);
    let shown = out.texts.keep(visible(text));
    let is_blank = trimmed(shown).is_empty();
    if is_blank && is_name {
        out.add(at, Rule::TextBlank);
    } else if inner.len() != text.len() {
        // A blank description is best left out, which no text does.
        out.add(at, Rule::TextWhitespace).fix((!is_blank).then_some(inner));
    }
    out.add_if(samples::is_text(shown, out.texts), at, Rule::TextPlaceholder);
    let breaks = if is_name { BREAKS } else { b"" };
    // A byte order mark is white space to JavaScript, but nobody sees it.
    let found = hidden(trimmed_by(text, is_white))
        .or_else(|| inner.as_bytes().get(before(inner, breaks).len()).map(|&byte| char::from(byte)));
    if let Some(found) = found {
        let fix = out.texts.replaced(trimmed(shown), breaks, " ");
        out.add(at, Rule::TextControl).name(&code_point(found)).fix((!is_blank).then_some(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::Rule;
    use crate::testing::{DESCRIPTION, OAUTH_NAME, SSO_NAME, TITLE, check};

    #[test]
    fn blank() {
        for field in [OAUTH_NAME, SSO_NAME, TITLE] {
            check(Rule::TextBlank, field, &["", " ", "\u{3000}", "\u{200B}", "\u{AD}"], &["Acme", " a ", "。"]);
        }
        check(Rule::TextBlank, DESCRIPTION, &[], &["", " "]);
    }

    #[test]
    fn whitespace() {
        for field in [OAUTH_NAME, SSO_NAME, TITLE, DESCRIPTION] {
            check(Rule::TextWhitespace, field, &[" Acme", "Acme\n", "\u{A0}Acme"], &["Acme Sync", ""]);
        }
        check(Rule::TextWhitespace, OAUTH_NAME, &[], &["  "]);
        check(Rule::TextWhitespace, DESCRIPTION, &["  ", "\u{3000}"], &[]);
    }

    #[test]
    fn placeholder() {
        for field in [OAUTH_NAME, SSO_NAME, TITLE, DESCRIPTION] {
            check(
                Rule::TextPlaceholder,
                field,
                &["string", "TEST", "My new auth", "te\u{200B}st"],
                &["", "Acme Test", "Strings"],
            );
        }
    }

    #[test]
    fn control() {
        for field in [OAUTH_NAME, SSO_NAME, TITLE, DESCRIPTION] {
            check(
                Rule::TextControl,
                field,
                &["Acme\u{202E}gnp", "Ac\u{200B}me", "a\u{7}b", "\u{2066}a", "\u{FEFF}Acme", "Acme\u{FEFF} "],
                &["Acme", "Acme\n", "👨\u{200D}👩", "公司"],
            );
        }
        check(Rule::TextControl, OAUTH_NAME, &["a\nb", "a\tb"], &[]);
        check(Rule::TextControl, DESCRIPTION, &[], &["a\nb", "a\r\n\tb"]);
    }
}
