//! A single sign-on provider: its fields one by one, and what they tell about each other.

use crate::address::Address;
use crate::credentials::{self, Kind};
use crate::providers::{self, Provider};
use crate::strings::{is_made_of, parts};
use crate::{Body, Out, Place, Rule, endpoints, issuer, text, urls};

/// All advice on the body; gives its secrets.
pub(crate) fn check<'a>(body: &dyn Body<'a>, out: &mut Out) -> Vec<&'a str> {
    let root = body.root();
    let name = body.field(root, "name");
    text::check(body, name, true, out);
    let id = body.field(root, "id");
    out.add_if(body.text(id).is_some(), id, Rule::SsoIdOnCreate);
    let config = body.field(root, "config");
    let (id, secret) = if body.is_known(body.field(config, "clientId")) {
        oidc(body, config, out);
        ("clientId", "clientSecret")
    } else {
        feishu(body, config, out);
        ("appId", "appSecret")
    };
    let (id, secret) = (body.field(config, id), body.field(config, secret));
    credentials::check(body, id, Kind::Id, out);
    credentials::check(body, secret, Kind::Secret, out);
    credentials::pair(body, id, secret, out);
    let secret = body.text(secret);
    out.add_if(secret.is_some_and(|secret| credentials::is_leaked(body, name, secret)), name, Rule::CredLeaked);
    secret.into_iter().collect()
}

fn oidc(body: &dyn Body<'_>, config: Place, out: &mut Out) {
    let at = body.field(config, "issuer");
    let url = urls::check(body, at, out);
    if let Some(url) = &url {
        endpoints::web(at, url, out);
        issuer::check(at, url, out);
    }
    let endpoint = endpoints::check(body, config, url.as_ref(), out);
    let host = url.as_ref().map(Address::host).or(endpoint.as_deref()).unwrap_or_default();
    let provider = providers::of_host(host);
    let trimmed = |name: &str| body.text(body.field(config, name)).unwrap_or_default().trim();
    let client_id = body.field(config, "clientId");
    let id = trimmed("clientId");
    out.add_if(is_feishu_app_id(id), client_id, Rule::OidcFeishuClientId);
    let unusual = match provider {
        Some(Provider::Google) if !id.ends_with(".apps.googleusercontent.com") => "Google",
        Some(Provider::Entra) if !is_uuid(id) => "Microsoft Entra",
        _ => "",
    };
    if !id.is_empty() && !unusual.is_empty() {
        out.add(client_id, Rule::ClientIdShape).name(unusual);
    }
    let is_secret_id = provider == Some(Provider::Entra) && is_uuid(trimmed("clientSecret"));
    out.add_if(is_secret_id, body.field(config, "clientSecret"), Rule::EntraSecretId);
}

fn feishu(body: &dyn Body<'_>, config: Place, out: &mut Out) {
    let id = body.field(config, "appId");
    out.add_if(body.text(id).is_some_and(|text| !is_feishu_app_id(text.trim())), id, Rule::FeishuAppIdShape);
    let secret = body.field(config, "appSecret");
    let is_usual = |text: &str| text.len() == 32 && is_made_of(text, b"");
    let is_unusual = body.text(secret).is_some_and(|text| !is_usual(text.trim()));
    out.add_if(is_unusual, secret, Rule::FeishuAppSecretShape);
}

/// 8-4-4-4-12 hexadecimal digits.
fn is_uuid(text: &str) -> bool {
    let is_hex = text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    is_hex && parts(text, b'-').iter().map(|part| part.len()).eq([8, 4, 4, 4, 12])
}

/// `cli_a5ca35a685b0x26e`.
#[inline(never)]
pub(crate) fn is_feishu_app_id(text: &str) -> bool {
    text.strip_prefix("cli_").is_some_and(|rest| {
        rest.len() == 16 && rest.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase())
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::Rule;
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
