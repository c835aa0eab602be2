//! An answer as the one JSON document a program reads.

use serde_json::Value;

use crate::failure::{CliFailure, Exit};

/// The document, indented.
pub(crate) fn pretty(value: &Value) -> Result<String, CliFailure> {
    serde_json::to_string_pretty(value)
        .map_err(|_| CliFailure::new(Exit::MachineFailed, "The answer could not be written as JSON."))
}
