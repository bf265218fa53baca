//! The static description of a body: what `#[derive(Shape)]` makes of its Rust type.
//!
//! Names and requiredness come from serde and the type, constraints from garde, texts from the field's own line.
//! What only describes (help, samples) is left out of the wasm: it reaches the package at build time.
//!
//! Everything that is not decoding or judging is made from it: the reader's plan, TypeScript declarations, JSON
//! Schema, form metadata, and the labels in messages.

mod constraints;

pub use prevet_derive::Shape;

use prevet_advice::strings::line;

use crate::locale::Locale;

/// A text in every language that prevet speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
}

impl Text {
    /// The text in one language.
    pub fn of(self, locale: Locale) -> &'static str {
        match locale {
            Locale::En => self.en,
            Locale::Zh => self.zh,
        }
    }
}

/// What a person calls a field, in every language. In one text, because that takes half the addresses in the wasm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label(&'static str);

impl Label {
    /// A label from its texts, a line for each language in the order of [`Locale::ALL`].
    pub const fn new(lines: &'static str) -> Self {
        Self(lines)
    }

    /// The label in one language.
    pub fn of(self, locale: Locale) -> &'static str {
        line(self.0, locale as usize)
    }
}

/// A type that a body is made of.
pub trait Describe {
    /// What its values look like.
    const NODE: Node;
    /// Whether a field of this type has to be there; `Option` says no.
    const REQUIRED: bool = true;
}

/// What a value has to look like. It is put together in constants, where a constraint that its kind cannot have is a
/// compile error.
#[derive(Debug, Clone, Copy)]
pub struct Node {
    /// Its JSON type and constraints.
    pub kind: Kind,
    /// Whether `null` is allowed too. Optional is not nullable.
    pub nullable: bool,
}

/// The JSON type of a value, with the constraints that go with it.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// A string.
    Text {
        /// What it has to parse as.
        format: Option<Format>,
        /// The fewest Unicode code points.
        min_length: Option<usize>,
        /// The most Unicode code points.
        max_length: Option<usize>,
    },
    /// One of these strings.
    Options(&'static Options),
    /// `true` or `false`.
    Boolean,
    /// A number without a fraction.
    Integer {
        /// The smallest one allowed.
        minimum: Option<i32>,
    },
    /// An array.
    List {
        /// What each element looks like.
        item: &'static Node,
        /// The fewest elements.
        min_items: Option<usize>,
        /// Whether the server keeps only the first of equal elements.
        unique: bool,
    },
    /// An object with any keys and values, not looked into.
    FreeForm,
    /// Any value at all, not looked into.
    Any,
    /// An object with known fields; others are allowed and not looked into.
    Object(&'static Object),
    /// An object whose tag says which fields it has.
    Union(&'static Union),
    /// An object of this shape, or a string.
    ObjectOrText(&'static Object),
}

/// A list of strings to choose from.
#[derive(Debug)]
pub struct Options {
    /// The name of the Rust enum.
    #[cfg(not(target_arch = "wasm32"))]
    pub name: &'static str,
    /// What it is, in English.
    #[cfg(not(target_arch = "wasm32"))]
    pub doc: &'static str,
    /// The strings, in the document's order.
    pub values: &'static [&'static str],
    /// Whether newer servers may know more of them, which a caller can name.
    pub open: bool,
    /// What a person calls each of them, in the same order; empty where they have no labels.
    #[cfg(not(target_arch = "wasm32"))]
    pub labels: &'static [Text],
}

/// What a string has to parse as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A URL by the WHATWG URL Standard, without a base: what `new URL(text)` accepts. The host's own parser decides, in a native
    /// program the `url` crate; on some rare hosts they differ.
    Uri,
    /// 8-4-4-4-12 hexadecimal digits, any version and variant.
    Uuid,
}

/// An object's name in Rust, its description, and its fields in the document's order.
#[derive(Debug)]
pub struct Object {
    /// The name of the Rust struct.
    #[cfg(not(target_arch = "wasm32"))]
    pub name: &'static str,
    /// What it is, in English.
    #[cfg(not(target_arch = "wasm32"))]
    pub doc: &'static str,
    /// Its fields, in the document's order.
    pub fields: &'static [Field],
}

/// One field of an object.
#[derive(Debug)]
pub struct Field {
    /// Its key in JSON.
    pub name: &'static str,
    /// Whether it has to be there.
    pub required: bool,
    /// Whether its value is a credential that must never be shown.
    #[cfg(not(target_arch = "wasm32"))]
    pub secret: bool,
    /// Whether a form should offer several lines for it.
    #[cfg(not(target_arch = "wasm32"))]
    pub multiline: bool,
    /// Whether `build` takes away the white space around it, as it does of what has a format.
    #[cfg(not(target_arch = "wasm32"))]
    pub trimmed: bool,
    /// What a person calls it.
    pub label: Label,
    /// One sentence about what belongs in it.
    #[cfg(not(target_arch = "wasm32"))]
    pub help: Text,
    /// What a person calls one element of this list.
    pub item: Option<Label>,
    /// The HTML `autocomplete` token for its input.
    #[cfg(not(target_arch = "wasm32"))]
    pub autocomplete: Option<&'static str>,
    /// A sample value, for a placeholder.
    #[cfg(not(target_arch = "wasm32"))]
    pub example: Option<&'static str>,
    /// What the server takes an absent one for.
    #[cfg(not(target_arch = "wasm32"))]
    pub default: Option<Literal>,
    /// Whether only the server sets it.
    #[cfg(not(target_arch = "wasm32"))]
    pub read_only: bool,
    /// What its value looks like.
    pub node: Node,
}

/// A value that is written in a description.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Debug, Clone, Copy)]
pub enum Literal {
    /// A string.
    Text(&'static str),
    /// A number without a fraction.
    Integer(i32),
}

/// An object that comes in several forms, told apart by the string in its tag.
#[derive(Debug)]
pub struct Union {
    /// The key of the tag.
    pub tag: &'static str,
    /// What a person calls the tag.
    pub label: Label,
    /// One sentence about the choice.
    #[cfg(not(target_arch = "wasm32"))]
    pub help: Text,
    /// The tag's value for each form.
    pub values: &'static [&'static str],
    /// The forms, in the document's order.
    pub branches: &'static [Branch],
    /// What all forms have in common, for an object whose tag names none of them.
    pub shared: &'static Object,
}

/// One form of a [`Union`].
#[derive(Debug)]
pub struct Branch {
    /// The tag's value for it.
    pub value: &'static str,
    /// What a person calls it.
    #[cfg(not(target_arch = "wasm32"))]
    pub label: Text,
    /// The fields beside the tag.
    pub object: &'static Object,
}

impl Node {
    const fn new(kind: Kind) -> Self {
        Self { kind, nullable: false }
    }

    /// A string without constraints.
    pub const fn text() -> Self {
        Self::new(Kind::Text { format: None, min_length: None, max_length: None })
    }

    /// One of the given strings.
    pub const fn options(options: &'static Options) -> Self {
        Self::new(Kind::Options(options))
    }

    /// `true` or `false`.
    pub const fn boolean() -> Self {
        Self::new(Kind::Boolean)
    }

    /// A number without a fraction.
    pub const fn integer() -> Self {
        Self::new(Kind::Integer { minimum: None })
    }

    /// An array of `item`s.
    pub const fn list(item: &'static Node) -> Self {
        Self::new(Kind::List { item, min_items: None, unique: false })
    }

    /// An object that is not looked into.
    pub const fn free_form() -> Self {
        Self::new(Kind::FreeForm)
    }

    /// Any value.
    pub const fn any() -> Self {
        Self::new(Kind::Any)
    }

    /// An object with known fields.
    pub const fn object(object: &'static Object) -> Self {
        Self::new(Kind::Object(object))
    }

    /// An object in one of several forms.
    pub const fn union(union: &'static Union) -> Self {
        Self::new(Kind::Union(union))
    }

    /// An object with known fields, or a string.
    pub const fn object_or_text(object: &'static Object) -> Self {
        Self::new(Kind::ObjectOrText(object))
    }

    /// The same, with `null` allowed.
    pub const fn nullable(mut self) -> Self {
        self.nullable = true;
        self
    }

    /// The object that this is; evaluated at compile time only, where anything else is a compile error.
    pub const fn expect_object(self) -> &'static Object {
        match self.kind {
            Kind::Object(object) => object,
            _ => constraints::misplaced("a branch has to be a struct"),
        }
    }
}

impl Kind {
    /// The object that a value of this kind may be; that of a union by the number of its branch.
    pub fn object(self, branch: usize) -> Option<&'static Object> {
        match self {
            Self::Object(object) | Self::ObjectOrText(object) => Some(object),
            Self::Union(union) => union.branches.get(branch).map(|branch| branch.object),
            _ => None,
        }
    }
}

impl Object {
    /// The first field that fits, and its position.
    pub fn find(&self, fits: impl Fn(&Field) -> bool) -> Option<(usize, &Field)> {
        self.fields.iter().enumerate().find(|(_, field)| fits(field))
    }
}

impl Describe for &str {
    const NODE: Node = Node::text();
}

impl Describe for bool {
    const NODE: Node = Node::boolean();
}

impl<T: Describe> Describe for Vec<T> {
    const NODE: Node = Node::list(&T::NODE);
}

impl<T: Describe> Describe for Option<T> {
    const NODE: Node = T::NODE;
    const REQUIRED: bool = false;
}
