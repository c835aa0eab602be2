//! How far the erasure of a client reaches: what stands under the client, and what stands under another client of a visit
//! that belongs to this one (a visit recorded under the wrong client).

use std::collections::BTreeSet;

use care::record::ClientId;
use rusqlite::{Connection, Transaction, params};
use uuid::Uuid;

use super::tables::Table;
use crate::StoreError;
use crate::record::Entity;
use crate::sql::Id;

/// The newest correction of a visit says whose it is, wherever it stands.
const VISITS: &str = "
    SELECT id FROM visit WHERE client_id = ?1
    UNION
    SELECT visit_id FROM wrong_client AS side
    WHERE client_id = ?1 AND json_extract(body, '$.side') = 'belongs_here' AND at_ms =
        (SELECT max(at_ms) FROM wrong_client AS newest WHERE newest.visit_id = side.visit_id)";

/// The scans of a document. Whether one of them was withdrawn is written under the scan's own id.
const SCANS: &str = "
    SELECT id FROM scan WHERE json_extract(body, '$.document') =
        (SELECT json_extract(document.body, '$.id') FROM document WHERE document.id = ?1)";

/// What an erasure takes away.
pub(super) struct Reach {
    client: ClientId,
    /// The client's visits, and every record made in them.
    records: BTreeSet<Uuid>,
    /// Entries about the client or one of those records, whose bodies go.
    entries: BTreeSet<i64>,
    /// Those of the records that have an entry about another client.
    pub(super) elsewhere: BTreeSet<Uuid>,
}

impl Reach {
    /// Finds all of it. Nothing is changed yet.
    pub(super) fn find(transaction: &Transaction<'_>, tables: &[Table], client: ClientId) -> Result<Self, StoreError> {
        let mut records = ids(transaction, VISITS, client.0)?;
        // What was made in a visit, and then what was written beside a consent made in it.
        for column in ["visit_id", "consent_id"] {
            for table in tables.iter().filter(|table| table.has(column) && table.has("id")) {
                let sql = format!("SELECT id FROM {} WHERE {column} = ?1", table.name);
                for id in records.clone() {
                    records.extend(ids(transaction, &sql, id)?);
                }
            }
        }
        // A paper that came back signed names its document, and stands under the client of that document's file.
        for id in records.clone() {
            records.extend(ids(transaction, SCANS, id)?);
        }
        let mut statement = transaction.prepare("SELECT row FROM journal WHERE client_id = ?1")?;
        let entries = statement.query_map([Id(client.0)], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let mut reach = Self { client, records, entries, elsewhere: BTreeSet::new() };
        reach.find_elsewhere(transaction)?;
        Ok(reach)
    }

    fn find_elsewhere(&mut self, transaction: &Transaction<'_>) -> Result<(), StoreError> {
        let sql = "SELECT row FROM journal WHERE entity = ?1 AND entity_id = ?2 AND client_id IS NOT ?3";
        let mut statement = transaction.prepare(sql)?;
        for record in &self.records {
            for entity in Entity::ALL {
                let of = params![entity.word(), Id(*record), Id(self.client.0)];
                let found: Vec<i64> = statement.query_map(of, |row| row.get(0))?.collect::<Result<_, _>>()?;
                if !found.is_empty() {
                    self.elsewhere.insert(*record);
                }
                self.entries.extend(found);
            }
        }
        Ok(())
    }

    /// Rows of the journal whose bodies go.
    pub(super) fn entries(&self) -> impl Iterator<Item = i64> {
        self.entries.iter().copied()
    }

    /// The highest number in `table` that goes with it.
    pub(super) fn last_number(&self, connection: &Connection, table: &str) -> Result<Option<String>, StoreError> {
        let sql = format!("SELECT max(number) FROM {table} WHERE client_id = ?1");
        let mut last: Option<String> = connection.query_row(&sql, [Id(self.client.0)], |row| row.get(0))?;
        let sql = format!("SELECT max(number) FROM {table} WHERE id = ?1");
        let mut of_record = connection.prepare(&sql)?;
        for record in &self.records {
            last = last.max(of_record.query_row([Id(*record)], |row| row.get(0))?);
        }
        Ok(last)
    }

    /// Deletes every row.
    pub(super) fn delete_rows(&self, transaction: &Transaction<'_>, tables: &[Table]) -> Result<(), StoreError> {
        let by =
            [("client_id", [self.client.0].into()), ("visit_id", self.records.clone()), ("id", self.records.clone())];
        for table in tables {
            for (column, ids) in by.iter().filter(|(column, _)| table.has(column)) {
                for id in ids {
                    table.delete(transaction, &format!("{column} = ?1"), Id(*id))?;
                }
            }
            if table.has("id") {
                table.delete(transaction, "id = ?1", Id(self.client.0))?;
            }
        }
        Ok(())
    }

    /// Shreds the bodies with their salts. Gives how many there were.
    pub(super) fn shred(&self, transaction: &Transaction<'_>) -> Result<u64, StoreError> {
        let mut statement = transaction.prepare("DELETE FROM journal_body WHERE row = ?1")?;
        let mut n_bodies = 0;
        for entry in &self.entries {
            n_bodies += u64::try_from(statement.execute([entry])?).unwrap_or(u64::MAX);
        }
        Ok(n_bodies)
    }
}

fn ids(connection: &Connection, sql: &str, of: Uuid) -> Result<BTreeSet<Uuid>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let ids = statement.query_map([Id(of)], |row| row.get(0).map(|Id(id)| id))?;
    Ok(ids.collect::<Result<_, _>>()?)
}
