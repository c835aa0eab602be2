//! Backups: a folder, on or off this machine, from which the whole vault comes back.
//!
//! A backup is a copy of the database under the vault's own key, the key file, and a list of everything with its
//! hashes that only a holder of the master key can write. Media files lie beside the backups, named by the hash of
//! their sealed bytes, so that each is copied once. A backup gets its name after it was opened, read whole and found
//! equal to the vault; what has no name yet is no backup. Nothing in here ever changes a backup that is there.
//!
//! ```text
//! <folder>/needlepoint-<vault id>/media/ab/<SHA-256 of the sealed bytes>
//!                                 2026-03-03T093000.000Z/manifest.json, vault.db, vault.keys
//! ```

mod drill;
mod examine;
mod facts;
mod keep;
mod make;
mod manifest;
mod place;
mod restore;
mod sum;

pub use drill::DrillReport;
pub use make::{BackupJob, BackupMade};
pub use restore::{Backup, BackupOutside, BackupReport, UnlockedBackup};

#[cfg(test)]
pub(crate) use make::Step;
#[cfg(test)]
pub(crate) use manifest::forge;
