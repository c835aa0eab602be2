//! A new master key for the clinic, after somebody who could open the vault was removed.
//!
//! It is owed in the key file and paid at the next opening, before anything else has the database open: a copy under
//! the new key is made beside and checked, then one rename of the key file decides. Before it the old file and the
//! old key are the vault, after it the new ones; a power cut between leaves one of the two, whole.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::durable::{private_file, sync_folder_of};
use crate::folder::Folder;
use crate::keys::{KeyFile, MasterKey, take_turn};
use crate::media::MediaStore;
use crate::sql::Count;
use crate::{Part, StoreError, migrate, open, seal_key};

/// Whether the clinic's key was changed at this opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renewal {
    /// Nobody was removed since the last change.
    NotDue,
    /// It was changed: what a removed user once held opens nothing that is written from now on.
    Done,
    /// It is still to be changed: another program has the vault open, or the disk has no room for a copy.
    StillDue,
}

/// Finishes what a power cut interrupted, and changes the clinic's key if it is due. Only for who is alone.
///
/// # Errors
/// What the disk says once the new key is in force. A copy that cannot be made is no error: it stays due.
pub(crate) fn settle(folder: &Folder, master: MasterKey) -> Result<(MasterKey, Renewal), StoreError> {
    let _turn = take_turn(&folder.tries())?;
    finish_or_forget(folder, &master)?;
    let keys = KeyFile::read(&folder.keys())?;
    if !keys.is_renewal_due() {
        return Ok((master, Renewal::NotDue));
    }
    keys.check(&master)?;
    let renewed = MasterKey::generate()?;
    let prepared = copy_under(folder, &master, &renewed).and_then(|()| keys.renewed(&renewed));
    let Ok(mut keys) = prepared else {
        // The clinic must be able to work on a full disk; the next opening tries again.
        remove_database(&folder.next_database())?;
        return Ok((master, Renewal::StillDue));
    };
    // From here on the new key is in force.
    keys.save(&folder.keys(), &renewed)?;
    put_in_place(folder)?;
    Ok((renewed, Renewal::Done))
}

/// Finishes a change that a power cut interrupted after the new key came into force, for who is not alone. Nobody can
/// have the database open then: the new key does not open the old one, and the new one has not got its name yet. A
/// copy that never came into force is left to who is alone.
///
/// # Errors
/// What the disk says.
pub(crate) fn finish_beside(folder: &Folder, master: &MasterKey) -> Result<(), StoreError> {
    if !folder.next_database().exists() {
        return Ok(());
    }
    let _turn = take_turn(&folder.tries())?;
    // Another terminal may have finished it while this one waited for its turn.
    if !folder.next_database().exists() {
        return Ok(());
    }
    match open::maintenance(&folder.next_database(), &master.database_key()).map(close) {
        Ok(closed) => closed.and_then(|()| put_in_place(folder)),
        Err(StoreError::Damaged(Part::Database)) => Ok(()),
        Err(problem) => Err(problem),
    }
}

/// Whether the clinic's key is to be changed, for who may not do it now.
pub(crate) fn state(folder: &Folder) -> Result<Renewal, StoreError> {
    let is_due = KeyFile::read(&folder.keys())?.is_renewal_due();
    Ok(if is_due { Renewal::StillDue } else { Renewal::NotDue })
}

/// Removes what the old key still opens, after the first good opening with the new one.
pub(crate) fn forget_old(folder: &Folder) -> Result<(), StoreError> {
    if !folder.old_database().exists() {
        return Ok(());
    }
    remove_database(&folder.old_database())?;
    match fs::remove_dir_all(folder.before_migration()) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        Ok(()) | Err(_) => sync_folder_of(&folder.database()),
    }
}

/// A copy that stands beside is in force if the clinic's key opens it; otherwise it was never finished.
fn finish_or_forget(folder: &Folder, master: &MasterKey) -> Result<(), StoreError> {
    let next = folder.next_database();
    if !next.exists() {
        return Ok(());
    }
    match open::maintenance(&next, &master.database_key()).map(close) {
        Ok(closed) => closed.and_then(|()| put_in_place(folder)),
        Err(StoreError::Damaged(Part::Database)) => remove_database(&next),
        Err(problem) => Err(problem),
    }
}

fn copy_under(folder: &Folder, old: &MasterKey, new: &MasterKey) -> Result<(), StoreError> {
    let (path, next) = (folder.database(), folder.next_database());
    let source = open::maintenance(&path, &old.database_key())?;
    migrate::migrate(&source, migrate::STEPS, &folder.before_migration())?;
    export(&source, &next, new)?;
    let copy = open::maintenance(&next, &new.database_key())?;
    let (under_old, under_new) = (MediaStore::at(folder.media(), old), MediaStore::at(folder.media(), new));
    under_old.rewrap_all(&under_new, &copy)?;
    seal_key::rewrap(&copy, old, new)?;
    check(&source, &copy)?;
    close(copy)?;
    fs::OpenOptions::new().write(true).open(&next)?.sync_all()?;
    close(source)
}

fn export(source: &Connection, next: &Path, new: &MasterKey) -> Result<(), StoreError> {
    let target = next.to_str().ok_or(StoreError::Io(ErrorKind::InvalidFilename))?;
    let key = new.database_key();
    // The connection may not make files; an empty one is a database without tables.
    private_file().create_new(true).open(next)?;
    source.execute("ATTACH DATABASE ?1 AS next KEY ?2", (target, key.as_sqlcipher().as_str()))?;
    source.query_row("SELECT sqlcipher_export('next')", [], |_| Ok(()))?;
    // The export takes the tables along, not the marks in the header.
    let format = migrate::version(source)?;
    source.pragma_update(Some("next"), "user_version", format)?;
    source.pragma_update(Some("next"), "application_id", open::APPLICATION_ID)?;
    source.execute_batch("DETACH DATABASE next")?;
    Ok(())
}

/// The copy is sound on every page and holds as many rows as the original, up to the same entry of the journal.
fn check(source: &Connection, copy: &Connection) -> Result<(), StoreError> {
    let damaged = StoreError::Damaged(Part::Database);
    copy.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    let mut pages = copy.prepare("PRAGMA cipher_integrity_check")?;
    if pages.query([])?.next()?.is_some() {
        return Err(damaged);
    }
    let verdict: String = copy.query_row("PRAGMA quick_check", [], |row| row.get(0))?;
    let is_whole = verdict == "ok" && contents(source)? == contents(copy)?;
    if is_whole { Ok(()) } else { Err(damaged) }
}

/// What a copy must hold as the original does.
#[derive(PartialEq, Eq)]
struct Contents {
    /// Every part of the schema; a table with the number of its rows.
    parts: Vec<(String, u64)>,
    /// The newest hash of the journal.
    head: Option<Vec<u8>>,
}

fn contents(connection: &Connection) -> Result<Contents, StoreError> {
    let mut schema = connection.prepare("SELECT type, name FROM sqlite_schema ORDER BY type, name")?;
    let mut rows = schema.query([])?;
    let mut parts = Vec::new();
    while let Some(row) = rows.next()? {
        let (kind, name): (String, String) = (row.get(0)?, row.get(1)?);
        let n_rows = if kind == "table" { count(connection, &name)? } else { 0 };
        parts.push((name, n_rows));
    }
    let newest = "SELECT max(hash) FROM journal WHERE row = (SELECT max(row) FROM journal)";
    Ok(Contents { parts, head: connection.query_row(newest, [], |row| row.get(0))? })
}

fn count(connection: &Connection, table: &str) -> Result<u64, StoreError> {
    let quoted = table.replace('"', "\"\"");
    let Count(n_rows) = connection.query_row(&format!("SELECT count(*) FROM \"{quoted}\""), [], |row| row.get(0))?;
    Ok(n_rows)
}

fn put_in_place(folder: &Folder) -> Result<(), StoreError> {
    let (database, next) = (folder.database(), folder.next_database());
    if database.exists() {
        // Closed and checkpointed before the key file was renamed, so nothing of it is in a log beside.
        remove_beside(&database)?;
        fs::rename(&database, folder.old_database())?;
    }
    remove_beside(&next)?;
    fs::rename(&next, &database)?;
    sync_folder_of(&database)
}

/// Closes the last connection to a file, which brings its log back into it.
fn close(connection: Connection) -> Result<(), StoreError> {
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    connection.close().map_err(|(_, error)| error.into())
}

fn remove_database(path: &Path) -> Result<(), StoreError> {
    remove_if_there(path)?;
    remove_beside(path)
}

/// The log and the shared memory of a database.
fn remove_beside(database: &Path) -> Result<(), StoreError> {
    ["-wal", "-shm"].iter().try_for_each(|ending| {
        let mut beside = database.as_os_str().to_owned();
        beside.push(ending);
        remove_if_there(&PathBuf::from(beside))
    })
}

fn remove_if_there(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        Ok(()) | Err(_) => Ok(()),
    }
}
