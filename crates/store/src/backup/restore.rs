//! Looking at a backup, checking it, and making a vault from it.
//!
//! Everything is checked before anything is copied, and what is copied is written anew by this program: no file of a
//! backup ever becomes a file of a vault as it is. The backup itself is only read.

use std::fs;
use std::path::{Path, PathBuf};

use care::record::{Erasure, UserId};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::examine::{examine, of_backup};
use super::facts::{Facts, device};
use super::manifest::Manifest;
use super::place::{Shelf, check_file, find};
use super::sum::Sum;
use crate::aside::{free_name, set_aside};
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
    /// The clinic it is of; `None` where that record cannot be read.
    pub clinic_name: Option<String>,
    /// Media files, all of them whole.
    pub n_media: usize,
    /// Records whose tables do not say what the journal says; a rebuild mends them.
    pub unlike_journal: Vec<Entity>,
}

/// What a backup says of itself before anybody has given a password for it: numbers, and no name of anybody's but
/// those of the people who can open it. Its list is plain text; who wrote it is not known yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupOutside {
    /// When it was made.
    pub made_at: Option<DateTime<Utc>>,
    /// Clients in it.
    pub n_clients: u64,
    /// Visits in it.
    pub n_visits: u64,
    /// Entries of the journal.
    pub n_entries: u64,
    /// Documents and photos.
    pub n_media: usize,
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

    /// Which secret of a computer a user's password asks for in this backup.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for a user without a slot.
    pub fn device_secret_of(&self, user: UserId) -> Result<Option<Uuid>, StoreError> {
        self.keys.device_of(user)
    }

    /// What it says of itself.
    #[must_use]
    pub fn outside(&self) -> BackupOutside {
        let count = |table: &str| self.list.facts.counts.get(table).copied().unwrap_or(0);
        BackupOutside {
            made_at: DateTime::from_timestamp_millis(self.list.made_at_ms),
            n_clients: count(Entity::Client.word()),
            n_visits: count(Entity::Visit.word()),
            n_entries: count("journal"),
            n_media: self.list.media.len(),
        }
    }

    /// Opens it with the password a user had when it was made. No try is counted: the disk of a backup is protected
    /// by what each try costs.
    ///
    /// # Errors
    /// [`StoreError::WrongPassword`], [`StoreError::DeviceSecretMissing`], [`StoreError::NotFound`] for a user without a slot, and
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
        let BackupOutside { made_at, n_clients, n_entries, n_media, .. } = self.backup.outside();
        Ok(BackupReport {
            made_at,
            head: list.facts.head_of(device(&database).map_err(of_backup)?),
            n_entries,
            n_clients,
            clinic_name: Read::new(&database).clinic().ok().map(|clinic| clinic.record.name),
            n_media,
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
        self.make(into, |making| put_in_place(making, into))?;
        Vault::open_by_key(into, &self.master)
    }

    /// What was erased since this backup was made, as the backups beside it say that were made later under the same key:
    /// the newest that can be read says it for all of them. Somebody who restores does it again, because what a client
    /// was promised to be gone must not come back with an older backup.
    ///
    /// # Errors
    /// What the disk says. A backup that is damaged or of another key is passed over.
    pub fn erased_since(&self) -> Result<Vec<Erasure>, StoreError> {
        for path in Shelf::of_backup(&self.backup.path).backups()?.into_iter().rev() {
            let Ok(list) = Manifest::read(&path).and_then(|list| list.check(&self.master).map(|()| list)) else {
                continue;
            };
            if list.made_at_ms <= self.backup.list.made_at_ms {
                continue;
            }
            let copied = open::copy(&Folder::at(&path).database(), &self.master.database_key());
            if let Ok(erasures) = copied.and_then(|database| Read::new(&database).erasures()) {
                return Ok(erasures);
            }
        }
        Ok(Vec::new())
    }

    /// As [`UnlockedBackup::restore`], where a damaged vault is in the way: that is kept beside under a name with the
    /// day, whole as it is, once the backup was read to its end. Gives the vault and where the damaged one is now;
    /// `None` where there was nothing in the way.
    ///
    /// # Errors
    /// As [`UnlockedBackup::restore`]; [`StoreError::AlreadyOpen`] while anybody has the damaged vault open;
    /// [`StoreError::OtherVault`] where its key file can be read and is another clinic's. It stays where it is then.
    pub fn restore_setting_aside(&self, into: &Path, on: NaiveDate) -> Result<(Vault, Option<PathBuf>), StoreError> {
        if Folder::at(into).is_free()? {
            return Ok((self.restore(into)?, None));
        }
        match KeyFile::read(&Folder::at(into).keys()) {
            Ok(keys) if keys.vault() != self.backup.list.vault => return Err(StoreError::OtherVault),
            Ok(_) | Err(_) => {}
        }
        let aside = free_name(into, on);
        self.make(into, |making| {
            set_aside(into, &aside)?;
            // Where the new one cannot get its name, the damaged one gets it back.
            put_in_place(making, into).inspect_err(|_| drop(fs::rename(&aside, into)))
        })?;
        Ok((Vault::open_by_key(into, &self.master)?, Some(aside)))
    }

    /// Makes the vault's folder beside `into`; `place` gives it its name.
    fn make(&self, into: &Path, place: impl FnOnce(&Path) -> Result<(), StoreError>) -> Result<(), StoreError> {
        let making = room_beside(into)?;
        let made = self.fill(&Folder::at(&making)).and_then(|()| place(&making));
        if made.is_err() {
            // Best effort: what stays is removed by the next try.
            let _ = fs::remove_dir_all(&making);
        }
        made
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
