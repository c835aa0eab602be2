//! Everything the journal holds about one client, for an export and for "who opened my file", and everything it holds.

use care::record::ClientId;

use super::Read;
use crate::journal::unpack;
use crate::sql::Id;
use crate::{Entry, StoreError};

impl Read<'_> {
    /// Gives every entry about a client to `each`, oldest first, with its body's canonical JSON. One entry is in
    /// memory at a time. `each` stops it with an error of its own.
    ///
    /// # Errors
    /// What `each` says, or [`StoreError::Damaged`].
    pub fn each_entry_about<E: From<StoreError>>(
        &self,
        client: ClientId,
        each: impl FnMut(Entry, Option<Vec<u8>>) -> Result<(), E>,
    ) -> Result<(), E> {
        self.walk_entries("WHERE journal.client_id = ?1 ORDER BY journal.row", [Id(client.0)], each)
    }

    /// Gives every entry there is to `each`, in the order they were written here.
    ///
    /// # Errors
    /// As [`Read::each_entry_about`].
    pub fn each_entry<E: From<StoreError>>(
        &self,
        each: impl FnMut(Entry, Option<Vec<u8>>) -> Result<(), E>,
    ) -> Result<(), E> {
        self.walk_entries("ORDER BY journal.row", [], each)
    }

    fn walk_entries<E: From<StoreError>>(
        &self,
        which: &str,
        values: impl rusqlite::Params,
        mut each: impl FnMut(Entry, Option<Vec<u8>>) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = format!(
            "SELECT {}, journal_body.encoding, journal_body.bytes FROM journal LEFT JOIN journal_body USING (row) {which}",
            Entry::COLUMNS
        );
        let mut statement = self.connection().prepare_cached(&sql).map_err(StoreError::from)?;
        let mut rows = statement.query(values).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            let entry = Entry::from_row(row).map_err(StoreError::from)?;
            let encoding: Option<u8> = row.get(Entry::N_COLUMNS).map_err(StoreError::from)?;
            let body = match encoding {
                Some(encoding) => Some(unpack(encoding, row.get(Entry::N_COLUMNS + 1).map_err(StoreError::from)?)?),
                None => None,
            };
            each(entry, body)?;
        }
        Ok(())
    }
}
