//! The `#[garde(..)]` rules of a field as calls on its description: `length(chars, min = 1)` is `.min_length(1)`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, Meta, Result, Token};

/// Rules of the value itself, and of the items of a list (`inner(..)`).
#[derive(Default)]
pub(crate) struct Rules {
    pub(crate) value: TokenStream,
    pub(crate) item: TokenStream,
}

pub(crate) fn read(attributes: &[Attribute]) -> Result<Rules> {
    let mut rules = Rules::default();
    for attribute in attributes.iter().filter(|a| a.path().is_ident("garde")) {
        for meta in attribute.parse_args_with(metas)? {
            if meta.path().is_ident("inner") {
                for inner in metas.parse2(meta.require_list()?.tokens.clone())? {
                    rules.item.extend(rule(&inner)?);
                }
            } else {
                rules.value.extend(rule(&meta)?);
            }
        }
    }
    Ok(rules)
}

fn metas(input: syn::parse::ParseStream<'_>) -> Result<Punctuated<Meta, Token![,]>> {
    Punctuated::parse_terminated(input)
}

fn rule(meta: &Meta) -> Result<TokenStream> {
    let path = meta.path();
    if path.is_ident("skip") || path.is_ident("dive") {
        return Ok(TokenStream::new());
    }
    if path.is_ident("custom") {
        let function: syn::Path = meta.require_list()?.parse_args()?;
        let name = function.segments.last().map(|segment| segment.ident.to_string());
        return match name.as_deref() {
            Some("url") => Ok(quote!(.format(::prevet::shape::Format::Uri))),
            Some("uuid") => Ok(quote!(.format(::prevet::shape::Format::Uuid))),
            _ => Err(unsupported(meta)),
        };
    }
    let arguments = metas_or_exprs(meta)?;
    let in_chars = arguments.iter().any(|a| matches!(a, Argument::Word(w) if w == "chars"));
    let mut calls = TokenStream::new();
    for argument in &arguments {
        let Argument::Bound(name, value) = argument else { continue };
        calls.extend(match (path.get_ident().map(ToString::to_string).as_deref(), name.as_str()) {
            (Some("length"), "min") if in_chars => quote!(.min_length(#value)),
            (Some("length"), "max") if in_chars => quote!(.max_length(#value)),
            (Some("length"), "min") => quote!(.min_items(#value)),
            (Some("range"), "min") => quote!(.minimum(#value)),
            _ => return Err(unsupported(meta)),
        });
    }
    if calls.is_empty() {
        return Err(unsupported(meta));
    }
    Ok(calls)
}

enum Argument {
    Word(String),
    Bound(String, Expr),
}

fn metas_or_exprs(meta: &Meta) -> Result<Vec<Argument>> {
    let Meta::List(list) = meta else {
        return Err(unsupported(meta));
    };
    let arguments = metas.parse2(list.tokens.clone())?;
    Ok(arguments
        .into_iter()
        .map(|argument| {
            let name = argument.path().get_ident().map(ToString::to_string).unwrap_or_default();
            match argument {
                Meta::NameValue(pair) => Argument::Bound(name, pair.value),
                _ => Argument::Word(name),
            }
        })
        .collect())
}

fn unsupported(meta: &Meta) -> syn::Error {
    syn::Error::new_spanned(
        meta,
        "this garde rule has no issue code: add it to prevet's `rules` module and to `derive/src/rules.rs`",
    )
}
