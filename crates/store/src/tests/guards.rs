//! Update, delete and replace of entries and of what is signed: refused by code, trigger and authorizer, through every
//! connection there is. One table, one way and one connection at a time, so that a hole names itself.

use std::collections::BTreeSet;

use serde_json::json;

use super::bundle::{correction, sealed, wrong_client};
use super::erase::erasure;
use super::photos::{a_photo, a_scan, withdrawn};
use super::protocol::{approval, version};
use super::signed::a_signed_visit;
use super::{Practice, id, stamp};
use crate::{Act, BackupOutcome, BackupRun, CopyGiven, DrillOutcome, Entity, RestoreDrill, StoreError, verify};
use care::record::{ClientId, ConsentId, CopyFate, UserId};

/// Every table whose rows may never change again, in a practice that has at least one such row in each.
const GUARDED: [&str; 22] = [
    "journal",
    "journal_body",
    "consent",
    "copy_given",
    "sealed_consent",
    "consent_addendum",
    "wrong_client",
    "sign_off",
    "addendum",
    "document",
    "protocol",
    "protocol_approval",
    "backup_run",
    "restore_drill",
    "erasure",
    "photo",
    "scan",
    "media_withdrawal",
    "visit",
    "screening",
    "chart",
    "item_use",
];

fn a_practice_with_everything_signed() -> Practice {
    let practice = a_signed_visit();
    let given = CopyGiven {
        consent: ConsentId(id(30)),
        client: ClientId(id(10)),
        fate: CopyFate::Printed,
        given_at: stamp().at,
        given_by: UserId(id(1)),
    };
    practice.put(&given, Act::HandOver).unwrap();
    practice.put(&sealed(), Act::Sign).unwrap();
    practice.put(&correction(), Act::Amend).unwrap();
    practice.put(&wrong_client(), Act::WrongClient).unwrap();
    practice.put(&version(1), Act::Create).unwrap();
    practice.put(&approval(1), Act::Approve).unwrap();
    let failed = BackupOutcome::Failed { why: "failure-disk-full".to_owned() };
    let run = BackupRun { id: id(80), begun_at: stamp().at, folder: String::new(), outcome: failed };
    practice.put(&run, Act::Backup).unwrap();
    let failed = DrillOutcome::Failed { why: "failure-disk-full".to_owned() };
    let drill = RestoreDrill { id: id(81), begun_at: stamp().at, folder: String::new(), outcome: failed };
    practice.put(&drill, Act::Drill).unwrap();
    practice.put(&erasure(90), Act::Erase).unwrap();
    practice.put(&a_photo(70), Act::Create).unwrap();
    practice.put(&a_scan(71), Act::Create).unwrap();
    practice.put(&withdrawn(70), Act::Withdraw).unwrap();
    practice
}

/// The ways a row could be changed.
fn ways(table: &str) -> [String; 4] {
    let key = if matches!(table, "journal" | "journal_body") { "row" } else { "id" };
    [
        format!("UPDATE {table} SET {key} = {key}"),
        format!("UPDATE OR REPLACE {table} SET {key} = {key}"),
        format!("DELETE FROM {table}"),
        format!("INSERT OR REPLACE INTO {table} SELECT * FROM {table}"),
    ]
}

fn check(connection: &str, refuse: impl Fn(&str) -> Result<(), StoreError>) {
    for table in GUARDED {
        for sql in ways(table) {
            assert!(refuse(&sql).is_err(), "the {connection} must refuse: {sql}");
        }
    }
}

#[test]
fn the_writer_refuses_every_change_of_what_is_written_down_or_signed() {
    let practice = a_practice_with_everything_signed();
    check("writer", |sql| practice.vault.writer().execute_batch(sql).map_err(StoreError::from));
    assert_eq!(practice.vault.read(verify).unwrap().damage, None, "and the journal is whole");
}

#[test]
fn both_readers_refuse_every_change_of_what_is_written_down_or_signed() {
    let practice = a_practice_with_everything_signed();
    practice
        .vault
        .read(|one| {
            practice.vault.read(|other| {
                check("first reader", |sql| one.connection().execute_batch(sql).map_err(StoreError::from));
                check("second reader", |sql| other.connection().execute_batch(sql).map_err(StoreError::from));
                Ok::<_, StoreError>(())
            })
        })
        .unwrap();
}

#[test]
fn the_connection_of_migrations_and_copies_refuses_every_change_by_trigger() {
    let practice = a_practice_with_everything_signed();
    let bare = practice.bare();
    for table in GUARDED {
        for sql in ways(table) {
            let error = bare.execute_batch(&sql).unwrap_err().to_string();
            let is_by_trigger = error.contains("signed is final") || error.contains("only grows at its end");
            assert!(is_by_trigger, "a trigger must refuse: {sql}, and said: {error}");
        }
    }
}

#[test]
fn a_row_is_not_replaced_through_another_of_its_keys() {
    let practice = a_practice_with_everything_signed();
    // Another id, the same number: REPLACE would take the old row away to make room.
    let by_number = "INSERT OR REPLACE INTO protocol SELECT randomblob(16), version, number, body FROM protocol";
    let refused = practice.bare().execute_batch(by_number).map_err(StoreError::from);
    assert_eq!(refused, Err(StoreError::SignedIsFinal), "a version is not replaced under another id");
    let by_place = "INSERT OR REPLACE INTO journal SELECT row + 1000, device_id, seq, randomblob(16), at_ms, \
                    utc_offset_s, clock_went_back, user_id, user_name, role, session_id, app_version, schema_version, \
                    act, client_id, NULL, NULL, NULL, NULL, body_hash, prev, hash FROM journal";
    assert!(practice.bare().execute_batch(by_place).is_err(), "an entry is not replaced at its place in the chain");
}

#[test]
fn the_row_that_opens_a_kept_file_is_not_replaced() {
    let practice = a_practice_with_everything_signed();
    let stored = practice.vault.store_media(b"a photo").unwrap();
    practice.vault.write(&stamp(), |write| write.keep_media(&stored)).unwrap();
    let by_id = "INSERT OR REPLACE INTO media SELECT id, zeroblob(72), n_bytes, sha256 FROM media";
    let by_content = "INSERT OR REPLACE INTO media SELECT randomblob(32), zeroblob(72), n_bytes, sha256 FROM media";
    for sql in [by_id, by_content] {
        let by_writer = practice.vault.writer().execute_batch(sql).map_err(StoreError::from);
        assert_eq!(by_writer, Err(StoreError::SignedIsFinal), "the writer refuses: {sql}");
        let by_bare = practice.bare().execute_batch(sql).map_err(StoreError::from);
        assert_eq!(by_bare, Err(StoreError::SignedIsFinal), "a connection without an authorizer refuses: {sql}");
    }
    practice.vault.write(&stamp(), |write| write.keep_media(&stored)).unwrap();
    assert_eq!(practice.vault.media(&stored.sha256()).unwrap(), b"a photo", "kept twice, it opens as before");
}

#[test]
fn every_final_kind_of_record_is_among_the_guarded_tables() {
    let guarded: BTreeSet<&str> = GUARDED.into_iter().collect();
    for entity in Entity::ALL.iter().filter(|entity| entity.is_final()) {
        assert!(guarded.contains(entity.word()), "{} is final, so every way to change it is tried", entity.word());
    }
}

#[test]
fn no_connection_of_the_program_takes_a_guard_away() {
    let practice = a_practice_with_everything_signed();
    for sql in [
        "UPDATE vault SET device_id = zeroblob(16)",
        "UPDATE draft_step SET after = ''",
        "DROP TRIGGER journal_is_never_updated",
        "DROP TABLE journal",
        "ALTER TABLE journal ADD COLUMN more TEXT",
        "ATTACH ':memory:' AS other",
        "PRAGMA writable_schema = ON",
        "PRAGMA recursive_triggers = OFF",
        "DELETE FROM client",
        "DELETE FROM thumbnail",
        "UPDATE thumbnail SET bytes = ''",
        "CREATE TRIGGER mine AFTER INSERT ON client BEGIN SELECT 1; END",
    ] {
        assert!(practice.vault.writer().execute_batch(sql).is_err(), "the writer refuses: {sql}");
        let read: Result<(), StoreError> =
            practice.vault.read(|read| read.connection().execute_batch(sql).map_err(StoreError::from));
        assert!(read.is_err(), "a reader refuses: {sql}");
    }
}

#[test]
fn a_look_that_cannot_be_written_down_fails_while_the_vault_is_full() {
    let practice = a_practice_with_everything_signed();
    super::durability::limit_pages(&practice, |now| now);
    let before = practice.n_entries();
    let mut n_noted = 0;
    let refused = loop {
        let detail = json!({ "screen": "record", "padding": "x".repeat(400) });
        match practice.vault.write(&stamp(), |write| write.note(Act::Open, Some(ClientId(id(10))), &detail)) {
            Ok(_) => n_noted += 1,
            Err(error) => break error,
        }
    };
    assert_eq!(refused, StoreError::Full, "whoever wants to look is told that the disk is full");
    assert_eq!(practice.n_entries(), before + n_noted, "and no entry claims a look that was not allowed");
}
