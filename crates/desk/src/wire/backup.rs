//! Backups: how they stand, making one, checking one, getting the vault back from one.

use care::record::UserId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::UserRow;

/// How the backups of the clinic stand.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BackupView {
    /// The folder the clinic has chosen.
    pub folder: Option<String>,
    /// Whether somebody has to do something.
    pub standing: BackupStanding,
    /// When the newest good one was begun, in UTC.
    pub last_good_at: Option<String>,
    /// How it stands and what to do, as one or two sentences.
    pub words: String,
    /// Whether the newest backup was proved to be one that can be restored from.
    pub drill: DrillView,
}

/// How the weekly proof of the backups stands.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DrillView {
    /// Whether somebody has to do something.
    pub standing: DrillStanding,
    /// When the last one was, in UTC.
    pub at: Option<String>,
    /// What it has shown, as one or two sentences.
    pub words: String,
}

/// Whether somebody has to do something about the proof of the backups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DrillStanding {
    /// There was none yet.
    None,
    /// The last one was good.
    Good,
    /// The last one failed, and no good one came after it.
    Failed,
}

/// Whether somebody has to do something about the backups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupStanding {
    /// There is none.
    None,
    /// There is one, and it is young enough or nothing has changed since.
    Good,
    /// There is one, and too much has changed since.
    Old,
    /// The last try failed.
    Failed,
}

/// Makes a backup now.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BackupMakeRequest {
    /// Where to.
    pub to: BackupTo,
}

/// Where a backup goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BackupTo {
    /// Into the folder the clinic has chosen.
    Clinic,
    /// Into a folder the person names now.
    Chosen,
}

/// A backup that was made and tried.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BackupMadeView {
    /// Where it is.
    pub path: String,
    /// Number of the newest entry in it.
    pub head_seq: u32,
    /// First 16 digits of that entry's hash.
    pub head_hash: String,
    /// Documents and photos in it.
    pub n_media: u32,
    /// How many of them were not there before.
    pub n_new_media: u32,
    /// Older backups that were taken away.
    pub n_forgotten: u32,
    /// The same as sentences.
    pub words: String,
}

/// A backup that lies in a folder, before anybody has given a password for it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FoundBackupView {
    /// Where it is.
    pub path: String,
    /// Whose passwords open it.
    pub users: Vec<UserRow>,
    /// When it was made, in UTC, as it says itself.
    pub made_at: Option<String>,
    /// Clients in it, as it says itself.
    pub n_clients: u32,
    /// Visits in it, as it says itself.
    pub n_visits: u32,
    /// Documents and photos in it, as it says itself.
    pub n_media: u32,
    /// Where the damaged vault that is in the way would be kept; `None` where nothing is in the way.
    pub set_aside_as: Option<String>,
}

/// Makes the vault from the backup that was found.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RestoreRequest {
    /// What opens it.
    pub secret: BackupSecret,
    /// What is to become of a vault that is in the way.
    pub in_the_way: InTheWay,
}

/// What is to become of a vault that is in the way of a restore. It is never overwritten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum InTheWay {
    /// Then nothing is restored.
    Refuse,
    /// It is kept beside under a name with the day, if this desk has found it damaged.
    SetAside,
}

/// What opens a backup.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum BackupSecret {
    /// A password, as it was when the backup was made.
    Password {
        /// Whose.
        user: UserId,
        /// The password.
        password: String,
    },
    /// The recovery key, in any grouping.
    RecoveryKey {
        /// The key.
        recovery_key: String,
    },
}

/// What checking a whole backup or a whole vault has shown.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CheckView {
    /// Nothing is damaged.
    pub is_whole: bool,
    /// Entries of the journal that are whole.
    pub n_entries: u32,
    /// Documents and photos.
    pub n_media: u32,
    /// Number of the newest entry.
    pub head_seq: u32,
    /// First 16 digits of that entry's hash.
    pub head_hash: String,
    /// When a backup was made, in UTC.
    pub made_at: Option<String>,
    /// Of which clinic a backup is.
    pub clinic_name: Option<String>,
    /// The same as sentences, with where the damage is.
    pub words: String,
}
