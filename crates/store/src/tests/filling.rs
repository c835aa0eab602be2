//! Filling a new vault: fast, whole at the end, and never a vault somebody works with.

use std::fs;

use tempfile::TempDir;

use super::practice::key;
use super::{Practice, a_client, a_visit};
use crate::{Act, StoreError, Vault, tables_match_journal, verify};

/// 2: every write waits for the disk. 1: only bringing in the log does.
fn waits(practice: &Practice) -> i64 {
    let mut writer = practice.vault.writer();
    writer.authorizer(None::<fn(rusqlite::hooks::AuthContext<'_>) -> rusqlite::hooks::Authorization>).unwrap();
    writer.query_row("PRAGMA synchronous", [], |row| row.get(0)).unwrap()
}

fn fill(practice: &Practice) {
    for n in 10..30 {
        practice.put(&a_client(n, "Marsh", "Ada"), Act::Create).unwrap();
        practice.put(&a_visit(n + 100, n), Act::Create).unwrap();
    }
}

#[test]
fn everything_filled_in_is_in_the_database_file_itself_at_the_end() {
    let practice = Practice::new();
    let filling = practice.vault.begin_filling().unwrap();
    fill(&practice);
    filling.finish().unwrap();
    let log = fs::metadata(practice.folder.path().join("vault.db-wal")).map_or(0, |log| log.len());
    assert_eq!(log, 0, "nothing is left in a log that a power cut could take");
    let elsewhere = TempDir::new().unwrap();
    for name in ["vault.db", "vault.keys"] {
        fs::copy(practice.folder.path().join(name), elsewhere.path().join(name)).unwrap();
    }
    let alone = Vault::open_by_key(elsewhere.path(), &key()).unwrap();
    let report = alone.read(verify).unwrap();
    assert_eq!((report.n_entries, report.damage), (practice.n_entries(), None), "the file alone holds every entry");
    assert_eq!(alone.read(tables_match_journal).unwrap(), [], "and every record");
}

#[test]
fn every_write_waits_for_the_disk_again_after_the_filling() {
    let practice = Practice::new();
    assert_eq!(waits(&practice), 2, "as in every vault");
    let filling = practice.vault.begin_filling().unwrap();
    assert_eq!(waits(&practice), 1, "while it is filled");
    filling.finish().unwrap();
    assert_eq!(waits(&practice), 2, "and again afterwards");
    drop(practice.vault.begin_filling().unwrap());
    assert_eq!(waits(&practice), 2, "also where it was broken off");
}

#[test]
fn a_vault_with_a_client_in_it_is_never_filled() {
    let practice = Practice::new();
    practice.put(&a_client(10, "Marsh", "Ada"), Act::Create).unwrap();
    let refused = practice.vault.begin_filling().map(|_| ());
    assert_eq!(refused, Err(StoreError::NotEmpty), "a real client's record waits for the disk, always");
    assert_eq!(waits(&practice), 2, "nothing has changed");
}
