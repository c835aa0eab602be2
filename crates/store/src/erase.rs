//! Erasing a client's record at the end of its retention.
//!
//! Bodies and salts of every entry about the client are shredded, and with them every row, draft, search word, file and
//! key of a file. The entries themselves stay with their hashes, so the chain stays whole, and one entry more says that
//! the record was erased. No guard of the tables is weakened for it: the connections the program works with cannot erase
//! at all; this one takes the guards down and puts them up again, word for word, in the transaction that erases.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;

use care::record::{ClientId, Erasure};
use rusqlite::{Connection, OptionalExtension as _, Transaction, TransactionBehavior, params};
use serde_json::Value;
use uuid::Uuid;

use crate::journal::unpack;
use crate::record::Entity;
use crate::sql::{Count, Id};
use crate::{Act, Read, Stamp, StoreError, Vault, Write, open};

/// What an erasure has taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Erased {
    /// Entries of the journal whose bodies were shredded.
    pub n_bodies: u64,
    /// Files that were removed.
    pub n_files: usize,
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
    /// writes. Nothing is erased then.
    pub fn erase_client(&self, stamp: &Stamp, erasure: &Erasure) -> Result<Erased, StoreError> {
        let connection = open::maintenance(&self.folder.database(), &self.master.database_key())?;
        connection.execute_batch(THOROUGH)?;
        let transaction = Transaction::new_unchecked(&connection, TransactionBehavior::Immediate)?;
        let client = erasure.client;
        let last = |table: &str| last_number(&transaction, table, client);
        let erasure = Erasure {
            visit_number: last("visit")?.max(erasure.visit_number.clone()),
            document_number: last("document")?.max(erasure.document_number.clone()),
            ..erasure.clone()
        };
        let guards = take_guards_down(&transaction)?;
        let (n_bodies, media) = empty(&transaction, client)?;
        guards.iter().try_for_each(|guard| transaction.execute_batch(guard))?;
        let mut write = Write::begin(&transaction, stamp)?;
        write.put(&erasure, Act::Erase)?;
        write.finish()?;
        transaction.commit()?;
        self.clear_away(&connection, &media)?;
        Ok(Erased { n_bodies, n_files: media.len() })
    }

    /// What the commit has left of it: files nobody names, old copies, free room. A crash before the end of this leaves
    /// files to the sweep of the next opening, and free room that was overwritten.
    fn clear_away(&self, connection: &Connection, media: &[[u8; 32]]) -> Result<(), StoreError> {
        for id in media {
            if_there(fs::remove_file(self.media.path(id)))?;
        }
        if_there(fs::remove_dir_all(self.folder.before_migration()))?;
        connection.execute_batch("VACUUM")?;
        // Old pages stand in the log until it is written back; a reader at work may keep it for a moment.
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }
}

/// Removes everything about a client but the entries. Gives how many bodies went and the files nobody names any more.
fn empty(transaction: &Transaction<'_>, client: ClientId) -> Result<(u64, Vec<[u8; 32]>), StoreError> {
    let named = files_named(transaction, client)?;
    forget_words(transaction, client)?;
    let tables = tables(transaction)?;
    // Rows of a visit first: the visits say which they are.
    for table in tables.iter().filter(|table| table.has("visit_id") && !table.has("client_id")) {
        let of_visits = "visit_id IN (SELECT id FROM visit WHERE client_id = ?1)";
        table.delete(transaction, of_visits, Id(client.0))?;
    }
    for table in &tables {
        if table.has("client_id") {
            table.delete(transaction, "client_id = ?1", Id(client.0))?;
        }
        if table.has("id") {
            table.delete(transaction, "id = ?1", Id(client.0))?;
        }
    }
    let shred = "DELETE FROM journal_body WHERE row IN (SELECT row FROM journal WHERE client_id = ?1)";
    let n_bodies = u64::try_from(transaction.execute(shred, [Id(client.0)])?).unwrap_or(u64::MAX);
    let mut media = Vec::new();
    for sha256 in named {
        if is_named_by_another(transaction, &sha256)? {
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

/// A table of ours: no index of the search, no table of SQLite's own, not the chain.
struct Table {
    name: String,
    columns: BTreeSet<String>,
}

impl Table {
    fn has(&self, column: &str) -> bool {
        self.columns.contains(column)
    }

    fn delete(&self, from: &Connection, which: &str, value: impl rusqlite::ToSql) -> Result<(), StoreError> {
        from.execute(&format!("DELETE FROM {} WHERE {which}", self.name), [value])?;
        Ok(())
    }
}

/// Every table a row of a client can stand in. A table a later migration adds is one of them by its columns: `client_id`,
/// `visit_id`, `id`, or the `sha256` of a file.
fn tables(connection: &Connection) -> Result<Vec<Table>, StoreError> {
    let sql = "SELECT name FROM pragma_table_list
               WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
                   AND name NOT IN ('journal', 'journal_body', 'vault', 'erasure') ORDER BY name";
    let names: Vec<String> = connection.prepare(sql)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let tables = names.into_iter().map(|name| {
        let mut columns = connection.prepare("SELECT name FROM pragma_table_info(?1)")?;
        let columns = columns.query_map([&name], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(Table { name, columns })
    });
    tables.collect()
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

/// The SHA-256 of every file the client's bodies name, in whatever field.
fn files_named(connection: &Connection, client: ClientId) -> Result<BTreeSet<[u8; 32]>, StoreError> {
    let sql = "SELECT journal_body.encoding, journal_body.bytes FROM journal JOIN journal_body USING (row)
               WHERE journal.client_id = ?1";
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([Id(client.0)])?;
    let mut named = BTreeSet::new();
    while let Some(row) = rows.next()? {
        let body = unpack(row.get(0)?, row.get(1)?)?;
        // A body that cannot be read names nothing that could be found by it; it is shredded with the others.
        if let Ok(body) = serde_json::from_slice(&body) {
            collect_sums(&body, &mut named);
        }
    }
    Ok(named)
}

fn collect_sums(body: &Value, into: &mut BTreeSet<[u8; 32]>) {
    match body {
        Value::String(text) if text.len() == 64 => {
            let sum = data_encoding::HEXLOWER.decode(text.as_bytes()).ok();
            into.extend(sum.and_then(|sum| <[u8; 32]>::try_from(sum).ok()));
        }
        Value::Array(items) => items.iter().for_each(|item| collect_sums(item, into)),
        Value::Object(fields) => fields.values().for_each(|field| collect_sums(field, into)),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Whether a record that is left names the same file.
fn is_named_by_another(connection: &Connection, sha256: &[u8; 32]) -> Result<bool, StoreError> {
    let digits = format!("%{}%", data_encoding::HEXLOWER.encode(sha256));
    for entity in Entity::ALL {
        let sql = format!("SELECT count(*) FROM {} WHERE body LIKE ?1", entity.word());
        let n: i64 = connection.query_row(&sql, [&digits], |row| row.get(0))?;
        if n > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}

fn last_number(connection: &Connection, table: &str, client: ClientId) -> Result<Option<String>, StoreError> {
    let sql = format!("SELECT max(number) FROM {table} WHERE client_id = ?1");
    Ok(connection.query_row(&sql, params![Id(client.0)], |row| row.get(0))?)
}

/// Clients whose record was erased by an entry of the chain: the bodies of their other entries are missing by right.
/// The journal is asked and not the table of erasures, which stands in no chain.
pub(crate) struct Shredded(BTreeSet<Uuid>);

impl Shredded {
    /// Reads who was erased.
    pub(crate) fn read(connection: &Connection) -> Result<Self, StoreError> {
        let sql = "SELECT journal.client_id FROM journal JOIN journal_body USING (row)
                   WHERE journal.entity = 'erasure' AND journal.client_id IS NOT NULL";
        let mut statement = connection.prepare(sql)?;
        let ids = statement.query_map([], |row| row.get(0).map(|Id(id)| id))?;
        Ok(Self(ids.collect::<Result<_, _>>()?))
    }

    /// Whether an entry about `client` may be without its body. That of the erasure itself is never missing by right.
    pub(crate) fn covers(&self, client: Option<Uuid>, entity: Option<&str>) -> bool {
        entity != Some(Entity::Erasure.word()) && client.is_some_and(|client| self.0.contains(&client))
    }
}

impl Read<'_> {
    /// How many entries are without their bodies because a record was erased.
    ///
    /// # Errors
    /// What the database says.
    pub fn n_shredded(&self) -> Result<u64, StoreError> {
        let sql = "SELECT count(*) FROM journal WHERE client_id IN (SELECT id FROM erasure)
                   AND NOT EXISTS (SELECT 1 FROM journal_body WHERE journal_body.row = journal.row)";
        Ok(self.connection().query_row(sql, [], |row| row.get(0).map(|Count(n)| n))?)
    }
}

fn if_there(done: std::io::Result<()>) -> Result<(), StoreError> {
    match done {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        Ok(()) | Err(_) => Ok(()),
    }
}
