//! One redirect URI by itself. Servers compare the whole string, so what a browser would forgive fails here.

use crate::address::Address;
use crate::characters::{is_white, trimmed_by};
use crate::strings::{
    before, behind, cut, from, has, has_any, is_all, is_made_of, is_one_of, parts, split_once, starts, without,
};
use crate::texts::Texts;
use crate::{Out, Place, Rule, hosts, percent};

/// Schemes that run or embed what stands behind them.
const DANGEROUS: &str = "javascript,vbscript,data,blob,file,about";

/// What an authorization server adds to the URI by itself.
const RESERVED: &str = "code,state,error,error_description,error_uri,iss,response,access_token,id_token,token_type,\
    session_state";

/// Parameters by which pages forward, without their `_` and `-`.
const FORWARDING: &str = "next,nexturl,nextpage,url,uri,continue,continueurl,target,targeturl,targeturi,dest,desturl,\
    destination,destinationurl,goto,gotourl,go,forward,forwardto,forwardurl,to,out,location,callback,callbackurl,callbackuri,\
    successurl,failureurl,cancelurl,checkouturl,backurl,back,rurl,r,u,link,relay,relaystate,service";

/// Whether a scheme runs or embeds what stands behind it.
pub(crate) fn is_dangerous(scheme: &str) -> bool {
    is_one_of(scheme, DANGEROUS)
}

/// All advice on one redirect URI.
#[inline(never)]
pub(crate) fn check(at: Place, url: &Address<'_>, out: &mut Out<'_>) {
    let scheme = url.parts.scheme;
    let is_dangerous = is_dangerous(scheme);
    if is_dangerous {
        out.add(at, Rule::RedirectDangerousScheme).name(scheme);
    } else if url.is_web {
        web(at, url, out);
    } else {
        custom_scheme(at, url, out);
    }
    if has_any(url.raw, b"#") {
        // An empty part says nothing; another may be a route that the application needs.
        let fix = without(url.clean, "#");
        let fix = (!has_any(fix, b"#") && !is_dangerous).then_some(fix);
        out.add(at, Rule::RedirectFragment).fix(fix);
    }
    out.add_if(has_any(percent::decoded(url.base(), out.texts), b"*"), at, Rule::RedirectWildcard);
    out.add_if(has_dot_segment(url.raw_path(), out.texts), at, Rule::RedirectDotSegments);
    query(at, url, out);
}

#[inline(never)]
fn custom_scheme(at: Place, url: &Address<'_>, out: &mut Out<'_>) {
    let scheme = url.parts.scheme;
    if is_host_and_port(url.clean, scheme) {
        let start = if hosts::is_localhost(scheme) { "http://" } else { "https://" };
        let fix = out.texts.joined(start, url.clean);
        let fix = out.href(fix).map(|_| fix);
        out.add(at, Rule::RedirectMissingScheme).name(scheme).fix(fix);
        return;
    }
    let has_dot = has_any(scheme, b".");
    out.add(at, if has_dot { Rule::RedirectCustomScheme } else { Rule::RedirectCustomSchemeNoDot }).name(scheme);
}

/// `localhost:3000/cb`: what was meant as a host is read as a scheme.
#[inline(never)]
fn is_host_and_port(clean: &str, scheme: &str) -> bool {
    let rest = from(clean, scheme.len() + 1);
    let port = before(rest, b"/?#");
    let is_port = (1..=5).contains(&port.len()) && is_all(port, &|byte| byte.is_ascii_digit());
    is_port || (hosts::is_localhost(scheme) && !starts(rest, "//"))
}

#[inline(never)]
fn web(at: Place, url: &Address<'_>, out: &mut Out<'_>) {
    let kind = url.kind;
    out.add_if(url.parts.scheme == "http" && !kind.is_loopback, at, Rule::RedirectHttp);
    out.add_if(kind.is_loopback, at, Rule::RedirectLoopback);
    out.add_if(hosts::is_localhost(url.host), at, Rule::RedirectLocalhost);
    if !kind.is_loopback && (kind.is_ip || kind.is_private) {
        out.add(at, if kind.is_ip { Rule::RedirectIpHost } else { Rule::RedirectPrivateHost }).host(url.host);
    }
    let is_bare = url.raw_path().is_empty();
    out.add_if(is_bare, at, Rule::RedirectBareOrigin);
    // Chromium escapes a * in a host, which is no difference to speak of.
    let host = url.raw_host();
    if host.is_ascii() && !has_any(host, b"*") && !is_normal(url, is_bare) {
        // Several addresses in one, or a scheme twice, are not mended by escapes.
        let is_one = !has(url.raw_path(), "://") && !starts(url.raw_path(), "//");
        out.add(at, Rule::RedirectNotNormalized).fix(is_one.then_some(url.parts.href));
    }
}

/// Whether the parser writes it down as it is written; the slash that it adds to a bare origin has a rule of its own, and
/// so has the white space that it drops.
#[inline(never)]
fn is_normal(url: &Address<'_>, is_bare: bool) -> bool {
    let tail = url.tail;
    let origin = cut(url.clean, 0, url.clean.len() - tail.len());
    let slash = if is_bare { "/" } else { "" };
    let rest = behind(url.parts.href, origin).and_then(|rest| behind(rest, slash));
    rest == Some(tail)
}

/// Whether a segment climbs: also encoded, however often, and with a path parameter, which some servers cut off.
#[inline(never)]
pub(crate) fn has_dot_segment(path: &str, texts: &Texts) -> bool {
    let path = texts.replaced(percent::fully_decoded(path, texts), b"\\", "/");
    parts(path, b'/').iter().any(|segment| is_one_of(before(segment, b";"), ".,.."))
}

#[inline(never)]
fn query(at: Place, url: &Address<'_>, out: &mut Out<'_>) {
    let texts = out.texts;
    let mut reserved = Vec::new();
    let mut forwarding = None;
    for (name, parameter) in percent::parameters(url.raw_query(), texts) {
        let plain = texts.replaced(name, b"_-", "");
        // `login_redirect`, `post_logout_redirect_uri`, `redir`, `returnTo`
        let forwards = is_one_of(plain, FORWARDING) || has(plain, "redir") || starts(plain, "return");
        if forwards && is_address(percent::value(parameter, texts), texts) {
            forwarding.get_or_insert(name);
        } else if is_one_of(name, RESERVED) && !reserved.contains(&name) {
            reserved.push(name);
        }
    }
    if !reserved.is_empty() {
        out.add(at, Rule::RedirectReservedQuery).names(&reserved);
    }
    if let Some(name) = forwarding {
        out.add(at, Rule::RedirectOpenRedirect).name(name);
    }
}

/// A full address, also one that browsers only read as such, or one that leaves the host: backslashes are slashes here
/// too. Of schemes without `//` only those count that a browser follows; others are names with a colon.
#[inline(never)]
fn is_address(value: &str, texts: &Texts) -> bool {
    let value = texts.replaced(trimmed_by(value, is_white), b"\\", "/");
    let scheme = split_once(value, ":").map_or("", |(scheme, _)| scheme);
    let is_followed = is_one_of(texts.lower(scheme), "http,https") || is_dangerous(texts.lower(scheme));
    starts(value, "//")
        || is_followed
        || (!scheme.is_empty() && is_made_of(scheme, b"+-.") && starts(from(value, scheme.len()), "://"))
}

#[cfg(test)]
mod tests {
    use super::{Rule, has_dot_segment};
    use crate::testing::{REDIRECT, check, check_words};
    use crate::texts::Texts;

    #[test]
    fn schemes() {
        let dangerous = [
            "javascript:alert(1)",
            "JavaScript://a/%0aalert(1)",
            "java\tscript:x",
            "vbscript:x",
            "data:,x",
            "blob:https://a.io/1",
            "file:///x",
            "about:blank",
        ];
        let missing = [
            "localhost:3000/cb",
            "localhost:80",
            "app.acme.io:8443/cb",
            "intranet:8080?x",
            "LOCALHOST:3000",
            "localhost:/cb",
        ];
        let dotted = ["com.acme.app:/cb", "com.acme.app://oauth/cb", "com.acme.app:cb", "COM.acme.app:/cb"];
        let plain = [
            "acme:/cb",
            "acme://cb",
            "custom2:*",
            "urn:ietf:wg:oauth:2.0:oob",
            "mailto:a@b.io",
            "ftp://a.io/",
            "tel:5551234567",
        ];
        let web = ["https://a.io/cb", "http://localhost:3000/"];
        let all = [dangerous.as_slice(), &missing, &dotted, &plain, &web];
        let rules = [
            Rule::RedirectDangerousScheme,
            Rule::RedirectMissingScheme,
            Rule::RedirectCustomScheme,
            Rule::RedirectCustomSchemeNoDot,
        ];
        for (at, rule) in rules.into_iter().enumerate() {
            for (other, values) in all.iter().enumerate() {
                if at == other { check(rule, REDIRECT, values, &[]) } else { check(rule, REDIRECT, &[], values) }
            }
        }
    }

    #[test]
    fn fragment() {
        check(
            Rule::RedirectFragment,
            REDIRECT,
            &["https://a.io/cb#", "https://a.io/#/cb", "com.acme:/cb#x", "javascript:x#"],
            &["https://a.io/cb", "https://a.io/%23"],
        );
    }

    #[test]
    fn wildcard() {
        let yes =
            ["https://*.a.io/", "https://a.io/*", "https://a.io/%2a", "https://a.io/%2A/x", "custom2:*", "data:,*"];
        check(Rule::RedirectWildcard, REDIRECT, &yes, &["https://a.io/?x=*", "https://a.io/#*", "https://a.io/?x=%2A"]);
    }

    #[test]
    fn http_and_hosts() {
        let machine = [
            "http://localhost/",
            "https://app.localhost:3/",
            "http://LOCALHOST./",
            "http://127.9.9.9/",
            "http://[::1]/",
            "http://[::ffff:127.0.0.1]/",
            "http://2130706433/",
        ];
        let private = ["https://intranet/", "https://nas.local/", "https://a.corp./", "https://x.home.arpa/"];
        let public = ["https://a.io/", "https://localhost.a.io/", "com.acme://localhost/"];
        let ips = ["https://8.8.8.8/", "https://10.0.0.1/", "https://[2001:db8::1]/", "https://0.0.0.0/"];
        check(Rule::RedirectLoopback, REDIRECT, &machine, &[private.as_slice(), &public, &ips].concat());
        check(Rule::RedirectLocalhost, REDIRECT, &machine[..3], &[&machine[3..], &private, &public].concat());
        check(Rule::RedirectIpHost, REDIRECT, &ips, &[machine.as_slice(), &private, &public].concat());
        check(Rule::RedirectPrivateHost, REDIRECT, &private, &[machine.as_slice(), &public, &ips].concat());
        let endings = "local,localdomain,internal,intranet,lan,corp,home,home.arpa";
        check_words(Rule::RedirectPrivateHost, REDIRECT, "https://a.{}/cb", endings);
        check(
            Rule::RedirectHttp,
            REDIRECT,
            &["http://a.io/", "HTTP://localhost2/", "http://10.0.0.1/"],
            &[machine.as_slice(), &public].concat(),
        );
    }

    #[test]
    fn dot_segments() {
        let yes = [
            "/a/../b",
            "/./b",
            "/a/..",
            "/%2e%2E/",
            "/a%2f..%2Fb",
            "/..;/x",
            "/a/..;v=1/b",
            "/%252e%252e/",
            "\\..\\",
            "/.%2e",
        ];
        for path in yes {
            assert!(has_dot_segment(path, &Texts::default()), "{path}");
        }
        for path in ["/v1.2/cb", "/a..b", "/...", "/.well-known/x", "/", "", "/a;.."] {
            assert!(!has_dot_segment(path, &Texts::default()), "{path}");
        }
        check(
            Rule::RedirectDotSegments,
            REDIRECT,
            &["https://a.io/../x", "com.acme:/a/../b"],
            &["https://a.io/?../x", "https://a.io/#/../"],
        );
    }

    #[test]
    fn reserved_query() {
        let yes = ["https://a.io/?code=1", "https://a.io/?x=1&STATE", "https://a.io/?%63ode=", "com.acme:/cb?iss=x"];
        check(
            Rule::RedirectReservedQuery,
            REDIRECT,
            &yes,
            &["https://a.io/?statement=x", "https://a.io/code", "https://a.io/?x=code", "https://a.io/#code=1"],
        );
        let answers =
            "code,state,error,error_description,error_uri,iss,response,access_token,id_token,token_type,session_state";
        check_words(Rule::RedirectReservedQuery, REDIRECT, "https://a.io/?{}=1", answers);
    }

    #[test]
    fn open_redirect() {
        let yes = [
            "https://a.io/?next=https://b.io",
            "https://a.io/?return_to=//b.io",
            "https://a.io/?URL=https%3A%2F%2Fb.io",
            "https://a.io/?returnUrl=/\\b.io",
            "https://a.io/?post_logout_redirect_uri=https://b.io",
            "https://a.io/?redir=https://b.io",
            "https://a.io/?login_redirect=//b.io",
            "https://a.io/?return-path=https://b.io",
            "https://a.io/?relay=https://b.io",
            "https://a.io/?RelayState=https://b.io",
            "https://a.io/?service=https://b.io",
            "https://a.io/?cancel_url=https://b.io",
            "https://a.io/?checkout_url=https://b.io",
            "https://a.io/?destination_url=https://b.io",
            "https://a.io/?forward_to=https://b.io",
            "https://a.io/?location=https://b.io",
            "https://a.io/?next=https:/b.io",
            "https://a.io/?next=HTTPS:b.io",
            "https://a.io/?next=javascript:alert(1)",
            "https://a.io/?next=data%3Atext/html,x",
            "https://a.io/?next=com.acme.app://x",
        ];
        check(
            Rule::RedirectOpenRedirect,
            REDIRECT,
            &yes,
            &[
                "https://a.io/?next=/x",
                "https://a.io/?next=home",
                "https://a.io/?next=home:1",
                "https://a.io/?next=:",
                "https://a.io/?service=billing",
                "https://a.io/?location=berlin",
                "https://a.io/?RelayState=a1b2",
                "https://a.io/?next=/javascript:x",
                "https://a.io/?ref=https://b.io",
                "https://a.io/?image_url=https://b.io",
                "https://a.io/?redirect=1",
                "https://a.io/?next=/x?y=https://b.io",
            ],
        );
        let names = "next_url,next-page,url,uri,continue,continueUrl,target,target_url,targetUri,dest,dest_url,goto,goto_url,go,\
            forward,forwardUrl,to,out,callback,callback_url,callbackUri,success_url,failure_url,back_url,back,rurl,r,u,link";
        check_words(Rule::RedirectOpenRedirect, REDIRECT, "https://a.io/?{}=https://b.io", names);
    }

    #[test]
    fn bare_origin() {
        check(
            Rule::RedirectBareOrigin,
            REDIRECT,
            &["https://a.io", "http://a.io:81", "https://a.io?x"],
            &["https://a.io/", "https://a.io/x", "com.acme:"],
        );
    }

    #[test]
    fn not_normalized() {
        let yes = [
            "https://A.io/",
            "https://a.io:443/",
            "HTTPS://a.io/",
            "https://a.io/a/../b",
            "https://a.io/a b",
            "https:a.io/",
            "https://A.io",
            "http://0x7f.1/",
        ];
        let no = [
            "https://a.io/",
            "https://a.io",
            "https://a.io?x=1",
            " https://a.io/",
            "https://a.io/x\n",
            "https://b\u{fc}cher.de/",
            "COM.acme:/x",
            "https://a.io:8443/%7e#",
        ];
        check(Rule::RedirectNotNormalized, REDIRECT, &yes, &no);
    }
}
