//! `cargo xtask check`: formatting, lints, types and documentation; everything is looked at before the verdict.

use std::process::Command;

use anyhow::{Result, bail};

use crate::toolchain::{self, Toolchain};
use crate::{build, npm, process, wasm, wasm_test};

/// Runs the command.
pub(crate) fn run(_: &[String]) -> Result<()> {
    let toolchain = build::generate()?;
    toolchain::add_clippy(&toolchain)?;
    let results: Vec<(&str, bool)> =
        checks(&toolchain)?.into_iter().map(|(name, command)| (name, passes(name, command))).collect();

    println!();
    for (name, passed) in &results {
        println!("  {name:<28} {}", if *passed { "ok" } else { "FAILED" });
    }
    let failed = results.iter().filter(|(_, passed)| !passed).count();
    if failed > 0 {
        bail!("{failed} of {} checks failed", results.len());
    }
    println!("\nAll {} checks passed.", results.len());
    Ok(())
}

fn checks(toolchain: &Toolchain) -> Result<Vec<(&'static str, Command)>> {
    let mut format = process::command("cargo");
    format.args(["fmt", "--all", "--check"]);
    let mut lint = process::command("cargo");
    lint.args(["clippy", "--locked", "--workspace", "--all-targets", "--keep-going", "--", "--deny=warnings"]);
    let mut lint_wasm = toolchain.cargo("clippy");
    lint_wasm
        .args(["--package", "prevet", "--lib"])
        .args(wasm::MODULE)
        .args(wasm_test::files()?)
        .args(["--", "--deny=warnings"]);
    // The crate as a library for others' wasm, without what makes it the module; and the unpacker.
    let mut lint_libraries = toolchain.cargo("clippy");
    lint_libraries.args(["--package", "prevet", "--package", "prevet-unpack", "--lib", "--", "--deny=warnings"]);
    let mut types = npm::tool("tsc");
    types.args(["--noEmit", "--project", "pkg/tsconfig.json"]);
    let mut page = npm::tool("tsc");
    page.args(["--project", "www/tsconfig.json"]);
    let mut document = process::command("cargo");
    document.args(["doc", "--locked", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "--deny=warnings");
    Ok(vec![
        ("formatting (rustfmt)", format),
        ("lints (clippy)", lint),
        ("lints for wasm (clippy)", lint_wasm),
        ("lints for wasm, libraries", lint_libraries),
        ("types (tsc)", types),
        ("types of the demo page (tsc)", page),
        ("documentation (rustdoc)", document),
    ])
}

fn passes(name: &str, mut command: Command) -> bool {
    println!("\n== {name} ==");
    match process::run(&mut command) {
        Ok(()) => true,
        Err(error) => {
            eprintln!("error: {error:#}");
            false
        }
    }
}
