//! Advice: values that an API accepts and that will fail or harm later. It never blocks, and it never repeats a secret.
//! The rules are in the crate `prevet-advice`, which is compiled for size; here they meet bodies.

mod body;

pub use prevet_advice::{Form, Params, Rule, Severity};

use prevet_advice::json::Json;
use prevet_advice::messages::{self, Said};
use prevet_advice::texts::replaced;
use prevet_advice::{Finding, Texts};

use crate::advice::body::CheckedBody;
use crate::issue::{Path, Segment, pointer};
use crate::locale::Locale;
use crate::messages::named;
use crate::report::Report;
use crate::schemas::Schema;
use crate::shape::Node;
use crate::tape::Tape;

/// One piece of advice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// The rule that fired.
    pub rule: Rule,
    /// Where in the body.
    pub path: Path,
    /// The key below the path, for a field of a free-form object.
    pub key: Option<String>,
    /// What the message tells beyond its rule.
    pub params: Params,
    /// The place that it is compared with.
    pub other: Option<Path>,
    /// A value to put there instead, where one is safe to offer.
    pub fix: Option<String>,
}

impl Advice {
    /// The place as a JSON Pointer (RFC 6901).
    pub fn pointer(&self) -> String {
        let mut pointer = pointer(&self.path);
        if let Some(key) = &self.key {
            pointer.push('/');
            pointer.push_str(&replaced(&replaced(key, b"~", "~0"), b"/", "~1"));
        }
        pointer
    }
}

/// The advice on a value that was checked, in document order, at one place in the order of the table. Rules that are
/// `off` stay silent. A schema that is no request has none.
pub(crate) fn advise(schema: &Schema, tape: &Tape<'_>, report: &Report, off: &[Rule], take: &mut dyn FnMut(Advice)) {
    let Some(form) = schema.form else { return };
    let body = CheckedBody::new(tape, report, &schema.node);
    let mut tell = |Finding { place, rule, params, other, fix }: Finding| {
        let (path, key) = (body.path(place), body.key(place).map(str::to_owned));
        take(Advice { rule, path, key, params, other: other.map(|place| body.path(place)), fix });
    };
    prevet_advice::advise(form, &body, &Texts::default(), off, &mut tell);
}

/// The message for an advice in one language.
pub(crate) fn message(root: &Node, advice: &Advice, locale: Locale) -> String {
    let label = |path: &[Segment]| {
        let place = named(root, path);
        place.shown(locale, &place.number()).unwrap_or_default()
    };
    let said = Said {
        rule: advice.rule,
        params: &advice.params,
        label: label(&advice.path),
        key: advice.key.as_deref(),
        other: advice.other.as_deref().map(label).unwrap_or_default(),
    };
    messages::message(&said, locale)
}

/// Writes an advice as the package shows it: an object with `rule`, `severity`, `path`, `pointer`, `message`, `params`
/// (`host`, `otherHost`, `name`, `names`, `other` as a pointer, `length`, where they apply) and `fix` where there is one.
pub(crate) fn write(json: &mut Json, root: &Node, advice: &Advice, locale: Locale) {
    json.open('{');
    json.member("rule", advice.rule.id());
    json.member("severity", advice.rule.severity().as_str());
    json.key("path");
    json.open('[');
    write_path(json, &advice.path);
    advice.key.iter().for_each(|key| json.string(key));
    json.close(']');
    json.member("pointer", &advice.pointer());
    json.member("message", &message(root, advice, locale));
    json.key("params");
    advice.params.write(json, advice.other.as_deref().map(pointer));
    json.optional("fix", advice.fix.as_deref());
    json.close('}');
}

/// Writes the segments of a path, for a list that is open.
pub(crate) fn write_path(json: &mut Json, path: &[Segment]) {
    for segment in path {
        match *segment {
            Segment::Key { name, .. } => json.string(name),
            Segment::Index(index) => json.number(i64::from(index)),
        }
    }
}
