//! The rows of the shipped content, as a clinician reviews them: what is set, on whose authority, how well founded.

use std::fmt::Write as _;

use care::Protocol;
use care::protocol::RowView;
use desk::words::{Words, without_isolates};
use serde_json::json;

use crate::failure::{CliFailure, Exit};
use crate::json::{Format, pretty};

/// One row in full, or every row in a line.
pub(super) fn run(format: Format, id: Option<&str>) -> Result<String, CliFailure> {
    let protocol = Protocol::shipped();
    match (id, format) {
        (Some(id), Format::Json) => pretty(&json!(find(protocol, id)?)),
        (Some(id), Format::Words) => Ok(in_full(protocol, &find(protocol, id)?)),
        (None, Format::Json) => {
            let (rows, sources): (Vec<_>, Vec<_>) = (protocol.rows().collect(), protocol.sources().collect());
            pretty(&json!({ "version": protocol.version, "rows": rows, "sources": sources }))
        }
        (None, Format::Words) => Ok(in_lines(protocol)),
    }
}

fn find(protocol: &Protocol, id: &str) -> Result<RowView, CliFailure> {
    protocol.row(id).ok_or_else(|| {
        let words = "There is no such row. \"needlepoint-cli protocol rows\" lists every id.";
        CliFailure::new(Exit::WrongInput, words)
    })
}

fn in_lines(protocol: &Protocol) -> String {
    let mut page = format!("{:<32}{:<26}{:<10}source", "row", "file", "status");
    for row in protocol.rows() {
        let file = row.entries.first().map_or("", |entry| entry.file);
        let _ = write!(page, "\n{:<32}{file:<26}{:<10}{}", row.id, row.status, row.source.join(", "));
    }
    page
}

fn in_full(protocol: &Protocol, row: &RowView) -> String {
    let words = Words::en_gb();
    let mut page = row.id.clone();
    for entry in &row.entries {
        let _ = write!(page, "\n\n{}", entry.file);
        for detail in &entry.details {
            let _ = write!(page, "\n  {:<28}{}", detail.name, detail.value);
        }
    }
    page.push_str("\n\nstatus");
    for code in row.status.split('/') {
        let said = without_isolates(&words.say(&format!("status-{code}"), None));
        let _ = write!(page, "\n  {code:<28}{said}");
    }
    page.push_str("\n\nsource");
    for key in &row.source {
        // A claim of a seed article is written with its number: "S1-12".
        let known = protocol.sources().find(|source| source.key == key || key.split('-').next() == Some(source.key));
        let _ = write!(page, "\n  {key:<28}{}", known.map_or("", |source| source.title));
    }
    page
}
