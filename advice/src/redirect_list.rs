//! Redirect URIs among themselves and beside the homepage. Teable keeps the rows as they are, duplicates included.

use crate::address::Address;
use crate::strings::{before, ends, from, split_once, without};
use crate::texts::Texts;
use crate::{Out, Place, Rule, hosts, redirect_uris, urls};

/// All advice on the list of redirect URIs.
#[inline(never)]
pub(crate) fn check(out: &mut Out<'_>) {
    let homepage = out.text(out.member("homepage")).and_then(|text| Address::new(out, text));
    let homepage = homepage.as_ref().map_or("", public_name);
    let mut known: Vec<(Place, &str, &str)> = Vec::new();
    for at in out.body.rows(out.member("redirectUris")) {
        let Some(url) = urls::check(at, out) else { continue };
        redirect_uris::check(at, &url, out);
        let form = form(&url, out.texts);
        if let Some((first, ..)) = known.iter().find(|(_, raw, _)| *raw == url.raw) {
            out.add(at, Rule::RedirectDuplicate).other(*first);
        } else if let Some((first, ..)) = known.iter().find(|(.., other)| *other == form) {
            out.add(at, Rule::RedirectNearDuplicate).other(*first);
        }
        let host = public_name(&url);
        if !host.is_empty() && !homepage.is_empty() && !hosts::same_site(host, homepage) {
            out.add(at, Rule::RedirectOtherSite).host(host).other_host(homepage);
        }
        known.push((at, url.raw, form));
    }
}

/// The host, if it is a name that everybody can resolve.
#[inline(never)]
fn public_name<'a>(url: &Address<'a>) -> &'a str {
    let is_name = !url.kind.is_ip && !url.kind.is_private && url.host.len() <= hosts::LONGEST;
    if is_name { url.host } else { "" }
}

/// What is left when it does not matter how a URL is written, nor whether its path ends in a slash.
fn form<'t>(url: &Address<'_>, texts: &'t Texts) -> &'t str {
    let href = url.parts.href;
    let base = before(href, b"?#");
    let rest = from(href, base.len());
    // A dot may end a host: `https://a.io./cb` is the same address.
    let is_dotted = url.is_web && ends(url.parts.host, ".");
    let (start, path) = is_dotted.then(|| split_once(base, url.parts.host)).flatten().unwrap_or(("", base));
    texts.joined(texts.joined(start, if is_dotted { url.host } else { "" }), texts.joined(without(path, "/"), rest))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::Rule;
    use crate::testing::{REDIRECT, REDIRECTS, check, check_values};

    #[test]
    fn duplicates() {
        let same = json!(["https://a.io/cb", "https://b.io/", "https://a.io/cb"]);
        let near = [
            json!(["https://a.io/cb", "https://a.io/cb/"]),
            json!(["https://a.io/cb/?x", "https://a.io/cb?x"]),
            json!(["https://a.io", "https://a.io/"]),
            json!(["https://a.io/cb", "https://A.io:443/cb"]),
            json!(["https://a.io/cb", " https://a.io/cb"]),
            json!(["https://a.io:8080/cb?x", "https://a.io.:8080/cb/?x"]),
        ];
        let apart = [
            json!(["https://a.io/cb", "https://a.io/CB"]),
            json!(["https://a.io/cb", "http://a.io/cb"]),
            json!(["https://a.io/cb", "https://a.io/cb?x"]),
        ];
        check_values(
            Rule::RedirectDuplicate,
            REDIRECTS,
            std::slice::from_ref(&same),
            &[near.as_slice(), &apart].concat(),
        );
        check_values(Rule::RedirectNearDuplicate, REDIRECTS, &near, &[[same].as_slice(), &apart].concat());
    }

    #[test]
    fn other_site() {
        let no = [
            "https://x.acme.io/",
            "https://localhost/",
            "https://1.2.3.4/",
            "https://intranet/",
            "io.acme:/cb",
            "https://acme.io./",
        ];
        check(
            Rule::RedirectOtherSite,
            REDIRECT,
            &["https://acme.com/", "https://acme.io.evil.dev/", "https://myacme.io/"],
            &no,
        );
    }
}
