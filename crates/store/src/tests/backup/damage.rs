//! What is not as it was written is refused, and the refusal says which part it is.

use std::fs;
use std::path::Path;

use super::super::practice::key;
use super::{Backed, unlocked};
use crate::{Backup, MasterKey, Part, StoreError, open};

/// Flips one bit in many places of a file, one place at a time, and expects the same refusal each time.
fn check_flips(backed: &Backed, path: &Path, part: Part) {
    let bytes = fs::read(path).unwrap();
    let n_places = 97.min(bytes.len());
    for n in 0..n_places {
        let place = n * (bytes.len() - 1) / (n_places - 1).max(1);
        let mut altered = bytes.clone();
        altered[place] ^= 1;
        fs::write(path, &altered).unwrap();
        let refused = unlocked(backed.to.path()).and_then(|backup| backup.check());
        assert_eq!(refused, Err(StoreError::BackupDamaged(part)), "byte {place} of {}", path.display());
    }
    for n_left in [0, 1, bytes.len() / 2, bytes.len() - 1] {
        fs::write(path, &bytes[..n_left]).unwrap();
        let refused = unlocked(backed.to.path()).and_then(|backup| backup.check());
        assert_eq!(refused, Err(StoreError::BackupDamaged(part)), "{} cut after {n_left} bytes", path.display());
    }
    fs::write(path, &bytes).unwrap();
    unlocked(backed.to.path()).unwrap().check().expect("whole again");
}

#[test]
fn a_flipped_byte_of_the_list_is_found_before_a_password_is_asked_for() {
    let backed = Backed::new();
    let made = backed.back_up(0).unwrap();
    let path = made.path.join("manifest.json");
    check_flips(&backed, &path, Part::Manifest);
    let mut bytes = fs::read(&path).unwrap();
    bytes[40] ^= 1;
    fs::write(&path, bytes).unwrap();
    let refused = Backup::find(backed.to.path()).map(|_| ());
    assert_eq!(refused, Err(StoreError::BackupDamaged(Part::Manifest)), "no key was needed to see it");
}

#[test]
fn a_flipped_byte_of_the_key_file_is_damage_and_no_wrong_password() {
    let backed = Backed::new();
    let made = backed.back_up(0).unwrap();
    check_flips(&backed, &made.path.join("vault.keys"), Part::Keys);
}

#[test]
fn a_flipped_byte_of_the_database_is_found() {
    let backed = Backed::new();
    let made = backed.back_up(0).unwrap();
    check_flips(&backed, &made.path.join("vault.db"), Part::Database);
}

#[test]
fn a_flipped_byte_of_a_document_is_found_and_so_is_a_missing_one() {
    let backed = Backed::new();
    backed.back_up(0).unwrap();
    let (path, _) = backed.files().into_iter().find(|(path, _)| path.to_string_lossy().contains("/media/")).unwrap();
    check_flips(&backed, &path, Part::Media);
    fs::remove_file(path).unwrap();
    assert_eq!(backed.newest().check(), Err(StoreError::BackupDamaged(Part::Media)), "it was listed");
}

#[test]
fn a_list_somebody_else_wrote_is_refused_however_well_it_fits() {
    use crate::backup::forge;
    let backed = Backed::new();
    let made = backed.back_up(0).unwrap();
    forge(&made.path, &MasterKey::from_bytes([9; 32]));
    assert!(Backup::find(backed.to.path()).is_ok(), "its sums are right");
    let refused = unlocked(backed.to.path()).map(|_| ());
    assert_eq!(refused, Err(StoreError::BackupDamaged(Part::Manifest)), "but it is not under the vault's key");
}

#[test]
fn a_trigger_slipped_into_the_database_is_refused_even_under_the_right_key() {
    let backed = Backed::new();
    let made = backed.back_up(0).unwrap();
    let path = made.path.join("vault.db");
    let bare = open::maintenance(&path, &key().database_key()).unwrap();
    bare.execute_batch(
        "CREATE TRIGGER sly AFTER INSERT ON client BEGIN DELETE FROM appointment; END; PRAGMA journal_mode = DELETE;",
    )
    .unwrap();
    drop(bare);
    crate::backup::forge(&made.path, &key());
    assert_eq!(
        backed.newest().check(),
        Err(StoreError::BackupDamaged(Part::Database)),
        "only the tables and triggers of this program are taken"
    );
}

#[test]
fn what_is_no_backup_is_refused_as_that() {
    let backed = Backed::new();
    let folder = backed.to.path();
    for path in [folder.to_owned(), folder.join("not there"), backed.practice.folder.path().to_owned()] {
        assert_eq!(Backup::find(&path).map(|_| ()), Err(StoreError::NotABackup), "{}", path.display());
    }
    fs::write(folder.join("manifest.json"), b"{\"format\":\"needlepoint-backup\",\"version\":2}").unwrap();
    let newer = Backup::find(folder).map(|_| ());
    assert_eq!(newer, Err(StoreError::VaultIsNewer { vault: 2, program: 1 }), "and what a newer program made as that");
}
