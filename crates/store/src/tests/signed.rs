//! What is signed or filed is final.

use std::collections::BTreeMap;

use super::{Practice, a_chart, a_client, a_consent, a_document, a_visit, day, id, stamp};
use crate::{Act, StoreError};
use care::record::{
    Addendum, AddendumId, ChartId, ClientId, ItemKind, ItemUse, ItemUseId, ProductLot, Screening, ScreeningId,
    ScreeningKind, SignOff, SignOffId, UserId, VisitId,
};

pub(super) fn a_signed_visit() -> Practice {
    let practice = Practice::new();
    practice.put(&a_client(10, "Marsh", "Ada"), Act::Create).unwrap();
    practice.put(&a_visit(20, 10), Act::Create).unwrap();
    practice.put(&a_consent(30, 10, 20), Act::Sign).unwrap();
    practice.put(&a_document(40, 10, 20, &"0".repeat(64)), Act::File).unwrap();
    practice.put(&a_chart(50, 10, 20), Act::Close).unwrap();
    practice.put(&a_screening(), Act::Close).unwrap();
    practice.put(&an_item(), Act::Close).unwrap();
    practice.put(&a_sign_off(), Act::Sign).unwrap();
    let mut visit = a_visit(20, 10);
    visit.is_signed = true;
    practice.put(&visit, Act::Sign).unwrap();
    practice.put(&an_addendum(60), Act::Amend).unwrap();
    practice
}

fn a_screening() -> Screening {
    Screening {
        id: ScreeningId(id(52)),
        client: ClientId(id(10)),
        visit: VisitId(id(20)),
        kind: ScreeningKind::Full,
        screened_on: day("2026-03-03"),
        answers: BTreeMap::new(),
        medicines: Vec::new(),
        measures: Vec::new(),
        history: None,
        closed_by: UserId(id(1)),
        closed_at: stamp().at,
    }
}

fn an_item() -> ItemUse {
    let item = ProductLot { product: "Pen 12".to_owned(), lot: "NC-2231".to_owned(), expires_on: None, gtin: None };
    ItemUse {
        id: ItemUseId(id(53)),
        visit: VisitId(id(20)),
        client: ClientId(id(10)),
        component: "mn".to_owned(),
        kind: ItemKind::Cartridge,
        item,
    }
}

fn a_sign_off() -> SignOff {
    SignOff {
        id: SignOffId(id(54)),
        visit: VisitId(id(20)),
        client: ClientId(id(10)),
        by: UserId(id(1)),
        name: "Sam Weber".to_owned(),
        signed_at: stamp().at,
        content_sha256: "0".repeat(64),
    }
}

fn an_addendum(n: u128) -> Addendum {
    Addendum {
        id: AddendumId(id(n)),
        visit: VisitId(id(20)),
        client: ClientId(id(10)),
        text: "The lot was misread.".to_owned(),
        by: UserId(id(1)),
        written_at: stamp().at,
    }
}

#[test]
fn a_signed_consent_cannot_be_edited() {
    let practice = a_signed_visit();
    let mut edited = a_consent(30, 10, 20);
    edited.questions = "Asked about scars.".to_owned();
    assert_eq!(practice.put(&edited, Act::Update), Err(StoreError::SignedIsFinal), "a new consent is needed");
}

#[test]
fn a_filed_document_cannot_be_replaced() {
    let practice = a_signed_visit();
    let other = a_document(40, 10, 20, &"1".repeat(64));
    assert_eq!(practice.put(&other, Act::File), Err(StoreError::SignedIsFinal), "what is filed stays");
}

#[test]
fn a_signed_visit_and_its_chart_are_locked() {
    let practice = a_signed_visit();
    assert_eq!(practice.put(&a_visit(20, 10), Act::Update), Err(StoreError::SignedIsFinal), "the visit");
    assert_eq!(practice.put(&a_chart(50, 10, 20), Act::Update), Err(StoreError::SignedIsFinal), "its chart");
    let mut another = a_chart(50, 10, 20);
    another.id = ChartId(id(51));
    assert_eq!(practice.put(&another, Act::Close), Err(StoreError::SignedIsFinal), "and a second chart");
}

#[test]
fn a_signed_visit_takes_addenda_and_documents() {
    let practice = a_signed_visit();
    assert_eq!(practice.put(&an_addendum(61), Act::Amend), Ok(1), "a correction is added");
    assert_eq!(practice.put(&a_document(41, 10, 20, &"2".repeat(64)), Act::File), Ok(1), "the sheet is filed");
    let papers = practice.vault.read(|read| read.visit_papers(VisitId(id(20)))).unwrap();
    assert_eq!(papers.addenda, [an_addendum(60), an_addendum(61)], "both addenda stand with the visit");
    assert_eq!(papers.documents.len(), 2, "and both documents");
}
