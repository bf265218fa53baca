//! Ids, secrets, and the fields of an app's own authentication: what goes wrong when they are copied.
//!
//! Nothing here writes a value down but the suggestion for an id that is no secret.

use crate::characters::{compact, has_space, hidden, inner, is_padding, is_space, is_white, trimmed, trimmed_by};
use crate::strings::{
    behind, ends, find, from, has, has_any, has_one_of, is_all, is_made_of, is_one_of, parts, starts,
    starts_with_one_of,
};
use crate::texts::Texts;
use crate::{Out, Place, Rule, samples};

/// What kind of credential it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Id,
    Secret,
    /// Of an app's own authentication: a password may have spaces, a base URL is a URL, a key may span lines.
    Field,
}

/// The shortest secret that is not remarked on, in characters.
const USUAL_LENGTH: usize = 16;

/// So many letters of a secret are more than chance: in characters where it is looked for in a text that shows, in bytes,
/// which may only withhold more, where words are taken out of an advice.
pub(crate) const TELLING: usize = 8;

/// So many bytes tell a secret from others; keys in PEM start alike.
const LONGEST: usize = 256;

/// All advice on one credential by itself.
pub(crate) fn check(at: Place, kind: Kind, out: &mut Out<'_>) {
    let Some(text) = out.text(at) else { return };
    let value = trimmed(text);
    // A key in PEM ends with a line break.
    if kind == Kind::Field && (value.is_empty() || starts(value, "-----BEGIN")) {
        return;
    }
    let bare = without_prefix(value, kind, out.texts);
    // A control at the end is no space: it is an odd character like any other.
    let is_padded = trimmed_by(text, is_padding).len() != text.len();
    let has_space = has_space(bare.unwrap_or(value));
    if is_padded || (kind != Kind::Field && has_space) {
        let fix = (kind == Kind::Id && !has_space && !value.is_empty()).then_some(value);
        out.add(at, Rule::CredWhitespace).fix(fix);
    }
    let core = core(value, kind, out.texts);
    let is_sample = samples::is_credential(value, out.texts) || samples::is_credential(core, out.texts);
    let is_masked = !is_sample && is_masked(value);
    let is_short = value.chars().count() < USUAL_LENGTH;
    out.add_if(bare.is_some(), at, Rule::CredAuthPrefix);
    out.add_if(is_sample, at, Rule::CredPlaceholder);
    out.add_if(is_masked, at, Rule::CredMasked);
    out.add_if(is_quoted(value, kind, out.texts), at, Rule::CredQuoted);
    out.add_if(!is_masked && has_odd_character(text, kind), at, Rule::CredCharset);
    out.add_if(kind != Kind::Field && has(value, "://"), at, Rule::CredUrl);
    out.add_if(kind == Kind::Secret && !is_sample && !is_masked && is_short, at, Rule::CredShort);
}

/// An id and its secret beside each other.
#[inline(never)]
pub(crate) fn pair(id_at: Place, secret_at: Place, out: &mut Out<'_>) {
    let (Some(id), Some(secret)) = (out.text(id_at), out.text(secret_at)) else { return };
    let (id, secret) = (trimmed(id), trimmed(secret));
    if id == secret {
        if !id.is_empty() {
            out.add(secret_at, Rule::CredSame).other(id_at);
        }
    } else if is_secret_of_a_vendor(id) {
        out.add(id_at, Rule::CredSwapped).other(secret_at);
    } else if is_id_of_a_vendor(secret) {
        out.add(secret_at, Rule::CredSwapped).other(id_at);
    }
}

/// Whether a secret stands in a name that everybody sees: as it is, or in the name's `letters`, which are it [`compact`],
/// for inputs of one line drop the line breaks of a key.
#[inline(never)]
pub(crate) fn is_leaked(name: &str, letters: &str, secret: &str, out: &Out<'_>) -> bool {
    let secret = core(secret, Kind::Field, out.texts);
    let stands_in = |name: &str, secret: &str| secret.chars().count() >= TELLING && has(name, secret);
    stands_in(name, secret) || stands_in(letters, &compact(secret, false))
}

/// What a text is searched for, compact and in lower case, so that it repeats no secret: nothing of a very short one, which
/// is part of almost every text.
pub(crate) fn telling<'a>(secret: &str, texts: &'a Texts) -> Option<&'a str> {
    // What seems to be a key may be the secret itself.
    let told = [core(secret, Kind::Field, texts), start(trimmed(secret))].map(|text| comparable(text, false));
    told.into_iter().find(|text| text.len() > 3).map(|text| texts.keep(text))
}

/// A text as secrets are looked for in it: a suggestion has no line breaks and no backslashes, and a host is in lower case.
pub(crate) fn comparable(text: &str, is_json: bool) -> String {
    compact(text, is_json).to_ascii_lowercase()
}

/// Google's, GitLab's and Entra's.
fn is_secret_of_a_vendor(text: &str) -> bool {
    starts_with_one_of(text, "GOCSPX-,gloas-") || has(text, "8Q~")
}

/// Google's, Feishu's and Okta's.
fn is_id_of_a_vendor(text: &str) -> bool {
    ends(text, ".apps.googleusercontent.com")
        || super::sso::is_feishu_app_id(text)
        || (starts(text, "0oa") && text.len() == 20 && is_made_of(text, b""))
}

/// What was meant: without the prefix of a header, without the key that it had in a file, and without quotes.
#[inline(never)]
fn core<'a>(value: &'a str, kind: Kind, texts: &Texts) -> &'a str {
    let value = trimmed_by(trimmed(value), is_around);
    let value = without_prefix(value, kind, texts).unwrap_or(value);
    start(trimmed_by(behind_key(value, kind, texts).unwrap_or(value), is_around))
}

/// Of a long one the start, so that a text is searched for it in linear time. A character has four bytes at most.
#[inline(never)]
fn start(value: &str) -> &str {
    (LONGEST..LONGEST + 4).find_map(|end| value.get(..end)).unwrap_or(value)
}

fn is_around(c: char) -> bool {
    is_white(c) || matches!(c, '"' | '\'' | '`' | ',' | ';' | '“' | '”')
}

/// What stands behind the prefix of an HTTP header, if there is one. A pass phrase that starts with "token", as an app's own
/// field may hold, has more than one word behind it.
#[inline(never)]
fn without_prefix<'a>(value: &'a str, kind: Kind, texts: &Texts) -> Option<&'a str> {
    const HEADER: &str = "authorization:";
    const SCHEMES: &str = "bearer,basic,token,apikey,api-key";
    let is_header = starts(texts.lower(value), HEADER);
    let value = trimmed_by(from(value, if is_header { HEADER.len() } else { 0 }), is_white);
    let scheme = value.char_indices().find(|(_, c)| is_space(*c)).map_or(value.len(), |(at, _)| at);
    let (scheme, rest) = value.split_at_checked(scheme)?;
    let rest = trimmed_by(rest, is_white);
    if is_one_of(texts.lower(scheme), SCHEMES) && !rest.is_empty() && (kind != Kind::Field || !has_space(rest)) {
        return Some(rest);
    }
    is_header.then_some(value)
}

/// As lists show a secret: Teable's have 30 stars in front of the last ten characters.
fn is_masked(value: &str) -> bool {
    has_one_of(value, "…,...,****,••••,●●●●,∙∙∙∙,····,⬤⬤⬤⬤")
}

/// In quotes, or with the key that it had in a file.
#[inline(never)]
fn is_quoted(value: &str, kind: Kind, texts: &Texts) -> bool {
    const QUOTES: &[(char, char)] = &[('"', '"'), ('\'', '\''), ('`', '`'), ('“', '”'), ('‘', '’'), ('「', '」')];
    let is_wrapped = |&(open, close): &(char, char)| value.strip_prefix(open).is_some_and(|rest| rest.ends_with(close));
    // A whole object may be what an app's own field is for.
    let openings = if kind == Kind::Field { "\",'" } else { "\",',{" };
    let is_json = starts_with_one_of(value, openings) && has_one_of(value, "\":,':");
    is_json || QUOTES.iter().any(is_wrapped) || behind_key(value, kind, texts).is_some()
}

/// What stands behind a key: `CLIENT_SECRET=..`, `client_secret: ..`. Behind a secret's own `=` nothing or another `=`
/// follows, and before it a key that does not tell has no digits.
#[inline(never)]
fn behind_key<'a>(value: &'a str, kind: Kind, texts: &Texts) -> Option<&'a str> {
    const TELLING: &str = "client,secret,token,key,password,app_id,appid";
    let value = behind(value, "export ").unwrap_or(value);
    let end = [find(value, ":"), find(value, "=")].into_iter().flatten().min()?;
    let (key, rest) = value.split_at_checked(end)?;
    let key = texts.lower(trimmed_by(key, is_around));
    let is_assignment = rest.len() > 1 && starts(rest, "=") && !starts(rest, "==");
    // A URL has a colon too, but no space behind it.
    let is_entry = starts(rest, ": ");
    let is_name = if has_one_of(key, TELLING) {
        (is_assignment || is_entry) && is_made_of(key, b"_-.")
    } else {
        let is_word = |byte: u8| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-');
        is_assignment && kind != Kind::Field && !key.is_empty() && is_all(key, &is_word)
    };
    is_name.then(|| from(rest, 1))
}

/// Spaces have a rule of their own, and so has all that is around the value.
#[inline(never)]
fn has_odd_character(text: &str, kind: Kind) -> bool {
    let inner = inner(text);
    match kind {
        // JSON, XML and keys have lines.
        Kind::Field => {
            let is_document = parts(inner, b'\n').len() > 2 || starts_with_one_of(inner, "{,[,<");
            hidden(inner).is_some() || (!is_document && has_any(inner, b"\t\n\r"))
        }
        Kind::Id | Kind::Secret => inner.chars().any(|c| !matches!(c, ' '..='~')),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{LONGEST, Rule, telling};
    use crate::Texts;
    use crate::testing::{
        APP_SECRET, CLIENT_ID, CLIENT_SECRET, FIELDS, OIDC_CONFIG, SSO_NAME, check, check_values, fires,
    };

    fn fields(values: &[&str]) -> Vec<Value> {
        values.iter().map(|value| json!({ "api_key": value })).collect()
    }

    #[test]
    fn whitespace() {
        let padded = ["q7Rk2mV9sLx4\n", " q7Rk2mV9sLx4", "q7Rk2mV9sLx4\u{A0}", "q7Rk2mV9sLx4\u{200B}"];
        let inner = ["q7Rk2mV9 sLx4TzW8bNf3", "q7Rk2mV9\tsLx4TzW8bNf3"];
        let no = [
            "q7Rk2mV9sLx4TzW8bNf3",
            "Bearer q7Rk2mV9sLx4TzW8bNf3",
            "q7Rk2mV9\u{200B}sLx4TzW8bNf3",
            "q7Rk2mV9sLx4TzW8bNf3\u{7}",
        ];
        for field in [CLIENT_ID, CLIENT_SECRET] {
            check(Rule::CredWhitespace, field, &[padded.as_slice(), &inner].concat(), &no);
        }
        let pem = fields(&["-----BEGIN PRIVATE KEY-----\nMII\n-----END PRIVATE KEY-----\n", "", " "]);
        check_values(Rule::CredWhitespace, FIELDS, &fields(&padded), &[fields(&inner), pem].concat());
    }

    #[test]
    fn auth_prefix() {
        let yes = [
            "Bearer q7Rk2mV9sLx4TzW8",
            "basic dGVhYmxlOng=",
            "Token  abc",
            "ApiKey abc",
            "Authorization: Bearer x",
            "authorization:x",
        ];
        let no = ["Bearerq7Rk2mV9sLx4TzW8", "token", "q7Rk Bearer x"];
        let phrase = ["token of my affection", "Bearer q7Rk2mV9 sLx4TzW8"];
        check(Rule::CredAuthPrefix, CLIENT_SECRET, &[yes.as_slice(), &phrase].concat(), &no);
        check_values(Rule::CredAuthPrefix, FIELDS, &fields(&yes), &fields(&[no.as_slice(), &phrase].concat()));
    }

    #[test]
    fn placeholder_and_masked() {
        let sample = [
            "string",
            "<client-secret>",
            "{{client_secret}}",
            "xxxxxxxxxxxxxxxx",
            "YOUR_SECRET",
            "Bearer <token>",
            "\"YOUR_SECRET\"",
            "client_secret=YOUR_SECRET",
            "AUTH0_CLIENT_SECRET='<secret>'",
            "\"client_secret\": \"{{secret}}\",",
            "Bearer \"YOUR_TOKEN\"",
        ];
        let masked = [
            "******************************ab12cd34ef",
            "••••••••",
            "abcd…",
            "abcd...wxyz",
            "q7Rk****",
            "q7**** ",
            "…wxyz",
        ];
        let no = ["q7Rk2mV9sLx4TzW8bNf3", "short1", "a*b*c*d*", "a.b..c", "client_secret=q7Rk2mV9sLx4TzW8"];
        let (sample, masked) = (sample.as_slice(), masked.as_slice());
        for (rule, yes, other) in [(Rule::CredPlaceholder, sample, masked), (Rule::CredMasked, masked, sample)] {
            check(rule, CLIENT_SECRET, yes, &[other, &no].concat());
            check_values(rule, FIELDS, &fields(yes), &fields(&no));
        }
        for value in sample.iter().chain(masked) {
            let found = fires(CLIENT_SECRET, &(*value).into());
            assert!(!found.contains(&Rule::CredShort) && !found.contains(&Rule::CredCharset), "{value}");
        }
    }

    #[test]
    fn quoted() {
        let yes = [
            "\"q7Rk2mV9\"",
            "'q7Rk2mV9'",
            "“q7Rk2mV9”",
            "\"client_secret\": \"q7Rk\",",
            "CLIENT_SECRET=q7Rk",
            "export SECRET=q7",
            "client_secret: q7Rk",
            "AUTH0_CLIENT_SECRET=q7Rk",
            "oidc.client.secret = q7Rk",
        ];
        let no = ["q7Rk2mV9\"", "YWJjZA==", "YWJj=", "a:b", "https://a.io/", "q7=Rk2mV9", "abc", "\""];
        check(Rule::CredQuoted, CLIENT_SECRET, &yes, &no);
        check(Rule::CredQuoted, CLIENT_SECRET, &["foo=q7Rk", "{ \"client_secret\": \"q7Rk\" }"], &["{q7Rk}"]);
        check_values(
            Rule::CredQuoted,
            FIELDS,
            &fields(&yes),
            &[fields(&no), fields(&["filter=active", "Note: call", "{\"private_key\":\"q7Rk\"}"])].concat(),
        );
    }

    #[test]
    fn charset() {
        let yes =
            ["q7Rk2mV9\u{200B}sLx4TzW8", "ｑ7Rk2mV9", "q7Rk—mV9", "q7\u{0}Rk", "q7Rk2mV9\u{7}", "\u{0}q7Rk", "q7\tRk"];
        check(Rule::CredCharset, CLIENT_SECRET, &yes, &["q7Rk2mV9 ~!", "q7Rk2mV9\n"]);
        let invisible = fields(&["q7\u{200B}Rk", "q7\u{0}Rk", "\u{202E}q7", "q7Rk\u{1F}", "q7\tRk", "q7\nRk\n"]);
        check_values(
            Rule::CredCharset,
            FIELDS,
            &invisible,
            &fields(&[
                "pässwörd",
                "密码",
                "{\n\"a\": 1}",
                "<a>\n</a>",
                "Bag Attributes\n-----BEGIN X-----\nq7Rk\n",
                "q7Rk\n",
            ]),
        );
    }

    #[test]
    fn url_and_short() {
        check(Rule::CredUrl, CLIENT_ID, &["https://a.io/x", "api://x", "x http://y"], &["a:b", "a//b"]);
        check_values(Rule::CredUrl, FIELDS, &[], &fields(&["https://crm.acme.io/api"]));
        check(
            Rule::CredShort,
            CLIENT_SECRET,
            &["short1", "q7Rk2mV9sLx4TzW", "short1          \n"],
            &["q7Rk2mV9sLx4TzW8", "string", "****"],
        );
        check(Rule::CredShort, APP_SECRET, &["short1"], &[]);
        check(Rule::CredShort, CLIENT_ID, &[], &["x"]);
        check_values(Rule::CredShort, FIELDS, &[], &fields(&["hunter2"]));
    }

    #[test]
    fn pairs() {
        let of = |id: &str, secret: &str| {
            let [issuer, authorize, token, user_info] =
                ["https://a.io", "https://a.io/a", "https://a.io/b", "https://a.io/c"];
            json!({ "clientId": id, "clientSecret": secret, "issuer": issuer, "authorizationUrl": authorize, "tokenUrl": token, "userInfoUrl": user_info })
        };
        let same =
            [of("teable", "teable"), of("teable", " teable\n"), of("cli_a5ca35a685b0x26e", "cli_a5ca35a685b0x26e")];
        let swapped = [
            of("GOCSPX-abcdefghijklmnopqrstuvwx", "1-a.apps.googleusercontent.com"),
            of("GOCSPX-abcdefghijklmnopqrstuvwx", "x"),
            of("x", "cli_a5ca35a685b0x26e"),
            of("abC8Q~x1y2z3.w4v5u6t7s8r9q0p", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee"),
        ];
        let right = [
            of("1-a.apps.googleusercontent.com", "GOCSPX-abcdefghijklmnopqrstuvwx"),
            of("teable", "Teable"),
            of(" ", " "),
        ];
        check_values(Rule::CredSame, OIDC_CONFIG, &same, &[swapped.as_slice(), &right].concat());
        check_values(Rule::CredSwapped, OIDC_CONFIG, &swapped, &[same.as_slice(), &right].concat());
    }

    #[test]
    fn leaked() {
        check(
            Rule::CredLeaked,
            SSO_NAME,
            &["q7Rk2mV9sLx4TzW8bNf3 SSO", "xq7Rk2mV9sLx4TzW8bNf3", "q7Rk2mV9\u{200B}sLx4\nTzW8bNf3"],
            &["q7Rk2mV9", "Acme"],
        );
        // Letters count: these two have few of them, and the title has those.
        check_values(Rule::CredLeaked, FIELDS, &[], &fields(&["//////////Acme", "Ac/me CR/M"]));
        let schema = prevet::schemas::Schema::named("teable.authentication.request").unwrap();
        for secret in ["client_secret=Acme-9vLx4", "\"Acme-9vLx4\"", "Bearer Acme-9vLx4"] {
            let body = json!({ "type": "oidc", "name": "Acme-9vLx4", "config": { "clientSecret": secret } });
            let found = schema.advise_text(body.to_string().as_bytes(), &[]);
            assert!(found.iter().any(|advice| advice.rule.id() == "cred-leaked"), "{secret}");
        }
    }

    #[test]
    fn what_is_withheld() {
        let texts = Texts::default();
        for (secret, expected) in [
            ("q7Rk2mV9sLx4\n", Some("q7rk2mv9slx4")),
            ("Bearer q7Rk2mV9", Some("q7rk2mv9")),
            ("CLIENT_SECRET='q7Rk'", Some("q7rk")),
            ("q7Rk2client_id=x", Some("q7rk2client_id=x")),
            ("abc", None),
            ("Bearer", Some("bearer")),
            ("q7Rk\n2mV9\u{200B}s", Some("q7rk2mv9s")),
            ("a\nb c", None),
        ] {
            assert_eq!(telling(secret, &texts), expected, "{secret}");
        }
        assert_eq!(telling(&"é".repeat(1000), &texts).map(str::len), Some(LONGEST));
    }
}
