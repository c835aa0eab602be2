//! The secret of one computer: 32 random bytes that stand beside a password, so that a copied disk and a password seen
//! over a shoulder open nothing elsewhere.
//!
//! Where it is kept is not decided here. It is never the only way in: the recovery key's slot never asks for it.

use uuid::Uuid;
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::random;
use crate::StoreError;

/// A secret of one computer, wiped when dropped.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct DeviceSecret {
    #[zeroize(skip)]
    id: Uuid,
    bytes: [u8; 32],
}

impl DeviceSecret {
    /// A new secret from the operating system. The id is what the key file knows of it.
    ///
    /// # Errors
    /// [`StoreError::NoRandomness`].
    pub fn generate(id: Uuid) -> Result<Self, StoreError> {
        Ok(Self { id, bytes: random()? })
    }

    /// The secret `id`, as it was kept.
    #[must_use]
    pub fn kept(id: Uuid, bytes: [u8; 32]) -> Self {
        Self { id, bytes }
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> Uuid {
        self.id
    }

    /// Its 32 bytes, to be kept on this computer.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 32] {
        &self.bytes
    }
}

impl std::fmt::Debug for DeviceSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DeviceSecret")
    }
}
