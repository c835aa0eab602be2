//! What people sign with: the Ed25519 key of each user, in memory while that person has the vault open, or for the
//! length of one signature where somebody else types a password.
//!
//! A signature is given over a message; what the message says is not decided here.

use std::sync::PoisonError;

use care::record::UserId;
use chrono::{DateTime, Utc};
use ed25519_dalek::{Signer as _, SigningKey};

use crate::unlock::unlock_to_sign;
use crate::{Password, StoreError, Vault};

/// The key of the person who unlocked the vault, wiped when it is dropped.
pub(crate) struct Pen {
    user: UserId,
    key: SigningKey,
}

impl Pen {
    /// The key, where it is this person's.
    pub(crate) fn of(&self, user: UserId) -> Option<&SigningKey> {
        (self.user == user).then_some(&self.key)
    }
}

impl Vault {
    pub(crate) fn with_pen(self, user: UserId, key: Option<SigningKey>) -> Self {
        self.take_pen(user, key);
        self
    }

    fn take_pen(&self, user: UserId, key: Option<SigningKey>) {
        *self.pen.lock().unwrap_or_else(PoisonError::into_inner) = key.map(|key| Pen { user, key });
    }

    /// Brings the key of the person at the desk into memory, where the vault was opened by other means than that
    /// person's password. Takes as long as an unlock.
    ///
    /// # Errors
    /// As [`Vault::unlock`].
    pub fn bring_pen(&self, user: UserId, password: &Password, now: DateTime<Utc>) -> Result<(), StoreError> {
        let (_, key) = unlock_to_sign(&self.folder, user, password, now)?;
        self.take_pen(user, key);
        Ok(())
    }

    /// The public key a user signs with.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for a user without a slot, [`StoreError::NoPen`] where the slot is older than such keys.
    pub fn public_key_of(&self, user: UserId) -> Result<[u8; 32], StoreError> {
        self.keys()?.slot_of(user)?.public_signing().ok_or(StoreError::NoPen)
    }

    /// Signs as the person who unlocked the vault. That it is this person's will is asked before, by PIN or password.
    ///
    /// # Errors
    /// [`StoreError::NoPen`] where somebody else unlocked it, or the keys were replaced since.
    pub fn sign(&self, user: UserId, message: &[u8]) -> Result<[u8; 64], StoreError> {
        let public = self.public_key_of(user)?;
        let pen = self.pen.lock().unwrap_or_else(PoisonError::into_inner);
        let pen = pen.as_ref().filter(|pen| pen.user == user && pen.key.verifying_key().to_bytes() == public);
        Ok(pen.ok_or(StoreError::NoPen)?.key.sign(message).to_bytes())
    }

    /// Signs as somebody who types the password for this one signature. The desk stays with whoever has it.
    ///
    /// # Errors
    /// As [`Vault::unlock`], and [`StoreError::NoPen`] where the slot has no key to sign with.
    pub fn sign_with_password(
        &self,
        user: UserId,
        password: &Password,
        message: &[u8],
        now: DateTime<Utc>,
    ) -> Result<[u8; 64], StoreError> {
        let (_, key) = unlock_to_sign(&self.folder, user, password, now)?;
        Ok(key.ok_or(StoreError::NoPen)?.sign(message).to_bytes())
    }
}
