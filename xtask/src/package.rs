//! The npm package: bundles, declarations, the tarball, and that tarball installed as a stranger would.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::stamp::{self, Cached};
use crate::{npm, paths, process};

/// The entries of the package: sources in `pkg/src`, bundles of the same name in `pkg/dist`.
const ENTRIES: &[&str] = &["index"];

/// The oldest JavaScript that the bundles may need.
const SYNTAX: &str = "--target=es2020";

const LICENSES: &[&str] = &["LICENSE-APACHE", "LICENSE-MIT"];

/// Fills `pkg/dist` and copies the licenses.
pub(crate) fn bundle() -> Result<()> {
    let dist = paths::repository("pkg/dist");
    let inputs = ["pkg/src", "pkg/package.json", "pkg/tsconfig.json", "package-lock.json"];
    let licenses = LICENSES.iter().map(|name| paths::repository(name));
    let copies = LICENSES.iter().map(|name| paths::repository("pkg").join(name));
    Cached {
        name: "package",
        what: "bundling the package",
        inputs: &inputs.iter().map(|name| paths::repository(name)).chain(licenses).collect::<Vec<_>>(),
        outputs: &std::iter::once(dist.clone()).chain(copies).collect::<Vec<_>>(),
    }
    .run(|| {
        stamp::empty(&dist)?;
        for entry in ENTRIES {
            bundle_entry(entry, &dist)?;
        }
        declare(&dist)?;
        for name in LICENSES {
            let to = paths::repository("pkg").join(name);
            fs::copy(paths::repository(name), to).with_context(|| format!("copying {name} into the package"))?;
        }
        Ok(())
    })
}

fn bundle_entry(entry: &str, dist: &Path) -> Result<()> {
    let source = paths::repository("pkg/src").join(format!("{entry}.ts"));
    for (format, extension) in [("esm", "js"), ("cjs", "cjs")] {
        let out = dist.join(format!("{entry}.{extension}"));
        let mut esbuild = npm::tool("esbuild");
        esbuild.arg(&source).args(["--bundle", "--minify", "--log-level=warning", SYNTAX]);
        process::run(esbuild.arg(format!("--format={format}")).arg(format!("--outfile={}", out.display())))?;
    }
    Ok(())
}

/// Declarations for ES modules by tsc. CommonJS needs its own: there TypeScript takes a `.d.ts` for an ES module.
fn declare(dist: &Path) -> Result<()> {
    let project = paths::repository("pkg/tsconfig.json");
    let mut tsc = npm::tool("tsc");
    tsc.arg("--project").arg(project).args(["--declaration", "--emitDeclarationOnly", "--noEmit", "false", "--outDir"]);
    process::run(tsc.arg(dist))?;
    for file in declarations(dist)? {
        let text = fs::read_to_string(&file)?;
        stamp::write(&file.with_extension("cts"), text.replace(".js\"", ".cjs\"").replace(".js'", ".cjs'"))?;
    }
    Ok(())
}

/// Every declaration below a folder.
fn declarations(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for path in stamp::entries(folder)? {
        if path.is_dir() {
            found.extend(declarations(&path)?);
        } else if path.to_string_lossy().ends_with(".d.ts") {
            found.push(path);
        }
    }
    Ok(found)
}

/// Packs the package and installs the tarball into an empty folder. Gives that folder.
pub(crate) fn install() -> Result<PathBuf> {
    let folder = paths::scratch("installed");
    let installed = folder.join("node_modules").join("prevet");
    let parts = ["pkg/dist", "pkg/package.json", "pkg/README.md", "pkg/LICENSE-APACHE", "pkg/LICENSE-MIT"];
    Cached {
        name: "install",
        what: "packing the package and installing it into an empty folder",
        inputs: &parts.map(paths::repository),
        outputs: &[folder.join("package.json"), installed],
    }
    .run(|| {
        stamp::empty(&folder)?;
        process::run(npm::npm().args(["pack", "./pkg", "--silent", "--pack-destination"]).arg(&folder))?;
        let tarball =
            stamp::entries(&folder)?.into_iter().find(|path| path.extension().is_some_and(|end| end == "tgz"));
        let Some(tarball) = tarball else { bail!("`npm pack` left no tarball") };
        stamp::write(&folder.join("package.json"), "{ \"private\": true }\n")?;
        let mut npm = npm::npm();
        npm.args(["install", "--no-audit", "--no-fund", "--no-package-lock", "--silent"]).arg(tarball);
        process::run(npm.current_dir(&folder))
    })?;
    Ok(folder)
}
