//! A connection in Zapier: the app, and the fields of its own authentication. What the fields are called is up to the
//! app; only their form can be judged.

use crate::characters::{compact, has_space, hidden, trimmed};
use crate::credentials;
use crate::strings::{has_one_of, is_one_of};
use crate::texts::Texts;
use crate::{Kind, Out, Place, Rule, text};

/// The sample of Zapier's document, and the UUIDs that stand for none.
const SAMPLE_APPS: &str = "8cdbc496-c95c-4f19-b3a3-fee03ed5f924,00000000-0000-0000-0000-000000000000,\
    ffffffff-ffff-ffff-ffff-ffffffffffff";

/// Parts of keys whose values say who or where, which a title may well repeat.
const PUBLIC_KEYS: &str = "user,mail,login,account,domain,host,url,site,server,name,region,tenant,workspace,org,team,instance,\
    shop,store,company,base,client_id,env";

/// Parts of keys whose values are secret, whatever else the key says.
const SECRET_KEYS: &str = "secret,token,pass,key,pwd,credential,private";

/// All advice on the body.
#[inline(never)]
pub(crate) fn check(out: &mut Out<'_>) {
    let data = out.member("data");
    let title = out.field(data, "title");
    text::check(title, true, out);
    let app = out.field(data, "app");
    let is_sample = out.text(app).is_some_and(|id| is_one_of(out.texts.lower(id), SAMPLE_APPS));
    out.add_if(is_sample, app, Rule::ZapierAppSample);
    let fields = out.field(data, "authentication_fields");
    if !out.body.is_good(fields) {
        return;
    }
    let entries = out.body.entries(fields);
    out.add_if(out.body.kind(fields) == Kind::Empty, fields, Rule::ZapierFieldsEmpty);
    let shown = out.text_or_empty(title);
    let letters = compact(shown, false);
    let mut is_leaked = false;
    for (position, &(key, at)) in entries.iter().enumerate() {
        let earlier = entries.get(..position).unwrap_or_default();
        let is_repeated = earlier.iter().any(|(other, _)| other.eq_ignore_ascii_case(key));
        let is_odd = key.is_empty() || has_space(key) || hidden(key).is_some();
        out.add_if(is_odd || is_repeated, at, Rule::ZapierFieldKey);
        value(at, out);
        is_leaked |= is_secret(key, out.texts) && credentials::is_leaked(shown, &letters, out.text_or_empty(at), out);
    }
    // Told once, whichever of the fields it is.
    out.add_if(is_leaked, title, Rule::CredLeaked);
    for secret in out.body.strings(fields) {
        out.hide(secret);
    }
}

#[inline(never)]
fn value(at: Place, out: &mut Out<'_>) {
    match out.body.kind(at) {
        Kind::Null => {
            out.add(at, Rule::ZapierFieldEmpty);
        }
        Kind::Text => {
            out.add_if(out.text(at).is_some_and(|text| trimmed(text).is_empty()), at, Rule::ZapierFieldEmpty);
            credentials::check(at, credentials::Kind::Field, out);
        }
        Kind::Empty | Kind::Container => {
            out.add(at, Rule::ZapierFieldNested);
        }
        Kind::Other => {}
    }
}

#[inline(never)]
fn is_secret(key: &str, texts: &Texts) -> bool {
    let key = texts.lower(key);
    has_one_of(key, SECRET_KEYS) || !has_one_of(key, PUBLIC_KEYS)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Rule;
    use crate::testing::{APP, FIELDS, check, check_values};
    use prevet::schemas::Schema;

    #[test]
    fn sample_app() {
        let yes = [
            "8CDBC496-c95c-4f19-b3a3-fee03ed5f924",
            "00000000-0000-0000-0000-000000000000",
            "FFFFFFFF-ffff-ffff-ffff-ffffffffffff",
        ];
        check(Rule::ZapierAppSample, APP, &yes, &["4b3920d6-1d5a-4071-b837-9383dc511b80"]);
    }

    #[test]
    fn empty() {
        check_values(Rule::ZapierFieldsEmpty, FIELDS, &[json!({})], &[json!({"a": ""}), json!({"": null})]);
        let yes = [json!({"a": ""}), json!({"a": null}), json!({"a": " \n"}), json!({"b": "x", "a": "\u{200B}"})];
        check_values(
            Rule::ZapierFieldEmpty,
            FIELDS,
            &yes,
            &[json!({}), json!({"a": 0}), json!({"a": false}), json!({"a": "0"})],
        );
    }

    #[test]
    fn keys() {
        let yes = [
            json!({"": "x"}),
            json!({"api key": "x"}),
            json!({" k": "x"}),
            json!({"k\u{200B}": "x"}),
            json!({"Api_Key": "x", "api_key": "y"}),
        ];
        check_values(
            Rule::ZapierFieldKey,
            FIELDS,
            &yes,
            &[json!({"api_key": "x", "apikey": "y"}), json!({"a-b": "x"})],
        );
    }

    #[test]
    fn nested() {
        let yes = [json!({"a": {}}), json!({"a": []}), json!({"a": {"token": "x"}})];
        check_values(
            Rule::ZapierFieldNested,
            FIELDS,
            &yes,
            &[json!({}), json!({"a": 1}), json!({"a": "{}"}), json!({"a": null})],
        );
    }

    #[test]
    fn leaked_in_the_title() {
        let found = |title: &str, fields: serde_json::Value| {
            let body = json!({"data": {"title": title, "app": "4b3920d6-1d5a-4071-b837-9383dc511b80", "authentication_fields": fields}});
            let schema = Schema::named("zapier.authentication.request").unwrap();
            let found = schema.advise_text(body.to_string().as_bytes(), &[]);
            found.iter().any(|advice| advice.rule.id() == "cred-leaked" && advice.pointer() == "/data/title")
        };
        assert!(found("CRM k9F2mQ7vT1xZ8wRb", json!({"api_key": "k9F2mQ7vT1xZ8wRb"})));
        assert!(found("CRM k9F2mQ7vT1xZ8wRb", json!({"x": "k9F2mQ7vT1xZ8wRb"})));
        assert!(!found("CRM (sales@acme.io)", json!({"email": "sales@acme.io"})));
        assert!(!found("CRM (short1)", json!({"password": "short1"})));
    }

    #[test]
    fn of_equal_keys_in_a_text_the_last_counts() {
        let text = br#"{"data":{"title":"A","app":"4b3920d6-1d5a-4071-b837-9383dc511b80","authentication_fields":{"a":"","a":"x9"}}}"#;
        assert_eq!(Schema::named("zapier.authentication.request").unwrap().advise_text(text, &[]), []);
    }
}
