//! The table of functions of the bound module.

use anyhow::{Context, Result};
use walrus::{ElementItems, Module};

/// What the functions are called through which JavaScript calls a closure.
const INVOKE: [&str; 2] = ["wasm_bindgen[", "::convert::closures::_::invoke::<"];

/// The module without the closures of functions that it does not import: js-sys describes every function of JavaScript that
/// takes one, and the table keeps hold of what was described. A closure that JavaScript can call is exported as well.
pub(crate) fn without_unused(module: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(module).context("reading the bound module")?;
    let is_unused = |name: &str| INVOKE.iter().all(|part| name.contains(part));
    let unused: Vec<_> = module
        .funcs
        .iter()
        .filter(|function| function.name.as_deref().is_some_and(is_unused))
        .map(walrus::Function::id)
        .collect();
    for element in module.elements.iter_mut() {
        let ElementItems::Functions(functions) = &mut element.items else { continue };
        // Every other one keeps its place, by which it is known.
        let Some(other) = functions.iter().find(|function| !unused.contains(function)).copied() else { continue };
        functions.iter_mut().filter(|function| unused.contains(function)).for_each(|function| *function = other);
    }
    Ok(module.emit_wasm())
}
