//! From drawn pages to the bytes of the file.
//!
//! printpdf writes the pages; what an archive and a screen reader need beyond that is added to its objects before they
//! are written out. No date, id or order in the file comes from anywhere but the document.

mod attachments;
mod colour_profile;
mod embedding;
mod metadata;
mod photos;
mod size;
mod structure;

use std::io::{self, Write};

use lopdf::{Object, StringFormat};
use printpdf::{Mm, Op, PdfDocument, PdfPage, PdfSaveOptions};
use sha2::{Digest, Sha256};

use crate::PaperError;
use crate::composing::Jpeg;
use crate::document::{Attachment, PaperSize};
use crate::paging::UnicodeTables;
use crate::tags::TagTree;
use crate::theme::{self, POINTS_PER_MM};

pub(crate) use metadata::{Metadata, date};
pub use size::size_of;

/// What the pages of a document are made of.
pub(crate) struct Sheets<'a> {
    pub(crate) paper: PaperSize,
    pub(crate) pages: Vec<Vec<Op>>,
    pub(crate) tags: TagTree,
    pub(crate) texts: UnicodeTables,
    pub(crate) photos: Vec<Jpeg<'a>>,
}

/// Writes the file.
pub(crate) fn write(sheets: Sheets<'_>, metadata: &Metadata, attached: &[Attachment]) -> Result<Vec<u8>, PaperError> {
    let Sheets { paper, mut pages, tags, texts, photos } = sheets;
    let mut document = PdfDocument::new("");
    embedding::embed(&mut document, &mut pages, &texts)?;
    photos::announce(&mut document, &photos);
    let (width, height) = theme::sheet(paper);
    let (width, height) = (Mm(width / POINTS_PER_MM), Mm(height / POINTS_PER_MM));
    document.with_pages(pages.into_iter().map(|operations| PdfPage::new(width, height, operations)).collect());
    // `secure` would silently drop the operators printpdf has no name for.
    let options = PdfSaveOptions { secure: false, image_optimization: None, ..PdfSaveOptions::default() };
    let mut file = document.to_lopdf_document(&options, &mut Vec::new());
    drop(document);
    "1.7".clone_into(&mut file.version);
    photos::embed(&mut file, &photos)?;
    structure::write(&mut file, &tags)?;
    attachments::write(&mut file, attached, metadata.created_at())?;
    metadata::write(&mut file, metadata, !attached.is_empty())?;
    file.prune_objects();
    file.renumber_objects();
    file.compress();
    save_with_own_id(&mut file)
}

/// Saves the file with an identifier made from its own bytes.
fn save_with_own_id(file: &mut lopdf::Document) -> Result<Vec<u8>, PaperError> {
    set_id(file, &[0; 16]);
    let mut measured = Measured { digest: Sha256::new(), n_bytes: 0 };
    save(file, &mut measured)?;
    set_id(file, &measured.digest.finalize()[..16]);
    let mut bytes = Vec::with_capacity(measured.n_bytes);
    save(file, &mut bytes)?;
    Ok(bytes)
}

/// Reads a file that is written to it, and keeps nothing.
struct Measured {
    digest: Sha256,
    n_bytes: usize,
}

impl Write for Measured {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.digest.update(bytes);
        self.n_bytes += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn set_id(file: &mut lopdf::Document, id: &[u8]) {
    let id = Object::String(id.to_vec(), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![id.clone(), id]);
}

fn save(file: &mut lopdf::Document, to: &mut impl Write) -> Result<(), PaperError> {
    file.save_to(to).map_err(|_| PaperError::Assembly { stage: "saving" })
}

/// A text outside of content: plain when it is ASCII, UTF-16 otherwise.
pub(crate) fn text(text: &str) -> Object {
    if text.is_ascii() {
        Object::string_literal(text)
    } else {
        Object::String(crate::paging::utf16(text), StringFormat::Hexadecimal)
    }
}
