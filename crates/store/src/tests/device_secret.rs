//! The secret of a computer beside a password. Each derives a few keys, so each takes some seconds.

use std::fs;

use care::record::UserId;
use chrono::{DateTime, Utc};
use tempfile::TempDir;

use super::practice::new_vault;
use super::{id, stamp};
use crate::keys::{Cost, KeyFile};
use crate::{Backup, DeviceSecret, Holder, MasterKey, Password, PasswordKind, RecoveryKey, StoreError, Vault};

const GOOD: &str = "quiet brown kettle";
const NEW: &str = "nine loud green boats";

fn now() -> DateTime<Utc> {
    stamp().at
}

fn sam() -> UserId {
    UserId(id(1))
}

fn secret() -> DeviceSecret {
    DeviceSecret::kept(id(50), [7; 32])
}

fn with_secret(password: &str) -> Password {
    Password::typed(password).with_device(secret())
}

fn unlock(folder: &TempDir, password: &Password) -> Result<Vault, StoreError> {
    Vault::unlock(folder.path(), sam(), password, now())
}

/// A vault whose user's password asks for [`secret`].
fn a_vault() -> (TempDir, RecoveryKey) {
    let folder = TempDir::new().unwrap();
    let recovery = RecoveryKey::generate().unwrap();
    let vault = Vault::create(folder.path(), &new_vault(), &Password::chosen(GOOD, &[]).unwrap(), &recovery).unwrap();
    let slot = vault.seal_with_device(sam(), &Password::typed(GOOD), secret(), now()).unwrap();
    vault.put_slot(slot, now()).unwrap();
    drop(vault);
    (folder, recovery)
}

#[test]
fn the_password_alone_does_not_open_and_is_not_counted_as_a_wrong_one() {
    let (folder, _) = a_vault();
    assert_eq!(Vault::device_secret_of(folder.path(), sam()), Ok(Some(id(50))), "the lock screen can fetch it");
    for n in 0..9 {
        let refused = unlock(&folder, &Password::typed(GOOD)).unwrap_err();
        assert_eq!(refused, StoreError::DeviceSecretMissing, "try {n} is never called a wrong password, nor delayed");
    }
    let other = Password::typed(GOOD).with_device(DeviceSecret::kept(id(51), [7; 32]));
    assert_eq!(unlock(&folder, &other).unwrap_err(), StoreError::DeviceSecretMissing, "that is another one's secret");
    assert!(unlock(&folder, &with_secret(GOOD)).is_ok(), "both together open");
}

#[test]
fn neither_a_wrong_secret_nor_a_wrong_password_beside_the_right_one_opens() {
    let (folder, _) = a_vault();
    let altered = Password::typed(GOOD).with_device(DeviceSecret::kept(id(50), [8; 32]));
    assert_eq!(unlock(&folder, &altered).unwrap_err(), StoreError::WrongPassword, "the 32 bytes are part of the key");
    assert_eq!(unlock(&folder, &with_secret(NEW)).unwrap_err(), StoreError::WrongPassword, "and so is the password");
    let vault = unlock(&folder, &with_secret(GOOD)).unwrap();
    assert_eq!(vault.note_failed_unlocks(&stamp()), Ok(2), "both were tries and are counted");
}

#[test]
fn the_recovery_key_opens_without_it_and_the_new_password_stands_alone() {
    let (folder, recovery) = a_vault();
    let vault = Vault::recover(folder.path(), &recovery, now()).unwrap();
    vault.set_password(sam(), "Sam Weber", &Password::typed(NEW), now()).unwrap();
    drop(vault);
    assert_eq!(Vault::device_secret_of(folder.path(), sam()), Ok(None), "who lost the computer is not asked for it");
    assert!(unlock(&folder, &Password::typed(NEW)).is_ok(), "the new password opens alone");
}

#[test]
fn a_password_changed_by_oneself_keeps_it_and_one_made_by_somebody_else_does_not() {
    let (folder, _) = a_vault();
    let vault = unlock(&folder, &with_secret(GOOD)).unwrap();
    let slot = vault.reseal_password(sam(), &with_secret(GOOD), &Password::typed(NEW), now()).unwrap();
    vault.put_slot(slot, now()).unwrap();
    drop(vault);
    assert_eq!(unlock(&folder, &Password::typed(NEW)).unwrap_err(), StoreError::DeviceSecretMissing, "as before");
    let vault = unlock(&folder, &with_secret(NEW)).unwrap();
    let slot = vault.seal_password(sam(), "Sam Weber", &Password::typed(GOOD), PasswordKind::OneTime).unwrap();
    vault.put_slot(slot, now()).unwrap();
    drop(vault);
    assert!(unlock(&folder, &Password::typed(GOOD)).is_ok(), "a password for one use opens wherever it is typed");
}

#[test]
fn taking_it_away_lets_the_password_open_alone_and_keeps_the_persons_own_keys() {
    let (folder, _) = a_vault();
    let vault = unlock(&folder, &with_secret(GOOD)).unwrap();
    let public = vault.public_key_of(sam()).unwrap();
    let refused = vault.seal_without_device(sam(), &Password::typed(GOOD), now());
    assert_eq!(refused.err(), Some(StoreError::DeviceSecretMissing), "who takes it away has it");
    let slot = vault.seal_without_device(sam(), &with_secret(GOOD), now()).unwrap();
    vault.put_slot(slot, now()).unwrap();
    assert_eq!(vault.public_key_of(sam()), Ok(public), "signatures stay this person's");
    drop(vault);
    assert!(unlock(&folder, &Password::typed(GOOD)).is_ok(), "the password alone");
}

#[test]
fn it_is_never_the_only_way_in() {
    let folder = TempDir::new().unwrap();
    let master = MasterKey::from_bytes([3; 32]);
    let vault = Vault::create_by_key(folder.path(), &new_vault(), &master).unwrap();
    vault.set_password(sam(), "Sam Weber", &Password::typed(GOOD), now()).unwrap();
    let refused = vault.seal_with_device(sam(), &Password::typed(GOOD), secret(), now());
    assert_eq!(refused.err(), Some(StoreError::NoRecoveryKey), "a keyring that is lost would be the end of the vault");
}

#[test]
fn another_secrets_id_written_on_the_slot_opens_nothing() {
    let (folder, _) = a_vault();
    let file = folder.path().join("vault.keys");
    let altered = fs::read_to_string(&file).unwrap().replace(&id(50).to_string(), &id(51).to_string());
    fs::write(&file, altered).unwrap();
    let same_bytes = Password::typed(GOOD).with_device(DeviceSecret::kept(id(51), [7; 32]));
    assert_eq!(unlock(&folder, &same_bytes).unwrap_err(), StoreError::WrongPassword, "the seal covers which one it is");
}

#[test]
fn a_slot_that_asks_for_none_is_written_as_before() {
    let keys = KeyFile::new(id(900), Cost::FLOOR);
    let holder = Holder::User { user: sam(), name: "Sam Weber".to_owned() };
    let master = MasterKey::from_bytes([3; 32]);
    let seal = |password: &Password| {
        let slot = keys.seal_for(holder.clone(), password, PasswordKind::Lasting, &master).unwrap().0;
        serde_json::to_string(&slot).unwrap()
    };
    let (alone, beside) = (seal(&Password::typed(GOOD)), seal(&with_secret(GOOD)));
    assert!(alone.contains("\"version\":2") && !alone.contains("\"device\""), "an older program still reads it");
    assert!(beside.contains("\"version\":3"), "an older program says that it is too old, not that it is damaged");
}

#[test]
fn a_backup_of_those_days_asks_for_it_too_and_opens_with_the_recovery_key() {
    let (folder, recovery) = a_vault();
    let to = TempDir::new().unwrap();
    unlock(&folder, &with_secret(GOOD)).unwrap().backup_job().unwrap().run(to.path(), now()).unwrap();
    let found = || Backup::find(to.path()).unwrap();
    assert_eq!(found().device_secret_of(sam()), Ok(Some(id(50))), "it says so before anything is tried");
    let elsewhere = found().unlock(sam(), &Password::typed(GOOD));
    assert_eq!(elsewhere.err(), Some(StoreError::DeviceSecretMissing), "another computer has no such secret");
    assert!(found().unlock(sam(), &with_secret(GOOD)).is_ok(), "this one has");
    assert!(found().recover(&recovery).is_ok(), "and the sheet opens it anywhere");
}
