//! From drawn pages to the bytes of the file.
//!
//! printpdf writes the pages; what an archive and a screen reader need beyond that is added to its objects before they
//! are written out. No date, id or order in the file comes from anywhere but the document.

mod attachments;
mod colour_profile;
mod embedding;
mod metadata;
mod photos;
mod structure;

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

/// What the pages of a document are made of.
pub(crate) struct Sheets {
    pub(crate) paper: PaperSize,
    pub(crate) pages: Vec<Vec<Op>>,
    pub(crate) tags: TagTree,
    pub(crate) texts: UnicodeTables,
    pub(crate) photos: Vec<Jpeg>,
}

/// Writes the file.
pub(crate) fn write(sheets: Sheets, metadata: &Metadata, attached: &[Attachment]) -> Result<Vec<u8>, PaperError> {
    let Sheets { paper, mut pages, tags, texts, photos } = sheets;
    let mut document = PdfDocument::new("");
    embedding::embed(&mut document, &mut pages, &texts)?;
    photos::embed(&mut document, photos);
    let (width, height) = theme::sheet(paper);
    let (width, height) = (Mm(width / POINTS_PER_MM), Mm(height / POINTS_PER_MM));
    document.with_pages(pages.into_iter().map(|operations| PdfPage::new(width, height, operations)).collect());
    // `secure` would silently drop the operators printpdf has no name for.
    let options = PdfSaveOptions { secure: false, image_optimization: None, ..PdfSaveOptions::default() };
    let mut file = document.to_lopdf_document(&options, &mut Vec::new());
    "1.7".clone_into(&mut file.version);
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
    let digest = Sha256::digest(save(file)?);
    set_id(file, &digest[..16]);
    save(file)
}

fn set_id(file: &mut lopdf::Document, id: &[u8]) {
    let id = Object::String(id.to_vec(), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![id.clone(), id]);
}

fn save(file: &mut lopdf::Document) -> Result<Vec<u8>, PaperError> {
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(|_| PaperError::Assembly { stage: "saving" })?;
    Ok(bytes)
}

/// A text outside of content: plain when it is ASCII, UTF-16 otherwise.
pub(crate) fn text(text: &str) -> Object {
    if text.is_ascii() {
        Object::string_literal(text)
    } else {
        Object::String(crate::paging::utf16(text), StringFormat::Hexadecimal)
    }
}
