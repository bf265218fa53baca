//! The lists of options, as constants that the package's generated sources share.

use crate::schemas::LIST;
use crate::shape::{Kind, Node};

type List = &'static [&'static str];

/// The source of `generated/options.ts`: a constant for each list.
pub fn options_typescript() -> String {
    let mut out =
        String::from("// Made from the Rust definitions; do not edit.\nimport { bits } from \"../bits.js\";\n");
    for (list, name) in lists().into_iter().zip(names()) {
        let options = list.iter().map(|option| format!("\"{option}\"")).collect::<Vec<_>>().join(", ");
        out += &format!("export const {name} = /* @__PURE__ */ bits([{options}]);\n");
    }
    out
}

/// The names of all constants.
pub(super) fn names() -> Vec<String> {
    (0..lists().len()).map(|at| format!("options{at}")).collect()
}

/// The name of a list's constant.
pub(super) fn name(list: List) -> String {
    let at = lists().iter().position(|known| *known == list).unwrap_or_default();
    format!("options{at}")
}

fn lists() -> Vec<List> {
    let mut found = Vec::new();
    LIST.iter().for_each(|schema| collect(&schema.node, &mut found));
    found
}

fn collect(node: &Node, found: &mut Vec<List>) {
    match node.kind {
        Kind::Options(options) if !found.contains(&options.values) => found.push(options.values),
        Kind::List { item, .. } => collect(item, found),
        Kind::Object(object) | Kind::ObjectOrText(object) => {
            object.fields.iter().for_each(|field| collect(&field.node, found));
        }
        Kind::Union(union) => {
            union.branches.iter().flat_map(|branch| branch.object.fields).for_each(|field| collect(&field.node, found));
        }
        _ => {}
    }
}
