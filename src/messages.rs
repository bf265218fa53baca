//! What an issue says to a person: a function of the issue and of the field's labels, one file a language.
//!
//! The grammar of a message is `<label>: <what to do>.` The label is what the form shows, with its number for a row
//! of a list; the rest is an instruction, with the limit where there is one. No message holds a value.

mod en;
mod zh;

use crate::issue::{Issue, Segment};
use crate::locale::Locale;
use crate::shape::{Kind, Node, Text};

/// Stands for the number of a row in a message that is made once and shown for many rows. No message holds it
/// otherwise.
pub(crate) const ROW: &str = "\u{1}";

/// The message for an issue in one language.
pub(crate) fn message(root: &Node, issue: &Issue, locale: Locale) -> String {
    let row = named(root, &issue.path).number();
    template(root, issue, locale).replace(ROW, &row)
}

/// The message for an issue, with [`ROW`] for the number of the row that it is about.
pub(crate) fn template(root: &Node, issue: &Issue, locale: Locale) -> String {
    match locale {
        Locale::En => en::template(root, issue),
        Locale::Zh => zh::template(root, issue),
    }
}

/// What a place is called, and what belongs there.
pub(crate) struct Named {
    pub(crate) label: Option<Text>,
    /// The row of the innermost list, from 1, where the label is of one row.
    pub(crate) row: Option<u32>,
    pub(crate) node: Option<Node>,
}

impl Named {
    /// What the form shows, with the number of the row, given as text, for a row of a list; nothing for the body as a
    /// whole.
    pub(crate) fn shown(&self, locale: Locale, number: &str) -> Option<String> {
        let label = self.label?.of(locale);
        Some(if self.row.is_some() { [label, " ", number].concat() } else { label.to_owned() })
    }

    /// The number of the row, if it is one.
    pub(crate) fn number(&self) -> String {
        self.row.map(|row| row.to_string()).unwrap_or_default()
    }
}

/// Follows a path through the description; the branches of a union are tried in turn.
pub(crate) fn named(root: &Node, path: &[Segment]) -> Named {
    let start = Named { label: None, row: None, node: Some(*root) };
    follow(start, path).unwrap_or(Named { label: None, row: None, node: None })
}

fn follow(at: Named, path: &[Segment]) -> Option<Named> {
    let Some((first, rest)) = path.split_first() else { return Some(at) };
    let kind = at.node?.kind;
    match (*first, kind) {
        (Segment::Index(index), Kind::List { item, .. }) => {
            follow(Named { label: at.label, row: Some(index + 1), node: Some(*item) }, rest)
        }
        (Segment::Key { name, .. }, Kind::Union(union)) if name == union.tag => {
            Some(Named { label: Some(union.label), row: None, node: None })
        }
        (Segment::Key { name, .. }, kind) => kind.objects().find_map(|object| {
            let (_, field) = object.find(|field| field.name == name)?;
            let next = rest.first();
            let label = match next {
                Some(Segment::Index(_)) => field.item.unwrap_or(field.label),
                _ => field.label,
            };
            follow(Named { label: Some(label), row: None, node: Some(field.node) }, rest)
        }),
        _ => None,
    }
}
