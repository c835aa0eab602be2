//! Documents on paper: the bytes of a PDF from plain blocks.
//!
//! A [`Document`] says what there is to read; [`render`] decides where it stands, draws it, tags it for screen readers
//! and seals it into an archival file (PDF/A-2a and PDF/UA-1). The same document gives the same bytes on every machine:
//! the fonts come from the program, never from the system, and nothing here reads the clock or draws a random number.
//!
//! This crate knows nothing of clients, consents, sheets or the store.

#![expect(
    clippy::float_arithmetic,
    reason = "places on paper are real numbers; no dose, depth or money is computed here"
)]

mod document;
mod error;

pub use document::*;
pub use error::PaperError;

/// A finished PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub n_pages: u16,
}

/// Lays a document out and writes its file.
///
/// # Errors
/// A [`PaperError`] says what in the document, or in this program, stands in the way; nothing is written then.
pub fn render(document: &Document) -> Result<Pdf, PaperError> {
    if document.title.trim().is_empty() {
        return Err(PaperError::NoTitle);
    }
    Err(PaperError::Assembly { stage: "pages" })
}
