//! One client, and who might be the same person.

use care::record::{Client, ClientId};
use chrono::NaiveDate;
use rusqlite::Row;

use super::{Read, Stored};
use crate::StoreError;
use crate::record::{digits, fold};
use crate::sql::{Day, Id};

/// One line of a list of clients.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientRow {
    /// Which client.
    pub id: ClientId,
    /// `A-000217`.
    pub number: String,
    /// Family name.
    pub family: String,
    /// Given names.
    pub given: String,
    /// What the client likes to be called; empty if the given name.
    pub preferred: String,
    /// Day of birth.
    pub born_on: NaiveDate,
    /// Telephone, as written.
    pub phone: String,
    /// Day of the newest visit, if there was one.
    pub last_visit_on: Option<NaiveDate>,
    /// The record is shown only to somebody who says why.
    pub is_restricted: bool,
}

/// What is known of somebody who is about to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientFacts {
    /// Family name.
    pub family: String,
    /// Given names.
    pub given: String,
    /// Day of birth.
    pub born_on: NaiveDate,
    /// Telephone; may be empty.
    pub phone: String,
    /// Electronic mail; may be empty.
    pub email: String,
}

/// Digits two telephone numbers must share at their end to be the same: a country code may stand before them.
const SAME_PHONE_DIGITS: usize = 8;

impl Read<'_> {
    /// One client.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn client(&self, id: ClientId) -> Result<Stored<Client>, StoreError> {
        self.one("SELECT version, body FROM client WHERE id = ?1", [Id(id.0)])
    }

    /// Whether a client's record is shown only to somebody who says why.
    ///
    /// # Errors
    /// What the database says.
    pub fn is_restricted(&self, client: ClientId) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM restriction WHERE id = ?1 AND is_restricted = 1)";
        Ok(self.connection().prepare_cached(sql)?.query_row([Id(client.0)], |row| row.get(0))?)
    }

    /// One line of the list, for a client whose id is known.
    ///
    /// # Errors
    /// [`StoreError::NotFound`].
    pub fn client_row(&self, id: ClientId) -> Result<ClientRow, StoreError> {
        let sql = concat!(include_str!("client_rows.sql"), "WHERE client.id = ?1");
        Ok(self.connection().prepare_cached(sql)?.query_row([Id(id.0)], client_row)?)
    }

    /// Clients who may be the person that is about to be added: born the same day with the same family name or the
    /// same given name, or the same name, or reached at the same telephone or mail address.
    ///
    /// # Errors
    /// What the database says.
    pub fn possible_duplicates(&self, facts: &ClientFacts) -> Result<Vec<ClientRow>, StoreError> {
        let phone = digits(&facts.phone);
        let phone_end = phone.len().checked_sub(SAME_PHONE_DIGITS).and_then(|start| phone.get(start..));
        let sql = concat!(include_str!("client_rows.sql"), include_str!("duplicates.sql"));
        let mut statement = self.connection().prepare_cached(sql)?;
        let rows = statement.query_map(
            rusqlite::params![
                Day(facts.born_on),
                fold(&facts.family),
                fold(&facts.given),
                phone_end.map(|end| format!("\"{end}\"")),
                fold(facts.email.trim()),
            ],
            client_row,
        )?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Reads the columns of `client_rows.sql`.
pub(super) fn client_row(row: &Row<'_>) -> rusqlite::Result<ClientRow> {
    let Id(id) = row.get(0)?;
    let Day(born_on) = row.get(5)?;
    let last_visit_on: Option<Day> = row.get(7)?;
    Ok(ClientRow {
        id: ClientId(id),
        number: row.get(1)?,
        family: row.get(2)?,
        given: row.get(3)?,
        preferred: row.get(4)?,
        born_on,
        phone: row.get(6)?,
        last_visit_on: last_visit_on.map(|Day(day)| day),
        is_restricted: row.get("is_restricted")?,
    })
}
