//! Rebuilding the tables from the journal, to show that they say the same.
//!
//! The newest body of each record goes through the same `upsert` as the write that made it, in the order of the
//! journal, into an empty database in memory. Nothing of it touches the disk.

use std::fmt::Write as _;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row, Transaction, TransactionBehavior};

use super::body::unpack;
use crate::record::{Entity, Place};
use crate::{Part, Read, StoreError, migrate};

/// The list of copies that are owed: no records of its own, it follows from consents and given copies.
const OWED: &str = "owed_copy";

/// Rebuilds every table of records from the journal and compares. Gives the kinds whose tables differ; none where
/// the tables are what the journal says.
///
/// # Errors
/// [`StoreError::Damaged`] where a body of the journal cannot be read.
pub fn tables_match_journal(read: &Read<'_>) -> Result<Vec<Entity>, StoreError> {
    let rebuilt = rebuild(read.connection())?;
    let differs = |table: &str| Ok::<_, StoreError>(dump(&rebuilt, table)? != dump(read.connection(), table)?);
    let mut different = Vec::new();
    for entity in Entity::ALL {
        // A copy that is owed and on no list would never be given.
        let owed = if *entity == Entity::CopyGiven { differs(OWED)? } else { false };
        if owed || differs(entity.word())? {
            different.push(*entity);
        }
    }
    Ok(different)
}

/// The tables as the journal says they must be, in a database in memory.
pub(crate) fn rebuild(journal: &Connection) -> Result<Connection, StoreError> {
    let rebuilt = migrate::blank()?;
    let transaction = Transaction::new_unchecked(&rebuilt, TransactionBehavior::Immediate)?;
    let mut statement = journal.prepare(include_str!("newest_bodies.sql"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        replay(row, &transaction)?;
    }
    transaction.commit()?;
    Ok(rebuilt)
}

fn replay(row: &Row<'_>, into: &Connection) -> Result<(), StoreError> {
    let entity: String = row.get(0)?;
    let entity = Entity::from_word(&entity).ok_or(StoreError::Damaged(Part::Journal))?;
    let bytes = unpack(row.get(2)?, row.get(3)?)?;
    let body = std::str::from_utf8(&bytes).map_err(|_| StoreError::Damaged(Part::Journal))?;
    entity.replay(&Place { connection: into, version: row.get(1)?, body })
}

/// One spelling of every record there is.
#[cfg(test)]
pub(crate) fn dump_all(read: &Read<'_>) -> Result<Vec<String>, StoreError> {
    let tables = Entity::ALL.iter().map(|entity| dump(read.connection(), entity.word()));
    Ok(tables.collect::<Result<Vec<_>, _>>()?.concat())
}

/// One spelling of a table: its rows in the order of their ids, every column but the row number.
fn dump(connection: &Connection, table: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare(&format!("SELECT * FROM {table} ORDER BY id"))?;
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let mut rows = statement.query([])?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        lines.push(spell(row, &columns)?);
    }
    Ok(lines)
}

fn spell(row: &Row<'_>, columns: &[String]) -> Result<String, StoreError> {
    let mut line = String::new();
    for (n, column) in columns.iter().enumerate().filter(|(_, column)| *column != "row") {
        let value = match row.get_ref(n)? {
            ValueRef::Null => "-".to_owned(),
            ValueRef::Integer(value) => value.to_string(),
            ValueRef::Real(value) => value.to_string(),
            ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
            ValueRef::Blob(bytes) => data_encoding::HEXLOWER.encode(bytes),
        };
        write!(line, "{column}={value}\u{1f}").map_err(|_| StoreError::NotCanonical)?;
    }
    Ok(line)
}
