//! `cargo xtask size`: what the package weighs, where its bytes are, and the budget that it must keep.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result, bail};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use crate::{build, npm, paths, process, step, wasm};

/// The most bytes that an entry may have, compressed with gzip. Lower one with every saving; what raises one has to be worth it.
const BUDGETS: &[(&str, &str, u64)] = &[
    ("default entry", "pkg/dist/index.js", 86_200),
    ("entry for forms", "pkg/dist/forms.js", 7_600),
    ("lazy entry", "pkg/dist/lazy.js", 4_600),
];

/// What is weighed, and what each is.
const FILES: &[(&str, &str)] = &[
    ("pkg/dist/index.js", "prevet: everything in"),
    ("pkg/dist/slim.js", "prevet/slim"),
    ("pkg/dist/forms.js", "prevet/forms"),
    ("pkg/dist/lazy.js", "prevet/lazy"),
    ("pkg/dist/prevet.wasm", "prevet/module.wasm"),
];

/// So many lines has a table at most; the rest is one more.
const LINES: usize = 14;

/// Our own crates, of which the modules are told apart.
const OWN: &[&str] = &["prevet", "prevet_advice"];

/// Bytes by what they are.
type Parts = HashMap<String, usize>;

/// Runs the command.
pub(crate) fn run(_: &[String]) -> Result<()> {
    let toolchain = build::build()?;
    let named = step::run("names", "binding and optimising the wasm with the names of its functions", || {
        let folder = paths::scratch("names");
        wasm::prepare(&wasm::compile(&toolchain)?, &folder, wasm::Names::Kept)
    })?;
    let module = std::fs::read(named)?;
    let (sections, crates) = parts(&module)?;

    println!("\nFile                           bytes     gzip");
    for (file, about) in FILES {
        let (raw, gzip) = weigh(&paths::repository(file))?;
        println!("  {about:<26}{raw:>8} {gzip:>8}");
    }
    table("Section of the wasm, without names", &sections);
    table("Code by whose function it is; what was inlined is with its caller", &crates);
    check()
}

/// Fails where an entry is over its budget. The package has to be built.
pub(crate) fn check() -> Result<()> {
    for (name, file, budget) in BUDGETS {
        let (_, gzip) = weigh(&paths::repository(file))?;
        if gzip > *budget {
            bail!("the {name} has {gzip} bytes after gzip, which is over its budget of {budget}");
        }
        println!("\nThe {name} has {gzip} bytes after gzip, within its budget of {budget}.");
    }
    Ok(())
}

/// The bytes of a file, as it is and after gzip.
fn weigh(file: &Path) -> Result<(u64, u64)> {
    let script = "const bytes = require('fs').readFileSync(process.argv[1]);\
                  console.log(bytes.length, require('zlib').gzipSync(bytes, { level: 9 }).length)";
    let answer = process::answer(npm::node().args(["--eval", script]).arg(file));
    let counts = answer.as_deref().and_then(|line| line.split_once(' '));
    let (raw, gzip) = counts.with_context(|| format!("weighing {}", paths::shown(file)))?;
    Ok((raw.parse()?, gzip.parse()?))
}

/// Bytes by section, and those of the code by crate.
fn parts(module: &[u8]) -> Result<(Parts, Parts)> {
    let (mut sections, mut bodies, mut names, mut imported) = (Parts::new(), Vec::new(), HashMap::new(), 0);
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload?;
        match &payload {
            Payload::ImportSection(imports) => {
                for import in imports.clone().into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range().len()),
            Payload::CustomSection(custom) => {
                if let KnownCustom::Name(section) = custom.as_known() {
                    for part in section {
                        if let Name::Function(map) = part? {
                            for naming in map {
                                let naming = naming?;
                                names.insert(naming.index, owner(naming.name));
                            }
                        }
                    }
                }
                continue;
            }
            _ => {}
        }
        if let Some((id, content)) = payload.as_section() {
            *sections.entry(section_name(id).to_string()).or_default() += content.len();
        }
    }
    let mut crates = Parts::new();
    for (index, size) in (imported..).zip(bodies) {
        let name = names.remove(&index).unwrap_or_else(|| "(no name)".to_string());
        *crates.entry(name).or_default() += size;
    }
    Ok((sections, crates))
}

/// Whose function it is: the crate in its demangled name, such as `<garde[1f]::error::Report as core::fmt::Debug>::fmt`,
/// and of our own crates the module too. What wasm-bindgen exports has a name without a crate.
fn owner(name: &str) -> String {
    let path = name.trim_start_matches(|letter: char| "<&*([".contains(letter));
    let path = ["mut ", "dyn "].iter().fold(path, |path, word| path.strip_prefix(word).unwrap_or(path));
    if !path.contains("::") {
        return "(exports and intrinsics)".to_string();
    }
    let mut parts = path
        .split("::")
        .map(|part| part.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or(part));
    match (parts.next(), parts.next()) {
        (Some(own), Some(module)) if OWN.contains(&own) => format!("{own}::{module}"),
        (name, _) => name.unwrap_or_default().to_string(),
    }
}

fn section_name(id: u8) -> &'static str {
    match id {
        1 => "types",
        2 => "imports",
        3 => "functions",
        4 => "tables",
        5 => "memory",
        6 => "globals",
        7 => "exports",
        9 => "elements",
        10 => "code",
        11 => "data",
        _ => "others",
    }
}

/// Prints the largest parts, and the others as one.
fn table(title: &str, parts: &Parts) {
    let total: usize = parts.values().sum();
    let mut sorted: Vec<(&str, usize)> = parts.iter().map(|(name, size)| (name.as_str(), *size)).collect();
    sorted.sort_by_key(|(name, size)| (std::cmp::Reverse(*size), *name));
    let rest: usize = sorted.iter().skip(LINES).map(|(_, size)| size).sum();
    sorted.truncate(LINES);
    if rest > 0 {
        sorted.push(("others", rest));
    }
    println!("\n{title}: {total} bytes");
    for (name, size) in sorted {
        println!("  {name:<26}{size:>8} {:>7.1} %", size as f64 * 100.0 / total as f64);
    }
}

#[cfg(test)]
mod tests {
    use super::owner;

    #[test]
    fn the_owner_is_read_from_the_name_of_a_function() {
        for (name, expected) in [
            ("prevet[a0cbb354e837f001]::check::run", "prevet::check"),
            ("prevet[a0cbb354e837f001]::check::run::{closure#0}", "prevet::check"),
            ("<prevet_advice[1f]::Out>::add", "prevet_advice::Out"),
            ("<garde::error::Report as core::fmt::Debug>::fmt", "garde"),
            ("<&mut alloc::string::String as core::fmt::Write>::write_str", "alloc"),
            ("<dlmalloc[3f]::dlmalloc::Dlmalloc<dlmalloc[3f]::sys::System>>::malloc", "dlmalloc"),
            ("checkTape", "(exports and intrinsics)"),
        ] {
            assert_eq!(owner(name), expected);
        }
    }
}
