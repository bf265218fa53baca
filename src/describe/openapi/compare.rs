//! Two sets of schemas in canonical form, member by member.

use serde_json::{Map, Value};

/// What is different in `new`, a line each: `<schema>[<form>]/<field>/*: <what>`. None where both say the same.
///
/// Both come from [`read`](super::read) with the same references; the order of fields and options does not matter.
pub fn differences(old: &Map<String, Value>, new: &Map<String, Value>) -> Vec<String> {
    let mut out = Vec::new();
    both(old, new, &mut |name, change| match change {
        Change::Removed(_) => out.push(format!("{name}: schema removed")),
        Change::Added(_) => out.push(format!("{name}: schema added")),
        Change::Kept(old, new) => schema(name, old, new, &mut out),
    });
    out
}

enum Change<'v> {
    Removed(&'v Value),
    Added(&'v Value),
    Kept(&'v Value, &'v Value),
}

/// Calls `visit` for each key of either, those of `old` first.
fn both<'v>(old: &'v Map<String, Value>, new: &'v Map<String, Value>, visit: &mut dyn FnMut(&str, Change<'v>)) {
    for (key, before) in old {
        visit(key, new.get(key).map_or(Change::Removed(before), |after| Change::Kept(before, after)));
    }
    for (key, after) in new.iter().filter(|(key, _)| !old.contains_key(*key)) {
        visit(key, Change::Added(after));
    }
}

fn schema(place: &str, old: &Value, new: &Value, out: &mut Vec<String>) {
    let empty = Map::new();
    let members = |value: &'_ Value, key: &str| value.get(key).and_then(Value::as_object).cloned().unwrap_or_default();
    fields(place, old, new, out);
    both(&members(old, "oneOf"), &members(new, "oneOf"), &mut |name, change| match change {
        Change::Removed(_) => out.push(format!("{place}: form removed: {name}")),
        Change::Added(_) => out.push(format!("{place}: form added: {name}")),
        Change::Kept(old, new) => schema(&format!("{place}[{name}]"), old, new, out),
    });
    if let (Some(old), Some(new)) = (old.get("items"), new.get("items")) {
        schema(&format!("{place}/*"), old, new, out);
    }
    options(place, old, new, out);
    let (old, new) = (old.as_object().unwrap_or(&empty), new.as_object().unwrap_or(&empty));
    both(old, new, &mut |key, change| {
        let (before, after) = match (key, change) {
            ("properties" | "required" | "oneOf", _) | ("enum" | "items", Change::Kept(..)) => return,
            (_, Change::Kept(old, new)) if old == new => return,
            (_, Change::Kept(old, new)) => (said(old), said(new)),
            (_, Change::Removed(old)) => (said(old), "none".to_owned()),
            (_, Change::Added(new)) => ("none".to_owned(), said(new)),
        };
        out.push(format!("{place}: {key}: {before} -> {after}"));
    });
}

fn fields(place: &str, old: &Value, new: &Value, out: &mut Vec<String>) {
    let members = |value: &Value| value.get("properties").and_then(Value::as_object).cloned().unwrap_or_default();
    let required = |value: &Value, name: &str| list(value, "required").iter().any(|required| required == name);
    both(&members(old), &members(new), &mut |name, change| match change {
        Change::Removed(_) => out.push(format!("{place}: field removed: {name}")),
        Change::Added(_) => {
            let presence = if required(new, name) { "required" } else { "optional" };
            out.push(format!("{place}: field added: {name} ({presence})"));
        }
        Change::Kept(before, after) => {
            match (required(old, name), required(new, name)) {
                (false, true) => out.push(format!("{place}/{name}: now required")),
                (true, false) => out.push(format!("{place}/{name}: no longer required")),
                _ => {}
            }
            schema(&format!("{place}/{name}"), before, after, out);
        }
    });
}

/// The options of a list that both have: one by one.
fn options(place: &str, old: &Value, new: &Value, out: &mut Vec<String>) {
    if old.get("enum").is_none() || new.get("enum").is_none() {
        return;
    }
    let (old, new) = (list(old, "enum"), list(new, "enum"));
    let only = |these: &[Value], others: &[Value], what: &str| -> Vec<String> {
        let only = these.iter().filter(|option| !others.contains(option));
        only.map(|option| format!("{place}: option {what}: {}", said(option))).collect()
    };
    out.extend(only(old, new, "removed"));
    out.extend(only(new, old, "added"));
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// A value in few words.
fn said(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(said).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}
