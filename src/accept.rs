//! The fast path for text: one pass over the bytes along the description that says whether the body is surely valid.
//!
//! It allocates nothing and builds nothing. It knows less than the full validator (no escapes where a string is judged,
//! no duplicate keys, a union's tag first, URLs only in plain form) and says `None` wherever that is not enough, so it
//! can accept early but never refuse.

mod places;
mod scan;

#[cfg(any(target_arch = "wasm32", test))]
use crate::output::Words;
use crate::rules::url::is_plain;
use crate::rules::uuid::is_uuid;
use crate::shape::{Field, Format, Kind, Node, Union};
use places::Places;
use scan::{Scanner, Written, is_same};

/// Whether the text is surely JSON and surely valid.
pub(crate) fn is_surely_valid(node: &Node, bytes: &[u8]) -> bool {
    accepts(node, bytes, Places::NONE)
}

/// The same, and writes down where everything stands that a body is made of.
#[cfg(any(target_arch = "wasm32", test))]
pub(crate) fn find_places(node: &Node, bytes: &[u8], words: &mut Words<'_>) -> bool {
    accepts(node, bytes, Places::to(words))
}

fn accepts(node: &Node, bytes: &[u8], places: Places<'_, '_>) -> bool {
    let mut acceptor = Acceptor { scan: Scanner::of_text(bytes), next_option: 0, places };
    acceptor.value(node).is_some() && acceptor.scan.token().is_none()
}

/// The length of the first line, with its end, if it is surely JSON and surely valid. Such a line is read once: where it
/// ends is only known behind its value.
pub(crate) fn surely_valid_line(node: &Node, bytes: &[u8]) -> Option<usize> {
    let mut acceptor = Acceptor { scan: Scanner::of_line(bytes), next_option: 0, places: Places::NONE };
    acceptor.value(node)?;
    acceptor.scan.line_end()
}

struct Acceptor<'a, 'p, 'w> {
    scan: Scanner<'a>,
    /// Behind the option that was found last.
    next_option: usize,
    places: Places<'p, 'w>,
}

impl Acceptor<'_, '_, '_> {
    fn value(&mut self, node: &Node) -> Option<()> {
        let first = self.scan.token()?;
        if first == b'n' {
            return match node.kind {
                Kind::Any => self.any(),
                _ if node.nullable => {
                    self.places.put(0);
                    self.scan.word(b"null")
                }
                _ => None,
            };
        }
        if node.nullable && !matches!(node.kind, Kind::Any) {
            self.places.put(1);
        }
        match node.kind {
            Kind::Text { format, min_length, max_length } => self.text(format, min_length, max_length),
            Kind::Options(options) => {
                let value = self.scan.string()?;
                if value.has_escapes {
                    return None;
                }
                self.option(options.values, value.bytes)
            }
            Kind::Boolean => {
                let is_true = first == b't';
                self.places.put(is_true.into());
                self.scan.word(if is_true { b"true" } else { b"false" })
            }
            Kind::Integer { minimum } => {
                let value = self.scan.small_integer()?;
                self.places.put(value as u32);
                minimum.is_none_or(|least| value >= least).then_some(())
            }
            Kind::List { item, min_items, .. } => self.list(item, min_items.unwrap_or_default()),
            Kind::FreeForm if first == b'{' => self.any(),
            Kind::FreeForm => None,
            Kind::Any => self.any(),
            Kind::Object(object) => {
                self.scan.byte(b'{')?;
                self.fields(object.fields)
            }
            Kind::Union(union) => self.union(union),
            Kind::ObjectOrText(_) if first == b'"' => {
                self.places.put(0);
                // Not by `text`: it stands in this function once, and a second copy is long.
                self.value(&const { Node::text() })
            }
            Kind::ObjectOrText(object) => {
                self.places.put(1);
                self.scan.byte(b'{')?;
                self.fields(object.fields)
            }
        }
    }

    /// Whether the value is one of the options. Lists mostly have them in the document's order, so the search goes on where
    /// the last one ended.
    fn option(&mut self, options: &[&str], value: &[u8]) -> Option<()> {
        let (before, behind) = options.split_at_checked(self.next_option).unwrap_or((options, &[]));
        let is_value = |option: &&str| is_same(option.as_bytes(), value);
        let found = match behind.iter().position(is_value) {
            Some(position) => before.len() + position,
            None => before.iter().position(is_value)?,
        };
        self.next_option = found + 1;
        self.places.put(found as u32);
        Some(())
    }

    /// Bytes bound code points from above; a string with escapes is judged only where any string will do.
    #[inline(always)]
    fn text(&mut self, format: Option<Format>, min_length: Option<usize>, max_length: Option<usize>) -> Option<()> {
        let Written { bytes: value, start, has_escapes, is_ascii } = self.scan.string()?;
        self.places.text(start, value.len(), has_escapes, is_ascii);
        let least = min_length.unwrap_or_default();
        let long_enough = least == 0 || !has_escapes && (least == 1 && !value.is_empty() || value.len() >= 4 * least);
        let short_enough = max_length.is_none_or(|most| value.len() <= most);
        let formatted = match format {
            None => true,
            Some(Format::Uri) => !has_escapes && is_plain(value),
            Some(Format::Uuid) => !has_escapes && is_uuid(value),
        };
        (long_enough && short_enough && formatted).then_some(())
    }

    fn list(&mut self, item: &Node, min_items: usize) -> Option<()> {
        self.scan.byte(b'[')?;
        let place = self.places.hold();
        let mut count = 0;
        if self.scan.token()? != b']' {
            loop {
                self.value(item)?;
                count += 1;
                if !self.scan.comma(b']')? {
                    break;
                }
            }
        }
        self.scan.byte(b']')?;
        self.places.fill(place, count as u32);
        (count >= min_items).then_some(())
    }

    fn union(&mut self, union: &'static Union) -> Option<()> {
        self.scan.byte(b'{')?;
        self.scan.token()?;
        if !self.scan.is_key(union.tag) && self.scan.key()? != union.tag.as_bytes() {
            return None;
        }
        self.scan.token()?;
        let number = union.branches.iter().position(|branch| self.scan.is_string(branch.value))?;
        let branch = union.branches.get(number)?;
        self.places.put(number as u32);
        self.scan.comma(b'}')?.then_some(())?;
        // A second tag is a duplicate key, which is left to the full validator.
        self.members(branch.object.fields, Some(union.tag))
    }

    /// The fields of an object behind its brace.
    fn fields(&mut self, fields: &'static [Field]) -> Option<()> {
        if self.scan.token()? == b'}' {
            self.scan.byte(b'}')?;
            self.places.put(0);
            return all_required(fields, 0);
        }
        self.members(fields, None)
    }

    /// Pairs up to the closing brace.
    fn members(&mut self, fields: &'static [Field], tag: Option<&str>) -> Option<()> {
        let place = self.places.hold();
        let mut seen = 0_u32;
        let mut next = 0;
        loop {
            match self.field(fields, next, tag)? {
                Some((position, field)) => {
                    let bit = 1_u32.checked_shl(position as u32)?;
                    if seen & bit != 0 {
                        return None;
                    }
                    seen |= bit;
                    next = position + 1;
                    self.places.put(position as u32);
                    self.value(&field.node)?;
                }
                None => self.scan.skip_value()?,
            }
            if !self.scan.comma(b'}')? {
                break;
            }
        }
        self.scan.byte(b'}')?;
        self.places.fill(place, seen.count_ones());
        all_required(fields, seen)
    }
}

impl Acceptor<'_, '_, '_> {
    /// A value that is not looked into.
    fn any(&mut self) -> Option<()> {
        let (start, value) = self.scan.value()?;
        self.places.json(start, value);
        Some(())
    }

    /// The field that the next key names, or none that is known. Keys mostly come in the document's order, so the fields
    /// that are still to come are tried first, without reading the key.
    fn field(
        &mut self,
        fields: &'static [Field],
        next: usize,
        tag: Option<&str>,
    ) -> Option<Option<(usize, &'static Field)>> {
        self.scan.token()?;
        for (position, field) in fields.iter().enumerate().skip(next) {
            if self.scan.is_key(field.name) {
                return Some(Some((position, field)));
            }
        }
        let key = self.scan.key()?;
        if tag.is_some_and(|tag| tag.as_bytes() == key) {
            return None;
        }
        Some(fields.iter().enumerate().find(|(_, field)| field.name.as_bytes() == key))
    }
}

/// Whether none of the fields that were not seen is required.
fn all_required(fields: &[Field], seen: u32) -> Option<()> {
    let mut unseen = !seen;
    while unseen != 0 {
        match fields.get(unseen.trailing_zeros() as usize) {
            None => break,
            Some(field) if field.required => return None,
            Some(_) => unseen &= unseen - 1,
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::{Words, find_places, is_surely_valid};
    use crate::schemas::Schema;

    fn places(schema: &str, text: &str) -> Option<Vec<u32>> {
        let mut room = vec![7; 3];
        let mut words = Words::new(&mut room);
        let found = find_places(&Schema::named(schema).unwrap().node, text.as_bytes(), &mut words);
        let length = words.len();
        found.then(|| room[..length].to_vec())
    }

    #[test]
    fn white_space_is_no_reason_for_doubt() {
        let text =
            r#" { "type" : "feishu" , "x" : [ ] , "name" : "" , "config" : { "appSecret" : "s" , "appId" : "i" } } "#;
        for space in [" ", "\t", "\r\n", "  \n  "] {
            let text = text.replace(' ', space);
            let schema = Schema::named("teable.authentication.request").unwrap();
            assert!(is_surely_valid(&schema.node, text.as_bytes()), "{text:?}");
        }
    }

    #[test]
    fn places_are_told_in_the_order_of_the_text() {
        const FOREIGN: u32 = 1 << 30;
        const ESCAPED: u32 = 1 << 31;
        // Branch 0 with 2 fields: name, then config, which has 2.
        let text = r#"{"type":"feishu","name":"n\\é","config":{"appSecret":"s","x":[1],"appId":"i"}}"#;
        let expected = vec![0, 2, 2, 25, 30 | ESCAPED | FOREIGN, 0, 2, 1, 55, 56, 0, 75, 76];
        assert_eq!(places("teable.authentication.request", text), Some(expected));
        let text = r#"{"name":"","homepage":"a:b","redirectUris":[],"scopes":["table|read"]}"#;
        assert_eq!(places("teable.oauth-client.request", text), None);
        // 4 fields: a name, a homepage, a list of one, then scopes by their position.
        let text =
            r#"{"name":"","homepage":"http://a","redirectUris":["http://b"],"scopes":["table|read","table|create"]}"#;
        let expected = vec![4, 0, 9, 9, 2, 23, 31, 5, 1, 50, 58, 4, 2, 4, 0];
        assert_eq!(places("teable.oauth-client.request", text), Some(expected));
    }
}
