//! One write is one transaction: all of it, or nothing.

use super::{Practice, a_client, a_visit, id, stamp, stamp_at};
use crate::{Act, Entity, Numbered, StoreError, tables_match_journal};
use care::record::{ClientId, VisitId};
use chrono::TimeDelta;

#[test]
fn a_write_that_fails_leaves_nothing() {
    let practice = Practice::new();
    let before = practice.n_entries();
    let failed: Result<_, StoreError> = practice.vault.write(&stamp(), |write| {
        write.put(&a_client(10, "Marsh", "Ada"), Act::Create)?;
        write.set_draft(VisitId(id(20)), "plan.note", &"half".into())?;
        Err::<(), _>(StoreError::NotFound)
    });
    assert_eq!(failed.unwrap_err(), StoreError::NotFound, "the caller's own failure comes back");
    assert_eq!(practice.n_entries(), before, "no entry was written");
    let client = practice.vault.read(|read| read.client(ClientId(id(10))));
    assert_eq!(client, Err(StoreError::NotFound), "no client was written");
    let draft = practice.vault.read(|read| read.draft(VisitId(id(20)))).unwrap();
    assert!(draft.is_empty(), "no draft was written");
}

#[test]
fn a_failed_put_cannot_be_committed_even_if_the_caller_overlooks_it() {
    let practice = Practice::new();
    let nobody = a_visit(20, 10);
    let mut signed = nobody.clone();
    signed.is_signed = true;
    practice.put(&a_client(10, "Marsh", "Ada"), Act::Create).unwrap();
    practice.put(&signed, Act::Sign).unwrap();
    let before = practice.n_entries();
    let overlooked: Result<_, StoreError> = practice.vault.write(&stamp(), |write| {
        let _ = write.put(&nobody, Act::Update);
        Ok(())
    });
    assert_eq!(overlooked.unwrap_err(), StoreError::SignedIsFinal, "the write says what was overlooked");
    assert_eq!(practice.n_entries(), before, "and there is no entry without its row");
}

#[test]
fn a_visit_of_nobody_is_refused() {
    let practice = Practice::new();
    assert!(practice.put(&a_visit(20, 10), Act::Create).is_err(), "there is no such client");
    assert_eq!(practice.vault.read(tables_match_journal).unwrap(), [], "and nothing of it stays");
}

#[test]
fn a_write_tells_what_it_changed() {
    let practice = Practice::new();
    let ((), changes) = practice
        .vault
        .write(&stamp(), |write| {
            write.put(&a_client(10, "Marsh", "Ada"), Act::Create)?;
            write.put(&a_client(10, "Marsh", "Adah"), Act::Update)?;
            write.set_draft(VisitId(id(20)), "plan", &1.into())?;
            Ok::<_, StoreError>(())
        })
        .unwrap();
    let versions: Vec<_> = changes.records.iter().map(|change| (change.entity, change.version)).collect();
    assert_eq!(versions, [(Entity::Client, 1), (Entity::Client, 2)], "both versions, in their order");
    assert_eq!(changes.drafts, [VisitId(id(20))], "and the draft that was touched");
}

#[test]
fn a_change_to_something_somebody_else_changed_meanwhile_is_refused() {
    let practice = Practice::new();
    practice.put(&a_client(10, "Marsh", "Ada"), Act::Create).unwrap();
    practice.put(&a_client(10, "Marsh", "Adah"), Act::Update).unwrap();
    let stale: Result<_, StoreError> =
        practice.vault.write(&stamp(), |write| write.put_based_on(&a_client(10, "Marsch", "Ada"), Act::Update, 1));
    assert_eq!(stale.unwrap_err(), StoreError::Conflict { current: 2, based_on: 1 }, "the screen shows both");
    let now: Result<_, StoreError> =
        practice.vault.write(&stamp(), |write| write.put_based_on(&a_client(10, "Marsch", "Ada"), Act::Update, 2));
    assert_eq!(now.unwrap().0, 3, "based on what is there, it is taken");
}

#[test]
fn numbers_count_on_from_the_last_one_of_this_computer() {
    let practice = Practice::new();
    let next = |kind| practice.vault.write(&stamp(), |write| write.next_number(kind)).unwrap().0;
    assert_eq!(next(Numbered::Client), "A-000001", "the first");
    practice.put(&a_client(217, "Marsh", "Ada"), Act::Create).unwrap();
    let mut elsewhere = a_client(300, "Okafor", "Chi");
    elsewhere.number = "B-000900".to_owned();
    practice.put(&elsewhere, Act::Create).unwrap();
    assert_eq!(next(Numbered::Client), "A-000218", "another computer's numbers do not count");
    assert_eq!(next(Numbered::Visit), "A-000001", "visits have numbers of their own");
}

#[test]
fn a_clock_that_was_put_back_shows_and_ids_keep_their_order() {
    let practice = Practice::new();
    practice.put(&a_client(10, "Marsh", "Ada"), Act::Create).unwrap();
    let earlier = stamp_at(stamp().at - TimeDelta::days(1));
    practice.vault.write(&earlier, |write| write.put(&a_client(10, "Marsh", "Adah"), Act::Update)).unwrap();
    let mut entries = Vec::new();
    practice
        .vault
        .read(|read| {
            read.each_entry_about(ClientId(id(10)), |entry, _| {
                entries.push(entry);
                Ok::<_, StoreError>(())
            })
        })
        .unwrap();
    assert!(entries[0].id < entries[1].id, "ids sort as the journal does");
    assert!(entries[1].clock_went_back, "the entry says that the clock was earlier than before");
    assert_eq!(entries[1].at_ms, earlier.at.timestamp_millis(), "and keeps the time the clock showed");
}

#[test]
fn a_fractional_amount_never_reaches_the_journal() {
    let practice = Practice::new();
    let before = practice.n_entries();
    let noted: Result<_, StoreError> =
        practice.vault.write(&stamp(), |write| write.note(Act::Search, None, &serde_json::json!({"n": 1.5})));
    assert_eq!(noted.unwrap_err(), StoreError::NotCanonical, "whole numbers of a named unit only");
    assert_eq!(practice.n_entries(), before, "nothing was written");
}
