//! `manifest.json`: everything a backup consists of, with hashes, under a MAC that hangs on the master key.
//!
//! The file has one spelling only. Its plain sum finds damage before anybody has typed a password; the MAC finds
//! what somebody did on purpose.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::facts::Facts;
use super::sum::Sum;
use crate::canonical::canonical;
use crate::durable::replace_file;
use crate::keys::{MasterKey, hex};
use crate::{Part, StoreError};

pub(super) const NAME: &str = "manifest.json";
const FORMAT: &str = "needlepoint-backup";
const VERSION: u32 = 1;
/// A file beyond this is no list of ours: a line for a media file takes about 200 bytes.
const MAX_BYTES: u64 = 512 * 1024 * 1024;

/// Everything a backup consists of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    format: String,
    version: u32,
    pub(super) vault: Uuid,
    pub(super) made_at_ms: i64,
    /// The program that made it.
    app_version: String,
    pub(super) facts: Facts,
    pub(super) database: Sum,
    pub(super) keys: Sum,
    /// By id.
    pub(super) media: Vec<MediaLine>,
    #[serde(with = "hex")]
    mac: [u8; 32],
    #[serde(with = "hex")]
    sum: [u8; 32],
}

/// One media file: its name in the vault, and the sealed bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MediaLine {
    #[serde(with = "hex")]
    pub(super) id: [u8; 32],
    pub(super) sealed: Sum,
}

/// What goes into a list.
pub(super) struct Contents {
    pub(super) vault: Uuid,
    pub(super) made_at_ms: i64,
    pub(super) facts: Facts,
    pub(super) database: Sum,
    pub(super) keys: Sum,
    pub(super) media: Vec<MediaLine>,
}

impl Manifest {
    /// A list under the key of its vault.
    pub(super) fn seal(contents: Contents, master: &MasterKey) -> Result<Self, StoreError> {
        let Contents { vault, made_at_ms, facts, database, keys, media } = contents;
        let (format, app_version) = (FORMAT.to_owned(), env!("CARGO_PKG_VERSION").to_owned());
        let (mac, sum) = ([0; 32], [0; 32]);
        let mut list =
            Self { format, version: VERSION, vault, made_at_ms, app_version, facts, database, keys, media, mac, sum };
        list.mac = master.backup_key().authenticate(&list.signed_bytes()?);
        list.sum = list.plain_sum()?;
        Ok(list)
    }

    /// Reads the list of the backup in `folder`. Damage is found; a forgery is not, yet.
    ///
    /// # Errors
    /// [`StoreError::NotABackup`], [`StoreError::VaultIsNewer`], or [`StoreError::BackupDamaged`].
    pub(super) fn read(folder: &Path) -> Result<Self, StoreError> {
        let path = folder.join(NAME);
        let size = match fs::metadata(&path) {
            Ok(metadata) => metadata.len(),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                return Err(StoreError::NotABackup);
            }
            Err(error) => return Err(error.into()),
        };
        if size > MAX_BYTES {
            return Err(StoreError::BackupDamaged(Part::Manifest));
        }
        Self::parse(&fs::read(&path)?)
    }

    fn parse(bytes: &[u8]) -> Result<Self, StoreError> {
        let damaged = StoreError::BackupDamaged(Part::Manifest);
        if let Ok(start) = serde_json::from_slice::<Start>(bytes)
            && start.format == FORMAT
            && start.version > VERSION
        {
            return Err(StoreError::VaultIsNewer { vault: start.version, program: VERSION });
        }
        let list: Self = serde_json::from_slice(bytes).map_err(|_| damaged.clone())?;
        let is_as_written = list.format == FORMAT && list.sum == list.plain_sum()? && canonical(&list)? == bytes;
        if is_as_written { Ok(list) } else { Err(damaged) }
    }

    /// Whether it was written by somebody who holds the master key.
    pub(super) fn check(&self, master: &MasterKey) -> Result<(), StoreError> {
        if master.backup_key().is_authentic(&self.signed_bytes()?, &self.mac) {
            return Ok(());
        }
        Err(StoreError::BackupDamaged(Part::Manifest))
    }

    /// Puts it into the folder, durably.
    pub(super) fn save(&self, folder: &Path) -> Result<(), StoreError> {
        replace_file(&folder.join(NAME), &canonical(self)?)
    }

    fn signed_bytes(&self) -> Result<Vec<u8>, StoreError> {
        canonical(&Self { mac: [0; 32], sum: [0; 32], ..self.clone() })
    }

    fn plain_sum(&self) -> Result<[u8; 32], StoreError> {
        Ok(Sha256::digest(canonical(&Self { sum: [0; 32], ..self.clone() })?).into())
    }
}

/// Writes the list of a backup anew over what its files are now: what somebody does who alters a backup on purpose.
#[cfg(test)]
pub(crate) fn forge(folder: &Path, master: &MasterKey) {
    let list = Manifest::read(folder).unwrap();
    let sum = |name: &str| Sum::of_file(&folder.join(name)).unwrap().unwrap();
    let Manifest { vault, made_at_ms, facts, media, .. } = list;
    let contents = Contents { vault, made_at_ms, facts, database: sum("vault.db"), keys: sum("vault.keys"), media };
    Manifest::seal(contents, master).unwrap().save(folder).unwrap();
}

/// The little of a list that every version of it has.
#[derive(Deserialize)]
struct Start {
    format: String,
    version: u32,
}
