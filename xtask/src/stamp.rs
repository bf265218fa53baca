//! Skipping what is already done: a step is fresh while its inputs and its outputs hash to what they did after it last ran.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::{paths, step};

/// A step that is skipped while nothing that it reads or writes has changed.
pub(crate) struct Cached<'a> {
    /// One word, also the name of the stamp.
    pub(crate) name: &'a str,
    /// What the step does, in the present participle.
    pub(crate) what: &'a str,
    /// Files and folders that it reads. The source of xtask always belongs to them.
    pub(crate) inputs: &'a [PathBuf],
    /// Files and folders that it writes.
    pub(crate) outputs: &'a [PathBuf],
}

impl Cached<'_> {
    /// Runs `work` unless its last result still stands.
    pub(crate) fn run(&self, work: impl FnOnce() -> Result<()>) -> Result<()> {
        let stamp = paths::scratch(&format!("{}.stamp", self.name));
        let recorded = fs::read_to_string(&stamp).unwrap_or_default();
        if self.outputs.iter().all(|output| output.exists()) && recorded == self.fingerprint()? {
            step::skipped(self.name, "up to date");
            return Ok(());
        }
        step::run(self.name, self.what, work)?;
        write(&stamp, self.fingerprint()?)
    }

    fn fingerprint(&self) -> Result<String> {
        // The hasher's algorithm may change with the compiler; the step then runs once more, which is right anyway.
        let mut hasher = DefaultHasher::new();
        let own = [paths::repository("xtask/src"), paths::repository("xtask/Cargo.toml")];
        for path in own.iter().chain(self.inputs).chain(self.outputs) {
            hash(path, &mut hasher)?;
        }
        Ok(format!("{:016x}", hasher.finish()))
    }
}

/// Hashes a file, or a folder with everything below it but installed packages, by name and content.
fn hash(path: &Path, hasher: &mut DefaultHasher) -> Result<()> {
    path.hash(hasher);
    if path.is_dir() {
        for entry in entries(path)? {
            if entry.file_name().is_none_or(|name| name != "node_modules") {
                hash(&entry, hasher)?;
            }
        }
    } else if path.exists() {
        fs::read(path).with_context(|| format!("reading {}", paths::shown(path)))?.hash(hasher);
    }
    Ok(())
}

/// The paths in a folder, sorted.
pub(crate) fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let read = || fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>();
    let mut paths = read().with_context(|| format!("reading the folder {}", paths::shown(folder)))?;
    paths.sort();
    Ok(paths)
}

/// Writes a file and the folders above it.
pub(crate) fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    let write = || {
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, content)
    };
    write().with_context(|| format!("writing {}", paths::shown(path)))
}

/// Makes an empty folder, whatever was there.
pub(crate) fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("removing {}", paths::shown(folder)))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("making {}", paths::shown(folder)))
}
