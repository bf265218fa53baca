//! `cargo xtask demo`: the demo page, built on the packed package and served on this machine by the sandbox, which also
//! answers its requests.

use std::process::Stdio;

use anyhow::{Context, Result, bail};

use crate::sandbox::Sandbox;
use crate::stamp::Cached;
use crate::{build, npm, package, paths, process};

/// The port that is tried first.
const PORT: u16 = 4173;

/// What the command line may say.
struct Options {
    port: u16,
    open: bool,
}

/// Runs the command, until Ctrl-C.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    let options = parse(arguments)?;
    build()?;
    let sandbox = Sandbox::start(options.port)?;
    ctrlc::set_handler(|| {
        println!("\nStopped.");
        std::process::exit(0);
    })
    .context("listening for Ctrl-C")?;
    println!("\nThe demo is at {}  (Ctrl-C stops it)", sandbox.address());
    if options.open {
        open(sandbox.address());
    }
    sandbox.wait()
}

/// Does all set-up, builds the package and bundles the page against the package as a stranger would install it.
pub(crate) fn build() -> Result<()> {
    build::build()?;
    let installed = package::install()?;
    let (sources, bundle) = (paths::repository("www"), paths::repository("www/dist"));
    let mut inputs = crate::stamp::entries(&sources)?;
    inputs.retain(|path| *path != bundle);
    inputs.push(installed.join("node_modules").join("prevet"));
    Cached { name: "page", what: "bundling the demo page", inputs: &inputs, outputs: std::slice::from_ref(&bundle) }
        .run(|| {
            let mut esbuild = npm::tool("esbuild");
            esbuild.arg(sources.join("main.js")).args(["--bundle", "--minify", "--sourcemap", "--format=esm"]);
            esbuild.args(["--log-level=warning", "--target=es2020"]).arg(format!("--outdir={}", bundle.display()));
            // www/tsconfig.json leads to the sources of the package, for types; the page is built on what is installed.
            esbuild.arg("--tsconfig-raw={}");
            process::run(esbuild.env("NODE_PATH", installed.join("node_modules")))
        })
}

fn parse(arguments: &[String]) -> Result<Options> {
    let mut options = Options { port: PORT, open: true };
    let mut words = arguments.iter().map(String::as_str);
    while let Some(word) = words.next() {
        match word {
            "--no-open" => options.open = false,
            "--port" => {
                let port = words.next().and_then(|port| port.parse().ok());
                options.port = port.context("--port takes a number from 0 (any free port) to 65535")?;
            }
            _ => bail!("`demo` knows --port N and --no-open, not `{word}`"),
        }
    }
    Ok(options)
}

/// Opens the address in the person's browser where there is a screen. The address is printed anyway, so failing is fine.
fn open(address: &str) {
    let screen = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    let mut command = if cfg!(target_os = "macos") {
        process::command("open")
    } else if cfg!(windows) {
        process::command("explorer")
    } else if screen {
        process::command("xdg-open")
    } else {
        return;
    };
    let _ = command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
}
