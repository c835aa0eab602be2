//! What became of each restore drill: whether the newest backup was opened where it lies and found whole.

use care::record::ClientId;
use chrono::{DateTime, Utc};
use rusqlite::params;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Entity, Place, Record};
use crate::sql::{Id, Instant};
use crate::{Read, StoreError};

/// One drill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RestoreDrill {
    /// Made when it was begun.
    pub id: Uuid,
    /// When it was begun.
    pub begun_at: DateTime<Utc>,
    /// The folder the backups are in.
    pub folder: String,
    /// What it has shown.
    pub outcome: DrillOutcome,
}

/// What a drill has shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum DrillOutcome {
    /// The backup was whole, and its journal is the beginning of the vault's.
    Good {
        /// When that backup was made.
        made_at: DateTime<Utc>,
        /// Entries of the journal in it.
        n_entries: u64,
        /// Clients in it.
        n_clients: u64,
        /// Documents and photos in it.
        n_media: u64,
    },
    /// It could not be restored from.
    Failed {
        /// Key of the sentence that says why.
        why: String,
    },
}

impl Record for RestoreDrill {
    const ENTITY: Entity = Entity::RestoreDrill;

    fn id(&self) -> Uuid {
        self.id
    }

    fn client(&self) -> Option<ClientId> {
        None
    }

    fn upsert(&self, place: &Place<'_>) -> Result<(), StoreError> {
        let is_good = match self.outcome {
            DrillOutcome::Good { .. } => true,
            DrillOutcome::Failed { .. } => false,
        };
        place.run(
            "INSERT INTO restore_drill (id, version, begun_at_ms, is_good, body) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![Id(self.id), place.version, Instant(self.begun_at), is_good, place.body],
        )
    }
}

impl Read<'_> {
    /// The newest drill.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where it cannot be read.
    pub fn newest_drill(&self) -> Result<Option<RestoreDrill>, StoreError> {
        let sql = "SELECT version, body FROM restore_drill ORDER BY begun_at_ms DESC, id DESC LIMIT 1";
        Ok(self.maybe(sql, [])?.map(|stored| stored.record))
    }
}
