//! A file on its way out of the vault, to where a person chose: written beside it, synced, renamed. It is there whole, or
//! what was there before still is.
//!
//! That it leaves is written down in the journal before; this only writes.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// Lets `write` make the file under a name of its own and puts it in its place.
///
/// # Errors
/// What `write` says, and [`Failure::File`]; nothing unfinished stays then.
pub(crate) fn write_beside<T>(target: &Path, write: impl FnOnce(&Path) -> Result<T, Failure>) -> Result<T, Failure> {
    let beside = beside(target);
    let written = write(&beside).and_then(|made| {
        fs::rename(&beside, target).map_err(|_| Failure::File)?;
        Ok(made)
    });
    if written.is_err() {
        // Best effort: an unfinished file is of no use to anybody.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// Writes bytes that are there already.
///
/// # Errors
/// [`Failure::File`].
pub(crate) fn write_whole(target: &Path, bytes: &[u8]) -> Result<(), Failure> {
    write_beside(target, |beside| {
        let written = File::create(beside).and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()));
        written.map_err(|_| Failure::File)
    })
}

/// The file's own name, for the page, which never sees a path.
pub(crate) fn file_name(target: &Path) -> String {
    target.file_name().map(OsStr::to_string_lossy).unwrap_or_default().into_owned()
}

/// The name it is written under until it is whole.
fn beside(target: &Path) -> PathBuf {
    let mut name = target.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    target.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_cannot_be_finished_leaves_what_was_there_before() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("letter.pdf");
        fs::write(&target, "as it was").unwrap();
        let broken = write_beside(&target, |beside| {
            fs::write(beside, "half").unwrap();
            Err::<(), _>(Failure::File)
        });
        assert!(broken.is_err(), "the disk was full");
        assert_eq!(fs::read(&target).unwrap(), b"as it was", "nothing of the old file is lost");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "and nothing unfinished lies about");
        assert!(write_whole(&target, b"anew").is_ok(), "with room again");
        assert_eq!(fs::read(&target).unwrap(), b"anew", "the new one is in its place");
    }
}
