//! Filed documents and export.

use care::record::{ClientId, DocumentId, DocumentKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One filed document.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DocumentRow {
    /// Which.
    pub id: DocumentId,
    /// `A-000012`.
    pub number: String,
    /// What it is.
    pub kind: DocumentKind,
    /// Title on its first page.
    pub title: String,
    /// When it was filed, in UTC.
    pub filed_at: String,
    /// Pages.
    pub n_pages: u16,
    /// SHA-256 of the PDF.
    pub pdf_sha256: String,
}

/// Shows a filed document. Looking is an entry of the journal.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DocumentRequest {
    /// Which.
    pub document: DocumentId,
}

/// A filed document that is shown.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DocumentView {
    /// Whose it is: a paper is never on screen without that.
    pub client: super::BannerView,
    /// What it is.
    pub row: DocumentRow,
    /// Where the page's frame finds the PDF.
    pub url: String,
}

/// Prints a filed document again.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DocumentPrintRequest {
    /// Which.
    pub document: DocumentId,
    /// Copies, 1 to 9.
    pub n_copies: u8,
    /// Queue; `None` is the computer's own choice.
    pub printer: Option<String>,
}

/// Exports one client's record as a ZIP.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportRequest {
    /// Whose.
    pub client: ClientId,
    /// PIN or password.
    pub secret: String,
}

/// An export that was written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ExportView {
    /// Name of the file, without its folder.
    pub file_name: String,
    /// Files inside.
    pub n_files: u32,
    /// Size in bytes.
    pub n_bytes: u64,
    /// SHA-256 of the ZIP.
    pub sha256: String,
    /// Photos and scans that stayed behind: withdrawn, or not allowed for what they were wanted for.
    pub n_left_out: u32,
}
