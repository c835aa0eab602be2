//! `vault.keys`: the slots of a vault, outside the database because they are needed to open it.
//!
//! The file has one spelling only, and a MAC under a key that hangs on the master key. So after unlocking,
//! a slot somebody slipped in, took out or changed is found, and so is every single altered byte before it.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use care::record::UserId;
use ed25519_dalek::SigningKey;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::cost::Cost;
use super::sealed::hex;
use super::slot::{Place, SLOT_VERSION};
use super::{Holder, MasterKey, Password, PasswordKind, RecoveryKey, Secret, Slot};
use crate::canonical::canonical;
use crate::durable::replace_file;
use crate::{Part, StoreError};

const FORMAT: &str = "needlepoint-keys";
/// Version 2 knows what a password should cost here and whether the clinic's key is to be renewed.
const VERSION: u32 = 2;
/// A file beyond this is no key file; a slot takes about a thousand bytes.
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
    /// What a guess of a password should cost, measured at the first run; a file of version 1 does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cost: Option<Cost>,
    /// Somebody was removed: the clinic's key is to be changed at the next opening.
    #[serde(default, skip_serializing_if = "is_no")]
    is_renewal_due: bool,
    slots: Vec<Slot>,
    #[serde(with = "hex")]
    mac: [u8; 32],
}

impl KeyFile {
    /// A file without slots, for a new vault whose passwords cost `cost` a guess.
    pub(crate) fn new(vault: Uuid, cost: Cost) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            vault,
            generation: 0,
            cost: Some(cost),
            is_renewal_due: false,
            slots: Vec::new(),
            mac: [0; 32],
        }
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
        for (vault, program) in [(start.version, VERSION), (newest_slot, SLOT_VERSION)] {
            if vault > program {
                return Err(StoreError::VaultIsNewer { vault, program });
            }
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
        self.slots.iter().find(|slot| slot.holder.is_user(wanted)).ok_or(StoreError::NotFound)
    }

    /// Which secret of a computer a user's password asks for.
    pub(crate) fn device_of(&self, user: UserId) -> Result<Option<Uuid>, StoreError> {
        Ok(self.slot_of(user)?.derivation.device())
    }

    /// Whether the recovery key opens the vault.
    pub(crate) fn has_recovery(&self) -> bool {
        self.slots.iter().any(|slot| slot.holder == Holder::Recovery)
    }

    /// Unlocks with a user's password.
    pub(crate) fn unlock(&self, user: UserId, password: &Password) -> Result<MasterKey, StoreError> {
        Ok(self.unlock_to_sign(user, password)?.0)
    }

    /// Unlocks with a user's password; and gives the key that user signs with, where the slot has one.
    pub(crate) fn unlock_to_sign(
        &self,
        user: UserId,
        password: &Password,
    ) -> Result<(MasterKey, Option<SigningKey>), StoreError> {
        let slot = self.slot_of(user)?;
        let key = slot.derivation.password_key(password)?;
        Ok((self.unlock_with(slot, &key)?, slot.open_signing(self.vault, &key)?))
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

    /// A slot for a user with new keys of their own, at today's cost; and the one of them that signs.
    pub(crate) fn seal_for(
        &self,
        holder: Holder,
        password: &Password,
        kind: PasswordKind,
        master: &MasterKey,
    ) -> Result<(Slot, SigningKey), StoreError> {
        Slot::for_user(self.place(master), holder, password, kind)
    }

    /// A user's slot with another password, at today's cost and with the keys that user has. The secret of a computer
    /// that stands beside `new` is mixed in.
    ///
    /// # Errors
    /// [`StoreError::WrongPassword`] where `old` is not the password so far.
    pub(crate) fn reseal_for(
        &self,
        user: UserId,
        old: &Password,
        new: &Password,
        master: &MasterKey,
    ) -> Result<Slot, StoreError> {
        let slot = self.slot_of(user)?;
        let key = slot.derivation.password_key(old)?;
        slot.with_password(self.place(master), &key, new, PasswordKind::Lasting)
    }

    /// Puts a slot in, in place of an earlier one of the same holder.
    pub(crate) fn put(&mut self, slot: Slot) {
        self.slots.retain(|old| !old.holder.is_same(&slot.holder));
        self.slots.push(slot);
    }

    /// Takes a user's slot out.
    pub(crate) fn remove_user(&mut self, gone: UserId) {
        self.slots.retain(|slot| !slot.holder.is_user(gone));
    }

    /// Puts a recovery slot in, in place of an earlier one.
    pub(crate) fn set_recovery(&mut self, recovery: &RecoveryKey, master: &MasterKey) -> Result<(), StoreError> {
        let slot = Slot::for_recovery(self.place(master), recovery)?;
        self.put(slot);
        Ok(())
    }

    /// Gives a user who has just unlocked a slot of the newest kind at today's cost. Whether anything changed.
    ///
    /// # Errors
    /// [`StoreError::WrongPassword`], where it is not the user's password.
    pub(crate) fn keep_up(
        &mut self,
        user: UserId,
        password: &Password,
        master: &MasterKey,
    ) -> Result<bool, StoreError> {
        let is_costed = self.cost.is_some();
        if !is_costed {
            self.cost = Some(Cost::measured_here()?);
        }
        let slot = self.slot_of(user)?;
        if !slot.is_behind(self.cost()) {
            return Ok(!is_costed);
        }
        let key = slot.derivation.password_key(password)?;
        let slot = slot.with_password(self.place(master), &key, password, slot.password_kind())?;
        self.put(slot);
        Ok(true)
    }

    /// Gives whoever has just typed the recovery key a slot of the newest kind. Whether anything changed.
    pub(crate) fn keep_recovery_up(&mut self, recovery: &RecoveryKey, master: &MasterKey) -> Result<bool, StoreError> {
        if self.slots.iter().filter(|slot| slot.holder == Holder::Recovery).all(Slot::has_own_keys) {
            return Ok(false);
        }
        self.set_recovery(recovery, master)?;
        Ok(true)
    }

    /// The clinic's key is to be changed at the next opening, because somebody who could open it is gone.
    ///
    /// # Errors
    /// [`StoreError::OldKeys`] where a slot could not follow: its holder has to open it first.
    pub(crate) fn owe_renewal(&mut self) -> Result<(), StoreError> {
        if !self.slots.iter().all(Slot::has_own_keys) {
            return Err(StoreError::OldKeys);
        }
        self.is_renewal_due = true;
        Ok(())
    }

    /// Whether the clinic's key is to be changed.
    pub(crate) fn is_renewal_due(&self) -> bool {
        self.is_renewal_due
    }

    /// The same file for another clinic's key, sealed to the public key of everybody.
    ///
    /// # Errors
    /// [`StoreError::OldKeys`] as [`KeyFile::owe_renewal`].
    pub(crate) fn renewed(&self, master: &MasterKey) -> Result<Self, StoreError> {
        let slots = self.slots.iter().map(|slot| slot.with_master(self.vault, master));
        Ok(Self { slots: slots.collect::<Result<_, _>>()?, is_renewal_due: false, ..self.clone() })
    }

    fn cost(&self) -> Cost {
        self.cost.unwrap_or(Cost::FLOOR)
    }

    fn place<'a>(&self, master: &'a MasterKey) -> Place<'a> {
        Place { vault: self.vault, cost: self.cost(), master }
    }

    /// Signs the file and puts it on the disk. The generation before it is kept beside it, never read by itself:
    /// falling back to it would let a removed user in again.
    pub(crate) fn save(&mut self, path: &Path, master: &MasterKey) -> Result<(), StoreError> {
        self.generation += 1;
        self.version = VERSION;
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

fn is_no(flag: &bool) -> bool {
    !flag
}
