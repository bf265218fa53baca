//! The constraints of a value. One that its kind cannot have would be lost without a word, so it does not compile. These
//! fit:
//!
//! ```
//! use prevet::schemas::types::Integer;
//! use prevet::shape::{Describe, Node, Shape};
//!
//! /// A list of links.
//! #[derive(Shape)]
//! struct Links {
//!     /// What it is called.
//!     #[garde(length(chars, min = 1, max = 80))]
//!     #[field(label = "Name", zh = "名称", help_zh = "列表的名称。")]
//!     name: &'static str,
//!     /// Where they lead.
//!     #[garde(length(min = 1), inner(custom(url)))]
//!     #[field(label = "Links", zh = "链接", help_zh = "链接的地址。", unique)]
//!     links: Vec<&'static str>,
//!     /// Which of them comes first.
//!     #[garde(range(min = 0))]
//!     #[field(label = "First", zh = "首个", help_zh = "首个链接的序号。")]
//!     first: Option<Integer>,
//! }
//! const _: Node = Links::NODE;
//! ```
//!
//! And these do not:
//!
//! ```compile_fail
//! # use prevet::shape::{Describe, Node, Shape};
//! # /// A list of links.
//! # #[derive(Shape)]
//! # struct Links {
//! #     /// What it is called.
//! #[garde(length(min = 1))] // for a list; a text has `length(chars, ..)`
//! #     #[field(label = "Name", zh = "名称", help_zh = "列表的名称。")]
//! name: &'static str,
//! # }
//! # const _: Node = Links::NODE;
//! ```
//!
//! ```compile_fail
//! # use prevet::shape::{Describe, Node, Shape};
//! # /// A list of links.
//! # #[derive(Shape)]
//! # struct Links {
//! #     /// What it is called.
//! #[garde(length(utf16, min = 1))] // issues count in `chars`
//! #     #[field(label = "Name", zh = "名称", help_zh = "列表的名称。")]
//! name: &'static str,
//! # }
//! # const _: Node = Links::NODE;
//! ```
//!
//! ```compile_fail
//! # use prevet::shape::{Describe, Node, Shape};
//! # /// A list of links.
//! # #[derive(Shape)]
//! # struct Links {
//! #     /// What it is called.
//! #[garde(custom(url))] // for its items: `inner(custom(url))`
//! #     #[field(label = "Name", zh = "名称", help_zh = "列表的名称。")]
//! name: Vec<&'static str>,
//! # }
//! # const _: Node = Links::NODE;
//! ```
//!
//! ```compile_fail
//! # use prevet::shape::{Describe, Node, Shape};
//! # /// A list of links.
//! # #[derive(Shape)]
//! # struct Links {
//! #     /// What it is called.
//! #[garde(length(chars, min = 1))] // for a text
//! #     #[field(label = "Name", zh = "名称", help_zh = "列表的名称。")]
//! name: Vec<&'static str>,
//! # }
//! # const _: Node = Links::NODE;
//! ```
//!
//! ```compile_fail
//! # use prevet::shape::{Describe, Node, Shape};
//! # /// A list of links.
//! # #[derive(Shape)]
//! # struct Links {
//! #     /// What it is called.
//! #[garde(range(min = 0))] // for an integer
//! #     #[field(label = "Name", zh = "名称", help_zh = "列表的名称。")]
//! name: &'static str,
//! # }
//! # const _: Node = Links::NODE;
//! ```
//!
//! ```compile_fail
//! # use prevet::shape::{Describe, Node, Shape};
//! # /// A list of links.
//! # #[derive(Shape)]
//! # struct Links {
//! #     /// What it is called.
//! #[field(label = "Name", zh = "名称", help_zh = "列表的名称。", unique)] // for a list
//! name: &'static str,
//! # }
//! # const _: Node = Links::NODE;
//! ```

use super::{Format, Kind, Node};

impl Node {
    /// The same string, at least `min` code points long.
    pub const fn min_length(mut self, min: usize) -> Self {
        match &mut self.kind {
            Kind::Text { min_length, .. } => *min_length = Some(min),
            _ => misplaced("`length(chars, ..)` is for a text"),
        }
        self
    }

    /// The same string, at most `max` code points long.
    pub const fn max_length(mut self, max: usize) -> Self {
        match &mut self.kind {
            Kind::Text { max_length, .. } => *max_length = Some(max),
            _ => misplaced("`length(chars, ..)` is for a text"),
        }
        self
    }

    /// The same string, which has to parse as `wanted`.
    pub const fn format(mut self, wanted: Format) -> Self {
        match &mut self.kind {
            Kind::Text { format, .. } => *format = Some(wanted),
            _ => misplaced("`custom(url)` and `custom(uuid)` are for a text; in a list they go into `inner(..)`"),
        }
        self
    }

    /// The same number, at least `min`.
    pub const fn minimum(mut self, min: i32) -> Self {
        match &mut self.kind {
            Kind::Integer { minimum } => *minimum = Some(min),
            _ => misplaced("`range(..)` is for an integer"),
        }
        self
    }

    /// The same list, with at least `min` elements.
    pub const fn min_items(mut self, min: usize) -> Self {
        match &mut self.kind {
            Kind::List { min_items, .. } => *min_items = Some(min),
            _ => misplaced("`length(..)` without `chars` is for a list; a text has `length(chars, ..)`"),
        }
        self
    }

    /// The same list, of whose equal elements only the first is kept.
    pub const fn unique(mut self) -> Self {
        match &mut self.kind {
            Kind::List { unique, .. } => *unique = true,
            _ => misplaced("`unique` is for a list"),
        }
        self
    }
}

/// Ends the compilation.
#[expect(clippy::panic, reason = "runs in constants only, where a panic is a compile error")]
pub(super) const fn misplaced(why: &'static str) -> ! {
    panic!("{}", why)
}
