//! What was found: a code with its parameters, at a place.

mod params;

pub use params::Param;
pub(crate) use params::listed;

use prevet_advice::strings::push_number;

/// One step of a path, with the position that orders places as the document does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Segment {
    /// A known key, and its position among the fields of its object.
    Key {
        /// The key in JSON.
        name: &'static str,
        /// Its position, 0 for the first field. Below a union the tag is 0, the fields of its first branch start at 1,
        /// those of the next at 257, and so on.
        order: u16,
    },
    /// An index into a list, from 0.
    Index(u32),
}

/// A place in a body, from the root down.
pub type Path = Vec<Segment>;

/// Closed lists, with the word for each entry.
macro_rules! words {
    ($($(#[$about:meta])* enum $list:ident { $($(#[$doc:meta])* $name:ident: $word:literal,)* })*) => {$(
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $list {
            $($(#[$doc])* $name,)*
        }

        impl $list {
            /// All of them.
            #[cfg(not(target_arch = "wasm32"))]
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The word for it in an issue's parameters.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }
        }
    )*};
}

words! {
    /// What kind of value was met where another was expected: never the value itself.
    enum Received {
        /// `null`.
        Null: "null",
        /// `true` or `false`.
        Boolean: "boolean",
        /// A number, also one with a fraction where an integer belongs.
        Number: "number",
        /// A string.
        String: "string",
        /// An array.
        Array: "array",
        /// An object.
        Object: "object",
        /// A JavaScript bigint.
        BigInt: "bigint",
        /// A JavaScript symbol.
        Symbol: "symbol",
        /// A JavaScript function.
        Function: "function",
        /// A value that could not be read, or is beyond what is read of one: a getter or a proxy threw, a list or a text is too
        /// long.
        Unreadable: "unreadable",
    }

    /// What kind of value belongs at a place.
    enum Expected {
        /// A string.
        String: "string",
        /// `true` or `false`.
        Boolean: "boolean",
        /// A number without a fraction.
        Integer: "integer",
        /// An array.
        Array: "array",
        /// An object.
        Object: "object",
        /// An object or a string.
        ObjectOrString: "object or string",
        /// Any value that can be read.
        Value: "value",
    }

    /// Why a string is no URL, as well as can be told: the parser itself only says that it is none.
    enum UrlReason {
        /// Nothing but white space.
        Blank: "blank",
        /// No scheme, such as `https:`, in front.
        NoScheme: "no_scheme",
        /// A scheme that needs a host, without one.
        NoHost: "no_host",
        /// A port that is no number up to 65535.
        BadPort: "bad_port",
        /// A host that cannot be one.
        BadHost: "bad_host",
    }

    /// Why a text is not JSON (RFC 8259).
    enum JsonReason {
        /// The text ends before the value does.
        UnexpectedEnd: "unexpected_end",
        /// A character that cannot stand here.
        UnexpectedCharacter: "unexpected_character",
        /// A value is followed by something else.
        TrailingText: "trailing_text",
        /// A number that is not written as JSON writes numbers.
        InvalidNumber: "invalid_number",
        /// A `\` in a string that starts no escape.
        InvalidEscape: "invalid_escape",
        /// A control character in a string that is not escaped.
        ControlCharacter: "control_character",
        /// Bytes that are not UTF-8.
        InvalidUtf8: "invalid_utf8",
        /// A byte order mark in front.
        ByteOrderMark: "byte_order_mark",
        /// More than 4 GiB.
        TooLarge: "too_large",
    }
}

/// What is wrong, with its parameters. No parameter holds a value that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    /// A required field is not there.
    Required,
    /// A value of the wrong JSON type.
    InvalidType {
        /// What belongs here.
        expected: Expected,
        /// What was met.
        received: Received,
    },
    /// A string that is not in the list.
    InvalidOption {
        /// The list.
        allowed: &'static [&'static str],
        /// Whether options of the caller's own are allowed too.
        open: bool,
        /// The position of the entry that was probably meant: in the list, or behind it in the caller's own.
        suggestion: Option<u16>,
    },
    /// A union's tag that names none of its branches.
    UnknownType {
        /// The tags of all branches.
        allowed: &'static [&'static str],
        /// The position of the branch that was probably meant.
        suggestion: Option<u16>,
    },
    /// Fewer code points than allowed.
    TooShort {
        /// The fewest.
        minimum: usize,
        /// How many there are.
        actual: usize,
    },
    /// More code points than allowed.
    TooLong {
        /// The most.
        maximum: usize,
        /// How many there are.
        actual: usize,
    },
    /// Fewer elements than allowed.
    TooFewItems {
        /// The fewest.
        minimum: usize,
        /// How many there are.
        actual: usize,
    },
    /// A number below the smallest one allowed.
    TooSmall {
        /// The smallest.
        minimum: i32,
    },
    /// A string that the WHATWG URL parser refuses.
    InvalidUrl {
        /// Why, as well as can be told.
        reason: UrlReason,
    },
    /// A string that is not 8-4-4-4-12 hexadecimal digits.
    InvalidUuid,
    /// A text that is not JSON.
    InvalidJson {
        /// Why.
        reason: JsonReason,
    },
}

impl Code {
    /// The stable name that an issue carries.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::InvalidType { .. } => "invalid_type",
            Self::InvalidOption { .. } => "invalid_option",
            Self::UnknownType { .. } => "unknown_type",
            Self::TooShort { .. } => "too_short",
            Self::TooLong { .. } => "too_long",
            Self::TooFewItems { .. } => "too_few_items",
            Self::TooSmall { .. } => "too_small",
            Self::InvalidUrl { .. } => "invalid_url",
            Self::InvalidUuid => "invalid_uuid",
            Self::InvalidJson { .. } => "invalid_json",
        }
    }
}

/// Where in a text something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// UTF-8 bytes before it.
    pub offset: usize,
    /// Its line, from 1; `\n` ends one.
    pub line: usize,
    /// Its column in code points, from 1.
    pub column: usize,
}

/// One problem of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// What is wrong.
    pub code: Code,
    /// Where in the body.
    pub path: Path,
    /// Where in the text, for a body that was read from one.
    pub position: Option<Position>,
}

impl Issue {
    /// The place as a JSON Pointer (RFC 6901).
    pub fn pointer(&self) -> String {
        pointer(&self.path)
    }
}

/// A path as a JSON Pointer (RFC 6901). Known keys hold neither `~` nor `/`, so nothing is escaped.
pub fn pointer(path: &[Segment]) -> String {
    let mut pointer = String::new();
    for segment in path {
        pointer.push('/');
        match segment {
            Segment::Key { name, .. } => pointer.push_str(name),
            Segment::Index(index) => push_number(&mut pointer, *index as usize),
        }
    }
    pointer
}
