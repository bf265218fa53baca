//! The conformance corpus, natively: every case's verdict, pointers and codes.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[path = "support/corpus.rs"]
mod corpus;
#[path = "support/embedded.rs"]
mod embedded;

use std::collections::{BTreeMap, BTreeSet};

use corpus::Case;
use embedded::CORPUS;
use prevet::schemas::LIST;

/// URLs on which the `url` crate and JavaScript engines differ. The package asks the engine; natively, where only tests
/// run, the crate answers. An entry that no longer differs fails the test.
const DIFFERENT_URLS: &str = include_str!("support/native_url_differences.txt");

#[test]
fn every_case_is_answered_as_expected() {
    let ledger: BTreeSet<&str> = DIFFERENT_URLS.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).collect();
    let mut different = BTreeSet::new();
    let mut failures = Vec::new();
    let mut count = 0;
    corpus::for_each(|case| {
        count += 1;
        let found = found(case);
        if found == case.errors {
            return;
        }
        if ledger.contains(case.id.as_str()) {
            different.insert(case.id.clone());
        } else {
            failures.push(format!("{}: expected {:?}, found {found:?}", case.id, case.errors));
        }
    });
    assert!(count > 1500, "only {count} cases were read");
    assert!(failures.is_empty(), "{} of {count} cases:\n{}", failures.len(), failures.join("\n"));
    let stale: Vec<_> = ledger.iter().filter(|id| !different.contains(**id)).collect();
    assert!(stale.is_empty(), "these no longer differ, remove them from the ledger: {stale:?}");
}

fn found(case: &Case) -> BTreeSet<(String, String)> {
    let issues = case.schema.check_text(&case.text);
    issues.iter().map(|issue| (issue.pointer(), issue.code.as_str().to_owned())).collect()
}

#[test]
fn every_schema_and_case_is_run_in_other_hosts_too() {
    let embedded: Vec<_> = CORPUS.iter().map(|(name, _)| *name).collect();
    let schemas: Vec<_> = LIST.iter().map(|schema| schema.name).collect();
    assert_eq!(embedded, schemas, "tests/support/embedded.rs lists every schema, in the order of src/schemas.rs");
    let mut cases = BTreeMap::new();
    corpus::for_each(|case| *cases.entry(case.schema.name).or_insert(0) += 1);
    for (name, lines) in CORPUS {
        let count = lines.split('\n').filter(|line| !line.is_empty()).count();
        assert!(count > 0, "tests/cases/{name} has no case");
        assert_eq!(cases.get(name), Some(&count), "{name}: read from the file, and part of the program");
    }
}
