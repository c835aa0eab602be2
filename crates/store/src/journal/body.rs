//! The body of an entry with its salt: what an erasure takes away while the chain stays whole.

use std::borrow::Cow;
use std::cell::RefCell;

use rusqlite::Connection;
use sha2::{Digest as _, Sha256};
use zstd::bulk::{Compressor, Decompressor};

use crate::keys::random;
use crate::{Part, StoreError};

/// Bodies from here on are packed; below it there is nothing to win.
const PACK_FROM_BYTES: usize = 512;
const PACK_LEVEL: i32 = 3;
/// No body is larger; a packed one that claims to be is damaged.
const MAX_BYTES: usize = 16 * 1024 * 1024;

const PLAIN: u8 = 0;
const PACKED: u8 = 1;

/// A body on its way into the journal. The salt comes from the operating system: it decides nothing anybody
/// can observe, it only keeps an erased body from being guessed.
pub(crate) struct Body<'a> {
    salt: [u8; 16],
    bytes: &'a [u8],
    /// SHA-256(salt ‖ bytes).
    pub(crate) hash: [u8; 32],
}

impl<'a> Body<'a> {
    /// Salts and hashes canonical bytes.
    pub(crate) fn seal(bytes: &'a [u8]) -> Result<Self, StoreError> {
        let salt = random()?;
        Ok(Self { salt, bytes, hash: body_hash(&salt, bytes) })
    }

    /// Keeps the body beside its entry.
    pub(crate) fn insert(&self, connection: &Connection, row: i64) -> Result<(), StoreError> {
        let (encoding, bytes) = if self.bytes.len() < PACK_FROM_BYTES {
            (PLAIN, Cow::Borrowed(self.bytes))
        } else {
            (PACKED, Cow::Owned(pack(self.bytes)?))
        };
        connection
            .prepare_cached("INSERT INTO journal_body (row, salt, encoding, bytes) VALUES (?1, ?2, ?3, ?4)")?
            .execute(rusqlite::params![row, self.salt, encoding, &*bytes])?;
        Ok(())
    }
}

/// Packs with what the last body of this thread was packed with: making that anew costs more than the packing.
fn pack(bytes: &[u8]) -> Result<Vec<u8>, StoreError> {
    thread_local! {
        static KEPT: RefCell<Option<Compressor<'static>>> = const { RefCell::new(None) };
    }
    KEPT.with_borrow_mut(|kept| {
        let packer = match kept.take() {
            Some(packer) => kept.insert(packer),
            None => kept.insert(Compressor::new(PACK_LEVEL)?),
        };
        Ok(packer.compress(bytes)?)
    })
}

/// SHA-256(salt ‖ bytes).
pub(super) fn body_hash(salt: &[u8; 16], bytes: &[u8]) -> [u8; 32] {
    Sha256::new().chain_update(salt).chain_update(bytes).finalize().into()
}

/// The canonical bytes behind a stored body.
pub(crate) fn unpack(encoding: u8, stored: Vec<u8>) -> Result<Vec<u8>, StoreError> {
    match encoding {
        PLAIN => Ok(stored),
        PACKED => zstd::bulk::decompress(&stored, MAX_BYTES).map_err(|_| StoreError::Damaged(Part::Journal)),
        _ => Err(StoreError::Damaged(Part::Journal)),
    }
}

/// Unpacks one body after the other into the same room.
pub(super) struct Unpacker {
    context: Decompressor<'static>,
    room: Vec<u8>,
}

impl Unpacker {
    pub(super) fn new() -> Result<Self, StoreError> {
        Ok(Self { context: Decompressor::new()?, room: Vec::new() })
    }

    /// The canonical bytes behind a stored body; `None` where it cannot be one.
    pub(super) fn unpack<'a>(&'a mut self, encoding: u8, stored: &'a [u8]) -> Option<&'a [u8]> {
        match encoding {
            PLAIN => Some(stored),
            PACKED => {
                let n_bytes = Decompressor::upper_bound(stored).unwrap_or(MAX_BYTES);
                if n_bytes > MAX_BYTES {
                    return None;
                }
                self.room.clear();
                self.room.reserve(n_bytes);
                self.context.decompress_to_buffer(stored, &mut self.room).ok()?;
                Some(&self.room)
            }
            _ => None,
        }
    }
}
