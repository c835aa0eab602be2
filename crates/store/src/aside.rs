//! Setting a damaged vault aside, so that a backup can take its place. Nothing of it is changed, and nothing is ever
//! removed: whoever can mend it later finds every byte of it.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::StoreError;
use crate::durable::sync_folder_of;
use crate::folder::Folder;

/// Where a vault that is set aside on this day would go: beside it, under a name nothing has yet.
pub(crate) fn free_name(vault: &Path, on: NaiveDate) -> PathBuf {
    let mut name = vault.file_name().unwrap_or_default().to_owned();
    name.push(format!("-set-aside-{on}"));
    let first = vault.with_file_name(&name);
    if !first.exists() {
        return first;
    }
    let numbered = (2_u32..).map(|n| {
        let mut numbered = name.clone();
        numbered.push(format!("-{n}"));
        vault.with_file_name(numbered)
    });
    numbered.into_iter().find(|path| !path.exists()).unwrap_or(first)
}

/// Gives the folder its other name.
///
/// # Errors
/// [`StoreError::AlreadyOpen`] while a window or a terminal has it open.
pub(crate) fn set_aside(vault: &Path, aside: &Path) -> Result<(), StoreError> {
    let claim = Folder::at(vault).claim_window()?;
    if !claim.is_alone() {
        return Err(StoreError::AlreadyOpen);
    }
    // Not every system renames a folder in which a file is open.
    drop(claim);
    fs::rename(vault, aside)?;
    sync_folder_of(aside)
}

impl crate::Vault {
    /// Where the damaged vault in `folder` would be kept if a backup took its place on this day; `None` where nothing
    /// is in the way.
    ///
    /// # Errors
    /// What the folder says.
    pub fn aside_of(folder: &Path, on: NaiveDate) -> Result<Option<PathBuf>, StoreError> {
        Ok(if Folder::at(folder).is_free()? { None } else { Some(free_name(folder, on)) })
    }
}
