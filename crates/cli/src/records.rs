//! Clients, documents and exports through the door.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::arguments::At;
use crate::failure::{CliFailure, Exit};
use crate::json::pretty;
use crate::terminal::sign_in;

/// Clients that fit `words`, as JSON.
pub(crate) fn search_clients(at: &At, words: &str) -> Result<String, CliFailure> {
    pretty(&sign_in(at, None)?.call("client_search", &json!({ "words": words, "is_settled": true }))?)
}

/// One client's record, as JSON.
pub(crate) fn show_client(at: &At, id: &str) -> Result<String, CliFailure> {
    pretty(&sign_in(at, None)?.call("client_open", &json!({ "client": id }))?)
}

/// A client's filed documents, as JSON.
pub(crate) fn list_documents(at: &At, client: &str) -> Result<String, CliFailure> {
    let view = sign_in(at, None)?.call("client_open", &json!({ "client": client }))?;
    pretty(&view["documents"])
}

/// Writes a filed PDF, byte for byte. A file that is there already is never overwritten.
pub(crate) fn get_document(at: &At, id: &str, out: &Path) -> Result<(), CliFailure> {
    refuse_existing(out)?;
    let signed_in = sign_in(at, None)?;
    signed_in.call("document_open", &json!({ "document": id }))?;
    let bytes = signed_in.desk.blob(&format!("document/{id}"))?;
    fs::write(out, bytes).map_err(|_| {
        CliFailure::new(Exit::MachineFailed, "The file could not be written. Check the folder and the disk.")
    })
}

/// Exports one client's record; says what was written, as JSON.
pub(crate) fn export_client(at: &At, client: &str, out: PathBuf) -> Result<String, CliFailure> {
    refuse_existing(&out)?;
    let signed_in = sign_in(at, Some(out))?;
    let request = json!({ "client": client, "secret": signed_in.password });
    pretty(&signed_in.call("client_export", &request)?)
}

fn refuse_existing(out: &Path) -> Result<(), CliFailure> {
    if out.exists() {
        return Err(CliFailure::new(
            Exit::WrongInput,
            "There is a file of that name already. Nothing was overwritten; choose another name.",
        ));
    }
    Ok(())
}
