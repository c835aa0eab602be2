//! Looking at a backup, checking it, and making a vault from it.
//!
//! Everything is checked before anything is copied, and what is copied is written anew by this program: no file of a
//! backup ever becomes a file of a vault as it is. The backup itself is only read.

use std::fs;
use std::path::{Path, PathBuf};

use care::record::UserId;
use chrono::{DateTime, Utc};

use super::examine::{examine, of_backup};
use super::facts::{Facts, device};
use super::manifest::Manifest;
use super::place::{Shelf, check_file, find};
use super::sum::Sum;
use crate::durable::replace_file;
use crate::folder::Folder;
use crate::keys::{Holder, KeyFile, MasterKey, Password, RecoveryKey};
use crate::media::MediaStore;
use crate::unlock::{put_in_place, restrict, room_beside};
use crate::{Entity, Head, Part, Read, StoreError, Vault, migrate, open, tables_match_journal};

/// A backup as it lies in its folder. It is not damaged by accident; who wrote it is not known yet.
pub struct Backup {
    path: PathBuf,
    list: Manifest,
    keys: KeyFile,
    key_bytes: Vec<u8>,
}

/// A backup whose list was written by somebody who held the vault's master key.
pub struct UnlockedBackup {
    backup: Backup,
    master: MasterKey,
}

/// What checking a whole backup has shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupReport {
    /// When it was made.
    pub made_at: Option<DateTime<Utc>>,
    /// The end of its computer's journal.
    pub head: Head,
    /// Entries of the journal, all of them whole.
    pub n_entries: u64,
    /// Clients in it.
    pub n_clients: u64,
    /// Media files, all of them whole.
    pub n_media: usize,
    /// Records whose tables do not say what the journal says; a rebuild mends them.
    pub unlike_journal: Vec<Entity>,
}

impl Backup {
    /// The backup at `path`; where it is a folder of backups, the newest of them.
    ///
    /// # Errors
    /// [`StoreError::NotABackup`], [`StoreError::VaultIsNewer`], or [`StoreError::BackupDamaged`] where the list or
    /// the key file is not what was written.
    pub fn find(path: &Path) -> Result<Self, StoreError> {
        let path = find(path)?;
        let list = Manifest::read(&path)?;
        let keys = Folder::at(&path).keys();
        check_file(&keys, &list.keys, Part::Keys)?;
        let key_bytes = fs::read(keys)?;
        let keys = KeyFile::parse(&key_bytes).map_err(of_backup)?;
        if keys.vault() != list.vault {
            return Err(StoreError::BackupDamaged(Part::Keys));
        }
        Ok(Self { path, list, keys, key_bytes })
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Who can open it.
    #[must_use]
    pub fn holders(&self) -> Vec<Holder> {
        self.keys.holders().cloned().collect()
    }

    /// Opens it with the password a user had when it was made. No try is counted: the disk of a backup is protected
    /// by what each try costs.
    ///
    /// # Errors
    /// [`StoreError::WrongPassword`], [`StoreError::NotFound`] for a user without a slot, and
    /// [`StoreError::BackupDamaged`] where the list was written by somebody else.
    pub fn unlock(self, user: UserId, password: &Password) -> Result<UnlockedBackup, StoreError> {
        let master = self.keys.unlock(user, password).map_err(of_backup)?;
        self.open_with(master)
    }

    /// Opens it with the recovery key.
    ///
    /// # Errors
    /// As [`Backup::unlock`].
    pub fn recover(self, recovery: &RecoveryKey) -> Result<UnlockedBackup, StoreError> {
        let master = self.keys.recover(recovery).map_err(of_backup)?;
        self.open_with(master)
    }

    /// Opens it with the master key: tests, and a program that has the vault open.
    ///
    /// # Errors
    /// [`StoreError::BackupDamaged`] where this is not its master key.
    pub fn unlock_by_key(self, master: &MasterKey) -> Result<UnlockedBackup, StoreError> {
        self.keys.check(master).map_err(of_backup)?;
        self.open_with(master.clone())
    }

    fn open_with(self, master: MasterKey) -> Result<UnlockedBackup, StoreError> {
        self.list.check(&master)?;
        Ok(UnlockedBackup { backup: self, master })
    }
}

impl UnlockedBackup {
    /// Checks all of it: every file against the list, every page, every entry of the journal, and the tables against
    /// the journal.
    ///
    /// # Errors
    /// [`StoreError::BackupDamaged`] with the part that is not what was written.
    pub fn check(&self) -> Result<BackupReport, StoreError> {
        let list = &self.backup.list;
        let database = examine(&self.backup.path, list, &self.master)?;
        // An older format is compared after it was brought to this one: by the restored vault itself.
        let is_of_today = list.facts.schema_version == migrate::newest(migrate::STEPS);
        let unlike_journal =
            if is_of_today { tables_match_journal(&Read::new(&database)).map_err(of_backup)? } else { Vec::new() };
        let count = |table: &str| list.facts.counts.get(table).copied().unwrap_or(0);
        Ok(BackupReport {
            made_at: DateTime::from_timestamp_millis(list.made_at_ms),
            head: list.facts.head_of(device(&database).map_err(of_backup)?),
            n_entries: count("journal"),
            n_clients: count(Entity::Client.word()),
            n_media: list.media.len(),
            unlike_journal,
        })
    }

    /// Makes a vault from it in `into` and opens it for a window. The passwords are those of the backup.
    ///
    /// # Errors
    /// [`StoreError::NotEmpty`] where anything is in the folder; it is never overwritten.
    /// [`StoreError::BackupDamaged`] with the part that is not what was written, [`StoreError::Full`], and
    /// [`StoreError::VaultIsNewer`] where a newer program made it. Nothing is left in `into` then.
    pub fn restore(&self, into: &Path) -> Result<Vault, StoreError> {
        if !Folder::at(into).is_free()? {
            return Err(StoreError::NotEmpty);
        }
        let making = room_beside(into)?;
        let made = self.fill(&Folder::at(&making)).and_then(|()| put_in_place(&making, into));
        if let Err(problem) = made {
            // Best effort: what stays is removed by the next try.
            let _ = fs::remove_dir_all(&making);
            return Err(problem);
        }
        Vault::open_by_key(into, &self.master)
    }

    fn fill(&self, new: &Folder) -> Result<(), StoreError> {
        let Backup { path, list, key_bytes, .. } = &self.backup;
        restrict(new.path())?;
        let checked = examine(path, list, &self.master)?;
        migrate::copy_into(&checked, &new.database()).map_err(of_backup)?;
        let written = open::copy(&new.database(), &self.master.database_key())?;
        if Facts::of(&written)? != list.facts {
            return Err(StoreError::BackupDamaged(Part::Database));
        }
        fs::create_dir(new.media())?;
        self.copy_media(&MediaStore::at(new.media(), &self.master))?;
        replace_file(&new.keys(), key_bytes)
    }

    fn copy_media(&self, vault: &MediaStore) -> Result<(), StoreError> {
        let shelf = Shelf::of_backup(&self.backup.path);
        self.backup.list.media.iter().try_for_each(|line| {
            let bytes = fs::read(shelf.media_path(&line.sealed))?;
            if Sum::of_bytes(&bytes) != line.sealed {
                return Err(StoreError::BackupDamaged(Part::Media));
            }
            vault.put_sealed(&line.id, &bytes)
        })
    }
}

impl std::fmt::Debug for Backup {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Backup")
    }
}

impl std::fmt::Debug for UnlockedBackup {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("UnlockedBackup")
    }
}
