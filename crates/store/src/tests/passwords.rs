//! Passwords, the recovery key, and the key file. The few tests that derive a key take a third of a second each.

use std::fs;

use super::practice::new_vault;
use super::{id, stamp};
use crate::keys::{Cost, KeyFile, Slot};
use crate::{Act, Holder, MasterKey, Part, Password, PasswordKind, RecoveryKey, StoreError, Vault, verify};
use care::record::UserId;
use chrono::{DateTime, TimeDelta, Utc};
use tempfile::TempDir;

const GOOD: &str = "quiet brown kettle";
const BAD: &str = "quiet brown cattle";

fn now() -> DateTime<Utc> {
    stamp().at
}

fn sam() -> UserId {
    UserId(id(1))
}

fn a_vault() -> (TempDir, RecoveryKey) {
    let folder = TempDir::new().unwrap();
    let recovery = RecoveryKey::generate().unwrap();
    drop(Vault::create(folder.path(), &new_vault(), &Password::chosen(GOOD, &[]).unwrap(), &recovery).unwrap());
    (folder, recovery)
}

fn unlock(folder: &TempDir, password: &str, now: DateTime<Utc>) -> Result<Vault, StoreError> {
    Vault::unlock(folder.path(), sam(), &Password::typed(password), now)
}

#[test]
fn the_right_password_opens_and_a_wrong_one_says_so() {
    let (folder, _) = a_vault();
    assert_eq!(unlock(&folder, BAD, now()).unwrap_err(), StoreError::WrongPassword, "a wrong password");
    assert!(unlock(&folder, GOOD, now()).is_ok(), "the right one");
    let stranger = Vault::unlock(folder.path(), UserId(id(2)), &Password::typed(GOOD), now());
    assert_eq!(stranger.unwrap_err(), StoreError::NotFound, "nobody else has a slot");
}

#[test]
fn the_lock_screen_knows_who_can_unlock() {
    let (folder, _) = a_vault();
    let holders = Vault::holders(folder.path()).unwrap();
    let expected = [Holder::User { user: sam(), name: "Sam Weber".to_owned() }, Holder::Recovery];
    assert_eq!(holders, expected, "the user who set it up, and the printed sheet");
}

#[test]
fn the_recovery_key_opens_when_the_password_is_forgotten() {
    let (folder, recovery) = a_vault();
    let typed = RecoveryKey::typed(&recovery.printed()).unwrap();
    let vault = Vault::recover(folder.path(), &typed, now()).unwrap();
    vault.set_password(sam(), "Sam Weber", &Password::chosen("nine loud green boats", &[]).unwrap(), now()).unwrap();
    let fresh = RecoveryKey::generate().unwrap();
    vault.set_recovery_key(&fresh).unwrap();
    drop(vault);
    assert_eq!(unlock(&folder, GOOD, now()).unwrap_err(), StoreError::WrongPassword, "the old password is gone");
    assert!(unlock(&folder, "nine loud green boats", now()).is_ok(), "the new one opens");
    let old_sheet = Vault::recover(folder.path(), &recovery, now());
    assert_eq!(old_sheet.unwrap_err(), StoreError::WrongPassword, "the old sheet opens nothing");
    assert!(Vault::recover(folder.path(), &fresh, now()).is_ok(), "the new sheet does");
}

#[test]
fn a_removed_user_does_not_come_in_and_the_others_do() {
    let (folder, recovery) = a_vault();
    let vault = Vault::recover(folder.path(), &recovery, now()).unwrap();
    let (ana, password) = (UserId(id(2)), Password::chosen("nine loud green boats", &[]).unwrap());
    vault.set_password(ana, "Ana Ruiz", &password, now()).unwrap();
    vault.remove_password(sam()).unwrap();
    drop(vault);
    assert_eq!(unlock(&folder, GOOD, now()).unwrap_err(), StoreError::NotFound, "the slot is gone");
    assert!(Vault::unlock(folder.path(), ana, &password, now()).is_ok(), "the other user's opens");
}

#[test]
fn wrong_passwords_are_delayed_longer_and_longer_and_across_a_restart() {
    let (folder, _) = a_vault();
    for n in 1..=4 {
        assert_eq!(unlock(&folder, BAD, now()).unwrap_err(), StoreError::WrongPassword, "try {n} is not delayed");
    }
    let refused = unlock(&folder, GOOD, now()).unwrap_err();
    assert_eq!(refused, StoreError::Throttled { seconds: 1 }, "the fifth has to wait, even with the right password");
    let later = now() + TimeDelta::seconds(1);
    assert_eq!(unlock(&folder, BAD, later).unwrap_err(), StoreError::WrongPassword, "after the second it is looked at");
    let refused = unlock(&folder, GOOD, later + TimeDelta::milliseconds(1_500)).unwrap_err();
    assert_eq!(refused, StoreError::Throttled { seconds: 4 }, "the next delay is five seconds");
    assert!(unlock(&folder, GOOD, later + TimeDelta::seconds(5)).is_ok(), "the right password starts over");
    assert_eq!(unlock(&folder, BAD, later).unwrap_err(), StoreError::WrongPassword, "and the next one is free again");
}

#[test]
fn wrong_passwords_are_in_the_journal_once_it_is_open() {
    let (folder, _) = a_vault();
    for _ in 0..2 {
        assert!(unlock(&folder, BAD, now()).is_err(), "a wrong password");
    }
    let vault = unlock(&folder, GOOD, now()).unwrap();
    assert_eq!(vault.note_failed_unlocks(&stamp()), Ok(2), "both are written down");
    assert_eq!(vault.note_failed_unlocks(&stamp()), Ok(0), "and only once");
    assert_eq!(vault.read(|read| read.head()).unwrap().seq, 2, "one entry for each");
    assert_eq!(vault.read(verify).unwrap().damage, None, "in an unbroken chain");
}

#[test]
fn the_key_file_before_the_last_change_is_kept() {
    let (folder, recovery) = a_vault();
    let before = fs::read(folder.path().join("vault.keys")).unwrap();
    let vault = Vault::recover(folder.path(), &recovery, now()).unwrap();
    vault.set_recovery_key(&RecoveryKey::generate().unwrap()).unwrap();
    assert_eq!(fs::read(folder.path().join("vault.keys.previous")).unwrap(), before, "for a person to fall back to");
    assert_ne!(fs::read(folder.path().join("vault.keys")).unwrap(), before, "the newest is another");
}

#[test]
fn no_altered_byte_of_the_key_file_ever_opens_the_vault() {
    let master = MasterKey::from_bytes([3; 32]);
    let (path, recovery) =
        (tempfile::tempdir().unwrap(), RecoveryKey::typed(&RecoveryKey::generate().unwrap().printed()).unwrap());
    let file = path.path().join("vault.keys");
    let mut keys = KeyFile::new(id(900), Cost::FLOOR);
    let holder = Holder::User { user: sam(), name: "Sam Weber".to_owned() };
    keys.put(keys.seal_for(holder, &Password::typed(GOOD), PasswordKind::Lasting, &master).unwrap());
    keys.set_recovery(&recovery, &master).unwrap();
    keys.save(&file, &master).unwrap();
    let bytes = fs::read(&file).unwrap();
    let user_key = keys.slot_of(sam()).unwrap().derivation.password_key(&Password::typed(GOOD)).unwrap();
    assert_eq!(KeyFile::parse(&bytes).unwrap().recover(&recovery), Ok(master.clone()), "untouched, the sheet opens it");
    for place in 0..bytes.len() {
        for bit in [0x01, 0x20, 0x80] {
            let mut altered = bytes.clone();
            altered[place] ^= bit;
            let Ok(read) = KeyFile::parse(&altered) else {
                continue;
            };
            let by_sheet = read.recover(&recovery);
            assert!(by_sheet.is_err(), "byte {place} altered by {bit:#04x} and the sheet still opens");
            let by_password = read.slot_of(sam()).and_then(|slot: &Slot| read.unlock_with(slot, &user_key));
            assert!(by_password.is_err(), "byte {place} altered by {bit:#04x} and the password still opens");
        }
    }
}

#[test]
fn a_slot_of_another_vault_slipped_in_is_noticed() {
    let (ours, theirs) = (MasterKey::from_bytes([3; 32]), MasterKey::from_bytes([4; 32]));
    let recovery = RecoveryKey::generate().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("vault.keys");
    let mut keys = KeyFile::new(id(900), Cost::FLOOR);
    keys.set_recovery(&recovery, &theirs).unwrap();
    keys.save(&file, &ours).unwrap();
    let opened = KeyFile::read(&file).unwrap().recover(&recovery);
    assert_eq!(opened, Err(StoreError::Damaged(Part::Keys)), "the slot gives a key that did not sign the file");
}

#[test]
fn a_key_file_of_a_newer_program_is_refused_with_both_numbers() {
    let master = MasterKey::from_bytes([3; 32]);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("vault.keys");
    KeyFile::new(id(900), Cost::FLOOR).save(&file, &master).unwrap();
    let newer = fs::read_to_string(&file).unwrap().replace("\"version\":2", "\"version\":3");
    let read = KeyFile::parse(newer.as_bytes());
    assert_eq!(read.unwrap_err(), StoreError::VaultIsNewer { vault: 3, program: 2 }, "the screen can say which");
}

#[test]
fn a_password_can_be_asked_again_while_the_vault_is_open() {
    let (folder, _) = a_vault();
    let vault = unlock(&folder, GOOD, now()).unwrap();
    assert_eq!(vault.check_password(sam(), &Password::typed(GOOD), now()), Ok(()), "the right one");
    assert_eq!(
        vault.check_password(sam(), &Password::typed(BAD), now()),
        Err(StoreError::WrongPassword),
        "a wrong one"
    );
    vault.write(&stamp(), |write| write.note(Act::Unlock, None, &serde_json::json!({}))).unwrap();
}
