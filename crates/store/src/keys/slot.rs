//! One way into the vault: the master key, sealed for a user's password or for the recovery key.
//!
//! A slot says its own version. Version 1 seals the master key itself; sealing a user's key pair instead will
//! be version 2 beside it, and both can stand in one file.

use argon2::{Algorithm, Argon2, Params, Version};
use care::record::UserId;
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{MasterKey, Password, RecoveryKey, Secret, random};
use crate::canonical::canonical;
use crate::{Part, StoreError};

/// The newest slot this program knows.
pub(crate) const SLOT_VERSION: u32 = 1;

/// One way into the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Slot {
    /// What the sealed bytes hold: 1 is the master key.
    pub(crate) version: u32,
    /// Who opens it.
    pub(crate) holder: Holder,
    /// How the sealing key is made.
    pub(crate) derivation: Derivation,
    #[serde(with = "super::key_file::hex")]
    nonce: [u8; 24],
    #[serde(with = "super::key_file::hex")]
    sealed: [u8; 48],
}

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

/// How a sealing key is made from what somebody knows or holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Derivation {
    /// Argon2id, for passwords.
    Argon2id {
        #[serde(flatten)]
        cost: Cost,
        #[serde(with = "super::key_file::hex")]
        salt: [u8; 16],
    },
    /// HKDF alone, for 256 bits that are random already.
    Hkdf {
        #[serde(with = "super::key_file::hex")]
        salt: [u8; 16],
    },
}

/// What one try of a password costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Cost {
    /// Memory in kibibytes.
    pub(crate) memory_kib: u32,
    /// Rounds over the memory.
    pub(crate) n_rounds: u32,
    /// Lanes.
    pub(crate) n_lanes: u32,
}

impl Cost {
    /// The least a slot may cost: RFC 9106, second recommended choice.
    pub(crate) const FLOOR: Self = Self { memory_kib: 64 * 1024, n_rounds: 3, n_lanes: 4 };
    /// The most this program will spend; a file that asks for more is taken for damaged.
    const CEILING: Self = Self { memory_kib: 1024 * 1024, n_rounds: 32, n_lanes: 16 };

    fn is_allowed(self) -> bool {
        let within = |value: u32, floor: u32, ceiling: u32| (floor..=ceiling).contains(&value);
        within(self.memory_kib, Self::FLOOR.memory_kib, Self::CEILING.memory_kib)
            && within(self.n_rounds, Self::FLOOR.n_rounds, Self::CEILING.n_rounds)
            && within(self.n_lanes, Self::FLOOR.n_lanes, Self::CEILING.n_lanes)
    }
}

/// What the seal covers beside the key: nobody can put another name or a cheaper derivation on a slot.
#[derive(Serialize)]
struct Header<'a> {
    vault: Uuid,
    version: u32,
    holder: &'a Holder,
    derivation: &'a Derivation,
}

impl Slot {
    /// Seals the master key for a user's password.
    pub(crate) fn for_user(
        vault: Uuid,
        holder: Holder,
        password: &Password,
        master: &MasterKey,
    ) -> Result<Self, StoreError> {
        let derivation = Derivation::Argon2id { cost: Cost::FLOOR, salt: random()? };
        let key = derivation.password_key(password)?;
        Self::seal(vault, holder, derivation, &key, master)
    }

    /// Seals the master key for a recovery key.
    pub(crate) fn for_recovery(vault: Uuid, recovery: &RecoveryKey, master: &MasterKey) -> Result<Self, StoreError> {
        let derivation = Derivation::Hkdf { salt: random()? };
        let key = derivation.recovery_key(recovery)?;
        Self::seal(vault, Holder::Recovery, derivation, &key, master)
    }

    /// The master key, if `key` is the sealing key of this slot in this vault.
    pub(crate) fn open(&self, vault: Uuid, key: &Secret) -> Result<MasterKey, StoreError> {
        let header = self.header(vault)?;
        let payload = Payload { msg: &self.sealed, aad: &header };
        let opened = XChaCha20Poly1305::new(key.bytes().into()).decrypt(&XNonce::from(self.nonce), payload);
        let opened = Zeroizing::new(opened.map_err(|_| StoreError::WrongPassword)?);
        let bytes: &[u8; 32] = opened.as_slice().try_into().map_err(|_| StoreError::Damaged(Part::Keys))?;
        Ok(MasterKey::from_bytes(*bytes))
    }

    fn seal(
        vault: Uuid,
        holder: Holder,
        derivation: Derivation,
        key: &Secret,
        master: &MasterKey,
    ) -> Result<Self, StoreError> {
        let mut slot = Self { version: SLOT_VERSION, holder, derivation, nonce: random()?, sealed: [0; 48] };
        let header = slot.header(vault)?;
        let payload = Payload { msg: master.bytes(), aad: &header };
        let sealed = XChaCha20Poly1305::new(key.bytes().into()).encrypt(&XNonce::from(slot.nonce), payload);
        let sealed = sealed.map_err(|_| StoreError::Damaged(Part::Keys))?;
        slot.sealed = sealed.as_slice().try_into().map_err(|_| StoreError::Damaged(Part::Keys))?;
        Ok(slot)
    }

    fn header(&self, vault: Uuid) -> Result<Vec<u8>, StoreError> {
        canonical(&Header { vault, version: self.version, holder: &self.holder, derivation: &self.derivation })
    }
}

impl Derivation {
    /// The sealing key behind a password. Takes about a third of a second, on purpose.
    pub(crate) fn password_key(&self, password: &Password) -> Result<Secret, StoreError> {
        let Self::Argon2id { cost, salt } = self else {
            return Err(StoreError::WrongPassword);
        };
        if !cost.is_allowed() {
            return Err(StoreError::Damaged(Part::Keys));
        }
        let params = Params::new(cost.memory_kib, cost.n_rounds, cost.n_lanes, Some(32));
        let params = params.map_err(|_| StoreError::Damaged(Part::Keys))?;
        let mut stretched = Zeroizing::new([0_u8; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(password.bytes(), salt, &mut *stretched)
            .map_err(|_| StoreError::Damaged(Part::Keys))?;
        Ok(Secret::derive(&*stretched, None, b"needlepoint/password-slot/1"))
    }

    /// The sealing key behind a recovery key.
    pub(crate) fn recovery_key(&self, recovery: &RecoveryKey) -> Result<Secret, StoreError> {
        let Self::Hkdf { salt } = self else {
            return Err(StoreError::WrongPassword);
        };
        Ok(Secret::derive(recovery.bytes(), Some(salt), b"needlepoint/recovery-slot/1"))
    }
}
