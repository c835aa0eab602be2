//! The PINs of this run: one for each person who set one, for signatures and to unlock again after a lock.
//!
//! They end with the program. Five wrong tries destroy one, at a signature and at the lock screen together
//! (docs/decisions/0012-one-pin-for-signing-and-unlocking.md).

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use care::record::UserId;
use store::{PinKey, StoreError};

/// The PINs that are kept. Judging one takes a moment, so each has a lock of its own and nobody else waits for it.
#[derive(Default)]
pub(crate) struct Pins(Mutex<BTreeMap<UserId, Kept>>);

#[derive(Clone)]
struct Kept {
    unlocks: bool,
    pin: Arc<Mutex<PinKey>>,
}

impl Pins {
    /// Keeps a PIN in place of an earlier one of the same person.
    pub(crate) fn keep(&self, pin: PinKey) {
        let (user, unlocks) = (pin.user(), pin.unlocks());
        held(&self.0).insert(user, Kept { unlocks, pin: Arc::new(Mutex::new(pin)) });
    }

    /// Whether a person has a PIN.
    pub(crate) fn has(&self, user: UserId) -> bool {
        held(&self.0).contains_key(&user)
    }

    /// Whether a person's PIN unlocks the vault.
    pub(crate) fn unlocks(&self, user: UserId) -> bool {
        held(&self.0).get(&user).is_some_and(|kept| kept.unlocks)
    }

    /// Lets `work` try a person's PIN. One that is destroyed or void by it is forgotten.
    ///
    /// # Errors
    /// [`StoreError::PinVoid`] where the person has none, and what `work` says.
    pub(crate) fn try_on<T>(
        &self,
        user: UserId,
        work: impl FnOnce(&mut PinKey) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let kept = held(&self.0).get(&user).cloned().ok_or(StoreError::PinVoid)?;
        let tried = work(&mut held(&kept.pin));
        if matches!(tried, Err(StoreError::PinVoid | StoreError::WrongPin { tries_left: 0 })) {
            self.forget(user);
        }
        tried
    }

    /// Forgets the PIN of somebody whose key was taken away or replaced.
    pub(crate) fn forget(&self, user: UserId) {
        held(&self.0).remove(&user);
    }

    /// Forgets every PIN: the clinic's key they hold is, or will be, another.
    pub(crate) fn forget_all(&self) {
        held(&self.0).clear();
    }

    /// The vault is locked: nothing stays in memory that would answer a guess quickly.
    pub(crate) fn rest(&self) {
        let all: Vec<Kept> = held(&self.0).values().cloned().collect();
        for kept in all {
            held(&kept.pin).rest();
        }
    }
}

/// Whether `text` is 4 to 8 digits.
pub(crate) fn is_pin_shaped(text: &str) -> bool {
    (4..=8).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // What is kept here stays whole even if a thread fell over while holding it.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_digits_are_no_pin() {
        assert!(!is_pin_shaped("471"), "too short");
        assert!(is_pin_shaped("47114711"), "eight digits are the most");
        assert!(!is_pin_shaped("471147114"), "too long");
        assert!(!is_pin_shaped("47a1"), "digits only");
    }
}
