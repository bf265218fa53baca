//! The `#[garde(..)]` rules of a field as calls on its description: `length(chars, min = 1)` is `.min_length(1)`.

use proc_macro2::TokenStream;
use quote::quote_spanned;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
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

/// The calls that one rule becomes. They stand where it stands, so that one that does not fit the type is shown there.
fn rule(meta: &Meta) -> Result<TokenStream> {
    let (path, span) = (meta.path(), meta.span());
    if path.is_ident("skip") || path.is_ident("dive") {
        return Ok(TokenStream::new());
    }
    if path.is_ident("custom") {
        let function: syn::Path = meta.require_list()?.parse_args()?;
        let name = function.segments.last().map(|segment| segment.ident.to_string());
        return match name.as_deref() {
            Some("url") => Ok(quote_spanned!(span=> .format(::prevet::shape::Format::Uri))),
            Some("uuid") => Ok(quote_spanned!(span=> .format(::prevet::shape::Format::Uuid))),
            _ => Err(unsupported(meta)),
        };
    }
    let arguments = arguments(meta)?;
    let in_chars = path.is_ident("length") && arguments.iter().any(is_chars);
    let mut calls = TokenStream::new();
    for argument in arguments.iter().filter(|argument| !(in_chars && is_chars(argument))) {
        let Argument::Bound(name, value) = argument else { return Err(unsupported(meta)) };
        calls.extend(match (path.get_ident().map(ToString::to_string).as_deref(), name.as_str()) {
            (Some("length"), "min") if in_chars => quote_spanned!(span=> .min_length(#value)),
            (Some("length"), "max") if in_chars => quote_spanned!(span=> .max_length(#value)),
            (Some("length"), "min") => quote_spanned!(span=> .min_items(#value)),
            (Some("range"), "min") => quote_spanned!(span=> .minimum(#value)),
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

/// Of garde's ways to count a text the one that issues are told in.
fn is_chars(argument: &Argument) -> bool {
    matches!(argument, Argument::Word(word) if word == "chars")
}

fn arguments(meta: &Meta) -> Result<Vec<Argument>> {
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

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::read;

    #[test]
    fn rules_become_calls() {
        let rules = read(&[parse_quote!(#[garde(length(min = 1), inner(length(chars, min = 2, max = 3)))])]).unwrap();
        assert_eq!(rules.value.to_string(), ". min_items (1)");
        assert_eq!(rules.item.to_string(), ". min_length (2) . max_length (3)");
        let rules = read(&[parse_quote!(#[garde(skip)]), parse_quote!(#[garde(range(min = 0))])]).unwrap();
        assert_eq!(rules.value.to_string(), ". minimum (0)");
    }

    #[test]
    fn a_rule_without_a_code_is_refused() {
        for attribute in [
            parse_quote!(#[garde(length(utf16, min = 1))]),
            parse_quote!(#[garde(length(simple, min = 1))]),
            parse_quote!(#[garde(length(chars))]),
            parse_quote!(#[garde(length(chars, equal = 1))]),
            parse_quote!(#[garde(length(max = 1))]),
            parse_quote!(#[garde(range(chars, min = 1))]),
            parse_quote!(#[garde(range(max = 1))]),
            parse_quote!(#[garde(custom(slug))]),
            parse_quote!(#[garde(inner(email))]),
        ] {
            let error = read(&[attribute]).err().unwrap().to_string();
            assert!(error.starts_with("this garde rule has no issue code"), "{error}");
        }
    }
}
