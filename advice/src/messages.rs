//! What an advice says to a person: a text of its rule with the parameters filled in, one file a language.
//!
//! The grammar is that of issues: `<label>: <what to do>.` A text names a parameter in braces: `{host}`, `{otherHost}`,
//! `{name}`, `{names}`, `{other}` (the label of another place) and `{length}`.

/// The texts of one language, a line for each rule in the order of the table.
macro_rules! texts {
    ($($rule:ident: $text:literal;)*) => {
        const TEXTS: &str = concat!($($text, "\n"),*);
        const _: () = assert!(crate::strings::are_in_order(&[$(crate::Rule::$rule as usize),*], crate::Rule::ALL.len()), "a text for each rule, in the table's order");
    };
}

mod en;
mod zh;

use crate::locale::Locale;
use crate::strings::{line, push_number, split_once};
use crate::{Params, Rule};

/// What a language does with labels, lists and ends.
#[derive(Debug)]
pub struct Style {
    /// Of every rule, as [`texts!`] makes them.
    texts: &'static str,
    /// Between the label and the text.
    colon: &'static str,
    /// Around a key of a free-form object.
    brackets: (&'static str, &'static str),
    /// Between the names of a list.
    pub comma: &'static str,
    end: &'static str,
}

impl Style {
    /// That of a language.
    pub fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::En => &en::STYLE,
            Locale::Zh => &zh::STYLE,
        }
    }

    /// Writes `<label>: <text>.` behind the label.
    pub fn sentence(&self, out: &mut String, text: &str, parameter: &dyn Fn(&str, &mut String)) {
        out.push_str(self.colon);
        fill(out, text, parameter);
        out.push_str(self.end);
    }
}

/// Writes a text with its parameters, each a name in braces, filled in.
#[inline(never)]
pub fn fill(out: &mut String, text: &str, parameter: &dyn Fn(&str, &mut String)) {
    let mut rest = text;
    while let Some((text, behind)) = split_once(rest, "{") {
        let (name, behind) = split_once(behind, "}").unwrap_or_default();
        out.push_str(text);
        parameter(name, out);
        rest = behind;
    }
    out.push_str(rest);
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
    let style = Style::of(locale);
    let mut out = said.label.clone();
    if let Some(key) = said.key.filter(|key| !key.is_empty()) {
        let (open, close) = style.brackets;
        [open, key, close].into_iter().for_each(|part| out.push_str(part));
    }
    let text = line(style.texts, said.rule as usize);
    style.sentence(&mut out, text, &|name, out| parameter(said, name, style, out));
    out
}

#[inline(never)]
fn parameter(said: &Said<'_>, name: &str, style: &Style, out: &mut String) {
    let params = said.params;
    let text = match name {
        "host" => params.host.as_deref(),
        "otherHost" => params.other_host.as_deref(),
        "name" => params.name.as_deref(),
        "other" => Some(said.other.as_str()),
        "length" => return push_number(out, params.length.unwrap_or_default()),
        _ => {
            for (position, name) in params.names.iter().enumerate() {
                out.push_str(if position > 0 { style.comma } else { "" });
                out.push_str(name);
            }
            return;
        }
    };
    out.push_str(text.unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::{en, zh};
    use crate::Rule;
    use crate::strings::line;

    #[test]
    fn texts_are_well_formed_and_name_the_same_parameters() {
        let names = |text: &str| {
            let mut names: Vec<_> = text.split(['{', '}']).skip(1).step_by(2).map(str::to_owned).collect();
            names.sort_unstable();
            names
        };
        for &rule in Rule::ALL {
            let (en, zh) = (line(en::STYLE.texts, rule as usize), line(zh::STYLE.texts, rule as usize));
            assert_eq!(names(en), names(zh), "{}", rule.id());
            for name in names(en) {
                assert!(["host", "otherHost", "name", "names", "other", "length"].contains(&name.as_str()), "{name}");
            }
            assert!(!en.ends_with('.') && !zh.ends_with('。'), "{}", rule.id());
            assert!(!zh.is_ascii(), "{}", rule.id());
        }
    }
}
