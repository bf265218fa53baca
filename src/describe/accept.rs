//! The fast path of the package: TypeScript that reads a value once and says whether it is surely valid.
//!
//! One function for each object, list and union. It reads along the description as the general reader does
//! (own properties, each once, nothing called), gives the snapshot that was read, and calls `doubt()` for whatever is
//! not surely valid. Then the snapshot goes to the full validator; so this can accept early, but never refuse.

use std::fmt::Write as _;

use super::functions::{Functions, exported};
use super::options;
use crate::schemas::LIST;
use crate::shape::{Field, Format, Kind, Node, Object, Union};

/// The source of `generated/accept.ts`: a function for each schema, `reader0` and so on, and the list of them
/// all, `readers`.
pub fn accept_typescript() -> String {
    let mut out = Writer { functions: Functions::new("read", "unknown"), options: Vec::new() };
    let readers: Vec<_> = LIST.iter().map(|schema| out.reader(&schema.node)).collect();
    format!(
        "// Made from the Rust definitions; do not edit.\n\
         import {{ again, base, below, doubt, isInteger, isList, isPlainList, isUrl, isUuid, listLength, lists, pending, prototypeOf, readOwn, resume, unique, unreadable, type Snapshot }} from \"../accept.js\";\n\
         import {{ {} }} from \"./options.js\";\n\
         {}\n/** Reads a value along a schema; calls `doubt` where it is not surely valid. */\n\
         export const readers: readonly ((value: unknown) => unknown)[] = [{}];\n{}",
        out.options.join(", "),
        out.functions.code,
        readers.join(", "),
        exported("reader", &readers)
    )
}

struct Writer {
    functions: Functions,
    /// The names of the lists of options that are in use.
    options: Vec<String>,
}

impl Writer {
    /// The name of a function that reads a value of this node, which is made if it is not there.
    fn reader(&mut self, node: &Node) -> String {
        match node.kind {
            Kind::Object(object) => self.object(object),
            Kind::Union(union) => self.union(union),
            Kind::List { item, min_items, unique } => self.list(item, min_items.unwrap_or_default(), unique),
            _ => {
                let (read, check) = self.value(node, "value");
                let body = format!("  const read = {read};\n  if (!({check})) doubt();\n  return read;\n");
                self.functions.add("value: unknown", &body)
            }
        }
    }

    fn object(&mut self, object: &'static Object) -> String {
        if let Some(name) = self.functions.of(object) {
            return name;
        }
        let body = self.body(None, object.fields);
        self.functions.add_of(object, "value: unknown", &body)
    }

    /// The branches share one reading of the tag; an object below an unknown one is left alone.
    fn union(&mut self, union: &'static Union) -> String {
        let mut cases = String::new();
        for branch in union.branches {
            let body = self.body(Some(union.tag), branch.object.fields);
            let name = self.functions.add("value: object, tag: unknown", &body);
            let _ = writeln!(cases, "  if (tag === \"{}\") return {name}(value, tag);", branch.value);
        }
        let names =
            union.shared.fields.iter().map(|field| format!("\"{}\"", field.name)).collect::<Vec<_>>().join(", ");
        let tag = union.tag;
        let reading = reading(&["tag".to_owned()], &[tag]);
        let below = format!("  return below(value, \"{tag}\", tag, [{names}]);\n");
        self.functions.add("value: unknown", &format!("{UNLESS_OBJECT}{reading}{cases}  doubt();\n{below}"))
    }

    /// Reads all fields, then judges them, then gives the snapshot.
    fn body(&mut self, tag: Option<&str>, fields: &'static [Field]) -> String {
        let mut out = String::new();
        if tag.is_none() {
            out.push_str(UNLESS_OBJECT);
        }
        let locals: Vec<_> = (0..fields.len()).map(|at| format!("f{at}")).collect();
        let names: Vec<_> = fields.iter().map(|field| field.name).collect();
        out.push_str(&reading(&locals, &names));
        let mut checks = Vec::new();
        for (local, field) in locals.iter().zip(fields) {
            let (read, check) = self.value(&field.node, local);
            if read != *local {
                let _ = writeln!(out, "  if ({local} !== undefined) {local} = {read};");
            }
            let check = if field.node.nullable { format!("({local} === null || {check})") } else { check };
            match (field.required, check.as_str()) {
                (true, "true") => checks.push(format!("{local} !== undefined")),
                (true, _) => checks.push(check),
                (false, "true") => {}
                (false, _) => checks.push(format!("({local} === undefined || {check})")),
            }
        }
        let checks = if checks.is_empty() { "true".to_owned() } else { checks.join(" && ") };
        let _ = writeln!(out, "  if (!({checks})) doubt();");
        let tag = tag.map(|tag| format!("{tag}: tag"));
        out.push_str(&snapshot(tag, &locals, fields));
        out
    }

    /// What a value becomes when it is read further, and the check of what was read. Containers doubt by themselves.
    fn value(&mut self, node: &Node, local: &str) -> (String, String) {
        let same = local.to_owned();
        let unless_null = |read: String| match node.nullable {
            true => format!("{local} === null ? {local} : {read}"),
            false => read,
        };
        match node.kind {
            Kind::Text { format, min_length, max_length } => (same, text(local, format, min_length, max_length)),
            Kind::Options(options) => match options.values {
                [only] => (same, format!("{local} === \"{only}\"")),
                values => (same, format!("{}.has({local})", self.options(values))),
            },
            Kind::Boolean => (same, format!("typeof {local} === \"boolean\"")),
            Kind::Integer { minimum } => {
                let least = minimum.map(|least| format!(" && ({local} as number) >= {least}")).unwrap_or_default();
                (same, format!("isInteger({local}){least}"))
            }
            Kind::FreeForm => (same, format!("typeof {local} === \"object\" && {local} !== null && !isList({local})")),
            Kind::Any => {
                let check = format!("{local} !== undefined && {local} !== unreadable");
                (same, check)
            }
            Kind::Object(_) | Kind::Union(_) | Kind::List { .. } => {
                let reader = self.reader(node);
                (unless_null(format!("{reader}({local})")), "true".to_owned())
            }
            Kind::ObjectOrText(object) => {
                let reader = self.object(object);
                (format!("typeof {local} === \"string\" ? {local} : {reader}({local})"), "true".to_owned())
            }
        }
    }

    /// The name of a map from each option to its bit.
    fn options(&mut self, list: &'static [&'static str]) -> String {
        let name = options::name(list);
        if !self.options.contains(&name) {
            self.options.push(name.clone());
        }
        name
    }

    fn list(&mut self, item: &'static Node, min_items: usize, unique: bool) -> String {
        let (read, check) = self.value(item, "item");
        let read = if read == "item" { String::new() } else { format!("    if (item !== undefined) item = {read};\n") };
        let check = if check == "true" { "item !== undefined".to_owned() } else { check };
        // Equal options set the same bit; then there are fewer bits than elements.
        let (start, judge, result) = match item.kind {
            Kind::Options(options) if unique => {
                let bits = self.options(options.values);
                let judge = format!(
                    "    const bit = {bits}.get(item);\n    if (bit === undefined) doubt();\n    else seen |= bit, known++;\n"
                );
                ("  let seen = 0, known = 0;\n", judge, "unique(list, seen, known)")
            }
            _ => ("", format!("    if (!({check})) doubt();\n"), "list"),
        };
        let body = format!(
            "  const length = listLength(value);\n  if (length < {min_items}) doubt();\n  \
             if (length < 0) return value;\n  const plain = isPlainList(value), list: unknown[] = [];\n{start}  \
             for (let index = 0; index < length; index++) {{\n    let item: unknown = pending;\n    \
             try {{\n      if (plain && !(index in lists)) item = index in (value as object) ? (value as readonly unknown[])[index] : undefined;\n      \
             else item = readOwn(value as object, index);\n    }} catch {{\n      item = again(value as object, index);\n    }}\n\
             {read}{judge}    list[index] = item;\n  }}\n  return {result};\n"
        );
        self.functions.add("value: unknown", &body)
    }
}

/// What is no object, and a list, goes back as it is.
const UNLESS_OBJECT: &str =
    "  if (typeof value !== \"object\" || value === null || isList(value)) return doubt(), value;\n";

/// Reads the own fields of `value` into locals, each once. Where the prototype is the usual one or none, and has none of
/// the names, a field that is there is the object's own: that engines answer at once from what they know of its shape,
/// where `hasOwnProperty` is a call for each field. All else is read one by one. What is own is settled before the first
/// getter runs.
fn reading(locals: &[String], names: &[&str]) -> String {
    let declared: Vec<_> = locals.iter().map(|local| format!("{local}: unknown = pending")).collect();
    let there: Vec<_> = names.iter().enumerate().map(|(at, name)| format!("h{at} = \"{name}\" in value")).collect();
    let inherited: Vec<_> = names.iter().map(|name| format!("\"{name}\" in base")).collect();
    let mut reads = String::new();
    for (at, (local, name)) in locals.iter().zip(names).enumerate() {
        let _ = writeln!(reads, "      {local} = h{at} ? (value as Snapshot)[\"{name}\"] : undefined;");
    }
    let all = locals.join(", ");
    let quoted: Vec<_> = names.iter().map(|name| format!("\"{name}\"")).collect();
    let last = locals.last().map(String::as_str).unwrap_or_default();
    format!(
        "  let {}, plain = false;\n  try {{\n    const {}, prototype = prototypeOf(value);\n    \
         plain = (prototype === base || prototype === null) && !({});\n    if (plain) {{\n{reads}    }}\n  \
         }} catch {{}}\n  if ({last} === pending) [{all}] = resume(value, [{}], [{all}], plain);\n",
        declared.join(", "),
        there.join(", "),
        inherited.join(" || "),
        quoted.join(", "),
    )
}

/// The fields that are there, in the document's order: a literal as far as all are required, then one by one.
pub(super) fn snapshot(tag: Option<String>, locals: &[String], fields: &[Field]) -> String {
    let required = fields.iter().take_while(|field| field.required).count();
    let first = locals.iter().zip(fields).take(required).map(|(local, field)| format!("{}: {local}", field.name));
    let literal = tag.into_iter().chain(first).collect::<Vec<_>>().join(", ");
    let mut out = format!("  const data: Snapshot = {{ {literal} }};\n");
    for (local, field) in locals.iter().zip(fields).skip(required) {
        let guard = if field.required { String::new() } else { format!("if ({local} !== undefined) ") };
        let _ = writeln!(out, "  {guard}data[\"{}\"] = {local};", field.name);
    }
    out.push_str("  return data;\n");
    out
}

/// Lengths are in code points; a string has at most as many as it has UTF-16 units, and at least half as many.
fn text(local: &str, format: Option<Format>, min_length: Option<usize>, max_length: Option<usize>) -> String {
    let mut check = format!("typeof {local} === \"string\"");
    match min_length {
        Some(1) => check += &format!(" && {local} !== \"\""),
        Some(least) => check += &format!(" && {local}.length >= {}", least * 2),
        None => {}
    }
    if let Some(most) = max_length {
        check += &format!(" && {local}.length <= {most}");
    }
    match format {
        Some(Format::Uri) => check += &format!(" && isUrl({local})"),
        Some(Format::Uuid) => check += &format!(" && isUuid({local})"),
        None => {}
    }
    check
}
