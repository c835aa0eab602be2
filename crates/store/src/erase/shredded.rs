//! Whose bodies are missing by right.

use std::collections::BTreeSet;

use care::record::Erasure;
use rusqlite::Connection;
use uuid::Uuid;

use crate::journal::unpack;
use crate::record::Entity;
use crate::sql::{Count, Id};
use crate::{Read, StoreError};

/// Clients whose record was erased by an entry of the chain, and records that went with it out of another's file: the
/// bodies of their entries are missing by right. The journal is asked and not the table of erasures, which stands in
/// no chain.
pub(crate) struct Shredded {
    clients: BTreeSet<Uuid>,
    records: BTreeSet<Uuid>,
}

impl Shredded {
    /// Reads who was erased.
    pub(crate) fn read(connection: &Connection) -> Result<Self, StoreError> {
        let sql = "SELECT journal.client_id, journal_body.encoding, journal_body.bytes
                   FROM journal JOIN journal_body USING (row)
                   WHERE journal.entity = 'erasure' AND journal.client_id IS NOT NULL";
        let mut statement = connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        let mut shredded = Self { clients: BTreeSet::new(), records: BTreeSet::new() };
        while let Some(row) = rows.next()? {
            let Id(client) = row.get(0)?;
            shredded.clients.insert(client);
            // A body that is not an erasure gives no right; the check of that entry says what is wrong with it.
            let body = unpack(row.get(1)?, row.get(2)?).ok();
            let erasure: Option<Erasure> = body.and_then(|body| serde_json::from_slice(&body).ok());
            shredded.records.extend(erasure.into_iter().flat_map(|erasure| erasure.elsewhere));
        }
        Ok(shredded)
    }

    /// Whether an entry about `client`, of the version of a record, may be without its body. That of the erasure itself is
    /// never missing by right.
    pub(crate) fn covers(&self, client: Option<Uuid>, entity: Option<&str>, record: Option<Uuid>) -> bool {
        entity != Some(Entity::Erasure.word())
            && (client.is_some_and(|client| self.clients.contains(&client))
                || record.is_some_and(|record| self.records.contains(&record)))
    }
}

impl Read<'_> {
    /// How many entries are without their bodies. In a journal that is whole, each because a record was erased.
    ///
    /// # Errors
    /// What the database says.
    pub fn n_shredded(&self) -> Result<u64, StoreError> {
        let sql = "SELECT (SELECT count(*) FROM journal), (SELECT count(*) FROM journal_body)";
        let count = |row: &rusqlite::Row<'_>| Ok((row.get(0).map(|Count(n)| n)?, row.get(1).map(|Count(n)| n)?));
        let (n_entries, n_bodies): (u64, u64) = self.connection().query_row(sql, [], count)?;
        Ok(n_entries.saturating_sub(n_bodies))
    }
}
