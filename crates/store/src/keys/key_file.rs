//! `vault.keys`: the slots of a vault, outside the database because they are needed to open it.
//!
//! The file has one spelling only, and a MAC under a key that hangs on the master key. So after unlocking,
//! a slot somebody slipped in, took out or changed is found, and so is every single altered byte before it.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use care::record::UserId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::slot::SLOT_VERSION;
use super::{Holder, MasterKey, Password, RecoveryKey, Secret, Slot};
use crate::canonical::canonical;
use crate::durable::replace_file;
use crate::{Part, StoreError};

const FORMAT: &str = "needlepoint-keys";
const VERSION: u32 = 1;
/// A file beyond this is no key file; a slot takes about 400 bytes.
const MAX_BYTES: u64 = 1024 * 1024;

/// The slots of a vault, as they stand on the disk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct KeyFile {
    format: String,
    version: u32,
    vault: Uuid,
    /// Counts the rewrites, so that an old copy is told from the newest.
    generation: u64,
    slots: Vec<Slot>,
    #[serde(with = "hex")]
    mac: [u8; 32],
}

impl KeyFile {
    /// A file without slots, for a new vault.
    pub(crate) fn new(vault: Uuid) -> Self {
        Self { format: FORMAT.to_owned(), version: VERSION, vault, generation: 0, slots: Vec::new(), mac: [0; 32] }
    }

    /// Reads the file as it stands; nothing is unlocked yet.
    pub(crate) fn read(path: &Path) -> Result<Self, StoreError> {
        let size = match fs::metadata(path) {
            Ok(metadata) => metadata.len(),
            Err(error) if error.kind() == ErrorKind::NotFound => return Err(StoreError::NotAVault),
            Err(error) => return Err(error.into()),
        };
        if size > MAX_BYTES {
            return Err(StoreError::Damaged(Part::Keys));
        }
        Self::parse(&fs::read(path)?)
    }

    /// Reads the bytes of a file. Only the one spelling of it is taken.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, StoreError> {
        let damaged = |_| StoreError::Damaged(Part::Keys);
        let start: Start = serde_json::from_slice(bytes).map_err(damaged)?;
        if start.format != FORMAT {
            return Err(StoreError::NotAVault);
        }
        let newest_slot = start.slots.iter().map(|slot| slot.version).max().unwrap_or(0);
        if start.version > VERSION || newest_slot > SLOT_VERSION {
            return Err(StoreError::VaultIsNewer { vault: start.version.max(newest_slot), program: VERSION });
        }
        let file: Self = serde_json::from_slice(bytes).map_err(damaged)?;
        if canonical(&file)? != bytes {
            return Err(StoreError::Damaged(Part::Keys));
        }
        Ok(file)
    }

    /// Whose keys they are.
    pub(crate) fn vault(&self) -> Uuid {
        self.vault
    }

    /// Who can unlock this vault, for the lock screen.
    pub(crate) fn holders(&self) -> impl Iterator<Item = &Holder> {
        self.slots.iter().map(|slot| &slot.holder)
    }

    /// The slot of a user.
    pub(crate) fn slot_of(&self, wanted: UserId) -> Result<&Slot, StoreError> {
        let is_wanted = |slot: &&Slot| matches!(&slot.holder, Holder::User { user, .. } if *user == wanted);
        self.slots.iter().find(is_wanted).ok_or(StoreError::NotFound)
    }

    /// Unlocks with a user's password.
    pub(crate) fn unlock(&self, user: UserId, password: &Password) -> Result<MasterKey, StoreError> {
        let slot = self.slot_of(user)?;
        self.unlock_with(slot, &slot.derivation.password_key(password)?)
    }

    /// Unlocks with the recovery key.
    pub(crate) fn recover(&self, recovery: &RecoveryKey) -> Result<MasterKey, StoreError> {
        let slot = self.slots.iter().find(|slot| slot.holder == Holder::Recovery).ok_or(StoreError::NotFound)?;
        self.unlock_with(slot, &slot.derivation.recovery_key(recovery)?)
    }

    /// Unlocks with a sealing key that is derived already, and only if the whole file is authentic.
    pub(crate) fn unlock_with(&self, slot: &Slot, key: &Secret) -> Result<MasterKey, StoreError> {
        let master = slot.open(self.vault, key)?;
        self.check(&master)?;
        Ok(master)
    }

    /// Whether the whole file was written by somebody who holds the master key.
    pub(crate) fn check(&self, master: &MasterKey) -> Result<(), StoreError> {
        if master.slots_key().is_authentic(&self.signed_bytes()?, &self.mac) {
            return Ok(());
        }
        Err(StoreError::Damaged(Part::Keys))
    }

    /// Puts a user's slot in, in place of an earlier one of that user.
    pub(crate) fn set_user(
        &mut self,
        user: UserId,
        name: &str,
        password: &Password,
        master: &MasterKey,
    ) -> Result<(), StoreError> {
        let holder = Holder::User { user, name: name.to_owned() };
        let slot = Slot::for_user(self.vault, holder, password, master)?;
        self.remove_user(user);
        self.slots.push(slot);
        Ok(())
    }

    /// Takes a user's slot out.
    pub(crate) fn remove_user(&mut self, gone: UserId) {
        self.slots.retain(|slot| !matches!(&slot.holder, Holder::User { user, .. } if *user == gone));
    }

    /// Puts a recovery slot in, in place of an earlier one.
    pub(crate) fn set_recovery(&mut self, recovery: &RecoveryKey, master: &MasterKey) -> Result<(), StoreError> {
        let slot = Slot::for_recovery(self.vault, recovery, master)?;
        self.slots.retain(|old| old.holder != Holder::Recovery);
        self.slots.push(slot);
        Ok(())
    }

    /// Signs the file and puts it on the disk. The generation before it is kept beside it, never read by itself:
    /// falling back to it would let a removed user in again.
    pub(crate) fn save(&mut self, path: &Path, master: &MasterKey) -> Result<(), StoreError> {
        self.generation += 1;
        self.mac = master.slots_key().authenticate(&self.signed_bytes()?);
        match fs::read(path) {
            Ok(previous) => replace_file(&path.with_added_extension("previous"), &previous)?,
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error.into()),
        }
        replace_file(path, &canonical(self)?)
    }

    /// Everything but the MAC itself, in its one spelling.
    fn signed_bytes(&self) -> Result<Vec<u8>, StoreError> {
        canonical(&Self { mac: [0; 32], ..self.clone() })
    }
}

/// The little of a file that every version of it has.
#[derive(Deserialize)]
struct Start {
    format: String,
    version: u32,
    slots: Vec<SlotStart>,
}

#[derive(Deserialize)]
struct SlotStart {
    version: u32,
}

/// Fixed-length bytes as lower-case hexadecimal digits.
pub(crate) mod hex {
    use data_encoding::HEXLOWER;
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    pub(crate) fn serialize<S: Serializer, const N: usize>(bytes: &[u8; N], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&HEXLOWER.encode(bytes))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>, const N: usize>(deserializer: D) -> Result<[u8; N], D::Error> {
        let digits = String::deserialize(deserializer)?;
        let bytes = HEXLOWER.decode(digits.as_bytes()).map_err(|_| D::Error::custom("not hexadecimal"))?;
        bytes.try_into().map_err(|_| D::Error::custom("wrong length"))
    }
}
