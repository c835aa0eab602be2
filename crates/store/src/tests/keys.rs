//! Keys of one's own: an older key file brought up, a password changed, a password made by somebody else.

use std::fs;

use super::{id, stamp};
use crate::keys::{Cost, KeyFile};
use crate::{Holder, MasterKey, Password, PasswordKind, RecoveryKey, StoreError, Vault};
use care::record::UserId;
use tempfile::TempDir;

/// A key file as the first version of this program wrote it: one user, one recovery sheet.
const OLD_FILE: &[u8] = include_bytes!("fixtures/version-1.keys");
const OLD_SHEET: &str = "8BKH-BXF2-ZD0B-25XH-FNM7-BB7G-JQ9J-KF36-WZW9-3WZZ-953G-JSFE-EVSC-NW8R";
const GOOD: &str = "quiet brown kettle";

fn sam() -> UserId {
    UserId(id(1))
}

fn master() -> MasterKey {
    MasterKey::from_bytes([3; 32])
}

/// A vault of the first version: its database, and the key file of that day.
fn an_old_vault() -> TempDir {
    let folder = TempDir::new().unwrap();
    drop(Vault::create_by_key(folder.path(), &super::practice::new_vault(), &master()).unwrap());
    fs::write(folder.path().join("vault.keys"), OLD_FILE).unwrap();
    folder
}

fn keys_of(folder: &TempDir) -> KeyFile {
    KeyFile::read(&folder.path().join("vault.keys")).unwrap()
}

#[test]
fn an_older_vault_opens_and_gives_each_user_keys_of_their_own() {
    let folder = an_old_vault();
    assert!(keys_of(&folder).slot_of(sam()).unwrap().is_behind(Cost::FLOOR), "the slot of the first version");
    drop(Vault::unlock(folder.path(), sam(), &Password::typed(GOOD), stamp().at).unwrap());
    let keys = keys_of(&folder);
    assert!(keys.slot_of(sam()).unwrap().has_own_keys(), "the next unlock has brought it up");
    let kept = fs::read(folder.path().join("vault.keys.previous")).unwrap();
    assert_eq!(kept, OLD_FILE, "and the file before is kept beside");
    assert!(Vault::unlock(folder.path(), sam(), &Password::typed(GOOD), stamp().at).is_ok(), "the same password opens");
}

#[test]
fn an_older_recovery_sheet_still_opens_and_gets_keys_of_its_own() {
    let folder = an_old_vault();
    let sheet = RecoveryKey::typed(OLD_SHEET).unwrap();
    let vault = Vault::recover(folder.path(), &sheet, stamp().at).unwrap();
    assert_eq!(
        vault.remove_password(UserId(id(2))),
        Err(StoreError::OldKeys),
        "the user has not unlocked yet, so the clinic's key could not follow"
    );
    drop(vault);
    drop(Vault::unlock(folder.path(), sam(), &Password::typed(GOOD), stamp().at).unwrap());
    assert!(keys_of(&folder).owe_renewal().is_ok(), "now everybody has keys of their own");
    assert!(Vault::recover(folder.path(), &sheet, stamp().at).is_ok(), "and the same sheet opens");
}

#[test]
fn a_slot_that_is_cheaper_to_guess_than_today_is_made_dearer_when_its_holder_unlocks() {
    let dearer = Cost { n_rounds: 4, ..Cost::FLOOR };
    let (password, holder) = (Password::typed(GOOD), Holder::User { user: sam(), name: "Sam Weber".to_owned() });
    let cheap =
        KeyFile::new(id(900), Cost::FLOOR).seal_for(holder, &password, PasswordKind::OneTime, &master()).unwrap();
    let mut keys = KeyFile::new(id(900), dearer);
    keys.put(cheap.clone());
    assert!(keys.keep_up(sam(), &password, &master()).unwrap(), "the slot was below the clinic's cost");
    let slot = keys.slot_of(sam()).unwrap();
    assert!(!slot.is_behind(dearer), "now it is not");
    assert_eq!(slot.password_kind(), PasswordKind::OneTime, "and it is still a password to be changed");
    assert!(!keys.keep_up(sam(), &password, &master()).unwrap(), "nothing is left to do");
}

#[test]
fn a_user_changes_the_password_and_keeps_the_same_keys() {
    let folder = an_old_vault();
    let vault = Vault::unlock(folder.path(), sam(), &Password::typed(GOOD), stamp().at).unwrap();
    let (old, new) = (Password::typed(GOOD), Password::chosen("nine loud green boats", &[]).unwrap());
    let wrong = vault.reseal_password(sam(), &new, &new, stamp().at).map(|_| ());
    assert_eq!(wrong, Err(StoreError::WrongPassword), "not without the password so far");
    let slot = vault.reseal_password(sam(), &old, &new, stamp().at).unwrap();
    vault.put_slot(slot, stamp().at).unwrap();
    assert_eq!(vault.check_password(sam(), &old, stamp().at), Err(StoreError::WrongPassword), "the old one is gone");
    assert_eq!(vault.check_password(sam(), &new, stamp().at), Ok(()), "the new one opens");
    let public = |path: &str| {
        let file: serde_json::Value = serde_json::from_slice(&fs::read(folder.path().join(path)).unwrap()).unwrap();
        file["slots"].as_array().unwrap().iter().find(|slot| slot["holder"]["kind"] == "user").unwrap()["public"]
            .clone()
    };
    assert_eq!(public("vault.keys"), public("vault.keys.previous"), "what was sealed to the user still is");
}

#[test]
fn a_password_made_by_somebody_else_is_known_as_one() {
    let folder = an_old_vault();
    let vault = Vault::unlock(folder.path(), sam(), &Password::typed(GOOD), stamp().at).unwrap();
    let ana = UserId(id(2));
    let once = Password::one_time().unwrap();
    let slot = vault.seal_password(ana, "Ana Ruiz", &Password::typed(&once), PasswordKind::OneTime).unwrap();
    vault.put_slot(slot, stamp().at).unwrap();
    assert_eq!(vault.password_kind(ana), Ok(PasswordKind::OneTime), "the first act is to choose another");
    let chosen = Password::chosen("nine loud green boats", &[]).unwrap();
    let slot = vault.reseal_password(ana, &Password::typed(&once), &chosen, stamp().at).unwrap();
    vault.put_slot(slot, stamp().at).unwrap();
    assert_eq!(vault.password_kind(ana), Ok(PasswordKind::Lasting), "which lasts");
}
