//! A backup before a migration: into the clinic's folder, tried, and never in the way of the records.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::practice::{key, new_vault};
use super::{id, stamp};
use crate::keys::{Cost, KeyFile};
use crate::sql::Id;
use crate::{Backup, StoreError, Vault, migrate, open};

/// The format before requests, proofs and erasures.
const OLD: usize = 11;

/// The format before copies that are owed had a table of their own.
const BEFORE_OWED: usize = 19;

#[test]
fn copies_that_were_owed_before_a_newer_format_are_owed_after_it() {
    let folder = TempDir::new().unwrap();
    let database = folder.path().join("vault.db");
    let connection = open::create(&database, &key().database_key()).unwrap();
    let copies = folder.path().join("before-migration");
    migrate::migrate(&connection, &migrate::STEPS[..BEFORE_OWED], &copies).unwrap();
    connection.pragma_update(None, "foreign_keys", false).unwrap();
    for (consent, fate) in [(30, "owed"), (31, "owed"), (32, "printed")] {
        let sql = "INSERT INTO consent (id, version, client_id, visit_id, outcome, client_copy, signed_at_ms)
                   VALUES (?1, 1, ?2, ?3, 'signed', ?4, 0)";
        connection.execute(sql, (Id(id(consent)), Id(id(10)), Id(id(20)), fate)).unwrap();
    }
    let given = "INSERT INTO copy_given (id, version, client_id, given_at_ms, body) VALUES (?1, 1, ?2, 0, '{}')";
    connection.execute(given, (Id(id(31)), Id(id(10)))).unwrap();
    migrate::migrate(&connection, migrate::STEPS, &copies).unwrap();
    let owed = |connection: &rusqlite::Connection| -> Vec<Vec<u8>> {
        let mut statement = connection.prepare("SELECT id FROM owed_copy").unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    assert_eq!(owed(&connection), [id(30).as_bytes().to_vec()], "what was given or never owed is not");
    connection.execute(given, (Id(id(30)), Id(id(10)))).unwrap();
    assert!(owed(&connection).is_empty(), "and it is owed until it is given");
}

/// A vault as a program of the older format left it, whose clinic backs up into `to`.
fn an_older_vault(folder: &Path, to: &Path) {
    let database = folder.join("vault.db");
    let connection = open::create(&database, &key().database_key()).unwrap();
    migrate::migrate(&connection, &migrate::STEPS[..OLD], &folder.join("before-migration")).unwrap();
    let new = new_vault();
    let vault = "INSERT INTO vault (only_row, id, device_id) VALUES (1, ?1, ?2)";
    connection.execute(vault, (Id(new.vault), Id(new.device))).unwrap();
    let body = serde_json::json!({ "backup_folder": to }).to_string();
    connection.execute("INSERT INTO clinic (id, version, body) VALUES (?1, 1, ?2)", (Id(id(903)), body)).unwrap();
    connection.close().unwrap();
    fs::create_dir(folder.join("media")).unwrap();
    KeyFile::new(new.vault, Cost::FLOOR).save(&folder.join("vault.keys"), &key()).unwrap();
}

#[test]
fn a_vault_is_backed_up_into_the_clinics_folder_before_it_is_brought_to_a_newer_format() {
    let (folder, to) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    an_older_vault(folder.path(), to.path());
    let vault = Vault::open_by_key(folder.path(), &key()).unwrap();
    let upgrade = vault.upgrade().unwrap();
    assert_eq!(upgrade.from, u32::try_from(OLD).unwrap(), "of the format it had");
    let made = upgrade.backup.as_ref().unwrap();
    let report = Backup::find(&made.path).unwrap().unlock_by_key(&key()).unwrap().check();
    assert!(report.is_ok(), "and it can be restored from: {report:?}");
    let copy = open::copy(&made.path.join("vault.db"), &key().database_key()).unwrap();
    assert_eq!(migrate::version(&copy).unwrap(), upgrade.from, "by the program that wrote it, if need be");
    drop(vault);
    let again = Vault::open_by_key(folder.path(), &key()).unwrap();
    assert_eq!(again.upgrade(), None, "once");
}

#[test]
fn a_stick_that_is_away_keeps_nobody_from_the_records() {
    let (folder, to) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    an_older_vault(folder.path(), &to.path().join("away"));
    let vault = Vault::open_by_key(folder.path(), &key()).unwrap();
    let backup = vault.upgrade().unwrap().backup.clone();
    assert_eq!(backup, Err(StoreError::NoBackupFolder), "it is known that there is none");
    let copy = folder.path().join("before-migration").join(format!("format-{OLD:04}.db"));
    let copy = open::copy(&copy, &key().database_key()).unwrap();
    assert!(open::pages_are_whole(&copy).unwrap(), "the copy beside the vault is there all the same, and whole");
    vault.write(&stamp(), |write| write.note(crate::Act::Lock, None, "on")).expect("work goes on");
}
