//! What became of each backup: how old the newest good one is, and why the last one failed.

use care::record::ClientId;
use chrono::{DateTime, Utc};
use rusqlite::params;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Entity, Place, Record};
use crate::sql::{Id, Instant};
use crate::{Read, StoreError};

/// One try to make a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BackupRun {
    /// Made when it was begun.
    pub id: Uuid,
    /// When it was begun.
    pub begun_at: DateTime<Utc>,
    /// The folder it was to go into.
    pub folder: String,
    /// What became of it.
    pub outcome: BackupOutcome,
}

/// What became of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BackupOutcome {
    /// It was opened again and found equal to the vault.
    Good {
        /// Number of the newest entry in it.
        head_seq: u64,
        /// Media files in it.
        n_media: u64,
        /// Size of its database.
        n_database_bytes: u64,
    },
    /// There is none.
    Failed {
        /// Key of the sentence that says why.
        why: String,
    },
}

impl BackupRun {
    fn is_good(&self) -> bool {
        match self.outcome {
            BackupOutcome::Good { .. } => true,
            BackupOutcome::Failed { .. } => false,
        }
    }
}

impl Record for BackupRun {
    const ENTITY: Entity = Entity::BackupRun;

    fn id(&self) -> Uuid {
        self.id
    }

    fn client(&self) -> Option<ClientId> {
        None
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        place.run(
            "INSERT INTO backup_run (id, version, begun_at_ms, is_good, body) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![Id(self.id), place.version, Instant(self.begun_at), self.is_good(), place.body],
        )
    }
}

impl Read<'_> {
    /// The newest try to make a backup.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where it cannot be read.
    pub fn newest_backup(&self) -> Result<Option<BackupRun>, StoreError> {
        let sql = "SELECT version, body FROM backup_run ORDER BY begun_at_ms DESC, id DESC LIMIT 1";
        Ok(self.maybe(sql, [])?.map(|stored| stored.record))
    }

    /// The newest backup that is good.
    ///
    /// # Errors
    /// As [`Read::newest_backup`].
    pub fn newest_good_backup(&self) -> Result<Option<BackupRun>, StoreError> {
        let sql = "SELECT version, body FROM backup_run WHERE is_good = 1 ORDER BY begun_at_ms DESC, id DESC LIMIT 1";
        Ok(self.maybe(sql, [])?.map(|stored| stored.record))
    }
}
