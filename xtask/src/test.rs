//! `cargo xtask test`: every runner, one count.

use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::sandbox::Sandbox;
use crate::tally::Tally;
use crate::toolchain::{self, Toolchain};
use crate::{browser, build, consumers, demo, npm, package, paths, process, size, stamp, wasm_test};

/// A part of the tests: a name that the command line knows, and how it is run.
struct Suite {
    name: &'static str,
    about: &'static str,
    run: fn() -> Result<Outcome>,
}

/// What a runner said, and whether it ended well.
struct Outcome {
    tally: Tally,
    success: bool,
}

const SUITES: &[Suite] = &[
    Suite { name: "native", about: "the workspace, natively", run: native },
    Suite { name: "node", about: "the wasm in Node", run: wasm_in_node },
    Suite { name: "browser", about: "the wasm in headless Chromium", run: wasm_in_browser },
    Suite { name: "package", about: "the packed and installed package", run: packed },
    Suite { name: "consumers", about: "bundlers, runtimes and libraries", run: consumed },
    Suite { name: "page", about: "the demo page in headless Chromium", run: page },
];

/// Runs the suites that are named, or all; every one of them even after a failure.
pub(crate) fn run(names: &[String]) -> Result<()> {
    if let Some(unknown) = names.iter().find(|name| SUITES.iter().all(|suite| suite.name != name.as_str())) {
        let known = SUITES.iter().map(|suite| suite.name).collect::<Vec<_>>().join(", ");
        bail!("there is no suite `{unknown}`; the suites are {known}");
    }
    let start = Instant::now();
    let chosen = SUITES.iter().filter(|suite| names.is_empty() || names.iter().any(|name| name == suite.name));
    let results: Vec<(&Suite, Tally)> = chosen.map(|suite| (suite, judged(suite))).collect();

    println!("\nTests, in {:.0} s:", start.elapsed().as_secs_f64());
    let mut total = Tally::default();
    for (suite, tally) in results {
        println!("  {:<9} {:<36} {tally}", suite.name, suite.about);
        total += tally;
    }
    println!("\n{total}");
    if total.failed > 0 {
        // Not an error to be worded: the count is the last line.
        std::process::exit(1);
    }
    Ok(())
}

/// Runs one suite. One that could not run, ran nothing or ended badly without a failed test counts as one failure.
fn judged(suite: &Suite) -> Tally {
    println!("\n== {}: {} ==", suite.name, suite.about);
    let (mut tally, trouble) = match (suite.run)() {
        Err(error) => (Tally::default(), Some(format!("{error:#}"))),
        Ok(outcome) if !outcome.tally.ran() => (outcome.tally, Some("it ran no test".to_string())),
        Ok(Outcome { tally, success }) if !success && tally.failed == 0 => {
            (tally, Some("its runner failed without a failed test".to_string()))
        }
        Ok(outcome) => (outcome.tally, None),
    };
    if let Some(trouble) = trouble {
        eprintln!("error: {}: {trouble}", suite.name);
        tally.failed += 1;
    }
    tally
}

fn native() -> Result<Outcome> {
    let mut cargo = process::command("cargo");
    harness(cargo.args(["test", "--workspace", "--locked", "--no-fail-fast"]))
}

fn wasm_in_node() -> Result<Outcome> {
    npm::check_node()?;
    harness(&mut wasm_test::command(&toolchain::find()?)?)
}

fn wasm_in_browser() -> Result<Outcome> {
    npm::set_up()?;
    let toolchain: Toolchain = toolchain::find()?;
    let browser = browser::find()?;
    harness(wasm_test::command(&toolchain)?.env(wasm_test::BROWSER, browser))
}

fn packed() -> Result<Outcome> {
    build::build()?;
    let installed = package::install()?;
    node("package", |node| node.env("PREVET_INSTALLED", &installed))
}

fn consumed() -> Result<Outcome> {
    let browser = browser::find()?;
    build::build()?;
    size::check()?;
    let tarball = consumers::prepare()?;
    let output = paths::scratch("consumers");
    node("consumers", |node| {
        node.env("PREVET_CHROMIUM", &browser).env("PREVET_TARBALL", &tarball).env("PREVET_OUTPUT", &output)
    })
}

fn page() -> Result<Outcome> {
    let browser = browser::find()?;
    demo::build()?;
    let installed = package::install()?;
    let sandbox = Sandbox::start(0)?;
    node("e2e", |node| {
        node.env("PREVET_CHROMIUM", &browser).env("PREVET_URL", sandbox.address()).env("PREVET_INSTALLED", &installed)
    })
}

/// Runs a command that ends each part with the closing line of Rust's test harness.
fn harness(command: &mut std::process::Command) -> Result<Outcome> {
    let mut tally = Tally::default();
    let success = process::watched(command, |line| {
        if let Some(part) = Tally::of_rust(line) {
            tally += part;
        }
    })?;
    Ok(Outcome { tally, success })
}

/// Runs the files of Node's test runner in a folder of tests. A person reads one report, the count is from another.
fn node(
    folder: &str,
    environment: impl FnOnce(&mut std::process::Command) -> &mut std::process::Command,
) -> Result<Outcome> {
    let files: Vec<PathBuf> = npm::files(&format!("tests/{folder}"), ".test.mjs");
    if files.is_empty() {
        bail!("tests/{folder} has no file *.test.mjs");
    }
    let report = paths::scratch(&format!("{folder}.tap"));
    stamp::write(&report, "")?;
    let mut node = npm::node();
    node.args(["--test", "--test-reporter=spec", "--test-reporter-destination=stdout", "--test-reporter=tap"]);
    node.arg(format!("--test-reporter-destination={}", report.display())).args(files);
    let success = process::watched(environment(&mut node), |_| ())?;
    let mut tally = Tally::default();
    let text = std::fs::read_to_string(&report).context("reading the report of Node's test runner")?;
    text.lines().filter_map(Tally::of_node).for_each(|part| tally += part);
    Ok(Outcome { tally, success })
}
