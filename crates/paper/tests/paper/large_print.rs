//! Large print: the same document in letters of 18 points, whole and in the same order.

use paper::{Document, Making, PaperSize, Print, render_as};

use crate::documents;
use crate::reading::Reading;

fn large(document: &Document) -> Reading {
    let pdf = render_as(document, &Making { print: Print::Large, ..Making::default() }).expect("a document");
    let file = lopdf::Document::load_mem(&pdf.bytes).expect("a file that opens");
    Reading { pdf, file }
}

fn every_document() -> [Document; 4] {
    [documents::aftercare_sheet(), documents::consent(), documents::specimen(), documents::arabic_sheet()]
}

#[test]
fn everything_that_is_read_is_set_in_18_points_or_more() {
    for document in [documents::aftercare_sheet(), documents::arabic_sheet()] {
        let mut n_texts = 0;
        for operations in large(&document).operations() {
            let mut is_in_drawing = false;
            for operation in operations {
                match operation.operator.as_str() {
                    "BDC" => {
                        let tag = operation.operands[0].as_name().unwrap_or_default();
                        // Labels belong to their drawing; the masthead and the footer are there to be found.
                        is_in_drawing = tag == b"Figure" || tag == b"Artifact" || (tag == b"Span" && is_in_drawing);
                    }
                    "Tf" if !is_in_drawing => {
                        let size = operation.operands[1].as_float().expect("a size");
                        assert!(size >= 17.99, "{size} points are too small in {}", document.title);
                        n_texts += 1;
                    }
                    _ => {}
                }
            }
        }
        assert!(n_texts > 10, "the sizes were read at all");
    }
}

#[test]
fn large_print_says_the_same_words() {
    for document in every_document() {
        let words = |reading: &Reading| -> Option<Vec<String>> {
            let text = reading.tool("pdftotext", &["-enc", "UTF-8", "-raw", "FILE", "-"])?;
            let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
            words.sort();
            words.dedup();
            Some(words)
        };
        let (Some(normal), Some(large)) = (words(&crate::reading::read(&document)), words(&large(&document))) else {
            return;
        };
        let joined: String = large.concat();
        // A word too wide for its column is broken, so it is looked for without its neighbours.
        let lost: Vec<&String> = normal
            .iter()
            .filter(|word| {
                word.chars().count() < 12 && word.chars().all(char::is_alphabetic) && !joined.contains(*word)
            })
            .collect();
        assert!(lost.is_empty(), "nothing is left out of {}: {lost:?}", document.title);
    }
}

#[test]
fn no_word_leaves_the_box_in_large_print() {
    for document in every_document() {
        let Some(boxes) = large(&document).word_boxes() else { return };
        for [left, top, right, bottom] in boxes {
            assert!(left >= 41.0 && right <= 554.5, "{}: from {left} to {right}", document.title);
            assert!(top >= 17.0 && bottom <= 825.0, "{}: from {top} to {bottom}", document.title);
        }
    }
}

#[test]
fn large_print_breaks_alike_on_either_paper() {
    let sheet = documents::aftercare_sheet();
    let letter = Document { paper: PaperSize::Letter, ..sheet.clone() };
    assert_eq!(large(&sheet).pdf.n_pages, large(&letter).pdf.n_pages, "one layout for both");
}
