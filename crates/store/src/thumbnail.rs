//! Small pictures, in the database itself: a sheet of them is shown without opening a file.
//!
//! A thumbnail is named by the SHA-256 of its bytes, which the record of its photo or scan carries, so that an altered
//! one is noticed. A withdrawn or unwanted one is never looked for.

use rusqlite::{OptionalExtension as _, params};
use sha2::{Digest as _, Sha256};

use crate::{Part, Read, StoreError, Write};

/// The name of a thumbnail: SHA-256 of its bytes as 64 hexadecimal digits.
#[must_use]
pub fn thumbnail_name(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(bytes))
}

impl Write<'_> {
    /// Keeps a thumbnail, at most 40 KB. Gives back its name.
    ///
    /// # Errors
    /// What the database says, also of one that is too large.
    pub fn keep_thumbnail(&mut self, bytes: &[u8]) -> Result<String, StoreError> {
        let sha256: [u8; 32] = Sha256::digest(bytes).into();
        let kept = self
            .connection()
            .prepare_cached("INSERT INTO thumbnail (sha256, bytes) VALUES (?1, ?2) ON CONFLICT (sha256) DO NOTHING")
            .and_then(|mut statement| statement.execute(params![sha256, bytes]));
        self.watch(kept.map(|_| thumbnail_name(bytes)).map_err(StoreError::from))
    }
}

impl Read<'_> {
    /// The thumbnail of this name.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where there is none, [`StoreError::Damaged`] where it is not what was kept.
    pub fn thumbnail(&self, name: &str) -> Result<Vec<u8>, StoreError> {
        let wanted = data_encoding::HEXLOWER.decode(name.as_bytes()).map_err(|_| StoreError::NotFound)?;
        let mut statement = self.connection().prepare_cached("SELECT bytes FROM thumbnail WHERE sha256 = ?1")?;
        let bytes: Option<Vec<u8>> = statement.query_row([wanted], |row| row.get(0)).optional()?;
        let bytes = bytes.ok_or(StoreError::NotFound)?;
        if thumbnail_name(&bytes) == name { Ok(bytes) } else { Err(StoreError::Damaged(Part::Media)) }
    }
}
