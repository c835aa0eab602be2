//! The restore drill: the newest backup is opened where it lies, read whole, and held against the vault it came from.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::examine::{examine, of_backup};
use super::manifest::Manifest;
use super::place::Shelf;
use crate::keys::KeyFile;
use crate::{BackupJob, Entity, Part, Read, StoreError, migrate, open, tables_match_journal};

/// What a drill has shown of a backup that is whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrillReport {
    /// Where it is.
    pub path: PathBuf,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// Entries of the journal in it.
    pub n_entries: u64,
    /// Clients in it.
    pub n_clients: u64,
    /// Media files in it.
    pub n_media: usize,
}

impl BackupJob {
    /// Opens the newest backup of this vault in `folder` and reads all of it: every file against the list, every page,
    /// the counts, the journal to its head, the tables against the journal, and the head against the vault's own
    /// journal. On connections of its own; nothing is written. Takes its time; call it where nobody waits.
    ///
    /// # Errors
    /// [`StoreError::NoBackupFolder`], [`StoreError::NotABackup`], [`StoreError::Busy`] while a backup is being made,
    /// and [`StoreError::BackupDamaged`] with the part that is not what was written.
    pub fn drill(&self, folder: &Path) -> Result<DrillReport, StoreError> {
        let _turn = self.folder().claim_backup()?;
        let keys = KeyFile::parse(&fs::read(self.folder().keys())?)?;
        keys.check(self.master())?;
        if !folder.is_dir() {
            return Err(StoreError::NoBackupFolder);
        }
        let shelf = Shelf::there(folder, keys.vault());
        let path = shelf.backups()?.pop().ok_or(StoreError::NotABackup)?;
        let list = Manifest::read(&path)?;
        list.check(self.master())?;
        let copy = examine(&path, &list, self.master())?;
        let is_of_today = list.facts.schema_version == migrate::newest(migrate::STEPS);
        if is_of_today && !tables_match_journal(&Read::new(&copy)).map_err(of_backup)?.is_empty() {
            return Err(StoreError::BackupDamaged(Part::Record));
        }
        let vault = open::maintenance(&self.folder().database(), &self.master().database_key())?;
        if !list.facts.lead_back_to(&vault)? {
            return Err(StoreError::BackupDamaged(Part::Journal));
        }
        let count = |table: &str| list.facts.counts.get(table).copied().unwrap_or(0);
        Ok(DrillReport {
            path,
            made_at: DateTime::from_timestamp_millis(list.made_at_ms).unwrap_or_default(),
            n_entries: count("journal"),
            n_clients: count(Entity::Client.word()),
            n_media: list.media.len(),
        })
    }
}
