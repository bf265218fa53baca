//! What a host is: an address or a name, public or private, and the site that it belongs to.

use crate::strings::{any, behind, ends, from, has_any, is_all, is_one_of, parts, split_once, without};

/// The most bytes of a name in the DNS (RFC 1035, section 2.3.4).
pub(crate) const LONGEST: usize = 255;

/// What can be told from a host alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct HostKind {
    /// An IPv4 or IPv6 address, not a name.
    pub(crate) is_ip: bool,
    /// The machine that asks.
    pub(crate) is_loopback: bool,
    /// Reachable inside some network only; loopback included.
    pub(crate) is_private: bool,
}

/// Endings of names that the public DNS does not resolve.
const PRIVATE_ENDINGS: &str = "local,localdomain,internal,intranet,lan,corp,home,home.arpa,localhost";

/// Second labels below which countries register names: `acme.co.uk` is a site, `co.uk` is none.
const SECOND_LEVEL: &str = "co,com,net,org,gov,gob,edu,ac,or,ne,go,mil,nom,ltd,plc,nhs,sch";

/// Networks without public hosts (RFC 6890, and multicast): their first address, and how many bits of it count.
const PRIVATE_NETWORKS: &[(u32, u32)] = &[
    (0x0000_0000, 8),
    (0x0A00_0000, 8),
    (0x7F00_0000, 8),
    (0xE000_0000, 3),
    (0xAC10_0000, 12),
    (0xC0A8_0000, 16),
    (0xA9FE_0000, 16),
    (0x6440_0000, 10),
    (0xC612_0000, 15),
];

/// Classifies a host as a URL has it: lower case, an address in its normal form, an IPv6 one in brackets.
#[inline(never)]
pub(crate) fn kind(host: &str) -> HostKind {
    let host = host_name(host);
    if let Some(address) = behind(host, "[") {
        return v6(without(address, "]"));
    }
    // The URL parser takes a host for an address if its last label is a number.
    if is_all(host, &|byte| byte.is_ascii_digit() || byte == b'.') {
        let mut address = 0;
        for part in parts(host, b'.').iter().take(4) {
            address = address << 8 | number(part, 10);
        }
        return v4(address);
    }
    let is_private = !has_any(host, b".") || is_at_or_below_one_of(host, PRIVATE_ENDINGS);
    HostKind { is_ip: false, is_loopback: is_localhost(host), is_private }
}

/// Without the dot that may end a full name.
#[inline(never)]
pub(crate) fn host_name(host: &str) -> &str {
    without(host, ".")
}

/// Whether it is the name `localhost` or one below it.
pub(crate) fn is_localhost(host: &str) -> bool {
    is_at_or_below(host, "localhost")
}

/// Whether it is the domain, or a name below it.
#[inline(never)]
pub(crate) fn is_at_or_below(host: &str, domain: &str) -> bool {
    host_name(host).strip_suffix(domain).is_some_and(|rest| rest.is_empty() || ends(rest, "."))
}

/// Whether it is one of the domains, or a name below one.
#[inline(never)]
pub(crate) fn is_at_or_below_one_of(host: &str, domains: &str) -> bool {
    any(domains, &|domain| is_at_or_below(host, domain))
}

fn v4(address: u32) -> HostKind {
    let is_private = PRIVATE_NETWORKS.iter().any(|(network, bits)| (address ^ network) >> (32 - bits) == 0);
    HostKind { is_ip: true, is_loopback: address >> 24 == 127, is_private }
}

#[inline(never)]
fn v6(address: &str) -> HostKind {
    // Without a gap both sides fill all groups alike.
    let (left, right) = split_once(address, "::").unwrap_or((address, address));
    let mut groups = [0; 8];
    for (group, part) in groups.iter_mut().zip(parts(left, b':')) {
        *group = number(part, 16);
    }
    for (group, part) in groups.iter_mut().rev().zip(parts(right, b':').iter().rev()) {
        *group = number(part, 16);
    }
    let zeros = groups.iter().take_while(|group| **group == 0).count();
    let [first, .., mapped, high, low] = groups;
    // An IPv4 address in IPv6 clothes.
    if zeros == 5 && mapped == 0xffff {
        return v4(high << 16 | low);
    }
    let is_loopback = zeros == 7 && low == 1;
    let is_private = is_loopback || zeros == 8 || matches!(first, 0xfc00..=0xfdff | 0xfe80..=0xfebf | 0xff00..);
    HostKind { is_ip: true, is_loopback, is_private }
}

/// The number of a part that holds nothing else.
#[inline(never)]
fn number(text: &str, radix: u32) -> u32 {
    text.chars().fold(0, |value: u32, c| value.wrapping_mul(radix).wrapping_add(c.to_digit(radix).unwrap_or_default()))
}

/// Whether two hosts belong to one site: equal addresses, or names with the same last two labels, three where a country
/// registers below a second label; `go.io`, which looks like such a second label, may be a site itself.
#[inline(never)]
pub(crate) fn same_site(one: &str, other: &str) -> bool {
    let is_below = |host, above| !host_name(above).is_empty() && is_at_or_below(host, host_name(above));
    site(one) == site(other) || is_below(one, other) || is_below(other, one)
}

/// The part of a host that one owner has registered.
#[inline(never)]
pub(crate) fn site(host: &str) -> &str {
    let host = host_name(host);
    let labels = parts(host, b'.');
    let kept = match labels.as_slice() {
        _ if kind(host).is_ip => labels.len(),
        [.., second, top] if top.len() == 2 && is_one_of(second, SECOND_LEVEL) => 3,
        _ => 2,
    };
    let mut start = host.len() + 1;
    for label in labels.iter().rev().take(kept) {
        start -= label.len() + 1;
    }
    from(host, start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(host: &str) -> String {
        let HostKind { is_ip, is_loopback, is_private } = kind(host);
        let words = [(is_ip, "ip"), (is_loopback, "loopback"), (is_private, "private")];
        words.iter().filter(|(is, _)| *is).map(|(_, word)| *word).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn addresses() {
        for host in ["127.0.0.1", "127.255.255.255", "[::1]", "[::ffff:7f00:1]"] {
            assert_eq!(words(host), "ip loopback private", "{host}");
        }
        for host in [
            "0.0.0.0",
            "10.0.0.1",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "100.127.0.1",
            "198.18.0.1",
            "198.19.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "[::]",
            "[fc00::1]",
            "[fdff::1]",
            "[fe80::1]",
            "[febf::1]",
            "[ff02::1]",
            "[::ffff:a00:1]",
        ] {
            assert_eq!(words(host), "ip private", "{host}");
        }
        for host in [
            "8.8.8.8",
            "172.15.0.1",
            "172.32.0.1",
            "192.169.0.1",
            "100.63.0.1",
            "100.128.0.1",
            "198.17.0.1",
            "198.20.0.1",
            "223.255.255.255",
            "[2001:db8::1]",
            "[fec0::1]",
            "[fbff::1]",
            "[::ffff:808:808]",
            "[::2]",
        ] {
            assert_eq!(words(host), "ip", "{host}");
        }
    }

    #[test]
    fn names() {
        for host in ["localhost", "localhost.", "app.localhost", "a.b.localhost."] {
            assert_eq!(words(host), "loopback private", "{host}");
        }
        for host in ["intranet", "localhost2", "nas.local", "x.internal", "a.lan", "b.corp", "c.home", "r.home.arpa"] {
            assert_eq!(words(host), "private", "{host}");
        }
        for host in ["acme.io", "localhost.acme.io", "notlocalhost.io", "mylocal.io", "home.acme.io", "internal.io"] {
            assert_eq!(words(host), "", "{host}");
        }
    }

    #[test]
    fn sites() {
        for (one, other) in [
            ("app.acme.io", "acme.io"),
            ("a.b.acme.co.uk", "acme.co.uk"),
            ("x.acme.com.cn", "y.acme.com.cn"),
            ("acme.io.", "www.acme.io"),
            ("co.uk", "co.uk"),
            ("auth.go.io", "go.io"),
            ("ac.me.", "app.ac.me"),
            ("10.0.0.1", "10.0.0.1"),
        ] {
            assert!(same_site(one, other), "{one} {other}");
        }
        for (one, other) in [
            ("acme.io", "acme.com"),
            ("acme.co.uk", "other.co.uk"),
            ("acme.com.cn", "other.com.cn"),
            ("10.1.0.1", "10.2.0.1"),
            ("1.2.3.4", "9.9.3.4"),
            ("myacme.io", "acme.io"),
            ("intranet", "localhost"),
        ] {
            assert!(!same_site(one, other), "{one} {other}");
        }
    }
}
