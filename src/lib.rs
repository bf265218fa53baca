//! prevet vets a request body before a form submits it: the rules of the real servers, every problem at once, and no
//! value in any message.
//!
//! It mirrors bodies of three APIs ([`schemas::LIST`]): Teable's single sign-on provider, Teable's OAuth application,
//! and Zapier's create-authentication request. The npm package `prevet` is this crate compiled to WebAssembly with a
//! TypeScript facade; the crate alone checks JSON text.
//!
//! ```
//! use prevet::locale::Locale;
//! use prevet::schemas::Schema;
//!
//! let schema = Schema::named("teable.authentication.request").unwrap();
//! let issues = schema.check_text(br#"{"type":"oicd","config":{}}"#);
//! let messages: Vec<_> = issues.iter().map(|issue| schema.message(issue, Locale::En)).collect();
//! assert_eq!(messages, [
//!     "Provider type: choose feishu or oidc. Did you mean oidc?",
//!     "Name: enter a value.",
//! ]);
//! ```
//!
//! # How a body is checked
//!
//! 1. A fast path accepts what is surely valid; it never refuses.
//! 2. A reader turns any other input into a tape, a flat borrowed tree: [JSON text](schemas::Schema::check_text) here, a
//!    JavaScript value in the package's reader, which hands it over in one crossing.
//! 3. One walk along the [description](shape) of the body and the tape finds every problem, in document order, at most
//!    one a place.
//! 4. [Issues](issue::Issue) are put into words of a [language](locale::Locale).
//!
//! The Rust types of the [schemas] are the definition of all that: serde's attributes give names, garde's give rules. A Rust
//! program reads [typed bodies](typed) with the one and judges its own with the other.
//!
//! [Advice](advice) is a step of its own: what passed validation and will fail or harm later.
//!
//! The feature `module` makes the crate, on wasm32, the module of the npm package: with its exports, and with its allocator,
//! which a program of one's own could not replace.
//!
//! # What it does not do
//!
//! It sends nothing and stores nothing, it does not look at keys that a document does not know, and it cannot know
//! what only the server knows, such as whether a name is taken.

#![cfg_attr(
    all(target_arch = "wasm32", not(feature = "module")),
    allow(dead_code, reason = "for the exports of the module, which a library does not have")
)]

pub use prevet_advice::locale;

// derive(Shape) names this crate as its users do.
extern crate self as prevet;

mod accept;
pub mod advice;
mod check;
#[cfg(not(target_arch = "wasm32"))]
pub mod describe;
mod eight;
mod host;
pub mod issue;
pub mod lines;
mod messages;
pub mod oidc;
mod output;
mod read;
#[cfg(all(target_arch = "wasm32", feature = "module"))]
mod record;
mod report;
mod rules;
pub mod schemas;
pub mod scopes;
pub mod shape;
mod suggest;
mod tape;
pub mod typed;
mod walk;
#[cfg(all(target_arch = "wasm32", feature = "module"))]
mod wasm;
