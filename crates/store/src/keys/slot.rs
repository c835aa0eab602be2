//! One way into the vault: a user's keys, sealed for a password or for the recovery key.
//!
//! A slot says its own version, and both versions can stand in one file. Version 1 seals the clinic's key itself.
//! Version 2 seals a pair of keys of the holder's own, and the clinic's key to the public half of it, so that the
//! clinic's key can be changed without anybody's password. A slot of version 1 becomes one of version 2 when its
//! holder opens it the next time. Version 3 is version 2 with the secret of a computer mixed into the sealing key.

use ed25519_dalek::SigningKey;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::cost::Cost;
use super::holder::{Derivation, Holder, PasswordKind};
use super::key_pair::{KeyPair, PublicKeys, SealedMaster};
use super::sealed::Sealed;
use super::{MasterKey, Password, RecoveryKey, Secret, random};
use crate::canonical::canonical;
use crate::{Part, StoreError};

/// The newest slot this program knows.
pub(crate) const SLOT_VERSION: u32 = 3;
/// A slot that asks for no secret of a computer, so that an older program still reads it.
const PLAIN_VERSION: u32 = 2;

/// One way into the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Slot {
    version: u32,
    /// Who opens it.
    pub(crate) holder: Holder,
    /// How the sealing key is made.
    pub(crate) derivation: Derivation,
    #[serde(flatten)]
    content: Content,
}

/// What is sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
enum Content {
    /// Since version 2: keys of the holder's own.
    Keys(Box<SealedKeys>),
    /// Version 1: the clinic's key.
    Master(Sealed<48>),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct SealedKeys {
    password: PasswordKind,
    public: PublicKeys,
    private: Sealed<80>,
    master: SealedMaster,
}

/// What the seals cover beside the keys: nobody can put another name or a cheaper derivation on a slot.
#[derive(Serialize)]
struct Header<'a> {
    vault: Uuid,
    version: u32,
    holder: &'a Holder,
    derivation: &'a Derivation,
    #[serde(skip_serializing_if = "Option::is_none")]
    public: Option<&'a PublicKeys>,
    #[serde(skip_serializing_if = "Option::is_none")]
    password: Option<PasswordKind>,
}

/// What a slot of version 2 is made for.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    /// The vault.
    pub(crate) vault: Uuid,
    /// What a guess of a password costs.
    pub(crate) cost: Cost,
    /// The clinic's key.
    pub(crate) master: &'a MasterKey,
}

impl Slot {
    /// A slot for a user, with new keys; and the one of them that signs.
    pub(crate) fn for_user(
        place: Place<'_>,
        holder: Holder,
        password: &Password,
        kind: PasswordKind,
    ) -> Result<(Self, SigningKey), StoreError> {
        let pair = KeyPair::generate()?;
        Ok((Self::for_password(place, holder, password, kind, &pair)?, pair.signing_key()))
    }

    /// A slot for a recovery key, with new keys.
    pub(crate) fn for_recovery(place: Place<'_>, recovery: &RecoveryKey) -> Result<Self, StoreError> {
        let derivation = Derivation::Hkdf { salt: random()? };
        let key = derivation.recovery_key(recovery)?;
        Self::of_keys(place, Holder::Recovery, derivation, &key, PasswordKind::Lasting, &KeyPair::generate()?)
    }

    /// The same holder with another password, and the secret of a computer that stands beside it, keeping that person's own keys where `key` opens them.
    ///
    /// # Errors
    /// [`StoreError::WrongPassword`] where `key` is not the sealing key of this slot.
    pub(crate) fn with_password(
        &self,
        place: Place<'_>,
        key: &Secret,
        password: &Password,
        kind: PasswordKind,
    ) -> Result<Self, StoreError> {
        let pair = match &self.content {
            Content::Keys(keys) => self.open_pair(place.vault, keys, key)?,
            Content::Master(_) => KeyPair::generate()?,
        };
        Self::for_password(place, self.holder.clone(), password, kind, &pair)
    }

    /// The clinic's key, if `key` is the sealing key of this slot in this vault.
    pub(crate) fn open(&self, vault: Uuid, key: &Secret) -> Result<MasterKey, StoreError> {
        match &self.content {
            Content::Keys(keys) => self.open_pair(vault, keys, key)?.open_master(&keys.master, &self.header(vault)?),
            Content::Master(sealed) => {
                let opened = sealed.open(key, &self.header(vault)?)?;
                let bytes: &[u8; 32] = opened.as_slice().try_into().map_err(|_| StoreError::Damaged(Part::Keys))?;
                Ok(MasterKey::from_bytes(*bytes))
            }
        }
    }

    /// The holder's own signing key, if `key` is the sealing key of this slot in this vault; `None` for a slot of
    /// version 1, which has none.
    pub(crate) fn open_signing(&self, vault: Uuid, key: &Secret) -> Result<Option<SigningKey>, StoreError> {
        match &self.content {
            Content::Keys(keys) => Ok(Some(self.open_pair(vault, keys, key)?.signing_key())),
            Content::Master(_) => Ok(None),
        }
    }

    /// The public half of the key its holder signs with.
    pub(crate) fn public_signing(&self) -> Option<[u8; 32]> {
        match &self.content {
            Content::Keys(keys) => Some(keys.public.signing),
            Content::Master(_) => None,
        }
    }

    /// The same slot with another clinic's key in it, which needs nobody's password.
    ///
    /// # Errors
    /// [`StoreError::OldKeys`] for a slot of version 1, which holds no public key to seal to.
    pub(crate) fn with_master(&self, vault: Uuid, master: &MasterKey) -> Result<Self, StoreError> {
        let Content::Keys(keys) = &self.content else {
            return Err(StoreError::OldKeys);
        };
        let sealed = SealedMaster::seal(master, &keys.public, &self.header(vault)?)?;
        Ok(Self {
            content: Content::Keys(Box::new(SealedKeys { master: sealed, ..SealedKeys::clone(keys) })),
            ..self.clone()
        })
    }

    /// Whether its holder has keys of their own, so that the clinic's key can be changed.
    pub(crate) fn has_own_keys(&self) -> bool {
        match &self.content {
            Content::Keys(_) => true,
            Content::Master(_) => false,
        }
    }

    /// Whether its holder should have a better slot: an old one, or one that is cheaper to guess than `cost`.
    pub(crate) fn is_behind(&self, cost: Cost) -> bool {
        !self.has_own_keys() || self.derivation.is_cheaper_than(cost)
    }

    /// The public halves of its holder's keys; `None` in a slot of version 1.
    pub(crate) fn public(&self) -> Option<PublicKeys> {
        match &self.content {
            Content::Keys(keys) => Some(keys.public),
            Content::Master(_) => None,
        }
    }

    /// Whether its holder chose the password.
    pub(crate) fn password_kind(&self) -> PasswordKind {
        match &self.content {
            Content::Keys(keys) => keys.password,
            Content::Master(_) => PasswordKind::Lasting,
        }
    }

    fn for_password(
        place: Place<'_>,
        holder: Holder,
        password: &Password,
        kind: PasswordKind,
        pair: &KeyPair,
    ) -> Result<Self, StoreError> {
        let derivation = Derivation::Argon2id { cost: place.cost, salt: random()?, device: password.device_id() };
        let key = derivation.password_key(password)?;
        Self::of_keys(place, holder, derivation, &key, kind, pair)
    }

    fn of_keys(
        place: Place<'_>,
        holder: Holder,
        derivation: Derivation,
        key: &Secret,
        password: PasswordKind,
        pair: &KeyPair,
    ) -> Result<Self, StoreError> {
        let version = if derivation.device().is_some() { SLOT_VERSION } else { PLAIN_VERSION };
        let public = pair.public();
        let header = Header {
            vault: place.vault,
            version,
            holder: &holder,
            derivation: &derivation,
            public: Some(&public),
            password: Some(password),
        };
        let header = canonical(&header)?;
        let private = pair.seal(key, &header)?;
        let master = SealedMaster::seal(place.master, &public, &header)?;
        Ok(Self {
            version,
            holder,
            derivation,
            content: Content::Keys(Box::new(SealedKeys { password, public, private, master })),
        })
    }

    fn open_pair(&self, vault: Uuid, keys: &SealedKeys, key: &Secret) -> Result<KeyPair, StoreError> {
        KeyPair::open(&keys.private, key, &self.header(vault)?, &keys.public)
    }

    fn header(&self, vault: Uuid) -> Result<Vec<u8>, StoreError> {
        let (public, password) = match &self.content {
            Content::Keys(keys) => (Some(&keys.public), Some(keys.password)),
            Content::Master(_) => (None, None),
        };
        let (holder, derivation) = (&self.holder, &self.derivation);
        canonical(&Header { vault, version: self.version, holder, derivation, public, password })
    }
}
