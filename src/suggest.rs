//! The option that was probably meant.

/// The option nearest to `value`, if one is near: equal but for case and separators, or few typing errors away (one
/// for every five letters, at most three; a swap of neighbours counts as one).
pub(crate) fn nearest(value: &str, options: &[&'static str]) -> Option<&'static str> {
    // Longer than any option can be with that many errors: not worth the time.
    if value.len() > 64 {
        return None;
    }
    let typed = letters(value);
    let mut best: Option<(usize, &'static str)> = None;
    for &option in options {
        let wanted = letters(option);
        let distance = distance(&typed, &wanted);
        let near = distance <= (wanted.len() / 5).clamp(1, 3);
        if near && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, option));
        }
    }
    best.map(|(_, option)| option)
}

/// The letters that count: lower case, every separator alike.
fn letters(text: &str) -> Vec<char> {
    text.trim()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || !c.is_ascii() { c.to_ascii_lowercase() } else { '|' })
        .collect()
}

/// Insertions, deletions, replacements and swaps of neighbours that turn `from` into `to`.
fn distance(from: &[char], to: &[char]) -> usize {
    let width = to.len() + 1;
    let mut before: Vec<usize> = vec![usize::MAX; width];
    let mut above: Vec<usize> = (0..width).collect();
    for (i, &a) in from.iter().enumerate() {
        let mut row = Vec::with_capacity(width);
        row.push(i + 1);
        for (j, &b) in to.iter().enumerate() {
            let at = |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX - 1);
            let mut cost = (at(&above, j) + usize::from(a != b)).min(at(&above, j + 1) + 1).min(at(&row, j) + 1);
            let swapped = j > 0 && i > 0 && from.get(i - 1) == Some(&b) && to.get(j - 1) == Some(&a);
            if swapped {
                cost = cost.min(at(&before, j - 1) + 1);
            }
            row.push(cost);
        }
        before = core::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    const SCOPES: &[&str] = &["table|create", "table|read", "view|read", "user|email_read"];

    #[test]
    fn a_near_miss_is_found() {
        for typed in ["table|raed", "table:read", "Table|Read", "tabel|read", "table|rea", " table.read "] {
            assert_eq!(nearest(typed, SCOPES), Some("table|read"), "{typed}");
        }
        assert_eq!(nearest("user|emailread", SCOPES), Some("user|email_read"));
        assert_eq!(nearest("odic", &["feishu", "oidc"]), Some("oidc"));
    }

    #[test]
    fn what_is_far_suggests_nothing() {
        for typed in ["", "saml", "read", "xxxxxxxxxx", &"table|read".repeat(100)] {
            assert_eq!(nearest(typed, &["feishu", "table|create", "table|read"]), None, "{typed}");
        }
    }
}
