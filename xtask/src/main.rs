//! Every job of the repository as one command: `cargo xtask <command>`.
//!
//! A command is one line in [`COMMANDS`] and one module. Every command does its own set-up, so that each works as the
//! first one on a fresh machine; what is already done is skipped.

mod apt;
mod bench;
mod browser;
mod build;
mod check;
mod closures;
mod consumers;
mod demo;
mod drift;
mod glue;
mod instructions;
mod lean;
mod npm;
mod pack;
mod package;
mod paths;
mod process;
mod sandbox;
mod sections;
mod size;
mod stamp;
mod step;
mod tally;
mod test;
mod toolchain;
mod unpacker;
mod wasm;
mod wasm_test;

use std::process::ExitCode;

use anyhow::{Result, bail};

/// A command: its line in the usage text, and what it does with the arguments after its name.
struct Command {
    name: &'static str,
    arguments: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Result<()>,
}

/// The one list of commands. To add one, write a module with a `run` and a line here.
const COMMANDS: &[Command] = &[
    Command {
        name: "build",
        arguments: "",
        about: "Build the npm package in pkg/, ready for `npm pack ./pkg`.",
        run: build::run,
    },
    Command {
        name: "test",
        arguments: "[SUITE...]",
        about: "Run every test, or only the suites: native, node, browser, package, consumers, page.",
        run: test::run,
    },
    Command {
        name: "demo",
        arguments: "[--port N] [--no-open]",
        about: "Build the demo page and serve it with a sandbox on this machine.",
        run: demo::run,
    },
    Command {
        name: "bench",
        arguments: "[--quick] [--only PARTS]",
        about: "Measure the package against other libraries; a whole run writes docs/BENCHMARK.md.",
        run: bench::run,
    },
    Command {
        name: "drift",
        arguments: "FILE",
        about: "Tell what a newer OpenAPI document says that the schemas do not.",
        run: drift::run,
    },
    Command {
        name: "size",
        arguments: "",
        about: "Tell what the package weighs and where its bytes are; fail over the budget.",
        run: size::run,
    },
    Command {
        name: "check",
        arguments: "",
        about: "Check formatting, lints, types and documentation.",
        run: check::run,
    },
];

/// What cargo and xtask itself call, not people; absent from the usage text.
const HIDDEN: &[Command] = &[
    Command {
        name: wasm_test::RUNNER,
        arguments: "WASM [ARGUMENT...]",
        about: "Run a wasm test file, in Node or in the browser that the environment names.",
        run: wasm_test::runner,
    },
    Command {
        name: wasm_test::SERVER,
        arguments: "WASM [ARGUMENT...]",
        about: "Serve a wasm test file to a browser.",
        run: wasm_test::server,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Result<()> {
    let Some((name, rest)) = arguments.split_first() else {
        bail!("a command is missing\n\n{}", usage());
    };
    if ["help", "--help", "-h"].contains(&name.as_str()) {
        println!("{}", usage());
        return Ok(());
    }
    match COMMANDS.iter().chain(HIDDEN).find(|command| command.name == name) {
        Some(command) if rest.iter().any(|word| ["--help", "-h"].contains(&word.as_str())) => {
            println!("Usage: cargo xtask {} {}\n\n{}", command.name, command.arguments, command.about);
            Ok(())
        }
        Some(command) if command.arguments.is_empty() && !rest.is_empty() => bail!("`{name}` takes no arguments"),
        Some(command) => (command.run)(rest),
        None => bail!("there is no command `{name}`\n\n{}", usage()),
    }
}

fn usage() -> String {
    let mut text = String::from("Usage: cargo xtask COMMAND\n");
    for command in COMMANDS {
        let call = format!("{} {}", command.name, command.arguments);
        text.push_str(&format!("\n  {call:<30} {}", command.about));
    }
    text
}
