//! What an archive and a screen reader ask of every file.

use std::collections::BTreeSet;

use lopdf::Object;
use paper::{Document, PaperSize};

use crate::documents;
use crate::reading::{name, read};

fn every_document() -> Vec<Document> {
    let papers = [PaperSize::A4, PaperSize::Letter];
    let documents = [documents::specimen(), documents::aftercare_sheet(), documents::consent()];
    papers
        .iter()
        .flat_map(|paper| documents.iter().map(|document| Document { paper: *paper, ..document.clone() }))
        .collect()
}

#[test]
fn every_document_says_that_it_is_made_for_archives_and_screen_readers() {
    for document in every_document() {
        let reading = read(&document);
        let catalogue = reading.catalogue();
        let marks = reading.dictionary(catalogue, "MarkInfo");
        assert!(marks.get(b"Marked").and_then(Object::as_bool).expect("a claim"), "the content is tagged");
        let preferences = reading.dictionary(catalogue, "ViewerPreferences");
        let shows_title = preferences.get(b"DisplayDocTitle").and_then(Object::as_bool);
        assert!(shows_title.expect("a preference"), "readers show the title");
        let language = catalogue.get(b"Lang").and_then(Object::as_str).expect("a language");
        assert_eq!(language, b"en-GB", "a screen reader chooses its voice by it");
        assert!(catalogue.has(b"OutputIntents"), "the colours are defined");
        let metadata = catalogue.get(b"Metadata").and_then(Object::as_reference).expect("metadata");
        let metadata = reading.file.get_object(metadata).and_then(Object::as_stream).expect("a stream");
        let metadata = String::from_utf8_lossy(&metadata.content);
        for claim in
            ["<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", document.title.as_str(), "2026-11-20T"]
        {
            assert!(metadata.contains(claim), "the metadata states {claim}");
        }
    }
}

#[test]
fn nothing_is_drawn_outside_of_a_mark() {
    for document in every_document() {
        for operations in read(&document).operations() {
            let mut depth = 0;
            for operation in operations {
                match operation.operator.as_str() {
                    "BDC" | "BMC" => depth += 1,
                    "EMC" => depth -= 1,
                    "Tj" | "TJ" | "S" | "f" | "B" => {
                        assert!(depth > 0, "{} is neither content nor decoration", operation.operator);
                    }
                    _ => {}
                }
                assert!(depth >= 0, "a mark ends that never began");
            }
            assert_eq!(depth, 0, "every mark ends on its page");
        }
    }
}

#[test]
fn every_mark_is_known_to_the_tree_of_tags() {
    let reading = read(&documents::consent());
    let root = reading.dictionary(reading.catalogue(), "StructTreeRoot");
    let tree = reading.dictionary(root, "ParentTree");
    let numbers = tree.get(b"Nums").and_then(Object::as_array).expect("the way back");
    for (page, operations) in reading.operations().into_iter().enumerate() {
        let marks: BTreeSet<i64> = operations
            .iter()
            .filter(|operation| operation.operator == "BDC")
            .filter_map(|operation| operation.operands.get(1)?.as_dict().ok()?.get(b"MCID").ok()?.as_i64().ok())
            .collect();
        let n_known = numbers[page * 2 + 1].as_array().expect("the page's tags").len();
        assert_eq!(marks.len(), n_known, "as many tags as marks");
        let expected: BTreeSet<i64> = (0..).take(n_known).collect();
        assert_eq!(marks, expected, "marks are numbered without a gap");
    }
}

#[test]
fn a_screen_reader_hears_the_parts_in_the_order_of_the_page() {
    let outline = read(&documents::aftercare_sheet()).outline();
    let landmarks: Vec<&str> =
        outline.iter().map(String::as_str).filter(|kind| !["P", "LBody", "Lbl", "TR", "TD"].contains(kind)).collect();
    assert_eq!(
        landmarks.join(" "),
        "Document H1 Div H2 Table TH TH TH TH TH TH H2 Table TH TH TH H2 L LI LI LI H2 Figure Caption Div",
        "title, warning, days, products, what is normal, where, next visit"
    );
}

#[test]
fn no_level_of_heading_is_skipped() {
    let blocks = vec![
        paper::Block::Heading { level: paper::HeadingLevel::Subsection, text: "First".to_owned() },
        documents::paragraph("Words."),
        paper::Block::Heading { level: paper::HeadingLevel::Subsection, text: "Second".to_owned() },
    ];
    let outline = read(&documents::document("Headings", blocks)).outline();
    assert_eq!(outline, ["Document", "H1", "P", "H2"], "a first heading is of the first level, whatever its size");
}

#[test]
fn a_drawing_is_described_and_a_table_head_says_what_it_heads() {
    let reading = read(&documents::specimen());
    for element in reading.elements() {
        match name(element, "S").as_str() {
            "Figure" => {
                let alt = element.get(b"Alt").and_then(Object::as_str).expect("a description");
                assert!(!alt.is_empty(), "who cannot see the drawing is told what it shows");
                assert!(reading.dictionary(element, "A").has(b"BBox"), "its place is known");
            }
            "TH" => assert!(reading.dictionary(element, "A").has(b"Scope"), "a head says what it heads"),
            _ => {}
        }
    }
}

#[test]
fn a_repeated_table_head_is_heard_once() {
    let outline = read(&documents::consent()).outline();
    let n_heads = outline.iter().filter(|kind| *kind == "TH").count();
    assert_eq!(n_heads, 3, "the table of risks has three columns and runs over several pages");
}

#[test]
fn all_fonts_are_part_of_the_file_and_cut_down_to_what_is_used() {
    for document in every_document() {
        let reading = read(&document);
        let Some(fonts) = reading.tool("pdffonts", &["FILE"]) else { return };
        let lines: Vec<&str> = fonts.lines().skip(2).collect();
        assert_eq!(lines.len(), 2, "a regular and a bold face: {fonts}");
        for line in lines {
            let words: Vec<&str> = line.split_whitespace().collect();
            let [.., embedded, subset, unicode, _, _] = words.as_slice() else { panic!("an unknown table: {fonts}") };
            assert_eq!([*embedded, *subset, *unicode], ["yes"; 3], "embedded, cut down and with a table of texts");
        }
    }
}

#[test]
fn no_glyph_is_without_a_text() {
    let reading = read(&documents::specimen());
    let mut n_glyphs = 0;
    for object in reading.file.objects.values() {
        let Some(font) = object.as_dict().ok().filter(|font| font.has(b"ToUnicode")) else { continue };
        let table = font.get(b"ToUnicode").and_then(Object::as_reference).expect("a table of texts");
        let table = reading.file.get_object(table).and_then(Object::as_stream).expect("a stream");
        let table = String::from_utf8(table.get_plain_content().expect("its text")).expect("ASCII");
        for line in table.lines().filter(|line| line.starts_with('<')) {
            n_glyphs += 1;
            assert!(!line.contains("<>"), "an empty text reads as a missing one: {line}");
        }
    }
    assert!(n_glyphs > 50, "the tables were found");
}

#[test]
fn an_independent_checker_finds_no_fault() {
    for document in every_document() {
        if let Some(said) = read(&document).tool("qpdf", &["--check", "FILE"]) {
            assert!(said.contains("No syntax or stream encoding errors"), "qpdf reads it to the end: {said}");
        }
    }
}

#[test]
fn the_same_document_is_the_same_file() {
    for document in every_document() {
        let (once, again) = (read(&document).pdf, read(&document).pdf);
        assert_eq!(once.bytes, again.bytes, "what was shown is what is filed");
    }
}

#[test]
fn a_later_document_is_another_file() {
    let document = documents::aftercare_sheet();
    let later = Document { created_at: document.created_at + 1, ..document.clone() };
    let id = |document: &Document| {
        let reading = read(document);
        let id = reading.file.trailer.get(b"ID").and_then(Object::as_array).expect("an id");
        id[0].as_str().expect("bytes").to_vec()
    };
    assert_ne!(id(&document), id(&later), "two files never share an identifier");
}
