//! Whose vault it is, and who may have it open.

use std::fs;
use std::thread;
use std::time::Duration;

use super::practice::{key, new_vault};
use super::{Practice, a_client, id, stamp};
use crate::{Act, MasterKey, Part, StoreError, Vault, verify};
use care::record::ClientId;

#[test]
fn a_second_window_is_refused_and_the_terminal_works_beside_it() {
    let practice = Practice::new();
    let second = Vault::open_by_key(practice.folder.path(), &key());
    assert_eq!(second.unwrap_err(), StoreError::AlreadyOpen, "one window for each vault");
    let terminal = Vault::open_beside_by_key(practice.folder.path(), &key()).unwrap();
    terminal.write(&stamp(), |write| write.put(&a_client(10, "Marsh", "Ada"), Act::Create)).unwrap();
    practice.put(&a_client(11, "Okafor", "Chi"), Act::Create).unwrap();
    terminal.write(&stamp(), |write| write.put(&a_client(12, "Weber", "Jo"), Act::Create)).unwrap();
    for n in [10, 11, 12] {
        let seen = practice.vault.read(|read| read.client(ClientId(id(n))));
        assert!(seen.is_ok(), "the window sees client {n}");
    }
    assert_eq!(terminal.read(verify).unwrap().damage, None, "both wrote one chain");
}

#[test]
fn a_closed_window_lets_the_next_one_in() {
    let practice = Practice::new();
    practice.put(&a_client(10, "Marsh", "Ada"), Act::Create).unwrap();
    let practice = practice.reopened();
    assert!(practice.vault.read(|read| read.client(ClientId(id(10)))).is_ok(), "with everything in it");
}

#[test]
fn a_window_that_is_just_closing_is_waited_for() {
    let practice = Practice::new();
    let path = practice.folder.path().to_owned();
    let closing = thread::spawn(move || {
        thread::sleep(Duration::from_millis(60));
        drop(practice.vault);
        practice.folder
    });
    let next = Vault::open_by_key(&path, &key());
    assert!(next.is_ok(), "nobody is told that there is another window when there is none any more: {next:?}");
    drop(closing.join());
}

#[test]
fn a_folder_with_something_in_it_is_never_made_a_vault() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("letter.txt"), "dear").unwrap();
    let made = Vault::create_by_key(folder.path(), &new_vault(), &key());
    assert_eq!(made.unwrap_err(), StoreError::NotEmpty, "the letter is somebody's");
    assert_eq!(fs::read(folder.path().join("letter.txt")).unwrap(), b"dear", "and is still there");
}

#[test]
fn an_empty_folder_is_no_vault() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(Vault::open_by_key(folder.path(), &key()).unwrap_err(), StoreError::NotAVault, "nothing is in it");
    assert_eq!(
        Vault::open_by_key(&folder.path().join("none"), &key()).unwrap_err(),
        StoreError::NotAVault,
        "there is no such folder"
    );
}

#[test]
fn another_key_opens_nothing() {
    let practice = Practice::new();
    let folder = practice.folder.path();
    drop(practice.vault);
    let other = MasterKey::from_bytes([1; 32]);
    let opened = Vault::open_by_key(folder, &other);
    assert_eq!(opened.unwrap_err(), StoreError::Damaged(Part::Keys), "the key file is not signed with it");
}

#[test]
fn a_database_that_is_not_this_vaults_is_refused_and_never_overwritten() {
    for bytes in [b"".to_vec(), b"SQLite format 3\0".to_vec(), vec![7; 8_192]] {
        let practice = Practice::new();
        let Practice { folder, vault } = practice;
        drop(vault);
        let database = folder.path().join("vault.db");
        fs::write(&database, &bytes).unwrap();
        let opened = Vault::open_by_key(folder.path(), &key());
        assert_eq!(opened.unwrap_err(), StoreError::Damaged(Part::Database), "{} foreign bytes", bytes.len());
        assert_eq!(fs::read(&database).unwrap(), bytes, "and they are still there");
    }
}

#[test]
fn a_folder_in_place_of_the_database_is_refused() {
    let Practice { folder, vault } = Practice::new();
    drop(vault);
    fs::remove_file(folder.path().join("vault.db")).unwrap();
    fs::create_dir(folder.path().join("vault.db")).unwrap();
    let opened = Vault::open_by_key(folder.path(), &key());
    assert_eq!(opened.unwrap_err(), StoreError::Damaged(Part::Database), "a folder is no database");
}

#[test]
fn a_missing_database_is_damage_and_no_new_one_is_made() {
    let Practice { folder, vault } = Practice::new();
    drop(vault);
    fs::remove_file(folder.path().join("vault.db")).unwrap();
    let opened = Vault::open_by_key(folder.path(), &key());
    assert_eq!(opened.unwrap_err(), StoreError::Damaged(Part::Database), "the keys are there, the database is not");
    assert!(!folder.path().join("vault.db").exists(), "an empty one would hide the loss");
}
