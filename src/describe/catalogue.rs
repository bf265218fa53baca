//! What TypeScript exports as data, with types of its names: languages, rules of advice, scopes, presets of providers.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::definition::text;
use super::typescript::literals;
use crate::advice::Rule;
use crate::issue::{Expected, JsonReason, Received, UrlReason};
use crate::locale::Locale;
use crate::oidc::{FEISHU, Input, PRESETS, Preset, Problem};
use crate::scopes::{self, Entry};
use crate::shape::Text;

/// Exported constants, each of its own so that a bundler can drop it: `scopes`, `scopeGroups`, `scopeActions`,
/// `scopePresets`, `oidcPresets` and `oidcHints`. Texts are `{ en, zh }`.
fn constants() -> String {
    let named = |(name, label): &(&str, Text)| json!({ "name": name, "label": text(*label) });
    let hint = json!({
        "name": FEISHU.name, "label": text(FEISHU.label), "useType": FEISHU.use_type, "note": text(FEISHU.note),
    });
    let constants: [(&str, &str, Value); 6] = [
        ("scopes", "ScopeInfo", scopes::CATALOGUE.iter().map(scope).collect()),
        ("scopeGroups", "ScopeLine<ScopeGroupName>", scopes::GROUPS.iter().map(named).collect()),
        ("scopeActions", "ScopeLine<ScopeActionName>", scopes::ACTIONS.iter().map(named).collect()),
        ("scopePresets", "ScopePreset", scopes::PRESETS.iter().map(scope_preset).collect()),
        ("oidcPresets", "OidcPreset", PRESETS.iter().map(oidc_preset).collect()),
        ("oidcHints", "OidcHint", vec![hint].into()),
    ];
    constants.map(|(name, kind, value)| format!("export const {name}: readonly {kind}[] = {value};\n")).concat()
}

/// The source of `generated/catalogue.ts`: types of every name that there is (`Locale`, the words in an issue's parameters,
/// `AdviceRule`, `DiscoveryProblemCode`, `ScopeGroupName`, `ScopeActionName`, `ScopePresetName`, `OidcPresetName`),
/// `locales`, the list of the languages, and the constants.
pub fn catalogue_typescript() -> String {
    let locales = names(Locale::ALL, |locale| locale.tag());
    let mut out = String::from(
        "import type { OidcHint, OidcPreset, ScopeInfo, ScopeLine, ScopePreset } from \"../catalogue.js\";\n\n",
    );
    for (name, about, names) in [
        ("Locale", "A language that prevet speaks.", locales.clone()),
        ("ExpectedKind", "What kind of value belongs at a place.", names(Expected::ALL, |kind| kind.as_str())),
        (
            "ReceivedKind",
            "What kind of value was met. `unreadable`: a getter or proxy threw, or it is beyond what is read of a value.",
            names(Received::ALL, |kind| kind.as_str()),
        ),
        (
            "UrlReason",
            "Why a string is no URL, as well as can be told.",
            names(UrlReason::ALL, |reason| reason.as_str()),
        ),
        ("JsonReason", "Why a text is not JSON.", names(JsonReason::ALL, |reason| reason.as_str())),
        ("AdviceRule", "The stable id of a rule of advice.", names(Rule::ALL, |rule| rule.id())),
        (
            "DiscoveryProblemCode",
            "What can be wrong with a discovery document.",
            names(Problem::ALL, |problem| problem.as_str()),
        ),
        ("ScopeGroupName", "What scopes are about: the part before the bar.", names(scopes::GROUPS, |group| group.0)),
        ("ScopeActionName", "What scopes allow: the part behind the bar.", names(scopes::ACTIONS, |action| action.0)),
        ("ScopePresetName", "A choice of scopes.", names(scopes::PRESETS, |preset| preset.name)),
        ("OidcPresetName", "A provider of OpenID Connect.", names(PRESETS, |preset| preset.name)),
    ] {
        let _ = writeln!(out, "/** {about} */\nexport type {name} = {};\n", literals(&names));
    }
    let list = json!(locales);
    let _ = writeln!(
        out,
        "/** The languages that prevet speaks, by their tags; the first is the one that is spoken unless another is asked for. */\n\
         export const locales: readonly {list} = /* @__PURE__ */ Object.freeze({list} as const);\n"
    );
    out + &constants()
}

fn names<T>(list: &[T], name: impl Fn(&T) -> &'static str) -> Vec<&'static str> {
    list.iter().map(name).collect()
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
