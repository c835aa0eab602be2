//! A few secret bytes, sealed: XChaCha20-Poly1305 with a fresh nonce, bound to the header they stand under.

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::{Secret, random};
use crate::{Part, StoreError};

/// `N` sealed bytes: the secret and sixteen of its tag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Sealed<const N: usize> {
    #[serde(with = "hex")]
    nonce: [u8; 24],
    #[serde(with = "hex")]
    sealed: [u8; N],
}

impl<const N: usize> Sealed<N> {
    /// Seals `secret`, which is sixteen bytes shorter than `N`.
    pub(crate) fn seal(key: &Secret, secret: &[u8], header: &[u8]) -> Result<Self, StoreError> {
        let nonce = random()?;
        let sealed = XChaCha20Poly1305::new(key.bytes().into())
            .encrypt(&XNonce::from(nonce), Payload { msg: secret, aad: header })
            .map_err(|_| StoreError::Damaged(Part::Keys))?;
        Ok(Self { nonce, sealed: sealed.as_slice().try_into().map_err(|_| StoreError::Damaged(Part::Keys))? })
    }

    /// The secret.
    ///
    /// # Errors
    /// [`StoreError::WrongPassword`] where key or header are not those it was sealed with.
    pub(crate) fn open(&self, key: &Secret, header: &[u8]) -> Result<Zeroizing<Vec<u8>>, StoreError> {
        let payload = Payload { msg: &self.sealed, aad: header };
        let opened = XChaCha20Poly1305::new(key.bytes().into()).decrypt(&XNonce::from(self.nonce), payload);
        opened.map(Zeroizing::new).map_err(|_| StoreError::WrongPassword)
    }
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
