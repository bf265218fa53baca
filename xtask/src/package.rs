//! The npm package: bundles, declarations, the tarball, and that tarball installed as a stranger would.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::stamp::{self, Cached};
use crate::{npm, paths, process, wasm};

/// The entries of the package, sources in `pkg/src`, with the formats of their bundles in `pkg/dist`. What only ES modules
/// can do, importing wasm, is there only for hosts that know nothing else.
const ENTRIES: &[(&str, &[Format])] = &[
    ("index", BOTH),
    ("slim", BOTH),
    ("forms", BOTH),
    ("lazy", BOTH),
    ("workerd", &[ES_MODULE]),
    ("edge-light", &[ES_MODULE]),
];

/// A module format: what esbuild calls it, and the extension of its files.
type Format = (&'static str, &'static str);
const ES_MODULE: Format = ("esm", "js");
const BOTH: &[Format] = &[ES_MODULE, ("cjs", "cjs")];

/// What the bundles of the package are made of, and what `prevet/module.wasm` is.
const WASM: &str = "prevet.wasm";

/// The declaration of the module, for those who import it.
const WASM_TYPE: &str = "\
/** The wasm of `prevet/slim`, where the platform compiles what is imported. */
declare const module: import(\"./slim.js\").WasmModule;
export default module;
";

/// The oldest JavaScript that the bundles may need.
const SYNTAX: &str = "--target=es2020";

const LICENSES: &[&str] = &["LICENSE-APACHE", "LICENSE-MIT"];

/// Fills `pkg/dist` and copies the licenses.
pub(crate) fn bundle() -> Result<()> {
    let dist = paths::repository("pkg/dist");
    let inputs = ["pkg/src", "pkg/package.json", "pkg/tsconfig.json", "package-lock.json"];
    let licenses = LICENSES.iter().map(|name| paths::repository(name));
    let copies = LICENSES.iter().map(|name| paths::repository("pkg").join(name));
    Cached {
        name: "package",
        what: "bundling the package",
        inputs: &inputs.iter().map(|name| paths::repository(name)).chain(licenses).collect::<Vec<_>>(),
        outputs: &std::iter::once(dist.clone()).chain(copies).collect::<Vec<_>>(),
    }
    .run(|| {
        stamp::empty(&dist)?;
        for (entry, formats) in ENTRIES {
            for format in *formats {
                bundle_entry(entry, *format, &dist)?;
            }
        }
        fs::copy(paths::repository(wasm::GENERATED).join("wasm/prevet_bg.wasm"), dist.join(WASM))?;
        declare(&dist)?;
        for name in LICENSES {
            let to = paths::repository("pkg").join(name);
            fs::copy(paths::repository(name), to).with_context(|| format!("copying {name} into the package"))?;
        }
        Ok(())
    })
}

fn bundle_entry(entry: &str, (format, extension): Format, dist: &Path) -> Result<()> {
    let sources = paths::repository("pkg/src");
    let mut esbuild = npm::tool("esbuild");
    esbuild.arg(sources.join(format!("{entry}.ts")));
    esbuild.args(["--bundle", "--log-level=warning", SYNTAX]);
    // The wasm is copied as it is; wasm-bindgen's glue may neither print nor make what it has not used yet.
    esbuild.args(["--external:*.wasm", "--external:*.wasm?module", "--drop:console"]);
    if *entry == *"lazy" {
        // It loads the main entry when it is needed, in either format as an ES module.
        esbuild.args(["--external:./index.js", "--platform=node"]);
    }
    esbuild.arg(format!("--inject:{}", sources.join("utf8.ts").display()));
    let out = dist.join(format!("{entry}.{extension}"));
    esbuild.arg(format!("--format={format}")).arg(format!("--outfile={}", out.display()));
    if (format, extension) != ES_MODULE {
        return process::run(esbuild.arg("--minify"));
    }
    process::run(&mut esbuild)?;
    shorten(&out)
}

/// The classes of errors that the package exports.
const ERRORS: [&str; 3] = ["InternalError", "RequestError", "ValidationError"];

/// Minifies an ES module. esbuild would drop the notes that a call has no effects, by which a bundler can leave out what a
/// program does not use; CommonJS, in which nothing can be left out, needs esbuild's own note of the names it exports.
fn shorten(file: &Path) -> Result<()> {
    let mut terser = npm::tool("terser");
    // Consoles show an error by the name of its class.
    terser.arg(file).args(["--module", "--ecma", "2020", "--mangle"]).arg(format!("reserved=[{}]", ERRORS.join(",")));
    // With `reduce_funcs` a function that is used once stands inside the other, which then makes a closure at every call.
    terser.args(["--compress", "passes=2,reduce_funcs=false"]);
    // Text beyond ASCII would make engines keep the whole source in two bytes a character; a function in brackets, as
    // `wrap_func_args` puts them, is compiled at once.
    terser.args(["--format", "ascii_only=true,preserve_annotations=true,wrap_func_args=false", "--output"]).arg(file);
    process::run(&mut terser)
}

/// Declarations for ES modules by tsc, of what the entries export and no more. CommonJS needs its own: there TypeScript
/// takes a `.d.ts` for an ES module.
fn declare(dist: &Path) -> Result<()> {
    let all = paths::scratch("declarations");
    stamp::empty(&all)?;
    let mut tsc = npm::tool("tsc");
    tsc.arg("--project").arg(paths::repository("pkg/tsconfig.json"));
    process::run(tsc.args(["--declaration", "--emitDeclarationOnly", "--noEmit", "false", "--outDir"]).arg(&all))?;
    stamp::write(&all.join("prevet.wasm.d.ts"), WASM_TYPE)?;

    let mut left = ["index", "slim", "forms", "lazy", WASM].map(PathBuf::from).to_vec();
    let mut seen = HashSet::new();
    while let Some(module) = left.pop() {
        if !seen.insert(module.clone()) {
            continue;
        }
        let file = module.with_added_extension("d.ts");
        let text = fs::read_to_string(all.join(&file)).with_context(|| format!("reading {}", file.display()))?;
        left.extend(imports(&text).map(|name| resolved(&module, name)));
        stamp::write(&dist.join(&file), &text)?;
        stamp::write(&dist.join(module.with_added_extension("d.cts")), text.replace(".js\"", ".cjs\""))?;
    }
    Ok(())
}

/// The modules of the package that a declaration names, without their extension.
fn imports(declaration: &str) -> impl Iterator<Item = &str> {
    let strings = declaration.split('"').skip(1).step_by(2);
    strings.filter(|text| text.starts_with("./") || text.starts_with("../")).filter_map(|text| text.strip_suffix(".js"))
}

/// Where a name that a module uses leads to, from the folder of all modules.
fn resolved(module: &Path, name: &str) -> PathBuf {
    let mut path = module.parent().map(Path::to_path_buf).unwrap_or_default();
    for part in name.split('/') {
        match part {
            "." => {}
            ".." => _ = path.pop(),
            part => path.push(part),
        }
    }
    path
}

/// Packs the package and installs the tarball into an empty folder. Gives that folder.
pub(crate) fn install() -> Result<PathBuf> {
    let folder = paths::scratch("installed");
    let installed = folder.join("node_modules").join("prevet");
    let parts =
        ["pkg/dist", "pkg/package.json", "pkg/README.md", "pkg/schemas", "pkg/LICENSE-APACHE", "pkg/LICENSE-MIT"];
    Cached {
        name: "install",
        what: "packing the package and installing it into an empty folder",
        inputs: &parts.map(paths::repository),
        outputs: &[folder.join("package.json"), installed],
    }
    .run(|| {
        stamp::empty(&folder)?;
        process::run(npm::npm().args(["pack", "./pkg", "--silent", "--pack-destination"]).arg(&folder))?;
        let tarball = tarball(&folder)?;
        stamp::write(&folder.join("package.json"), "{ \"private\": true }\n")?;
        let mut npm = npm::npm();
        npm.args(["install", "--no-audit", "--no-fund", "--no-package-lock", "--silent"]).arg(tarball);
        process::run(npm.current_dir(&folder))
    })?;
    Ok(folder)
}

/// The tarball that was installed into a folder.
pub(crate) fn tarball(folder: &Path) -> Result<PathBuf> {
    let mut files = stamp::entries(folder)?.into_iter();
    let Some(tarball) = files.find(|path| path.extension().is_some_and(|end| end == "tgz")) else {
        bail!("`npm pack` left no tarball");
    };
    Ok(tarball)
}
