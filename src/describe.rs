//! The schemas for other languages, made from their static description at build time: the definition that the
//! package's reader and forms use, and TypeScript declarations.

mod definition;
mod typescript;

pub use definition::definition_json;
pub use typescript::typescript;
