//! What came back, and what is said of it.

use std::convert::Infallible;

use care::record::{ClientId, DocumentKind, UserId};
use paper::PageCode;

use super::*;

const HASH: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

fn id(n: u128) -> DocumentId {
    DocumentId(Uuid::from_u128(n))
}

/// A form of three pages of the client with this number.
fn form(n: u128, client: u128) -> Document {
    Document {
        id: id(n),
        number: format!("A-{n:06}"),
        client: ClientId(Uuid::from_u128(client)),
        visit: None,
        kind: DocumentKind::Consent,
        title: "Consent".to_owned(),
        language: "en-GB".to_owned(),
        n_pages: 3,
        n_bytes: 1,
        pdf_sha256: String::new(),
        content_sha256: HASH.to_owned(),
        filed_by: UserId(Uuid::from_u128(1)),
        filed_at: "2026-11-20T14:00:00Z".parse().unwrap(),
    }
}

fn page_of(n: u128, page: u16) -> PageMark {
    page_code(id(n), HASH).unwrap().on_page(page, 3)
}

/// A file with these codes on each of its pages.
fn file(pages: &[&[PageMark]]) -> Vec<SignedPage> {
    pages.iter().map(|marks| SignedPage { marks: marks.to_vec(), said: None }).collect()
}

fn matched_with(files: Vec<Vec<SignedPage>>, said: Option<DocumentId>) -> Matched {
    let known = [form(10, 1), form(11, 1), form(20, 2)];
    let find = |id| Ok::<_, Infallible>(known.iter().find(|form| form.id == id).cloned());
    let files: Vec<&[SignedPage]> = files.iter().map(Vec::as_slice).collect();
    matched(&files, said, find).unwrap()
}

#[test]
fn pages_that_all_came_back_find_their_document_in_any_order() {
    let in_one = matched_with(vec![file(&[&[page_of(10, 3)], &[page_of(10, 1)], &[page_of(10, 2)]])], None);
    assert!(in_one.is_whole() && in_one.document.unwrap().id == id(10), "three pages of one scan");
    let apart = matched_with((1..=3).map(|page| file(&[&[page_of(10, page)]])).collect(), None);
    assert!(apart.is_whole(), "three photos");
    let side_by_side = matched_with(vec![file(&[&[page_of(10, 1), page_of(10, 2)], &[page_of(10, 3)]])], None);
    assert!(side_by_side.is_whole(), "two pages on one picture");
}

#[test]
fn a_page_that_is_missing_or_there_twice_is_named() {
    let found = matched_with(vec![file(&[&[page_of(10, 1)], &[page_of(10, 3)], &[page_of(10, 3)]])], None);
    assert_eq!((found.missing.as_slice(), found.doubled.as_slice()), (&[2][..], &[3][..]), "by its number");
    assert!(!found.is_whole(), "nothing is filed like this");
}

#[test]
fn a_page_of_something_else_is_never_taken_along() {
    let whole: [&[PageMark]; 3] = [&[page_of(10, 1)], &[page_of(10, 2)], &[page_of(10, 3)]];
    for (what, stray, is) in [
        ("another form of the client", page_of(11, 1), PageIs::OtherDocument),
        ("somebody else's form", page_of(20, 1), PageIs::OtherClient),
        ("a form of another clinic", page_of(99, 1), PageIs::Unknown),
        (
            "a form that says something else",
            PageCode { fingerprint: [0; 8], ..page_of(10, 1).code }.on_page(1, 3),
            PageIs::Changed,
        ),
        ("a form of another length", page_of(10, 1).code.on_page(1, 4), PageIs::Changed),
    ] {
        let found = matched_with(vec![file(&whole), file(&[&[stray]])], None);
        assert_eq!(found.document.as_ref().unwrap().id, id(10), "{what}: most pages name the document");
        assert_eq!(found.pages[1], [is], "{what}");
        assert!(!found.is_whole() && found.missing.is_empty(), "{what} stops the filing, though no page is missing");
    }
}

#[test]
fn a_page_nobody_can_read_asks_and_is_never_guessed() {
    let with_gap: [&[PageMark]; 3] = [&[page_of(10, 1)], &[], &[page_of(10, 3)]];
    let mut gap = file(&with_gap);
    let found = matched_with(vec![gap.clone()], None);
    assert_eq!(
        (found.pages[0][1].clone(), found.missing.as_slice()),
        (PageIs::Open, &[2][..]),
        "it may be page 2 or none"
    );
    gap[1].said = Some(SaidPage::Page(2));
    assert!(matched_with(vec![gap.clone()], None).is_whole(), "a person said that it is page 2");
    gap[1].said = Some(SaidPage::Page(4));
    assert_eq!(matched_with(vec![gap.clone()], None).pages[0][1], PageIs::Open, "the form has no page 4");
    let mut with_back = file(&[&[page_of(10, 1)], &[page_of(10, 2)], &[page_of(10, 3)], &[]]);
    with_back[3].said = Some(SaidPage::Aside);
    assert!(matched_with(vec![with_back], None).is_whole(), "the empty back of the last page is none of it");
}

#[test]
fn what_a_person_says_never_overrules_a_code() {
    let mut stray = file(&[&[page_of(20, 1)]]);
    stray[0].said = Some(SaidPage::Page(1));
    let found = matched_with(vec![stray], Some(id(10)));
    assert_eq!(found.pages[0], [PageIs::OtherClient], "the code says that it is somebody else's");
}

#[test]
fn without_any_code_the_document_is_the_one_a_person_chose_or_none() {
    let mut blank = file(&[&[]]);
    assert!(matched_with(vec![blank.clone()], None).document.is_none(), "nothing says whose it is");
    blank[0].said = Some(SaidPage::Page(1));
    let said = matched_with(vec![blank], Some(id(10)));
    assert_eq!((said.document.unwrap().id, said.missing), (id(10), vec![2, 3]), "two pages are still missing");
}
