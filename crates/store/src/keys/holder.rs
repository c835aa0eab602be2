//! Who a slot belongs to, and how its sealing key is made from what that person knows or holds.

use care::record::UserId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::cost::Cost;
use super::{Password, RecoveryKey, Secret};
use crate::StoreError;

/// Who opens a slot. The lock screen shows it before anything is unlocked, so it holds no client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Holder {
    /// A user with a password.
    User {
        /// Who.
        user: UserId,
        /// The name on the lock screen.
        name: String,
    },
    /// Whoever holds the printed sheet.
    Recovery,
}

impl Holder {
    /// Whether both slots are one person's, whatever that person is called by now.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::User { user, .. }, Self::User { user: other, .. }) => user == other,
            (Self::Recovery, Self::Recovery) => true,
            (Self::User { .. }, Self::Recovery) | (Self::Recovery, Self::User { .. }) => false,
        }
    }

    /// Whether this is the slot of `wanted`.
    pub(crate) fn is_user(&self, wanted: UserId) -> bool {
        match self {
            Self::User { user, .. } => *user == wanted,
            Self::Recovery => false,
        }
    }
}

/// How long a password is meant to last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PasswordKind {
    /// Chosen by the person who types it.
    Lasting,
    /// Made by somebody else: it opens, and the first act is to choose another.
    OneTime,
}

/// How a sealing key is made from what somebody knows or holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Derivation {
    /// Argon2id, for passwords.
    Argon2id {
        #[serde(flatten)]
        cost: Cost,
        #[serde(with = "super::sealed::hex")]
        salt: [u8; 16],
        /// Which secret of a computer is mixed in.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        device: Option<Uuid>,
    },
    /// HKDF alone, for 256 bits that are random already.
    Hkdf {
        #[serde(with = "super::sealed::hex")]
        salt: [u8; 16],
    },
}

impl Derivation {
    /// The sealing key behind a password. Takes half a second to a second, on purpose.
    ///
    /// # Errors
    /// [`StoreError::DeviceSecretMissing`], before anything is derived, where the password comes without the secret of
    /// the computer that is mixed in.
    pub(crate) fn password_key(&self, password: &Password) -> Result<Secret, StoreError> {
        let Self::Argon2id { cost, salt, device } = self else {
            return Err(StoreError::WrongPassword);
        };
        let beside = device.map(|device| password.device_bytes(device)).transpose()?;
        let stretched = cost.stretch(password.bytes(), salt)?;
        let Some(beside) = beside else {
            return Ok(Secret::derive(&*stretched, None, b"needlepoint/password-slot/1"));
        };
        let both = Zeroizing::new([stretched.as_slice(), beside.as_slice()].concat());
        Ok(Secret::derive(&both, None, b"needlepoint/password-and-device-slot/1"))
    }

    /// Which secret of a computer is mixed in.
    pub(crate) fn device(&self) -> Option<Uuid> {
        match self {
            Self::Argon2id { device, .. } => *device,
            Self::Hkdf { .. } => None,
        }
    }

    /// The sealing key behind a recovery key.
    pub(crate) fn recovery_key(&self, recovery: &RecoveryKey) -> Result<Secret, StoreError> {
        let Self::Hkdf { salt } = self else {
            return Err(StoreError::WrongPassword);
        };
        Ok(Secret::derive(recovery.bytes(), Some(salt), b"needlepoint/recovery-slot/1"))
    }

    /// Whether a guess costs less than `cost`.
    pub(crate) fn is_cheaper_than(&self, cost: Cost) -> bool {
        match self {
            Self::Argon2id { cost: own, .. } => own.is_below(cost),
            Self::Hkdf { .. } => false,
        }
    }
}
