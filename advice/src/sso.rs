//! A single sign-on provider: its fields one by one, and what they tell about each other.

use crate::characters::{compact, is_white, trimmed_by};
use crate::credentials::{self, Kind};
use crate::providers::{self, Provider};
use crate::strings::{behind, ends, is_all, is_made_of};
use crate::{Out, Place, Rule, endpoints, issuer, text, urls};

/// All advice on the body.
#[inline(never)]
pub(crate) fn check(out: &mut Out<'_>) {
    let name = out.member("name");
    text::check(name, true, out);
    let id = out.member("id");
    out.add_if(out.text(id).is_some(), id, Rule::SsoIdOnCreate);
    let config = out.member("config");
    let (id, secret) = if out.body.is_known(out.field(config, "clientId")) {
        oidc(config, out);
        ("clientId", "clientSecret")
    } else {
        feishu(config, out);
        ("appId", "appSecret")
    };
    let (id, secret) = (out.field(config, id), out.field(config, secret));
    credentials::check(id, Kind::Id, out);
    credentials::check(secret, Kind::Secret, out);
    credentials::pair(id, secret, out);
    let secret = out.text_or_empty(secret);
    let shown = out.text_or_empty(name);
    let is_leaked = credentials::is_leaked(shown, &compact(shown, false), secret, out);
    out.add_if(is_leaked, name, Rule::CredLeaked);
    out.hide(secret);
}

#[inline(never)]
fn oidc(config: Place, out: &mut Out<'_>) {
    let at = out.field(config, "issuer");
    let url = urls::check(at, out);
    if let Some(url) = &url {
        endpoints::web(at, url, out);
        issuer::check(at, url, out);
    }
    let endpoint = endpoints::check(config, url.as_ref(), out);
    let provider = providers::of_host(url.map_or(endpoint, |url| url.host));
    let client_id = out.field(config, "clientId");
    let client_secret = out.field(config, "clientSecret");
    let id = trimmed(client_id, out);
    out.add_if(is_feishu_app_id(id), client_id, Rule::OidcFeishuClientId);
    let unusual = match provider {
        Some(Provider::Google) if !ends(id, ".apps.googleusercontent.com") => "Google",
        Some(Provider::Entra) if !is_uuid(id) => "Microsoft Entra",
        _ => "",
    };
    if !id.is_empty() && !unusual.is_empty() {
        out.add(client_id, Rule::ClientIdShape).name(unusual);
    }
    let is_secret_id = provider == Some(Provider::Entra) && is_uuid(trimmed(client_secret, out));
    out.add_if(is_secret_id, client_secret, Rule::EntraSecretId);
}

#[inline(never)]
fn feishu(config: Place, out: &mut Out<'_>) {
    let id = out.field(config, "appId");
    let is_unusual = out.text(id).is_some() && !is_feishu_app_id(trimmed(id, out));
    out.add_if(is_unusual, id, Rule::FeishuAppIdShape);
    let secret = out.field(config, "appSecret");
    let text = trimmed(secret, out);
    let is_unusual = out.text(secret).is_some() && !(text.len() == 32 && is_made_of(text, b""));
    out.add_if(is_unusual, secret, Rule::FeishuAppSecretShape);
}

/// A text without white space around it.
fn trimmed<'a>(at: Place, out: &Out<'a>) -> &'a str {
    trimmed_by(out.text_or_empty(at), is_white)
}

/// 8-4-4-4-12 hexadecimal digits. The check of bodies has a quicker one, which would be larger here.
fn is_uuid(text: &str) -> bool {
    let is_right = |(at, byte)| match at {
        8 | 13 | 18 | 23 => byte == b'-',
        _ => u8::is_ascii_hexdigit(&byte),
    };
    text.len() == 36 && text.bytes().enumerate().all(is_right)
}

/// `cli_a5ca35a685b0x26e`.
#[inline(never)]
pub(crate) fn is_feishu_app_id(text: &str) -> bool {
    behind(text, "cli_").is_some_and(|rest| {
        rest.len() == 16 && is_all(rest, &|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase())
    })
}

#[cfg(test)]
mod tests {
    use prevet::schemas::Schema;
    use serde_json::{Value, json};

    use super::{Rule, is_uuid};
    use crate::testing::{APP_ID, APP_SECRET, CLIENT_ID, OIDC_CONFIG, SSO_ID, check, check_values};

    fn at(issuer: &str, id: &str, secret: &str) -> Value {
        json!({
            "clientId": id, "clientSecret": secret, "issuer": issuer, "authorizationUrl": format!("{issuer}/a"),
            "tokenUrl": format!("{issuer}/b"), "userInfoUrl": format!("{issuer}/c"),
        })
    }

    const GUID: &str = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    const SECRET: &str = "q7Rk2mV9sLx4TzW8bNf3";
    const GOOGLE: &str = "https://accounts.google.com";
    const ENTRA: &str = "https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0";

    #[test]
    fn client_ids_by_provider() {
        let yes = [at(GOOGLE, "teable", SECRET), at(ENTRA, "teable", SECRET), at(ENTRA, &GUID[1..], SECRET)];
        let no = [
            at(GOOGLE, "1-a.apps.googleusercontent.com", SECRET),
            at(GOOGLE, "1-a.apps.googleusercontent.com ", SECRET),
            at(ENTRA, GUID, SECRET),
            at(ENTRA, &GUID.to_uppercase(), SECRET),
            at("https://acme.okta.com", "teable", SECRET),
        ];
        check_values(Rule::ClientIdShape, OIDC_CONFIG, &yes, &no);
        check(
            Rule::OidcFeishuClientId,
            CLIENT_ID,
            &["cli_a5ca35a685b0x26e"],
            &["cli_", "cli_A5CA35A685B0X26E", "xcli_a5ca35a685b0x26e"],
        );
    }

    #[test]
    fn entra_secret_id() {
        let no = [at(ENTRA, GUID, "abC8Q~x1y2z3.w4v5u6t7s8r9q0p"), at(GOOGLE, "1-a.apps.googleusercontent.com", GUID)];
        check_values(Rule::EntraSecretId, OIDC_CONFIG, &[at(ENTRA, "x", GUID)], &no);
    }

    #[test]
    fn a_uuid_is_what_the_check_takes_for_one() {
        let schema = Schema::named("zapier._AuthenticationCreateRequest").unwrap();
        let compare = |text: &str| {
            let body = json!({"title": "A", "app": text, "authentication_fields": {}}).to_string();
            assert_eq!(is_uuid(text), schema.check_text(body.as_bytes()).is_empty(), "{text:?}");
        };
        for at in 0..GUID.len() {
            for character in '\0'..='\u{ff}' {
                compare(&format!("{}{character}{}", &GUID[..at], &GUID[at + 1..]));
            }
            compare(&GUID[at..]);
            compare(&format!("{GUID}{}", &GUID[at..]));
        }
        assert!(is_uuid(GUID));
    }

    #[test]
    fn id_on_create() {
        check(Rule::SsoIdOnCreate, SSO_ID, &["aut123", ""], &[]);
    }

    #[test]
    fn feishu_shapes() {
        check(
            Rule::FeishuAppIdShape,
            APP_ID,
            &["a5ca35a685b0x26e", "cli_short", "CLI_a5ca35a685b0x26e", "string"],
            &["cli_a5ca35a685b0x26e", "cli_a5ca35a685b0x26e\n"],
        );
        check(
            Rule::FeishuAppSecretShape,
            APP_SECRET,
            &["short", "baBqE5um9LbFGDy3X7LcfxQX1sqpXlw-"],
            &["baBqE5um9LbFGDy3X7LcfxQX1sqpXlwy", " baBqE5um9LbFGDy3X7LcfxQX1sqpXlwy"],
        );
    }
}
