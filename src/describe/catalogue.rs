//! What TypeScript exports as data: languages, the rules of advice, scopes, and presets.

use serde_json::{Value, json};

use super::definition::text;
use crate::advice::Rule;
use crate::locale::Locale;
use crate::oidc::{FEISHU, Input, PRESETS, Preset};
use crate::scopes::{self, Entry};

/// One JSON object: `locales`, `rules` (`id`, `severity`), `scopes`, `scopeGroups`, `scopeActions`, `scopePresets`,
/// `oidcPresets` and `oidcHints`. Texts are `{ en, zh }`.
pub fn catalogue_json() -> String {
    let named = |(name, label): &(&str, crate::shape::Text)| json!({ "name": name, "label": text(*label) });
    json!({
        "locales": Locale::ALL.iter().map(|locale| locale.tag()).collect::<Vec<_>>(),
        "rules": Rule::ALL.iter().map(|rule| json!({ "id": rule.id(), "severity": rule.severity().as_str() })).collect::<Vec<_>>(),
        "scopes": scopes::CATALOGUE.iter().map(scope).collect::<Vec<_>>(),
        "scopeGroups": scopes::GROUPS.iter().map(named).collect::<Vec<_>>(),
        "scopeActions": scopes::ACTIONS.iter().map(named).collect::<Vec<_>>(),
        "scopePresets": scopes::PRESETS.iter().map(scope_preset).collect::<Vec<_>>(),
        "oidcPresets": PRESETS.iter().map(oidc_preset).collect::<Vec<_>>(),
        "oidcHints": [{
            "name": FEISHU.name, "label": text(FEISHU.label), "useType": FEISHU.use_type, "note": text(FEISHU.note),
        }],
    })
    .to_string()
}

fn scope(entry: &Entry) -> Value {
    json!({
        "scope": entry.scope, "group": scopes::group(entry.scope), "action": scopes::action(entry.scope),
        "label": text(entry.label), "description": text(entry.description),
        "risk": scopes::risk(entry.scope).as_str(), "flags": entry.flags,
        "needs": scopes::needs(entry.scope).into_iter().collect::<Vec<_>>(),
    })
}

fn scope_preset(preset: &scopes::Preset) -> Value {
    let chosen: Vec<_> = scopes::all().iter().filter(|scope| (preset.has)(scope)).collect();
    json!({ "name": preset.name, "label": text(preset.label), "scopes": chosen })
}

fn oidc_preset(preset: &Preset) -> Value {
    json!({
        "name": preset.name, "label": text(preset.label), "inputs": preset.inputs.iter().map(input).collect::<Vec<_>>(),
        "issuer": preset.issuer, "authorizationUrl": preset.authorization_url, "tokenUrl": preset.token_url,
        "userInfoUrl": preset.user_info_url, "note": text(preset.note),
    })
}

fn input(input: &Input) -> Value {
    let mut out = json!({
        "name": input.name, "label": text(input.label), "help": text(input.help), "placeholder": input.placeholder,
    });
    if let (Some(members), false) = (out.as_object_mut(), input.default.is_empty()) {
        members.insert("default".to_owned(), input.default.into());
    }
    out
}
