//! The keys of a vault: one master key, what is derived from it, and the slots people open it with.
//!
//! Each holder of a slot has keys of their own; the master key is sealed to their public halves.
//!
//! Salts, nonces and new keys come from the operating system here and nowhere else; they are no observable
//! input of any rule, so they are not arguments. Key material is wiped when it is dropped and is never printed.

mod code;
mod cost;
mod device;
mod holder;
mod key_file;
mod key_pair;
mod locked;
mod password;
mod pin;
mod recovery;
mod sealed;
mod slot;
mod throttle;

use hkdf::Hkdf;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

pub use code::CodeSecret;
pub(crate) use cost::Cost;
pub use device::DeviceSecret;
pub use holder::{Holder, PasswordKind};
pub(crate) use key_file::KeyFile;
pub use password::{MIN_PASSWORD_CHARS, Password, PasswordError};
pub use pin::PinKey;
pub use recovery::{RecoveryKey, RecoveryKeyError};
pub(crate) use sealed::{Sealed, hex};
pub(crate) use slot::Slot;
pub use throttle::{FailedUnlock, Way};
pub(crate) use throttle::{Tries, Wait, take_turn};

use crate::StoreError;

/// The clinic's master key: everything in the vault is sealed under keys derived from it.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct MasterKey([u8; 32]);

impl MasterKey {
    /// Takes 32 bytes that are already random: in tests, and where a running job keeps its own key.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// A new key from the operating system.
    ///
    /// # Errors
    /// [`StoreError::NoRandomness`].
    pub(crate) fn generate() -> Result<Self, StoreError> {
        random().map(Self)
    }

    /// The key SQLCipher takes as it is, without a derivation of its own.
    pub(crate) fn database_key(&self) -> Secret {
        self.derive(b"needlepoint/database/1")
    }

    /// Wraps the key of each media file.
    pub(crate) fn media_key(&self) -> Secret {
        self.derive(b"needlepoint/media/1")
    }

    /// Names media files, so that a file's name tells nothing about its content.
    pub(crate) fn media_id_key(&self) -> Secret {
        self.derive(b"needlepoint/media-id/1")
    }

    /// Authenticates the key file.
    pub(crate) fn slots_key(&self) -> Secret {
        self.derive(b"needlepoint/slots/1")
    }

    /// Authenticates the heads of the journal that are kept outside.
    pub(crate) fn anchor_key(&self) -> Secret {
        self.derive(b"needlepoint/anchor/1")
    }

    /// Seals the clinic's key for the seals of its documents.
    pub(crate) fn seal_key(&self) -> Secret {
        self.derive(b"needlepoint/seal-key/1")
    }

    /// Authenticates the list of a backup.
    pub(crate) fn backup_key(&self) -> Secret {
        self.derive(b"needlepoint/backup/1")
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    fn derive(&self, label: &[u8]) -> Secret {
        Secret::derive(&self.0, None, label)
    }
}

impl std::fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MasterKey")
    }
}

/// 32 secret bytes, wiped when dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub(crate) struct Secret([u8; 32]);

impl Secret {
    /// HKDF-SHA-256 over `material`.
    pub(crate) fn derive(material: &[u8], salt: Option<&[u8]>, label: &[u8]) -> Self {
        let mut out = [0_u8; 32];
        #[expect(clippy::expect_used, reason = "HKDF-SHA-256 gives up to 8160 bytes, and 32 are asked for")]
        Hkdf::<Sha256>::new(salt, material).expand(label, &mut out).expect("32 bytes are within HKDF's reach");
        let secret = Self(out);
        out.zeroize();
        secret
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// HMAC-SHA-256 of `message`.
    pub(crate) fn authenticate(&self, message: &[u8]) -> [u8; 32] {
        self.mac(message).finalize().into_bytes().into()
    }

    /// Whether `tag` is the HMAC-SHA-256 of `message`, compared in constant time.
    pub(crate) fn is_authentic(&self, message: &[u8], tag: &[u8]) -> bool {
        self.mac(message).verify_slice(tag).is_ok()
    }

    /// As SQLCipher reads a raw key: `x'…'` with 64 digits.
    pub(crate) fn as_sqlcipher(&self) -> Zeroizing<String> {
        let digits = Zeroizing::new(data_encoding::HEXLOWER.encode(&self.0));
        Zeroizing::new(format!("x'{}'", *digits))
    }

    fn mac(&self, message: &[u8]) -> Hmac<Sha256> {
        #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes a key of any length");
        mac.update(message);
        mac
    }
}

/// `N` bytes from the operating system.
///
/// # Errors
/// [`StoreError::NoRandomness`].
pub(crate) fn random<const N: usize>() -> Result<[u8; N], StoreError> {
    let mut bytes = [0_u8; N];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_database_the_photos_the_key_file_and_backups_never_share_a_key() {
        let master = MasterKey::from_bytes([7; 32]);
        let keys = [
            master.database_key(),
            master.media_key(),
            master.media_id_key(),
            master.slots_key(),
            master.anchor_key(),
            master.backup_key(),
            master.seal_key(),
        ];
        for (n, one) in keys.iter().enumerate() {
            assert_ne!(one.bytes(), master.bytes(), "a derived key is never the master key");
            for other in keys.iter().skip(n + 1) {
                assert_ne!(one.bytes(), other.bytes(), "each purpose has a key of its own");
            }
        }
    }

    #[test]
    fn a_key_is_never_printed() {
        let master = MasterKey::from_bytes([0xab; 32]);
        assert_eq!(format!("{master:?}"), "MasterKey", "a log line about a vault carries no key");
    }
}
