//! The `impl Describe` that a derive input becomes.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{
    Data, DataEnum, DataStruct, DeriveInput, Error, Fields, FieldsNamed, GenericArgument, Lit, LitStr, PathArguments,
    Result, Type, Variant,
};

use crate::attributes::{Casing, FieldAttributes, doc, serde_text};
use crate::rules;

pub(crate) fn describe(input: &DeriveInput) -> Result<TokenStream> {
    let container = FieldAttributes::read(&input.attrs)?;
    let casing = Casing::read(&input.attrs)?;
    let node = match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => object(input, fields, casing)?,
            other => return Err(Error::new_spanned(other, "a body is a struct with named fields")),
        },
        Data::Enum(data) if data.variants.iter().all(|v| v.fields.is_empty()) => {
            options(input, data, container.open, casing)?
        }
        Data::Enum(data) if container.by_kind => by_kind(data)?,
        Data::Enum(data) => union(input, data, &container, casing)?,
        Data::Union(_) => return Err(Error::new_spanned(&input.ident, "no body is a Rust union")),
    };
    let debug = match &input.data {
        Data::Struct(DataStruct { fields: Fields::Named(fields), .. }) => Some(debug(input, fields)?),
        _ => None,
    };
    let name = &input.ident;
    let mut generics = input.generics.clone();
    for parameter in generics.type_params_mut() {
        parameter.bounds.push(syn::parse_quote!(::prevet::shape::Describe));
    }
    let (implementation, _, clause) = generics.split_for_impl();
    let (_, arguments, _) = input.generics.split_for_impl();
    Ok(quote! {
        impl #implementation ::prevet::shape::Describe for #name #arguments #clause {
            const NODE: ::prevet::shape::Node = #node;
        }

        #debug
    })
}

/// `Debug` for a struct, without its secrets.
fn debug(input: &DeriveInput, fields: &FieldsNamed) -> Result<TokenStream> {
    let name = &input.ident;
    let shown = fields.named.iter().map(|field| {
        let (ident, attributes) = (&field.ident, FieldAttributes::read(&field.attrs)?);
        let name = ident.as_ref().map(|name| name.unraw().to_string()).unwrap_or_default();
        let value = if attributes.secret { quote!(&::core::format_args!("(secret)")) } else { quote!(&self.#ident) };
        Ok(quote!(.field(#name, #value)))
    });
    let shown = shown.collect::<Result<Vec<_>>>()?;
    let mut generics = input.generics.clone();
    for parameter in generics.type_params_mut() {
        parameter.bounds.push(syn::parse_quote!(::core::fmt::Debug));
    }
    let (implementation, arguments, clause) = generics.split_for_impl();
    let title = name.to_string();
    Ok(quote! {
        impl #implementation ::core::fmt::Debug for #name #arguments #clause {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_struct(#title)#(#shown)*.finish()
            }
        }
    })
}

fn object(input: &DeriveInput, fields: &FieldsNamed, casing: Casing) -> Result<TokenStream> {
    let name = input.ident.to_string();
    let doc = doc(&input.attrs);
    let fields = fields.named.iter().map(|f| field(f, casing)).collect::<Result<Vec<_>>>()?;
    Ok(quote! {
        ::prevet::shape::Node::object(&::prevet::shape::Object {
            #[cfg(not(target_arch = "wasm32"))]
            name: #name,
            #[cfg(not(target_arch = "wasm32"))]
            doc: #doc,
            fields: &[#(#fields),*],
        })
    })
}

fn field(field: &syn::Field, casing: Casing) -> Result<TokenStream> {
    let rust = field.ident.as_ref().map(|name| name.unraw().to_string()).unwrap_or_default();
    let name = serde_text(&field.attrs, "rename")?.map_or_else(|| casing.of_field(&rust), |name| name.value());
    let attributes = FieldAttributes::read(&field.attrs)?;
    let text = texts(field, &attributes, &doc(&field.attrs))?;
    let item = match (&attributes.item, &attributes.item_zh) {
        (Some(en), Some(zh)) => quote!(Some(::prevet::shape::Label::new(concat!(#en, "\n", #zh)))),
        (None, None) => quote!(None),
        _ => return Err(Error::new_spanned(field, "`item` and `item_zh` go together")),
    };
    let rules = rules::read(&field.attrs)?;
    let node = node_of(&field.ty, &rules);
    let unique = attributes.unique.then(|| quote_spanned!(field.span()=> .unique()));
    let ty = &field.ty;
    let optional = |text: &Option<LitStr>| text.as_ref().map_or(quote!(None), |t| quote!(Some(#t)));
    let (autocomplete, example) = (optional(&attributes.autocomplete), optional(&attributes.example));
    let default = match &attributes.default {
        None => quote!(None),
        Some(text @ Lit::Str(_)) => quote!(Some(::prevet::shape::Literal::Text(#text))),
        Some(number @ Lit::Int(_)) => quote!(Some(::prevet::shape::Literal::Integer(#number))),
        Some(other) => return Err(Error::new_spanned(other, "a default is a string or a whole number")),
    };
    let FieldAttributes { secret, multiline, trimmed, read_only, .. } = attributes;
    Ok(quote! {
        ::prevet::shape::Field {
            name: #name, required: <#ty as ::prevet::shape::Describe>::REQUIRED,
            #text, item: #item,
            #[cfg(not(target_arch = "wasm32"))]
            secret: #secret,
            #[cfg(not(target_arch = "wasm32"))]
            multiline: #multiline,
            #[cfg(not(target_arch = "wasm32"))]
            trimmed: #trimmed,
            #[cfg(not(target_arch = "wasm32"))]
            autocomplete: #autocomplete,
            #[cfg(not(target_arch = "wasm32"))]
            example: #example,
            #[cfg(not(target_arch = "wasm32"))]
            default: #default,
            #[cfg(not(target_arch = "wasm32"))]
            read_only: #read_only,
            node: #node #unique,
        }
    })
}

/// `label` and `help`, each in every language; one that is missing is a compile error.
fn texts(at: &impl quote::ToTokens, attributes: &FieldAttributes, help: &str) -> Result<TokenStream> {
    let (Some(label), Some(zh), Some(help_zh)) = (&attributes.label, &attributes.zh, &attributes.help_zh) else {
        return Err(Error::new_spanned(at, "needs #[field(label = \"..\", zh = \"..\", help_zh = \"..\")]"));
    };
    if help.is_empty() {
        return Err(Error::new_spanned(at, "needs a doc comment: it is the field's English help"));
    }
    Ok(quote! {
        label: ::prevet::shape::Label::new(concat!(#label, "\n", #zh)),
        #[cfg(not(target_arch = "wasm32"))]
        help: ::prevet::shape::Text { en: #help, zh: #help_zh }
    })
}

/// The description of a field's type with its rules. A list is taken apart, because `inner(..)` speaks of its items.
/// All of it stands where the field does, which is then the place of a rule that does not fit.
fn node_of(ty: &Type, rules: &rules::Rules) -> TokenStream {
    let (value, items, span) = (&rules.value, &rules.item, ty.span());
    if items.is_empty() {
        return quote_spanned!(span=> <#ty as ::prevet::shape::Describe>::NODE #value);
    }
    match argument(ty, "Vec").or_else(|| argument(ty, "Option").and_then(|inner| argument(inner, "Vec"))) {
        Some(item) => quote_spanned! {span=>
            ::prevet::shape::Node::list(const { &<#item as ::prevet::shape::Describe>::NODE #items }) #value
        },
        None => quote_spanned!(span=> <#ty as ::prevet::shape::Describe>::NODE #value #items),
    }
}

/// `T` of `Outer<T>`.
fn argument<'t>(ty: &'t Type, outer: &str) -> Option<&'t Type> {
    let Type::Path(path) = ty else { return None };
    let last = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first()? {
        GenericArgument::Type(inner) if last.ident == outer => Some(inner),
        _ => None,
    }
}

/// A list of options.
fn options(input: &DeriveInput, data: &DataEnum, open: bool, casing: Casing) -> Result<TokenStream> {
    let (name, doc) = (input.ident.to_string(), doc(&input.attrs));
    let values = data.variants.iter().map(|v| variant_name(v, casing)).collect::<Result<Vec<_>>>()?;
    let labels = data.variants.iter().map(label).collect::<Result<Vec<_>>>()?;
    let labelled = labels.iter().flatten().count();
    if labelled > 0 && labelled < labels.len() {
        return Err(Error::new_spanned(&input.ident, "either every option has a label or none"));
    }
    let labels = labels.iter().flatten();
    Ok(quote! {
        ::prevet::shape::Node::options(&::prevet::shape::Options {
            #[cfg(not(target_arch = "wasm32"))]
            name: #name,
            #[cfg(not(target_arch = "wasm32"))]
            doc: #doc,
            values: &[#(#values),*],
            open: #open,
            #[cfg(not(target_arch = "wasm32"))]
            labels: &[#(#labels),*],
        })
    })
}

/// The label of a variant in every language.
fn label(variant: &Variant) -> Result<Option<TokenStream>> {
    let attributes = FieldAttributes::read(&variant.attrs)?;
    match (attributes.label, attributes.zh) {
        (Some(en), Some(zh)) => Ok(Some(quote!(::prevet::shape::Text { en: #en, zh: #zh }))),
        (None, None) => Ok(None),
        _ => Err(Error::new_spanned(variant, "`label` and `zh` go together")),
    }
}

fn union(input: &DeriveInput, data: &DataEnum, container: &FieldAttributes, casing: Casing) -> Result<TokenStream> {
    let Some(tag) = &container.tag else {
        return Err(Error::new_spanned(
            &input.ident,
            "an enum of structs needs #[field(tag = \"..\")] or #[field(by_kind)]",
        ));
    };
    let text = texts(&input.ident, container, &doc(&input.attrs))?;
    let (mut values, mut branches) = (Vec::new(), Vec::new());
    for variant in &data.variants {
        let (name, ty) = (variant_name(variant, casing)?, payload(variant)?);
        let Some(label) = label(variant)? else {
            return Err(Error::new_spanned(variant, "needs #[field(label = \"..\", zh = \"..\")]"));
        };
        values.push(name.clone());
        branches.push(quote! {
            ::prevet::shape::Branch {
                value: #name,
                #[cfg(not(target_arch = "wasm32"))]
                label: #label,
                object: <#ty as ::prevet::shape::Describe>::NODE.expect_object(),
            }
        });
    }
    let Some(shared) = &container.shared else {
        return Err(Error::new_spanned(
            &input.ident,
            "needs #[field(shared = \"..\")]: a struct of what all branches have",
        ));
    };
    let shared: Type = shared.parse()?;
    Ok(quote! {
        ::prevet::shape::Node::union(&::prevet::shape::Union {
            tag: #tag, #text, values: &[#(#values),*], branches: &[#(#branches),*],
            shared: <#shared as ::prevet::shape::Describe>::NODE.expect_object(),
        })
    })
}

fn by_kind(data: &DataEnum) -> Result<TokenStream> {
    let object = data.variants.iter().find(|v| v.ident == "Object");
    let Some(object) = object else {
        return Err(Error::new_spanned(&data.variants, "a choice by kind has the variants `String` and `Object`"));
    };
    let ty = payload(object)?;
    Ok(quote!(::prevet::shape::Node::object_or_text(<#ty as ::prevet::shape::Describe>::NODE.expect_object())))
}

fn variant_name(variant: &Variant, casing: Casing) -> Result<String> {
    let name = serde_text(&variant.attrs, "rename")?;
    Ok(name.map_or_else(|| casing.of_variant(&variant.ident.unraw().to_string()), |name| name.value()))
}

fn payload(variant: &Variant) -> Result<&Type> {
    match variant.fields.iter().next() {
        Some(field) if variant.fields.len() == 1 => Ok(&field.ty),
        _ => Err(Error::new_spanned(variant, "a branch holds exactly one struct")),
    }
}
