//! Writing a small file so that after a power cut it is either the old one or the new one, whole.

use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::path::Path;

use crate::StoreError;

/// Puts `bytes` in place of whatever `path` held. The bytes are on the disk when this returns.
///
/// # Errors
/// [`StoreError::Full`], [`StoreError::ReadOnly`] or [`StoreError::Io`]; the old file is then untouched.
pub(crate) fn replace_file(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let beside = path.with_added_extension("new");
    let written = write_and_sync(&beside, bytes).and_then(|()| fs::rename(&beside, path));
    if let Err(error) = written {
        // Best effort: what is left is overwritten by the next try and swept at the next opening.
        let _ = fs::remove_file(&beside);
        return Err(error.into());
    }
    sync_folder_of(path)
}

/// Makes the names inside the folder of `path` durable.
pub(crate) fn sync_folder_of(path: &Path) -> Result<(), StoreError> {
    #[cfg(unix)]
    if let Some(folder) = folder_of(path) {
        File::open(folder)?.sync_all()?;
    }
    // Windows journals names itself and offers no handle for it.
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// The folder a name stands in: the working folder for a name without one. `None` for a root.
#[cfg(unix)]
fn folder_of(path: &Path) -> Option<&Path> {
    path.parent().map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder })
}

fn write_and_sync(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = private_file().create(true).truncate(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Options for a file that only the owner may read.
pub(crate) fn private_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_vault_named_without_a_folder_lies_in_the_working_folder() {
        assert_eq!(folder_of(Path::new("vault")), Some(Path::new(".")), "a name alone");
        assert_eq!(folder_of(Path::new("clinic/vault")), Some(Path::new("clinic")), "a name in a folder");
        assert_eq!(folder_of(Path::new("/")), None, "nothing is around a root");
    }
}
