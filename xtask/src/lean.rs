//! The small build of the published wasm: the standard library built along with the crate, for size, and panics that
//! stop at once instead of wording a message that nobody may read. Both together save a fifth.

use std::path::Path;
use std::process::Command;

use crate::toolchain::{TARGET, Toolchain};
use crate::{process, step};

/// Panics stop at once. Not stable yet, hence [`UNLOCK`].
const ABORT: &[&str] = &["-Zunstable-options", "-Cpanic=immediate-abort"];

/// Lets a stable compiler take unstable options. What they are used for here changes no language feature.
const UNLOCK: (&str, &str) = ("RUSTC_BOOTSTRAP", "1");

/// Makes `cargo build` the small build where the toolchain can do it, and gives the flags that rustc needs for it.
/// Where it cannot, the plain build works as well and is only larger, which is printed.
pub(crate) fn apply(toolchain: &Toolchain, cargo: &mut Command) -> &'static [&'static str] {
    if let Err(why) = possible(toolchain) {
        step::skipped("wasm", &format!("{why}: the plain build, a quarter larger"));
        return &[];
    }
    if matches!(toolchain, Toolchain::Active) {
        cargo.arg("-Zbuild-std=std,panic_abort");
    }
    cargo.arg("-Zbuild-std-features=optimize_for_size").env(UNLOCK.0, UNLOCK.1);
    ABORT
}

/// Whether the compiler knows the flags and the source of its standard library is here, or can be had.
fn possible(toolchain: &Toolchain) -> Result<(), &'static str> {
    let mut rustc = toolchain.rustc();
    let flags = rustc.args(ABORT).args(["--print", "cfg", "--target", TARGET]).env(UNLOCK.0, UNLOCK.1);
    process::answer(flags).ok_or("this compiler does not know `-Cpanic=immediate-abort`")?;
    let missing = "the source of the standard library is missing (`rustup component add rust-src`)";
    match toolchain {
        Toolchain::Debian { .. } => Ok(()),
        Toolchain::Active if has_source() => Ok(()),
        Toolchain::Active => {
            let add = process::answer(process::command("rustup").args(["component", "add", "rust-src"]));
            add.filter(|_| has_source()).map(|_| ()).ok_or(missing)
        }
    }
}

fn has_source() -> bool {
    let sysroot = process::answer(process::command("rustc").args(["--print", "sysroot"]));
    sysroot.is_some_and(|sysroot| Path::new(&sysroot).join("lib/rustlib/src/rust/library/std").is_dir())
}
