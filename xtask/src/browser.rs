//! Chrome or Chromium, wherever it is, or from where it can be had.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::{apt, npm, process, step};

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

/// Prints where `playwright-core` keeps the Chromium that it would download.
const FETCHED: &str = "console.log(require('playwright-core').chromium.executablePath())";

/// Finds a browser, or gets one: Debian's where xtask may install it, else the one that `playwright-core` downloads.
pub(crate) fn find() -> Result<PathBuf> {
    let found = match installed()? {
        Some(browser) => browser,
        None if apt::available() => debian().or_else(|error| {
            step::skipped("browser", &format!("none from apt: {error:#}"));
            fetched()
        })?,
        None => fetched()?,
    };
    step::skipped("browser", &format!("using {}", found.display()));
    Ok(found)
}

fn debian() -> Result<PathBuf> {
    apt::install(&["chromium"])?;
    process::find(NAMES).context("Debian's chromium put no browser on the PATH")
}

/// The Chromium of `playwright-core`, which is here for the tests anyway, downloaded unless it was before.
fn fetched() -> Result<PathBuf> {
    npm::set_up()?;
    let place = process::answer(npm::node().args(["--eval", FETCHED])).map(PathBuf::from);
    let place = place.context("playwright-core does not tell where it keeps its Chromium")?;
    if !place.is_file() {
        let mut install = npm::node();
        install.args(["node_modules/playwright-core/cli.js", "install", "--no-shell", "--no-remove", "chromium"]);
        step::run("browser", "downloading Chromium, some 200 MB", || process::run(&mut install)).context(
            "Chrome or Chromium is missing, and downloading it failed: install one, or set CHROME to the path of its \
             executable",
        )?;
    }
    // Elsewhere it brings all that it needs; and on Windows it would not answer but open a window.
    let starts = || process::answer(process::command(&place).arg("--version")).is_some();
    if cfg!(target_os = "linux") && !starts() {
        bail!(
            "the downloaded {} does not start: most likely it lacks libraries of the system. As root, this installs them: \
             `node node_modules/playwright-core/cli.js install-deps chromium`. Or install Chrome or Chromium",
            place.display()
        );
    }
    Ok(place)
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
