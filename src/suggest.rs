//! The option that was probably meant.

/// The longest text that is looked at; no option comes near it.
const LONGEST: usize = 40;

/// The option nearest to `value`, if one is near: equal but for case and separators, or few typing errors away (one
/// for every five letters, at most three; a swap of neighbours counts as one).
pub(crate) fn nearest(value: &str, options: &mut dyn Iterator<Item = &'static str>) -> Option<&'static str> {
    let typed = Letters::of(value.trim())?;
    let mut best: Option<(usize, &'static str)> = None;
    for option in options {
        let most = (option.len() / 5).clamp(1, 3);
        // Every letter too many or too few is an error by itself.
        if typed.length.abs_diff(option.len()) > most {
            continue;
        }
        let Some(wanted) = Letters::of(option) else { continue };
        let Some(distance) = distance(typed.as_slice(), wanted.as_slice(), most) else { continue };
        if best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, option));
        }
    }
    best.map(|(_, option)| option)
}

/// The letters that count, without an allocation: lower case, every separator alike. Options are ASCII, so a letter
/// beyond it is simply a wrong one, however many bytes it has.
struct Letters {
    bytes: [u8; LONGEST],
    length: usize,
}

impl Letters {
    fn of(text: &str) -> Option<Self> {
        let mut letters = Self { bytes: [0; LONGEST], length: 0 };
        for letter in text.chars() {
            *letters.bytes.get_mut(letters.length)? = match letter {
                'a'..='z' | 'A'..='Z' | '0'..='9' => letter.to_ascii_lowercase() as u8,
                letter if letter.is_ascii() => b'|',
                _ => 0,
            };
            letters.length += 1;
        }
        Some(letters)
    }

    fn as_slice(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }
}

/// Insertions, deletions, replacements and swaps of neighbours that turn `from` into `to`, if `most` will do.
fn distance(from: &[u8], to: &[u8], most: usize) -> Option<usize> {
    let mut before = [0; LONGEST + 1];
    let mut above: [usize; LONGEST + 1] = core::array::from_fn(|at| at);
    let mut row = above;
    let at = |row: &[usize; LONGEST + 1], index: usize| row.get(index).copied().unwrap_or(LONGEST);
    for (i, &a) in from.iter().enumerate() {
        let mut left = i + 1;
        let mut least = left;
        row[0] = left;
        for (j, &b) in to.iter().enumerate() {
            let mut cost = (at(&above, j) + usize::from(a != b)).min(at(&above, j + 1) + 1).min(left + 1);
            let is_swap = i > 0 && j > 0 && from.get(i - 1) == Some(&b) && to.get(j - 1) == Some(&a);
            if is_swap {
                cost = cost.min(at(&before, j - 1) + 1);
            }
            if let Some(cell) = row.get_mut(j + 1) {
                *cell = cost;
            }
            left = cost;
            least = least.min(cost);
        }
        // A swap reaches over one row, so one row too dear settles it only together with the one above.
        if least > most && above.iter().take(to.len() + 1).all(|&cost| cost >= most) {
            return None;
        }
        before = above;
        above = row;
    }
    Some(at(&above, to.len())).filter(|&distance| distance <= most)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    const SCOPES: &[&str] = &["table|create", "table|read", "view|read", "user|email_read"];

    fn among(typed: &str, options: &[&'static str]) -> Option<&'static str> {
        nearest(typed, &mut options.iter().copied())
    }

    #[test]
    fn a_near_miss_is_found() {
        for typed in ["table|raed", "table:read", "Table|Read", "tabel|read", "table|rea", " table.read "] {
            assert_eq!(among(typed, SCOPES), Some("table|read"), "{typed}");
        }
        assert_eq!(among("user|emailread", SCOPES), Some("user|email_read"));
        assert_eq!(among("odic", &["feishu", "oidc"]), Some("oidc"));
    }

    #[test]
    fn what_is_far_suggests_nothing() {
        for typed in ["", "saml", "read", "xxxxxxxxxx", "t\u{e4}bl\u{e9}|r\u{e9}\u{e4}d", &"table|read".repeat(100)] {
            assert_eq!(among(typed, &["feishu", "table|create", "table|read"]), None, "{typed}");
        }
    }
}
