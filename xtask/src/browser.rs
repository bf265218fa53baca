//! Chrome or Chromium, wherever it is.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::{apt, process, step};

/// The names that a PATH may know it by, and where installers put it otherwise.
const NAMES: &[&str] = &["google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "chrome", "msedge"];
const MAC: &[&str] = &[
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];
const WINDOWS: &[&str] = &[
    r"Google\Chrome\Application\chrome.exe",
    r"Chromium\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
];
const LINUX: &[&str] = &["/opt/google/chrome/chrome", "/snap/bin/chromium", "/usr/lib/chromium/chromium"];

/// Finds a browser, or installs Debian's Chromium where that is possible.
pub(crate) fn find() -> Result<PathBuf> {
    let found = match installed()? {
        Some(browser) => browser,
        None if apt::available() => {
            apt::install(&["chromium"])?;
            process::find(NAMES).ok_or_else(|| anyhow::anyhow!("Debian's chromium put no browser on the PATH"))?
        }
        None => bail!("Chrome or Chromium is missing: install one, or set CHROME to the path of its executable"),
    };
    step::skipped("browser", &format!("using {}", found.display()));
    Ok(found)
}

fn installed() -> Result<Option<PathBuf>> {
    if let Some(chosen) = std::env::var_os("CHROME").map(PathBuf::from) {
        if !chosen.is_file() {
            bail!("CHROME is set to {}, which is no file", chosen.display());
        }
        return Ok(Some(chosen));
    }
    Ok(process::find(NAMES).or_else(|| usual_places().into_iter().find(|place| place.is_file())))
}

fn usual_places() -> Vec<PathBuf> {
    let below = |folders: Vec<PathBuf>, names: &[&str]| {
        folders.iter().flat_map(|folder| names.iter().map(|name| folder.join(name))).collect()
    };
    if cfg!(target_os = "macos") {
        let home = std::env::home_dir().map(|home| home.join("Applications"));
        below(std::iter::once(PathBuf::from("/Applications")).chain(home).collect(), MAC)
    } else if cfg!(windows) {
        let variables = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];
        below(variables.iter().filter_map(std::env::var_os).map(PathBuf::from).collect(), WINDOWS)
    } else {
        below(vec![Path::new("/").to_path_buf()], LINUX)
    }
}
