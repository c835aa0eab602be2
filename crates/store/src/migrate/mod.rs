//! Bringing a vault to this program's format: numbered SQL files, all or nothing.
//!
//! A migration takes nothing away that is not kept elsewhere, is never edited once it is merged, and uses nothing of
//! today's code.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::durable::sync_folder_of;
use crate::{Part, StoreError};

/// Every step, oldest first. The number of a step is its place in this list, from 1.
pub(crate) const STEPS: &[&str] = &[
    include_str!("0001_journal.sql"),
    include_str!("0002_record.sql"),
    include_str!("0003_final.sql"),
    include_str!("0004_search.sql"),
    include_str!("0005_draft.sql"),
    include_str!("0006_media.sql"),
    include_str!("0007_lists.sql"),
    include_str!("0008_protocol.sql"),
    include_str!("0009_slip.sql"),
    include_str!("0010_restricted.sql"),
    include_str!("0011_backup.sql"),
    include_str!("0012_media.sql"),
    include_str!("0013_photo.sql"),
    include_str!("0014_keeping.sql"),
    include_str!("0015_sealed_consent.sql"),
    include_str!("0016_wrong_client.sql"),
    include_str!("0017_second_factor.sql"),
    include_str!("0018_journal_bodies.sql"),
    include_str!("0019_seal_key.sql"),
    include_str!("0020_owed_copy.sql"),
];

/// Copies from before a migration that are kept.
const N_COPIES: usize = 3;

/// Brings the database to the newest of `steps`, and keeps an encrypted copy of it as it was before in `copies`.
///
/// # Errors
/// [`StoreError::VaultIsNewer`] where a newer program wrote it. Whatever fails, the vault stays as it was.
pub(crate) fn migrate(connection: &Connection, steps: &[&str], copies: &Path) -> Result<(), StoreError> {
    let at = version(connection)?;
    let newest = newest(steps);
    if at > newest {
        return Err(StoreError::VaultIsNewer { vault: at, program: newest });
    }
    if at == newest {
        return Ok(());
    }
    if at > 0 {
        keep_copy(connection, at, copies)?;
    }
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    // Another process may have done it while this one waited for its turn.
    let at = version(&transaction)?;
    for step in steps.iter().skip(usize::try_from(at).unwrap_or(usize::MAX)) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "user_version", newest)?;
    transaction.commit()?;
    Ok(())
}

/// The format of a database.
pub(crate) fn version(connection: &Connection) -> Result<u32, StoreError> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// The format these steps lead to.
pub(crate) fn newest(steps: &[&str]) -> u32 {
    u32::try_from(steps.len()).unwrap_or(u32::MAX)
}

fn keep_copy(connection: &Connection, at: u32, copies: &Path) -> Result<(), StoreError> {
    fs::create_dir_all(copies)?;
    let unfinished = copies.join("unfinished.db");
    match fs::remove_file(&unfinished) {
        Ok(()) => {}
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(error.into()),
    }
    copy_into(connection, &unfinished)?;
    let copy = copies.join(format!("format-{at:04}.db"));
    fs::rename(&unfinished, &copy)?;
    sync_folder_of(&copy)?;
    forget_old_copies(copies)
}

/// Writes the database as it is at this moment into a new file, sealed under the same key, and makes it durable.
pub(crate) fn copy_into(connection: &Connection, target: &Path) -> Result<(), StoreError> {
    let name = target.to_str().ok_or(StoreError::Io(std::io::ErrorKind::InvalidFilename))?;
    connection.execute("VACUUM INTO ?1", [name])?;
    fs::OpenOptions::new().write(true).open(target)?.sync_all()?;
    Ok(())
}

fn forget_old_copies(copies: &Path) -> Result<(), StoreError> {
    let mut kept: Vec<PathBuf> = fs::read_dir(copies)?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("format-")))
        .collect();
    kept.sort();
    let n_old = kept.len().saturating_sub(N_COPIES);
    for old in kept.iter().take(n_old) {
        fs::remove_file(old)?;
    }
    Ok(())
}

/// The schema of the newest format, in an empty database in memory.
pub(crate) fn blank() -> Result<Connection, StoreError> {
    blank_at(newest(STEPS))
}

/// The schema of a format, in an empty database in memory.
///
/// # Errors
/// [`StoreError::VaultIsNewer`] where this program does not know it.
pub(crate) fn blank_at(at: u32) -> Result<Connection, StoreError> {
    if at > newest(STEPS) {
        return Err(StoreError::VaultIsNewer { vault: at, program: newest(STEPS) });
    }
    let connection = Connection::open_in_memory()?;
    connection.execute_batch("PRAGMA recursive_triggers = ON; PRAGMA foreign_keys = ON;")?;
    for step in STEPS.iter().take(usize::try_from(at).unwrap_or(usize::MAX)) {
        connection.execute_batch(step).map_err(|_| StoreError::Damaged(Part::Database))?;
    }
    connection.pragma_update(None, "user_version", at)?;
    Ok(connection)
}
