//! What is signed or filed is final.

use super::{Practice, a_chart, a_client, a_consent, a_document, a_visit, id, stamp};
use crate::{Act, StoreError};
use care::record::{Addendum, AddendumId, ChartId, ClientId, UserId, VisitId};

fn a_signed_visit() -> Practice {
    let practice = Practice::new();
    practice.put(&a_client(10, "Marsh", "Ada"), Act::Create).unwrap();
    practice.put(&a_visit(20, 10), Act::Create).unwrap();
    practice.put(&a_consent(30, 10, 20), Act::Sign).unwrap();
    practice.put(&a_document(40, 10, 20, &"0".repeat(64)), Act::File).unwrap();
    practice.put(&a_chart(50, 10, 20), Act::Close).unwrap();
    let mut visit = a_visit(20, 10);
    visit.is_signed = true;
    practice.put(&visit, Act::Sign).unwrap();
    practice.put(&an_addendum(60), Act::Amend).unwrap();
    practice
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

#[test]
fn what_is_signed_refuses_every_change_through_every_connection() {
    let practice = a_signed_visit();
    for table in ["consent", "document", "addendum", "visit", "chart"] {
        for sql in [
            format!("UPDATE {table} SET body = '{{}}'"),
            format!("DELETE FROM {table}"),
            format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table}"),
        ] {
            assert!(practice.vault.writer().execute_batch(&sql).is_err(), "the writer refuses: {sql}");
            let bare = practice.bare().execute_batch(&sql).map_err(StoreError::from);
            assert_eq!(bare, Err(StoreError::SignedIsFinal), "so does a connection without guards: {sql}");
        }
    }
}
