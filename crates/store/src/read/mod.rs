//! Reads, shaped for the screen. Each one sees the vault of one moment.
//!
//! Looking is written down by whoever shows the result (see [`crate::Write::note`]); reading itself leaves no trace.

mod about;
mod client;
mod consent;
mod day;
mod journal;
mod journaled;
mod lists;
mod photo;
mod protocol;
mod retention;
mod search;
mod visit;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _, Row};
use serde::de::DeserializeOwned;
use uuid::Uuid;

pub use client::{ClientFacts, ClientRow};
pub use day::{AppointmentRow, OwedCopy};
pub use journal::{JournalFilter, JournalRow};
pub use photo::{KeptPhoto, KeptScan};
pub use retention::LastSeen;
pub use visit::VisitPapers;

use crate::journal::Tip;
use crate::record::read_body;
use crate::{Head, StoreError};

/// Opens the same database once more.
pub(crate) type Again<'a> = &'a dyn Fn() -> Result<Connection, StoreError>;

/// A snapshot of the vault.
pub struct Read<'a> {
    connection: &'a Connection,
    again: Option<Again<'a>>,
}

/// A record with its version, which a change of it must name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored<T> {
    /// The record.
    pub record: T,
    /// Its version, from 1.
    pub version: u32,
}

impl<'a> Read<'a> {
    pub(crate) fn new(connection: &'a Connection) -> Self {
        Self { connection, again: None }
    }

    /// A snapshot of a database that can be opened once more, for work that is worth a second thread.
    pub(crate) fn with_again(connection: &'a Connection, again: Again<'a>) -> Self {
        Self { connection, again: Some(again) }
    }

    /// Another connection to the same database; `None` where there can be none.
    pub(crate) fn again(&self) -> Option<Result<Connection, StoreError>> {
        self.again.map(|again| again())
    }

    pub(crate) fn connection(&self) -> &'a Connection {
        self.connection
    }

    /// The end of this computer's journal: what a document's footer shows, and what a backup is anchored with.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where the journal cannot be read.
    pub fn head(&self) -> Result<Head, StoreError> {
        Ok(Tip::read(self.connection)?.head())
    }

    /// This computer, whose chain [`Read::head`] is the end of.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where the journal cannot be read.
    pub fn device(&self) -> Result<Uuid, StoreError> {
        Ok(Tip::read(self.connection)?.device())
    }

    /// The newest time this computer has written anything at. A clock that shows an earlier one was put back.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] where the journal cannot be read.
    pub fn newest_entry_at(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        Ok(Tip::read(self.connection)?.newest_at())
    }

    /// The one record a query finds; its first two columns are `version` and `body`.
    pub(crate) fn one<T: DeserializeOwned>(
        &self,
        sql: &str,
        values: impl rusqlite::Params,
    ) -> Result<Stored<T>, StoreError> {
        self.maybe(sql, values)?.ok_or(StoreError::NotFound)
    }

    /// The record a query finds, if there is one.
    pub(crate) fn maybe<T: DeserializeOwned>(
        &self,
        sql: &str,
        values: impl rusqlite::Params,
    ) -> Result<Option<Stored<T>>, StoreError> {
        let found = self.connection.prepare_cached(sql)?.query_row(values, version_and_body).optional()?;
        found.map(stored).transpose()
    }

    /// Every record a query finds, in its order.
    pub(crate) fn all<T: DeserializeOwned>(
        &self,
        sql: &str,
        values: impl rusqlite::Params,
    ) -> Result<Vec<Stored<T>>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(values, version_and_body)?;
        rows.map(|row| stored(row?)).collect()
    }
}

fn version_and_body(row: &Row<'_>) -> rusqlite::Result<(u32, String)> {
    Ok((row.get(0)?, row.get(1)?))
}

fn stored<T: DeserializeOwned>((version, body): (u32, String)) -> Result<Stored<T>, StoreError> {
    Ok(Stored { record: read_body(&body)?, version })
}
