//! Unlocking by PIN after a lock in the same run of the program: what is sealed, and who may still use it.

use std::path::Path;

use care::record::UserId;
use chrono::{DateTime, Utc};

use crate::folder::Folder;
use crate::keys::{KeyFile, PinKey, Tries};
use crate::{StoreError, Vault};

impl Vault {
    /// Seals the clinic's key under a user's PIN, in memory. Takes about as long as an unlock.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for a user without a slot, [`StoreError::OldKeys`] where the user has no keys yet,
    /// [`StoreError::NoRandomness`].
    pub fn seal_pin(&self, user: UserId, pin: &str) -> Result<PinKey, StoreError> {
        let keys = KeyFile::read(&self.folder.keys())?;
        keys.check(&self.master)?;
        let public = keys.slot_of(user)?.public().ok_or(StoreError::OldKeys)?;
        PinKey::seal(user, public, keys.vault(), pin, &self.master)
    }

    /// Unlocks for a window with the PIN of this run. The key file decides whether the PIN's holder may still come in.
    ///
    /// # Errors
    /// [`StoreError::WrongPin`], [`StoreError::PinVoid`], [`StoreError::LockedOut`], [`StoreError::AlreadyOpen`], and
    /// what opening can say.
    pub fn unlock_with_pin(
        folder: &Path,
        pin: &mut PinKey,
        typed: &str,
        now: DateTime<Utc>,
    ) -> Result<Self, StoreError> {
        let folder = Folder::at(folder);
        let claim = folder.claim_window()?;
        let keys = KeyFile::read(&folder.keys())?;
        let mut tries = Tries::take_turn(&folder.tries(), now)?;
        tries.begin_with_pin(pin.user(), now)?;
        let opened = pin.open(typed);
        if let Err(wrong @ StoreError::WrongPin { .. }) = opened {
            return Err(wrong);
        }
        // Whatever else is said, the digits were right or were not looked at.
        tries.succeed_with_pin(pin.user())?;
        drop(tries);
        let master = opened?;
        let is_the_holder = keys.slot_of(pin.user()).is_ok_and(|slot| slot.public() == Some(pin.public));
        if !is_the_holder || keys.check(&master).is_err() {
            return Err(StoreError::PinVoid);
        }
        Self::open(folder, master, claim)
    }
}
