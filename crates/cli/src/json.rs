//! An answer in words for a person, or as the one JSON document a program reads.

use serde_json::Value;

use crate::failure::{CliFailure, Exit};

/// How an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// For a person.
    Words,
    /// For a program.
    Json,
}

/// The document, indented.
pub(crate) fn pretty(value: &Value) -> Result<String, CliFailure> {
    serde_json::to_string_pretty(value)
        .map_err(|_| CliFailure::new(Exit::MachineFailed, "The answer could not be written as JSON."))
}
