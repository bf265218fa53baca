//! wasm-bindgen's tests, in Node and in a browser, without its tools being installed: xtask is cargo's runner.
//!
//! In a browser wasm-bindgen would drive a WebDriver of exactly the browser's version, which few machines have.
//! `playwright-core` is here for the page's tests anyway and needs no driver, so it opens wasm-bindgen's own test page.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::toolchain::{TARGET, Toolchain};
use crate::{npm, paths, process, stamp, wasm};

/// The hidden command that cargo runs a test file with.
pub(crate) const RUNNER: &str = "wasm-test-runner";
/// The hidden command that serves a test file to the browser.
pub(crate) const SERVER: &str = "wasm-test-server";
/// The variable that names the browser; without it the tests run in Node.
pub(crate) const BROWSER: &str = "PREVET_CHROMIUM";

/// How long wasm-bindgen may take to prepare the page.
const PATIENCE: Duration = Duration::from_secs(120);

/// `cargo test` over the wasm test files.
pub(crate) fn command(toolchain: &Toolchain) -> Result<Command> {
    let runner = std::env::current_exe().context("finding xtask itself")?;
    let mut cargo = toolchain.cargo("test");
    // As a list in TOML, because the variable that cargo reads instead is split at spaces.
    cargo.arg("--config").arg(format!("target.{TARGET}.runner=['{}', '{RUNNER}']", runner.display()));
    cargo.args(["--package", "prevet", "--no-fail-fast"]).args(wasm::MODULE).args(files()?);
    Ok(cargo)
}

/// What tells cargo the wasm test files: `tests/wasm.rs` and `tests/wasm_*.rs`. The others run natively only.
pub(crate) fn files() -> Result<Vec<String>> {
    let files = npm::files("tests", ".rs");
    let names = files.iter().filter_map(|file| file.file_stem()).map(|name| name.to_string_lossy());
    let wasm = names.filter(|name| name == "wasm" || name.starts_with("wasm_"));
    let arguments: Vec<String> = wasm.map(|name| format!("--test={name}")).collect();
    if arguments.is_empty() { bail!("tests/ has no wasm.rs") } else { Ok(arguments) }
}

/// The hidden command [`RUNNER`].
pub(crate) fn runner(arguments: &[String]) -> Result<()> {
    if std::env::var_os(BROWSER).is_some() { in_browser(arguments) } else { wasm_bindgen(arguments) }
}

/// The hidden command [`SERVER`]: as [`in_browser`] sets its environment, wasm-bindgen serves until it is ended.
pub(crate) fn server(arguments: &[String]) -> Result<()> {
    wasm_bindgen(arguments)
}

fn wasm_bindgen(arguments: &[String]) -> Result<()> {
    let program = std::iter::once("wasm-bindgen-test-runner");
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(program.chain(arguments.iter().map(String::as_str)))
}

fn in_browser(arguments: &[String]) -> Result<()> {
    let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    // The server is ended, not asked to stop, and leaves its temporary files: they go where the next run overwrites them.
    let temporary = paths::scratch("browser");
    stamp::empty(&temporary)?;
    let mut server = Command::new(std::env::current_exe()?);
    server.arg(SERVER).args(arguments).stdout(Stdio::null());
    server.envs([("WASM_BINDGEN_USE_BROWSER", "1"), ("NO_HEADLESS", "1")]);
    server.env("WASM_BINDGEN_TEST_ADDRESS", address.to_string());
    server.envs(["TMPDIR", "TMP", "TEMP"].map(|name| (name, &temporary)));
    let mut server = server.spawn().context("starting the server of the test page")?;

    let page = paths::repository("xtask/browser.mjs");
    let result = ready(&mut server, address)
        .and_then(|()| process::run(npm::node().arg(page).arg(format!("http://{address}/"))));
    // It may have ended by itself, which is no other failure than the one that `result` then holds.
    let _ = server.kill();
    server.wait()?;
    result
}

/// Waits until the server answers.
fn ready(server: &mut Child, address: SocketAddr) -> Result<()> {
    let start = Instant::now();
    while TcpStream::connect(address).is_err() {
        if let Some(status) = server.try_wait()? {
            bail!("the server of the test page ended ({status})");
        }
        if start.elapsed() > PATIENCE {
            bail!("the server of the test page did not answer within {} s", PATIENCE.as_secs());
        }
        thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}
