//! The homepage and the logo of an OAuth application: the consent page links to the one and shows the other.

use crate::strings::{behind_last, is_all, is_made_of, is_one_of};
use crate::{Out, Rule, urls};

/// The picture formats that browsers show everywhere.
const PICTURES: &str = "png,jpg,jpeg,jfif,gif,webp,avif,bmp,ico";

/// All advice on the homepage.
#[inline(never)]
pub(crate) fn homepage(out: &mut Out<'_>) {
    let at = out.member("homepage");
    let Some(url) = urls::check(at, out) else { return };
    let kind = url.kind;
    if !url.is_web {
        out.add(at, Rule::HomepageNotWeb).name(url.parts.scheme);
    }
    out.add_if(url.parts.scheme == "http" && !kind.is_loopback, at, Rule::HomepageHttp);
    if kind.is_private {
        out.add(at, Rule::HomepagePrivate).host(url.host);
    }
}

/// All advice on the logo.
#[inline(never)]
pub(crate) fn logo(out: &mut Out<'_>) {
    let at = out.member("logo");
    // An empty text is no logo. A blank one is kept, and is no URL.
    if out.text_or_empty(at).is_empty() {
        return;
    }
    let Some(url) = urls::check(at, out) else {
        out.add(at, Rule::LogoNotUrl);
        return;
    };
    let rule = match url.parts.scheme {
        "https" => None,
        "http" => Some(Rule::LogoHttp),
        "data" => Some(Rule::LogoDataUri),
        _ => Some(Rule::LogoNotWeb),
    };
    if let Some(rule) = rule {
        out.add(at, rule).name(url.parts.scheme);
    }
    let segment = url.last_segment(out.texts);
    let found = if url.is_web { extension(segment) } else { "" };
    if is_one_of(found, "svg,svgz") {
        out.add(at, Rule::LogoSvg);
    } else if !found.is_empty() && !is_one_of(found, PICTURES) {
        out.add(at, Rule::LogoType).name(found);
    }
}

/// A file's extension, or nothing. `v1.2` has none, nor has a name whose last part is a word.
#[inline(never)]
fn extension(segment: &str) -> &str {
    let extension = behind_last(segment, b'.');
    let is_one = extension.len() < segment.len()
        && (2..=5).contains(&extension.len())
        && is_made_of(extension, b"")
        && !is_all(extension, &|byte| byte.is_ascii_digit());
    if is_one { extension } else { "" }
}

#[cfg(test)]
mod tests {
    use super::Rule;
    use crate::testing::{HOMEPAGE, LOGO, check, fires};

    #[test]
    fn homepage() {
        let local = ["http://localhost:3000", "http://127.0.0.1/", "https://app.localhost/"];
        check(
            Rule::HomepageNotWeb,
            HOMEPAGE,
            &["mailto:a@b.io", "javascript:x", "a:b", "ftp://a.io/"],
            &["HTTPS://a.io", local[0]],
        );
        check(
            Rule::HomepageHttp,
            HOMEPAGE,
            &["http://a.io", "HTTP://a.io", "http://10.0.0.1/"],
            &["https://a.io", local[0], local[1], "ftp://a.io"],
        );
        check(
            Rule::HomepagePrivate,
            HOMEPAGE,
            &[local[0], local[1], local[2], "https://10.0.0.1/", "https://wiki/"],
            &["https://a.io", "https://8.8.8.8/", "ftp://localhost/"],
        );
    }

    #[test]
    fn logo() {
        check(
            Rule::LogoNotUrl,
            LOGO,
            &["oauth/logo/abc", "//a.io/x.png", "/x.png", "string", " ", "\u{3000}"],
            &["https://a.io/x.png", "", "data:,x"],
        );
        check(
            Rule::LogoDataUri,
            LOGO,
            &["data:image/png;base64,AA", "DATA:,x"],
            &["https://a.io/x.png", "javascript:x"],
        );
        check(
            Rule::LogoNotWeb,
            LOGO,
            &["javascript:x", "ftp://a.io/x.png", "blob:https://a.io/1"],
            &["data:,x", "http://a.io/x.png"],
        );
        check(Rule::LogoHttp, LOGO, &["http://a.io/x.png"], &["https://a.io/x.png", "data:,x"]);
        check(
            Rule::LogoSvg,
            LOGO,
            &["https://a.io/x.svg", "https://a.io/x.SVG?v=1", "http://a.io/x.svgz#y"],
            &["https://a.io/x.png?y=.svg", "https://a.io/svg"],
        );
        let no = [
            "https://a.io/x.png",
            "https://a.io/x.JPEG",
            "https://a.io/x",
            "https://a.io/v1.2",
            "https://a.io/x.svg",
            "https://a.pdf/x",
            "https://a.io/",
            "https://a.io/u/acme.organization",
        ];
        check(Rule::LogoType, LOGO, &["https://a.io/x.pdf", "https://a.io/x.Html?y=x.png", "https://a.io/x.mp4"], &no);
        assert_eq!(fires(LOGO, &"".into()), []);
    }
}
