//! The clinic's key under a PIN, for one run of the program: in memory only, gone with the process.
//!
//! Four digits are ten thousand guesses, so a PIN is worth nothing to whoever can try it out in peace. It is sealed
//! together with 32 random bytes that stand in locked memory and nowhere else: a stolen disk holds nothing to try.
//! At the keyboard five wrong tries destroy it. Where the system locks no memory a PIN still signs, and unlocks nothing.

use care::record::UserId;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::key_pair::PublicKeys;
use super::locked::LockedSecret;
use super::sealed::Sealed;
use super::{Cost, MasterKey, Secret, random};
use crate::StoreError;
use crate::canonical::canonical;

/// Wrong tries until it is destroyed.
const TRIES: u8 = 5;

/// A user's PIN of this run.
pub struct PinKey {
    user: UserId,
    /// The keys the user had when the PIN was set: with others it is void.
    pub(crate) public: PublicKeys,
    vault: Uuid,
    salt: [u8; 16],
    tries_left: u8,
    /// What the stretched PIN is compared with.
    check: [u8; 32],
    /// `None` where the system locks no memory, and once it is destroyed.
    quick: Option<Quick>,
    /// Answers without the long derivation, from the first right PIN of a sitting to its end.
    swift: Option<Swift>,
}

/// What unlocks the vault.
struct Quick {
    secret: LockedSecret,
    sealed: Sealed<48>,
}

struct Swift {
    key: Secret,
    tag: [u8; 32],
}

/// What a right PIN derives.
struct Derived {
    check: [u8; 32],
    sealing: Secret,
}

impl PinKey {
    /// Seals `master` under `pin`. Takes as long as the cheapest unlock.
    pub(crate) fn seal(
        user: UserId,
        public: PublicKeys,
        vault: Uuid,
        pin: &str,
        master: &MasterKey,
    ) -> Result<Self, StoreError> {
        let secret = LockedSecret::generate()?;
        let salt = random()?;
        let derived = derive(pin, &salt, secret.as_ref())?;
        let header = header(vault, user, &public)?;
        let quick = match secret {
            Some(secret) => Some(Quick { secret, sealed: Sealed::seal(&derived.sealing, master.bytes(), &header)? }),
            None => None,
        };
        let mut kept = Self { user, public, vault, salt, tries_left: TRIES, check: derived.check, quick, swift: None };
        kept.remember(pin)?;
        Ok(kept)
    }

    /// Whose it is.
    #[must_use]
    pub fn user(&self) -> UserId {
        self.user
    }

    /// Whether it unlocks: memory could be locked for it, and it is not destroyed.
    #[must_use]
    pub fn unlocks(&self) -> bool {
        self.quick.is_some()
    }

    /// Whether no try is left.
    #[must_use]
    pub fn is_destroyed(&self) -> bool {
        self.tries_left == 0
    }

    /// Whether `typed` is the PIN, for a signature.
    ///
    /// # Errors
    /// [`StoreError::WrongPin`] with the tries that are left; after the last one it is destroyed.
    pub fn judge(&mut self, typed: &str) -> Result<(), StoreError> {
        let is_right = match &self.swift {
            Some(swift) if self.tries_left > 0 => swift.key.is_authentic(typed.as_bytes(), &swift.tag),
            Some(_) | None => return self.derive_right(typed).map(|_| ()),
        };
        if is_right {
            self.tries_left = TRIES;
            return Ok(());
        }
        Err(self.count_wrong())
    }

    /// The clinic's key as it was when the PIN was set.
    ///
    /// # Errors
    /// As [`PinKey::judge`]; [`StoreError::PinVoid`] where it unlocks nothing.
    pub(crate) fn open(&mut self, typed: &str) -> Result<MasterKey, StoreError> {
        if self.quick.is_none() {
            return Err(StoreError::PinVoid);
        }
        let derived = self.derive_right(typed)?;
        let header = header(self.vault, self.user, &self.public)?;
        let quick = self.quick.as_ref().ok_or(StoreError::PinVoid)?;
        let opened = quick.sealed.open(&derived.sealing, &header)?;
        let bytes: &[u8; 32] = opened.as_slice().try_into().map_err(|_| StoreError::PinVoid)?;
        Ok(MasterKey::from_bytes(*bytes))
    }

    /// The vault is locked: only the long derivation answers from now on.
    pub fn rest(&mut self) {
        self.swift = None;
    }

    fn derive_right(&mut self, typed: &str) -> Result<Derived, StoreError> {
        if self.tries_left == 0 {
            return Err(StoreError::WrongPin { tries_left: 0 });
        }
        let derived = derive(typed, &self.salt, self.quick.as_ref().map(|quick| &quick.secret))?;
        // Both sides are keyed digests of the guess, so the time a comparison takes tells nothing about the PIN.
        if derived.check != self.check {
            return Err(self.count_wrong());
        }
        self.tries_left = TRIES;
        self.remember(typed)?;
        Ok(derived)
    }

    fn count_wrong(&mut self) -> StoreError {
        self.tries_left = self.tries_left.saturating_sub(1);
        if self.tries_left == 0 {
            self.quick = None;
            self.swift = None;
            self.check = [0; 32];
        }
        StoreError::WrongPin { tries_left: self.tries_left }
    }

    fn remember(&mut self, pin: &str) -> Result<(), StoreError> {
        let key = Secret::derive(&*Zeroizing::new(random::<32>()?), None, b"needlepoint/pin-swift/1");
        let tag = key.authenticate(pin.as_bytes());
        self.swift = Some(Swift { key, tag });
        Ok(())
    }
}

impl std::fmt::Debug for PinKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PinKey")
    }
}

fn derive(pin: &str, salt: &[u8; 16], secret: Option<&LockedSecret>) -> Result<Derived, StoreError> {
    let stretched = Cost::FLOOR.stretch(pin.as_bytes(), salt)?;
    let mut material = Zeroizing::new(stretched.to_vec());
    material.extend_from_slice(secret.map_or(&[], LockedSecret::bytes));
    let check = Secret::derive(&material, None, b"needlepoint/pin-check/1");
    Ok(Derived { check: *check.bytes(), sealing: Secret::derive(&material, None, b"needlepoint/pin-slot/1") })
}

/// What the seal covers beside the key: it opens for this user with these keys in this vault.
fn header(vault: Uuid, user: UserId, public: &PublicKeys) -> Result<Vec<u8>, StoreError> {
    canonical(&(vault, user, public))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::key_pair::KeyPair;

    fn master() -> MasterKey {
        MasterKey::from_bytes([7; 32])
    }

    fn a_pin() -> PinKey {
        let user = UserId(Uuid::from_u128(1));
        let public = KeyPair::generate().unwrap().public();
        PinKey::seal(user, public, Uuid::from_u128(900), "4711", &master()).unwrap()
    }

    #[test]
    fn the_right_pin_opens_the_clinic_key_and_a_wrong_one_says_how_many_tries_are_left() {
        let mut pin = a_pin();
        if !pin.unlocks() {
            return; // No memory can be locked here: there is nothing sealed, which is the promise.
        }
        assert_eq!(pin.open("0000"), Err(StoreError::WrongPin { tries_left: 4 }), "one wrong try");
        assert_eq!(pin.open("4711"), Ok(master()), "the right one");
        assert_eq!(pin.open("0000"), Err(StoreError::WrongPin { tries_left: 4 }), "and all tries are back");
    }

    #[test]
    fn the_fifth_wrong_pin_destroys_it_and_the_right_one_opens_nothing_any_more() {
        let mut pin = a_pin();
        let left: Vec<_> = (0..5).map(|_| pin.judge("0000")).collect();
        let expected: Vec<_> = (0..5).rev().map(|tries_left| Err(StoreError::WrongPin { tries_left })).collect();
        assert_eq!(left, expected, "five tries");
        assert!(pin.is_destroyed() && !pin.unlocks(), "then it is gone");
        assert_eq!(pin.judge("4711"), Err(StoreError::WrongPin { tries_left: 0 }), "for signatures");
        assert_eq!(pin.open("4711"), Err(StoreError::PinVoid), "and for unlocking");
    }

    #[test]
    fn tries_at_signatures_and_at_the_lock_screen_are_counted_together() {
        let mut pin = a_pin();
        for n in (3..5).rev() {
            assert_eq!(pin.judge("0000"), Err(StoreError::WrongPin { tries_left: n }), "at a signature");
        }
        pin.rest();
        assert_eq!(pin.judge("1111"), Err(StoreError::WrongPin { tries_left: 2 }), "and after a lock");
        assert_eq!(pin.judge("4711"), Ok(()), "the right one starts over");
        assert_eq!(pin.judge("1111"), Err(StoreError::WrongPin { tries_left: 4 }), "from five again");
    }

    #[test]
    fn nothing_that_answers_quickly_is_kept_while_the_vault_is_locked() {
        let mut pin = a_pin();
        assert!(pin.swift.is_some(), "a signature is quick in the sitting in which it was set");
        pin.rest();
        assert!(pin.swift.is_none(), "a lock takes it away");
        assert_eq!(pin.judge("4711"), Ok(()), "the first right PIN costs the long derivation");
        assert!(pin.swift.is_some(), "and the next signature is quick again");
    }
}
