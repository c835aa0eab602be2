//! Heads of the journal kept outside the vault: what shows that newest entries were cut off, or all of them rewritten.
//!
//! A chain alone cannot tell that its end is missing. So the head goes into `anchor.log` in a second folder, one line
//! an occasion. A line carries no word of a record, and an authentication code of the vault's own key: nobody without
//! the key can raise a false alarm, and the lines of another vault in the same folder are passed over.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Tip;
use super::entry::Head;
use crate::canonical::canonical;
use crate::durable::{private_file, sync_folder_of};
use crate::{StoreError, Vault};

/// Name of the file in the second folder.
const FILE: &str = "anchor.log";
/// No line is longer; a longer one is none of ours.
const LONGEST_LINE: u64 = 1024;

/// When a head is written down outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// The vault was unlocked.
    Unlock,
    /// The vault was locked.
    Lock,
    /// A backup was made.
    Backup,
    /// A document was filed or printed.
    Document,
}

/// A head that was written down in the second folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// Whose chain.
    pub device: Uuid,
    /// The end of it then.
    pub head: Head,
    /// When.
    pub at: DateTime<Utc>,
    /// At which occasion.
    pub occasion: Occasion,
}

/// What the second folder holds for this vault.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AnchorLog {
    /// Heads of this vault, as they were written down.
    pub anchors: Vec<Anchor>,
    /// Lines that are not of this vault and its key, or torn by a power cut.
    pub n_passed_over: u64,
}

/// One line without its authentication code.
#[derive(Debug, Serialize, Deserialize)]
struct Facts {
    at: DateTime<Utc>,
    device: Uuid,
    hash: String,
    seq: u64,
    why: Occasion,
}

/// One line as it stands in the file.
#[derive(Debug, Serialize, Deserialize)]
struct Line {
    head: Facts,
    mac: String,
}

impl Vault {
    /// Writes the journal's head down in `folder`, which is made where it is not there. Durable when this returns.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`], [`StoreError::Full`] or [`StoreError::Io`] where the folder cannot be written to.
    pub fn anchor(&self, folder: &Path, occasion: Occasion, at: DateTime<Utc>) -> Result<Head, StoreError> {
        let (device, head) = self.read(|read| {
            let tip = Tip::read(read.connection())?;
            Ok::<_, StoreError>((tip.device(), tip.head()))
        })?;
        let hash = data_encoding::HEXLOWER.encode(&head.hash);
        let facts = Facts { at, device, hash, seq: head.seq, why: occasion };
        let mac = data_encoding::HEXLOWER.encode(&self.master.anchor_key().authenticate(&canonical(&facts)?));
        let mut line = canonical(&Line { head: facts, mac })?;
        line.push(b'\n');
        fs::create_dir_all(folder)?;
        append(&folder.join(FILE), &line)?;
        Ok(head)
    }

    /// Reads every head of this vault in `folder`; none where nothing was ever written there.
    ///
    /// # Errors
    /// [`StoreError::Io`] or [`StoreError::ReadOnly`] where the file is there and cannot be read.
    pub fn anchors(&self, folder: &Path) -> Result<AnchorLog, StoreError> {
        let mut log = AnchorLog::default();
        let mut lines = match File::open(folder.join(FILE)) {
            Ok(file) => BufReader::new(file),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(log),
            Err(error) => return Err(error.into()),
        };
        loop {
            let mut line = Vec::new();
            if lines.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)? == 0 {
                return Ok(log);
            }
            match self.read_line(&line) {
                Some(anchor) => log.anchors.push(anchor),
                None => log.n_passed_over += 1,
            }
        }
    }

    fn read_line(&self, line: &[u8]) -> Option<Anchor> {
        let Line { head: facts, mac } = serde_json::from_slice(line).ok()?;
        let mac = data_encoding::HEXLOWER.decode(mac.as_bytes()).ok()?;
        if !self.master.anchor_key().is_authentic(&canonical(&facts).ok()?, &mac) {
            return None;
        }
        let hash = data_encoding::HEXLOWER.decode(facts.hash.as_bytes()).ok()?.try_into().ok()?;
        let head = Head { seq: facts.seq, hash };
        Some(Anchor { device: facts.device, head, at: facts.at, occasion: facts.why })
    }
}

/// A line that a power cut has torn must not take the next one with it.
fn append(path: &Path, line: &[u8]) -> Result<(), StoreError> {
    let mut file = private_file().read(true).create(true).truncate(false).open(path)?;
    // Two processes may have the vault open; each writes its line whole.
    file.lock()?;
    let end = file.seek(SeekFrom::End(0))?;
    let mut last = [b'\n'];
    if end > 0 {
        file.seek(SeekFrom::End(-1))?;
        file.read_exact(&mut last)?;
    }
    let whole = if last == [b'\n'] { line.to_vec() } else { [b"\n", line].concat() };
    file.write_all(&whole)?;
    file.sync_all()?;
    if end == 0 { sync_folder_of(path) } else { Ok(()) }
}
