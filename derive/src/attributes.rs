//! What is written above a field: `#[field(..)]`, the serde name, the doc comment.

use syn::{Attribute, Expr, ExprLit, Lit, LitStr, Meta, Result, Token};

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

/// The doc comment as one paragraph of text.
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
    lines.collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// The value of `rename` or `rename_all` in `#[serde(..)]`.
pub(crate) fn serde_text(attributes: &[Attribute], key: &str) -> Result<Option<String>> {
    let mut found = None;
    for attribute in attributes.iter().filter(|a| a.path().is_ident("serde")) {
        attribute.parse_nested_meta(|meta| {
            let wanted = meta.path.is_ident(key);
            if meta.input.peek(Token![=]) {
                let text: LitStr = meta.value()?.parse()?;
                if wanted {
                    found = Some(text.value());
                }
            }
            Ok(())
        })?;
    }
    Ok(found)
}

/// A Rust name in the casing that the container's `rename_all` asks for.
pub(crate) fn wire_name(rust: &str, casing: Option<&str>) -> String {
    let rust = rust.trim_start_matches("r#");
    match casing {
        Some("camelCase") => {
            let mut words = rust.split('_');
            let first = words.next().unwrap_or_default().to_owned();
            words.fold(first, |name, word| name + &capitalised(word))
        }
        Some("lowercase") => rust.to_lowercase(),
        _ => rust.to_owned(),
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
