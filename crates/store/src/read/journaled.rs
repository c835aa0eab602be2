//! Records whose tables only find them: the body is read from the journal, where it stands packed.

use rusqlite::{OptionalExtension as _, Row};
use uuid::Uuid;

use super::{Read, Stored};
use crate::journal::unpack;
use crate::record::{Record, read_body};
use crate::sql::Id;
use crate::{Part, StoreError};

/// The body of one version. Should two computers have written the same version, the later entry is what a rebuild
/// would put into the table.
const BODY: &str = "SELECT encoding, bytes FROM journal_body WHERE row =
    (SELECT max(row) FROM journal WHERE entity = ?1 AND entity_id = ?2 AND version = ?3)";

impl Read<'_> {
    /// The one record a query finds; its first two columns are `version` and `id`.
    pub(super) fn one_journaled<R: Record>(
        &self,
        sql: &str,
        values: impl rusqlite::Params,
    ) -> Result<Stored<R>, StoreError> {
        self.maybe_journaled(sql, values)?.ok_or(StoreError::NotFound)
    }

    /// The record a query finds, if there is one.
    pub(super) fn maybe_journaled<R: Record>(
        &self,
        sql: &str,
        values: impl rusqlite::Params,
    ) -> Result<Option<Stored<R>>, StoreError> {
        let found = self.connection().prepare_cached(sql)?.query_row(values, version_and_id).optional()?;
        found.map(|(version, id)| self.journaled(version, id)).transpose()
    }

    /// Every record a query finds, in its order.
    pub(super) fn all_journaled<R: Record>(
        &self,
        sql: &str,
        values: impl rusqlite::Params,
    ) -> Result<Vec<Stored<R>>, StoreError> {
        let mut statement = self.connection().prepare_cached(sql)?;
        let rows = statement.query_map(values, version_and_id)?;
        rows.map(|row| {
            let (version, id) = row?;
            self.journaled(version, id)
        })
        .collect()
    }

    /// A version of a record.
    pub(super) fn journaled<R: Record>(&self, version: u32, id: Uuid) -> Result<Stored<R>, StoreError> {
        let mut statement = self.connection().prepare_cached(BODY)?;
        let packed = statement.query_row((R::ENTITY.word(), Id(id), version), |row| Ok((row.get(0)?, row.get(1)?)));
        let (encoding, bytes) = packed.optional()?.ok_or(StoreError::Damaged(Part::Journal))?;
        let bytes = unpack(encoding, bytes)?;
        let body = std::str::from_utf8(&bytes).map_err(|_| StoreError::Damaged(Part::Journal))?;
        Ok(Stored { record: read_body(body)?, version })
    }
}

pub(super) fn version_and_id(row: &Row<'_>) -> rusqlite::Result<(u32, Uuid)> {
    let Id(id) = row.get(1)?;
    Ok((row.get(0)?, id))
}
