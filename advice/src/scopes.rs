//! The scopes of an OAuth application: what their names tell, and the list as a whole.

use crate::strings::{before, from, is_one_of, starts};
use crate::{Out, Place, Rule};

/// So many different scopes are looked at.
const MOST: usize = 500;

/// All advice on the list of scopes.
#[inline(never)]
pub(crate) fn check(out: &mut Out<'_>) {
    let at = out.member("scopes");
    let all = out.body.scopes();
    if !out.body.is_good(at) {
        return;
    }
    let listed = out.body.strings(at);
    // In the catalogue's order, each once.
    let chosen = selected(all, &|scope| listed.contains(&scope));
    // Then those that only the caller knows.
    let mut every = chosen.clone();
    for scope in &listed {
        // Each is compared with each.
        if every.len() < MOST && !every.contains(scope) {
            every.push(*scope);
        }
    }
    out.add_if(every.is_empty(), at, Rule::ScopeNone);
    out.add_if(chosen.len() == all.len(), at, Rule::ScopeAll);
    let is_needed = |scope: &str| chosen.iter().any(|other| needs(other, all) == Some(scope));
    let is_missing = |scope: &str| is_needed(scope) && !chosen.contains(&scope);
    let is_repeated = |scope: &str| listed.iter().filter(|listed| **listed == scope).count() > 1;
    list(at, Rule::ScopeTokenAdmin, &chosen, &|scope| scope == "user|integrations", out);
    list(at, Rule::ScopeDestructive, &every, &|scope| risk(scope) == Risk::Destructive, out);
    list(at, Rule::ScopeBulkExport, &chosen, &|scope| scope == "table|export", out);
    let runs_later = |scope: &str| is_one_of(scope, "automation|create,automation|update");
    list(at, Rule::ScopeAutomationWrite, &chosen, &runs_later, out);
    list(at, Rule::ScopeWriteWithoutRead, all, &is_missing, out);
    list(at, Rule::ScopeDuplicate, &every, &is_repeated, out);
}

/// An advice that lists the scopes that it is about, if there are any.
#[inline(never)]
fn list(at: Place, rule: Rule, scopes: &[&str], is_meant: &dyn Fn(&str) -> bool, out: &mut Out<'_>) {
    let names = selected(scopes, is_meant);
    if !names.is_empty() {
        out.add(at, rule).names(&names);
    }
}

#[inline(never)]
fn selected<'a>(scopes: &[&'a str], is_meant: &dyn Fn(&str) -> bool) -> Vec<&'a str> {
    let mut selected = Vec::new();
    for scope in scopes {
        if is_meant(scope) {
            selected.push(*scope);
        }
    }
    selected
}

/// How much a scope can harm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Risk {
    /// It only reads.
    Read,
    /// It makes or changes something.
    Write,
    /// It deletes, with what belongs to it.
    Destructive,
}

impl Risk {
    /// The word for it in the catalogue.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Destructive => "destructive",
        }
    }
}

/// What a scope is about: the part in front of its `|`.
pub fn group(scope: &str) -> &str {
    before(scope, b"|")
}

/// What a scope allows to do: the part behind its `|`.
pub fn action(scope: &str) -> &str {
    from(scope, group(scope).len() + 1)
}

/// How much a scope can harm.
pub fn risk(scope: &str) -> Risk {
    let action = action(scope);
    if is_one_of(action, "delete,trash_reset") {
        Risk::Destructive
    } else if is_one_of(action, "read,trash_read,email_read,export") {
        Risk::Read
    } else {
        Risk::Write
    }
}

/// The scope, of all, without which another is of little use, if there is one.
pub fn needs(scope: &str, all: &[&'static str]) -> Option<&'static str> {
    let own = action(scope);
    if group(scope) == "user" || is_one_of(own, "read,trash_read") {
        return None;
    }
    let wanted = if starts(own, "trash_") { "trash_read" } else { "read" };
    all.iter().copied().find(|other| group(other) == group(scope) && action(other) == wanted)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use prevet::scopes::all;

    use super::Rule;
    use crate::testing::{SCOPES, check_values};

    #[test]
    fn all_and_none() {
        let all = all();
        let twice = [all, &all[..1]].concat();
        check_values(Rule::ScopeAll, SCOPES, &[json!(all), json!(twice)], &[json!(all[..27]), json!([])]);
        check_values(Rule::ScopeNone, SCOPES, &[json!([])], &[json!(["table|read"])]);
        let schema = prevet::schemas::Schema::named("teable.oauth-client.request").unwrap();
        let without = br#"{"name":"A","homepage":"https://a.io","redirectUris":["https://a.io/cb"]}"#;
        let found: Vec<_> = schema.advise_text(without, &[]).iter().map(|a| (a.rule.id(), a.pointer())).collect();
        assert_eq!(found, [("scope-none", "/scopes".to_owned())]);
    }

    #[test]
    fn what_scopes_allow() {
        let of = |scopes: &[&str]| -> Vec<Value> { scopes.iter().map(|scope| json!([scope])).collect() };
        let destructive = of(&[
            "table|delete",
            "view|delete",
            "field|delete",
            "record|delete",
            "automation|delete",
            "table|trash_reset",
        ]);
        check_values(
            Rule::ScopeDestructive,
            SCOPES,
            &destructive,
            &of(&["table|trash_update", "record|update", "user|integrations"]),
        );
        check_values(Rule::ScopeTokenAdmin, SCOPES, &of(&["user|integrations"]), &of(&["user|email_read"]));
        check_values(Rule::ScopeBulkExport, SCOPES, &of(&["table|export"]), &of(&["table|import", "table|read"]));
        check_values(
            Rule::ScopeAutomationWrite,
            SCOPES,
            &of(&["automation|create", "automation|update"]),
            &of(&["automation|read", "automation|delete"]),
        );
    }

    #[test]
    fn what_scopes_need() {
        let yes = [
            json!(["record|update"]),
            json!(["record|comment"]),
            json!(["table|trash_update", "table|read"]),
            json!(["table|export"]),
        ];
        let no = [
            json!(["record|update", "record|read"]),
            json!(["table|trash_reset", "table|trash_read"]),
            json!(["user|integrations"]),
            json!(["table|trash_read"]),
        ];
        check_values(Rule::ScopeWriteWithoutRead, SCOPES, &yes, &no);
    }

    #[test]
    fn repeated() {
        check_values(
            Rule::ScopeDuplicate,
            SCOPES,
            &[json!(["record|read", "view|read", "record|read"])],
            &[json!(["record|read", "view|read"])],
        );
    }
}
