//! Making a backup: copy, write the list, try it, give it its name, forget the old ones.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use uuid::Uuid;

use super::examine::examine;
use super::facts::{Facts, device, media_ids};
use super::manifest::{Contents, Manifest, MediaLine};
use super::place::Shelf;
use super::sum::Sum;
use crate::durable::replace_file;
use crate::folder::{Claim, Folder};
use crate::keys::{KeyFile, MasterKey};
use crate::media::MediaStore;
use crate::{Head, Part, Stamp, StoreError, Vault, Write, migrate, open};

/// A backup that can be made. It keeps its own key and its own connection: a lock of the screen meanwhile does not
/// end it, and nobody who writes waits for it.
pub struct BackupJob {
    folder: Folder,
    master: MasterKey,
    /// While a backup is made no other process sweeps media files. `None` within an opening, which holds it already.
    _claim: Option<Claim>,
}

/// A backup that was made, opened again and found equal to the vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupMade {
    /// Where it is.
    pub path: PathBuf,
    /// The end of this computer's journal in it.
    pub head: Head,
    /// Media files it holds.
    pub n_media: usize,
    /// How many of them were not there before.
    pub n_new_media: usize,
    /// Size of its database.
    pub n_database_bytes: u64,
    /// Older backups that were taken away.
    pub n_forgotten: usize,
}

/// The steps of a backup, in their order. Tests stop between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    DatabaseCopied,
    MediaCopied,
    KeysCopied,
    ListWritten,
    Tried,
    InPlace,
    OldForgotten,
}

impl Vault {
    /// A backup of this vault that can be made, now or after the vault is closed.
    ///
    /// # Errors
    /// What the folder of the vault says.
    pub fn backup_job(&self) -> Result<BackupJob, StoreError> {
        Ok(BackupJob {
            folder: self.folder.clone(),
            master: self.master.clone(),
            _claim: Some(self.folder.claim_beside()?),
        })
    }
}

impl BackupJob {
    /// A backup within the opening of a vault, which has claimed the folder.
    pub(crate) fn within_opening(folder: &Folder, master: &MasterKey) -> Self {
        Self { folder: folder.clone(), master: master.clone(), _claim: None }
    }

    /// Makes a backup in the folder `to`. When this returns, it was opened from there with the vault's key, every
    /// page, count and hash was compared, and the journal was followed to its end. Takes its time; call it where
    /// nobody waits.
    ///
    /// # Errors
    /// [`StoreError::NoBackupFolder`], [`StoreError::BackupInsideVault`], [`StoreError::Busy`] while another one is
    /// being made, [`StoreError::Full`]; [`StoreError::Damaged`] where the vault is, [`StoreError::BackupDamaged`]
    /// where the copy is not what was written. The backups before it are untouched then.
    pub fn run(&self, to: &Path, at: DateTime<Utc>) -> Result<BackupMade, StoreError> {
        self.run_through(to, at, &mut |_| Ok(()))
    }

    /// The folder of the vault.
    pub(super) fn folder(&self) -> &Folder {
        &self.folder
    }

    /// The key of the vault.
    pub(super) fn master(&self) -> &MasterKey {
        &self.master
    }

    /// Writes into the vault beside whoever has it open: what became of the backup, after the screen was locked too.
    ///
    /// # Errors
    /// As [`Vault::open_beside_by_key`] and [`Vault::write`].
    pub fn write<T>(
        &self,
        stamp: &Stamp,
        write: impl FnOnce(&mut Write<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let vault = Vault::open_beside_by_key(self.folder.path(), &self.master)?;
        vault.write(stamp, write).map(|(value, _)| value)
    }

    /// As [`BackupJob::run`], with a look in after every step.
    pub(crate) fn run_through(
        &self,
        to: &Path,
        at: DateTime<Utc>,
        after: &mut dyn FnMut(Step) -> Result<(), StoreError>,
    ) -> Result<BackupMade, StoreError> {
        let _turn = self.folder.claim_backup()?;
        let keys = fs::read(self.folder.keys())?;
        let key_file = KeyFile::parse(&keys)?;
        key_file.check(&self.master)?;
        let shelf = Shelf::in_folder(to, &self.folder, key_file.vault())?;
        let making = shelf.make_room()?;
        let filled = self.fill(&shelf, &making, &keys, key_file.vault(), at, after);
        let named = filled.and_then(|made| Ok(BackupMade { path: shelf.put_in_place(&making, at)?, ..made }));
        let made = match named {
            Ok(made) => made,
            Err(problem) => {
                // Best effort: what stays has no name and is removed by the next run.
                let _ = fs::remove_dir_all(&making);
                return Err(problem);
            }
        };
        after(Step::InPlace)?;
        let n_forgotten = shelf.forget_old(&made.path, &self.master)?;
        after(Step::OldForgotten)?;
        Ok(BackupMade { n_forgotten, ..made })
    }

    fn fill(
        &self,
        shelf: &Shelf,
        making: &Path,
        keys: &[u8],
        vault: Uuid,
        at: DateTime<Utc>,
        after: &mut dyn FnMut(Step) -> Result<(), StoreError>,
    ) -> Result<BackupMade, StoreError> {
        let copied = Folder::at(making);
        let facts = self.copy_database(&copied.database())?;
        after(Step::DatabaseCopied)?;
        let database = open::copy(&copied.database(), &self.master.database_key())?;
        let (media, n_new_media) = self.copy_media(shelf, &database)?;
        after(Step::MediaCopied)?;
        replace_file(&copied.keys(), keys)?;
        after(Step::KeysCopied)?;
        let sum = Sum::of_file(&copied.database())?.ok_or(StoreError::BackupDamaged(Part::Database))?;
        let (n_media, head) = (media.len(), facts.head_of(device(&database)?));
        let keys = Sum::of_bytes(keys);
        let contents = Contents { vault, made_at_ms: at.timestamp_millis(), facts, database: sum, keys, media };
        Manifest::seal(contents, &self.master)?.save(making)?;
        after(Step::ListWritten)?;
        drop(database);
        self.try_out(making)?;
        after(Step::Tried)?;
        let n_database_bytes = sum.n_bytes;
        Ok(BackupMade { path: making.to_owned(), head, n_media, n_new_media, n_database_bytes, n_forgotten: 0 })
    }

    /// Copies the database as it is at one moment, sealed under the same key, and counts what is in the copy.
    fn copy_database(&self, target: &Path) -> Result<Facts, StoreError> {
        let vault = open::maintenance(&self.folder.database(), &self.master.database_key())?;
        migrate::copy_into(&vault, target)?;
        let facts = Facts::of(&open::copy(target, &self.master.database_key())?)?;
        if facts.lead_back_to(&vault)? { Ok(facts) } else { Err(StoreError::Damaged(Part::Journal)) }
    }

    /// Puts every media file the copy names on the shelf, unless it is there, and lists them all.
    fn copy_media(&self, shelf: &Shelf, copy: &Connection) -> Result<(Vec<MediaLine>, usize), StoreError> {
        let vault = MediaStore::at(self.folder.media(), &self.master);
        let mut lines = Vec::new();
        let mut n_new = 0;
        for id in media_ids(copy)? {
            let there = Sum::of_file(&vault.path(&id))?.ok_or(StoreError::Damaged(Part::Media))?;
            if Sum::of_file(&shelf.media_path(&there))? != Some(there) {
                // What is rotten in the vault must never take the place of what was good once: it is opened first.
                let sealed = vault.sealed(copy, &id)?;
                if Sum::of_bytes(&sealed) != there {
                    return Err(StoreError::Damaged(Part::Media));
                }
                shelf.put_media(&sealed)?;
                n_new += 1;
            }
            lines.push(MediaLine { id, sealed: there });
        }
        Ok((lines, n_new))
    }

    /// Opens what lies on the disk now, as a restore would.
    fn try_out(&self, making: &Path) -> Result<(), StoreError> {
        let list = Manifest::read(making)?;
        list.check(&self.master)?;
        examine(making, &list, &self.master).map(|_| ())
    }
}

impl std::fmt::Debug for BackupJob {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("BackupJob")
    }
}
