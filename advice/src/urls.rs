//! What is wrong with a URL wherever it stands.

use crate::address::Address;
use crate::characters::trimmed;
use crate::strings::{has, has_any, parts, starts};
use crate::{Out, Place, Rule, hosts, redirect_uris, samples, scripts};

/// Longer than this a URL is sure to meet a system that cuts or refuses it.
const MAX_LENGTH: usize = 2000;

/// The domains and endings that RFC 2606 keeps for documents.
const SAMPLE_HOSTS: &str = "example.com,example.org,example.net,example,invalid";

/// The URL at a place that passed validation, with the advice that every URL gets.
pub(crate) fn check<'a>(at: Place, out: &mut Out<'a>) -> Option<Address<'a>> {
    let url = Address::new(out, out.text(at)?)?;
    whitespace(at, &url, out);
    if url.is_web {
        web_host(at, &url, out);
    }
    if !url.parts.userinfo.is_empty() || has_any(url.uri_authority(), b"@") {
        out.add(at, Rule::UrlUserinfo).host(url.parts.host);
    }
    let is_sample = url.is_web && hosts::is_at_or_below_one_of(url.host, SAMPLE_HOSTS);
    out.add_if(is_sample || samples::in_url(url.raw, out.texts), at, Rule::UrlPlaceholder);
    let length = url.raw.chars().count();
    // A picture in a data: URL is long by nature, and has advice of its own.
    if length > MAX_LENGTH && url.parts.scheme != "data" {
        out.add(at, Rule::UrlTooLong).length(length);
    }
    Some(url)
}

#[inline(never)]
fn whitespace(at: Place, url: &Address<'_>, out: &mut Out<'_>) {
    const BREAKS: &[u8] = b"\t\n\r";
    let fixed = trimmed(url.raw);
    // An input of one line makes spaces of the line breaks that are pasted into it.
    let is_several = has(fixed, " http://") || has(fixed, " https://");
    if fixed.len() != url.raw.len() || has_any(fixed, BREAKS) || is_several {
        // Two addresses on two lines are not mended by joining them, nor is one that should not be there at all.
        let lines = out.texts.replaced(fixed, b"\t\r", "\n");
        let is_more = parts(lines, b'\n').iter().skip(1).any(|line| out.href(line).is_some());
        let is_safe = !is_several && !is_more && !redirect_uris::is_dangerous(url.parts.scheme);
        let fixed = out.texts.replaced(fixed, BREAKS, "");
        let fix = out.href(fixed).filter(|_| is_safe).map(|_| fixed);
        out.add(at, Rule::UrlWhitespace).fix(fix);
    }
}

#[inline(never)]
fn web_host(at: Place, url: &Address<'_>, out: &mut Out<'_>) {
    if has_any(url.clean, b"\\") {
        // In a query or behind a # a backslash stays one: only the author knows what was meant.
        let fix = (!has_any(url.tail, b"?#")).then(|| out.texts.replaced(url.clean, b"\\", "/"));
        out.add(at, Rule::UrlBackslash).fix(fix);
    }
    let host = url.parts.host;
    let raw = url.raw_host();
    if url.kind.is_ip && !starts(host, "[") && raw != host && hosts::host_name(raw) != host {
        out.add(at, Rule::UrlObfuscatedIp).host(host).fix(Some(url.parts.href));
    }
    if let Some(found) = scripts::international(host) {
        let rule = if found.is_confusable { Rule::HostConfusable } else { Rule::HostIdn };
        out.add(at, rule).host(host).name(&found.name);
    } else if !url.kind.is_ip && !raw.is_ascii() {
        // Letters that the parser writes as ASCII ones: no client sends what is written here.
        out.add(at, Rule::HostIdn).host(host).name(raw);
    }
}

#[cfg(test)]
mod tests {
    use crate::Rule;
    use crate::testing::{HOMEPAGE, REDIRECT, TOKEN_URL, check};

    #[test]
    fn whitespace() {
        let yes = [
            " https://a.io",
            "https://a.io/x\n",
            "https://a\t.io/",
            "https://a.io/\u{A0}",
            "https://a.io/\u{FEFF}",
            "https://a.io/\u{200B}",
            "https://a.io/1 https://a.io/2",
            "https://a.io/1, http://a.io/2",
        ];
        check(
            Rule::UrlWhitespace,
            HOMEPAGE,
            &yes,
            &["https://a.io/a b", "https://a.io/%20", "https://a.io/?q=a b", "https://a.io/a http"],
        );
    }

    #[test]
    fn backslash() {
        check(
            Rule::UrlBackslash,
            REDIRECT,
            &["https://a.io\\b", "https:\\\\a.io/", "http://a.io/?\\"],
            &["https://a.io/%5C", "com.acme:/a\\b"],
        );
    }

    #[test]
    fn userinfo() {
        let yes = [
            "https://u@a.io/",
            "https://u:p@a.io/",
            "https://@a.io/",
            "https://:@a.io/",
            "http://127.0.0.1@a.io/",
            "ftp://u@a.io/",
            "https://a.io\\@b.io/",
            "https://a.io\\u:p@b.io",
        ];
        check(
            Rule::UrlUserinfo,
            REDIRECT,
            &yes,
            &["https://a.io/@u", "https://a.io/?x=@", "https://a.io#@", "mailto:a@b.io", "https://a.io\\b/@u"],
        );
    }

    #[test]
    fn obfuscated_ip() {
        let yes = [
            "http://2130706433/",
            "http://0x7f.1/",
            "http://0177.0.0.1",
            "http://127.0.0.01/",
            "http://１２７.0.0.1/",
            "http://u@0x7f.1:80/",
        ];
        check(
            Rule::UrlObfuscatedIp,
            REDIRECT,
            &yes,
            &[
                "http://127.0.0.1:80/",
                "http://127.0.0.1.:80/",
                "http://[::1]/",
                "http://u@127.0.0.1/",
                "https://a1.io/",
            ],
        );
    }

    #[test]
    fn international_hosts() {
        let idn = [
            "https://b\u{fc}cher.de/",
            "https://xn--bcher-kva.de/",
            "https://www.hello\u{4e2d}\u{56fd}.com/",
            "https://\u{ff41}pp.acme.io/",
            "https://acme\u{3002}io/",
            "https://ac\u{ad}me.io/",
        ];
        let confusable = ["https://p\u{430}ypal.com/", "https://xn--pypal-4ve.com/"];
        check(
            Rule::HostIdn,
            HOMEPAGE,
            &idn,
            &["https://a.io/\u{fc}", "https://a.io\u{200b}", "mailto:\u{fc}@b.io", confusable[0], confusable[1]],
        );
        check(Rule::HostConfusable, HOMEPAGE, &confusable, &[idn[0], idn[1], idn[2], idn[3], "https://paypal.com/"]);
    }

    #[test]
    fn placeholder() {
        let yes = [
            "https://example.com/",
            "https://idp.EXAMPLE.org./x",
            "https://acme.example/",
            "https://x.invalid/",
            "https://{t}.a.io/",
        ];
        check(
            Rule::UrlPlaceholder,
            TOKEN_URL,
            &yes[..4],
            &["https://myexample.com/", "https://example.io/", "https://a.io/example.com", "https://a.test/"],
        );
        check(Rule::UrlPlaceholder, REDIRECT, &yes, &["https://a.io/cb"]);
    }

    #[test]
    fn too_long() {
        let of = |length: usize| format!("https://a.io/{}", "x".repeat(length - 13));
        check(Rule::UrlTooLong, HOMEPAGE, &[&of(2001)], &[&of(2000)]);
    }
}
