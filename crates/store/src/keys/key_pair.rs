//! The keys of one user: a pair that receives the clinic's key, and a pair that signs.
//!
//! The clinic's master key is sealed to the public half. So it can be changed for everybody without anybody else's
//! password, and only the private half, which the password seals, opens it again.

use ed25519_dalek::SigningKey;
use serde::{Deserialize, Serialize};
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::{Zeroize as _, Zeroizing};

use super::sealed::{Sealed, hex};
use super::{MasterKey, Secret, random};
use crate::{Part, StoreError};

/// Both private keys of a user, wiped when dropped.
pub(crate) struct KeyPair {
    receiving: StaticSecret,
    signing: SigningKey,
}

/// The public halves, as they stand in the key file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PublicKeys {
    /// X25519: receives the clinic's key.
    #[serde(with = "hex")]
    pub(crate) receiving: [u8; 32],
    /// Ed25519: proves who signed.
    #[serde(with = "hex")]
    pub(crate) signing: [u8; 32],
}

/// The clinic's master key, sealed to one user's public key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SealedMaster {
    /// The sender's half of the exchange, used once.
    #[serde(with = "hex")]
    ephemeral: [u8; 32],
    sealed: Sealed<48>,
}

impl KeyPair {
    /// New pairs from the operating system.
    pub(crate) fn generate() -> Result<Self, StoreError> {
        let (receiving, signing) = (Zeroizing::new(random()?), Zeroizing::new(random()?));
        Ok(Self { receiving: StaticSecret::from(*receiving), signing: SigningKey::from_bytes(&signing) })
    }

    /// The public halves.
    pub(crate) fn public(&self) -> PublicKeys {
        PublicKeys {
            receiving: PublicKey::from(&self.receiving).to_bytes(),
            signing: self.signing.verifying_key().to_bytes(),
        }
    }

    /// The private key that signs.
    pub(crate) fn signing_key(&self) -> SigningKey {
        self.signing.clone()
    }

    /// Seals both private keys under a key made of a password or a recovery key.
    pub(crate) fn seal(&self, key: &Secret, header: &[u8]) -> Result<Sealed<80>, StoreError> {
        let mut private = Zeroizing::new([0_u8; 64]);
        private[..32].copy_from_slice(self.receiving.as_bytes());
        private[32..].copy_from_slice(self.signing.as_bytes());
        Sealed::seal(key, &*private, header)
    }

    /// Opens private keys, which must belong to `public`.
    ///
    /// # Errors
    /// [`StoreError::WrongPassword`] where `key` or `header` is not the one they were sealed with.
    pub(crate) fn open(
        sealed: &Sealed<80>,
        key: &Secret,
        header: &[u8],
        public: &PublicKeys,
    ) -> Result<Self, StoreError> {
        let private = sealed.open(key, header)?;
        let damaged = StoreError::Damaged(Part::Keys);
        let (mut receiving, mut signing) = ([0_u8; 32], [0_u8; 32]);
        let (first, second) = private.split_at_checked(32).ok_or_else(|| damaged.clone())?;
        receiving.copy_from_slice(first);
        signing.copy_from_slice(second);
        let pair = Self { receiving: StaticSecret::from(receiving), signing: SigningKey::from_bytes(&signing) };
        receiving.zeroize();
        signing.zeroize();
        if pair.public() == *public { Ok(pair) } else { Err(damaged) }
    }

    /// Opens the clinic's key.
    ///
    /// # Errors
    /// [`StoreError::WrongPassword`] where it was sealed to somebody else.
    pub(crate) fn open_master(&self, sealed: &SealedMaster, header: &[u8]) -> Result<MasterKey, StoreError> {
        let shared = self.receiving.diffie_hellman(&PublicKey::from(sealed.ephemeral));
        if !shared.was_contributory() {
            return Err(StoreError::Damaged(Part::Keys));
        }
        let key = exchanged(shared.as_bytes(), &sealed.ephemeral, &self.public().receiving);
        let opened = sealed.sealed.open(&key, header)?;
        let bytes: &[u8; 32] = opened.as_slice().try_into().map_err(|_| StoreError::Damaged(Part::Keys))?;
        Ok(MasterKey::from_bytes(*bytes))
    }
}

impl SealedMaster {
    /// Seals the clinic's key so that only the private half of `to` opens it.
    pub(crate) fn seal(master: &MasterKey, to: &PublicKeys, header: &[u8]) -> Result<Self, StoreError> {
        let once = StaticSecret::from(*Zeroizing::new(random()?));
        let ephemeral = PublicKey::from(&once).to_bytes();
        let shared = once.diffie_hellman(&PublicKey::from(to.receiving));
        if !shared.was_contributory() {
            return Err(StoreError::Damaged(Part::Keys));
        }
        let key = exchanged(shared.as_bytes(), &ephemeral, &to.receiving);
        Ok(Self { ephemeral, sealed: Sealed::seal(&key, master.bytes(), header)? })
    }
}

/// The key both halves of an exchange arrive at, bound to who takes part in it.
fn exchanged(shared: &[u8; 32], ephemeral: &[u8; 32], receiver: &[u8; 32]) -> Secret {
    let mut parties = [0_u8; 64];
    parties[..32].copy_from_slice(ephemeral);
    parties[32..].copy_from_slice(receiver);
    Secret::derive(shared, Some(&parties), b"needlepoint/master-to-user/1")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clinic_key_opens_for_the_user_it_was_sealed_to_and_for_nobody_else() {
        let master = MasterKey::from_bytes([7; 32]);
        let (sam, ana) = (KeyPair::generate().unwrap(), KeyPair::generate().unwrap());
        let sealed = SealedMaster::seal(&master, &sam.public(), b"slot").unwrap();
        assert_eq!(sam.open_master(&sealed, b"slot"), Ok(master), "Sam's private key opens it");
        assert_eq!(ana.open_master(&sealed, b"slot"), Err(StoreError::WrongPassword), "Ana's does not");
        assert_eq!(sam.open_master(&sealed, b"other"), Err(StoreError::WrongPassword), "nor in another slot");
    }

    #[test]
    fn a_public_key_that_would_give_everybody_the_same_secret_is_refused() {
        let to = PublicKeys { receiving: [0; 32], signing: [0; 32] };
        let sealed = SealedMaster::seal(&MasterKey::from_bytes([7; 32]), &to, b"slot");
        assert_eq!(sealed, Err(StoreError::Damaged(Part::Keys)), "a point of small order exchanges nothing");
    }

    #[test]
    fn private_keys_that_do_not_belong_to_the_public_ones_are_noticed() {
        let (sam, ana, key) =
            (KeyPair::generate().unwrap(), KeyPair::generate().unwrap(), Secret::derive(b"k", None, b"t"));
        let sealed = sam.seal(&key, b"slot").unwrap();
        assert!(KeyPair::open(&sealed, &key, b"slot", &sam.public()).is_ok(), "Sam's own");
        let swapped = KeyPair::open(&sealed, &key, b"slot", &ana.public()).map(|_| ());
        assert_eq!(swapped, Err(StoreError::Damaged(Part::Keys)), "under another's public keys");
    }
}
