//! The weekly proof: the newest backup is opened where it lies, read whole, and held against the vault.

use std::fs;

use super::super::{a_client, stamp};
use super::{Backed, at};
use crate::{Act, Part, StoreError};

impl Backed {
    fn drill(&self) -> Result<crate::DrillReport, StoreError> {
        self.practice.vault.backup_job().unwrap().drill(self.to.path())
    }
}

#[test]
fn a_drill_says_what_is_in_the_newest_backup_and_changes_no_byte_of_it() {
    let backed = Backed::new();
    backed.back_up(0).unwrap();
    backed.practice.put(&a_client(11, "Okoro", "Ben"), Act::Create).unwrap();
    let newest = backed.back_up(1).unwrap();
    backed.practice.put(&a_client(12, "Lind", "Eva"), Act::Create).unwrap();
    let before = backed.files();
    let report = backed.drill().unwrap();
    assert_eq!((report.path, report.made_at), (newest.path, at(1)), "the newest, where it lies");
    assert_eq!((report.n_clients, report.n_media, report.n_entries), (2, 1, newest.head.seq), "with its counts");
    assert_eq!(backed.files(), before, "it was only read");
}

#[test]
fn a_drill_finds_every_kind_of_damage_in_the_part_it_is_in() {
    for (name, part) in [
        ("manifest.json", Part::Manifest),
        ("vault.db", Part::Database),
        ("vault.keys", Part::Keys),
        ("/media/", Part::Media),
    ] {
        let backed = Backed::new();
        backed.back_up(0).unwrap();
        let found = backed.files().into_iter().find(|(path, _)| path.to_string_lossy().contains(name));
        let (path, mut bytes) = found.unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(path, bytes).unwrap();
        assert_eq!(backed.drill().map(|_| ()), Err(StoreError::BackupDamaged(part)), "a byte of {name}");
    }
}

#[test]
fn a_backup_that_is_whole_and_of_another_past_proves_nothing() {
    let backed = Backed::new();
    let made = backed.back_up(0).unwrap();
    // Another vault's database under the same key and the same id: what a swapped disk would be.
    let other = Backed::new();
    other.practice.put(&a_client(13, "Marsh", "Bo"), Act::Create).unwrap();
    let swapped = other.back_up(0).unwrap();
    for (path, bytes) in other.files() {
        let to = backed.to.path().join(path.strip_prefix(other.to.path()).unwrap());
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(to, bytes).unwrap();
    }
    assert_eq!(swapped.path.file_name(), made.path.file_name(), "the one stands where the other was");
    assert_eq!(
        backed.drill().map(|_| ()),
        Err(StoreError::BackupDamaged(Part::Journal)),
        "its head is not of this journal"
    );
}

#[test]
fn a_disk_that_is_away_and_a_folder_without_a_backup_are_said_and_nothing_is_made_there() {
    let backed = Backed::new();
    assert_eq!(backed.drill().map(|_| ()), Err(StoreError::NotABackup), "there is none yet");
    assert_eq!(fs::read_dir(backed.to.path()).unwrap().count(), 0, "and no folder was made for it");
    let away = backed.to.path().join("away");
    let job = backed.practice.vault.backup_job().unwrap();
    assert_eq!(job.drill(&away).map(|_| ()), Err(StoreError::NoBackupFolder), "the disk is not there");
}

#[test]
fn work_goes_on_while_a_backup_is_proved() {
    let backed = Backed::new();
    backed.back_up(0).unwrap();
    std::thread::scope(|scope| {
        let drill = scope.spawn(|| backed.drill());
        for n in 20..40 {
            backed
                .practice
                .vault
                .write(&stamp(), |write| write.put(&a_client(n, "Marsh", "Ada"), Act::Create))
                .unwrap();
        }
        assert!(drill.join().unwrap().is_ok(), "neither waits for the other");
    });
}

#[test]
fn what_backups_and_proofs_write_of_themselves_is_no_change() {
    let backed = Backed::new();
    let made = backed.back_up(0).unwrap();
    let has_changed = || backed.practice.vault.read(|read| read.has_changed_since(made.head.seq)).unwrap();
    for act in [Act::Backup, Act::Drill] {
        backed.practice.vault.write(&stamp(), |write| write.note(act, None, "of itself")).unwrap();
    }
    assert!(!has_changed(), "a backup every hour for its own sake would push the good ones out");
    backed.practice.put(&a_client(11, "Okoro", "Ben"), Act::Create).unwrap();
    assert!(has_changed(), "a client is one");
}
