//! What is written above a field: `#[field(..)]`, the serde name, the doc comment.

use syn::{Attribute, Error, Expr, ExprLit, Lit, LitStr, Meta, Result, Token};

/// The contents of `#[field(..)]` on a field, a variant or a container.
#[derive(Default)]
pub(crate) struct FieldAttributes {
    pub(crate) label: Option<LitStr>,
    pub(crate) zh: Option<LitStr>,
    pub(crate) help_zh: Option<LitStr>,
    pub(crate) item: Option<LitStr>,
    pub(crate) item_zh: Option<LitStr>,
    pub(crate) autocomplete: Option<LitStr>,
    pub(crate) example: Option<LitStr>,
    pub(crate) tag: Option<LitStr>,
    pub(crate) shared: Option<LitStr>,
    pub(crate) default: Option<Lit>,
    pub(crate) read_only: bool,
    pub(crate) secret: bool,
    pub(crate) unique: bool,
    pub(crate) multiline: bool,
    pub(crate) trimmed: bool,
    pub(crate) by_kind: bool,
    pub(crate) open: bool,
}

impl FieldAttributes {
    pub(crate) fn read(attributes: &[Attribute]) -> Result<Self> {
        let mut out = Self::default();
        for attribute in attributes.iter().filter(|a| a.path().is_ident("field")) {
            attribute.parse_nested_meta(|meta| {
                let Some(name) = meta.path.get_ident().map(ToString::to_string) else {
                    return Err(meta.error("expected a single word"));
                };
                if name == "default" {
                    out.default = Some(meta.value()?.parse()?);
                    return Ok(());
                }
                let flag = match name.as_str() {
                    "read_only" => Some(&mut out.read_only),
                    "secret" => Some(&mut out.secret),
                    "unique" => Some(&mut out.unique),
                    "multiline" => Some(&mut out.multiline),
                    "trimmed" => Some(&mut out.trimmed),
                    "by_kind" => Some(&mut out.by_kind),
                    "open" => Some(&mut out.open),
                    _ => None,
                };
                if let Some(flag) = flag {
                    *flag = true;
                    return Ok(());
                }
                let text = match name.as_str() {
                    "label" => &mut out.label,
                    "zh" => &mut out.zh,
                    "help_zh" => &mut out.help_zh,
                    "item" => &mut out.item,
                    "item_zh" => &mut out.item_zh,
                    "autocomplete" => &mut out.autocomplete,
                    "example" => &mut out.example,
                    "tag" => &mut out.tag,
                    "shared" => &mut out.shared,
                    _ => return Err(meta.error("not an attribute of `field`")),
                };
                *text = Some(meta.value()?.parse()?);
                Ok(())
            })?;
        }
        Ok(out)
    }
}

/// The first paragraph of the doc comment, as one line. What follows it is for the reader of the source.
pub(crate) fn doc(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| {
        let Meta::NameValue(pair) = &attribute.meta else {
            return None;
        };
        let Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) = &pair.value else {
            return None;
        };
        pair.path.is_ident("doc").then(|| text.value().trim().to_owned())
    });
    lines.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The value of a key in `#[serde(..)]`, such as `rename`.
pub(crate) fn serde_text(attributes: &[Attribute], key: &str) -> Result<Option<LitStr>> {
    let mut found = None;
    for attribute in attributes.iter().filter(|a| a.path().is_ident("serde")) {
        attribute.parse_nested_meta(|meta| {
            let wanted = meta.path.is_ident(key);
            if meta.input.peek(Token![=]) {
                let text: LitStr = meta.value()?.parse()?;
                if wanted {
                    found = Some(text);
                }
            }
            Ok(())
        })?;
    }
    Ok(found)
}

/// How a Rust name is written on the wire: what a container's `rename_all` asks for.
#[derive(Clone, Copy)]
pub(crate) enum Casing {
    AsInRust,
    Camel,
    Lower,
}

impl Casing {
    /// Reads a container's `rename_all`. A casing that is not known here would give other names than serde's.
    pub(crate) fn read(attributes: &[Attribute]) -> Result<Self> {
        let Some(text) = serde_text(attributes, "rename_all")? else { return Ok(Self::AsInRust) };
        match text.value().as_str() {
            "camelCase" => Ok(Self::Camel),
            "lowercase" => Ok(Self::Lower),
            _ => Err(Error::new_spanned(text, "this casing is unknown to `derive/src/attributes.rs`: add it there")),
        }
    }

    /// The name of a field, in Rust with `_` between its words.
    pub(crate) fn of_field(self, rust: &str) -> String {
        match self {
            Self::AsInRust | Self::Lower => rust.to_owned(),
            Self::Camel => uncapitalised(&rust.split('_').map(capitalised).collect::<String>()),
        }
    }

    /// The name of a variant, in Rust with every word capitalised.
    pub(crate) fn of_variant(self, rust: &str) -> String {
        match self {
            Self::AsInRust => rust.to_owned(),
            Self::Camel => uncapitalised(rust),
            Self::Lower => rust.to_ascii_lowercase(),
        }
    }
}

fn capitalised(word: &str) -> String {
    with_first(word, |letter| letter.to_ascii_uppercase())
}

fn uncapitalised(word: &str) -> String {
    with_first(word, |letter| letter.to_ascii_lowercase())
}

fn with_first(word: &str, change: impl FnOnce(char) -> char) -> String {
    let mut letters = word.chars();
    letters.next().map(change).into_iter().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::Casing;

    #[test]
    fn an_unknown_casing_is_refused() {
        for attribute in [
            parse_quote!(#[serde(rename_all = "snake_case")]),
            parse_quote!(#[serde(rename = "Body", rename_all = "kebab-case")]),
            parse_quote!(#[serde(rename_all = "PascalCase")]),
            parse_quote!(#[serde(rename_all(deserialize = "camelCase"))]),
        ] {
            assert!(Casing::read(&[attribute]).is_err());
        }
        let casing = Casing::read(&[parse_quote!(#[serde(rename_all = "camelCase")])]).unwrap();
        assert_eq!(casing.of_field("redirect_uris"), "redirectUris");
    }
}
