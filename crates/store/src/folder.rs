//! The folder of a vault: which file is what, and who may have it open.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::StoreError;
use crate::durable::private_file;

/// Where everything of one vault is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn at(path: &Path) -> Self {
        Self(path.to_owned())
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// The encrypted database.
    pub(crate) fn database(&self) -> PathBuf {
        self.0.join("vault.db")
    }

    /// A copy of it under the clinic's next key, while that is being made.
    pub(crate) fn next_database(&self) -> PathBuf {
        self.0.join("vault.db.next")
    }

    /// The database under the clinic's key before, until the first good opening with the new one.
    pub(crate) fn old_database(&self) -> PathBuf {
        self.0.join("vault.db.old")
    }

    /// The slots that open it.
    pub(crate) fn keys(&self) -> PathBuf {
        self.0.join("vault.keys")
    }

    /// Wrong passwords since the last right one.
    pub(crate) fn tries(&self) -> PathBuf {
        self.0.join("vault.tries")
    }

    /// Encrypted documents and photos.
    pub(crate) fn media(&self) -> PathBuf {
        self.0.join("media")
    }

    /// Copies of the database from before its last migrations.
    pub(crate) fn before_migration(&self) -> PathBuf {
        self.0.join("before-migration")
    }

    /// Whether nobody has put anything here.
    pub(crate) fn is_free(&self) -> Result<bool, StoreError> {
        match fs::read_dir(&self.0) {
            Ok(mut entries) => Ok(entries.next().is_none()),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(true),
            Err(error) => Err(error.into()),
        }
    }

    /// Claims the vault for a window. The operating system gives it back when the process ends, however it ends.
    pub(crate) fn claim_window(&self) -> Result<Claim, StoreError> {
        let window = self.lock_file("window.lock")?;
        take_in_a_moment(&window)?;
        let beside = self.lock_file("beside.lock")?;
        let is_alone = beside.try_lock().is_ok();
        Ok(Claim { _window: Some(window), beside, is_alone })
    }

    /// Opens beside a window. Nobody is kept out, but nobody sweeps meanwhile either.
    pub(crate) fn claim_beside(&self) -> Result<Claim, StoreError> {
        let beside = self.lock_file("beside.lock")?;
        beside.lock_shared()?;
        Ok(Claim { _window: None, beside, is_alone: false })
    }

    /// The turn to make a backup: one at a time, whoever makes it.
    pub(crate) fn claim_backup(&self) -> Result<File, StoreError> {
        let turn = self.lock_file("backup.lock")?;
        match turn.try_lock() {
            Ok(()) => Ok(turn),
            Err(TryLockError::WouldBlock) => Err(StoreError::Busy),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }

    fn lock_file(&self, name: &str) -> Result<File, StoreError> {
        if !self.0.is_dir() {
            return Err(StoreError::NotAVault);
        }
        Ok(private_file().create(true).truncate(false).open(self.0.join(name))?)
    }
}

/// The right to have the vault open, given back when it is dropped.
#[derive(Debug)]
pub(crate) struct Claim {
    _window: Option<File>,
    beside: File,
    is_alone: bool,
}

impl Claim {
    /// Whether no other process has the vault open, so that what nobody refers to may be swept.
    pub(crate) fn is_alone(&self) -> bool {
        self.is_alone
    }

    /// Lets others open beside this window: the sweep is over.
    pub(crate) fn let_others_in(&mut self) -> Result<(), StoreError> {
        if self.is_alone {
            self.is_alone = false;
            self.beside.unlock()?;
        }
        Ok(())
    }
}

/// Tries for the claim of a window, and how long between them: half a second in all.
const CLAIM_TRIES: u32 = 25;
const BETWEEN_TRIES: Duration = Duration::from_millis(20);

/// Takes the lock of a window that has just closed, too. A program that this process starts holds every file of it from
/// its making until its first instruction, and with them a lock that was given back meanwhile.
fn take_in_a_moment(window: &File) -> Result<(), StoreError> {
    for n in 1..=CLAIM_TRIES {
        match window.try_lock() {
            Ok(()) => return Ok(()),
            Err(TryLockError::WouldBlock) if n < CLAIM_TRIES => thread::sleep(BETWEEN_TRIES),
            Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
    }
    Err(StoreError::AlreadyOpen)
}
