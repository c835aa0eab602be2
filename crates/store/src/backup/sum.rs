//! Size and SHA-256 of a file, read in pieces.

use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::StoreError;
use crate::keys::hex;

/// What a file must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sum {
    /// Its size.
    pub(super) n_bytes: u64,
    /// SHA-256 of its bytes.
    #[serde(with = "hex")]
    pub(super) sha256: [u8; 32],
}

impl Sum {
    /// Of bytes in memory.
    pub(super) fn of_bytes(bytes: &[u8]) -> Self {
        Self { n_bytes: bytes.len() as u64, sha256: Sha256::digest(bytes).into() }
    }

    /// Of a file; `None` where there is none.
    pub(super) fn of_file(path: &Path) -> Result<Option<Self>, StoreError> {
        let mut file = match File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let mut hash = Sha256::new();
        let mut piece = vec![0; 256 * 1024];
        let mut n_bytes = 0;
        loop {
            let n = file.read(&mut piece)?;
            if n == 0 {
                return Ok(Some(Self { n_bytes, sha256: hash.finalize().into() }));
            }
            n_bytes += n as u64;
            hash.update(piece.get(..n).unwrap_or_default());
        }
    }

    /// The hash as 64 hexadecimal digits: the name of a media file in a backup.
    pub(super) fn digits(&self) -> String {
        data_encoding::HEXLOWER.encode(&self.sha256)
    }
}
