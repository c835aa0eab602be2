//! The trial restore: a backup is opened from its copy, read whole and compared with its list.

use std::path::Path;

use rusqlite::Connection;

use super::facts::{Facts, media_ids};
use super::manifest::Manifest;
use super::place::{Shelf, check_file};
use crate::folder::Folder;
use crate::keys::MasterKey;
use crate::{Part, Read, StoreError, migrate, open, verify};

/// Checks the backup in `folder` against its list, every byte of it; `list` is authentic already. Gives the open
/// database, so that what was checked is what is read on.
///
/// # Errors
/// [`StoreError::BackupDamaged`] with the part that is not what was written.
pub(super) fn examine(folder: &Path, list: &Manifest, master: &MasterKey) -> Result<Connection, StoreError> {
    let files = Folder::at(folder);
    check_file(&files.keys(), &list.keys, Part::Keys)?;
    check_file(&files.database(), &list.database, Part::Database)?;
    let database = open::copy(&files.database(), &master.database_key()).map_err(of_backup)?;
    let again = || open::copy(&files.database(), &master.database_key());
    check_database(&Read::with_again(&database, &again), list).map_err(of_backup)?;
    check_media(&Shelf::of_backup(folder), list)?;
    Ok(database)
}

/// What is damage in a vault is damage of the backup here.
pub(super) fn of_backup(problem: StoreError) -> StoreError {
    if let StoreError::Damaged(part) = problem { StoreError::BackupDamaged(part) } else { problem }
}

fn check_database(read: &Read<'_>, list: &Manifest) -> Result<(), StoreError> {
    let database = read.connection();
    let at = migrate::version(database)?;
    if at != list.facts.schema_version {
        return Err(StoreError::Damaged(Part::Database));
    }
    if !open::has_schema_of(database, &migrate::blank_at(at)?)? || !open::pages_are_whole(database)? {
        return Err(StoreError::Damaged(Part::Database));
    }
    if Facts::of(database)? != list.facts {
        return Err(StoreError::Damaged(Part::Database));
    }
    let report = verify(read)?;
    let ends_match = report.heads.iter().all(|(device, head)| list.facts.head_of(*device) == *head);
    if report.damage.is_some() || !ends_match {
        return Err(StoreError::Damaged(Part::Journal));
    }
    let listed = list.media.iter().map(|line| line.id);
    if media_ids(database)?.into_iter().eq(listed) { Ok(()) } else { Err(StoreError::Damaged(Part::Media)) }
}

fn check_media(shelf: &Shelf, list: &Manifest) -> Result<(), StoreError> {
    list.media.iter().try_for_each(|line| check_file(&shelf.media_path(&line.sealed), &line.sealed, Part::Media))
}
