//! What stands on which page, and where.

use paper::{
    Block, Document, Drawing, HeadingLevel, Initials, Outline, PaperError, PaperSize, RichText, Shape, SignatureBox,
    SignatureMark, Tone, ViewBox,
};

use crate::documents::{self, cells, document, paragraph, section};
use crate::reading::{Reading, read};

/// Six millimetres, which no printer reaches beyond.
const UNPRINTABLE_PT: f32 = 6.0 * 72.0 / 25.4;

/// The lines of each page as they stand, or nothing without the tool.
fn pages(reading: &Reading) -> Option<Vec<String>> {
    let text = reading.tool("pdftotext", &["-enc", "UTF-8", "-layout", "FILE", "-"])?;
    Some(text.split('\u{c}').filter(|page| !page.trim().is_empty()).map(str::to_owned).collect())
}

fn lorem(n_words: usize) -> String {
    ["needles", "make", "very", "fine", "channels", "in", "the", "skin", "and", "it", "answers", "with", "repair"]
        .iter()
        .cycle()
        .take(n_words)
        .copied()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn every_page_says_whose_it_is_and_which_of_how_many() {
    let reading = read(&documents::consent());
    assert_eq!(reading.pdf.n_pages, 6, "the consent runs over six pages");
    let Some(pages) = pages(&reading) else { return };
    assert_eq!(pages.len(), 6, "as many as it says");
    for (number, page) in (1..).zip(pages) {
        for words in [
            "Clinic Lumen, 12 Harbour Street, Dublin",
            "Nguyễn Thị Ánh Tuyết, born 2 April 1990, A-000217",
            "S-000417, version 3",
            "Content 9f86d081884c7d65",
            &format!("Page {number} of 6"),
        ] {
            assert!(page.contains(words), "page {number} carries {words}");
        }
    }
}

#[test]
fn lines_and_pages_break_alike_on_either_paper() {
    let document = documents::consent();
    let letter = Document { paper: PaperSize::Letter, ..document.clone() };
    let (Some(a4), Some(letter)) = (pages(&read(&document)), pages(&read(&letter))) else { return };
    let words = |pages: Vec<String>| -> Vec<Vec<String>> {
        pages.iter().map(|page| page.split_whitespace().map(str::to_owned).collect()).collect()
    };
    assert_eq!(words(a4), words(letter), "a page printed abroad is the same page");
}

#[test]
fn nothing_stands_where_a_printer_cannot_reach() {
    for (paper, width, height) in [(PaperSize::A4, 595.28, 841.89), (PaperSize::Letter, 612.0, 792.0)] {
        for document in [documents::specimen(), documents::aftercare_sheet(), documents::consent()] {
            let Some(boxes) = read(&Document { paper, ..document }).word_boxes() else { return };
            for [left, top, right, bottom] in boxes {
                assert!(left >= UNPRINTABLE_PT && top >= UNPRINTABLE_PT, "inside the upper left edges");
                assert!(right <= width - UNPRINTABLE_PT && bottom <= height - UNPRINTABLE_PT, "inside the others");
            }
        }
    }
}

#[test]
fn a_table_repeats_its_head_and_never_splits_a_row() {
    let rows = (1..=60).map(|row| cells(&[&format!("Row {row}"), &format!("{} end{row}", lorem(24))])).collect();
    let table = Block::Table { head: vec!["What".to_owned(), "Meaning".to_owned()], rows, widths: vec![300, 700] };
    let Some(pages) = pages(&read(&document("Table", vec![table]))) else { return };
    assert!(pages.len() > 2, "the table runs over pages");
    for page in pages {
        assert!(page.contains("What") && page.contains("Meaning"), "the head stands on every page of its table");
        for row in 1..=60 {
            let begins =
                page.split_whitespace().collect::<Vec<_>>().windows(2).any(|words| words == ["Row", &row.to_string()]);
            let ends = page.split_whitespace().any(|word| word == format!("end{row}"));
            assert_eq!(begins, ends, "row {row} begins and ends on one page");
        }
    }
}

#[test]
fn a_lot_number_is_never_torn_in_two() {
    let rows = vec![cells(&["Hyaluronic acid serum", "HA-2291/2026-NPX", &lorem(30)])];
    let head = ["Product", "Lot", "How to use it"].map(str::to_owned).to_vec();
    let table = Block::Table { head, rows, widths: vec![450, 50, 500] };
    let Some(text) = read(&document("Table", vec![table])).copied_text() else { return };
    assert!(text.contains("HA-2291/2026-NPX"), "a column gives way to its longest word: {text}");
}

#[test]
fn a_heading_never_stands_alone_at_the_foot_of_a_page() {
    for n_lines in 20..45 {
        let mut blocks: Vec<Block> = (0..n_lines).map(|_| paragraph("One line.")).collect();
        blocks.extend([section("Heading"), paragraph(&format!("begins {}", lorem(60)))]);
        let Some(pages) = pages(&read(&document("Headings", blocks))) else { return };
        let page = pages.iter().find(|page| page.contains("Heading")).expect("the heading");
        assert!(page.contains("begins"), "with {n_lines} lines before it, its text begins under it");
    }
}

#[test]
fn initials_and_signatures_stay_with_the_words_they_stand_for() {
    for n_lines in 20..45 {
        let mut blocks: Vec<Block> = (0..n_lines).map(|_| paragraph("One line.")).collect();
        blocks.push(Block::Clause {
            number: "7.1".to_owned(),
            body: vec![format!("agreed {} lastword", lorem(40)).into()],
            initials: Some(Initials { label: "Initials here".to_owned(), mark: "I.H.".to_owned() }),
        });
        blocks.push(paragraph("declaration"));
        let signature = |name: &str| SignatureBox {
            name: name.to_owned(),
            role: "Client".to_owned(),
            meaning: String::new(),
            time: "13:52".to_owned(),
            mark: SignatureMark::Typed(name.to_owned()),
        };
        blocks.push(Block::Signatures(vec![signature("First"), signature("Second"), signature("Third")]));
        let Some(pages) = pages(&read(&document("Consent", blocks))) else { return };
        let page_of = |word: &str| pages.iter().position(|page| page.contains(word)).expect("the word");
        assert_eq!(page_of("lastword"), page_of("I.H."), "{n_lines} lines before: the initials follow the clause");
        assert_eq!(page_of("declaration"), page_of("First"), "{n_lines} lines before: words before the signatures");
        assert_eq!(page_of("First"), page_of("Third"), "{n_lines} lines before: the signatures share a page");
    }
}

#[test]
fn what_is_signed_stands_on_the_page_of_the_signatures() {
    for n_lines in 20..45 {
        let mut blocks: Vec<Block> = (0..n_lines).map(|_| paragraph("One line.")).collect();
        blocks.push(Block::Heading { level: HeadingLevel::Section, text: "Signing".to_owned() });
        blocks.extend(["declaration", "Identity checked.", "Why today."].map(paragraph));
        blocks.push(Block::Signatures(vec![SignatureBox {
            name: "First".to_owned(),
            role: "Client".to_owned(),
            meaning: String::new(),
            time: "13:52".to_owned(),
            mark: SignatureMark::Typed("First".to_owned()),
        }]));
        let Some(pages) = pages(&read(&document("Consent", blocks))) else { return };
        let page_of = |word: &str| pages.iter().position(|page| page.contains(word)).expect("the word");
        assert_eq!(page_of("declaration"), page_of("First"), "{n_lines} lines before: the sentence that is signed");
        assert_eq!(page_of("Signing"), page_of("First"), "{n_lines} lines before: under its heading");
    }
}

#[test]
fn the_initials_of_a_clause_longer_than_a_page_stay_with_its_last_lines() {
    for n_lines in 30..50 {
        let clause = Block::Clause {
            number: "7.1".to_owned(),
            body: vec![format!("{}nexttolast\nlastword", "line\n".repeat(n_lines)).into()],
            initials: Some(Initials { label: "Initials here".to_owned(), mark: "I.H.".to_owned() }),
        };
        let Some(pages) = pages(&read(&document("Consent", vec![clause]))) else { return };
        let page = pages.iter().find(|page| page.contains("I.H.")).expect("the initials");
        assert!(
            page.contains("nexttolast") && page.contains("lastword"),
            "{n_lines} lines: two of them beside the box"
        );
    }
}

#[test]
fn two_lines_of_a_paragraph_stay_together() {
    for n_lines in 20..32 {
        let mut blocks: Vec<Block> = (0..n_lines).map(|_| paragraph("One line.")).collect();
        blocks.push(Block::Paragraph("one\ntwo\nthree\nfour\nfive".into()));
        let Some(pages) = pages(&read(&document("Paragraphs", blocks))) else { return };
        for page in pages {
            let has = |word: &str| page.split_whitespace().any(|found| found == word);
            assert_eq!(has("one"), has("two"), "{n_lines} lines before: no single first line");
            assert_eq!(has("four"), has("five"), "{n_lines} lines before: no single last line");
        }
    }
}

#[test]
fn parts_that_are_empty_leave_no_trace() {
    let empty = vec![
        Block::Title(String::new()),
        section("  "),
        paragraph(""),
        Block::Paragraph(RichText::default()),
        Block::Note { tone: Tone::Urgent, heading: String::new(), body: vec!["".into()] },
        Block::List(vec![]),
        Block::List(vec!["".into()]),
        Block::Clause { number: "1".to_owned(), body: vec![], initials: Some(Initials::default()) },
        Block::Table { head: vec!["Head".to_owned()], rows: vec![], widths: vec![1000] },
        Block::Timeline(vec![paper::Moment::default()]),
        Block::Signatures(vec![]),
    ];
    let (with, without) = (read(&document("Empty", empty)), read(&document("Empty", vec![])));
    assert_eq!(with.pdf, without.pdf, "not a rule, not a number, not a gap");
    assert_eq!(without.pdf.n_pages, 1, "an empty document is a page with its running lines");
}

#[test]
fn a_long_name_wraps_in_the_masthead_and_the_footer() {
    let mut document = document("Names", vec![paragraph("Words.")]);
    document.masthead.client = "Wolfeschlegelsteinhausenbergerdorff".repeat(6);
    document.footer.document = "S-000417".repeat(30);
    let reading = read(&document);
    let Some(boxes) = reading.word_boxes() else { return };
    assert!(boxes.iter().all(|[left, _, right, _]| *left >= 42.0 && *right <= 553.5), "inside the margins of the text");
    document.masthead.clinic = lorem(5000);
    assert_eq!(paper::render(&document).map(|pdf| pdf.n_pages), Err(PaperError::NoRoom), "text needs its room");
}

#[test]
fn a_table_whose_rows_do_not_fit_is_refused() {
    let table = |head: &[&str], row: &[&str], widths: &[u16]| {
        let head = head.iter().map(|cell| (*cell).to_owned()).collect();
        let block = Block::Table { head, rows: vec![cells(row)], widths: widths.to_vec() };
        paper::render(&document("Table", vec![block])).map(|pdf| pdf.n_pages)
    };
    let refused = |row, n_cells, n_columns| Err(PaperError::TableShape { row, n_cells, n_columns });
    assert_eq!(table(&["a", "b"], &["1", "2"], &[500, 500]), Ok(1), "two of everything");
    assert_eq!(table(&[], &["1", "2"], &[500, 500]), Ok(1), "a table may do without a head");
    assert_eq!(table(&["a", "b"], &["1"], &[500, 500]), refused(1, 1, 2), "a row with a cell too few");
    assert_eq!(table(&["a"], &["1", "2"], &[500, 500]), refused(0, 1, 2), "half a head");
    assert_eq!(table(&["a"], &["1"], &[0]), refused(0, 1, 1), "a column without a width");
}

#[test]
fn a_figure_needs_a_description_and_a_size() {
    let figure = |alt: &str, width: f32| {
        let view = ViewBox { min_x: 0.0, min_y: 0.0, width, height: 10.0 };
        let outline = Outline::from_svg("M0 0L10 10Z").expect("a path");
        let shapes = vec![Shape::Area { outline, fill: None, line: None }];
        let drawing = Drawing { view, width_mm: 50.0, shapes };
        let block = Block::Figure { drawing, alt: alt.to_owned(), caption: String::new() };
        paper::render(&document("Figure", vec![block])).map(|pdf| pdf.n_pages)
    };
    assert_eq!(figure("A line", 10.0), Ok(1), "a described drawing");
    assert_eq!(figure(" ", 10.0), Err(PaperError::FigureWithoutAlt), "who cannot see it must be told");
    for width in [0.0, -1.0, f32::NAN, f32::INFINITY] {
        assert_eq!(figure("A line", width), Err(PaperError::Extent), "a view {width} wide cannot be drawn");
    }
    assert_eq!(Outline::from_svg("M0 zero"), Err(PaperError::Outline), "not a path");
}

#[test]
fn a_document_needs_a_title_and_a_day() {
    let pages = |document: &Document| paper::render(document).map(|pdf| pdf.n_pages);
    assert_eq!(pages(&document(" ", vec![])), Err(PaperError::NoTitle), "archives ask for a title");
    let created_at = i64::MAX;
    let document = Document { created_at, ..document("Day", vec![]) };
    assert_eq!(pages(&document), Err(PaperError::CreatedAt { created_at }), "no such year");
}
