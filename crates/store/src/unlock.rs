//! Making a vault, unlocking it, and the keys people hold to it.

use std::fs;
use std::path::{Path, PathBuf};

use care::record::UserId;
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::durable::sync_folder_of;
use crate::folder::Folder;
use crate::keys::{Holder, KeyFile, MasterKey, Password, RecoveryKey, Tries, take_turn};
use crate::sql::Id;
use crate::{Act, Stamp, StoreError, Vault, migrate, open};

/// What a new vault is made with; the ids come from the caller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewVault {
    /// Id of the vault.
    pub vault: Uuid,
    /// Id of this computer, whose journal it starts.
    pub device: Uuid,
    /// Who sets it up.
    pub user: UserId,
    /// That person's name, for the lock screen.
    pub user_name: String,
}

impl Vault {
    /// Makes a vault in `folder` that `password` and `recovery` open, and opens it for a window. The recovery key
    /// comes in because it is shown and typed back before there is anything to lose.
    ///
    /// # Errors
    /// [`StoreError::NotEmpty`] where anything is in the folder already; it is never overwritten.
    pub fn create(
        folder: &Path,
        new: &NewVault,
        password: &Password,
        recovery: &RecoveryKey,
    ) -> Result<Self, StoreError> {
        let master = MasterKey::generate()?;
        let mut keys = KeyFile::new(new.vault);
        keys.set_user(new.user, &new.user_name, password, &master)?;
        keys.set_recovery(recovery, &master)?;
        make_folder(folder, new, &master, &mut keys)?;
        Self::open_by_key(folder, &master)
    }

    /// Makes a vault that only its master key opens: for a restore into an empty folder, and for tests of
    /// durability, which must not wait for a password to be derived.
    ///
    /// # Errors
    /// As [`Vault::create`].
    pub fn create_by_key(folder: &Path, new: &NewVault, master: &MasterKey) -> Result<Self, StoreError> {
        make_folder(folder, new, master, &mut KeyFile::new(new.vault))?;
        Self::open_by_key(folder, master)
    }

    /// Who can unlock the vault in `folder`, for the lock screen.
    ///
    /// # Errors
    /// [`StoreError::NotAVault`], [`StoreError::VaultIsNewer`] or [`StoreError::Damaged`].
    pub fn holders(folder: &Path) -> Result<Vec<Holder>, StoreError> {
        Ok(KeyFile::read(&Folder::at(folder).keys())?.holders().cloned().collect())
    }

    /// Unlocks for a window, with a user's password. Takes about a third of a second.
    ///
    /// # Errors
    /// [`StoreError::WrongPassword`], [`StoreError::Throttled`], [`StoreError::LockedOut`],
    /// [`StoreError::AlreadyOpen`], [`StoreError::NotFound`] for a user without a slot, and what opening can say.
    pub fn unlock(folder: &Path, user: UserId, password: &Password, now: DateTime<Utc>) -> Result<Self, StoreError> {
        let folder = Folder::at(folder);
        let claim = folder.claim_window()?;
        let master = unlock_master(&folder, user, password, now)?;
        Self::open(folder, master, claim)
    }

    /// Unlocks for the terminal, beside a window that may have the vault open.
    ///
    /// # Errors
    /// As [`Vault::unlock`], but never [`StoreError::AlreadyOpen`].
    pub fn unlock_beside(
        folder: &Path,
        user: UserId,
        password: &Password,
        now: DateTime<Utc>,
    ) -> Result<Self, StoreError> {
        let folder = Folder::at(folder);
        let claim = folder.claim_beside()?;
        let master = unlock_master(&folder, user, password, now)?;
        Self::open(folder, master, claim)
    }

    /// Unlocks for a window with the recovery key.
    ///
    /// # Errors
    /// As [`Vault::unlock`].
    pub fn recover(folder: &Path, recovery: &RecoveryKey, now: DateTime<Utc>) -> Result<Self, StoreError> {
        let folder = Folder::at(folder);
        let claim = folder.claim_window()?;
        let keys = KeyFile::read(&folder.keys())?;
        let mut tries = Tries::take_turn(&folder.tries(), now)?;
        tries.begin(None, now)?;
        let master = keys.recover(recovery)?;
        tries.succeed(None)?;
        Self::open(folder, master, claim)
    }

    /// Opens for a window with the master key: tests of durability, and a job that keeps its own key.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where this is not the vault's master key, and what opening can say.
    pub fn open_by_key(folder: &Path, master: &MasterKey) -> Result<Self, StoreError> {
        let folder = Folder::at(folder);
        let claim = folder.claim_window()?;
        KeyFile::read(&folder.keys())?.check(master)?;
        Self::open(folder, master.clone(), claim)
    }

    /// Opens with the master key beside a window.
    ///
    /// # Errors
    /// As [`Vault::open_by_key`], but never [`StoreError::AlreadyOpen`].
    pub fn open_beside_by_key(folder: &Path, master: &MasterKey) -> Result<Self, StoreError> {
        let folder = Folder::at(folder);
        let claim = folder.claim_beside()?;
        KeyFile::read(&folder.keys())?.check(master)?;
        Self::open(folder, master.clone(), claim)
    }

    /// Whether a password is the user's: for a change of user and for signing while the vault is open.
    ///
    /// # Errors
    /// As [`Vault::unlock`].
    pub fn check_password(&self, user: UserId, password: &Password, now: DateTime<Utc>) -> Result<(), StoreError> {
        unlock_master(&self.folder, user, password, now).map(|_| ())
    }

    /// Gives a user a password: a new user, or a new password in place of the old one. Their count of wrong
    /// passwords starts over.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where the key file is not what this vault wrote.
    pub fn set_password(
        &self,
        user: UserId,
        name: &str,
        password: &Password,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.change_keys(|keys, master| keys.set_user(user, name, password, master))?;
        Tries::take_turn(&self.folder.tries(), now)?.forgive(Some(user))
    }

    /// Takes a user's slot away: the password opens nothing any more.
    ///
    /// # Errors
    /// As [`Vault::set_password`].
    pub fn remove_password(&self, user: UserId) -> Result<(), StoreError> {
        self.change_keys(|keys, _| {
            keys.remove_user(user);
            Ok(())
        })
    }

    /// Makes a new recovery key; the printed one before it opens nothing any more.
    ///
    /// # Errors
    /// As [`Vault::set_password`].
    pub fn replace_recovery_key(&self) -> Result<RecoveryKey, StoreError> {
        let recovery = RecoveryKey::generate()?;
        self.change_keys(|keys, master| keys.set_recovery(&recovery, master))?;
        Ok(recovery)
    }

    /// Puts the wrong passwords since the last unlock into the journal, and gives how many there were. They could
    /// not be written when they happened: the journal was locked.
    ///
    /// # Errors
    /// As [`Vault::write`].
    pub fn note_failed_unlocks(&self, stamp: &Stamp) -> Result<usize, StoreError> {
        let mut tries = Tries::take_turn(&self.folder.tries(), stamp.at)?;
        let failed = tries.failed().to_vec();
        if failed.is_empty() {
            return Ok(0);
        }
        self.write(stamp, |write| failed.iter().try_for_each(|one| write.note(Act::UnlockFailed, None, one)))?;
        tries.forget_failed(failed.len())?;
        Ok(failed.len())
    }

    fn change_keys(
        &self,
        change: impl FnOnce(&mut KeyFile, &MasterKey) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        // Two who change the keys at once would lose one another's change.
        let _turn = take_turn(&self.folder.tries())?;
        let path = self.folder.keys();
        let mut keys = KeyFile::read(&path)?;
        keys.check(&self.master)?;
        change(&mut keys, &self.master)?;
        keys.save(&path, &self.master)
    }
}

fn unlock_master(
    folder: &Folder,
    user: UserId,
    password: &Password,
    now: DateTime<Utc>,
) -> Result<MasterKey, StoreError> {
    let keys = KeyFile::read(&folder.keys())?;
    keys.slot_of(user)?;
    let mut tries = Tries::take_turn(&folder.tries(), now)?;
    tries.begin(Some(user), now)?;
    let master = keys.unlock(user, password)?;
    tries.succeed(Some(user))?;
    Ok(master)
}

/// Makes the whole vault in a folder beside and renames it: there is a vault, or there is none.
fn make_folder(path: &Path, new: &NewVault, master: &MasterKey, keys: &mut KeyFile) -> Result<(), StoreError> {
    if !Folder::at(path).is_free()? {
        return Err(StoreError::NotEmpty);
    }
    let making = room_beside(path)?;
    let made = fill_folder(&Folder::at(&making), new, master, keys).and_then(|()| put_in_place(&making, path));
    if made.is_err() {
        // Best effort: what stays is removed by the next try.
        let _ = fs::remove_dir_all(&making);
    }
    made
}

/// An empty folder beside `path`, where its content is made before it gets its name.
pub(crate) fn room_beside(path: &Path) -> Result<PathBuf, StoreError> {
    let making = path.with_added_extension("making");
    if making.exists() {
        // Left by a creation that did not finish: nobody was ever given a key to it.
        fs::remove_dir_all(&making)?;
    }
    fs::create_dir_all(&making)?;
    Ok(making)
}

fn fill_folder(folder: &Folder, new: &NewVault, master: &MasterKey, keys: &mut KeyFile) -> Result<(), StoreError> {
    restrict(folder.path())?;
    fs::create_dir(folder.media())?;
    let connection = open::create(&folder.database(), &master.database_key())?;
    migrate::migrate(&connection, migrate::STEPS, &folder.before_migration())?;
    connection
        .execute("INSERT INTO vault (only_row, id, device_id) VALUES (1, ?1, ?2)", (Id(new.vault), Id(new.device)))?;
    connection.close().map_err(|(_, error)| StoreError::from(error))?;
    keys.save(&folder.keys(), master)
}

/// Gives the folder that was made its name.
pub(crate) fn put_in_place(making: &Path, path: &Path) -> Result<(), StoreError> {
    if path.exists() {
        // Not every system renames a folder over an empty one.
        fs::remove_dir(path)?;
    }
    fs::rename(making, path)?;
    sync_folder_of(path)
}

/// Nobody but the owner looks into the folder.
pub(crate) fn restrict(folder: &Path) -> Result<(), StoreError> {
    #[cfg(unix)]
    fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}
