//! From one format to the next: all or nothing, with a copy of what was before.

use std::fs;

use super::practice::key;
use super::{Practice, a_client, id};
use crate::{Act, MasterKey, StoreError, Vault, migrate, open};
use care::record::ClientId;

const NEXT: &str = "CREATE TABLE next (id INTEGER PRIMARY KEY) STRICT;";

fn with_more(more: &[&'static str]) -> Vec<&'static str> {
    [migrate::STEPS, more].concat()
}

#[test]
fn a_migration_keeps_an_encrypted_copy_of_what_was_before() {
    let practice = Practice::new();
    practice.put(&a_client(10, "Marsh", "Ada"), Act::Create).unwrap();
    let copies = practice.folder.path().join("before-migration");
    let bare = practice.bare();
    let at = migrate::version(&bare).unwrap();
    migrate::migrate(&bare, &with_more(&[NEXT]), &copies).unwrap();
    assert_eq!(migrate::version(&bare).unwrap(), at + 1, "the vault has the new format");
    let copy = copies.join(format!("format-{at:04}.db"));
    let opened = open::maintenance(&copy, &key().database_key()).unwrap();
    let family: String = opened.query_row("SELECT family FROM client", [], |row| row.get(0)).unwrap();
    assert_eq!(family, "Marsh", "the copy holds the records, under the same key");
    assert_eq!(migrate::version(&opened).unwrap(), at, "in the old format");
    assert!(open::maintenance(&copy, &MasterKey::from_bytes([1; 32]).database_key()).is_err(), "and under no other");
}

#[test]
fn a_migration_that_fails_half_way_leaves_the_vault_as_it_was() {
    let practice = Practice::new();
    let copies = practice.folder.path().join("before-migration");
    let bare = practice.bare();
    let at = migrate::version(&bare).unwrap();
    let failed = migrate::migrate(&bare, &with_more(&[NEXT, "CREATE TABLE journal (id TEXT)"]), &copies);
    assert!(failed.is_err(), "the second step cannot be done");
    assert_eq!(migrate::version(&bare).unwrap(), at, "the format is the old one");
    let next: i64 =
        bare.query_row("SELECT count(*) FROM sqlite_schema WHERE name = 'next'", [], |row| row.get(0)).unwrap();
    assert_eq!(next, 0, "and nothing of the first step stays");
}

#[test]
fn the_last_three_copies_are_kept() {
    let practice = Practice::new();
    let copies = practice.folder.path().join("before-migration");
    let bare = practice.bare();
    let more: Vec<String> = (0..5).map(|n| format!("CREATE TABLE more_{n} (id INTEGER PRIMARY KEY) STRICT;")).collect();
    let at = usize::try_from(migrate::version(&bare).unwrap()).unwrap();
    for n in 1..=more.len() {
        let steps: Vec<&str> = migrate::STEPS.iter().copied().chain(more.iter().take(n).map(String::as_str)).collect();
        migrate::migrate(&bare, &steps, &copies).unwrap();
    }
    let mut kept: Vec<String> =
        fs::read_dir(&copies).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    kept.sort();
    let expected: Vec<String> = (at + 2..at + 5).map(|format| format!("format-{format:04}.db")).collect();
    assert_eq!(kept, expected, "the newest three");
}

#[test]
fn a_vault_of_a_newer_program_is_refused_and_left_alone() {
    let practice = Practice::new();
    practice.put(&a_client(10, "Marsh", "Ada"), Act::Create).unwrap();
    let newest = u32::try_from(migrate::STEPS.len()).unwrap();
    practice.bare().pragma_update(None, "user_version", newest + 1).unwrap();
    let Practice { folder, vault } = practice;
    drop(vault);
    let opened = Vault::open_by_key(folder.path(), &key());
    let expected = StoreError::VaultIsNewer { vault: newest + 1, program: newest };
    assert_eq!(opened.unwrap_err(), expected, "the screen can say which program is needed");
    assert!(!folder.path().join("before-migration").exists(), "nothing was done");
    let bare = open::maintenance(&folder.path().join("vault.db"), &key().database_key()).unwrap();
    bare.pragma_update(None, "user_version", newest).unwrap();
    drop(bare);
    let vault = Vault::open_by_key(folder.path(), &key()).unwrap();
    assert!(vault.read(|read| read.client(ClientId(id(10)))).is_ok(), "the records are all there");
}
