//! The clinic's key for the seals of its documents: drawn once, kept sealed under the clinic's key, never replaced.
//!
//! What a seal is, and the certificate that goes with the key, is not decided here.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _, params};
use zeroize::Zeroizing;

use crate::keys::{MasterKey, Sealed, random};
use crate::{Part, StoreError, Vault, Write};

/// 32 bytes and sixteen of their tag.
type SealedKey = Sealed<48>;

/// What it is sealed under stands in the seal: no other sealed bytes of the vault can take its place.
const HEADER: &[u8] = b"needlepoint seal key 1";

/// The clinic's key for seals, with what its certificate is made of. Wiped when it is dropped.
pub struct SealSecret {
    secret: Zeroizing<[u8; 32]>,
    clinic: String,
    valid_from_s: i64,
}

impl SealSecret {
    /// The key.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 32] {
        &self.secret
    }

    /// The clinic's name as it was when the key was made.
    #[must_use]
    pub fn clinic(&self) -> &str {
        &self.clinic
    }

    /// From when on the certificate is valid: UTC, whole seconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn valid_from_s(&self) -> i64 {
        self.valid_from_s
    }
}

impl std::fmt::Debug for SealSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SealSecret")
    }
}

impl Vault {
    /// The clinic's key for seals; `None` before one was made.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where it cannot be opened with the clinic's key.
    pub fn seal_secret(&self) -> Result<Option<SealSecret>, StoreError> {
        self.read(|read| read_key(read.connection(), &self.master))
    }

    /// Draws a key; nothing is kept.
    ///
    /// # Errors
    /// [`StoreError::NoRandomness`].
    pub fn draw_seal_secret(&self, clinic: &str, valid_from: DateTime<Utc>) -> Result<SealSecret, StoreError> {
        Ok(SealSecret {
            secret: Zeroizing::new(random()?),
            clinic: clinic.to_owned(),
            valid_from_s: valid_from.timestamp(),
        })
    }

    /// Keeps a key that was drawn, in the same transaction as what `write` says about it. Where another one was kept
    /// meanwhile, that one stays and nothing is written.
    ///
    /// # Errors
    /// As [`Vault::write`].
    pub fn keep_seal_secret(
        &self,
        stamp: &crate::Stamp,
        drawn: &SealSecret,
        write: impl FnOnce(&mut Write<'_>) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let sealed = sealed_text(&drawn.secret[..], &self.master)?;
        let kept = self.write(stamp, |door| {
            let known = "SELECT EXISTS (SELECT 1 FROM seal_key)";
            if door.connection().query_row(known, [], |row| row.get(0)).map_err(StoreError::from)? {
                return Ok(());
            }
            let sql = "INSERT INTO seal_key (only_row, sealed, clinic, valid_from_s) VALUES (1, ?1, ?2, ?3)";
            let kept = door.connection().execute(sql, params![sealed, drawn.clinic, drawn.valid_from_s]);
            door.watch(kept.map(|_| ()).map_err(StoreError::from))?;
            write(door)
        });
        kept.map(|((), _)| ())
    }
}

/// Seals the key anew in a copy of the database under another clinic's key.
pub(crate) fn rewrap(copy: &Connection, old: &MasterKey, new: &MasterKey) -> Result<(), StoreError> {
    let Some(kept) = read_key(copy, old)? else { return Ok(()) };
    copy.execute("UPDATE seal_key SET sealed = ?1", [sealed_text(&kept.secret[..], new)?])?;
    Ok(())
}

fn sealed_text(secret: &[u8], master: &MasterKey) -> Result<String, StoreError> {
    let sealed = SealedKey::seal(&master.seal_key(), secret, HEADER)?;
    serde_json::to_string(&sealed).map_err(|_| StoreError::NotCanonical)
}

fn read_key(connection: &Connection, master: &MasterKey) -> Result<Option<SealSecret>, StoreError> {
    let sql = "SELECT sealed, clinic, valid_from_s FROM seal_key";
    let found: Option<(String, String, i64)> =
        connection.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?;
    let Some((sealed, clinic, valid_from_s)) = found else { return Ok(None) };
    let damaged = || StoreError::Damaged(Part::Keys);
    let sealed: SealedKey = serde_json::from_str(&sealed).map_err(|_| damaged())?;
    let opened = sealed.open(&master.seal_key(), HEADER).map_err(|_| damaged())?;
    let secret = Zeroizing::new(opened.as_slice().try_into().map_err(|_| damaged())?);
    Ok(Some(SealSecret { secret, clinic, valid_from_s }))
}
