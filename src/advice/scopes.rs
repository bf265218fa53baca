//! The scopes of an OAuth application as a whole.

use super::body::Body;
use super::{Advice, Rule};
use crate::scopes::{Risk, all, needs, risk};

/// All advice on the list of scopes.
pub(super) fn check(body: &Body<'_>, out: &mut Vec<Advice>) {
    let at = body.field(&body.root(), "scopes");
    if !body.is_good(&at) {
        return;
    }
    let rows = body.rows(&at);
    let mut chosen: Vec<&str> = Vec::new();
    let mut repeated = Vec::new();
    for scope in rows.iter().filter_map(|row| body.text(row)) {
        let list = if chosen.contains(&scope) { &mut repeated } else { &mut chosen };
        if !list.contains(&scope) {
            list.push(scope);
        }
    }
    if chosen.is_empty() {
        out.push(at.advice(Rule::ScopeNone));
    }
    if all().iter().all(|scope| chosen.contains(scope)) {
        out.push(at.advice(Rule::ScopeAll));
    }
    let mut list = |rule: Rule, names: Vec<&str>| {
        if !names.is_empty() {
            out.push(at.advice(rule).names(names.into_iter().map(str::to_owned).collect()));
        }
    };
    let those = |fits: &dyn Fn(&str) -> bool| chosen.iter().copied().filter(|scope| fits(scope)).collect::<Vec<_>>();
    list(Rule::ScopeTokenAdmin, those(&|scope| scope == "user|integrations"));
    list(Rule::ScopeDestructive, those(&|scope| risk(scope) == Risk::Destructive));
    list(Rule::ScopeBulkExport, those(&|scope| scope == "table|export"));
    list(Rule::ScopeAutomationWrite, those(&|scope| matches!(scope, "automation|create" | "automation|update")));
    let mut missing: Vec<&str> = chosen.iter().filter_map(|scope| needs(scope)).collect();
    missing.retain(|needed| !chosen.contains(needed));
    missing.sort_unstable();
    missing.dedup();
    list(Rule::ScopeWriteWithoutRead, missing);
    list(Rule::ScopeDuplicate, repeated);
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Rule, all};
    use crate::advice::testing::{SCOPES, check_values};

    #[test]
    fn all_and_none() {
        let all = all();
        let twice = [all, &all[..1]].concat();
        check_values(Rule::ScopeAll, SCOPES, &[json!(all), json!(twice)], &[json!(all[..27]), json!([])]);
        check_values(Rule::ScopeNone, SCOPES, &[json!([])], &[json!(["table|read"])]);
        let schema = crate::schemas::Schema::named("teable.oauth-client.request").unwrap();
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
