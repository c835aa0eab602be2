//! Writing the journal's head down in the second folder, so that a cut-off end shows.
//!
//! A second folder that is away (a stick that was pulled out) stops nobody: what stands in the journal is not the less
//! true for it. That the head was not written down is kept and said where an administrator looks.

use std::path::{Path, PathBuf};

use care::record::Clinic;
use chrono::{DateTime, Utc};
use store::{Occasion, Vault};

use crate::Desk;

/// Writes the head of `vault` down, and keeps whether it could be.
pub(crate) fn anchor(desk: &Desk, vault: &Vault, clinic: &Clinic, occasion: Occasion, at: DateTime<Utc>) {
    let written = vault.anchor(&second_folder(desk.folder(), clinic), occasion, at);
    desk.note_anchored(written.map(|_| ()));
}

/// The folder the clinic has named, or the one beside the vault.
pub(crate) fn second_folder(vault: &Path, clinic: &Clinic) -> PathBuf {
    let named = clinic.anchor_folder.trim();
    if !named.is_empty() {
        return PathBuf::from(named);
    }
    let mut beside = vault.file_name().unwrap_or_default().to_owned();
    beside.push("-anchors");
    vault.with_file_name(beside)
}

/// Whether a folder can be the second one: named by its full path, and outside the vault, or both would be lost and
/// restored together.
pub(crate) fn can_be_second(vault: &Path, typed: &str) -> bool {
    let folder = Path::new(typed.trim());
    folder.is_absolute() && !folder.starts_with(vault)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_folder_is_never_inside_the_vault() {
        let vault = std::env::temp_dir().join("clinic").join("vault");
        let at = |folder: PathBuf| can_be_second(&vault, &folder.display().to_string());
        assert!(at(std::env::temp_dir().join("stick")), "another disk is what it is for");
        assert!(!at(vault.join("anchors")), "inside, it is lost with the vault");
        assert!(!at(vault.clone()), "the vault itself is no second folder");
        assert!(!can_be_second(&vault, "stick"), "without a full path nobody knows which folder it is tomorrow");
    }
}
