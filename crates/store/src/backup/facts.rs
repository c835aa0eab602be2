//! What a database says of itself: its format, the rows of every table, the end of every chain.

use std::collections::BTreeMap;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::keys::hex;
use crate::sql::{Count, Id};
use crate::{Head, StoreError, migrate};

/// What two databases must have in common to be copies of one another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Facts {
    /// Format of the vault.
    pub(super) schema_version: u32,
    /// Rows of every table.
    pub(super) counts: BTreeMap<String, u64>,
    /// The end of every device's chain, by device.
    pub(super) heads: Vec<ChainEnd>,
}

/// The end of one device's chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChainEnd {
    pub(super) device: Uuid,
    pub(super) seq: u64,
    #[serde(with = "hex")]
    pub(super) hash: [u8; 32],
}

impl Facts {
    /// Counts everything.
    pub(super) fn of(connection: &Connection) -> Result<Self, StoreError> {
        let schema_version = migrate::version(connection)?;
        Ok(Self { schema_version, counts: counts(connection)?, heads: heads(connection)? })
    }

    /// Whether `connection` has every end of a chain as an entry of its own: what was copied is what is there.
    pub(super) fn lead_back_to(&self, connection: &Connection) -> Result<bool, StoreError> {
        let sql = "SELECT count(*) FROM journal WHERE device_id = ?1 AND seq = ?2 AND hash = ?3";
        let mut statement = connection.prepare(sql)?;
        for end in &self.heads {
            let n: u64 =
                statement.query_row((Id(end.device), Count(end.seq), end.hash), |row| row.get(0).map(|Count(n)| n))?;
            if n != 1 {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The end of one device's chain.
    pub(super) fn head_of(&self, device: Uuid) -> Head {
        let end = self.heads.iter().find(|end| end.device == device);
        end.map_or(Head::START, |end| Head { seq: end.seq, hash: end.hash })
    }
}

/// Ids of the media files the rows name, in their order.
pub(super) fn media_ids(connection: &Connection) -> Result<Vec<[u8; 32]>, StoreError> {
    let mut statement = connection.prepare("SELECT id FROM media ORDER BY id")?;
    let ids = statement.query_map([], |row| row.get(0))?;
    Ok(ids.collect::<Result<_, _>>()?)
}

/// The id of the device whose vault this is.
pub(super) fn device(connection: &Connection) -> Result<Uuid, StoreError> {
    Ok(connection.query_row("SELECT device_id FROM vault", [], |row| row.get(0).map(|Id(id)| id))?)
}

fn counts(connection: &Connection) -> Result<BTreeMap<String, u64>, StoreError> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name";
    let mut statement = connection.prepare(sql)?;
    let tables: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let counted = tables.into_iter().map(|table| {
        let quoted = table.replace('"', "\"\"");
        let sql = format!("SELECT count(*) FROM \"{quoted}\"");
        let n = connection.query_row(&sql, [], |row| row.get(0).map(|Count(n)| n))?;
        Ok((table, n))
    });
    counted.collect()
}

fn heads(connection: &Connection) -> Result<Vec<ChainEnd>, StoreError> {
    // With max(), SQLite takes the other columns from the row that has it.
    let sql = "SELECT device_id, max(seq), hash FROM journal GROUP BY device_id ORDER BY device_id";
    let mut statement = connection.prepare(sql)?;
    let ends = statement.query_map([], |row| {
        let (Id(device), Count(seq)) = (row.get(0)?, row.get(1)?);
        Ok(ChainEnd { device, seq, hash: row.get(2)? })
    })?;
    Ok(ends.collect::<Result<_, _>>()?)
}
