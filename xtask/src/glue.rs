//! What nobody needs of the JavaScript that wasm-bindgen writes, taken out: it is a part of every bundle.

use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::stamp;

/// What is replaced by what. Each has to be there: a new version of wasm-bindgen may write something else.
const REPLACED: &[(&str, &str)] = &[
    // Without reference types the module needs no start function, and has none; resetting calls it all the same.
    ("    wasm.__wbindgen_start();\n", ""),
    // Nothing schedules a reset: an instance that is spent is replaced before the next call.
    ("__wbg_call_guard();\n", "\n"),
    // No call runs before an instance is there, and only the facade starts one, with one object.
    (
        "    if (wasm !== undefined) return wasm;\n\n\n    if (module !== undefined) {\n        if (Object.getPrototypeOf(module) === Object.prototype) {\n            ({module} = module)\n        } else {\n            console.warn('using deprecated parameters for `initSync()`; pass a single object instead')\n        }\n    }\n",
        "    ({module} = module);\n",
    ),
    // All that a reset asks for is there.
    (
        "    if (typeof numBytesDecoded !== 'undefined') numBytesDecoded = 0;\n    if (typeof WASM_VECTOR_LEN !== 'undefined') WASM_VECTOR_LEN = 0;\n    if (typeof heap !== 'undefined') {\n",
        "    {\n",
    ),
    ("        if (typeof heap_next !== 'undefined')\n", ""),
    // An instance in which handing over a text fails is given up with all that it holds.
    ("        try {\n            ptr0 = ", "            ptr0 = "),
    (
        "        } catch (e) {\n            if (ptr1) { wasm.__wbindgen_free(ptr1, len1 * 1, 1); }\n            if (ptr0) { wasm.__wbindgen_free(ptr0, len0 * 1, 1); }\n            throw e;\n        }\n",
        "",
    ),
    // Texts are always handed over with what makes room longer.
    (
        "    if (realloc === undefined) {\n        const buf = cachedTextEncoder.encode(arg);\n        const ptr = malloc(buf.length, 1) >>> 0;\n        getUint8ArrayMemory0().subarray(ptr, ptr + buf.length).set(buf);\n        WASM_VECTOR_LEN = buf.length;\n        return ptr;\n    }\n\n",
        "",
    ),
    // Memory that has grown has another buffer, in every engine.
    (
        "cachedDataViewMemory0.buffer.detached === true || (cachedDataViewMemory0.buffer.detached === undefined && cachedDataViewMemory0.buffer !== wasm.memory.buffer)",
        "cachedDataViewMemory0.buffer !== wasm.memory.buffer",
    ),
];

/// The digits of the hash at the end of an import's name.
const DIGITS: usize = 16;

/// What the imports' module is called by wasm-bindgen.
const IMPORTS: &str = "./prevet_bg.js";

/// Trims the bindings, gives the imports' module a name of this build, so that the bindings fit no other module, and numbers
/// the imports of both where wasm-bindgen has hashes, which do not compress: it needs them to link crates that were built
/// apart.
pub(crate) fn trim(glue: &Path, module: &Path) -> Result<()> {
    let mut text = std::fs::read_to_string(glue).context("reading the bindings")?;
    for (from, to) in REPLACED {
        if !text.contains(from) {
            bail!("the bindings have no {from:?} any more");
        }
        text = text.replace(from, to);
    }
    let mut bytes = std::fs::read(module).context("reading the module")?;
    for (index, hash) in hashes(&text).into_iter().enumerate() {
        let number = format!("{index:0DIGITS$}");
        text = text.replace(&format!("_{hash}: "), &format!("_{number}: "));
        replace(&mut bytes, hash.as_bytes(), number.as_bytes());
    }
    let mut hasher = DefaultHasher::new();
    hasher.write(&bytes);
    let name = format!("prevet:{:07x}", hasher.finish() & 0xFFF_FFFF);
    if name.len() != IMPORTS.len() || !text.contains(IMPORTS) {
        bail!("the bindings have no {IMPORTS:?} any more");
    }
    replace(&mut bytes, IMPORTS.as_bytes(), name.as_bytes());
    stamp::write(module, bytes)?;
    stamp::write(glue, text.replace(IMPORTS, &name))
}

/// The hashes of the imports, such as `208446807d0d1e30` of `__wbg_Error_208446807d0d1e30: function`.
fn hashes(glue: &str) -> Vec<String> {
    let keys = glue.lines().filter_map(|line| line.trim_start().strip_prefix("__wbg_")?.split_once(": function"));
    let ends = keys.filter_map(|(key, _)| key.rsplit_once('_'));
    ends.map(|(_, hash)| hash).filter(|hash| hash.len() == DIGITS).map(ToString::to_string).collect()
}

/// Replaces bytes by as many others, wherever they are.
fn replace(bytes: &mut [u8], from: &[u8], to: &[u8]) {
    for at in 0..bytes.len() {
        if let Some(part) = bytes.get_mut(at..at + from.len()).filter(|part| **part == *from) {
            part.copy_from_slice(to);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{hashes, replace};

    #[test]
    fn hashes_are_at_the_end_of_imports() {
        let glue =
            "  __wbg_new_37eb45aaf5eeb820: function() {\n  __wbindgen_generic_0000000000000001: function(arg0) {\n";
        assert_eq!(hashes(glue), ["37eb45aaf5eeb820"]);
    }

    #[test]
    fn bytes_are_replaced_wherever_they_are() {
        let mut bytes = *b"abcabca";
        replace(&mut bytes, b"bc", b"01");
        assert_eq!(&bytes, b"a01a01a");
    }
}
