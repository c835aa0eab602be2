//! What an erasure takes away, what it leaves, and that nothing of it comes back.

use std::fs;

use care::record::{ClientId, Erasure, UserId, VisitId};
use rusqlite::types::ValueRef;
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::{Practice, a_chart, a_client, a_consent, a_document, a_visit, id, stamp};
use crate::journal::unpack;
use crate::{Act, DamageKind, Numbered, StoreError, tables_match_journal, verify};

const MARKER: &str = "Zyxwvutmarker";

/// A practice with two clients; every field of the first that holds words holds the marker.
fn with_marked_client() -> Practice {
    let practice = Practice::new();
    let mut client = a_client(10, MARKER, MARKER);
    client.phone = "0117 496 4711".to_owned();
    client.email = format!("{MARKER}@example.org");
    practice.put(&client, Act::Create).unwrap();
    practice.put(&a_client(11, "Okoro", "Ben"), Act::Create).unwrap();
    practice.put(&client, Act::Update).unwrap();
    practice.put(&a_visit(20, 10), Act::Create).unwrap();
    let mut chart = a_chart(30, 10, 20);
    chart.note = MARKER.to_owned();
    practice.put(&chart, Act::Close).unwrap();
    let mut consent = a_consent(40, 10, 20);
    consent.questions = MARKER.to_owned();
    practice.put(&consent, Act::Sign).unwrap();
    let media = practice.vault.store_media(MARKER.as_bytes()).unwrap();
    let document = a_document(50, 10, 20, &media.sha256());
    let filed = practice.vault.write(&stamp(), |write| {
        write.keep_media(&media)?;
        write.put(&document, Act::File)?;
        write.set_draft(VisitId(id(20)), "note", &json!(MARKER))?;
        write.note(Act::Search, Some(ClientId(id(10))), MARKER)
    });
    filed.unwrap();
    practice
}

pub(super) fn erasure(client: u128) -> Erasure {
    Erasure {
        client: ClientId(id(client)),
        number: format!("A-{client:06}"),
        visit_number: None,
        document_number: None,
        elsewhere: Vec::new(),
        reason: "Retention is over".to_owned(),
        rule: Some("lg.ret_default".to_owned()),
        erased_by: UserId(id(1)),
        erased_at: stamp().at,
    }
}

/// Every cell of every table there is, search indexes included, with packed bodies unpacked.
fn everything(practice: &Practice) -> Vec<(String, String)> {
    let bare = practice.bare();
    let names = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')";
    let tables: Vec<String> =
        bare.prepare(names).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let mut cells = Vec::new();
    for table in tables {
        let mut statement = bare.prepare(&format!("SELECT * FROM \"{table}\"")).unwrap();
        let n_columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for column in 0..n_columns {
                let bytes = match row.get_ref(column).unwrap() {
                    ValueRef::Text(bytes) => bytes.to_vec(),
                    ValueRef::Blob(bytes) if table == "journal_body" && column == 3 => {
                        unpack(row.get(2).unwrap(), bytes.to_vec()).unwrap()
                    }
                    ValueRef::Blob(bytes) => bytes.to_vec(),
                    ValueRef::Null | ValueRef::Integer(_) | ValueRef::Real(_) => continue,
                };
                cells.push((table.clone(), String::from_utf8_lossy(&bytes).into_owned()));
            }
        }
    }
    cells
}

/// Tables in which the marker, or the number of the telephone, stands in any case.
fn marked(practice: &Practice) -> Vec<String> {
    let is_marked = |text: &str| {
        let text = text.to_lowercase();
        text.contains("zyxwvu") || text.contains("4964711") || text.contains("496 4711")
    };
    everything(practice).into_iter().filter(|(_, text)| is_marked(text)).map(|(table, _)| table).collect()
}

#[test]
fn nothing_of_an_erased_client_is_found_anywhere_and_the_other_client_is_untouched() {
    let practice = with_marked_client();
    assert!(marked(&practice).len() > 10, "before, the words are in many tables: {:?}", marked(&practice));
    let before = practice.bare();
    let copies = practice.folder.path().join("before-migration");
    fs::create_dir_all(&copies).unwrap();
    crate::migrate::copy_into(&before, &copies.join("format-0001.db")).unwrap();
    drop(before);
    let sha256 = data_encoding::HEXLOWER.encode(&Sha256::digest(MARKER.as_bytes()));
    let erased = practice.vault.erase_client(&stamp(), &erasure(10)).unwrap();
    assert_eq!((erased.n_bodies, erased.n_files), (7, 1), "every entry about the client, and the one document");
    assert_eq!(marked(&practice), Vec::<String>::new(), "no table, no index, no body");
    let free: i64 = practice.bare().query_row("PRAGMA freelist_count", [], |row| row.get(0)).unwrap();
    assert_eq!(free, 0, "no page of what was there is left beside");
    assert_eq!(practice.vault.media(&sha256), Err(StoreError::NotFound), "the document has no key and no file");
    let n_files = fs::read_dir(practice.folder.path().join("media"))
        .unwrap()
        .flat_map(|shelf| fs::read_dir(shelf.unwrap().path()).unwrap())
        .count();
    assert_eq!(n_files, 0, "nor a file without its row");
    assert!(!copies.exists(), "copies from before a migration held the client too");
    let wal = fs::metadata(practice.folder.path().join("vault.db-wal")).map_or(0, |wal| wal.len());
    assert_eq!(wal, 0, "and the log was written back");
    let other = practice.vault.read(|read| read.client(ClientId(id(11)))).unwrap();
    assert_eq!(other.record.family, "Okoro", "the other client is there");
}

#[test]
fn an_erasure_that_leaves_something_on_the_disk_says_so_and_has_erased_the_record() {
    let practice = with_marked_client();
    let copies = practice.folder.path().join("before-migration");
    // No folder: it cannot be taken away as one.
    fs::write(&copies, MARKER).unwrap();
    let erased = practice.vault.erase_client(&stamp(), &erasure(10)).unwrap();
    assert!(!erased.is_cleared, "not everything could be removed");
    assert_eq!(marked(&practice), Vec::<String>::new(), "the record is gone all the same");
    assert_eq!(practice.vault.read(|read| read.client(ClientId(id(10)))), Err(StoreError::NotFound), "for good");
}

#[test]
fn an_erasure_beside_somebody_who_reads_says_that_the_log_is_not_written_back() {
    let practice = with_marked_client();
    let erased = practice.vault.read(|read| {
        read.head()?;
        practice.vault.erase_client(&stamp(), &erasure(10))
    });
    assert!(!erased.unwrap().is_cleared, "old pages stand in the log until the reader is done");
    let practice = practice.reopened();
    assert_eq!(marked(&practice), Vec::<String>::new(), "the record is gone all the same");
}

#[test]
fn a_copy_from_before_an_erasure_goes_at_the_next_opening_if_it_is_still_there() {
    let practice = with_marked_client();
    practice.vault.erase_client(&stamp(), &erasure(10)).unwrap();
    let copies = practice.folder.path().join("before-migration");
    fs::create_dir_all(&copies).unwrap();
    let left = |name: &str, hours: i64| {
        let file = fs::File::create(copies.join(name)).unwrap();
        file.set_modified((stamp().at + chrono::TimeDelta::hours(hours)).into()).unwrap();
    };
    left("format-0001.db", -1);
    left("format-0002.db", 1);
    fs::create_dir(copies.join("not a file")).unwrap();
    let practice = practice.reopened();
    let mut names: Vec<_> = fs::read_dir(&copies).unwrap().map(|copy| copy.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["format-0002.db", "not a file"], "what cannot go keeps nobody out, and what came since stays");
    drop(practice);
}

#[test]
fn the_chain_of_an_erased_client_is_whole_and_says_how_much_was_shredded() {
    let practice = with_marked_client();
    let before = practice.vault.read(verify).unwrap();
    practice.vault.erase_client(&stamp(), &erasure(10)).unwrap();
    let practice = practice.reopened();
    let (after, n_shredded) =
        practice.vault.read(|read| Ok::<_, StoreError>((verify(read)?, read.n_shredded()?))).unwrap();
    assert_eq!(after.damage, None, "what was erased by right is no damage");
    assert_eq!(after.n_entries, before.n_entries + 1, "no entry is gone, and one says what happened");
    assert_eq!(n_shredded, 7, "as many as were shredded");
    assert_eq!(practice.vault.read(tables_match_journal).unwrap(), [], "a rebuild makes the same tables");
    assert!(practice.vault.check().unwrap().is_whole(), "and the whole vault is whole");
}

#[test]
fn a_body_that_is_missing_without_an_erasure_is_still_damage() {
    let practice = with_marked_client();
    practice.vault.erase_client(&stamp(), &erasure(10)).unwrap();
    let bare = practice.bare();
    bare.execute_batch("DROP TRIGGER journal_body_is_never_deleted").unwrap();
    let of_other = "DELETE FROM journal_body WHERE row = (SELECT max(row) FROM journal WHERE client_id = ?1)";
    bare.execute(of_other, [crate::sql::Id(id(11))]).unwrap();
    let report = practice.vault.read(verify).unwrap();
    assert_eq!(report.damage.unwrap().kind, DamageKind::BodyMissing, "nobody erased the other client");
}

#[test]
fn an_erasure_without_its_own_body_erases_nobody() {
    let practice = with_marked_client();
    practice.vault.erase_client(&stamp(), &erasure(10)).unwrap();
    let bare = practice.bare();
    bare.execute_batch("DROP TRIGGER journal_body_is_never_deleted").unwrap();
    bare.execute("DELETE FROM journal_body WHERE row = (SELECT max(row) FROM journal)", []).unwrap();
    let report = practice.vault.read(verify).unwrap();
    assert!(report.damage.is_some(), "who takes the reason away has taken the right away");
}

#[test]
fn the_guards_stand_word_for_word_after_an_erasure() {
    let practice = with_marked_client();
    practice.vault.erase_client(&stamp(), &erasure(10)).unwrap();
    assert!(
        crate::open::has_schema_of(&practice.bare(), &crate::migrate::blank().unwrap()).unwrap(),
        "the same schema"
    );
    let refused = practice.bare().execute("DELETE FROM journal_body", []);
    assert!(refused.is_err(), "no body goes without an erasure");
    let again = practice.vault.erase_client(&stamp(), &erasure(10));
    assert_eq!(again.map(|_| ()), Err(StoreError::SignedIsFinal), "and nobody is erased twice");
}

#[test]
fn the_numbers_of_an_erased_client_are_never_given_again() {
    let practice = Practice::new();
    for n in [1, 2] {
        practice.put(&a_client(n, "Marsh", "Ada"), Act::Create).unwrap();
    }
    practice.put(&a_visit(7, 2), Act::Create).unwrap();
    practice.put(&a_document(8, 2, 7, &"0".repeat(64)), Act::File).unwrap();
    practice.vault.erase_client(&stamp(), &erasure(2)).unwrap();
    let practice = practice.reopened();
    let next = practice.vault.write(&stamp(), |write| {
        Ok::<_, StoreError>([Numbered::Client, Numbered::Visit, Numbered::Document].map(|kind| write.next_number(kind)))
    });
    let next: Vec<String> = next.unwrap().0.into_iter().map(Result::unwrap).collect();
    assert_eq!(next, ["A-000003", "A-000008", "A-000009"], "of the client, the visit and the document");
}

#[test]
fn a_file_another_record_names_stays() {
    let practice = with_marked_client();
    let sha256 = data_encoding::HEXLOWER.encode(&Sha256::digest(MARKER.as_bytes()));
    practice.put(&a_visit(21, 11), Act::Create).unwrap();
    practice.put(&a_document(51, 11, 21, &sha256), Act::File).unwrap();
    practice.vault.erase_client(&stamp(), &erasure(10)).unwrap();
    assert_eq!(practice.vault.media(&sha256).unwrap(), MARKER.as_bytes(), "it is the other client's, too");
}

#[test]
fn every_table_is_reached_by_an_erasure_or_named_here_with_its_reason() {
    let practice = Practice::new();
    let bare = practice.bare();
    // What no row of a client can stand in.
    let nobodys = [
        "journal",
        "journal_body",
        "vault",
        "erasure",
        "clinic",
        "user",
        "protocol",
        "protocol_approval",
        "backup_run",
        "restore_drill",
        "second_factor",
        "seal_key",
    ];
    // Tables whose rows are found by the client, by its visit, or by the file they belong to.
    let reached = ["client_id", "visit_id", "sha256"];
    let sql = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
    let tables: Vec<String> =
        bare.prepare(sql).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert!(tables.len() > 15, "there are tables: {tables:?}");
    for table in tables.iter().filter(|table| !nobodys.contains(&table.as_str())) {
        let columns: Vec<String> = bare
            .prepare("SELECT name FROM pragma_table_info(?1)")
            .unwrap()
            .query_map([table], |row| row.get(0))
            .unwrap()
            .map(Result::unwrap)
            .collect();
        let is_by_client_id = ["client", "restriction", "retention_hold"].contains(&table.as_str());
        assert!(
            is_by_client_id || columns.iter().any(|column| reached.contains(&column.as_str())),
            "{table} keeps its rows after an erasure: {columns:?}"
        );
    }
}
