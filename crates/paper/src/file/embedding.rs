//! Puts the used glyphs of the used faces into the file.
//!
//! printpdf could cut fonts down itself, but takes more than twice the memory for large ones and draws a random name.

use std::collections::BTreeMap;

use printpdf::{FontId, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, TextItem};
use subsetter::GlyphRemapper;

use crate::PaperError;
use crate::paging::{UnicodeTables, font_id};
use crate::typesetting::FaceId;

/// Adds the faces to the document and renumbers the glyphs of all pages to match.
pub(super) fn embed(
    document: &mut PdfDocument,
    pages: &mut [Vec<Op>],
    texts: &UnicodeTables,
) -> Result<(), PaperError> {
    let mut renumbered = BTreeMap::new();
    for (face, glyphs) in texts.faces() {
        let mut numbers = GlyphRemapper::new();
        for glyph in glyphs.keys() {
            numbers.remap(*glyph);
        }
        document.resources.fonts.map.insert(font_id(face), subset(face, &numbers)?);
        renumbered.insert(font_id(face), numbers);
    }
    pages.iter_mut().try_for_each(|operations| renumber(operations, &renumbered))
}

fn subset(face: FaceId, glyphs: &GlyphRemapper) -> Result<PdfFont, PaperError> {
    let face = face.face();
    let damaged = || PaperError::Font { name: face.name };
    let bytes = subsetter::subset(face.bytes()?, 0, glyphs).map_err(|_| damaged())?;
    let mut font = ParsedFont::from_bytes(&bytes, 0, &mut Vec::new()).ok_or_else(damaged)?;
    font.font_name = Some(format!("{}+{}", face.subset_tag, face.name));
    Ok(PdfFont::new(font))
}

fn renumber(operations: &mut [Op], fonts: &BTreeMap<FontId, GlyphRemapper>) -> Result<(), PaperError> {
    let lost = PaperError::Assembly { stage: "a glyph without a number" };
    let mut current = None;
    for operation in operations {
        if let Op::SetFont { font: PdfFontHandle::External(id), .. } = operation {
            current = fonts.get(id);
        } else if let Op::ShowText { items } = operation {
            for item in items {
                if let TextItem::GlyphIds(glyphs) = item {
                    for glyph in glyphs {
                        let number = current.and_then(|numbers| numbers.get(glyph.gid));
                        glyph.gid = number.ok_or_else(|| lost.clone())?;
                    }
                }
            }
        }
    }
    Ok(())
}
