//! The small module that unpacks the other: compiled alike, and stripped of all that unpacking does not need.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::toolchain::Toolchain;
use crate::{npm, paths, process, stamp, step, wasm};

/// What the package uses; the compiler exports where the heap begins too.
const EXPORTS: &[&str] = &["memory", "unpack"];

/// Compiles it.
pub(crate) fn compile(toolchain: &Toolchain) -> Result<PathBuf> {
    step::run("unpacker", "compiling what unpacks the wasm", || wasm::compile_package(toolchain, "prevet-unpack"))
}

/// The bytes of the module, optimised.
pub(crate) fn prepare(compiled: &Path) -> Result<Vec<u8>> {
    let plain = paths::scratch("bindings").join("unpack.wasm");
    stamp::write(&plain, bare(compiled)?)?;
    let optimised = plain.with_extension("optimised");
    let mut tool = npm::tool("wasm-opt");
    tool.args(wasm::FEATURES).args(["-Oz", "-Oz"]);
    process::run(tool.arg(&plain).arg("-o").arg(&optimised))?;
    wasm::read(&optimised)
}

/// Without exports that nobody uses, and without sections for tools.
fn bare(module: &Path) -> Result<Vec<u8>> {
    let mut config = walrus::ModuleConfig::new();
    config.generate_producers_section(false).generate_name_section(false);
    let mut module = config.parse(&wasm::read(module)?).context("reading the unpacker")?;
    let unused: Vec<_> = module.exports.iter().filter(|export| !EXPORTS.contains(&export.name.as_str())).collect();
    let unused: Vec<_> = unused.into_iter().map(walrus::Export::id).collect();
    unused.into_iter().for_each(|export| module.exports.delete(export));
    let tools: Vec<_> = module.customs.iter().map(|(id, _)| id).collect();
    tools.into_iter().for_each(|section| _ = module.customs.delete(section));
    Ok(module.emit_wasm())
}
