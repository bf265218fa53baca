//! What an advice says to a person: a text of its rule with the parameters filled in, one file a language.
//!
//! The grammar is that of issues: `<label>: <what to do>.` A text names a parameter in braces: `{host}`, `{otherHost}`,
//! `{name}`, `{names}`, `{other}` (the label of another place) and `{length}`.

mod en;
mod zh;

use super::{Advice, Rule};
use crate::issue::Segment;
use crate::locale::Locale;
use crate::messages::named;
use crate::shape::Node;
use crate::strings::{parts, replaced};

/// What a language does with labels, lists and ends.
struct Style {
    text: fn(Rule) -> &'static str,
    /// Between the label and the text.
    colon: &'static str,
    /// Around a key of a free-form object.
    brackets: (&'static str, &'static str),
    /// Between the names of a list.
    comma: &'static str,
    end: &'static str,
}

/// The message for an advice in one language.
pub(crate) fn message(root: &Node, advice: &Advice, locale: Locale) -> String {
    let style = match locale {
        Locale::En => &en::STYLE,
        Locale::Zh => &zh::STYLE,
    };
    let mut out = label(root, &advice.path, locale);
    if let Some(key) = &advice.key {
        let (open, close) = style.brackets;
        [open, key, close].into_iter().for_each(|part| out.push_str(part));
    }
    out.push_str(style.colon);
    // Outside and inside of braces take turns.
    for (position, piece) in parts(&replaced((style.text)(advice.rule), b"{", "}"), b'}').into_iter().enumerate() {
        match position % 2 {
            0 => out.push_str(piece),
            _ => out.push_str(&parameter(root, advice, piece, locale, style)),
        }
    }
    out.push_str(style.end);
    out
}

fn label(root: &Node, path: &[Segment], locale: Locale) -> String {
    let place = named(root, path);
    place.shown(locale, &place.number()).unwrap_or_default()
}

fn parameter(root: &Node, advice: &Advice, name: &str, locale: Locale, style: &Style) -> String {
    let params = &advice.params;
    match name {
        "host" => params.host.clone(),
        "otherHost" => params.other_host.clone(),
        "name" => params.name.clone(),
        "names" => Some(params.names.join(style.comma)),
        "other" => params.other.as_ref().map(|path| label(root, path, locale)),
        _ => params.length.map(|length| length.to_string()),
    }
    .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{en, zh};
    use crate::advice::Rule;

    #[test]
    fn texts_are_well_formed_and_name_the_same_parameters() {
        let names = |text: &str| {
            let mut names: Vec<_> = text.split(['{', '}']).skip(1).step_by(2).map(str::to_owned).collect();
            names.sort_unstable();
            names
        };
        for &rule in Rule::ALL {
            let (en, zh) = ((en::STYLE.text)(rule), (zh::STYLE.text)(rule));
            assert_eq!(names(en), names(zh), "{}", rule.id());
            for name in names(en) {
                assert!(["host", "otherHost", "name", "names", "other", "length"].contains(&name.as_str()), "{name}");
            }
            assert!(!en.ends_with('.') && !zh.ends_with('。'), "{}", rule.id());
            assert!(!zh.is_ascii(), "{}", rule.id());
        }
    }
}
