//! The table of all rules of advice, for the documents.

use crate::advice::Rule;

/// A Markdown page with a row for each rule, in order: id, severity, fields, when it fires, source.
pub fn advice_rules() -> String {
    let mut out = String::from(
        "# Advice rules\n\n\
         Made from the rules' definitions in `advice/src/rule.rs`; do not edit. A rule never blocks: the API accepts what \
         it fires on. Each can be switched off by its id.\n\n\
         | id | severity | looks at | fires when | source |\n|---|---|---|---|---|\n",
    );
    for rule in Rule::ALL {
        let cells = [rule.id(), rule.severity().as_str(), rule.applies_to(), rule.when(), rule.source()];
        for cell in cells {
            out.push_str("| ");
            // A bar would end the cell, also inside of code.
            out.push_str(&cell.replace('|', "\\|"));
            out.push(' ');
        }
        out.push_str("|\n");
    }
    out
}
