//! The files an erased record named, and whether another record names them too.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension as _};
use serde_json::Value;

use super::tables::Table;
use crate::StoreError;
use crate::journal::unpack;

/// The SHA-256 of every file the bodies of `entries` name, in whatever field.
pub(super) fn files_named(
    connection: &Connection,
    entries: impl Iterator<Item = i64>,
) -> Result<BTreeSet<[u8; 32]>, StoreError> {
    let mut statement = connection.prepare("SELECT encoding, bytes FROM journal_body WHERE row = ?1")?;
    let mut named = BTreeSet::new();
    for entry in entries {
        let packed = statement.query_row([entry], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let Some((encoding, bytes)) = packed else { continue };
        // A body that cannot be read names nothing that could be found by it; it is shredded with the others.
        if let Ok(body) = serde_json::from_slice(&unpack(encoding, bytes)?) {
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

/// Whether a record that is left names the same file. The kinds whose bodies stand in the journal only need no
/// asking: answers and charts name documents and photos by their ids, and what a consent on paper names, its scan names
/// as well.
pub(super) fn is_named_by_another(
    connection: &Connection,
    tables: &[Table],
    sha256: &[u8; 32],
) -> Result<bool, StoreError> {
    let digits = format!("%{}%", data_encoding::HEXLOWER.encode(sha256));
    for table in tables.iter().filter(|table| table.has("body")) {
        let sql = format!("SELECT count(*) FROM {} WHERE body LIKE ?1", table.name);
        let n: i64 = connection.query_row(&sql, [&digits], |row| row.get(0))?;
        if n > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}
