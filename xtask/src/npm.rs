//! Node and the npm packages that build and test the package.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::stamp::Cached;
use crate::{paths, process};

/// The oldest major version of Node that builds, tests and runs the package.
const NODE: u32 = 20;

/// Checks Node and installs the packages of package-lock.json.
pub(crate) fn set_up() -> Result<()> {
    check_node()?;
    Cached {
        name: "npm",
        what: "installing the npm packages of package-lock.json",
        inputs: &[paths::repository("package.json"), paths::repository("package-lock.json")],
        // npm's own record of what it installed; the packages themselves are too many to hash.
        outputs: &[paths::repository("node_modules/.package-lock.json")],
    }
    // No package here needs its install script, and none is run.
    .run(|| process::run(npm().args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])))
}

/// `npm`, whose file has another name on Windows.
pub(crate) fn npm() -> Command {
    process::command(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// `node`.
pub(crate) fn node() -> Command {
    process::command("node")
}

/// A program of an installed npm package.
pub(crate) fn tool(name: &str) -> Command {
    let file = if cfg!(windows) { format!("{name}.cmd") } else { name.to_string() };
    process::command(paths::repository("node_modules/.bin").join(file))
}

/// The files of one kind in a folder, nothing where there is no such folder.
pub(crate) fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut files = crate::stamp::entries(&paths::repository(folder)).unwrap_or_default();
    files.retain(|file| file.to_string_lossy().ends_with(ending));
    files
}

/// Checks that Node is here, not too old, and with npm.
pub(crate) fn check_node() -> Result<()> {
    let how = format!("install Node {NODE} or newer from nodejs.org or your package manager");
    let version = process::answer(node().arg("--version")).with_context(|| format!("Node is missing: {how}"))?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE) {
        bail!("Node {version} is too old: {how}");
    }
    process::answer(npm().arg("--version")).with_context(|| format!("npm is missing, which comes with Node: {how}"))?;
    Ok(())
}
