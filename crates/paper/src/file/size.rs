//! Which paper a finished file is made for.

use lopdf::{Document, Object};

use crate::document::PaperSize;
use crate::theme;

/// How far an edge may be off, in points: files round differently.
const TOLERANCE: f32 = 1.0;

/// The paper the first page of a PDF is made for; `None` where it is another, or no PDF.
#[must_use]
pub fn size_of(pdf: &[u8]) -> Option<PaperSize> {
    let file = Document::load_mem(pdf).ok()?;
    let first = *file.get_pages().values().next()?;
    let edges = media_box(&file, first)?;
    let wanted = [edges[2] - edges[0], edges[3] - edges[1]];
    [PaperSize::A4, PaperSize::Letter].into_iter().find(|paper| {
        let (width, height) = theme::sheet(*paper);
        (wanted[0] - width).abs() < TOLERANCE && (wanted[1] - height).abs() < TOLERANCE
    })
}

/// The edges of a page, which it may have from the nodes above it.
fn media_box(file: &Document, page: lopdf::ObjectId) -> Option<[f32; 4]> {
    let mut node = file.get_dictionary(page).ok()?;
    // A file can name a page as its own parent.
    for _ in 0..32 {
        if let Ok(edges) = node.get_deref(b"MediaBox", file).and_then(Object::as_array) {
            let edges: Vec<f32> = edges.iter().map(Object::as_float).collect::<Result<_, _>>().ok()?;
            return edges.try_into().ok();
        }
        node = file.get_dictionary(node.get(b"Parent").and_then(Object::as_reference).ok()?).ok()?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Block, Document as Paper, Footer, Masthead};

    #[test]
    fn a_file_says_for_which_paper_it_is_made() {
        for paper in [PaperSize::A4, PaperSize::Letter] {
            let document = Paper {
                title: "Specimen".to_owned(),
                language: "en-GB".to_owned(),
                paper,
                masthead: Masthead::default(),
                footer: Footer::default(),
                blocks: vec![Block::Title("Specimen".to_owned())],
                created_at: 0,
            };
            let pdf = crate::render(&document).expect("a page");
            assert_eq!(size_of(&pdf.bytes), Some(paper), "{paper:?}");
        }
        assert_eq!(size_of(b"no file"), None, "and nothing where there is none");
    }
}
