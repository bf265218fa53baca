//! A compiler for wasm: rustup's where it can be had, else Debian's with the standard library built from source.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{apt, paths, process, step};

/// The target of everything that runs in a JavaScript host.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// The name under which rustup knows Debian's toolchain, and where Debian puts its parts.
const DEBIAN: &str = "prevet-debian";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CLIPPY: &str = "/usr/bin/cargo-clippy";
const DEBIAN_STD: &str = "/usr/lib/rustlib/src/rust/library/std";

/// How to compile for wasm on this machine.
pub(crate) enum Toolchain {
    /// The active toolchain has the target.
    Active,
    /// Debian's compiler builds the standard library; it has no linker for wasm, so rustup's is borrowed.
    Debian {
        /// rustup's `rust-lld`.
        linker: PathBuf,
    },
}

impl Toolchain {
    /// `cargo SUBCOMMAND` for the wasm target.
    ///
    /// Its files are apart from the native ones: neither waits for the other's lock, and two compilers do not mix.
    pub(crate) fn cargo(&self, subcommand: &str) -> Command {
        let mut command = match self {
            Self::Active => process::command("cargo"),
            Self::Debian { linker } => {
                let mut command = process::command("rustup");
                command.args(["run", DEBIAN, "cargo"]).env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
                // cargo puts the libraries of the toolchain that runs xtask on this path; another compiler must not see them.
                command.env_remove("LD_LIBRARY_PATH").env("RUSTC_BOOTSTRAP", "1");
                command
            }
        };
        command
            .args([subcommand, "--locked", "--target", TARGET, "--target-dir"])
            .arg(paths::repository("target/wasm"));
        if matches!(self, Self::Debian { .. }) {
            command.arg("-Zbuild-std=std,panic_abort");
        }
        command
    }

    /// `rustc` of this toolchain.
    pub(crate) fn rustc(&self) -> Command {
        match self {
            Self::Active => process::command("rustc"),
            Self::Debian { .. } => {
                let mut command = process::command("rustup");
                command.args(["run", DEBIAN, "rustc"]).env_remove("LD_LIBRARY_PATH");
                command
            }
        }
    }

    /// The folders whose names must not end up in a published file, most general first, as rustc's last match wins.
    pub(crate) fn sources(&self) -> Vec<(PathBuf, &'static str)> {
        let mut sources = vec![(paths::repository(""), "prevet")];
        if let Some(registry) = cargo_home().map(|home| home.join("registry").join("src")) {
            let checkouts = crate::stamp::entries(&registry).unwrap_or_default();
            sources.extend(checkouts.into_iter().map(|checkout| (checkout, "crates")));
        }
        sources
    }
}

/// Finds a toolchain for wasm, or installs one.
pub(crate) fn find() -> Result<Toolchain> {
    if active_has_target() {
        step::skipped("toolchain", &format!("the active toolchain has {TARGET}"));
        return Ok(Toolchain::Active);
    }
    if let Some(toolchain) = debian() {
        step::skipped("toolchain", &format!("Debian's toolchain builds {TARGET}"));
        return Ok(toolchain);
    }
    match step::run("toolchain", &format!("adding {TARGET} with rustup"), add_target) {
        Ok(()) => return Ok(Toolchain::Active),
        Err(error) => step::skipped("toolchain", &format!("rustup could not add {TARGET}: {}", error.root_cause())),
    }
    if apt::available() {
        apt::install(&["rustc-web", "cargo-web", "rust-web-src"])?;
        link_debian()?;
        if let Some(toolchain) = debian() {
            return Ok(toolchain);
        }
    }
    bail!(
        "no compiler for {TARGET}. With rustup and a network: `rustup target add {TARGET}`. Without rustup: your \
         system's package of the Rust standard library for {TARGET}. On Debian, as root, this command installs one itself"
    )
}

/// Adds clippy to Debian's toolchain; rustup's comes with it.
pub(crate) fn add_clippy(toolchain: &Toolchain) -> Result<()> {
    match toolchain {
        Toolchain::Debian { .. } if !Path::new(DEBIAN_CLIPPY).exists() => apt::install(&["rust-web-clippy"]),
        _ => Ok(()),
    }
}

fn active_has_target() -> bool {
    let mut rustc = process::command("rustc");
    let folder = process::answer(rustc.args(["--print", "target-libdir", "--target", TARGET]));
    folder.is_some_and(|folder| Path::new(&folder).is_dir())
}

fn add_target() -> Result<()> {
    process::run(process::command("rustup").args(["target", "add", TARGET]).env("RUST_BACKTRACE", "0"))?;
    if active_has_target() { Ok(()) } else { bail!("rustup added {TARGET}, but not to the active toolchain") }
}

/// Debian's toolchain, if every part of it is here.
fn debian() -> Option<Toolchain> {
    let linked = process::answer(
        process::command("rustup").args(["run", DEBIAN, "rustc", "--version"]).env_remove("LD_LIBRARY_PATH"),
    );
    linked.filter(|_| Path::new(DEBIAN_RUSTC).exists() && Path::new(DEBIAN_STD).exists())?;
    let linker = rust_lld().ok()?;
    Some(Toolchain::Debian { linker })
}

fn link_debian() -> Result<()> {
    process::run(process::command("rustup").args(["toolchain", "link", DEBIAN, "/usr"]))
        .context("rustup is missing, which holds the linker and switches between toolchains: get it from rustup.rs")
}

/// The linker of the active toolchain, which lies among the tools of its host.
fn rust_lld() -> Result<PathBuf> {
    let print = |what: &str| process::answer(process::command("rustc").args(["--print", what]));
    let sysroot = print("sysroot").context("`rustc --print sysroot` gave nothing")?;
    let host = print("host-tuple").context("`rustc --print host-tuple` gave nothing")?;
    let linker = Path::new(&sysroot).join("lib/rustlib").join(host).join("bin").join("rust-lld");
    if linker.exists() { Ok(linker) } else { bail!("the active toolchain has no rust-lld") }
}

fn cargo_home() -> Option<PathBuf> {
    let set = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    set.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
}
