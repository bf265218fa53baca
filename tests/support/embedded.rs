//! The conformance corpus as part of the program, for hosts that have no files. Native tests read the files, and
//! `tests/corpus.rs` compares the two.

macro_rules! corpus {
    ($($name:literal),* $(,)?) => {
        /// Each schema's name, and its cases, one a line.
        pub(crate) const CORPUS: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../cases/", $name, "/conformance.jsonl")))),*];
    };
}

corpus! {
    "teable.authentication.request", "teable.oauth-client.request", "zapier.authentication.request",
    "teable.authentication.response", "teable.oauth-client.response", "zapier.authentication.response",
    "zapier.error.response", "zapier.Apps", "zapier.AppsImages", "zapier.Authentication",
    "zapier.AuthenticationTypeEnum", "zapier.BaseMeta", "zapier.Category", "zapier.Error", "zapier.ErrorSource",
    "zapier.Links", "zapier._AuthenticationCreateRequest",
}
