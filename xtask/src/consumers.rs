//! What the package has to work in: other people's programs, installed beside the package as a stranger has it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::stamp::{self, Cached};
use crate::{npm, package, paths, process};

/// The folder of the tests, an npm project of its own: nobody else needs what it installs.
const FOLDER: &str = "tests/consumers";

/// Installs the consumers and puts the package among them. Gives its tarball.
pub(crate) fn prepare() -> Result<PathBuf> {
    let folder = paths::repository(FOLDER);
    Cached {
        name: "consumers",
        what: "installing the consumers of tests/consumers",
        inputs: &[folder.join("package.json"), folder.join("package-lock.json")],
        outputs: &[folder.join("node_modules/.package-lock.json")],
    }
    .run(|| {
        // `npm ci` insists on the binaries of every platform, which not every registry has; this takes the same versions.
        let mut npm = npm::npm();
        npm.args(["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"]);
        process::run(npm.current_dir(&folder))
    })?;
    let installed = package::install()?;
    let place = folder.join("node_modules/prevet");
    stamp::empty(&place)?;
    copy(&installed.join("node_modules/prevet"), &place)?;
    package::tarball(&installed)
}

/// Copies what is in a folder, with everything below.
fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in stamp::entries(from)? {
        let name = entry.file_name().context("an entry without a name")?;
        let target = to.join(name);
        if entry.is_dir() {
            fs::create_dir_all(&target)?;
            copy(&entry, &target)?;
        } else {
            fs::copy(&entry, &target)?;
        }
    }
    Ok(())
}
