//! The square code of a page: what it says, that it is read from the printed page, and that nothing is in its way.

#![expect(clippy::float_arithmetic, reason = "places on paper; no dose and no depth")]

use paper::{Block, Document, Footer, PaperSize};

use crate::documents::{self, CODE, coming_back, document, paragraph};
use crate::reading::{Reading, read};

/// The pages as a scanner sees them, in grey; nothing where the tool is not installed.
fn scanned(reading: &Reading, dots_an_inch: u32) -> Option<Vec<Scan>> {
    let bytes = reading.tool_bytes("pdftoppm", &["-gray", "-r", &dots_an_inch.to_string(), "FILE"])?;
    let mut rest = bytes.as_slice();
    let mut pages = Vec::new();
    while !rest.is_empty() {
        let mut fields = Vec::new();
        while fields.len() < 4 {
            let end = rest.iter().position(u8::is_ascii_whitespace).expect("a header");
            fields.push(String::from_utf8(rest[..end].to_vec()).expect("ASCII"));
            rest = &rest[end + 1..];
        }
        let [kind, width, height, most]: [String; 4] = fields.try_into().expect("a header of four");
        assert_eq!((kind.as_str(), most.as_str()), ("P5", "255"), "a grey picture");
        let (width, height): (usize, usize) = (width.parse().expect("a width"), height.parse().expect("a height"));
        let (pixels, others) = rest.split_at(width * height);
        pages.push(Scan { width, height, pixels: pixels.to_vec() });
        rest = others;
    }
    Some(pages)
}

struct Scan {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

impl Scan {
    /// What the codes on it say, looked at as it is and enlarged: a reader finds a code at some sizes and not at others.
    fn codes(&self) -> Vec<String> {
        let times = [1, 2, 3].into_iter().map(|times| self.codes_enlarged(times));
        times.into_iter().find(|codes| !codes.is_empty()).unwrap_or_default()
    }

    fn codes_enlarged(&self, times: usize) -> Vec<String> {
        let is_dark = |x: usize, y: usize| self.pixels[y / times * self.width + x / times] < 128;
        let (width, height) = (self.width * times, self.height * times);
        let mut prepared = rqrr::PreparedImage::prepare_from_bitmap(width, height, is_dark);
        prepared.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect()
    }
}

#[test]
fn every_page_says_which_one_it_is_to_a_scanner() {
    for paper in [PaperSize::A4, PaperSize::Letter] {
        let reading = read(&Document { paper, ..coming_back(documents::consent()) });
        for dots_an_inch in [200, 300] {
            let Some(pages) = scanned(&reading, dots_an_inch) else { return };
            assert_eq!(pages.len(), usize::from(reading.pdf.n_pages), "every page was scanned");
            for (page, scan) in (1..).zip(&pages) {
                let expected = CODE.on_page(page, reading.pdf.n_pages).to_string();
                assert_eq!(scan.codes(), [expected], "page {page} on {paper:?} at {dots_an_inch} dots an inch");
            }
        }
    }
}

#[test]
fn a_code_is_part_of_the_footer_and_no_content() {
    let with = read(&coming_back(documents::consent()));
    let without = read(&documents::consent());
    assert_eq!(with.outline(), without.outline(), "a screen reader hears the footer's words instead");
    for operations in with.operations() {
        let at = operations.iter().rposition(|operation| operation.operator == "re").expect("the squares");
        let mark = operations[..at].iter().rfind(|operation| operation.operator == "BDC").expect("a mark");
        let said = format!("{:?}", mark.operands);
        assert!(said.contains("Artifact") && said.contains("Footer"), "the squares belong to the footer: {said}");
    }
}

/// From the edges of the code on A4, with the white around it: left, top, right, bottom in points.
fn white_around(is_rtl: bool) -> [f32; 4] {
    let (size, quiet, margin) = (18.0 * 72.0 / 25.4, 7.0, 15.0 * 72.0 / 25.4);
    let bottom = (297.0 + 279.0) / 2.0 * 72.0 / 25.4 - margin;
    let left = if is_rtl { margin } else { 210.0 * 72.0 / 25.4 - margin - size };
    [left - quiet, bottom - size - quiet, left + size + quiet, bottom + quiet]
}

#[test]
fn no_word_stands_in_the_white_around_a_code() {
    let long = "Clinic Lumen for skin, scars and what else there is to say, ".repeat(3);
    let mut wordy = coming_back(document("Long", vec![paragraph(&"word ".repeat(2_000))]));
    wordy.footer = Footer { document: long.clone(), hash: long, ..wordy.footer };
    for (is_rtl, document) in
        [(false, coming_back(documents::consent())), (false, wordy), (true, coming_back(documents::arabic_sheet()))]
    {
        let Some(words) = read(&document).placed_words() else { return };
        let [left, top, right, bottom] = white_around(is_rtl);
        let stands_in = |edges: &[f32; 4]| edges[2] > left && edges[0] < right && edges[3] > top && edges[1] < bottom;
        let stray: Vec<&String> = words.iter().filter(|(_, edges)| stands_in(edges)).map(|(word, _)| word).collect();
        assert!(stray.is_empty(), "{}: a scanner finds the code: {stray:?}", document.title);
    }
}

#[test]
fn a_document_that_does_not_come_back_has_no_code() {
    let Some(pages) = scanned(&read(&documents::aftercare_sheet()), 150) else { return };
    assert!(pages.iter().all(|page| page.codes().is_empty()), "a sheet for home is nobody's key to the record");
}

#[test]
fn a_code_costs_little() {
    let plain = read(&documents::consent());
    let coded = read(&coming_back(documents::consent()));
    let per_page = (coded.pdf.bytes.len() - plain.pdf.bytes.len()) / usize::from(coded.pdf.n_pages);
    assert!(per_page < 2_500, "{per_page} bytes a page");
    let one = read(&coming_back(document("One", vec![Block::Title("One".to_owned())])));
    assert_eq!(one.pdf.n_pages, 1, "it needs no page of its own");
}
