//! Unlocking by PIN in the same run: who may, who may not any more, and that the disk knows nothing of it.

use std::fs;

use super::practice::new_vault;
use super::{id, stamp};
use crate::keys::{Cost, KeyFile};
use crate::{Holder, MasterKey, Password, PasswordKind, PinKey, RecoveryKey, StoreError, Vault};
use care::record::UserId;
use tempfile::TempDir;

const GOOD: &str = "quiet brown kettle";
const PIN: &str = "4711";

fn sam() -> UserId {
    UserId(id(1))
}

fn ana() -> UserId {
    UserId(id(2))
}

fn first_key() -> MasterKey {
    MasterKey::from_bytes([3; 32])
}

/// A locked vault of Sam and Ana, with Sam's PIN of this run. `None` on a system that locks no memory for us: there
/// nothing is sealed, which is the promise.
fn a_locked_vault() -> Option<(TempDir, PinKey)> {
    let folder = TempDir::new().unwrap();
    let vault = Vault::create_by_key(folder.path(), &new_vault(), &first_key()).unwrap();
    let mut keys = KeyFile::new(id(900), Cost::FLOOR);
    for (user, name) in [(sam(), "Sam Weber"), (ana(), "Ana Ruiz")] {
        let holder = Holder::User { user, name: name.to_owned() };
        keys.put(keys.seal_for(holder, &Password::typed(GOOD), PasswordKind::Lasting, &first_key()).unwrap().0);
    }
    keys.set_recovery(&RecoveryKey::generate().unwrap(), &first_key()).unwrap();
    keys.save(&folder.path().join("vault.keys"), &first_key()).unwrap();
    let mut pin = vault.seal_pin(sam(), PIN).unwrap();
    drop(vault);
    pin.rest();
    pin.unlocks().then_some((folder, pin))
}

fn unlock(folder: &TempDir, pin: &mut PinKey, typed: &str) -> Result<Vault, StoreError> {
    Vault::unlock_with_pin(folder.path(), pin, typed, stamp().at)
}

#[test]
fn a_pin_unlocks_again_after_a_lock_as_often_as_it_is_right() {
    let Some((folder, mut pin)) = a_locked_vault() else { return };
    for _ in 0..2 {
        let vault = unlock(&folder, &mut pin, PIN).unwrap();
        assert_eq!(vault.note_failed_unlocks(&stamp()), Ok(0), "a right PIN is no failure");
        drop(vault);
        pin.rest();
    }
}

#[test]
fn a_wrong_pin_is_an_entry_once_the_vault_is_open_and_costs_no_password_try() {
    let Some((folder, mut pin)) = a_locked_vault() else { return };
    for tries_left in [4, 3] {
        let refused = unlock(&folder, &mut pin, "0000").unwrap_err();
        assert_eq!(refused, StoreError::WrongPin { tries_left }, "with the tries that are left");
    }
    let tries = fs::read_to_string(folder.path().join("vault.tries")).unwrap();
    assert_eq!(tries.matches("\"way\":\"pin\"").count(), 2, "both wait on the disk for the journal: {tries}");
    assert!(tries.contains("\"counts\":[]"), "and the password is as free as before: {tries}");
    let vault = unlock(&folder, &mut pin, PIN).unwrap();
    assert_eq!(vault.note_failed_unlocks(&stamp()), Ok(2), "they are written down at the next unlock");
}

#[test]
fn the_sixth_pin_opens_nothing_even_if_it_is_right() {
    let Some((folder, mut pin)) = a_locked_vault() else { return };
    for _ in 0..5 {
        assert!(unlock(&folder, &mut pin, "0000").is_err(), "a wrong one");
    }
    assert_eq!(unlock(&folder, &mut pin, PIN).unwrap_err(), StoreError::PinVoid, "it is destroyed");
    assert!(Vault::unlock(folder.path(), sam(), &Password::typed(GOOD), stamp().at).is_ok(), "the password opens");
}

#[test]
fn the_pin_of_somebody_who_was_removed_meanwhile_opens_nothing() {
    let Some((folder, mut pin)) = a_locked_vault() else { return };
    let vault = Vault::open_beside_by_key(folder.path(), &first_key()).unwrap();
    vault.remove_password(sam()).unwrap();
    drop(vault);
    assert_eq!(unlock(&folder, &mut pin, PIN).unwrap_err(), StoreError::PinVoid, "the slot is gone");
}

#[test]
fn the_pin_of_somebody_whose_password_was_reset_meanwhile_opens_nothing() {
    let Some((folder, mut pin)) = a_locked_vault() else { return };
    let vault = Vault::open_beside_by_key(folder.path(), &first_key()).unwrap();
    let once = Password::typed(&Password::one_time().unwrap());
    let slot = vault.seal_password(sam(), "Sam Weber", &once, PasswordKind::OneTime).unwrap();
    vault.put_slot(slot, stamp().at).unwrap();
    drop(vault);
    assert_eq!(unlock(&folder, &mut pin, PIN).unwrap_err(), StoreError::PinVoid, "the keys are others");
}

#[test]
fn a_pin_from_before_the_clinic_key_was_changed_opens_nothing() {
    let Some((folder, mut pin)) = a_locked_vault() else { return };
    let vault = Vault::open_beside_by_key(folder.path(), &first_key()).unwrap();
    vault.remove_password(ana()).unwrap();
    drop(vault);
    drop(Vault::unlock(folder.path(), sam(), &Password::typed(GOOD), stamp().at).unwrap());
    assert_eq!(unlock(&folder, &mut pin, PIN).unwrap_err(), StoreError::PinVoid, "it holds the old key");
}

#[test]
fn who_is_locked_out_of_the_password_is_not_let_in_by_the_pin() {
    let Some((folder, mut pin)) = a_locked_vault() else { return };
    let counts = format!(
        r#"{{"counts":[{{"n_failures":100,"user":"{}","wait":{{"allowed_from_ms":0,"decided_ms":0}}}}],"failed":[]}}"#,
        sam().0
    );
    fs::write(folder.path().join("vault.tries"), counts).unwrap();
    assert_eq!(unlock(&folder, &mut pin, PIN).unwrap_err(), StoreError::LockedOut, "after a hundred wrong passwords");
}

#[test]
fn a_pin_leaves_nothing_on_the_disk_that_could_be_tried_out() {
    let Some((folder, mut pin)) = a_locked_vault() else { return };
    let names = |folder: &TempDir| {
        let mut names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let keys_before = fs::read(folder.path().join("vault.keys")).unwrap();
    let before = names(&folder);
    drop(unlock(&folder, &mut pin, PIN).unwrap());
    assert_eq!(fs::read(folder.path().join("vault.keys")).unwrap(), keys_before, "the key file knows of no PIN");
    let new: Vec<_> = names(&folder).into_iter().filter(|name| !before.contains(name)).collect();
    assert!(
        new.iter().all(|name| name.to_string_lossy().starts_with("vault.tries")),
        "only tries are counted: {new:?}"
    );
    let tries = fs::read_to_string(folder.path().join("vault.tries")).unwrap();
    assert!(!tries.contains("pin"), "and a right one is not even a try: {tries}");
}

#[test]
fn who_comes_back_by_pin_signs_with_the_same_key_as_before() {
    let folder = TempDir::new().unwrap();
    let password = Password::chosen(GOOD, &[]).unwrap();
    let path = folder.path().join("vault");
    let vault = Vault::create(&path, &new_vault(), &password, &RecoveryKey::generate().unwrap()).unwrap();
    let user = new_vault().user;
    let before = vault.sign(user, b"words").unwrap();
    let mut pin = vault.seal_pin(user, PIN).unwrap();
    drop(vault);
    pin.rest();
    if !pin.unlocks() {
        return; // No memory can be locked here: the PIN unlocks nothing, and the password brings the key.
    }
    let again = Vault::unlock_with_pin(&path, &mut pin, PIN, stamp().at).unwrap();
    assert_eq!(again.sign(user, b"words"), Ok(before), "a consent signed after a lock is sealed as one before it");
}
