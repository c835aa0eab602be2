//! The vault while it is open: one connection that writes, two that read.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::folder::{Claim, Folder};
use crate::keys::{MasterKey, Secret};
use crate::media::MediaStore;
use crate::pen::Pen;
use crate::{Changes, Read, Renewal, Stamp, StoreError, Upgrade, Write, erase, migrate, open, renewal, upgrade};

/// An open vault. Shared between threads; closing it (dropping the last one) wipes its keys.
pub struct Vault {
    pub(crate) folder: Folder,
    pub(crate) master: MasterKey,
    pub(crate) media: MediaStore,
    writer: Mutex<Connection>,
    /// Set where the cipher has given the writer up: a page could not be read, and it takes that for good.
    is_writer_given_up: AtomicBool,
    readers: Readers,
    claim: Claim,
    renewal: Renewal,
    upgrade: Option<Upgrade>,
    /// What the person who unlocked signs with.
    pub(crate) pen: Mutex<Option<Pen>>,
}

impl Vault {
    /// Opens the database of an unlocked vault, changes the clinic's key if that is due, brings the database to this
    /// program's format and sweeps what a crash left.
    pub(crate) fn open(folder: Folder, master: MasterKey, claim: Claim) -> Result<Self, StoreError> {
        let (master, renewal) = if claim.is_alone() {
            renewal::settle(&folder, master)?
        } else {
            renewal::finish_beside(&folder, &master)?;
            (master, renewal::state(&folder)?)
        };
        let (path, key) = (folder.database(), master.database_key());
        let upgrade = upgrade::back_up_before(&folder, &master)?;
        migrate::migrate(&open::maintenance(&path, &key)?, migrate::STEPS, &folder.before_migration())?;
        let writer = open::writer(&path, &key)?;
        let readers = Readers::open(&path, &key)?;
        let media = MediaStore::at(folder.media(), &master);
        let (writer, is_writer_given_up) = (Mutex::new(writer), AtomicBool::new(false));
        let pen = Mutex::new(None);
        let mut vault =
            Self { folder, master, media, writer, is_writer_given_up, readers, claim, renewal, upgrade, pen };
        if vault.claim.is_alone() {
            vault.read(|read| {
                vault.media.sweep(read)?;
                erase::forget_old_copies(read, &vault.folder)
            })?;
            renewal::forget_old(&vault.folder)?;
        }
        vault.claim.let_others_in()?;
        Ok(vault)
    }

    /// Whether the clinic's key was changed at this opening.
    #[must_use]
    pub fn renewal(&self) -> Renewal {
        self.renewal
    }

    /// What was backed up before this opening brought the vault to a newer format; `None` where it did not, or where the
    /// clinic has chosen no folder.
    #[must_use]
    pub fn upgrade(&self) -> Option<&Upgrade> {
        self.upgrade.as_ref()
    }

    /// Reads from one snapshot: whatever is written meanwhile, `read` sees the vault of one moment. There are two
    /// readers, so hand the [`Read`] on instead of reading inside a read.
    ///
    /// # Errors
    /// What `read` says, or that the snapshot could not be taken.
    pub fn read<T, E: From<StoreError>>(&self, read: impl FnOnce(&Read<'_>) -> Result<T, E>) -> Result<T, E> {
        let (path, key) = (self.folder.database(), self.master.database_key());
        let mut reader = self.readers.take();
        reader.mend(&path, &key)?;
        let done = {
            let snapshot =
                Transaction::new_unchecked(&reader, TransactionBehavior::Deferred).map_err(StoreError::from)?;
            read(&Read::with_again(&snapshot, &|| open::reader(&path, &key, open::READER_CACHES_KIB[1])))
        };
        if done.is_err() {
            reader.is_given_up = open::is_given_up(&reader);
        }
        done
    }

    /// Writes in one transaction, stamped with who and when. Where `write` fails nothing of it stays; when this
    /// returns, all of it is on the disk. Keep it short: no other write can begin meanwhile, so a write inside a
    /// write would wait for itself.
    ///
    /// # Errors
    /// What `write` says, or [`StoreError::Full`], [`StoreError::Busy`] and their like from the database.
    pub fn write<T, E: From<StoreError>>(
        &self,
        stamp: &Stamp,
        write: impl FnOnce(&mut Write<'_>) -> Result<T, E>,
    ) -> Result<(T, Changes), E> {
        let mut connection = self.writer();
        self.mend(&mut connection)?;
        let written = write_in(&connection, stamp, write);
        if written.is_err() {
            self.is_writer_given_up.store(open::is_given_up(&connection), Ordering::Relaxed);
        }
        written
    }

    /// Opens the writer anew where the cipher has given it up; the disk may answer again.
    fn mend(&self, writer: &mut Connection) -> Result<(), StoreError> {
        if self.is_writer_given_up.load(Ordering::Relaxed) {
            *writer = open::writer(&self.folder.database(), &self.master.database_key())?;
            self.is_writer_given_up.store(false, Ordering::Relaxed);
        }
        Ok(())
    }

    /// The writing connection. A panic while it was held has rolled its transaction back, so it can be used on.
    pub(crate) fn writer(&self) -> MutexGuard<'_, Connection> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One transaction: all of `write`, or nothing.
fn write_in<T, E: From<StoreError>>(
    connection: &Connection,
    stamp: &Stamp,
    write: impl FnOnce(&mut Write<'_>) -> Result<T, E>,
) -> Result<(T, Changes), E> {
    let transaction =
        Transaction::new_unchecked(connection, TransactionBehavior::Immediate).map_err(StoreError::from)?;
    let mut door = Write::begin(&transaction, stamp)?;
    let value = write(&mut door)?;
    let changes = door.finish()?;
    transaction.commit().map_err(StoreError::from)?;
    Ok((value, changes))
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault")
    }
}

/// Two reading connections, so that a long read never keeps the search box waiting.
struct Readers {
    free: Mutex<Vec<Idle>>,
    returned: Condvar,
}

/// A reading connection nobody has.
struct Idle {
    connection: Connection,
    cache_kib: i32,
    /// As of the writer.
    is_given_up: bool,
}

impl Readers {
    fn open(path: &Path, key: &Secret) -> Result<Self, StoreError> {
        let readers = open::READER_CACHES_KIB.iter().rev().map(|cache_kib| {
            let connection = open::reader(path, key, *cache_kib)?;
            Ok(Idle { connection, cache_kib: *cache_kib, is_given_up: false })
        });
        Ok(Self { free: Mutex::new(readers.collect::<Result<_, StoreError>>()?), returned: Condvar::new() })
    }

    /// A reader, as soon as one is free. The one with the larger cache first.
    fn take(&self) -> Reader<'_> {
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            match free.pop() {
                Some(Idle { connection, cache_kib, is_given_up }) => {
                    return Reader { pool: self, connection: Some(connection), cache_kib, is_given_up };
                }
                None => free = self.returned.wait(free).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }
}

/// A reading connection on loan.
struct Reader<'a> {
    pool: &'a Readers,
    connection: Option<Connection>,
    cache_kib: i32,
    is_given_up: bool,
}

impl Reader<'_> {
    /// Opens it anew where the cipher has given it up.
    fn mend(&mut self, path: &Path, key: &Secret) -> Result<(), StoreError> {
        if self.is_given_up {
            self.connection = Some(open::reader(path, key, self.cache_kib)?);
            self.is_given_up = false;
        }
        Ok(())
    }
}

impl std::ops::Deref for Reader<'_> {
    type Target = Connection;

    #[expect(clippy::expect_used, reason = "the connection is taken out in drop only")]
    fn deref(&self) -> &Connection {
        self.connection.as_ref().expect("the connection is taken out in drop only")
    }
}

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            let idle = Idle { connection, cache_kib: self.cache_kib, is_given_up: self.is_given_up };
            self.pool.free.lock().unwrap_or_else(PoisonError::into_inner).push(idle);
            self.pool.returned.notify_one();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Vault;

    #[test]
    fn a_vault_can_be_shared_between_threads() {
        fn is_shared<T: Send + Sync>() {}
        is_shared::<Vault>();
    }
}
