//! From the crate to wasm that JavaScript can carry: compile, bind, optimise, encode.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::stamp::{self, Cached};
use crate::toolchain::{TARGET, Toolchain};
use crate::{closures, glue, lean, npm, pack, paths, process, sections, step, unpacker};

/// Where the generated sources of the package are.
pub(crate) const GENERATED: &str = "pkg/src/generated";

/// The wasm beyond the first version that the module may use: what Safari 15, Chrome 75 and Firefox 79 know. Reference
/// types and multiple values are not among it, which bundlers' parsers and Safari 16 stumble over.
pub(crate) const FEATURES: &[&str] = &[
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
];

/// Keeps rustc to the same: without reference types wasm-bindgen holds JavaScript values in a list of its own.
const TARGET_FEATURES: &str = "-Ctarget-feature=-reference-types,-multivalue";

/// Measured on this module: other levels, more rounds and stronger assumptions give at most one per cent more. Large
/// functions with one caller stay by themselves: put into it they are fewer bytes, but two per cent more after gzip.
/// Zeros stay in the data: what cutting them out saves, it loses again by two hundred beginnings of segments. Below address
/// 1024 is only the very end of the stack.
const OPTIMISATIONS: &[&str] = &[
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--one-caller-inline-max-function-size=10",
    "--always-inline-max-function-size=6",
    "--low-memory-unused",
    "--skip-pass=memory-packing",
];

/// Makes `generated/wasm/` (bindings and module) and `generated/bytes.ts` (the module as text, and what unpacks it).
pub(crate) fn build(toolchain: &Toolchain) -> Result<()> {
    let module = compile(toolchain)?;
    let unpacker = unpacker::compile(toolchain)?;
    let folder = paths::repository(GENERATED).join("wasm");
    let text = paths::repository(GENERATED).join("bytes.ts");
    Cached {
        name: "bindings",
        what: "binding, optimising and encoding the wasm",
        inputs: &[module.clone(), unpacker.clone(), paths::repository("package-lock.json")],
        outputs: &[folder.clone(), text.clone()],
    }
    .run(|| {
        let module = prepare(&module, &folder, Names::Dropped)?;
        encode(&read(&module)?, &unpacker::prepare(&unpacker)?, &text)
    })
}

/// What makes the crate the npm package's module.
pub(crate) const MODULE: [&str; 2] = ["--features", "prevet/module"];

/// cargo knows best whether there is anything to do, so it is always asked.
pub(crate) fn compile(toolchain: &Toolchain) -> Result<PathBuf> {
    step::run("wasm", "compiling the crate for wasm", || compile_package(toolchain, "prevet"))
}

/// Compiles a package of the workspace and gives its module.
pub(crate) fn compile_package(toolchain: &Toolchain, package: &str) -> Result<PathBuf> {
    let mut cargo = toolchain.cargo("build");
    cargo.args(["--release", "--package", package, "--lib"]);
    if package == "prevet" {
        cargo.args(MODULE);
    }
    // The names of functions are dropped when the module is bound; `cargo xtask size` reads them.
    cargo.env("CARGO_PROFILE_RELEASE_STRIP", "none");
    let flags = lean::apply(toolchain, &mut cargo).iter().map(ToString::to_string);
    let flags: Vec<String> = flags.chain([TARGET_FEATURES.to_string()]).chain(remapped(toolchain)).collect();
    process::run(cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}")))?;
    let module = package.replace('-', "_") + ".wasm";
    Ok(paths::repository("target/wasm").join(TARGET).join("release").join(module))
}

/// Panic locations name source files: without the folders of the machine that built them the same sources give the same
/// bytes anywhere, and nothing of that machine is published.
fn remapped(toolchain: &Toolchain) -> impl Iterator<Item = String> {
    toolchain.sources().into_iter().map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()))
}

/// What becomes of the functions' names.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Names {
    /// Nothing of them is left, as it is published.
    Dropped,
    /// They are kept, for those who want to know which function is how large.
    Kept,
}

/// Makes the JavaScript bindings and the optimised module that they belong to. Gives that module.
pub(crate) fn prepare(compiled: &Path, folder: &Path, names: Names) -> Result<PathBuf> {
    let plain = paths::scratch("bindings").join("prevet.wasm");
    stamp::write(&plain, sections::without_features(&read(compiled)?)?)?;
    bind(&plain, folder)?;
    let module = folder.join("prevet_bg.wasm");
    stamp::write(&module, closures::without_unused(&read(&module)?)?)?;
    glue::trim(&folder.join("prevet.js"), &module)?;
    let optimised = module.with_extension("optimised");
    let mut tool = npm::tool("wasm-opt");
    tool.args(FEATURES).args(OPTIMISATIONS).args((names == Names::Kept).then_some("--debuginfo"));
    process::run(tool.arg(&module).arg("-o").arg(&optimised))?;
    stamp::write(&module, pack::without_alignments(read(&optimised)?)?)?;
    std::fs::remove_file(&optimised).context("removing what is not needed any more")?;
    Ok(module)
}

fn bind(module: &Path, folder: &Path) -> Result<()> {
    let path = |path: &Path| path.display().to_string();
    let arguments = vec![
        "wasm-bindgen".to_string(),
        path(module),
        "--target=web".to_string(),
        format!("--out-dir={}", path(folder)),
        // The facade instantiates the module itself and starts afresh should it ever trap.
        "--omit-default-module-path".to_string(),
        "--experimental-reset-state-function".to_string(),
        "--encode-into=always".to_string(),
        "--remove-producers-section".to_string(),
    ];
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(arguments)
}

/// Reads a module.
pub(crate) fn read(module: &Path) -> Result<Vec<u8>> {
    std::fs::read(module).with_context(|| format!("reading {}", paths::shown(module)))
}

/// Writes the module as a source file. Typed as what it is: a literal type would repeat all of it in a declaration.
fn encode(module: &[u8], unpacker: &[u8], file: &Path) -> Result<()> {
    println!("         {} bytes of wasm, unpacked by {}", module.len(), unpacker.len());
    stamp::write(file, pack::source(module, unpacker)?)
}
