//! Documents on paper: the bytes of a PDF from plain blocks.
//!
//! A [`Document`] says what there is to read; [`render`] decides where it stands, draws it, tags it for screen readers
//! and writes an archival file (PDF/A-2a and PDF/UA-1). The same document gives the same bytes on every machine: the
//! fonts come from the program, never from the system, and nothing here reads the clock or draws a random number.
//!
//! The way of a document: `document` holds its blocks, `typesetting` turns words into lines, `composing` puts blocks into
//! one long column, `paging` cuts it into pages and draws them, `file` writes them down, `seal` says later whether the
//! file is still what it was. `theme` is how all of it looks, `tags` what a screen reader is told. docs/paper.md has the
//! map.
//!
//! This crate knows nothing of clients, consents, sheets or the store.

#![expect(
    clippy::float_arithmetic,
    reason = "places on paper are real numbers; no dose, depth or money is computed here"
)]

mod composing;
mod document;
mod error;
mod file;
mod paging;
mod seal;
mod tags;
mod theme;
mod typesetting;

pub use document::*;
pub use error::PaperError;
pub use file::size_of;
pub use seal::{Damage, Place, SealError, SealFacts, SealKey, SealSeen, Verdict, Verification, seal, verify};

/// A finished PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub n_pages: u16,
}

/// Lays a document out and writes its file, in normal print and with nothing attached.
///
/// # Errors
/// A [`PaperError`] says what in the document, or in this program, stands in the way; nothing is written then.
pub fn render(document: &Document) -> Result<Pdf, PaperError> {
    render_as(document, &Making::default())
}

/// Lays a document out and writes its file.
///
/// # Errors
/// A [`PaperError`] says what in the document, or in this program, stands in the way; nothing is written then.
pub fn render_as(document: &Document, making: &Making<'_>) -> Result<Pdf, PaperError> {
    let mut typesetter = typesetting::Typesetter::new(&document.language, making.print)?;
    let metadata = file::Metadata::of(document, &typesetter)?;
    let running = paging::RunningLines::set(&mut typesetter, &document.masthead, &document.footer)?;
    let (mut galley, mut tags) = composing::compose(&document.blocks, &mut typesetter, running.body_height())?;
    let mut strips = paging::paginate(&mut galley, running.body_height());
    paging::number_contents(&mut strips, &mut typesetter)?;
    let n_pages = u16::try_from(strips.len()).map_err(|_| PaperError::TooManyPages)?;
    let mut texts = paging::UnicodeTables::default();
    let pages =
        paging::draw_sheets(strips, &galley.panels, &running, document.paper, &mut typesetter, &mut tags, &mut texts)?;
    let sheets = file::Sheets { paper: document.paper, pages, tags, texts, photos: galley.photos };
    let bytes = file::write(sheets, &metadata, making.attachments)?;
    Ok(Pdf { bytes, n_pages })
}
