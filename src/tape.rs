//! The borrowed tree that every reader produces and the walk consumes: nodes in document order, each knowing
//! where its subtree ends, so that depth costs no stack and skipping costs nothing.

use crate::issue::Received;

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tag {
    /// `undefined`, a missing property, or a hole of an array.
    Absent,
    Null,
    False,
    True,
    /// A number: `a` and `b` are the low and high half of its bits.
    Number,
    /// A number as it is written: source bytes `a..b`.
    NumberText,
    /// A string: source bytes `a..b`.
    Text,
    /// A string that held escapes: bytes `a..b` of the tape's own buffer.
    Unescaped,
    /// A value that the reader knows to be right where it stands, and kept.
    Sound,
    /// A string of `a` code points, or one where no string belongs: nothing else of it matters.
    Counted,
    /// The tag of a union, which names its branch number `a`.
    Chosen,
    /// A list; `a` is its number of elements, which follow.
    List,
    /// An object read from text, or a free-form one that was walked: `a` pairs follow, each a string node and a value.
    Object,
    /// An object read along the definition: `a` values follow, by position.
    Record,
    /// An object that was not walked.
    OpaqueObject,
    /// An array that was not walked.
    OpaqueArray,
    BigInt,
    Symbol,
    Function,
    Unreadable,
}

/// One value.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Node {
    pub(crate) tag: Tag,
    /// Byte offset in the source text, 0 for values that come from no text.
    pub(crate) offset: u32,
    pub(crate) a: u32,
    pub(crate) b: u32,
    /// The index behind the last node of this subtree.
    pub(crate) end: u32,
}

/// A whole value, as nodes over the text that its strings are borrowed from.
#[derive(Default)]
pub(crate) struct Tape<'a> {
    pub(crate) nodes: Vec<Node>,
    pub(crate) source: &'a str,
    pub(crate) unescaped: String,
    /// Whether the nodes' offsets mean something: they do if the value was read from text.
    pub(crate) has_offsets: bool,
}

const ABSENT: Node = Node { tag: Tag::Absent, offset: 0, a: 0, b: 0, end: 0 };

impl Tape<'_> {
    /// The node at `index`; an index that does not exist is absent.
    pub(crate) fn node(&self, index: u32) -> Node {
        self.nodes.get(index as usize).copied().unwrap_or(ABSENT)
    }

    /// The text of a string node, else nothing.
    pub(crate) fn text(&self, node: Node) -> Option<&str> {
        let bytes = node.a as usize..node.b as usize;
        match node.tag {
            Tag::Text => self.source.get(bytes),
            Tag::Unescaped => self.unescaped.get(bytes),
            _ => None,
        }
    }

    /// All strings, whatever they stand for.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn texts(&self) -> Vec<&str> {
        self.nodes.iter().filter_map(|node| self.text(*node)).collect()
    }

    /// The value of a number node, else nothing.
    pub(crate) fn number(&self, node: Node) -> Option<f64> {
        match node.tag {
            Tag::Number => Some(f64::from_bits(u64::from(node.b) << 32 | u64::from(node.a))),
            Tag::NumberText => {
                let text = self.source.get(node.a as usize..node.b as usize)?;
                Some(small_number(text).unwrap_or_else(|| crate::host::number(text)))
            }
            _ => None,
        }
    }

    /// The value of a field: by `position` in a record, by `name` in an object, where the last of equal keys counts.
    pub(crate) fn field(&self, object: u32, name: &str, position: usize) -> Option<u32> {
        let node = self.node(object);
        let mut at = object + 1;
        let mut found = None;
        match node.tag {
            Tag::Record => {
                for _ in 0..position.min(node.a as usize) {
                    at = self.node(at).end;
                }
                found = (position < node.a as usize).then_some(at);
            }
            Tag::Object => {
                for _ in 0..node.a {
                    let value = at + 1;
                    if self.text(self.node(at)) == Some(name) {
                        found = Some(value);
                    }
                    at = self.node(value).end;
                }
            }
            _ => {}
        }
        found.filter(|&index| self.node(index).tag != Tag::Absent)
    }

    /// What kind of value a node is; nothing for one that is absent.
    pub(crate) fn received(&self, node: Node) -> Option<Received> {
        Some(match node.tag {
            Tag::Absent => return None,
            Tag::Null => Received::Null,
            Tag::False | Tag::True => Received::Boolean,
            Tag::Number | Tag::NumberText => Received::Number,
            Tag::Text | Tag::Unescaped | Tag::Sound | Tag::Counted | Tag::Chosen => Received::String,
            Tag::List | Tag::OpaqueArray => Received::Array,
            Tag::Object | Tag::Record | Tag::OpaqueObject => Received::Object,
            Tag::BigInt => Received::BigInt,
            Tag::Symbol => Received::Symbol,
            Tag::Function => Received::Function,
            Tag::Unreadable => Received::Unreadable,
        })
    }
}

/// The value of up to nine digits, which needs nothing from the host.
fn small_number(text: &str) -> Option<f64> {
    let is_small = text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_small.then(|| text.bytes().fold(0, |value, byte| value * 10 + u32::from(byte - b'0'))).map(f64::from)
}
