//! What is restored is what was backed up, and nothing that is there is ever overwritten.

use std::fs;

use sha2::{Digest as _, Sha256};
use tempfile::TempDir;

use super::super::practice::{id, new_vault};
use super::super::{a_client, stamp};
use super::{Backed, at, unlocked};
use crate::journal::dump_all;
use crate::{Act, Backup, Part, Password, RecoveryKey, StoreError, Vault, tables_match_journal, verify};
use care::record::{ClientId, Erasure, UserId};

#[test]
fn a_restored_vault_says_exactly_what_the_vault_said() {
    let backed = Backed::new();
    let seal = super::super::seal_key::keep(&backed.practice.vault, "Clinic Lumen");
    let (chain, dump) =
        backed.practice.vault.read(|read| Ok::<_, StoreError>((verify(read)?, dump_all(read)?))).unwrap();
    backed.back_up(0).unwrap();
    let before = backed.files();
    backed.practice.put(&a_client(11, "Okoro", "Ben"), Act::Create).unwrap();
    let new = TempDir::new().unwrap();
    let vault = backed.newest().restore(&new.path().join("vault")).unwrap();
    vault
        .read(|read| {
            assert_eq!(verify(read)?, chain, "every entry of the journal, up to the same head");
            assert_eq!(tables_match_journal(read)?, [], "the tables say what the journal says");
            assert_eq!(dump_all(read)?, dump, "every row of every record is the same");
            Ok::<_, StoreError>(())
        })
        .unwrap();
    let document = data_encoding::HEXLOWER.encode(&Sha256::digest([7; 90_000]));
    assert!(vault.media(&document).unwrap() == [7; 90_000], "and the document");
    assert_eq!(*vault.seal_secret().unwrap().unwrap().bytes(), seal, "and it seals as before");
    assert_eq!(backed.files(), before, "the backup was only read");
    vault.write(&stamp(), |write| write.put(&a_client(12, "Lind", "Eva"), Act::Create)).expect("work goes on in it");
}

#[test]
fn the_password_and_the_recovery_key_of_the_backup_open_it() {
    let (folder, to, new) = (TempDir::new().unwrap(), TempDir::new().unwrap(), TempDir::new().unwrap());
    let (password, recovery) =
        (Password::chosen("seven green umbrellas", &[]).unwrap(), RecoveryKey::generate().unwrap());
    let vault = Vault::create(&folder.path().join("vault"), &new_vault(), &password, &recovery).unwrap();
    vault.backup_job().unwrap().run(to.path(), at(0)).unwrap();
    let find = || Backup::find(to.path()).unwrap();
    let user = UserId(id(1));
    let wrong = find().unlock(user, &Password::typed("eight green umbrellas")).map(|_| ());
    assert_eq!(wrong, Err(StoreError::WrongPassword), "no other password does");
    let restored = find().unlock(user, &password).unwrap().restore(&new.path().join("vault")).unwrap();
    drop(restored);
    Vault::unlock(&new.path().join("vault"), user, &password, at(1)).expect("it opens the restored vault as before");
    find().recover(&recovery).unwrap().check().expect("and so does the printed key");
}

#[test]
fn a_folder_that_is_not_empty_is_never_restored_into() {
    let backed = Backed::new();
    backed.back_up(0).unwrap();
    let new = TempDir::new().unwrap();
    fs::write(new.path().join("letter.txt"), b"mine").unwrap();
    assert_eq!(backed.newest().restore(new.path()).map(|_| ()), Err(StoreError::NotEmpty), "nothing is overwritten");
    let vault = backed.practice.folder.path();
    assert_eq!(backed.newest().restore(vault).map(|_| ()), Err(StoreError::NotEmpty), "least of all a vault");
    assert_eq!(fs::read(new.path().join("letter.txt")).unwrap(), b"mine", "what was there is there");
}

#[test]
fn nothing_is_left_behind_by_a_restore_that_was_refused() {
    let backed = Backed::new();
    backed.back_up(0).unwrap();
    let (path, mut bytes) =
        backed.files().into_iter().find(|(path, _)| path.to_string_lossy().contains("/media/")).unwrap();
    bytes[50] ^= 1;
    fs::write(path, bytes).unwrap();
    let new = TempDir::new().unwrap();
    let refused = backed.newest().restore(&new.path().join("vault")).map(|_| ());
    assert_eq!(refused, Err(StoreError::BackupDamaged(Part::Media)), "with the part that is damaged");
    assert_eq!(fs::read_dir(new.path()).unwrap().count(), 0, "no half vault is left");
}

#[test]
fn an_earlier_backup_can_be_named_by_itself() {
    let backed = Backed::new();
    let first = backed.back_up(0).unwrap();
    backed.practice.put(&a_client(10, "Marsh-Okoro", "Ada"), Act::Update).unwrap();
    backed.back_up(1).unwrap();
    let new = TempDir::new().unwrap();
    let vault = unlocked(&first.path).unwrap().restore(&new.path().join("vault")).unwrap();
    let client = vault.read(|read| read.client(ClientId(id(10)))).unwrap();
    assert_eq!(client.record.family, "Marsh", "as it was then");
}

#[test]
fn what_was_erased_since_is_known_from_the_newer_backups_beside() {
    let backed = Backed::new();
    let first = backed.back_up(0).unwrap();
    assert_eq!(backed.newest().erased_since().unwrap(), [], "nothing was erased");
    let erasure = Erasure {
        client: ClientId(id(10)),
        number: "A-000010".to_owned(),
        visit_number: None,
        document_number: None,
        elsewhere: Vec::new(),
        reason: "Retention is over".to_owned(),
        rule: None,
        erased_by: UserId(id(1)),
        erased_at: stamp().at,
    };
    backed.practice.vault.erase_client(&stamp(), &erasure).unwrap();
    backed.back_up(1).unwrap();
    let older = unlocked(&first.path).unwrap();
    assert_eq!(older.erased_since().unwrap(), std::slice::from_ref(&erasure), "the newer one says who is gone");
    let new = TempDir::new().unwrap();
    let vault = older.restore(&new.path().join("vault")).unwrap();
    assert!(vault.read(|read| read.client(ClientId(id(10)))).is_ok(), "the older backup still holds the client");
    vault.erase_client(&stamp(), &erasure).unwrap();
    assert_eq!(vault.read(|read| read.client(ClientId(id(10)))), Err(StoreError::NotFound), "until it is erased again");
    assert_eq!(vault.read(verify).unwrap().damage, None, "on a chain that is whole");
}
