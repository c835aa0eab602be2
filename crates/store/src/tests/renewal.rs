//! The clinic's key changed after somebody was removed: without the passwords of the others, and whole after a cut.

use std::fs;
use std::path::PathBuf;

use super::practice::new_vault;
use super::{a_client, id, stamp};
use crate::keys::{Cost, KeyFile};
use crate::{Act, Holder, MasterKey, Password, PasswordKind, RecoveryKey, Renewal, StoreError, Vault, verify};
use care::record::{Client, UserId};
use tempfile::TempDir;

const SAMS: &str = "quiet brown kettle";
const ANAS: &str = "nine loud green boats";
const PHOTO: &[u8] = b"a sheet that was printed";

struct Clinic {
    folder: TempDir,
    recovery: RecoveryKey,
    photo: String,
    seal: [u8; 32],
}

fn sam() -> UserId {
    UserId(id(1))
}

fn ana() -> UserId {
    UserId(id(2))
}

fn ines() -> Client {
    a_client(10, "Halvorsen", "Ines")
}

fn first_key() -> MasterKey {
    MasterKey::from_bytes([3; 32])
}

/// Sam, Ana and a printed sheet; a client and a document.
fn a_clinic() -> Clinic {
    let (folder, recovery) = (TempDir::new().unwrap(), RecoveryKey::generate().unwrap());
    let vault = Vault::create_by_key(folder.path(), &new_vault(), &first_key()).unwrap();
    let photo = vault.store_media(PHOTO).unwrap();
    let seal = super::seal_key::keep(&vault, "Clinic Lumen");
    vault
        .write(&stamp(), |write| {
            write.put(&ines(), Act::Create)?;
            write.keep_media(&photo)
        })
        .unwrap();
    let path = folder.path().join("vault.keys");
    let mut keys = KeyFile::new(id(900), Cost::FLOOR);
    for (user, name, password) in [(sam(), "Sam Weber", SAMS), (ana(), "Ana Ruiz", ANAS)] {
        let holder = Holder::User { user, name: name.to_owned() };
        keys.put(keys.seal_for(holder, &Password::typed(password), PasswordKind::Lasting, &first_key()).unwrap().0);
    }
    keys.set_recovery(&recovery, &first_key()).unwrap();
    keys.save(&path, &first_key()).unwrap();
    Clinic { folder, recovery, photo: photo.sha256(), seal }
}

impl Clinic {
    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn remove_sam(&self) {
        let vault = Vault::open_by_key(self.folder.path(), &first_key()).unwrap();
        vault.remove_password(sam()).unwrap();
    }

    fn open_as_ana(&self) -> Vault {
        Vault::unlock(self.folder.path(), ana(), &Password::typed(ANAS), stamp().at).unwrap()
    }

    fn check_whole(&self, vault: &Vault) {
        let client = vault.read(|read| read.client(ines().id)).unwrap();
        assert_eq!(client.record, ines(), "the client is as it was");
        assert_eq!(vault.read(verify).unwrap().damage, None, "the journal is unbroken");
        assert_eq!(vault.media(&self.photo).as_deref(), Ok(PHOTO), "the document opens under its new key");
        let seal = vault.seal_secret().unwrap().map(|secret| *secret.bytes());
        assert_eq!(seal, Some(self.seal), "and the clinic seals with the key it always had");
        let found = vault.read(|read| read.find_clients("Halvorsen", 5)).unwrap();
        assert_eq!(found.len(), 1, "and the search finds the client");
    }
}

#[test]
fn removing_somebody_changes_the_clinics_key_without_the_passwords_of_the_others() {
    let clinic = a_clinic();
    clinic.remove_sam();
    let vault = clinic.open_as_ana();
    assert_eq!(vault.renewal(), Renewal::Done, "at the next opening");
    clinic.check_whole(&vault);
    drop(vault);
    let old_key = Vault::open_by_key(clinic.folder.path(), &first_key()).map(|_| ());
    assert!(old_key.is_err(), "the key Sam may have kept opens nothing");
    let again = clinic.open_as_ana();
    assert_eq!(again.renewal(), Renewal::NotDue, "once is enough");
    drop(again);
    let by_sheet = Vault::recover(clinic.folder.path(), &clinic.recovery, stamp().at);
    clinic.check_whole(&by_sheet.expect("the printed sheet opens the vault as before"));
}

#[test]
fn a_key_file_the_removed_user_kept_opens_nothing_of_the_vault_as_it_is_now() {
    let clinic = a_clinic();
    let kept = fs::read(clinic.file("vault.keys")).unwrap();
    clinic.remove_sam();
    drop(clinic.open_as_ana());
    fs::write(clinic.file("vault.keys"), kept).unwrap();
    let opened = Vault::unlock(clinic.folder.path(), sam(), &Password::typed(SAMS), stamp().at);
    assert!(opened.is_err(), "the old slot gives a key this database was not written with");
    assert!(!clinic.file("vault.db.old").exists(), "and no copy under that key is left");
}

#[test]
fn a_power_cut_before_the_new_key_is_in_force_leaves_the_vault_as_it_was() {
    let clinic = a_clinic();
    fs::write(clinic.file("vault.db.next"), b"half a copy").unwrap();
    let vault = clinic.open_as_ana();
    clinic.check_whole(&vault);
    assert!(!clinic.file("vault.db.next").exists(), "what was not finished is swept");
}

#[test]
fn a_power_cut_after_the_new_key_is_in_force_is_finished_at_the_next_opening() {
    for is_moved_aside in [false, true] {
        let clinic = a_clinic();
        let old = fs::read(clinic.file("vault.db")).unwrap();
        clinic.remove_sam();
        assert_eq!(clinic.open_as_ana().renewal(), Renewal::Done, "the clinic's key was changed");
        // As the disk stands when the plug is pulled between the renaming of the key file and of the database.
        fs::rename(clinic.file("vault.db"), clinic.file("vault.db.next")).unwrap();
        fs::write(clinic.file(if is_moved_aside { "vault.db.old" } else { "vault.db" }), old).unwrap();
        let vault = clinic.open_as_ana();
        clinic.check_whole(&vault);
        assert!(!clinic.file("vault.db.next").exists(), "the copy is the vault now");
        assert!(!clinic.file("vault.db.old").exists(), "and the one under the old key is gone");
    }
}

#[test]
fn the_terminal_finishes_a_change_of_the_key_that_a_power_cut_interrupted() {
    for is_moved_aside in [false, true] {
        let clinic = a_clinic();
        let old = fs::read(clinic.file("vault.db")).unwrap();
        clinic.remove_sam();
        assert_eq!(clinic.open_as_ana().renewal(), Renewal::Done, "the clinic's key was changed");
        fs::rename(clinic.file("vault.db"), clinic.file("vault.db.next")).unwrap();
        fs::write(clinic.file(if is_moved_aside { "vault.db.old" } else { "vault.db" }), old).unwrap();
        let at_the_terminal = Vault::unlock_beside(clinic.folder.path(), ana(), &Password::typed(ANAS), stamp().at);
        clinic.check_whole(&at_the_terminal.expect("no window has to be opened first"));
        assert!(!clinic.file("vault.db.next").exists(), "the copy is the vault now");
        clinic.check_whole(&clinic.open_as_ana());
        assert!(!clinic.file("vault.db.old").exists(), "and the window takes away what the old key opens");
    }
}

#[test]
fn the_terminal_leaves_an_unfinished_copy_to_the_window() {
    let clinic = a_clinic();
    fs::write(clinic.file("vault.db.next"), b"half a copy").unwrap();
    let at_the_terminal = Vault::unlock_beside(clinic.folder.path(), ana(), &Password::typed(ANAS), stamp().at);
    clinic.check_whole(&at_the_terminal.expect("the vault is as it was"));
}

#[test]
fn the_key_waits_while_another_program_has_the_vault_open() {
    let clinic = a_clinic();
    clinic.remove_sam();
    let beside = Vault::open_beside_by_key(clinic.folder.path(), &first_key()).unwrap();
    let vault = clinic.open_as_ana();
    assert_eq!(vault.renewal(), Renewal::StillDue, "the terminal is at work on the same file");
    clinic.check_whole(&vault);
    drop((vault, beside));
    let vault = clinic.open_as_ana();
    assert_eq!(vault.renewal(), Renewal::Done, "the next opening has the vault to itself");
    clinic.check_whole(&vault);
}

#[test]
fn nobody_is_removed_while_the_key_could_not_follow_the_others() {
    let clinic = a_clinic();
    let mut keys = KeyFile::parse(include_bytes!("fixtures/version-1.keys")).unwrap();
    assert_eq!(keys.owe_renewal(), Err(StoreError::OldKeys), "slots of the first version hold no public key");
    let vault = Vault::open_by_key(clinic.folder.path(), &first_key()).unwrap();
    assert_eq!(vault.remove_password(sam()), Ok(()), "with keys of their own they can be followed");
}
