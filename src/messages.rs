//! What an issue says to a person: a function of the issue and of the field's labels, one file a language.
//!
//! The grammar of a message is `<label>: <what to do>.` The label is what the form shows, with its number for a row
//! of a list; the rest is an instruction, with the limit where there is one. No message holds a value.

/// The texts of one language, a line for each in the order of [`Text`]. A text names a parameter in braces: one of
/// [`Code::params`], or `{are}`: the verb for `actual`.
macro_rules! texts {
    ($($name:ident: $text:literal;)*) => {
        const TEXTS: &str = concat!($($text, "\n"),*);
        const _: () = assert!(prevet_advice::strings::are_in_order(&[$(super::Text::$name as usize),*], super::Text::ALL.len()), "every text, in the order of `Text`");
    };
}

mod en;
mod texts;
mod zh;

use prevet_advice::messages::{self, fill};
use prevet_advice::strings::{line, push_integer, push_number};

use crate::issue::{Code, Issue, Param, Segment};
use crate::locale::Locale;
use crate::messages::texts::Text;
use crate::shape::{self, Kind, Node};
use crate::walk;

/// What a language has of its own beside the [style](messages::Style) of all messages.
struct Style {
    /// As [`texts!`] makes them.
    texts: &'static str,
    /// Between the last two names of a list.
    or: &'static str,
    /// The verb for one thing.
    is: &'static str,
    /// The verb for any other number of things.
    are: &'static str,
}

impl Style {
    fn text(&self, text: Text) -> &'static str {
        line(self.texts, text as usize)
    }
}

/// Stands for the number of a row in a message that is made once and shown for many rows. In the message of a row it comes
/// before all that a caller names, which may hold it too.
pub(crate) const ROW: &str = "\u{1}";

/// The message for an issue in one language. `extra` are the options that the check was told of.
pub(crate) fn message(root: &Node, issue: &Issue, extra: &[&str], locale: Locale) -> String {
    let row = named(root, &issue.path).number();
    let template = template(root, &issue.code, &issue.path, extra, locale);
    if row.is_empty() { template } else { template.replacen(ROW, &row, 1) }
}

/// The message for an issue, with [`ROW`] for the number of the row that it is about.
pub(crate) fn template(root: &Node, code: &Code, path: &[Segment], extra: &[&str], locale: Locale) -> String {
    let style = match locale {
        Locale::En => &en::STYLE,
        Locale::Zh => &zh::STYLE,
    };
    let place = named(root, path);
    let whole = if matches!(code, Code::InvalidJson { .. }) { Text::WholeJson } else { Text::Body };
    let mut message = place.shown(locale, ROW).unwrap_or_else(|| style.text(whole).to_owned());
    let parameter = |name: &str, out: &mut String| parameter(code, name, extra, locale, style, out);
    let text = style.text(Text::of(code, place.kind));
    messages::Style::of(locale).sentence(&mut message, text, &parameter);
    if code.suggestion(extra).is_some() {
        fill(&mut message, style.text(Text::DidYouMean), &parameter);
    }
    message
}

/// Writes what a text names in braces.
fn parameter(code: &Code, name: &str, extra: &[&str], locale: Locale, style: &Style, out: &mut String) {
    let is_verb = name == "are";
    match (code.param(if is_verb { "actual" } else { name }, extra), *code) {
        (Some(Param::Number(number)), _) if is_verb => out.push_str(if number == 1 { style.is } else { style.are }),
        (Some(Param::Number(number)), _) => push_integer(out, number),
        (Some(Param::Word(_)), Code::InvalidType { expected, received }) => {
            let text = if name == "expected" { Text::wanted(expected) } else { Text::met(received) };
            out.push_str(style.text(text));
        }
        (Some(Param::Word(word)), _) => out.push_str(word),
        (Some(Param::Words(words)), _) => {
            for (position, word) in words.iter().enumerate() {
                out.push_str(match position {
                    0 => "",
                    _ if position + 1 == words.len() => style.or,
                    _ => messages::Style::of(locale).comma,
                });
                out.push_str(word);
            }
        }
        (None, _) => {}
    }
}

/// What a place is called, and what belongs there.
#[derive(Default)]
pub(crate) struct Named {
    pub(crate) label: Option<shape::Label>,
    /// The row of the innermost list, from 1, where the label is of one row.
    pub(crate) row: Option<u32>,
    pub(crate) kind: Option<Kind>,
}

impl Named {
    /// What the form shows, with the number of the row, given as text, for a row of a list; nothing for the body as a
    /// whole.
    pub(crate) fn shown(&self, locale: Locale, number: &str) -> Option<String> {
        let mut shown = self.label?.of(locale).to_owned();
        if self.row.is_some() {
            shown.push(' ');
            shown.push_str(number);
        }
        Some(shown)
    }

    /// The number of the row, if it is one.
    pub(crate) fn number(&self) -> String {
        let mut number = String::new();
        if let Some(row) = self.row {
            push_number(&mut number, row as usize);
        }
        number
    }
}

/// Follows a path through the description.
pub(crate) fn named(root: &Node, path: &[Segment]) -> Named {
    let mut at = Named { kind: Some(root.kind), ..Named::default() };
    for (position, segment) in path.iter().enumerate() {
        at = match (*segment, at.kind) {
            (Segment::Index(index), Some(Kind::List { item, .. })) => {
                Named { label: at.label, row: Some(index.saturating_add(1)), kind: Some(item.kind) }
            }
            (Segment::Key { name, .. }, Some(Kind::Union(union))) if name == union.tag => {
                Named { label: Some(union.label), ..Named::default() }
            }
            (Segment::Key { name, order }, Some(kind)) => {
                let object = kind.object(walk::branch(order));
                let Some((_, field)) = object.and_then(|object| object.find(|field| field.name == name)) else {
                    return Named::default();
                };
                let item = field.item.filter(|_| matches!(path.get(position + 1), Some(Segment::Index(_))));
                Named { label: Some(item.unwrap_or(field.label)), row: None, kind: Some(field.node.kind) }
            }
            _ => return Named::default(),
        };
    }
    at
}
