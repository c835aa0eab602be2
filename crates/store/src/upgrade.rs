//! A backup before the vault is brought to a newer format, into the folder the clinic has chosen, made and tried like any
//! other. A stick that is away keeps nobody from the records: a copy of the database stays beside the vault in any case
//! (see [`crate::migrate`]).

use std::path::PathBuf;

use chrono::{DateTime, Utc};
use rusqlite::OptionalExtension as _;
use serde_json::Value;

use crate::folder::Folder;
use crate::keys::MasterKey;
use crate::{BackupJob, BackupMade, StoreError, migrate, open};

/// What was done before the vault was brought to a newer format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upgrade {
    /// The format it had.
    pub from: u32,
    /// The folder the clinic has chosen for its backups.
    pub folder: PathBuf,
    /// What became of the backup.
    pub backup: Result<BackupMade, StoreError>,
}

/// Makes a backup if the vault has an older format and a folder for its backups. It is dated by the newest entry, because
/// that is the moment it holds, and the store reads no clock.
///
/// # Errors
/// [`StoreError::Damaged`] where the vault cannot be read; a backup that cannot be made is no error.
pub(crate) fn back_up_before(folder: &Folder, master: &MasterKey) -> Result<Option<Upgrade>, StoreError> {
    let vault = open::maintenance(&folder.database(), &master.database_key())?;
    let from = migrate::version(&vault)?;
    if from == 0 || from >= migrate::newest(migrate::STEPS) {
        return Ok(None);
    }
    let clinic = vault.query_row("SELECT body FROM clinic LIMIT 1", [], |row| row.get::<_, String>(0)).optional();
    // Before the clinic is put, or in a format before it had a table, nobody can have chosen a folder.
    let clinic: Value = clinic.ok().flatten().and_then(|body| serde_json::from_str(&body).ok()).unwrap_or_default();
    let Some(to) = clinic["backup_folder"].as_str().map(PathBuf::from) else { return Ok(None) };
    let newest_ms: i64 = vault.query_row("SELECT coalesce(max(at_ms), 0) FROM journal", [], |row| row.get(0))?;
    drop(vault);
    let at: DateTime<Utc> = DateTime::from_timestamp_millis(newest_ms).unwrap_or_default();
    let backup = BackupJob::within_opening(folder, master).run(&to, at);
    Ok(Some(Upgrade { from, folder: to, backup }))
}
