//! International host names: what a label in punycode says, and whether its letters pose as others.
//!
//! By UTS 39 and Chromium's policy, in few bytes: letters are only told apart where confusion is known, so that Latin
//! with Chinese, Japanese or Korean needs no table.

use crate::strings::{behind, behind_last, cut, is_one_of, parts, starts};

/// What an international host looks like to a person.
pub(crate) struct International {
    /// The host with its labels decoded.
    pub(crate) name: String,
    /// Whether letters pose as others.
    pub(crate) is_confusable: bool,
}

/// Decodes a host as a URL has it; nothing for one without a label in punycode.
#[inline(never)]
pub(crate) fn international(host: &str) -> Option<International> {
    let labels = parts(host, b'.');
    if !labels.iter().any(|label| starts(label, "xn--")) {
        return None;
    }
    // Under .ru or .рф a word of Cyrillic letters is what it seems.
    let top = labels.last().copied().unwrap_or_default();
    let top_is_cyrillic = starts(top, "xn--") || is_one_of(top, "ru,su,bg,by,kz,ua,uz");
    let mut name = String::new();
    let mut is_confusable = false;
    for label in labels {
        let decoded = behind(label, "xn--").and_then(punycode).unwrap_or_else(|| label.to_owned());
        is_confusable |= is_mixed(&decoded) || (!top_is_cyrillic && is_imitation(&decoded));
        if !name.is_empty() {
            name.push('.');
        }
        name.push_str(&decoded);
    }
    Some(International { name, is_confusable })
}

/// Whether letters of two alphabets that resemble each other stand in one label.
fn is_mixed(label: &str) -> bool {
    let mut scripts = label.chars().filter_map(script);
    let first = scripts.next();
    scripts.any(|script| Some(script) != first)
}

/// Whether every letter is Cyrillic and passes for a Latin one.
fn is_imitation(label: &str) -> bool {
    const LOOK_ALIKES: &str = "асԁеһіјӏорԛѕԝхуъьҽпгѵѡ";
    let mut has_letter = false;
    for c in label.chars().filter(|c| !c.is_ascii_digit() && *c != '-') {
        has_letter = true;
        if !LOOK_ALIKES.chars().any(|other| other == c) {
            return false;
        }
    }
    has_letter
}

/// The alphabets that are confused with each other.
fn script(c: char) -> Option<u8> {
    Some(match c {
        'a'..='z'
        | 'A'..='Z'
        | '\u{C0}'..='\u{D6}'
        | '\u{D8}'..='\u{F6}'
        | '\u{F8}'..='\u{2AF}'
        | '\u{1E00}'..='\u{1EFF}' => 0,
        '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => 1,
        '\u{400}'..='\u{52F}' | '\u{1C80}'..='\u{1C8F}' | '\u{2DE0}'..='\u{2DFF}' | '\u{A640}'..='\u{A69F}' => 2,
        '\u{530}'..='\u{58F}' => 3,
        '\u{13A0}'..='\u{13FF}' | '\u{AB70}'..='\u{ABBF}' => 4,
        _ => return None,
    })
}

/// Decodes a label behind its `xn--` (RFC 3492); nothing where it is not punycode.
#[inline(never)]
fn punycode(label: &str) -> Option<String> {
    const BASE: u32 = 36;
    let digits = behind_last(label, b'-');
    let mut out: Vec<char> = Vec::new();
    for c in cut(label, 0, (label.len() - digits.len()).saturating_sub(1)).chars() {
        out.push(c);
    }
    let (mut n, mut i, mut bias) = (128_u32, 0_u32, 72_u32);
    let mut digits = digits.chars();
    while !digits.as_str().is_empty() {
        let start = i;
        let mut weight = 1_u32;
        let mut k = BASE;
        loop {
            // a to z, then 0 to 9; to_digit has them the other way round.
            let digit = (digits.next().filter(|c| !c.is_ascii_uppercase())?.to_digit(BASE)? + 26) % BASE;
            i = digit.checked_mul(weight).and_then(|step| i.checked_add(step))?;
            let threshold = k.saturating_sub(bias).clamp(1, 26);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(BASE - threshold)?;
            k += BASE;
        }
        let length = out.len() as u32 + 1;
        bias = adapt(i - start, length, start == 0);
        n = n.checked_add(i / length)?;
        i %= length;
        out.insert(i as usize, char::from_u32(n)?);
        i += 1;
    }
    let mut text = String::new();
    for c in out {
        text.push(c);
    }
    Some(text)
}

fn adapt(delta: u32, length: u32, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / length;
    let mut k = 0;
    while delta > 455 {
        delta /= 35;
        k += 36;
    }
    k + 36 * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use super::international;

    /// The host as the URL parser has it, then what we make of it.
    #[track_caller]
    fn check(typed: &str, is_confusable: bool) {
        let url = url::Url::parse(&format!("https://{typed}/")).unwrap();
        let found = international(url.host_str().unwrap()).unwrap();
        assert_eq!(found.name, typed.to_lowercase());
        assert_eq!(found.is_confusable, is_confusable, "{typed}");
    }

    #[test]
    fn honest_names() {
        for typed in [
            "bücher.acme.io",
            "例え.jp",
            "www.hello中国.com",
            "한국-abc.kr",
            "президент.рф",
            "москва.com",
            "ελληνικά.gr",
            "сор.рф",
            "сор.ru",
            "thé日本.io",
            "cafés.fr",
        ] {
            check(typed, false);
        }
    }

    #[test]
    fn look_alikes() {
        for typed in
            ["pаypal.com", "аррӏе.com", "gοogle.com", "аcme.io", "login.аcme.io", "ա-a.com", "ѕсоре.com", "Ꮃeb.com"]
        {
            let url = url::Url::parse(&format!("https://{typed}/")).unwrap();
            assert!(international(url.host_str().unwrap()).unwrap().is_confusable, "{typed}");
        }
    }

    #[test]
    fn hosts_without_punycode_are_not_international() {
        for host in ["acme.io", "[::1]", "127.0.0.1", "my-xn--label.io"] {
            assert!(international(host).is_none(), "{host}");
        }
    }

    #[test]
    fn broken_punycode_is_shown_as_it_is() {
        for host in ["xn--\u{0}", "xn--99999999", "xn--a-ecp.ru"] {
            assert!(international(host).is_some(), "{host}");
        }
    }
}
