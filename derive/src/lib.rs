//! `#[derive(Shape)]`: the static description of a body, read from the same field line that serde and garde read.
//!
//! A struct becomes an object, an enum of unit variants a list of options, an enum whose variants hold a struct
//! a tagged union (`#[field(tag = "type", ..)]`) or a choice by JSON kind (`#[field(by_kind)]`). What a field is
//! called and whether it is required comes from serde and its type, its constraints from `#[garde(..)]`, its
//! English help from the doc comment, its labels from `#[field(label = "..", zh = "..", help_zh = "..")]`. A
//! label or a Chinese text that is missing does not compile, nor does a garde rule that `prevet` has no issue
//! code for, or one that its type cannot have.
//!
//! A struct gets its `Debug` here too, since only here it is known which fields are secret: of these it shows nothing.

mod attributes;
mod emit;
mod rules;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Implements `prevet::shape::Describe`, and of a struct `Debug`; see the [crate docs](crate).
#[proc_macro_derive(Shape, attributes(field, garde, serde))]
pub fn derive_shape(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    emit::describe(&input).unwrap_or_else(|error| error.to_compile_error()).into()
}
