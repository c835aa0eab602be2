//! The contents of a document: every section with the page on which it begins.

use paper::{Block, Document};

use crate::documents::{document, paragraph, section};
use crate::reading::{name, read};

const N_SECTIONS: usize = 12;

fn long_document() -> Document {
    let mut blocks = vec![section("Before the contents"), Block::Contents];
    for number in 1..=N_SECTIONS {
        blocks.push(section(&format!("Section {number}")));
        blocks.extend((0..number % 5 * 4 + 1).map(|_| paragraph("It answers with repair, and the skin closes. ")));
    }
    document("A long record", blocks)
}

#[test]
fn every_section_that_follows_is_named_with_the_page_it_begins_on() {
    let reading = read(&long_document());
    let Some(text) = reading.tool("pdftotext", &["-enc", "UTF-8", "-layout", "FILE", "-"]) else { return };
    let pages: Vec<&str> = text.split('\u{c}').collect();
    assert!(reading.pdf.n_pages > 2, "the sections stand on several pages: {}", reading.pdf.n_pages);
    let is_heading = |line: &str, number: usize| line.trim() == format!("Section {number}");
    for number in 1..=N_SECTIONS {
        let begins =
            pages.iter().position(|page| page.lines().any(|line| is_heading(line, number))).expect("a page") + 1;
        let named =
            pages[0].lines().find(|line| line.trim().starts_with(&format!("Section {number} "))).expect("named");
        let page = named.split_whitespace().last().expect("a number");
        assert_eq!(page, begins.to_string(), "section {number}: {named}");
    }
    assert_eq!(text.matches("Before the contents").count(), 1, "what stands before it is not in it");
}

#[test]
fn a_screen_reader_is_told_that_it_is_the_contents() {
    let reading = read(&long_document());
    let kinds: Vec<String> = reading.elements().iter().map(|element| name(element, "S")).collect();
    assert_eq!(kinds.iter().filter(|kind| *kind == "TOC").count(), 1, "one table of contents");
    assert_eq!(kinds.iter().filter(|kind| *kind == "TOCI").count(), N_SECTIONS, "with an entry for each section");
}

#[test]
fn contents_of_nothing_leave_no_trace() {
    let without = read(&document("A short record", vec![paragraph("One line.")]));
    let with = read(&document("A short record", vec![Block::Contents, paragraph("One line.")]));
    assert_eq!(with.copied_text(), without.copied_text(), "nothing follows that could be named");
}
