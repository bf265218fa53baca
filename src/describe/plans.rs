//! What is generated for each schema, brought together for the package.

use std::fmt::Write as _;

use crate::schemas::{LIST, Schema};

/// The source of `generated/plans.ts`: a constant for each schema, which a bundler can drop, and the list of them all.
pub fn plans_typescript() -> String {
    let imports = |role: &str| (0..LIST.len()).map(|at| format!("{role}{at}")).collect::<Vec<_>>().join(", ");
    let mut out = format!(
        "// Made from the Rust definitions; do not edit.\n\
         import {{ otherDefinition, requestDefinition }} from \"../definition.js\";\n\
         import type {{ Plan }} from \"../plan.js\";\n\
         import {{ {} }} from \"./accept.js\";\n\
         import {{ {} }} from \"./cut.js\";\n\
         import {{ {} }} from \"./evidence.js\";\n",
        imports("reader"),
        imports("cutter"),
        imports("writer"),
    );
    let mut places = [0; 2];
    for (at, schema) in LIST.iter().enumerate() {
        let [others, requests] = &mut places;
        let (definition, place) =
            if schema.form.is_some() { ("requestDefinition", requests) } else { ("otherDefinition", others) };
        let (constant, name) = (constant(schema), schema.name);
        let _ = writeln!(
            out,
            "export const {constant}: Plan<\"{name}\"> = {{ index: {at}, name: \"{name}\", read: reader{at}, \
             write: writer{at}, cut: cutter{at}, definition: () => {definition}({place}) }};"
        );
        *place += 1;
    }
    let list = LIST.iter().map(constant).collect::<Vec<_>>().join(", ");
    let _ = writeln!(
        out,
        "\n/** All of them, in the order by which wasm knows them. */\nexport const plans = [{list}] as const;"
    );
    out
}

/// The name of a schema's constant: that of its type with a small letter first.
fn constant(schema: &Schema) -> String {
    let mut letters = schema.type_name.chars();
    letters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(letters).collect()
}
