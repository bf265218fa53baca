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

#[test]
fn every_case_is_answered_as_expected() {
    let mut failures = Vec::new();
    let mut count = 0;
    corpus::for_each(|case| {
        count += 1;
        let found = found(case);
        if found != case.errors {
            failures.push(format!("{}: expected {:?}, found {found:?}", case.id, case.errors));
        }
    });
    assert!(count > 1500, "only {count} cases were read");
    assert!(failures.is_empty(), "{} of {count} cases:\n{}", failures.len(), failures.join("\n"));
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
