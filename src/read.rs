//! Readers: each turns one form of input into a [tape](crate::tape).

pub(crate) mod json;
pub(crate) mod number;
pub(crate) mod plain;
pub(crate) mod position;
pub(crate) mod words;
