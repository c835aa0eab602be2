//! The clinic's key for seals: one for good, readable with the clinic's key only, and the same under another.

use super::practice::{key, new_vault};
use super::{Practice, stamp};
use crate::keys::MasterKey;
use crate::{Act, StoreError, Vault, open, seal_key};
use chrono::DateTime;
use tempfile::TempDir;

pub(super) fn keep(vault: &Vault, clinic: &str) -> [u8; 32] {
    let drawn = vault.draw_seal_secret(clinic, DateTime::UNIX_EPOCH).unwrap();
    vault.keep_seal_secret(&stamp(), &drawn, |write| write.note(Act::Key, None, "made")).unwrap();
    *vault.seal_secret().unwrap().unwrap().bytes()
}

#[test]
fn a_clinic_seals_with_one_key_for_good() {
    let practice = Practice::new();
    assert!(practice.vault.seal_secret().unwrap().is_none(), "there is none before one is made");
    let first = keep(&practice.vault, "Clinic Lumen");
    let second = keep(&practice.vault, "Another name");
    assert_eq!(first, second, "who compares a certificate next year finds the same one");
    let kept = practice.vault.seal_secret().unwrap().unwrap();
    assert_eq!(kept.clinic(), "Clinic Lumen", "and the name it was made with");
}

#[test]
fn the_key_for_seals_stands_nowhere_in_the_open() {
    let practice = Practice::new();
    let secret = keep(&practice.vault, "Clinic Lumen");
    let digits = data_encoding::HEXLOWER.encode(&secret);
    let bare = practice.bare();
    let sealed: String = bare.query_row("SELECT sealed FROM seal_key", [], |row| row.get(0)).unwrap();
    assert!(!sealed.contains(&digits), "not even inside the encrypted database");
    let other = MasterKey::from_bytes([9; 32]);
    assert!(seal_key::rewrap(&bare, &other, &key()).is_err(), "and another clinic's key does not open it");
    assert_eq!(format!("{:?}", practice.vault.seal_secret().unwrap()), "Some(SealSecret)", "it is never printed");
}

#[test]
fn the_key_for_seals_is_not_replaced_changed_or_taken_away() {
    let practice = Practice::new();
    keep(&practice.vault, "Clinic Lumen");
    for sql in [
        "INSERT OR REPLACE INTO seal_key VALUES (1, 'x', 'y', 0)",
        "UPDATE seal_key SET clinic = 'Somebody else'",
        "DELETE FROM seal_key",
    ] {
        assert_eq!(
            practice.bare().execute_batch(sql).map_err(StoreError::from),
            Err(StoreError::SignedIsFinal),
            "by trigger: {sql}"
        );
    }
    for sql in ["UPDATE seal_key SET sealed = 'x'", "DELETE FROM seal_key"] {
        assert!(practice.vault.writer().execute_batch(sql).is_err(), "by the connection: {sql}");
    }
}

#[test]
fn the_seal_is_the_same_after_the_clinics_key_was_changed() {
    let folder = TempDir::new().unwrap();
    let first = MasterKey::from_bytes([3; 32]);
    let vault = Vault::create_by_key(folder.path(), &new_vault(), &first).unwrap();
    let secret = keep(&vault, "Clinic Lumen");
    drop(vault);
    let bare = open::maintenance(&folder.path().join("vault.db"), &first.database_key()).unwrap();
    let renewed = MasterKey::from_bytes([4; 32]);
    seal_key::rewrap(&bare, &first, &renewed).unwrap();
    drop(bare);
    let vault = Vault::open_by_key(folder.path(), &first).unwrap();
    assert!(vault.seal_secret().is_err(), "the old key no longer opens it");
    drop(vault);
    let bare = open::maintenance(&folder.path().join("vault.db"), &first.database_key()).unwrap();
    seal_key::rewrap(&bare, &renewed, &first).unwrap();
    drop(bare);
    let vault = Vault::open_by_key(folder.path(), &first).unwrap();
    assert_eq!(*vault.seal_secret().unwrap().unwrap().bytes(), secret, "and the key is the one it was");
}
