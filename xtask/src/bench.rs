//! `cargo xtask bench`: prevet against the libraries that one would use instead, in Node and in a browser.

use anyhow::Result;

use crate::stamp::Cached;
use crate::{browser, build, npm, paths, process};

/// Where the result of a whole run goes.
const REPORT: &str = "docs/BENCHMARK.md";

/// What the compilers of ajv and typia read, and what they write.
const SOURCES: &[&str] = &[
    "bench/prepare.mjs",
    "bench/kinds.mjs",
    "bench/ajv-schemas.mjs",
    "bench/ajv-host-formats.cjs",
    "bench/typia-source.ts",
    "bench/package-lock.json",
];
const GENERATED: &[&str] = &["bench/generated/ajv.cjs", "bench/generated/ajv-host.cjs", "bench/generated/typia.mjs"];

/// Runs the command. Only a run without arguments is written down: with them, it is shorter or leaves something out.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    npm::check_node()?;
    // Before a minute's work: it needs nothing that is installed.
    process::run(npm::node().arg("bench/options.mjs").args(arguments))?;
    build::build()?;
    let browser = browser::find()?;
    install()?;
    prepare()?;
    let mut bench = npm::node();
    bench.arg("bench/main.mjs").args(arguments).env("PREVET_CHROMIUM", browser);
    if arguments.is_empty() {
        bench.arg("--out").arg(paths::repository(REPORT));
    }
    process::run(&mut bench)
}

/// Installs the libraries, which nothing else needs.
fn install() -> Result<()> {
    Cached {
        name: "bench-npm",
        what: "installing the libraries to compare with",
        inputs: &["bench/package.json", "bench/package-lock.json"].map(paths::repository),
        outputs: &[paths::repository("bench/node_modules/.package-lock.json")],
    }
    .run(|| {
        let mut npm = npm::npm();
        npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        process::run(npm.current_dir(paths::repository("bench")))
    })
}

/// Generates the checks of the libraries that compile theirs.
fn prepare() -> Result<()> {
    Cached {
        name: "bench-peers",
        what: "generating the checks of ajv and typia",
        inputs: &SOURCES.iter().map(|name| paths::repository(name)).collect::<Vec<_>>(),
        outputs: &GENERATED.iter().map(|name| paths::repository(name)).collect::<Vec<_>>(),
    }
    .run(|| process::run(npm::node().arg("bench/prepare.mjs")))
}
