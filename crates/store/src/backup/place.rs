//! The folder backups are put into: one shelf for each vault, in it the backups and the media files they share.

use std::collections::HashSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::keep::kept;
use super::manifest::{self, Manifest};
use super::sum::Sum;
use crate::durable::{replace_file, sync_folder_of};
use crate::folder::Folder;
use crate::keys::MasterKey;
use crate::unlock::restrict;
use crate::{Part, StoreError};

/// Where a backup is made, and where one that is no longer wanted goes before it is removed: neither has a name a
/// backup could have, so nothing half is ever taken for one.
const UNFINISHED: &str = "unfinished";

/// The shelf of one vault in a backup folder.
pub(super) struct Shelf(PathBuf);

impl Shelf {
    /// The shelf of `vault` in `to`, made if it is not there.
    ///
    /// # Errors
    /// [`StoreError::NoBackupFolder`] where `to` is not there: a disk that is not plugged in must not be replaced by
    /// a folder of its name. [`StoreError::BackupInsideVault`] where it would be lost together with the vault.
    pub(super) fn in_folder(to: &Path, vault_folder: &Folder, vault: Uuid) -> Result<Self, StoreError> {
        let to = match to.canonicalize() {
            Ok(to) if to.is_dir() => to,
            Ok(_) => return Err(StoreError::NoBackupFolder),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                return Err(StoreError::NoBackupFolder);
            }
            Err(error) => return Err(error.into()),
        };
        if to.starts_with(vault_folder.path().canonicalize()?) {
            return Err(StoreError::BackupInsideVault);
        }
        let shelf = to.join(shelf_name(vault));
        if !shelf.exists() {
            fs::create_dir(&shelf)?;
            sync_folder_of(&shelf)?;
        }
        // Sticks and shares know no owner; what lies there is encrypted anyway.
        let _ = restrict(&shelf);
        Ok(Self(shelf))
    }

    /// The shelf of `vault` in `to`, whether it is there or not.
    pub(super) fn there(to: &Path, vault: Uuid) -> Self {
        Self(to.join(shelf_name(vault)))
    }

    /// The shelf a backup lies on.
    pub(super) fn of_backup(backup: &Path) -> Self {
        Self(backup.parent().unwrap_or(backup).to_owned())
    }

    /// An empty folder to make a backup in. What an earlier run left there was no backup.
    pub(super) fn make_room(&self) -> Result<PathBuf, StoreError> {
        let making = self.0.join(UNFINISHED);
        remove_folder(&making)?;
        fs::create_dir(&making)?;
        Ok(making)
    }

    /// Gives the backup in `making` its name: from here on it is one.
    pub(super) fn put_in_place(&self, making: &Path, at: DateTime<Utc>) -> Result<PathBuf, StoreError> {
        let name = at.format("%Y-%m-%dT%H%M%S%.3fZ").to_string();
        // The clock may have been put back to a moment that has a backup already.
        let mut path = self.0.join(&name);
        for n in 2_u32.. {
            if !path.exists() {
                break;
            }
            path = self.0.join(format!("{name}-{n}"));
        }
        // The names inside, then the name outside.
        sync_folder_of(&making.join(manifest::NAME))?;
        fs::rename(making, &path)?;
        sync_folder_of(&path)?;
        Ok(path)
    }

    /// Every backup on the shelf, newest name last.
    pub(super) fn backups(&self) -> Result<Vec<PathBuf>, StoreError> {
        let mut backups = children(&self.0)?;
        let is_named = |path: &PathBuf| path.file_name().is_some_and(|name| name != UNFINISHED);
        backups.retain(|path| is_named(path) && path.join(manifest::NAME).is_file());
        backups.sort();
        Ok(backups)
    }

    /// Where the sealed bytes with this hash lie: `media/ab/abcd…`.
    pub(super) fn media_path(&self, sealed: &Sum) -> PathBuf {
        let digits = sealed.digits();
        self.media().join(digits.get(..2).unwrap_or_default()).join(digits)
    }

    /// Puts sealed bytes on the shelf.
    pub(super) fn put_media(&self, bytes: &[u8]) -> Result<(), StoreError> {
        let path = self.media_path(&Sum::of_bytes(bytes));
        if let Some(folder) = path.parent().filter(|folder| !folder.exists()) {
            fs::create_dir_all(folder)?;
            sync_folder_of(folder)?;
        }
        replace_file(&path, bytes)
    }

    fn media(&self) -> PathBuf {
        self.0.join("media")
    }

    /// Takes away the backups that are no longer kept, and the media files no backup names any more. `newest` stays,
    /// whatever the clock said when it was made. Gives back how many went.
    pub(super) fn forget_old(&self, newest: &Path, master: &MasterKey) -> Result<usize, StoreError> {
        let mut ours: Vec<(i64, PathBuf)> = Vec::new();
        let mut named = HashSet::new();
        let mut all_are_read = true;
        for path in self.backups()? {
            // What is damaged, newer or not ours is left alone, and so is everything it may name.
            match Manifest::read(&path).and_then(|list| list.check(master).map(|()| list)) {
                Ok(list) => ours.push((list.made_at_ms, path)),
                Err(StoreError::BackupDamaged(_) | StoreError::VaultIsNewer { .. }) => all_are_read = false,
                Err(problem) => return Err(problem),
            }
        }
        ours.sort_by(|one, other| other.cmp(one));
        let times: Vec<_> = ours.iter().filter_map(|(at, _)| DateTime::from_timestamp_millis(*at)).collect();
        let keep = kept(&times);
        let mut n_forgotten = 0;
        for ((_, path), keep) in ours.iter().zip(keep) {
            if keep || path == newest {
                named.extend(Manifest::read(path)?.media.iter().map(|line| self.media_path(&line.sealed)));
            } else {
                self.forget(path)?;
                n_forgotten += 1;
            }
        }
        if all_are_read {
            self.sweep_media(&named)?;
        }
        Ok(n_forgotten)
    }

    fn forget(&self, backup: &Path) -> Result<(), StoreError> {
        // Without its name first: what a kill leaves of it is no backup.
        let going = self.0.join(UNFINISHED);
        remove_folder(&going)?;
        fs::rename(backup, &going)?;
        sync_folder_of(&going)?;
        remove_folder(&going)
    }

    fn sweep_media(&self, named: &HashSet<PathBuf>) -> Result<(), StoreError> {
        for shelf in children(&self.media())?.into_iter().filter(|path| path.is_dir()) {
            for file in children(&shelf)?.into_iter().filter(|file| !named.contains(file)) {
                fs::remove_file(file)?;
            }
        }
        Ok(())
    }
}

fn shelf_name(vault: Uuid) -> String {
    format!("needlepoint-{vault}")
}

/// The backup meant by a path: itself, or the newest of the one vault whose backups lie in it.
///
/// # Errors
/// [`StoreError::NotABackup`] where there is none, or of several vaults.
pub(super) fn find(path: &Path) -> Result<PathBuf, StoreError> {
    // `.` and `..` have no parent by their words.
    let path = match path.canonicalize() {
        Ok(path) => path,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Err(StoreError::NotABackup);
        }
        Err(error) => return Err(error.into()),
    };
    if !path.is_dir() {
        return Err(StoreError::NotABackup);
    }
    if path.join(manifest::NAME).is_file() {
        return Ok(path);
    }
    if let Some(newest) = Shelf(path.clone()).backups()?.pop() {
        return Ok(newest);
    }
    let is_shelf =
        |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("needlepoint-"));
    let shelves = children(&path)?.into_iter().filter(|child| child.is_dir() && is_shelf(child));
    let newest: Vec<PathBuf> = shelves.filter_map(|shelf| Shelf(shelf).backups().ok()?.pop()).collect();
    match newest.as_slice() {
        [only] => Ok(only.clone()),
        [] | [_, ..] => Err(StoreError::NotABackup),
    }
}

/// Whether a file is what a list says.
pub(super) fn check_file(path: &Path, must_be: &Sum, part: Part) -> Result<(), StoreError> {
    if Sum::of_file(path)?.as_ref() == Some(must_be) {
        return Ok(());
    }
    Err(StoreError::BackupDamaged(part))
}

fn children(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    match fs::read_dir(folder) {
        Ok(entries) => Ok(entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error.into()),
    }
}

fn remove_folder(path: &Path) -> Result<(), StoreError> {
    match fs::remove_dir_all(path) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error.into()),
    }
}
