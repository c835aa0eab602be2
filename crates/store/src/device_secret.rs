//! Putting the secret of a computer beside a user's password, and taking it away again.
//!
//! Where the secret is kept is the caller's: it is kept and read back before a slot asks for it.

use std::path::Path;

use care::record::UserId;
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::folder::Folder;
use crate::keys::KeyFile;
use crate::{DeviceSecret, NewSlot, Password, StoreError, Vault};

impl Vault {
    /// Which secret of a computer a user's password asks for, known before anything is unlocked.
    ///
    /// # Errors
    /// As [`Vault::holders`], and [`StoreError::NotFound`] for a user without a slot.
    pub fn device_secret_of(folder: &Path, user: UserId) -> Result<Option<Uuid>, StoreError> {
        KeyFile::read(&Folder::at(folder).keys())?.device_of(user)
    }

    /// Seals a user's own keys for the same password with `device` beside it. `password` comes with the secret it asks
    /// for so far, if any. Takes twice as long as an unlock; nothing is written yet.
    ///
    /// # Errors
    /// As [`Vault::unlock`], and [`StoreError::NoRecoveryKey`] where the secret would become the only way in.
    pub fn seal_with_device(
        &self,
        user: UserId,
        password: &Password,
        device: DeviceSecret,
        now: DateTime<Utc>,
    ) -> Result<NewSlot, StoreError> {
        if !self.keys()?.has_recovery() {
            return Err(StoreError::NoRecoveryKey);
        }
        self.check_password(user, password, now)?;
        let beside = password.clone().with_device(device);
        self.keys()?.reseal_for(user, password, &beside, &self.master).map(NewSlot::of)
    }

    /// Seals a user's own keys for the password alone. `password` comes with the secret it asks for so far.
    ///
    /// # Errors
    /// As [`Vault::unlock`].
    pub fn seal_without_device(
        &self,
        user: UserId,
        password: &Password,
        now: DateTime<Utc>,
    ) -> Result<NewSlot, StoreError> {
        self.check_password(user, password, now)?;
        let alone = password.clone().alone();
        self.keys()?.reseal_for(user, password, &alone, &self.master).map(NewSlot::of)
    }
}
