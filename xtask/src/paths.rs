//! Where things are in the repository.

use std::path::{Path, PathBuf};

/// A path in the repository, by its name from the root, `/` between the parts.
pub(crate) fn repository(name: &str) -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = manifest.parent().unwrap_or(manifest);
    name.split('/').filter(|part| !part.is_empty()).fold(root.to_path_buf(), |path, part| path.join(part))
}

/// A path below the folder for everything that xtask makes and nobody commits.
pub(crate) fn scratch(name: &str) -> PathBuf {
    repository("target/xtask").join(name)
}

/// A path as a person in the repository would write it.
pub(crate) fn shown(path: &Path) -> String {
    path.strip_prefix(repository("")).unwrap_or(path).display().to_string()
}
