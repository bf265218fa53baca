//! Bodies cut out of a text, for the package: TypeScript that follows the words of `accept::places`.

use std::fmt::Write as _;

use super::accept::snapshot;
use super::functions::{Functions, exported};
use super::options;
use crate::schemas::LIST;
use crate::shape::{Field, Kind, Node, Object, Union};

/// The source of `generated/cut.ts`: a function for each schema, `cutter0` and so on, that cuts a body out of
/// the text whose places were found last.
pub fn cut_typescript() -> String {
    let mut out = Writer { functions: Functions::new("cut", "unknown"), lists: Vec::new() };
    let cutters: Vec<_> = LIST.iter().map(|schema| out.cutter(&schema.node)).collect();
    format!(
        "// Made from the Rust definitions; do not edit.\n\
         import {{ unique, type Snapshot }} from \"../accept.js\";\n\
         import {{ json, next, options, text }} from \"../cut.js\";\n\
         import {{ {} }} from \"./options.js\";\n\
         {}\n{}",
        options::names().join(", "),
        out.functions.code,
        exported("cutter", &cutters)
    )
}

struct Writer {
    functions: Functions,
    /// The lists of options that have a constant of their own here.
    lists: Vec<String>,
}

impl Writer {
    /// The name of a function that cuts a value of this node.
    fn cutter(&mut self, node: &'static Node) -> String {
        match node.kind {
            Kind::Object(object) if !node.nullable => self.object(object),
            Kind::Union(union) if !node.nullable => self.union(union),
            _ => {
                let body = format!("  return {};\n", self.value(node));
                self.functions.add("", &body)
            }
        }
    }

    /// The expression that cuts a value.
    fn value(&mut self, node: &'static Node) -> String {
        let value = match node.kind {
            Kind::Text { .. } => "text()".to_owned(),
            Kind::Options(list) => format!("{}[next()]", self.options(list.values)),
            Kind::Boolean => "next() === 1".to_owned(),
            Kind::Integer { .. } => "(next() | 0)".to_owned(),
            Kind::FreeForm | Kind::Any => "json()".to_owned(),
            Kind::List { item, unique, .. } => format!("{}()", self.list(item, unique)),
            Kind::Object(object) => format!("{}()", self.object(object)),
            Kind::Union(union) => format!("{}()", self.union(union)),
            Kind::ObjectOrText(object) => format!("(next() === 0 ? text() : {}())", self.object(object)),
        };
        let is_any = matches!(node.kind, Kind::Any);
        if node.nullable && !is_any { format!("(next() === 0 ? null : {value})") } else { value }
    }

    fn object(&mut self, object: &'static Object) -> String {
        if let Some(name) = self.functions.of(object) {
            return name;
        }
        let body = self.fields(object.fields, None);
        self.functions.add_of(object, "", &body)
    }

    fn union(&mut self, union: &'static Union) -> String {
        let mut branches = Vec::new();
        for branch in union.branches {
            let body = self.fields(branch.object.fields, Some(format!("{}: \"{}\"", union.tag, branch.value)));
            branches.push(self.functions.add("", &body));
        }
        let cases: Vec<_> =
            branches.iter().enumerate().map(|(at, name)| format!("    case {at}: return {name}();\n")).collect();
        self.functions.add("", &format!("  switch (next()) {{\n{}  }}\n  return undefined;\n", cases.concat()))
    }

    /// Fields come in the order of the text.
    fn fields(&mut self, fields: &'static [Field], tag: Option<String>) -> String {
        let locals: Vec<_> = (0..fields.len()).map(|at| format!("f{at}")).collect();
        let mut cases = String::new();
        for (at, field) in fields.iter().enumerate() {
            let _ = writeln!(cases, "      case {at}: f{at} = {}; break;", self.value(&field.node));
        }
        format!(
            "  let {}: unknown;\n  for (let left = next(); left > 0; left--) {{\n    switch (next()) {{\n{cases}    }}\n  }}\n{}",
            locals.join(": unknown, "),
            snapshot(tag, &locals, fields),
        )
    }

    /// Equal options set the same bit, as in the reader of values.
    fn list(&mut self, item: &'static Node, is_unique: bool) -> String {
        let body = match item.kind {
            Kind::Options(list) if is_unique => {
                let values = self.options(list.values);
                format!(
                    "  const list: unknown[] = [];\n  let seen = 0;\n  const count = next();\n  \
                     for (let at = 0; at < count; at++) {{\n    const option = next();\n    seen |= 1 << option;\n    \
                     list[at] = {values}[option];\n  }}\n  return unique(list, seen, count);\n"
                )
            }
            _ => {
                let value = self.value(item);
                format!(
                    "  const list: unknown[] = [];\n  const count = next();\n  \
                     for (let at = 0; at < count; at++) list[at] = {value};\n  return list;\n"
                )
            }
        };
        self.functions.add("", &body)
    }

    /// The name of a list of options by their position.
    fn options(&mut self, list: &'static [&'static str]) -> String {
        let known = options::name(list);
        let name = known.replace("options", "values");
        if !self.lists.contains(&name) {
            let _ = writeln!(self.functions.code, "const {name} = /* @__PURE__ */ options({known});");
            self.lists.push(name.clone());
        }
        name
    }
}
