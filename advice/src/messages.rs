//! What an advice says to a person: a text of its rule with the parameters filled in, one file a language.
//!
//! The grammar is that of issues: `<label>: <what to do>.` A text names a parameter in braces: `{host}`, `{otherHost}`,
//! `{name}`, `{names}`, `{other}` (the label of another place) and `{length}`.

mod en;
mod zh;

use crate::locale::Locale;
use crate::strings::{joined, parts, replaced};
use crate::{Params, Rule};

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

/// What a message is made of.
#[derive(Debug)]
pub struct Said<'a> {
    /// The rule that fired.
    pub rule: Rule,
    /// What it tells.
    pub params: &'a Params,
    /// What the form calls the place.
    pub label: String,
    /// The key of a free-form object.
    pub key: Option<&'a str>,
    /// What the form calls the place that it is compared with.
    pub other: String,
}

/// The message for an advice in one language.
#[inline(never)]
pub fn message(said: &Said<'_>, locale: Locale) -> String {
    let style = match locale {
        Locale::En => &en::STYLE,
        Locale::Zh => &zh::STYLE,
    };
    let mut out = said.label.clone();
    if let Some(key) = said.key {
        let (open, close) = style.brackets;
        [open, key, close].into_iter().for_each(|part| out.push_str(part));
    }
    out.push_str(style.colon);
    // Outside and inside of braces take turns.
    for (position, piece) in parts(&replaced((style.text)(said.rule), b"{", "}"), b'}').into_iter().enumerate() {
        match position % 2 {
            0 => out.push_str(piece),
            _ => out.push_str(&parameter(said, piece, style)),
        }
    }
    out.push_str(style.end);
    out
}

fn parameter(said: &Said<'_>, name: &str, style: &Style) -> String {
    let params = said.params;
    match name {
        "host" => params.host.clone(),
        "otherHost" => params.other_host.clone(),
        "name" => params.name.clone(),
        "names" => params.names.iter().cloned().reduce(|names, name| joined(&joined(&names, style.comma), &name)),
        "other" => Some(said.other.clone()),
        _ => params.length.map(|length| length.to_string()),
    }
    .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{en, zh};
    use crate::Rule;

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
