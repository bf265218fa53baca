//! Debian's packages, the one package manager that xtask may use by itself: where it runs as root, on Debian or a relative.

use std::path::Path;

use anyhow::Result;

use crate::{process, step};

/// Whether xtask can install Debian's packages here.
pub(crate) fn available() -> bool {
    let root = || process::answer(process::command("id").arg("-u")).is_some_and(|id| id == "0");
    Path::new("/etc/debian_version").exists() && process::find(&["apt-get"]).is_some() && root()
}

/// Installs packages. A fresh machine may have no package lists yet, or old ones that name versions no longer there.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    step::run("apt", &format!("installing Debian's packages {}", packages.join(", ")), || {
        process::run(process::command("apt-get").args(["update", "--quiet"]))?;
        process::run(
            process::command("apt-get")
                .args(["install", "--yes", "--quiet", "--no-install-recommends"])
                .args(packages)
                .env("DEBIAN_FRONTEND", "noninteractive"),
        )
    })
}
