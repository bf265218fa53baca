//! What a person sees while xtask works: one line when a step begins, one when it ends.

use std::time::Instant;

use anyhow::{Context, Result};

/// Runs a step: says what it does, then how long it took. `name` is a word, `what` a phrase in the present participle.
pub(crate) fn run<T>(name: &str, what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    println!("[{name}] {what} ...");
    let start = Instant::now();
    let result = work().with_context(|| format!("[{name}] {what}"))?;
    println!("[{name}] done in {:.1} s", start.elapsed().as_secs_f64());
    Ok(result)
}

/// Says that a step has nothing to do, and why.
pub(crate) fn skipped(name: &str, why: &str) {
    println!("[{name}] {why}");
}
