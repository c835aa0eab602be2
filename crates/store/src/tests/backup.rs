//! Backups: whole and tried, or none; what comes back is what was there.

mod damage;
mod drill;
mod making;
mod restoring;

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Duration, Utc};
use tempfile::TempDir;

use super::practice::key;
use super::{Practice, a_client, stamp};
use crate::{Act, Backup, BackupMade, StoreError, UnlockedBackup};

/// A practice with a client and a document, and a folder for its backups.
struct Backed {
    practice: Practice,
    to: TempDir,
}

impl Backed {
    fn new() -> Self {
        let practice = Practice::new();
        practice.put(&a_client(10, "Marsh", "Ada"), Act::Create).unwrap();
        let backed = Self { practice, to: TempDir::new().unwrap() };
        backed.file(&[7; 90_000]);
        backed
    }

    /// Files a document.
    fn file(&self, bytes: &[u8]) {
        let stored = self.practice.vault.store_media(bytes).unwrap();
        self.practice.vault.write(&stamp(), |write| write.keep_media(&stored)).unwrap();
    }

    /// Makes a backup, so many hours after half past nine.
    fn back_up(&self, hours: i64) -> Result<BackupMade, StoreError> {
        self.practice.vault.backup_job().unwrap().run(self.to.path(), at(hours))
    }

    /// The newest backup, unlocked.
    fn newest(&self) -> UnlockedBackup {
        unlocked(self.to.path()).unwrap()
    }

    /// Every file below the backup folder but locks, with its bytes.
    fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        collect(self.to.path(), &mut files);
        files.sort();
        files
    }
}

fn at(hours: i64) -> DateTime<Utc> {
    stamp().at + Duration::hours(hours)
}

fn unlocked(path: &Path) -> Result<UnlockedBackup, StoreError> {
    Backup::find(path)?.unlock_by_key(&key())
}

fn collect(folder: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push((path.clone(), fs::read(&path).unwrap()));
        }
    }
}
