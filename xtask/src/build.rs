//! `cargo xtask build`: the npm package, from the crate to a folder that `npm pack` takes.

use anyhow::Result;

use crate::toolchain::{self, Toolchain};
use crate::{npm, package, paths, stamp, step, wasm};

/// Runs the command.
pub(crate) fn run(_: &[String]) -> Result<()> {
    build()?;
    println!("\nThe package is ready: npm pack ./pkg");
    Ok(())
}

/// Does all set-up and builds the package. Gives the toolchain for those who go on with it.
pub(crate) fn build() -> Result<Toolchain> {
    let toolchain = generate()?;
    package::bundle()?;
    Ok(toolchain)
}

/// Does all set-up and makes the generated sources of the package, which its types need too.
pub(crate) fn generate() -> Result<Toolchain> {
    npm::set_up()?;
    let toolchain = toolchain::find()?;
    describe()?;
    wasm::build(&toolchain)?;
    Ok(toolchain)
}

/// Writes what the crate describes: the definition of the schemas, the types of their bodies, their JSON Schemas, and the
/// catalogue of what else TypeScript exports as data.
fn describe() -> Result<()> {
    let header = "// Generated from the Rust definition by `cargo xtask build`.";
    let names: Vec<_> = prevet::schemas::LIST.iter().map(|schema| schema.name).collect();
    // As texts in functions: engines read them when something asks for them, not when the package is imported.
    let (requests, others) = (prevet::describe::requests_json(), prevet::describe::others_json());
    let bodies = prevet::describe::typescript();
    let catalogue = prevet::describe::catalogue_typescript();
    let files = [
        (
            "definition.ts",
            format!(
                "{header}\n\nexport const names = {names:?} as const;\n\n\
                 export const requests = () => {requests:?};\n\nexport const others = () => {others:?};\n"
            ),
        ),
        ("bodies.ts", format!("{header}\n\n{bodies}")),
        ("catalogue.ts", format!("{header}\n\n{catalogue}")),
        ("options.ts", prevet::describe::options_typescript()),
        ("accept.ts", prevet::describe::accept_typescript()),
        ("cut.ts", prevet::describe::cut_typescript()),
        ("evidence.ts", prevet::describe::evidence_typescript()),
        ("plans.ts", prevet::describe::plans_typescript()),
    ];
    let sources = files.into_iter().map(|(name, content)| (paths::repository(wasm::GENERATED).join(name), content));
    let schemas = prevet::describe::json_schema_files()
        .map(|(name, content)| (paths::repository("pkg/schemas").join(name), content));
    let mut written = 0;
    for (path, content) in sources.chain(schemas) {
        if std::fs::read_to_string(&path).is_ok_and(|current| current == content) {
            continue;
        }
        stamp::write(&path, content)?;
        written += 1;
    }
    step::skipped("definition", if written == 0 { "up to date" } else { "written from the crate" });
    Ok(())
}
