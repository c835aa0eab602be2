//! Erasing a client's record at the end of its retention.
//!
//! Bodies and salts of every entry about the client are shredded, and with them every row, draft, search word, file and
//! key of a file. The entries themselves stay with their hashes, so the chain stays whole, and one entry more says that
//! the record was erased. A visit of the client that was recorded under another goes too, out of that other file. No guard of the
//! tables is weakened for it: the connections the program works with cannot erase at all; this one takes the guards down
//! and puts them up again, word for word, in the transaction that erases.

mod files;
mod reach;
mod shredded;
mod tables;

use std::fs;
use std::io::ErrorKind;

use care::record::{ClientId, Erasure};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _, Transaction, TransactionBehavior};

use self::files::{files_named, is_named_by_another};
use self::reach::Reach;
pub(crate) use self::shredded::Shredded;
use self::tables::{Table, tables};
use crate::folder::Folder;
use crate::record::Entity;
use crate::sql::Id;
use crate::{Act, Read, Stamp, StoreError, Vault, Write, open};

/// What an erasure has taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Erased {
    /// Entries of the journal whose bodies were shredded.
    pub n_bodies: u64,
    /// Files that were removed.
    pub n_files: usize,
    /// Whether nothing of it is left on the disk. What could not be removed at once is at the next opening.
    pub is_cleared: bool,
}

/// What is found by scratching the free room of a database is overwritten at once, and packed away at the end.
const THOROUGH: &str = "PRAGMA secure_delete = ON";

impl Vault {
    /// Erases all of a client's record and leaves `erasure` in its place. The numbers used up are found here. Copies of
    /// the database from before a migration go too, because they hold the client. Takes its time: the database is
    /// packed anew, so that nothing stays in its free room.
    ///
    /// # Errors
    /// [`StoreError::SignedIsFinal`] where the client was erased before; [`StoreError::Busy`] while somebody else
    /// writes. Nothing is erased then; once it is, this answers so.
    pub fn erase_client(&self, stamp: &Stamp, erasure: &Erasure) -> Result<Erased, StoreError> {
        let connection = open::maintenance(&self.folder.database(), &self.master.database_key())?;
        connection.execute_batch(THOROUGH)?;
        let transaction = Transaction::new_unchecked(&connection, TransactionBehavior::Immediate)?;
        let client = erasure.client;
        let tables = tables(&transaction)?;
        let reach = Reach::find(&transaction, &tables, client)?;
        let last = |table: &str| reach.last_number(&transaction, table);
        let erasure = Erasure {
            visit_number: last("visit")?.max(erasure.visit_number.clone()),
            document_number: last("document")?.max(erasure.document_number.clone()),
            elsewhere: reach.elsewhere.iter().copied().chain(erasure.elsewhere.iter().copied()).collect(),
            ..erasure.clone()
        };
        let guards = take_guards_down(&transaction)?;
        let (n_bodies, media) = empty(&transaction, &tables, &reach, client)?;
        guards.iter().try_for_each(|guard| transaction.execute_batch(guard))?;
        let mut write = Write::begin(&transaction, stamp)?;
        write.put(&erasure, Act::Erase)?;
        write.finish()?;
        transaction.commit()?;
        let is_cleared = self.clear_away(&connection, &media);
        Ok(Erased { n_bodies, n_files: media.len(), is_cleared })
    }

    /// What the commit has left of it: old copies, files nobody names, free room. The record is erased whatever comes of
    /// this: what fails here is left to the next opening, and free room was overwritten. Says whether all of it is done.
    fn clear_away(&self, connection: &Connection, media: &[[u8; 32]]) -> bool {
        let copies = if_there(fs::remove_dir_all(self.folder.before_migration()));
        let files: Vec<_> = media.iter().map(|id| if_there(fs::remove_file(self.media.path(id)))).collect();
        let packed = connection.execute_batch("VACUUM");
        // Old pages stand in the log until it is written back; a reader at work may keep it for a moment.
        let is_busy = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0));
        copies.is_ok() && files.iter().all(Result::is_ok) && packed.is_ok() && is_busy == Ok(0)
    }
}

/// Removes copies of the database from before the newest erasure, where the erasure itself could not. What cannot be
/// removed now either is tried again at the next opening: it keeps nobody from the records. Only for who is alone.
///
/// # Errors
/// What the database says.
pub(crate) fn forget_old_copies(read: &Read<'_>, folder: &Folder) -> Result<(), StoreError> {
    let Ok(copies) = fs::read_dir(folder.before_migration()) else { return Ok(()) };
    let Some(newest) = newest_erasure(read)? else { return Ok(()) };
    let is_older = |copy: &fs::DirEntry| {
        let written = copy.metadata().and_then(|about| about.modified());
        written.is_ok_and(|at| DateTime::<Utc>::from(at) <= newest)
    };
    for copy in copies.flatten().filter(is_older) {
        drop(fs::remove_file(copy.path()));
    }
    Ok(())
}

/// When an erasure was last carried out here: by its entry, since one that a restore repeats keeps the day it was decided
/// on.
fn newest_erasure(read: &Read<'_>) -> Result<Option<DateTime<Utc>>, StoreError> {
    let sql = "SELECT max(at_ms) FROM journal WHERE entity = ?1 AND entity_id = ?2";
    let mut statement = read.connection().prepare(sql)?;
    let mut newest: Option<i64> = None;
    for erasure in read.erasures()? {
        let of = (Entity::Erasure.word(), Id(erasure.client.0));
        newest = newest.max(statement.query_row(of, |row| row.get(0))?);
    }
    Ok(newest.and_then(DateTime::from_timestamp_millis))
}

/// Removes everything within reach but the entries. Gives how many bodies went and the files nobody names any more.
fn empty(
    transaction: &Transaction<'_>,
    tables: &[Table],
    reach: &Reach,
    client: ClientId,
) -> Result<(u64, Vec<[u8; 32]>), StoreError> {
    let named = files_named(transaction, reach.entries())?;
    forget_words(transaction, client)?;
    reach.delete_rows(transaction, tables)?;
    let n_bodies = reach.shred(transaction)?;
    let mut media = Vec::new();
    for sha256 in named {
        if is_named_by_another(transaction, tables, &sha256)? {
            continue;
        }
        let id =
            transaction.query_row("SELECT id FROM media WHERE sha256 = ?1", [sha256], |row| row.get::<_, [u8; 32]>(0));
        media.extend(id.optional()?);
        for table in tables.iter().filter(|table| table.has("sha256")) {
            table.delete(transaction, "sha256 = ?1", sha256)?;
        }
    }
    Ok((n_bodies, media))
}

/// Drops every trigger and gives their words, to put them up again as they were.
fn take_guards_down(transaction: &Transaction<'_>) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid";
    let triggers: Vec<(String, String)> =
        transaction.prepare(sql)?.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    for (name, _) in &triggers {
        transaction.execute_batch(&format!("DROP TRIGGER {name}"))?;
    }
    Ok(triggers.into_iter().map(|(_, sql)| sql).collect())
}

/// Takes the client out of both indexes of the search, and packs them, so that no word is left in their segments.
fn forget_words(transaction: &Transaction<'_>, client: ClientId) -> Result<(), StoreError> {
    let row = transaction.query_row("SELECT row FROM client WHERE id = ?1", [Id(client.0)], |row| row.get::<_, i64>(0));
    let Some(row) = row.optional()? else { return Ok(()) };
    for index in ["client_word", "client_part"] {
        transaction.execute(&format!("DELETE FROM {index} WHERE rowid = ?1"), [row])?;
        transaction.execute(&format!("INSERT INTO {index} ({index}) VALUES ('optimize')"), [])?;
    }
    Ok(())
}

fn if_there(done: std::io::Result<()>) -> Result<(), StoreError> {
    match done {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        Ok(()) | Err(_) => Ok(()),
    }
}
