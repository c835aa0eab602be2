//! Documents and photos: encrypted files beside the database, named by a keyed digest of their content.
//!
//! A file is sealed under a key of its own, and that key stands wrapped in the file's row. So a file without its
//! row is noise, and a row without its file is found missing. The file is on the disk before the row names it.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use aead_stream::{DecryptorBE32, EncryptorBE32};
use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::durable::{replace_file, sync_folder_of};
use crate::keys::{MasterKey, Secret, random};
use crate::sql::Count;
use crate::{Part, Read, StoreError, Vault, Write};

/// Plain bytes of one sealed chunk.
const CHUNK_BYTES: usize = 64 * 1024;
/// What a chunk grows by.
const TAG_BYTES: usize = 16;
/// First bytes of a media file, with its version.
const MAGIC: &[u8; 4] = b"NPM1";
/// What the STREAM construction leaves of a 24-byte nonce: five bytes are its counter and its end mark.
const NONCE_BYTES: usize = 19;
const WRAPPED_BYTES: usize = 24 + 32 + TAG_BYTES;

/// A file that is on the disk already and waits for its row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredMedia {
    id: [u8; 32],
    wrapped_key: Vec<u8>,
    n_bytes: u64,
    sha256: [u8; 32],
}

impl StoredMedia {
    /// SHA-256 of the plain bytes as 64 hexadecimal digits: how a document names its file.
    #[must_use]
    pub fn sha256(&self) -> String {
        data_encoding::HEXLOWER.encode(&self.sha256)
    }

    /// Size of the plain bytes.
    #[must_use]
    pub fn n_bytes(&self) -> u64 {
        self.n_bytes
    }
}

impl Vault {
    /// Seals bytes into a file and makes it durable. Give the result to [`Write::keep_media`] in the write that
    /// puts the record; a file nobody keeps is swept at the next opening.
    ///
    /// # Errors
    /// [`StoreError::Full`] and its like; no file is left then.
    pub fn store_media(&self, bytes: &[u8]) -> Result<StoredMedia, StoreError> {
        let known = self.read(|read| read.media_row(&sha256(bytes)))?;
        self.media.store(bytes, known)
    }

    /// The plain bytes of the file with this SHA-256 (64 hexadecimal digits), authenticated as a whole.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] where no such file was ever kept, [`StoreError::Damaged`] where it is missing or
    /// not what was written.
    pub fn media(&self, sha256: &str) -> Result<Vec<u8>, StoreError> {
        let wanted = data_encoding::HEXLOWER.decode(sha256.as_bytes()).map_err(|_| StoreError::NotFound)?;
        let wanted: [u8; 32] = wanted.try_into().map_err(|_| StoreError::NotFound)?;
        let row = self.read(|read| read.media_row(&wanted))?.ok_or(StoreError::NotFound)?;
        self.media.load(&row)
    }
}

impl Write<'_> {
    /// Keeps a file that is on the disk: from now on it can be read and is never swept.
    ///
    /// # Errors
    /// What the database says.
    pub fn keep_media(&mut self, media: &StoredMedia) -> Result<(), StoreError> {
        let kept = self
            .connection()
            .prepare_cached(
                "INSERT INTO media (id, wrapped_key, n_bytes, sha256) SELECT ?1, ?2, ?3, ?4
                 WHERE NOT EXISTS (SELECT 1 FROM media WHERE id = ?1)",
            )
            .and_then(|mut statement| {
                statement.execute(params![media.id, media.wrapped_key, Count(media.n_bytes), media.sha256])
            });
        self.watch(kept.map(|_| ()).map_err(StoreError::from))
    }
}

impl Read<'_> {
    fn media_row(&self, sha256: &[u8; 32]) -> Result<Option<StoredMedia>, StoreError> {
        let sql = "SELECT id, wrapped_key, n_bytes, sha256 FROM media WHERE sha256 = ?1";
        let mut statement = self.connection().prepare_cached(sql)?;
        Ok(statement.query_row([sha256], read_row).optional()?)
    }
}

/// A row of `id, wrapped_key, n_bytes, sha256`.
fn read_row(row: &Row<'_>) -> rusqlite::Result<StoredMedia> {
    let Count(n_bytes) = row.get(2)?;
    Ok(StoredMedia { id: row.get(0)?, wrapped_key: row.get(1)?, n_bytes, sha256: row.get(3)? })
}

/// The folder of the encrypted files, and the two keys that name and open them.
pub(crate) struct MediaStore {
    folder: PathBuf,
    wrap_key: Secret,
    id_key: Secret,
    /// What was put on the disk in this opening, by its id. A file that waits for its row and is put there again keeps
    /// its key: whoever holds the first answer can still keep it.
    stored: Mutex<HashMap<[u8; 32], StoredMedia>>,
}

impl MediaStore {
    pub(crate) fn at(folder: PathBuf, master: &MasterKey) -> Self {
        let stored = Mutex::new(HashMap::new());
        Self { folder, wrap_key: master.media_key(), id_key: master.media_id_key(), stored }
    }

    /// Removes files nobody refers to: left by a crash between the file and its row. Only for who is alone.
    pub(crate) fn sweep(&self, read: &Read<'_>) -> Result<(), StoreError> {
        let mut statement = read.connection().prepare("SELECT id FROM media")?;
        let kept = statement.query_map([], |row| row.get::<_, [u8; 32]>(0))?;
        let kept: HashSet<PathBuf> = kept.map(|id| Ok::<_, StoreError>(self.path(&id?))).collect::<Result<_, _>>()?;
        for shelf in entries(&self.folder)?.into_iter().filter(|entry| entry.is_dir()) {
            for file in entries(&shelf)? {
                if !kept.contains(&file) {
                    fs::remove_file(&file)?;
                }
            }
        }
        Ok(())
    }

    /// Wraps the key of every file anew, under the keys of `renewed`. The files themselves and their names stay.
    pub(crate) fn rewrap_all(&self, renewed: &Self, connection: &Connection) -> Result<(), StoreError> {
        let transaction = connection.unchecked_transaction()?;
        {
            let mut rows = transaction.prepare("SELECT id, wrapped_key FROM media")?;
            let mut update = transaction.prepare("UPDATE media SET wrapped_key = ?2 WHERE id = ?1")?;
            let rows = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            for (id, wrapped_key) in rows.collect::<Result<Vec<([u8; 32], Vec<u8>)>, _>>()? {
                let key = self.unwrap_key(&id, &wrapped_key)?;
                update.execute(params![id, renewed.wrap_key(&id, &key)?])?;
            }
        }
        Ok(transaction.commit()?)
    }

    /// Puts bytes on the disk, or finds them there already under the key of `known`.
    fn store(&self, bytes: &[u8], known: Option<StoredMedia>) -> Result<StoredMedia, StoreError> {
        if let Some(known) = known {
            if !self.path(&known.id).exists() {
                let key = self.unwrap_key(&known.id, &known.wrapped_key)?;
                self.write_file(&known.id, &key, bytes)?;
            }
            return Ok(known);
        }
        let id = self.id_key.authenticate(bytes);
        // Held while the file is written: two who bring the same file at once must not seal it under two keys.
        let mut stored = self.stored.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(waiting) = stored.get(&id).filter(|_| self.path(&id).exists()) {
            return Ok(waiting.clone());
        }
        let key = MasterKey::generate()?;
        let wrapped_key = self.wrap_key(&id, &key)?;
        self.write_file(&id, &key, bytes)?;
        let n_bytes = u64::try_from(bytes.len()).map_err(|_| StoreError::Full)?;
        let media = StoredMedia { id, wrapped_key, n_bytes, sha256: sha256(bytes) };
        stored.insert(id, media.clone());
        Ok(media)
    }

    fn load(&self, row: &StoredMedia) -> Result<Vec<u8>, StoreError> {
        self.open(row, &self.read_file(&row.id)?)
    }

    /// The sealed bytes of a file a row names, once they were opened: what a backup copies.
    pub(crate) fn sealed(&self, rows: &Connection, id: &[u8; 32]) -> Result<Vec<u8>, StoreError> {
        let sql = "SELECT id, wrapped_key, n_bytes, sha256 FROM media WHERE id = ?1";
        let row = rows.query_row(sql, [id], read_row)?;
        let sealed = self.read_file(id)?;
        self.open(&row, &sealed).map(|_| sealed)
    }

    /// Puts a file in place as it was sealed: what a restore does.
    pub(crate) fn put_sealed(&self, id: &[u8; 32], sealed: &[u8]) -> Result<(), StoreError> {
        let path = self.path(id);
        if let Some(shelf) = path.parent().filter(|shelf| !shelf.exists()) {
            fs::create_dir_all(shelf)?;
            sync_folder_of(shelf)?;
        }
        replace_file(&path, sealed)
    }

    fn read_file(&self, id: &[u8; 32]) -> Result<Vec<u8>, StoreError> {
        fs::read(self.path(id)).map_err(|error| {
            if error.kind() == ErrorKind::NotFound { StoreError::Damaged(Part::Media) } else { error.into() }
        })
    }

    fn open(&self, row: &StoredMedia, sealed: &[u8]) -> Result<Vec<u8>, StoreError> {
        let bytes = open_stream(&row.id, &self.unwrap_key(&row.id, &row.wrapped_key)?, sealed)?;
        if sha256(&bytes) != row.sha256 {
            return Err(StoreError::Damaged(Part::Media));
        }
        Ok(bytes)
    }

    fn write_file(&self, id: &[u8; 32], key: &MasterKey, bytes: &[u8]) -> Result<(), StoreError> {
        self.put_sealed(id, &seal_stream(id, key, bytes)?)
    }

    /// `media/ab/abcd…`, so that no folder grows beyond what a file manager can list.
    pub(crate) fn path(&self, id: &[u8; 32]) -> PathBuf {
        let name = data_encoding::HEXLOWER.encode(id);
        let shelf = name.get(..2).unwrap_or_default();
        self.folder.join(shelf).join(&name)
    }

    fn wrap_key(&self, id: &[u8; 32], key: &MasterKey) -> Result<Vec<u8>, StoreError> {
        let nonce: [u8; 24] = random()?;
        let payload = Payload { msg: key.bytes(), aad: id };
        let sealed = XChaCha20Poly1305::new(self.wrap_key.bytes().into()).encrypt(&XNonce::from(nonce), payload);
        let mut wrapped = nonce.to_vec();
        wrapped.extend(sealed.map_err(|_| StoreError::Damaged(Part::Media))?);
        Ok(wrapped)
    }

    fn unwrap_key(&self, id: &[u8; 32], wrapped_key: &[u8]) -> Result<MasterKey, StoreError> {
        let damaged = StoreError::Damaged(Part::Media);
        let Some((nonce, sealed)) = wrapped_key.split_first_chunk::<24>() else {
            return Err(damaged);
        };
        if wrapped_key.len() != WRAPPED_BYTES {
            return Err(damaged);
        }
        let payload = Payload { msg: sealed, aad: id };
        let opened = XChaCha20Poly1305::new(self.wrap_key.bytes().into()).decrypt(&XNonce::from(*nonce), payload);
        let opened = Zeroizing::new(opened.map_err(|_| damaged.clone())?);
        let bytes: [u8; 32] = opened.as_slice().try_into().map_err(|_| damaged)?;
        Ok(MasterKey::from_bytes(bytes))
    }
}

/// STREAM over 64 KiB chunks: a chunk that is changed, swapped, repeated or cut off is noticed.
fn seal_stream(id: &[u8; 32], key: &MasterKey, bytes: &[u8]) -> Result<Vec<u8>, StoreError> {
    let nonce: [u8; NONCE_BYTES] = random()?;
    let mut sealed = Vec::with_capacity(bytes.len() + bytes.len() / CHUNK_BYTES * TAG_BYTES + 64);
    sealed.extend_from_slice(MAGIC);
    sealed.extend_from_slice(&nonce);
    let mut stream = EncryptorBE32::from_aead(XChaCha20Poly1305::new(key.bytes().into()), &nonce.into());
    let mut rest = bytes;
    while let Some((chunk, after)) = rest.split_at_checked(CHUNK_BYTES).filter(|(_, after)| !after.is_empty()) {
        let chunk = stream.encrypt_next(Payload { msg: chunk, aad: id });
        sealed.extend(chunk.map_err(|_| StoreError::Damaged(Part::Media))?);
        rest = after;
    }
    let last = stream.encrypt_last(Payload { msg: rest, aad: id });
    sealed.extend(last.map_err(|_| StoreError::Damaged(Part::Media))?);
    Ok(sealed)
}

fn open_stream(id: &[u8; 32], key: &MasterKey, sealed: &[u8]) -> Result<Vec<u8>, StoreError> {
    let damaged = |_| StoreError::Damaged(Part::Media);
    let header = sealed.strip_prefix(MAGIC).and_then(|rest| rest.split_first_chunk::<NONCE_BYTES>());
    let Some((nonce, mut rest)) = header else {
        return Err(StoreError::Damaged(Part::Media));
    };
    let mut stream = DecryptorBE32::from_aead(XChaCha20Poly1305::new(key.bytes().into()), &(*nonce).into());
    let mut bytes = Vec::with_capacity(rest.len());
    while let Some((chunk, after)) =
        rest.split_at_checked(CHUNK_BYTES + TAG_BYTES).filter(|(_, after)| !after.is_empty())
    {
        bytes.extend(stream.decrypt_next(Payload { msg: chunk, aad: id }).map_err(damaged)?);
        rest = after;
    }
    bytes.extend(stream.decrypt_last(Payload { msg: rest, aad: id }).map_err(damaged)?);
    Ok(bytes)
}

fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    match fs::read_dir(folder) {
        Ok(entries) => Ok(entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error.into()),
    }
}
