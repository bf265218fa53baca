//! `cargo xtask drift FILE`: what a newer document says that the vendored one does not, for a person to act on.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
use prevet::describe::openapi::{self, References, Source};
use serde_json::{Map, Value};

use crate::paths;

/// Runs the command. Where anything changed, the process ends with status 1, and with 2 where that cannot be told.
pub(crate) fn run(arguments: &[String]) -> Result<()> {
    if let Err(error) = tell(arguments) {
        eprintln!("\nerror: {error:#}");
        std::process::exit(2);
    }
    Ok(())
}

fn tell(arguments: &[String]) -> Result<()> {
    let [file] = arguments else { bail!("name one document: cargo xtask drift FILE") };
    let (source, new) = read(Path::new(file))?;
    let vendored = format!("tests/openapi/{}", source.file());
    let (_, old) = read(&paths::repository(&vendored))?;
    let changes = openapi::differences(&old, &new);
    match changes.len() {
        0 => {
            println!("Nothing changed since {vendored}.");
            return Ok(());
        }
        1 => println!("1 change since {vendored}:\n"),
        count => println!("{count} changes since {vendored}:\n"),
    }
    changes.iter().for_each(|change| println!("  {change}"));
    println!("\nWhat to do: replace {vendored} by the new document, change the types in src/schemas until");
    println!("`cargo test --test openapi` passes, and add cases for it to tests/cases.");
    // Not an error to be worded: the list is the result.
    std::process::exit(1);
}

fn read(file: &Path) -> Result<(Source, Map<String, Value>)> {
    let shown = paths::shown(file);
    let text = fs::read_to_string(file).with_context(|| format!("reading {shown}"))?;
    let document = serde_yaml_ng::from_str(openapi::fenced(&text)).with_context(|| format!("{shown} is no YAML"))?;
    openapi::read(&document, References::Name).map_err(|reason| anyhow!("{shown}: {reason}"))
}
