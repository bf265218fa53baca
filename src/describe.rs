//! The schemas for other languages, made from their static description at build time: the definition that the
//! package's reader and forms use, and TypeScript declarations.

mod advice;
mod catalogue;
mod definition;
mod typescript;

pub use advice::advice_rules;
pub use catalogue::catalogue_json;
pub use definition::definition_json;
pub use typescript::typescript;
