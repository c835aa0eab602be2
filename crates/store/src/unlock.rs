//! Making a vault, unlocking it, and the keys people hold to it.

use std::fs;
use std::path::{Path, PathBuf};

use care::record::UserId;
use chrono::{DateTime, Utc};
use ed25519_dalek::SigningKey;
use uuid::Uuid;

use crate::durable::sync_folder_of;
use crate::folder::Folder;
use crate::keys::{Cost, Holder, KeyFile, MasterKey, Password, PasswordKind, RecoveryKey, Slot, Tries, take_turn};
use crate::sql::Id;
use crate::{Act, Part, Stamp, StoreError, Vault, migrate, open};

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

/// A slot that is sealed already and waits to be put into the key file, so that no write waits for a password to be
/// derived.
pub struct NewSlot(Slot);

impl NewSlot {
    pub(crate) fn of(slot: Slot) -> Self {
        Self(slot)
    }
}

impl std::fmt::Debug for NewSlot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NewSlot")
    }
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
        let mut keys = KeyFile::new(new.vault, Cost::measured_here()?);
        let holder = Holder::User { user: new.user, name: new.user_name.clone() };
        let (slot, signing) = keys.seal_for(holder, password, PasswordKind::Lasting, &master)?;
        keys.put(slot);
        keys.set_recovery(recovery, &master)?;
        make_folder(folder, new, &master, &mut keys)?;
        Ok(Self::open_by_key(folder, &master)?.with_pen(new.user, Some(signing)))
    }

    /// Makes a vault that only its master key opens: for a restore into an empty folder, and for tests of
    /// durability, which must not wait for a password to be derived.
    ///
    /// # Errors
    /// As [`Vault::create`].
    pub fn create_by_key(folder: &Path, new: &NewVault, master: &MasterKey) -> Result<Self, StoreError> {
        make_folder(folder, new, master, &mut KeyFile::new(new.vault, Cost::FLOOR))?;
        Self::open_by_key(folder, master)
    }

    /// Who can unlock the vault in `folder`, for the lock screen.
    ///
    /// # Errors
    /// [`StoreError::NotAVault`], [`StoreError::VaultIsNewer`] or [`StoreError::Damaged`], which a folder is too that
    /// has a database and no key file, or the other way round: a clinic's records must not look like a first run.
    pub fn holders(folder: &Path) -> Result<Vec<Holder>, StoreError> {
        let folder = Folder::at(folder);
        match KeyFile::read(&folder.keys()) {
            Ok(_) if !folder.database().exists() && !folder.old_database().exists() => {
                Err(StoreError::Damaged(Part::Database))
            }
            Ok(keys) => Ok(keys.holders().cloned().collect()),
            Err(StoreError::NotAVault) if folder.database().exists() => Err(StoreError::Damaged(Part::Keys)),
            Err(problem) => Err(problem),
        }
    }

    /// Unlocks for a window, with a user's password. Takes half a second to a second.
    ///
    /// # Errors
    /// [`StoreError::WrongPassword`], [`StoreError::DeviceSecretMissing`] (no try is counted then),
    /// [`StoreError::Throttled`], [`StoreError::LockedOut`], [`StoreError::AlreadyOpen`], [`StoreError::NotFound`] for a user without a slot, and what opening can say.
    pub fn unlock(folder: &Path, user: UserId, password: &Password, now: DateTime<Utc>) -> Result<Self, StoreError> {
        let folder = Folder::at(folder);
        let claim = folder.claim_window()?;
        let (master, signing) = unlock_to_sign(&folder, user, password, now)?;
        keep_up(&folder, &master, |keys| keys.keep_up(user, password, &master));
        Ok(Self::open(folder, master, claim)?.with_pen(user, signing))
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
        let (master, signing) = unlock_to_sign(&folder, user, password, now)?;
        keep_up(&folder, &master, |keys| keys.keep_up(user, password, &master));
        Ok(Self::open(folder, master, claim)?.with_pen(user, signing))
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
        drop(tries);
        keep_up(&folder, &master, |keys| keys.keep_recovery_up(recovery, &master));
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
        unlock_to_sign(&self.folder, user, password, now).map(|_| ())
    }

    /// Seals a slot for a user: a new user, or a password in place of one that is forgotten. The user gets new keys,
    /// because the old ones cannot be opened. Takes as long as an unlock; nothing is written yet.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where the key file is not what this vault wrote.
    pub fn seal_password(
        &self,
        user: UserId,
        name: &str,
        password: &Password,
        kind: PasswordKind,
    ) -> Result<NewSlot, StoreError> {
        let holder = Holder::User { user, name: name.to_owned() };
        self.keys()?.seal_for(holder, password, kind, &self.master).map(|(slot, _)| NewSlot(slot))
    }

    /// Seals a user's own keys for a new password. A secret of this computer that stands beside the old one stands
    /// beside the new one too. Takes twice as long as an unlock; nothing is written yet.
    ///
    /// # Errors
    /// As [`Vault::unlock`], where `old` is not the password so far.
    pub fn reseal_password(
        &self,
        user: UserId,
        old: &Password,
        new: &Password,
        now: DateTime<Utc>,
    ) -> Result<NewSlot, StoreError> {
        self.check_password(user, old, now)?;
        self.keys()?.reseal_for(user, old, &new.clone().beside_what(old), &self.master).map(NewSlot)
    }

    /// Puts a slot into the key file, in place of the one its holder had. The count of wrong passwords starts over.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where the key file is not what this vault wrote.
    pub fn put_slot(&self, slot: NewSlot, now: DateTime<Utc>) -> Result<(), StoreError> {
        let forgiven = match &slot.0.holder {
            Holder::User { user, .. } => Some(*user),
            Holder::Recovery => None,
        };
        self.change_keys(|keys, _| {
            keys.put(slot.0);
            Ok(())
        })?;
        Tries::take_turn(&self.folder.tries(), now)?.forgive(forgiven)
    }

    /// Gives a user a password at once: [`Vault::seal_password`] and [`Vault::put_slot`].
    ///
    /// # Errors
    /// As those two.
    pub fn set_password(
        &self,
        user: UserId,
        name: &str,
        password: &Password,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let slot = self.seal_password(user, name, password, PasswordKind::Lasting)?;
        self.put_slot(slot, now)
    }

    /// Takes a user's slot away: the password opens nothing any more, and the clinic's key is changed at the next
    /// opening of the window, so that nothing the user may have kept opens what is written from then on.
    ///
    /// # Errors
    /// [`StoreError::OldKeys`] where somebody has not unlocked since everybody has keys of their own: the clinic's
    /// key could not follow them. Nothing is changed then.
    pub fn remove_password(&self, user: UserId) -> Result<(), StoreError> {
        self.change_keys(|keys, _| {
            keys.remove_user(user);
            keys.owe_renewal()
        })
    }

    /// Whether a user's password was made by somebody else, so that the first act is to choose another.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for a user without a slot.
    pub fn password_kind(&self, user: UserId) -> Result<PasswordKind, StoreError> {
        Ok(self.keys()?.slot_of(user)?.password_kind())
    }

    /// Brings a recovery key into force that was printed and typed back; the one before it opens nothing any more.
    ///
    /// # Errors
    /// As [`Vault::put_slot`].
    pub fn set_recovery_key(&self, recovery: &RecoveryKey) -> Result<(), StoreError> {
        self.change_keys(|keys, master| keys.set_recovery(recovery, master))
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

    /// The key file as it is now, which only this vault can have written.
    pub(crate) fn keys(&self) -> Result<KeyFile, StoreError> {
        let keys = KeyFile::read(&self.folder.keys())?;
        keys.check(&self.master)?;
        Ok(keys)
    }

    fn change_keys(
        &self,
        change: impl FnOnce(&mut KeyFile, &MasterKey) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        // Two who change the keys at once would lose one another's change.
        let _turn = take_turn(&self.folder.tries())?;
        let mut keys = self.keys()?;
        change(&mut keys, &self.master)?;
        keys.save(&self.folder.keys(), &self.master)
    }
}

/// Unlocks, and gives what the person signs with. The try is counted before it is made.
pub(crate) fn unlock_to_sign(
    folder: &Folder,
    user: UserId,
    password: &Password,
    now: DateTime<Utc>,
) -> Result<(MasterKey, Option<SigningKey>), StoreError> {
    let keys = KeyFile::read(&folder.keys())?;
    // Whether the secret of the computer is there is known before the password is tried: no try is counted for it.
    if let Some(device) = keys.device_of(user)? {
        password.device_bytes(device)?;
    }
    let mut tries = Tries::take_turn(&folder.tries(), now)?;
    tries.begin(Some(user), now)?;
    let unlocked = keys.unlock_to_sign(user, password)?;
    tries.succeed(Some(user))?;
    Ok(unlocked)
}

/// Gives who has just unlocked a slot of the newest kind. It must not keep anybody out: on a disk that takes no write
/// the old slot stays, and the next unlock tries again.
fn keep_up(folder: &Folder, master: &MasterKey, change: impl FnOnce(&mut KeyFile) -> Result<bool, StoreError>) {
    let kept_up = || {
        let _turn = take_turn(&folder.tries())?;
        let mut keys = KeyFile::read(&folder.keys())?;
        keys.check(master)?;
        if change(&mut keys)? { keys.save(&folder.keys(), master) } else { Ok(()) }
    };
    let _: Result<(), StoreError> = kept_up();
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
